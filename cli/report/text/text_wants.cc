// SPDX-License-Identifier: Apache-2.0
// What to obtain. Missing figures are grouped by indicator, period and regions, and those that hold up most binding rules come first.
// Hundreds of rules lack something of each of a hundred counties and few of the groups are printed: names are numbers until then.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>

#include "report/text/text_parts.h"

namespace kaohe {
namespace {

constexpr std::size_t kFewWants = 10;
constexpr std::size_t kFewNames = 6;
constexpr std::uint32_t kNoNumber = UINT32_MAX;

// Units as whoever reads the list tells them apart: regions of one name are one. Each has a number, and a name once it is printed.
class Names {
 public:
  Names(const Page& page, const Report& report) : page_(page), report_(report), of_region_(report.catalog.regions.regions.size() + 1, kNoNumber) {}

  // `item`: its number in the report.
  std::uint32_t number(std::uint32_t region, std::uint16_t item) {
    std::uint32_t& known = of_region_[std::min<std::size_t>(region, of_region_.size() - 1)];
    if (known == kNoNumber) known = regions_.try_emplace(region_name(report_, region), static_cast<std::uint32_t>(regions_.size())).first->second;
    const auto [at, is_new] = numbers_.try_emplace(std::uint64_t{known} << 16U | item, static_cast<std::uint32_t>(units_.size()));
    if (!is_new) return at->second;
    Brief& unit = units_.emplace_back();
    unit.region = region;
    unit.item = item;
    return at->second;
  }
  [[nodiscard]] std::size_t size() const { return units_.size(); }
  [[nodiscard]] std::vector<std::string> of(const std::vector<std::uint32_t>& numbers) const {
    std::vector<std::string> out;
    out.reserve(numbers.size());
    for (const std::uint32_t one : numbers) out.push_back(unit_name(page_, report_, units_[one]));
    return out;
  }

 private:
  const Page& page_;
  const Report& report_;
  std::vector<std::uint32_t> of_region_;  // the number of its name; the last is that of none
  std::unordered_map<std::string, std::uint32_t> regions_;
  std::unordered_map<std::uint64_t, std::uint32_t> numbers_;  // by the name's number and the item's
  std::vector<Brief> units_;
};

struct Want {
  std::uint32_t what = 0;              // which of the texts
  std::vector<Period> periods;         // none: of no period
  std::vector<std::uint32_t> regions;  // the numbers of their names, in the order met
  std::vector<bool> named;             // the same, by number, once they are many
  std::vector<const Rule*> rules;      // held up by it, in order
  std::size_t binding = 0;             // of these

  void add(std::uint32_t region, std::size_t names) {
    if (is_named(region)) return;
    regions.push_back(region);
    if (regions.size() <= kFewNames) return;
    if (region >= named.size()) named.resize(2 * names);
    named[region] = true;
    if (regions.size() > kFewNames + 1) return;
    for (const std::uint32_t one : regions) named[one] = true;
  }
  // Rules come one after the other.
  void add(const Rule& rule) {
    if (!rules.empty() && rules.back() == &rule) return;
    rules.push_back(&rule);
    if (rule.tier == Tier::kBinding) ++binding;
  }

 private:
  [[nodiscard]] bool is_named(std::uint32_t region) const {
    if (named.empty()) return std::find(regions.begin(), regions.end(), region) != regions.end();
    return region < named.size() && named[region];
  }
};

class Wants {
 public:
  Wants(const Page& page, const Report& report)
      : page_(page), report_(report), names_(page, report), of_indicator_(report.catalog.indicators.indicators.size(), kNoNumber) {}

  // `item`: the number of what it is of.
  void note(const Lack& lack, std::uint16_t item, const Rule& rule) {
    note(lack.indicator == kNoIndicator ? record_of(rule) : figure_of(lack.indicator), lack.period, names_.number(lack.region, item), rule);
  }
  void note_deed(const Brief& brief, const Rule& rule) { note(record_of(rule), std::nullopt, names_.number(brief.region, brief.item), rule); }

  // The base and the end of a trend are asked for of the same regions: one line for both. What holds up most comes first; ties stay in
  // the order of the rules.
  [[nodiscard]] std::vector<const Want*> in_order() {
    std::vector<const Want*> out;
    std::vector<std::vector<Want*>> of_text(texts_.size());
    for (Want& want : all_) {
      std::vector<Want*>& alike = of_text[want.what];
      const auto same = std::find_if(alike.begin(), alike.end(), [&want](const Want* other) {
        return !other->periods.empty() && !want.periods.empty() && other->regions == want.regions && other->rules == want.rules;
      });
      if (same != alike.end()) {
        (*same)->periods.push_back(want.periods.front());
        continue;
      }
      alike.push_back(&want);
      out.push_back(&want);
    }
    std::stable_sort(out.begin(), out.end(), [](const Want* a, const Want* b) {
      return std::make_tuple(b->binding, b->rules.size(), a->regions.size()) < std::make_tuple(a->binding, a->rules.size(), b->regions.size());
    });
    return out;
  }
  [[nodiscard]] std::string regions_of(const Want& want, std::size_t most) const { return name_list(page_, names_.of(want.regions), most); }
  [[nodiscard]] std::string text_of(const Want& want) const {
    const Text& text = texts_[want.what];
    std::string out = text.is_deed ? page_.say({"办理记录“" + *text.name + "”", "record of “" + *text.name + "”"}) : *text.name;
    for (std::size_t i = 0; i < want.periods.size(); ++i) {
      out += i == 0 ? page_.say({"，", ", "}) : page_.say({"、", ", "});
      out += want.periods[i].text();
    }
    return out;
  }

