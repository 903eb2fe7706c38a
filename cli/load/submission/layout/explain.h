// SPDX-License-Identifier: Apache-2.0
// An accepted header in words, for kaohe check --explain-input.
#pragma once

#include "load/submission/layout/layout.h"
#include "model/submission.h"

namespace kaohe {

// Sets the header's lines and columns of `reading`.
void explain_layout(const Layout& layout, const std::vector<std::uint32_t>& lines, const SubmissionNames& names, InputReading& reading);

}  // namespace kaohe
