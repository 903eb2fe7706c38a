// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "base/text.h"
#include "load/load.h"
#include "load/table_reader.h"
#include "load/unknown.h"

namespace kaohe {
namespace {

// The rule must be one of those loaded, by its full id, or by its own where only one plan has it.
void check_rule(const Text& rule, const std::vector<Plan>& plans, Problems& problems) {
  std::vector<std::string> known;
  std::vector<std::string> same;
  for (const Plan& plan : plans) {
    for (const Rule& candidate : plan.rules) {
      if (candidate.full_id == rule.text) return;
      if (candidate.id == rule.text) same.push_back(candidate.full_id);
      known.push_back(candidate.full_id);
      known.push_back(candidate.id);
    }
  }
  if (same.size() == 1) return;
  const std::string shown = visible(rule.text);
  if (same.empty()) {
    problems.add("rule-unknown", rule.place, rule.text,
                 {fmt::format("没有标识为“{}”的规则", shown), fmt::format("no rule has the id \"{}\"", shown)},
                 did_you_mean(rule.text, known));
    return;
  }
  std::string full;
  for (const std::string& id : same) full += (full.empty() ? "" : ", ") + id;
  problems.add("rule-ambiguous", rule.place, rule.text,
               {fmt::format("“{}”在多个方案中都有", shown), fmt::format("\"{}\" is a rule of several plans", shown)},
               {fmt::format("请写全：{}", full), fmt::format("write the full id: {}", full)});
}

std::optional<Waiver> read_waiver(const TableReader& keys, const std::vector<Plan>& plans, const Register& regions) {
  keys.only({"rule", "region", "from", "until", "reason", "approved_by", "document"});
  const std::size_t before = keys.problems().count(Severity::kError);
  Waiver waiver;
  waiver.place = keys.place();
  const auto rule = keys.placed_text("rule", Need::kRequired);
  const auto region = keys.placed_text("region", Need::kRequired);
  const auto from = keys.date("from", Need::kRequired);
  const auto until = keys.date("until", Need::kRequired);
  waiver.reason = keys.text("reason", Need::kRequired);
  waiver.approved_by = keys.text("approved_by", Need::kRequired);
  waiver.document = keys.text("document");
  if (rule) check_rule(*rule, plans, keys.problems());
  if (region && !knows_code(regions, region->text))
    add_region_problem(regions, region->place, region->text, keys.problems());
  if (from && until && *until < *from) {
    keys.problems().add("date-order", keys.find("until")->place, until->text(),
                        {fmt::format("截止日期“{}”早于起始日期“{}”", until->text(), from->text()),
                         fmt::format("until \"{}\" is before from \"{}\"", until->text(), from->text())});
  }
  if (!rule || !region || !from || !until || keys.problems().count(Severity::kError) > before) return std::nullopt;
  waiver.rule = rule->text;
  waiver.region = region->text;
  waiver.from = *from;
  waiver.until = *until;
  return waiver;
}

}  // namespace

std::vector<Waiver> load_waivers(const Source& file, const std::vector<Plan>& plans, const Register& regions,
                                 Problems& problems) {
  std::vector<Waiver> waivers;
  const auto root = parse_toml(file, problems);
  if (!root) return waivers;
  const TableReader keys(*root, problems);
  keys.only({"waiver"});
  for (const TomlValue* entry : keys.tables("waiver", Need::kRequired)) {
    if (auto waiver = read_waiver(TableReader(*entry, problems), plans, regions)) waivers.push_back(std::move(*waiver));
  }
  return waivers;
}

}  // namespace kaohe
