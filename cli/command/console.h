// SPDX-License-Identifier: Apache-2.0
// What goes to standard error: the one place that prints there, but for the progress line.
#pragma once

#include "base/phrase.h"
#include "base/problem.h"
#include "report/format.h"

namespace kaohe {

// "kaohe: error: …" and its hint.
void print_error(Language language, const Phrase& what, const Phrase& hint = {});
// Errors, then warnings, then (verbose) notes, each by file and line; at most kMostProblems and how many more there are.
inline constexpr std::size_t kMostProblems = 50;
// Those below `least` are left out.
void print_problems(const Problems& problems, Language language, const Style& style, Severity least = Severity::kNote);

}  // namespace kaohe
