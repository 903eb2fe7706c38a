// SPDX-License-Identifier: Apache-2.0
// `kaohe explain CHECK`: a cross-check of data/checks.toml, as a page or as JSON.
#include "report/json/json_parts.h"
#include "report/listing.h"
#include "report/page.h"

namespace kaohe {
namespace {

Phrase kind_name(const Check& check, const IndicatorTable& indicators) {
  const auto names = [&](const std::vector<std::size_t>& all, std::string_view sign) {
    std::string out;
    for (const std::size_t one : all) out += std::string(sign) + indicators[one].id;
    return out;
  };
  switch (check.kind) {
    case CheckKind::kParts: return {"各下级地区之和 = 上级", "sum of a region's parts = the region"};
    case CheckKind::kRatio: return {"分子 ÷ 分母 = 比率", "numerator / denominator = ratio"};
    case CheckKind::kMonths: return {"十二个月之和或均值 = 全年", "sum or mean of twelve months = the year"};
    case CheckKind::kJump: return {"比上年变动不超过 " + check.limit_text, "changes by no more than " + check.limit_text + " from the year before"};
    case CheckKind::kSameYear:
      return {"与上年逐位相同的指标少于 " + std::to_string(check.least) + " 个，或有不同的", "fewer than " + std::to_string(check.least) + " indicators that equal the year before, or some that do not"};
    case CheckKind::kOnTarget:
      return {"恰好等于目标值的地区少于 " + std::to_string(check.least) + " 个或不足一半", "fewer than " + std::to_string(check.least) + " regions, or less than half, exactly on a target"};
    case CheckKind::kBalance: break;
  }
  const std::string opening = check.opening == kNoIndicator ? "" : indicators[check.opening].id;
  const std::string sign = check.at_most ? " <= " : " = ";
  const std::string flows = names(check.plus, " + ") + names(check.minus, " - ");
  return {indicators[check.closing].id + sign + (opening.empty() ? "上年末" : opening) + flows,
          indicators[check.closing].id + sign + (opening.empty() ? "the year before" : opening) + flows};
}

}  // namespace

std::string check_text(const Catalog& catalog, const Check& check, Language language, const Style& style) {
  Page page(style, language);
  page.line(0, {{page.say(check.title), Ink::kBold}, {"  " + check.id, Ink::kDim}});
  page.line(2, page.say(kind_name(check, catalog.indicators)));
  page.line(2, page.say(check.why));
  for (const std::size_t indicator : check.indicators) page.line(2, catalog.indicators[indicator].id);
  page.line(2, page.say({"发现时给出警告，不影响任何结论；--no-check " + check.id + " 关闭", "Told as a warning; no verdict depends on it. --no-check " + check.id + " switches it off"}), Ink::kDim);
  return page.take();
}

std::string check_json(const Catalog& catalog, const Check& check, Language language) {
  Json out;
  out["check"] = check.id;
  out["kind"] = word(check.kind);
  out["title"] = check.title.in(language);
  out["expects"] = kind_name(check, catalog.indicators).in(language);
  out["why"] = check.why.in(language);
  return json_text(out);
}

}  // namespace kaohe