 private:
  // What is printed, after its name: indicators of one name are one. With all that is wanted of it, each of another period.
  struct Text {
    const std::string* name;
    bool is_deed;
    std::vector<std::uint32_t> wants;
  };
  using Numbers = std::unordered_map<std::string, std::uint32_t>;  // in texts_, by name

  std::uint32_t figure_of(std::size_t indicator) {
    std::uint32_t& known = of_indicator_[indicator];
    if (known == kNoNumber) known = text_number(figures_, page_.say(report_.catalog.indicators[indicator].name()));
    return known;
  }
  std::uint32_t record_of(const Rule& rule) {
    if (rule_ != &rule) of_rule_ = text_number(deeds_, page_.say(rule.title));
    rule_ = &rule;
    return of_rule_;
  }
  std::uint32_t text_number(Numbers& numbers, const std::string& name) {
    const auto [at, is_new] = numbers.try_emplace(name, static_cast<std::uint32_t>(texts_.size()));
    if (is_new) texts_.push_back({&at->first, &numbers == &deeds_, {}});
    return at->second;
  }
  void note(std::uint32_t text, const std::optional<Period>& period, std::uint32_t unit, const Rule& rule) {
    Want& want = want_of(text, period);
    want.add(unit, names_.size());
    want.add(rule);
  }
  Want& want_of(std::uint32_t text, const std::optional<Period>& period) {
    for (const std::uint32_t one : texts_[text].wants) {
      if (period ? !all_[one].periods.empty() && all_[one].periods.front() == *period : all_[one].periods.empty()) return all_[one];
    }
    texts_[text].wants.push_back(static_cast<std::uint32_t>(all_.size()));
    Want& want = all_.emplace_back();
    want.what = text;
    if (period) want.periods.push_back(*period);
    return want;
  }

  const Page& page_;
  const Report& report_;
  Names names_;
  std::vector<Want> all_;
  std::vector<Text> texts_;
  Numbers figures_, deeds_;
  std::vector<std::uint32_t> of_indicator_;
  const Rule* rule_ = nullptr;  // the last that lacked a record, and its text
  std::uint32_t of_rule_ = kNoNumber;
};

// What the verdicts of one rule lack. Where unit after unit handed in nothing, one of them is made in full for all of its batch; a deed
// that nobody recorded lacks itself.
void note_lacks(const View& view, const RuleView& rule, Wants& wants) {
  const Report& report = view.report;
  std::map<std::uint32_t, std::vector<Lack>> of_batch;
  each_verdict(view, rule, [&](std::uint32_t number, const Brief& brief) {
    if (brief.outcome != Outcome::kMissing) return;
    const TestKind kind = rule.rule->duty(report.verdicts.batch(brief).duty).test.kind;
    if (kind == TestKind::kUmbrella) return;  // what the rules under it lack is told already
    if (!brief.nothing) {
      const Verdict verdict = report.verdict(number);
      for (const Lack& lack : verdict.missing) wants.note(lack, lack.item.empty() ? std::uint16_t{0} : brief.item, *rule.rule);
    } else if (kind == TestKind::kRecord) {
      wants.note_deed(brief, *rule.rule);
    } else {
      const auto [found, is_new] = of_batch.try_emplace(brief.batch);
      if (is_new) found->second = report.verdict(number).missing;
      for (Lack& lack : found->second) {
        lack.region = brief.region;
        wants.note(lack, brief.item, *rule.rule);
      }
    }
  });
}

void note_all(const View& view, Wants& wants) {
  for (const RuleView& rule : view.rules) {
    if (rule.shown == Outcome::kMissing) note_lacks(view, rule, wants);
  }
}

}  // namespace

void write_wants(Page& page, const View& view) {
  Wants all(page, view.report);
  note_all(view, all);
  const std::vector<const Want*> wants = all.in_order();
  if (wants.empty()) return;
  page.heading(page.say({"下一步：需补充的数据（先列能判定任务最多的）", "Next: data to obtain, what decides most rules first"}));
  const std::size_t most = page.style().verbose ? wants.size() : kFewWants;
  for (std::size_t i = 0; i < wants.size() && i < most; ++i) {
    const Want& want = *wants[i];
    const std::string regions = all.regions_of(want, page.style().verbose ? SIZE_MAX : kFewNames);
    const Phrase use = {fmt::format("（涉及 {} 条任务，其中约束性 {} 条）", want.rules.size(), want.binding),
                        fmt::format(" ({} {}, {} binding)", want.rules.size(), want.rules.size() == 1 ? "rule" : "rules", want.binding)};
    page.line(2, {{fmt::format("{}. ", i + 1)}, {all.text_of(want), Ink::kBold}, {page.say({"：", ": "}) + regions}, {page.say(use), Ink::kDim}}, 3);
  }
  if (wants.size() > most) {
    page.line(2, page.say({fmt::format("其余 {} 项用 -v 查看", wants.size() - most), fmt::format("-v shows {} more", wants.size() - most)}), Ink::kDim);
  }
}

}  // namespace kaohe
