// SPDX-License-Identifier: Apache-2.0
// data/checks.toml: the cross-checks, and what each needs.
#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "load/load.h"
#include "load/prepared/prepared.h"
#include "load/table_reader.h"

namespace kaohe {
namespace {

class CheckLoader {
 public:
  CheckLoader(const IndicatorTable& indicators, Problems& problems) : indicators_(indicators), problems_(problems) {}

  std::vector<Check> load(const TomlValue& root) {
    const TableReader keys(root, problems_);
    keys.only({"check"});
    for (const TomlValue* entry : keys.tables("check")) read(TableReader(*entry, problems_));
    return std::move(checks_);
  }

 private:
  void read(const TableReader& keys) {
    keys.only({"id", "kind", "title", "why", "indicators", "limit", "least", "opening", "closing", "plus", "minus", "at_most"});
    Check check;
    check.place = keys.place();
    const auto id = keys.placed_text("id", Need::kRequired);
    const auto kind = keys.choice<CheckKind>("kind",
                                             {{"parts", CheckKind::kParts}, {"ratio", CheckKind::kRatio}, {"months", CheckKind::kMonths},
                                              {"balance", CheckKind::kBalance}, {"jump", CheckKind::kJump},
                                              {"same-year", CheckKind::kSameYear}, {"on-target", CheckKind::kOnTarget}},
                                             Need::kRequired);
    check.title = keys.phrase("title", Need::kRequired);
    check.why = keys.phrase("why", Need::kRequired);
    check.indicators = indices(keys, "indicators");
    check.plus = indices(keys, "plus");
    check.minus = indices(keys, "minus");
    check.opening = index(keys, "opening", Need::kOptional);
    check.at_most = keys.yes("at_most");
    check.least = static_cast<std::size_t>(std::max<std::int64_t>(1, keys.whole("least").value_or(1)));
    if (kind == CheckKind::kBalance) check.closing = index(keys, "closing", Need::kRequired);
    const bool limited = kind != CheckKind::kJump || read_limit(keys, check);
    if (!id || !kind || !limited || (kind == CheckKind::kBalance && check.closing == kNoIndicator)) return;
    check.id = id->text;
    check.kind = *kind;
    checks_.push_back(std::move(check));
  }

  // "50 %"
  bool read_limit(const TableReader& keys, Check& check) {
    const auto text = keys.placed_text("limit", Need::kRequired);
    if (!text) return false;
    std::string_view number = trim(text->text);
    if (number.empty() || number.back() != '%') number = {};
    if (!number.empty()) number = trim(number.substr(0, number.size() - 1));
    const std::optional<Decimal> percent = parse_decimal(number);
    if (percent && percent->value.sign() > 0) {
      check.limit = percent->value / Rational(100);
      check.limit_text = text->text;
      return true;
    }
    problems_.add("value-unknown", text->place, text->text,
                  {fmt::format("limit “{}”不是大于零的百分数", visible(text->text)), fmt::format("limit \"{}\" is no percentage above zero", visible(text->text))},
                  {"写法如 \"50 %\"", "write it like \"50 %\""});
    return false;
  }

  std::size_t find(const Text& id) {
    const auto found = indicators_.find_id(id.text);
    if (found) return *found;
    problems_.add("indicator-unknown", id.place, id.text,
                  {fmt::format("“{}”不是已知指标", visible(id.text)), fmt::format("\"{}\" is not a known indicator", visible(id.text))});
    return kNoIndicator;
  }

  std::size_t index(const TableReader& keys, std::string_view key, Need need) {
    const auto id = keys.placed_text(key, need);
    return id ? find(*id) : kNoIndicator;
  }

  std::vector<std::size_t> indices(const TableReader& keys, std::string_view key) {
    std::vector<std::size_t> found;
    for (const Text& id : keys.texts(key)) {
      const std::size_t one = find(id);
      if (one != kNoIndicator) found.push_back(one);
    }
    return found;
  }

  const IndicatorTable& indicators_;
  Problems& problems_;
  std::vector<Check> checks_;
};

}  // namespace

std::vector<Check> load_checks(const Source& file, const IndicatorTable& indicators, Problems& problems) {
  if (!file.prepared.empty()) return prepared_checks(file, problems);
  const auto root = parse_toml(file, problems);
  return root ? CheckLoader(indicators, problems).load(*root) : std::vector<Check>{};
}

}  // namespace kaohe
