// SPDX-License-Identifier: Apache-2.0
// A duty in a reader's words: what it asks, of whom, until when. Thresholds are told as the plan writes them.
#pragma once

#include <optional>
#include <string>

#include "base/phrase.h"
#include "model/catalog.h"

namespace kaohe {

[[nodiscard]] const Phrase& name(Tier tier);          // 约束性, 预期性, 举措
[[nodiscard]] const Phrase& name(DeedStatus status);  // 启动, 印发 … 未办
[[nodiscard]] const Phrase& name(TestKind kind);      // 数值要求, 变化要求 …

// ">= 85.3 %" with the reader's signs, and the other indicator's name where it refers to one.
[[nodiscard]] Phrase target_words(const IndicatorTable& indicators, const std::string& target);
// What the test of `duty` asks; `due` the day a deed must be done by, where there is one.
[[nodiscard]] Phrase test_words(const IndicatorTable& indicators, const Duty& duty, const std::optional<Date>& due);
// Who is judged: "each county except …", with how many items.
[[nodiscard]] Phrase who_words(const Register& regions, const Plan& plan, const Who& who);
[[nodiscard]] Phrase due_words(const Due& due);
[[nodiscard]] Phrase roll_up_words(const RollUp& roll_up);

}  // namespace kaohe
