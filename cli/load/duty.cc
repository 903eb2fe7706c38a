// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "base/text.h"
#include "load/plan_reader.h"
#include "load/target.h"
#include "load/unknown.h"

namespace kaohe {
namespace {

std::size_t read_indicator(const TableReader& keys, const PlanContext& context) {
  const auto id = keys.placed_text("indicator");
  if (!id) return kNoIndicator;
  if (const auto index = context.catalog.indicators.find_id(id->text)) return *index;
  add_indicator_problem(context.catalog.indicators, id->place, id->text, context.problems);
  return kNoIndicator;
}

std::optional<Combine> read_combine(const TableReader& keys, const PlanContext& context, std::size_t indicator) {
  const TomlValue* value = keys.find("combine");
  if (value == nullptr) return std::nullopt;
  if (value->kind != TomlKind::kTable) {
    keys.add_type_problem("combine", *value, {"表 { parts = …, how = … }", "a table { parts = …, how = … }"});
    return std::nullopt;
  }
  const TableReader inner(*value, context.problems);
  inner.only({"parts", "how"});
  const auto parts = inner.choice<Each>(
      "parts", {{"each prefecture", Each::kPrefecture}, {"each county", Each::kCounty}, {"each city", Each::kCity}},
      Need::kRequired);
  const auto how = inner.choice<Fold>("how",
                                      {{"sum", Fold::kSum},
                                       {"mean", Fold::kMean},
                                       {"max", Fold::kMax},
                                       {"min", Fold::kMin},
                                       {"weighted-mean", Fold::kWeightedMean}},
                                      Need::kRequired);
  if (how == Fold::kWeightedMean && indicator != kNoIndicator &&
      context.catalog.indicators[indicator].weight == kNoIndicator) {
    add_contradiction(inner, "how",
                      {"指标没有权重（weight），不能加权平均", "the indicator has no weight for a weighted mean"});
  }
  if (!parts || !how) return std::nullopt;
  return Combine{*parts, *how};
}

std::map<std::string, Target> read_local(const TableReader& keys, const PlanContext& context, const Duty& duty) {
  std::map<std::string, Target> local;
  const TomlValue* value = keys.find("local");
  if (value == nullptr) return local;
  if (value->kind != TomlKind::kTable) {
    keys.add_type_problem("local", *value, {"表 { \"区划代码\" = \"目标值\" }", "a table { \"code\" = \"target\" }"});
    return local;
  }
  for (const TomlEntry& entry : value->table) {
    if (!knows_code(context.catalog.regions, entry.key)) {
      add_region_problem(context.catalog.regions, entry.place, entry.key, context.problems);
      continue;
    }
    if (duty.indicator == kNoIndicator) {
      check_target(entry.key, entry.value, context.catalog, context.problems);
      continue;
    }
    auto target = read_target(entry.key, entry.value, context.catalog.indicators[duty.indicator], context.catalog,
                              context.problems);
    if (target) local.emplace(entry.key, std::move(*target));
  }
  return local;
}

void check_dates(const TableReader& keys, const PlanContext& context, const Duty& duty) {
  const auto early = [&](std::string_view key, const Date& day, const Phrase& message) {
    add_once(context.problems, "date-order", keys.find(key)->place, day.text(), message);
  };
  if (duty.due.stages.empty()) return;
  const Date& due = duty.due.stages.back();
  if (duty.test.from && due < *duty.test.from) {
    early("from", *duty.test.from,
          {fmt::format("起始日期“{}”晚于期限“{}”", duty.test.from->text(), due.text()),
           fmt::format("from \"{}\" is after due \"{}\"", duty.test.from->text(), due.text())});
  }
  if (duty.test.until && *duty.test.until < due) {
    early("until", *duty.test.until,
          {fmt::format("保持到“{}”，早于期限“{}”", duty.test.until->text(), due.text()),
           fmt::format("until \"{}\" is before due \"{}\"", duty.test.until->text(), due.text())});
  }
}

}  // namespace

void add_contradiction(const TableReader& keys, std::string_view key, Phrase message) {
  const TomlEntry* entry = keys.table().find(key);
  add_once(keys.problems(), "key-contradiction", entry == nullptr ? keys.place() : entry->place, std::string(key),
           std::move(message));
}

Duty read_duty(const TomlValue& table, const PlanContext& context) {
  const TableReader keys(table, context.problems);
  Duty duty;
  duty.who = read_who(keys, context);
  duty.indicator = read_indicator(keys, context);
  duty.combine = read_combine(keys, context, duty.indicator);
  duty.due = read_due(keys, context);
  duty.roll_up = read_roll_up(keys, context);
  duty.compare = keys.choice<Compare>("compare", {{"exact", Compare::kExact}, {"rounded", Compare::kRounded}})
                     .value_or(Compare::kExact);
  read_test(keys, context, duty);
  if (duty.test.kind == TestKind::kThreshold) duty.local = read_local(keys, context, duty);
  check_dates(keys, context, duty);
  return duty;
}

}  // namespace kaohe
