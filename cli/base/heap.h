// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace kaohe {

// To be called once, before a run that builds plans, figures and verdicts in memory: some tens of megabytes at least, in
// millions of small pieces. Each page that is touched first costs more than filling it, so the heap grows in large steps,
// and its first, of addresses only as long as nothing stands there, is made of large pages where the system has them. Not all of it:
// large pages hold much room that lists keep to grow in. Nothing depends on it.
void prepare_heap();

}  // namespace kaohe
