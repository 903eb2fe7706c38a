// SPDX-License-Identifier: Apache-2.0
// The program: argv in, exit status out (SPEC §5). Catches whatever the machine refuses; never throws.
#pragma once

namespace kaohe {

[[nodiscard]] int run(int argc, char** argv);

}  // namespace kaohe
