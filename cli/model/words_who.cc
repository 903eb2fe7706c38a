// SPDX-License-Identifier: Apache-2.0
// Who is judged, until when, and how the units roll up, in a reader's words.
#include <fmt/format.h>

#include "model/words.h"

namespace kaohe {
namespace {

void add(Phrase& list, const Phrase& one) {
  list.zh += (list.zh.empty() ? "" : "、") + one.zh;
  list.en += (list.en.empty() ? "" : ", ") + one.en;
}

Phrase region_words(const Register& regions, const std::string& code, const Date& day) {
  const auto entry = regions.find_code(code, day);
  const std::string text = entry ? regions[*entry].name : code;
  return {text, text};
}

Phrase each_words(const Register& regions, const Plan& plan, Each each) {
  switch (each) {
    case Each::kProvince: return region_words(regions, plan.region, plan.issued);
    case Each::kPrefecture: return {"各设区市（州）", "each prefecture"};
    case Each::kCounty: return {"各县（市、区）", "each county"};
    case Each::kCity: return {"各县级及以上城市", "each city"};
    case Each::kNamed: break;
  }
  return {};
}

Phrase attribute_words(const Register& regions, const Plan& plan, const Attributes& attributes) {
  Phrase out;
  if (!attributes.zone.empty()) {
    const Zone* zone = regions.find_zone(attributes.zone);
    add(out, zone != nullptr ? zone->name : Phrase{attributes.zone, attributes.zone});
  }
  for (const std::string& kind : attributes.kinds) add(out, {kind, kind});
  for (const std::string& code : attributes.regions) add(out, region_words(regions, code, plan.issued));
  return out;
}

}  // namespace

Phrase who_words(const Register& regions, const Plan& plan, const Who& who) {
  Phrase out = each_words(regions, plan, who.each);
  for (const Each also : who.also) {
    const Phrase more = each_words(regions, plan, also);
    if (!more.empty()) add(out, more);
  }
  for (const std::string& code : who.codes) add(out, region_words(regions, code, plan.issued));
  if (who.open) out = {out.zh + "等", out.en + " and others"};
  if (!who.where.empty()) {
    const Phrase where = attribute_words(regions, plan, who.where);
    out = {fmt::format("{}（限{}）", out.zh, where.zh), fmt::format("{} (only {})", out.en, where.en)};
  }
  if (!who.except.empty()) {
    const Phrase except = attribute_words(regions, plan, who.except);
    out = {fmt::format("{}（{}除外）", out.zh, except.zh), fmt::format("{} (except {})", out.en, except.en)};
  }
  return out;
}

Phrase due_words(const Due& due) {
  if (due.stages.empty()) return {"不设期限", "open"};
  Phrase out;
  for (const Date& stage : due.stages) add(out, {stage.text(), stage.text()});
  return out;
}

Phrase roll_up_words(const RollUp& roll_up) {
  std::string zh = roll_up.text;
  const std::size_t at = zh.find(">=");
  if (at != std::string::npos) zh.replace(at, 2, "≥");
  switch (roll_up.kind) {
    case RollUpKind::kShare: return {"达标单位比例 " + zh, "share of units " + roll_up.text};
    case RollUpKind::kCount: return {"达标单位个数 " + zh, "number of units " + roll_up.text};
    case RollUpKind::kAll: break;
  }
  return {"全部单位达标", "every unit"};
}

}  // namespace kaohe
