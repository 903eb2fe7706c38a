// SPDX-License-Identifier: Apache-2.0
// Waivers: one in force on the as-of date covers a failure or a gap of its rule and region. One that does nothing is
// told: it matches nothing, covers what passes, has expired or does not hold yet.
#include <fmt/format.h>

#include "judge/session.h"

namespace kaohe {
namespace {

bool covers(const Waiver& waiver, const Rule& rule) { return waiver.rule == rule.full_id || waiver.rule == rule.id; }

// What is waived is kept whole.
Brief waived(const Setting& setting, const Brief& brief, std::size_t index, Verdicts& store) {
  Verdict verdict = tell(setting, store, brief);
  verdict.outcome = Outcome::kWaived;
  verdict.waiver = index;
  store.drop(brief);
  return store.keep(std::move(verdict));
}

void cover(const Waiver& waiver, std::size_t index, const Setting& setting, std::vector<Judged>& all, Verdicts& store, WaiverEffect& effect) {
  for (Judged& judged : all) {
    if (!covers(waiver, setting.catalog.plans[judged.plan].rules[judged.rule])) continue;
    for (Brief& brief : judged.briefs) {
      if (waiver.region != setting.catalog.regions[brief.region].code) continue;
      effect.matched = true;
      const bool needed = brief.outcome == Outcome::kFail || brief.outcome == Outcome::kMissing;
      const bool waived_already = brief.outcome == Outcome::kWaived;
      effect.used = effect.used || needed || waived_already;
      if (needed && waiver.in_force(setting.as_of)) brief = waived(setting, brief, index, store);
    }
  }
}

void tell(const Waiver& waiver, const WaiverEffect& effect, const Date& as_of, Problems& problems) {
  const std::string what = waiver.rule + " " + waiver.region;
  if (as_of < waiver.from) {
    problems.add("waiver-not-yet", waiver.place, what,
                 {fmt::format("豁免“{}”自{}起生效，截至{}尚未生效", what, waiver.from.text(), as_of.text()),
                  fmt::format("the waiver of \"{}\" holds from {} only, not yet on {}", what, waiver.from.text(), as_of.text())});
  } else if (waiver.until < as_of) {
    problems.add("waiver-expired", waiver.place, what,
                 {fmt::format("豁免“{}”已于{}到期", what, waiver.until.text()),
                  fmt::format("the waiver of \"{}\" expired on {}", what, waiver.until.text())});
  } else if (!effect.matched) {
    problems.add("waiver-unused", waiver.place, what,
                 {fmt::format("豁免“{}”没有对应的判定", what), fmt::format("the waiver of \"{}\" matches no verdict", what)},
                 {"请核对规则编号与地区代码", "check the rule's id and the region's code"});
  } else if (!effect.used) {
    problems.add("waiver-not-needed", waiver.place, what,
                 {fmt::format("豁免“{}”所涉判定并非未达标或缺数据，无须豁免", what),
                  fmt::format("the waiver of \"{}\" covers a verdict that neither fails nor lacks figures", what)});
  }
}

}  // namespace

void cover_verdicts(const std::vector<Waiver>& waivers, const Setting& setting, std::vector<Judged>& all,
                    Verdicts& store, std::vector<WaiverEffect>& effects) {
  effects.resize(waivers.size());
  for (std::size_t i = 0; i < waivers.size(); ++i) cover(waivers[i], i, setting, all, store, effects[i]);
}

void tell_waivers(const std::vector<Waiver>& waivers, const std::vector<WaiverEffect>& effects, const Date& as_of, Problems& problems) {
  for (std::size_t i = 0; i < waivers.size(); ++i) tell(waivers[i], effects[i], as_of, problems);
}

}  // namespace kaohe
