// SPDX-License-Identifier: Apache-2.0
// `kaohe rules`: a line a rule. A cell too wide for its column is cut, the full text is `kaohe explain`'s.
#include "base/text.h"
#include "report/listing/duty_words.h"
#include "report/json/json_parts.h"
#include "report/listing.h"
#include "report/listing/rule_json.h"
#include "report/table.h"
#include "report/text/text_parts.h"
#include "version.h"

namespace kaohe {
namespace {

constexpr std::size_t kTitleWidth = 44;
constexpr std::size_t kWhoWidth = 28;
constexpr std::size_t kTestWidth = 40;
constexpr std::size_t kNoWrap = 100'000;

std::string cut(const std::string& text, std::size_t width) {
  constexpr std::string_view kCut = "...";
  if (screen_width(text) <= width) return text;
  std::string out;
  std::size_t used = kCut.size();
  for (const std::string& character : utf8_characters(text)) {
    used += screen_width(character);
    if (used > width) break;
    out += character;
  }
  return out + std::string(kCut);
}

}  // namespace

std::string rules_text(const Catalog& catalog, const std::vector<RuleRef>& rules, Language language, const Style& style) {
  Style wide = style;
  wide.width = kNoWrap;
  Page page(wide, language);
  TextTable table({{page.say({"规则", "rule"})},
                   {page.say({"类别", "tier"})},
                   {page.say({"检验", "kind"})},
                   {page.say({"标题", "title"})},
                   {page.say({"对象", "who"})},
                   {page.say({"要求", "target"})},
                   {page.say({"期限", "due"})}});
  for (const RuleRef& one : rules) {
    const Duty& duty = one.rule->plain;
    table.row({{one.rule->full_id},
               {page.say(tier_name(one.rule->tier))},
               {page.say(name(duty.test.kind))},
               {cut(page.say(one.rule->title), kTitleWidth)},
               {cut(units_words(page, catalog, *one.plan, duty.who), kWhoWidth)},
               {cut(asked_words(page, catalog, duty), kTestWidth)},
               {page.say(due_words(duty.due))}});
  }
  table.write(page, 0);
  return page.take();
}

std::string rules_json(const Catalog& catalog, const std::vector<RuleRef>& rules, Language language) {
  Json list = Json::array();
  for (const RuleRef& rule : rules) list.push_back(json_of_rule(catalog, rule, language));
  Json out;
  out["kaohe"] = kVersion;
  out["format"] = 1;
  out["lang"] = language == Language::kZh ? "zh" : "en";
  out["rules"] = std::move(list);
  return json_text(out);
}

}  // namespace kaohe
