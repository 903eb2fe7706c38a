// SPDX-License-Identifier: Apache-2.0
// Who is judged: also for those who only want to tell it.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "base/phrase.h"
#include "model/plan.h"
#include "model/region.h"
#include "model/shared.h"

namespace kaohe {

// One unit that a duty judges. At most one of the two reasons is set.
struct Unit {
  std::uint32_t region = kNoRegion;
  Shared<std::string> item;
  Shared<Phrase> exempt;   // the rule does not apply, and why
  Shared<Phrase> unknown;  // whether it applies is not known, and why
  friend bool operator==(const Unit&, const Unit&) = default;
};

using Units = std::shared_ptr<const std::vector<Unit>>;

// Finds who is judged. Keeps the groups it has found: hundreds of rules bind each county on the same day.
class UnitFinder {
 public:
  // `regions` must outlive the finder.
  explicit UnitFinder(const Register& regions);

  // Who is judged on `day`, by code, then in the order of the items. Days with the same units share one list.
  [[nodiscard]] Units find(const Plan& plan, const Who& who, const Date& day);

 private:
  struct Known;

  [[nodiscard]] std::vector<Unit> look(const Plan& plan, const Who& who, const Date& day);
  // The entries that one word of `for` names.
  std::vector<std::uint32_t> bound(const Plan& plan, Each each, const std::vector<std::string>& codes, const Date& day);

  // Does it have the attributes? `listed`: what their regions have become.
  Membership matches(std::uint32_t unit, const Attributes& attributes, const std::vector<std::uint32_t>& listed);

  const Register& regions_;
  std::shared_ptr<Known> known_;
};

[[nodiscard]] inline std::vector<Unit> units_of(const Register& regions, const Plan& plan, const Who& who, const Date& day) {
  return *UnitFinder(regions).find(plan, who, day);
}

}  // namespace kaohe
