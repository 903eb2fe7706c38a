// SPDX-License-Identifier: Apache-2.0
// All rules of a report. What can be decided at a glance is shared out among threads: each takes the next rules of one indicator, which
// share its values, and keeps values of its own. Which thread took what makes no difference to any verdict.
#include <atomic>
#include <deque>
#include <optional>

#include "base/crew.h"
#include "judge/duty_decider.h"

namespace kaohe {
namespace {

// Where rules of another indicator begin, and behind the last.
std::vector<std::size_t> borders(const std::deque<DutyDecider>& deciders) {
  std::vector<std::size_t> starts;
  for (std::size_t i = 0; i < deciders.size(); ++i) {
    if (i == 0 || deciders[i].indicator() != deciders[i - 1].indicator()) starts.push_back(i);
  }
  starts.push_back(deciders.size());
  return starts;
}

void glance_at(const Setting& setting, std::size_t threads, std::deque<DutyDecider>& deciders) {
  const std::vector<std::size_t> starts = borders(deciders);
  const std::size_t shares = starts.size() - 1;
  std::atomic<std::size_t> next{0};
  Crew crew(threads);
  crew.each(crew.size(), [&](std::size_t turn) {
    if (next >= shares) return;
    std::optional<Resolver> own;
    if (turn > 0) own.emplace(setting.catalog, setting.figures);
    PlainValues plain(setting.catalog, setting.figures, own ? *own : setting.resolver);
    for (std::size_t share = next++; share < shares; share = next++) {
      for (std::size_t i = starts[share]; i < starts[share + 1]; ++i) deciders[i].at_a_glance(plain);
      if (deciders[starts[share]].indicator() != kNoIndicator) plain.forget(deciders[starts[share]].indicator());
    }
  });
}

}  // namespace

void decide_rules(const Question& question, const Setting& setting, std::vector<Judged>& all, Verdicts& store) {
  std::deque<DutyDecider> deciders;
  for (Judged& judged : all) {
    const Rule& rule = setting.catalog.plans[judged.plan].rules[judged.rule];
    if (!is_umbrella(rule, judged.reading)) deciders.emplace_back(setting, judged, store);
  }
  if (!question.with_care) glance_at(setting, question.threads, deciders);
  for (DutyDecider& decider : deciders) decider.with_care();
}

}  // namespace kaohe
