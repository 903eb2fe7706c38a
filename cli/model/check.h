// SPDX-License-Identifier: Apache-2.0
// Cross-checks of figures against each other (data/checks.toml): what an experienced statistician would ask about. They
// find contradictions and oddities, never verdicts.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/exact.h"
#include "base/phrase.h"
#include "base/place.h"
#include "model/indicator.h"

namespace kaohe {

enum class CheckKind : std::uint8_t { kParts, kRatio, kMonths, kBalance, kJump, kSameYear, kOnTarget };
[[nodiscard]] constexpr std::string_view word(CheckKind kind) {
  constexpr std::string_view kWords[] = {"parts", "ratio", "months", "balance", "jump", "same-year", "on-target"};
  return kWords[static_cast<std::size_t>(kind)];
}

struct Check {
  std::string id;
  CheckKind kind = CheckKind::kParts;
  Phrase title;
  Phrase why;                           // what it finds, and what may be behind it
  std::vector<std::size_t> indicators;  // only these; empty: all that it fits
  Rational limit;                       // jump: as a fraction of the year before
  std::string limit_text;
  std::size_t least = 1;                // same-year: indicators, on-target: units
  // balance: closing = opening + plus − minus; without `opening` it is the closing of the year before
  std::size_t opening = kNoIndicator, closing = kNoIndicator;
  std::vector<std::size_t> plus, minus;
  bool at_most = false;                 // closing may be less: what else leaves the stock is not reported
  Place place;
};

}  // namespace kaohe
