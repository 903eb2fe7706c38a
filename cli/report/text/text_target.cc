// SPDX-License-Identifier: Apache-2.0
// The target of a verdict in the reader's words.
#include "model/words.h"
#include "report/text/text_parts.h"

namespace kaohe {

std::string target_text(const Page& page, const Report& report, const Verdict& verdict) {
  const Duty& duty = report.rule_of(verdict).duty(verdict.reading.value_or(Reading::kPlain));
  const IndicatorTable& indicators = report.catalog.indicators;
  if (duty.test.kind != TestKind::kThreshold) return page.say(test_words(indicators, duty, verdict.due));
  std::string out = page.say(target_words(indicators, verdict.target));
  const bool local = verdict.region < report.catalog.regions.regions.size() &&
                     duty.local.count(report.catalog.regions[verdict.region].code) > 0;
  if (local) out += page.say({"（下达到本地的目标）", " (local target)"});
  return out;
}

}  // namespace kaohe
