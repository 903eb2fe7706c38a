// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "base/text.h"
#include "load/plan_reader.h"
#include "load/target.h"

namespace kaohe {
namespace {

const Phrase kDueForms = {"日期、日期列表或 \"open\"", "a date, a list of dates or \"open\""};

void check_stage(const TableReader& keys, const TomlValue& value, const PlanContext& context, Due& due) {
  if (value.kind != TomlKind::kDate || !value.date.valid()) {
    keys.add_type_problem("due", value, kDueForms);
    return;
  }
  if (!due.stages.empty() && value.date <= due.stages.back()) {
    add_once(context.problems, "date-order", value.place, value.date.text(),
             {fmt::format("各阶段期限须由早到晚，“{}”不晚于前一个", value.date.text()),
              fmt::format("stages must be in order, \"{}\" is not after the one before", value.date.text())});
    return;
  }
  if (context.plan.issued.valid() && value.date < context.plan.issued) {
    add_once(context.problems, "due-before-issue", value.place, value.date.text(),
             {fmt::format("期限“{}”早于方案印发日期“{}”", value.date.text(), context.plan.issued.text()),
              fmt::format("due \"{}\" is before the plan was issued, \"{}\"", value.date.text(),
                          context.plan.issued.text())});
  }
  due.stages.push_back(value.date);
}

struct RollUpWord {
  std::string_view key;
  RollUpKind kind;
};

void add_roll_up_problem(std::string_view key, const Text& text, Problems& problems) {
  const Phrase hint = key == "share" ? Phrase{"写法如 \">= 70 %\"，在 0 到 100 % 之间",
                                              "write it like \">= 70 %\", between 0 and 100 %"}
                                     : Phrase{"写法如 \">= 9\"，为整数", "write it like \">= 9\", a whole number"};
  add_once(problems, "target-syntax", text.place, text.text,
           {fmt::format("“{}”的“{}”不是单位数的要求", key, visible(text.text)),
            fmt::format("\"{}\" of \"{}\" does not say how many units", visible(text.text), key)},
           hint);
}

// ">= 70 %" as a fraction, or ">= 9".
std::optional<Rational> amount(const Comparison& written, RollUpKind kind, const UnitTable& units) {
  if (!written.low || (written.op != Op::kAtLeast && written.op != Op::kAbove)) return std::nullopt;
  if (kind == RollUpKind::kCount) {
    const bool whole =
        written.low->unit.empty() && written.low->number.scale == 0 && written.low->number.value.sign() >= 0;
    return whole ? std::optional(written.low->number.value) : std::nullopt;
  }
  const auto unit = units.find(written.low->unit);
  if (!unit || unit->dimension != "share") return std::nullopt;
  const Rational fraction = written.low->number.value * unit->factor;
  return fraction.sign() >= 0 && fraction <= Rational(1) ? std::optional(fraction) : std::nullopt;
}

}  // namespace

Due read_due(const TableReader& keys, const PlanContext& context) {
  Due due;
  const TomlValue* value = keys.find("due");
  if (value == nullptr) {
    due.from = context.plan.ends ? DueFrom::kPlan : DueFrom::kOpen;
    if (context.plan.ends) due.stages = {*context.plan.ends};
    return due;
  }
  if (value->kind == TomlKind::kText && value->text == "open") {
    due.from = DueFrom::kOpen;
  } else if (value->kind == TomlKind::kList && !value->list.empty()) {
    for (const TomlValue& stage : value->list) check_stage(keys, stage, context, due);
  } else {
    check_stage(keys, *value, context, due);
  }
  return due;
}

RollUp read_roll_up(const TableReader& keys, const PlanContext& context) {
  RollUp roll_up;
  if (keys.has("share") && keys.has("count")) {
    add_contradiction(keys, "count", {"“share”与“count”只能用一个", "\"share\" and \"count\" cannot both be given"});
  }
  for (const RollUpWord& word : {RollUpWord{"share", RollUpKind::kShare}, RollUpWord{"count", RollUpKind::kCount}}) {
    const auto text = keys.placed_text(word.key);
    if (!text) continue;
    const auto written = parse_comparison(text->text);
    const auto at_least = written ? amount(*written, word.kind, context.catalog.units) : std::nullopt;
    if (!at_least) {
      add_roll_up_problem(word.key, *text, context.problems);
      continue;
    }
    roll_up = {word.kind, *at_least, written->op == Op::kAbove, written->text};
  }
  return roll_up;
}

}  // namespace kaohe
