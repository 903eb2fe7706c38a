// SPDX-License-Identifier: Apache-2.0
#include "report/told.h"

#include <fmt/format.h>

#include <algorithm>

#include "report/text/text_parts.h"

namespace kaohe {
namespace {

constexpr std::size_t kEndless = 1u << 20;
constexpr std::size_t kFewGroups = 4;
constexpr std::size_t kFewNames = 12;

void add(std::string& out, const Page& page, const std::string& piece) {
  if (piece.empty()) return;
  if (!out.empty()) out += page.say({"；", "; "});
  out += piece;
}

std::string labelled(const Page& page, const Phrase& label, const std::string& text) {
  return text.empty() ? text : page.say({label.zh + "：", label.en + ": "}) + text;
}

std::string faults(const Page& page, const Report& report, const Verdict& verdict) {
  std::string out;
  for (const Place& place : verdict.figures) {
    for (const std::uint32_t number : report.problems.errors_of(place)) {
      add(out, page, place_text(page, report, place) + " " + page.say(report.problems.all()[number].message));
    }
  }
  return out;
}

std::string remarks(const Page& page, const Verdict& verdict) {
  std::string out;
  const auto other = [&](const Phrase& label, const Shared<Alternative>& one) {
    if (one)
      add(out, page,
          labelled(page, label,
                   joined(page, {amount(page, one->value, *verdict.unit, false), page.say(name(one->outcome))})));
  };
  other({"有争议，按所属单位数据", "disputed, from its parts"}, verdict.disputed);
  other({"按另一种比较法", "compared the other way"}, verdict.rounded);
  if (verdict.outlook) add(out, page, page.say(name(*verdict.outlook)));
  if (verdict.indicative) add(out, page, page.say({"参照，不计入结论", "indicative, never counted"}));
  return out;
}

}  // namespace

Page plain_page(const Report& report) {
  Style style;
  style.width = kEndless;
  return Page(style, report.language);
}

bool decides(const Report& report, const Verdict& verdict) {
  const Tier tier = report.rule_of(verdict).tier;
  return !verdict.indicative && std::find(report.tiers.begin(), report.tiers.end(), tier) != report.tiers.end();
}

bool falls_short(Outcome outcome) {
  return outcome == Outcome::kFail || outcome == Outcome::kMissing || outcome == Outcome::kInvalid;
}

std::string region_code_of(const Report& report, std::uint32_t region) {
  return region < report.catalog.regions.regions.size() ? report.catalog.regions[region].code : std::string();
}

std::string verdict_key(const Report& report, const Verdict& verdict) {
  return report.rule_of(verdict).full_id + "|" + region_code_of(report, verdict.region) + "|" + *verdict.item + "|" +
         verdict.period.text() + (verdict.indicative ? "|indicative" : "");
}

std::string subject(const Page& page, const Report& report, const Verdict& verdict) {
  return page.say(report.rule_of(verdict).title) + page.say({"：", ": "}) + unit_name(page, report, verdict) + " " +
         verdict.period.text();
}

std::string lacks_in_words(const Page& page, const Report& report, const Verdict& verdict) {
  std::string out;
  for (const std::string& line : lack_lines(page, report, verdict, kFewGroups, kFewNames)) add(out, page, line);
  return out;
}

std::string waiver_in_words(const Page& page, const Report& report, const Verdict& verdict) {
  if (!verdict.waiver || *verdict.waiver >= report.waivers.size()) return {};
  const Waiver& waiver = report.waivers[*verdict.waiver];
  return joined(page, {waiver.reason, waiver.approved_by, waiver.document,
                       page.say({"有效期至 " + waiver.until.text(), "until " + waiver.until.text()})});
}

std::string change_in_words(const Page& page, const Verdict& verdict) {
  if (!verdict.change) return {};
  std::string out = page.say(name(*verdict.change));
  const bool same = verdict.before == verdict.outcome && verdict.before_value == verdict.value_text;
  if (!verdict.before || same) return out;
  const std::string before =
      page.say(name(*verdict.before)) + (verdict.before_value.empty() ? "" : " " + *verdict.before_value);
  return out + page.say({"（原为" + before + "）", " (was " + before + ")"});
}

std::string gone_in_words(const Page& page, const Report& report, const GoneVerdict& gone) {
  const auto region = report.catalog.regions.find_code(gone.code, report.as_of.date);
  const std::string unit =
      (region ? report.catalog.regions[*region].name : gone.region) + (gone.item.empty() ? "" : " " + gone.item);
  const std::string was = page.say(name(gone.outcome)) + (gone.value.empty() ? "" : " " + gone.value);
  return gone.rule + " " + unit + " " + gone.period +
         page.say({"：原为" + was + "，" + gone.why.zh, ": was " + was + ", " + gone.why.en});
}

std::string message(const Page& page, const Report& report, const Verdict& verdict) {
  std::string out = facts(page, report, verdict);
  // Days before or after a deadline, and what is missing, say by themselves why.
  const bool told = (verdict.unit == "days" && !verdict.margin_text.empty()) ||
                    (verdict.outcome == Outcome::kMissing && !verdict.missing.empty());
  if (!told) add(out, page, page.say(verdict.reason));
  add(out, page, labelled(page, {"达标条件", "would pass"}, page.say(verdict.would_pass)));
  if (verdict.outcome == Outcome::kMissing)
    add(out, page, labelled(page, {"缺", "missing"}, lacks_in_words(page, report, verdict)));
  if (verdict.outcome == Outcome::kInvalid) add(out, page, faults(page, report, verdict));
  add(out, page, remarks(page, verdict));
  add(out, page, labelled(page, {"豁免", "waiver"}, waiver_in_words(page, report, verdict)));
  add(out, page, change_in_words(page, verdict));
  return out;
}

std::string clause_in_words(const Page& page, const Rule& rule) {
  if (rule.source.anchor.empty()) return rule.source.path;
  return rule.source.path + page.say({"：“" + rule.source.anchor + "”", ": “" + rule.source.anchor + "”"});
}

std::string headline(const Page& page, const Report& report) {
  const Overall whole = overall(report);
  std::string out =
      whole.glyph + " " + page.say(whole.text) +
      page.say({fmt::format("（退出状态 {}）", report.exit), fmt::format(" (exit status {})", report.exit)});
  if (!report.as_of.from.empty())
    out += page.say({"，截至 " + report.as_of.date.text(), ", as of " + report.as_of.date.text()});
  return out;
}

OutcomeCount count_verdicts(const Report& report) {
  OutcomeCount out{};
  for (const Brief& brief : report.verdicts) {
    if (report.in_reading(brief) && !report.verdicts.batch(brief).indicative) ++out[static_cast<std::size_t>(brief.outcome)];
  }
  return out;
}

std::string counts_in_words(const Page& page, const OutcomeCount& counts) {
  std::vector<std::string> pieces;
  for (const Outcome outcome : kOutcomes) {
    const std::uint64_t count = counts[static_cast<std::size_t>(outcome)];
    if (count > 0)
      pieces.push_back(
          page.say({fmt::format("{} {}", name(outcome).zh, count), fmt::format("{} {}", count, name(outcome).en)}));
  }
  return pieces.empty() ? page.say({"一个也没有", "none"}) : joined(page, pieces);
}

Place place_to_look_at(const Verdict& verdict) {
  if (!verdict.figures.empty()) return verdict.figures.front();
  for (const Lack& lack : verdict.missing) {
    if (lack.place.known()) return lack.place;
  }
  for (const std::vector<Step>* steps : {&*verdict.steps, &*verdict.intervals, &*verdict.tests}) {
    for (const Step& step : *steps) {
      if (!step.places.empty()) return step.places.front();
    }
  }
  return {};
}

std::vector<FigureRef> series_of(const Report& report, const Verdict& verdict) {
  std::vector<FigureRef> out;
  const std::size_t indicator = report.rule_of(verdict).duty(verdict.reading.value_or(Reading::kPlain)).indicator;
  const std::vector<Region>& regions = report.catalog.regions.regions;
  if (indicator == kNoIndicator || verdict.region >= regions.size()) return out;
  const FigureTable::Series* const series = report.figures.find(regions[verdict.region].lineage, indicator);
  for (std::size_t i = 0; series != nullptr && i < series->cells.size(); ++i) {
    const FigureRef figure = report.figures.at(*series, i);
    if (figure.has_value()) out.push_back(figure);
  }
  return out;
}

std::string series_text(const std::vector<FigureRef>& series) {
  std::string out;
  for (const FigureRef& figure : series) out += (out.empty() ? "" : " ") + figure.period().text() + "=" + value_text(figure);
  return out;
}

}  // namespace kaohe
