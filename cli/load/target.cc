// SPDX-License-Identifier: Apache-2.0
#include "load/target.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.h"
#include "load/unknown.h"

namespace kaohe {
namespace {

constexpr std::string_view kNumberCharacters = "+-0123456789.";

struct Sign {
  std::string_view text;
  Op op;
};
// Longer signs first.
constexpr std::array<Sign, 5> kSigns = {
    {{">=", Op::kAtLeast}, {"<=", Op::kAtMost}, {"=", Op::kEqual}, {"<", Op::kBelow}, {">", Op::kAbove}}};

std::string shown(const Quantity& quantity) {
  return quantity.unit.empty() ? quantity.written : fmt::format("{} {}", quantity.written, quantity.unit);
}

std::optional<Comparison> parse_range(std::string_view text, std::size_t dots) {
  Comparison range;
  range.op = Op::kWithin;
  const std::string_view low = trim(text.substr(0, dots));
  const std::string_view high = trim(text.substr(dots + 2));
  if (!low.empty() && !(range.low = parse_quantity(low))) return std::nullopt;
  if (!high.empty() && !(range.high = parse_quantity(high))) return std::nullopt;
  if (!range.low && !range.high) return std::nullopt;
  if (range.low && range.high && range.low->unit.empty()) range.low->unit = range.high->unit;  // "60 .. 65 %"
  range.text = fmt::format("{}{}..{}{}", range.low ? shown(*range.low) : "", range.low ? " " : "",
                           range.high ? " " : "", range.high ? shown(*range.high) : "");
  return range;
}

void add_target_problem(std::string_view key, const TomlValue& value, Problems& problems) {
  const std::string told = visible(value.text);
  add_once(problems, "target-syntax", value.place, value.text,
           {fmt::format("“{}”的“{}”不是目标值", key, told), fmt::format("\"{}\" of \"{}\" is no target", told, key)},
           {"写法如 \">= 85.3 %\"、\"60 % .. 65 %\" 或 \">= @指标标识\"",
            "write it like \">= 85.3 %\", \"60 % .. 65 %\" or \">= @indicator_id\""});
}

// The target as it is written; nullopt with a problem where it has not the form of one.
std::optional<Comparison> read_form(std::string_view key, const TomlValue& value, Problems& problems) {
  if (value.kind != TomlKind::kText) {
    TableReader(value, problems)
        .add_type_problem(key, value, {"带引号的目标值，如 \">= 85.3 %\"", "a target in quotes, e.g. \">= 85.3 %\""});
    return std::nullopt;
  }
  auto written = parse_comparison(value.text);
  if (written && (written->op != Op::kWithin || (written->low && written->high))) return written;
  add_target_problem(key, value, problems);
  return std::nullopt;
}

// Reads targets for one indicator.
class TargetReader {
 public:
  TargetReader(const TomlValue& value, const Indicator& indicator, const Catalog& catalog, Problems& problems)
      : value_(value), indicator_(indicator), catalog_(catalog), problems_(problems) {}

  std::optional<Target> read(const Comparison& written) {
    Target target;
    target.op = written.op;
    target.text = written.text;
    if (!written.reference.empty()) return reference(std::move(target), written.reference);
    if (!put(target, *written.low, target.value)) return std::nullopt;
    if (written.op == Op::kWithin && !finish_range(target, written)) return std::nullopt;
    warn_outside(target);
    return target;
  }

 private:
  // Sets the value in the indicator's unit, and the unit and scale of the target.
  bool put(Target& target, const Quantity& quantity, Rational& into) {
    if (quantity.unit.empty()) {
      add_once(
          problems_, "unit-missing", value_.place, value_.text,
          {fmt::format("目标值“{}”没有写单位", target.text), fmt::format("target \"{}\" has no unit", target.text)},
          {fmt::format("指标的单位是“{}”", indicator_.unit.id),
           fmt::format("the indicator's unit is \"{}\"", indicator_.unit.id)});
      return false;
    }
    const auto unit = catalog_.units.find(quantity.unit);
    if (!unit) {
      add_unit_problem(catalog_.units, value_.place, quantity.unit, problems_);
      return false;
    }
    const auto factor = conversion(*unit, indicator_.unit);
    if (!factor) {
      add_dimension_problem(*unit);
      return false;
    }
    into = quantity.number.value * *factor;
    target.unit = *unit;
    target.to_unit = Rational(1) / *factor;
    target.scale = std::max(target.scale, quantity.number.scale);
    return true;
  }

  bool finish_range(Target& target, const Comparison& written) {
    if (!put(target, *written.high, target.high)) return false;
    // Ends in two units: the scale and the unit are those of the high end.
    if (unit_key(written.low->unit) != unit_key(written.high->unit)) target.scale = written.high->number.scale;
    if (target.value <= target.high) return true;
    add_once(problems_, "range-empty", value_.place, value_.text,
             {fmt::format("区间“{}”的下限大于上限", target.text),
              fmt::format("range \"{}\" begins above its end", target.text)});
    return false;
  }

  std::optional<Target> reference(Target target, const std::string& id) {
    const auto index = catalog_.indicators.find_id(id);
    if (!index) {
      add_indicator_problem(catalog_.indicators, value_.place, id, problems_);
      return std::nullopt;
    }
    const UnitOfMeasure& unit = catalog_.indicators[*index].unit;
    if (!conversion(unit, indicator_.unit)) {
      add_dimension_problem(unit);
      return std::nullopt;
    }
    target.reference = *index;
    target.unit = indicator_.unit;
    return target;
  }

