// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "base/text.h"
#include "model/words.h"
#include "report/text/text_parts.h"

namespace kaohe {

// A glyph always stands with its word; neither means anything by colour alone.
std::string glyph(Outcome outcome) {
  switch (outcome) {
    case Outcome::kPass: return "✓";
    case Outcome::kFail: return "✗";
    case Outcome::kMissing: return "?";
    case Outcome::kInvalid: return "!";
    case Outcome::kNotDue: return ">";
    case Outcome::kExempt: return "-";
    case Outcome::kWaived: break;
  }
  return "~";
}

Ink ink_of(Outcome outcome) {
  switch (outcome) {
    case Outcome::kPass: return Ink::kGreen;
    case Outcome::kFail:
    case Outcome::kInvalid: return Ink::kRed;
    case Outcome::kMissing: return Ink::kYellow;
    case Outcome::kNotDue: return Ink::kCyan;
    case Outcome::kExempt:
    case Outcome::kWaived: break;
  }
  return Ink::kDim;
}

Phrase tier_name(Tier tier) { return name(tier); }

Phrase reading_name(Reading reading) {
  return reading == Reading::kPlain ? Phrase{"通常理解", "plain"} : Phrase{"从严理解", "strict"};
}

Phrase deed_word(DeedStatus status) { return name(status); }

std::string plan_title(const Page& page, const Plan& plan) {
  return page.language() == Language::kZh ? "《" + plan.title.zh + "》" : plan.title.en;
}

std::string region_name(const Report& report, std::uint32_t region) {
  return region < report.catalog.regions.regions.size() ? report.catalog.regions[region].name : std::string("?");
}

namespace {

std::string unit_name(const Page& page, const Report& report, std::uint32_t region, const std::string& item) {
  std::string out = region_name(report, region);
  if (!item.empty()) out += page.say({"（" + item + "）", " (" + item + ")"});
  return out;
}

}  // namespace

std::string unit_name(const Page& page, const Report& report, const Verdict& verdict) { return unit_name(page, report, verdict.region, verdict.item); }
std::string unit_name(const Page& page, const Report& report, const Brief& brief) { return unit_name(page, report, brief.region, report.verdicts.item(brief)); }

std::string first_names(const Page& page, const std::vector<std::string>& names, std::size_t most) {
  std::string out;
  for (std::size_t i = 0; i < names.size() && i < most; ++i) {
    if (i > 0) out += page.say({"、", ", "});
    out += names[i];
  }
  if (names.size() > most) out += page.say({"等", " …"});
  return out;
}

std::string name_list(const Page& page, const std::vector<std::string>& names, std::size_t most) {
  std::string out = first_names(page, names, most);
  if (names.size() <= most) return out;
  return out + page.say({fmt::format(" {} 个", names.size()), fmt::format(" {} in all", names.size())});
}

std::string joined(const Page& page, const std::vector<std::string>& pieces) {
  std::string out;
  for (const std::string& piece : pieces) {
    if (piece.empty()) continue;
    if (!out.empty()) out += page.say({"，", ", "});
    out += piece;
  }
  return out;
}

// A difference of percentages is in percentage points, which is another unit than the percent of a share.
std::string amount(const Page& page, std::string_view number, std::string_view unit, bool difference) {
  std::string out(number);
  if (unit == "days") return out + page.say({" 天", number == "1" ? " day" : " days"});
  if (unit == "%" && difference) return out + page.say({" 个百分点", " pp"});
  return unit.empty() ? out : out + " " + std::string(unit);
}

namespace {

// "58.2 .. 64.9", "58.2 ..", ".. 64.9": what is known of a value whose parts are not all there.
std::string bounds_text(const Page& page, const Verdict& verdict) {
  constexpr std::string_view kTo = "..";
  const std::string& bounds = verdict.bounds;
  const std::size_t at = bounds.find(kTo);
  const std::string low(trim(std::string_view(bounds).substr(0, at)));
  const std::string high(at == std::string::npos ? std::string_view() : trim(std::string_view(bounds).substr(at + kTo.size())));
  const std::string low_amount = amount(page, low, *verdict.unit, false);
  const std::string high_amount = amount(page, high, *verdict.unit, false);
  if (high.empty()) return page.say({"至少 " + low_amount, "at least " + low_amount});
  if (low.empty()) return page.say({"至多 " + high_amount, "at most " + high_amount});
  return page.say({"介于 " + low + " 与 " + high_amount + "之间", "between " + low + " and " + high_amount});
}

}  // namespace

bool is_number(const Report& report, const Verdict& verdict) {
  return report.rule_of(verdict).duty(verdict.reading.value_or(Reading::kPlain)).test.kind == TestKind::kThreshold;
}

std::string facts(const Page& page, const Report& report, const Verdict& verdict) {
  std::vector<std::string> pieces;
  const bool days = verdict.unit == "days";
  if (!verdict.value_text.empty()) pieces.push_back(days ? verdict.value_text : amount(page, verdict.value_text, *verdict.unit, false));
  if (!verdict.bounds.empty()) pieces.push_back(bounds_text(page, verdict));
  const std::string target = target_text(page, report, verdict);
  if (!target.empty()) pieces.push_back(page.say({(is_number(report, verdict) ? "目标 " : "要求 ") + target, "target " + target}));
  if (!verdict.margin_text.empty()) {
    const bool below = verdict.margin_text[0] == '-';
    const std::string how_much = amount(page, std::string_view(verdict.margin_text).substr(below ? 1 : 0), *verdict.unit, true);
    if (days) {
      pieces.push_back(below ? page.say({"逾期 " + how_much, how_much + " late"}) : page.say({"提前 " + how_much, how_much + " early"}));
    } else {
      pieces.push_back(below ? page.say({"差 " + how_much, "short by " + how_much}) : page.say({"余量 " + how_much, "margin " + how_much}));
    }
  }
  return joined(page, pieces);
}

}  // namespace kaohe
