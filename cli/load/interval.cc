// SPDX-License-Identifier: Apache-2.0
#include "load/interval.h"

#include <fmt/format.h>

#include <array>
#include <charconv>

#include "base/text.h"

namespace kaohe {
namespace {

constexpr int kMostUnits = 1000;

struct IntervalWord {
  std::string_view one;
  std::string_view many;
  IntervalUnit unit;
};
constexpr std::array<IntervalWord, 4> kWords = {{{"day", "days", IntervalUnit::kDay},
                                                 {"month", "months", IntervalUnit::kMonth},
                                                 {"quarter", "quarters", IntervalUnit::kQuarter},
                                                 {"year", "years", IntervalUnit::kYear}}};

std::optional<Interval> parse_interval(std::string_view text) {
  Interval interval;
  interval.text = text;
  const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
  if (digits > 0) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + digits, interval.count);
    if (error != std::errc() || end != text.data() + digits || interval.count < 1 || interval.count > kMostUnits)
      return std::nullopt;
  }
  const std::string_view name = trim(text.substr(digits));
  for (const IntervalWord& word : kWords) {
    if (name != word.one && !(digits > 0 && name == word.many)) continue;
    interval.unit = word.unit;
    return interval;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Interval> read_interval(std::string_view key, const Text& text, Problems& problems) {
  std::string_view rest = trim(text.text);
  const bool bound = rest.substr(0, 2) == "<=";
  const bool wants_bound = key == "gap";
  if (bound) rest = trim(rest.substr(2));
  auto interval = bound == wants_bound ? parse_interval(rest) : std::nullopt;
  if (interval) return interval;
  const std::string_view example = wants_bound ? "\"<= 2 years\"" : "\"month\"、\"2 years\"";
  const std::string_view example_en = wants_bound ? "\"<= 2 years\"" : "\"month\" or \"2 years\"";
  add_once(problems, "interval-syntax", text.place, text.text,
           {fmt::format("“{}”的“{}”不是时间间隔", key, visible(text.text)),
            fmt::format("\"{}\" of \"{}\" is no length of time", visible(text.text), key)},
           {fmt::format("写法如 {}", example), fmt::format("write it like {}", example_en)});
  return std::nullopt;
}

}  // namespace kaohe