  void add_dimension_problem(const UnitOfMeasure& unit) {
    add_once(problems_, "unit-dimension", value_.place, value_.text,
             {fmt::format("目标值的单位是“{}”，而指标“{}”的单位是“{}”，两者不能换算", unit.id, indicator_.name().zh,
                          indicator_.unit.id),
              fmt::format("target in \"{}\" for indicator \"{}\" in \"{}\", which cannot be converted", unit.id,
                          indicator_.id, indicator_.unit.id)});
  }

  void warn_outside(const Target& target) {
    const Range& range = indicator_.range;
    const Rational& high = target.op == Op::kWithin ? target.high : target.value;
    if (!(range.low && target.value < *range.low) && !(range.high && high > *range.high)) return;
    add_once(problems_, "target-outside-range", value_.place, value_.text,
             {fmt::format("目标值“{}”超出指标“{}”的取值范围“{}”", target.text, indicator_.name().zh, range.text),
              fmt::format("target \"{}\" lies outside the range \"{}\" of indicator \"{}\"", target.text, range.text,
                          indicator_.id)});
  }

  const TomlValue& value_;
  const Indicator& indicator_;
  const Catalog& catalog_;
  Problems& problems_;
};

}  // namespace

std::optional<Quantity> parse_quantity(std::string_view text) {
  text = trim(text);
  const std::size_t end = std::min(text.find_first_not_of(kNumberCharacters), text.size());
  const auto number = parse_decimal(text.substr(0, end));
  if (!number) return std::nullopt;
  return Quantity{*number, std::string(text.substr(0, end)), std::string(trim(text.substr(end)))};
}

std::optional<Comparison> parse_comparison(std::string_view text) {
  const std::string folded = fold_width(text);
  std::string_view rest = trim(folded);
  for (const Sign& sign : kSigns) {
    if (rest.substr(0, sign.text.size()) != sign.text) continue;
    rest = trim(rest.substr(sign.text.size()));
    Comparison comparison;
    comparison.op = sign.op;
    if (!rest.empty() && rest.front() == '@') {
      comparison.reference = std::string(trim(rest.substr(1)));
      comparison.text = fmt::format("{} @{}", sign.text, comparison.reference);
      return comparison.reference.empty() ? std::nullopt : std::optional(comparison);
    }
    if (!(comparison.low = parse_quantity(rest))) return std::nullopt;
    comparison.text = fmt::format("{} {}", sign.text, shown(*comparison.low));
    return comparison;
  }
  const std::size_t dots = rest.find("..");
  return dots == std::string_view::npos ? std::nullopt : parse_range(rest, dots);
}

std::optional<Target> read_target(std::string_view key, const TomlValue& value, const Indicator& indicator,
                                  const Catalog& catalog, Problems& problems) {
  const auto written = read_form(key, value, problems);
  return written ? TargetReader(value, indicator, catalog, problems).read(*written) : std::nullopt;
}

void check_target(std::string_view key, const TomlValue& value, const Catalog& catalog, Problems& problems) {
  const auto written = read_form(key, value, problems);
  if (!written) return;
  if (!written->reference.empty() && !catalog.indicators.find_id(written->reference))
    add_indicator_problem(catalog.indicators, value.place, written->reference, problems);
  for (const auto* end : {&written->low, &written->high}) {
    if (*end && !(*end)->unit.empty() && !catalog.units.find((*end)->unit))
      add_unit_problem(catalog.units, value.place, (*end)->unit, problems);
  }
}

std::optional<Range> read_range(std::string_view key, const TomlValue& value, const UnitOfMeasure& unit,
                                const UnitTable& units, Problems& problems) {
  const auto written = parse_comparison(value.text);
  if (!written || written->op != Op::kWithin) {
    add_once(problems, "target-syntax", value.place, value.text,
             {fmt::format("“{}”的“{}”不是取值范围", key, visible(value.text)),
              fmt::format("\"{}\" of \"{}\" is no range", visible(value.text), key)},
             {"写法如 \"0 % .. 100 %\"、\"0 公顷 ..\" 或 \".. 100 %\"",
              "write it like \"0 % .. 100 %\", \"0 公顷 ..\" or \".. 100 %\""});
    return std::nullopt;
  }
  Range range;
  range.text = written->text;
  const auto end = [&](const std::optional<Quantity>& quantity, std::optional<Rational>& into) {
    if (!quantity) return;
    const auto its_unit = quantity->unit.empty() ? std::optional(unit) : units.find(quantity->unit);
    if (!its_unit) {
      add_unit_problem(units, value.place, quantity->unit, problems);
      return;
    }
    if (const auto factor = conversion(*its_unit, unit)) {
      into = quantity->number.value * *factor;
      return;
    }
    add_once(
        problems, "unit-dimension", value.place, value.text,
        {fmt::format("取值范围的单位“{}”不能换算成指标的单位“{}”", its_unit->id, unit.id),
         fmt::format("range in \"{}\" for an indicator in \"{}\", which cannot be converted", its_unit->id, unit.id)});
  };
  end(written->low, range.low);
  end(written->high, range.high);
  if (range.low && range.high && *range.high < *range.low) {
    add_once(problems, "range-empty", value.place, value.text,
             {fmt::format("区间“{}”的下限大于上限", range.text),
              fmt::format("range \"{}\" begins above its end", range.text)});
    return std::nullopt;
  }
  return range;
}

}  // namespace kaohe
