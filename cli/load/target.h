// SPDX-License-Identifier: Apache-2.0
// Targets, ranges and quantities as rule files write them: ">= 85.3 %", "60 % .. 65 %", ">= @farmland_quota",
// "0 公顷 ..", "<= 2 years". Read exactly; the text never passes through a floating-point number.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/exact.h"
#include "load/table_reader.h"
#include "model/catalog.h"

namespace kaohe {

struct Quantity {
  Decimal number;
  std::string written;  // the number as written
  std::string unit;     // may be empty
};

// "85.3 %" → number and unit; nullopt where it does not begin with a number.
[[nodiscard]] std::optional<Quantity> parse_quantity(std::string_view text);

struct Comparison {
  Op op = Op::kAtLeast;
  std::optional<Quantity> low;   // the number, or the low end of a range
  std::optional<Quantity> high;  // the high end of a range
  std::string reference;         // after '@'
  std::string text;              // blanks tidied
};

// A comparison sign with a number or a reference, or a range with one or two ends; nullopt on anything else.
[[nodiscard]] std::optional<Comparison> parse_comparison(std::string_view text);

// A target for `indicator`; nullopt with a problem where it is none. A target outside the indicator's range is a
// warning.
[[nodiscard]] std::optional<Target> read_target(std::string_view key, const TomlValue& value,
                                                const Indicator& indicator, const Catalog& catalog, Problems& problems);
// Tells what is wrong with a target whose indicator is not known: all but whether the two fit each other.
void check_target(std::string_view key, const TomlValue& value, const Catalog& catalog, Problems& problems);

// A range "low .. high" of a quantity in `unit`, either end of which may be missing.
[[nodiscard]] std::optional<Range> read_range(std::string_view key, const TomlValue& value, const UnitOfMeasure& unit,
                                              const UnitTable& units, Problems& problems);

}  // namespace kaohe
