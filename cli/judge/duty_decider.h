// SPDX-License-Identifier: Apache-2.0
// Decides all verdicts of one duty, in two turns. First at a glance, which any thread may do: a threshold on plain values
// (plain_threshold.h), and a unit of which nothing at all was handed in that matters. Then with care, on the thread that owns the
// report, for texts are shared there: what is left is judged in full (duty.cc), and only what was decided is kept of it.
#pragma once

#include <optional>
#include <vector>

#include "judge/plain_threshold.h"
#include "judge/session.h"

namespace kaohe {

class DutyDecider {
 public:
  // Who is judged, and when; what the verdicts refer to is added to `store`. All must outlive it. Not for umbrella duties.
  DutyDecider(const Setting& setting, Judged& judged, Verdicts& store);

  [[nodiscard]] std::size_t indicator() const { return duty_.indicator; }
  // `plain` is this thread's alone.
  void at_a_glance(PlainValues& plain);
  // Everything, where no glance was taken.
  void with_care();

 private:
  struct At {
    Slot slot;
    Units units;
    std::uint32_t batch;
    std::optional<Brief> nothing;  // of a unit of which nothing was handed in, once one was met
  };

  void add(const Slot& slot);
  void make_room();
  template <typename Do>
  void in_order(const Do& what);
  // What needs no figures: who is exempt, and who handed in nothing. False: it is not to be said at a glance.
  bool settle(At& at, const Unit& unit, Brief& brief) const;
  // Of a unit of which nothing was handed in; nullopt where it takes care to say.
  [[nodiscard]] std::optional<Brief> of_nothing(const Duty& duty, const Slot& slot) const;
  Brief careful(At& at, const Unit& unit);
  [[nodiscard]] bool nothing_of(const Unit& unit) const { return nothing_ || (nothing_of_silent_ && setting_.resolver.silent(unit.region)); }
  [[nodiscard]] Brief undecided(const std::optional<Date>& due) const;

  const Setting& setting_;
  const Plan& plan_;
  const Rule& rule_;
  const Duty& duty_;
  bool nothing_;            // was handed in that could matter
  bool nothing_of_silent_;  // likewise, of units without any figure
  Judged& judged_;
  Verdicts& store_;
  std::vector<At> at_;  // by time
  bool glanced_ = false;
  std::vector<std::uint32_t> left_;  // after the glance: which verdicts take care
};

}  // namespace kaohe
