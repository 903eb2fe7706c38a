// SPDX-License-Identifier: Apache-2.0
// Units of measure with exact factors (data/units.toml). Percent ("share") and percentage point ("share difference")
// are different dimensions. "A/B" of two known units is a unit too (微克/立方米), so ratios need no rows of their own.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/exact.h"
#include "base/place.h"

namespace kaohe {

struct UnitOfMeasure {
  std::string id;         // as reports write it: "%", "万公顷", "μg/m³"
  std::string dimension;  // "share", "area", "mass/volume" …
  Rational factor;        // one of it in the base unit of its dimension
  std::vector<std::string> names;  // other ways to write it
  Place place;

  friend bool operator==(const UnitOfMeasure&, const UnitOfMeasure&) = default;
};

struct UnitTable {
  std::vector<UnitOfMeasure> units;
  std::map<std::string, std::size_t, std::less<>> by_key;  // unit_key(name) → index

  // A unit by any of its names, or "A/B" (also A／B, A每B, 每B A forms that occur) of two of them; full-width and blanks
  // do not matter. The compound's id is the text as given, trimmed.
  [[nodiscard]] std::optional<UnitOfMeasure> find(std::string_view name) const;
};

[[nodiscard]] std::string unit_key(std::string_view name);
// What a value in `from` is to be multiplied by to be in `to`; nullopt when the dimensions differ.
[[nodiscard]] std::optional<Rational> conversion(const UnitOfMeasure& from, const UnitOfMeasure& to);

}  // namespace kaohe
