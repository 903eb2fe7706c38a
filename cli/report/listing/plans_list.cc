// SPDX-License-Identifier: Apache-2.0
// `kaohe plans`: each plan's head, and how many rules of which tier and kind each has.
#include <fmt/format.h>

#include <array>

#include "report/listing/duty_words.h"
#include "report/json/json_parts.h"
#include "report/listing.h"
#include "report/table.h"
#include "report/text/text_parts.h"
#include "version.h"

namespace kaohe {
namespace {

constexpr TestKind kKinds[] = {TestKind::kThreshold, TestKind::kTrend, TestKind::kRecord,
                               TestKind::kCadence,   TestKind::kAllOf, TestKind::kUmbrella};

using KindCount = std::array<std::size_t, std::size(kKinds)>;

struct PlanCount {
  std::array<KindCount, std::size(kTiers)> rules{};

  [[nodiscard]] std::size_t tier(Tier tier) const {
    std::size_t sum = 0;
    for (const std::size_t n : rules[static_cast<std::size_t>(tier)]) sum += n;
    return sum;
  }
  [[nodiscard]] std::size_t kind(TestKind kind) const {
    std::size_t sum = 0;
    for (const KindCount& tier : rules) sum += tier[static_cast<std::size_t>(kind)];
    return sum;
  }
};

PlanCount count_of(const Plan& plan) {
  PlanCount out;
  for (const Rule& rule : plan.rules) ++out.rules[static_cast<std::size_t>(rule.tier)][static_cast<std::size_t>(rule.plain.test.kind)];
  return out;
}

std::string region_name(const Catalog& catalog, const Plan& plan) {
  const auto entry = catalog.regions.find_code(plan.region, plan.issued);
  return entry ? catalog.regions[*entry].name : plan.region;
}

std::string joined_ids(const Page& page, const std::vector<std::string>& ids) { return first_names(page, ids, SIZE_MAX); }

void write_plan(Page& page, const Catalog& catalog, const Plan& plan) {
  const std::vector<std::string> heirs = replaced_by(catalog, plan);
  page.blank();
  page.line(0, {{plan.id, Ink::kBold}, {"  " + plan_title(page, plan)}});
  std::string status = plan.draft ? page.say({"草案", "draft"}) : page.say({"有效", "in force"});
  if (!heirs.empty()) status = page.say({status + "，被 " + joined_ids(page, heirs) + " 取代", status + ", replaced by " + joined_ids(page, heirs)});
  labelled(page, 2, {"状态", "status"}, status);
  labelled(page, 2, {"制定机关", "issuer"}, page.say(plan.issuer));
  const std::string ends = plan.ends ? plan.ends->text() : page.say({"未定", "not set"});
  labelled(page, 2, {"印发", "issued"}, page.say({plan.issued.text() + "，结束：" + ends, plan.issued.text() + ", ends: " + ends}));
  labelled(page, 2, {"结束日依据", "end said by"}, page.say(plan.ends_by));
  labelled(page, 2, {"地区", "region"}, region_name(catalog, plan) + page.say({"（" + plan.region + "）", " (" + plan.region + ")"}));
  if (!plan.replaces.empty()) labelled(page, 2, {"取代", "replaces"}, plan.replaces);
}

// Tiers down, kinds across.
void write_counts(Page& page, const Plan& plan) {
  std::vector<TableColumn> columns = {{page.say({"规则", "rules"})}, {page.say({"合计", "all"}), true}};
  for (const TestKind kind : kKinds) columns.push_back({page.say(name(kind)), true});
  TextTable table(std::move(columns));
  const PlanCount count = count_of(plan);
  for (const Tier tier : kTiers) {
    std::vector<Span> cells = {{page.say(tier_name(tier))}, {std::to_string(count.tier(tier))}};
    for (const std::size_t n : count.rules[static_cast<std::size_t>(tier)]) cells.push_back({std::to_string(n)});
    table.row(std::move(cells));
  }
  std::vector<Span> sums = {{page.say({"合计", "all"})}, {std::to_string(plan.rules.size())}};
  for (const TestKind kind : kKinds) sums.push_back({std::to_string(count.kind(kind))});
  table.row(std::move(sums));
  table.write(page, 2);
  labelled(page, 2, {"说明理由、不考核的条目", "stated exceptions (unchecked)"}, std::to_string(plan.unchecked.size()));
}

Json json_plan(const Catalog& catalog, const Plan& plan, Language language) {
  const PlanCount count = count_of(plan);
  Json tiers = Json::object();
  for (const Tier tier : kTiers) {
    Json kinds = Json::object();
    for (const TestKind kind : kKinds) {
      kinds[std::string(word(kind))] = count.rules[static_cast<std::size_t>(tier)][static_cast<std::size_t>(kind)];
    }
    tiers[std::string(word(tier))] = std::move(kinds);
  }
  Json out;
  out["id"] = plan.id;
  out["title"] = plan.title.in(language);
  out["issuer"] = plan.issuer.in(language);
  out["status"] = plan.draft ? "draft" : "in force";
  out["issued"] = plan.issued.text();
  out["ends"] = plan.ends ? Json(plan.ends->text()) : Json();
  out["ends_by"] = plan.ends_by.empty() ? Json() : Json(plan.ends_by.in(language));
  out["region"] = {{"code", plan.region}, {"name", region_name(catalog, plan)}};
  out["baseline"] = plan.baseline > 0 ? Json(plan.baseline) : Json();
  out["replaces"] = or_null(plan.replaces);
  out["replaced_by"] = replaced_by(catalog, plan);
  out["file"] = plan.file;
  out["sha256"] = plan.sha256;
  out["rules"] = plan.rules.size();
  out["tiers"] = std::move(tiers);
  out["unchecked"] = plan.unchecked.size();
  return out;
}

}  // namespace

std::vector<std::string> replaced_by(const Catalog& catalog, const Plan& plan) {
  std::vector<std::string> out;
  for (const Plan& other : catalog.plans) {
    if (!plan.id.empty() && other.replaces == plan.id && !other.draft) out.push_back(other.id);
  }
  return out;
}

std::string plans_text(const Catalog& catalog, Language language, const Style& style) {
  Page page(style, language);
  for (const Plan& plan : catalog.plans) {
    write_plan(page, catalog, plan);
    write_counts(page, plan);
  }
  return page.take();
}

std::string plans_json(const Catalog& catalog, Language language) {
  Json plans = Json::array();
  for (const Plan& plan : catalog.plans) plans.push_back(json_plan(catalog, plan, language));
  Json out;
  out["kaohe"] = kVersion;
  out["format"] = 1;
  out["lang"] = language == Language::kZh ? "zh" : "en";
  out["plans"] = std::move(plans);
  return json_text(out);
}

}  // namespace kaohe
