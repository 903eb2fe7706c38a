// SPDX-License-Identifier: Apache-2.0
#include "load/submission/layout/title.h"

#include <algorithm>

#include "base/text.h"

namespace kaohe {
namespace {

constexpr std::size_t kLongestTitle = 1000;  // bytes: longer text is no title
constexpr std::size_t kLongestName = 60;     // bytes
constexpr std::size_t kShortestName = 5;     // bytes: two Han characters; shorter ones stand in other words

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::size_t step(std::string_view text) { return std::max<std::size_t>(1, utf8_length(text.substr(0, 4))); }

struct Match {
  std::size_t at, length;
  std::vector<std::uint32_t> regions;
  std::vector<std::size_t> indicators;
};

// The longest name at each place; `find` gives a Match without its place, or nothing.
template <typename Find>
std::vector<Match> longest_names(std::string_view text, Find find) {
  std::vector<Match> found;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t taken = 0;
    for (std::size_t length = std::min(kLongestName, text.size() - at); length >= kShortestName; --length) {
      const bool whole = at + length == text.size() || (static_cast<unsigned char>(text[at + length]) & 0xC0) != 0x80;
      if (!whole) continue;
      if (std::optional<Match> match = find(name_key(text.substr(at, length)))) {
        match->at = at;
        match->length = length;
        found.push_back(*match);
        taken = length;
        break;
      }
    }
    at += taken > 0 ? taken : step(text.substr(at));
  }
  return found;
}

}  // namespace

// "2020年", "2020年上半年", "2020年1-10月": the longest that reads as a period. A year at the end of a span (2016-2020年)
// is none.
std::optional<Period> period_of_title(std::string_view title) {
  constexpr std::size_t kLongest = 40;  // bytes of the longest form, 2020年12月31日 and more
  const std::string text = fold_width(title);
  std::optional<Period> only;
  for (std::size_t at = 0; at + 4 < text.size(); ++at) {
    const std::string_view rest = std::string_view(text).substr(at);
    if (!std::all_of(rest.begin(), rest.begin() + 4, is_digit)) continue;
    const std::string_view before = std::string_view(text).substr(0, at);
    const auto ends = [before](std::string_view mark) {
      return before.size() >= mark.size() && before.substr(before.size() - mark.size()) == mark;
    };
    if (ends("-") || ends("~") || ends("—") || ends("–") || ends("至") || ends("到") || (at > 0 && is_digit(text[at - 1]))) {
      return std::nullopt;
    }
    if (rest.substr(4, 3) != "年") continue;
    for (std::size_t length = std::min(kLongest, rest.size()); length > 4; --length) {
      const std::string_view part = rest.substr(0, length);
      const std::optional<Period> period = is_utf8(part) ? parse_period(part) : std::nullopt;
      if (!period) continue;
      if (only && !(*only == *period)) return std::nullopt;
      only = period;
      at += length - 1;
      break;
    }
  }
  return only;
}

void TitleText::add(std::string_view text) {
  if (text_.size() >= kLongestTitle || text.empty()) return;
  std::size_t end = 0;
  while (end < text.size() && text_.size() + end < kLongestTitle) end += step(text.substr(end));
  text_ += text.substr(0, end);
  text_ += ' ';
}

std::vector<std::string> TitleText::regions(const Register& regions) const {
  const std::vector<Match> all = longest_names(text_, [&](const std::string& key) -> std::optional<Match> {
    const auto entry = regions.by_name.find(key);
    if (entry == regions.by_name.end()) return std::nullopt;
    return Match{0, 0, entry->second, {}};
  });
  struct Found {
    std::string text;
    std::uint32_t entry;
    bool full;
  };
  std::vector<Found> named;
  for (const Match& match : all) {
    std::string text = text_.substr(match.at, match.length);
    const std::uint32_t entry = match.regions.front();
    named.push_back({text, entry, name_key(regions[entry].name) == name_key(text)});
  }
  if (std::any_of(named.begin(), named.end(), [](const Found& one) { return one.full; })) {
    named.erase(std::remove_if(named.begin(), named.end(), [](const Found& one) { return !one.full; }), named.end());
  }
  const auto same = [&](std::uint32_t a, std::uint32_t b) { return regions.within(a, b) && regions.within(b, a); };
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < named.size(); ++i) {
    bool dropped = false;
    for (std::size_t j = 0; j < named.size() && !dropped; ++j) {
      if (i == j) continue;
      const bool twice = same(named[i].entry, named[j].entry);
      dropped = twice ? j < i : regions.within(named[j].entry, named[i].entry);
    }
    if (!dropped) texts.push_back(named[i].text);
  }
  return texts;
}

std::vector<TitleText::Named> TitleText::indicators(const IndicatorTable& table) const {
  const std::string text = fold_width(text_);
  const std::vector<Match> all = longest_names(text, [&](const std::string& key) -> std::optional<Match> {
    const auto entry = table.by_name.find(key);
    if (entry == table.by_name.end()) return std::nullopt;
    return Match{0, 0, {}, entry->second};
  });
  std::vector<Named> named;
  for (const Match& match : all) {
    for (const std::size_t index : match.indicators) {
      if (std::any_of(named.begin(), named.end(), [&](const Named& one) { return one.indicator == index; })) continue;
      Named one{index, {}};
      const std::string_view rest = trim(std::string_view(text).substr(match.at + match.length));
      const std::size_t close = rest.find(')');
      if (!rest.empty() && rest.front() == '(' && close != std::string_view::npos) one.unit = rest.substr(1, close - 1);
      named.push_back(std::move(one));
    }
  }
  return named;
}

}  // namespace kaohe
