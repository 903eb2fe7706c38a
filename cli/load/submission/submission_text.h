// SPDX-License-Identifier: Apache-2.0
// Pieces of messages about a submission, the same in every one of them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/phrase.h"
#include "base/place.h"
#include "base/problem.h"

namespace kaohe {

// Looking for the nearest of hundreds of names costs more than reading a row: after so many in one run, no more.
inline constexpr std::size_t kMostHints = 200;

// trim() for cells, nearly all of which have nothing to trim.
[[nodiscard]] std::string_view trimmed(std::string_view text);
// Text of a cell fit for a message: control characters visible, cut after 40 characters.
[[nodiscard]] std::string shown(std::string_view text);
// Text of a cell as Problem::text keeps it: as found, cut where it is longer than any cell that a person wrote.
[[nodiscard]] std::string kept(std::string_view text);
// "figures.csv 第 7 行（D7）" and "figures.csv line 7 (D7)".
[[nodiscard]] Phrase spot(const Problems& problems, const Place& place);
[[nodiscard]] std::string joined(const std::vector<std::string>& words, std::string_view between);
// "did you mean …"; empty where nothing is near.
[[nodiscard]] Phrase nearest_hint(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace kaohe
