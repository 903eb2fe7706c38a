// SPDX-License-Identifier: Apache-2.0
// Markdown for the summary page of a CI run and for a mail: the verdict, the sums, what falls short, every rule. GitHub
// shows at most one megabyte, so that long tables are cut, never without saying how many rows there are more.
#include <fmt/format.h>

#include "base/text.h"
#include "report/format.h"
#include "report/text/text_parts.h"
#include "report/told.h"

namespace kaohe {
namespace {

constexpr std::size_t kMostRows = 300;

// Nothing of a cell is taken for markup, a link, a mention or an issue's number.
std::string plain(std::string_view text) {
  std::string out;
  for (const char c : visible(text)) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '@':
        out += "&#64;";
        break;
      case '#':
        out += "&#35;";
        break;
      case '\\':
      case '`':
      case '*':
      case '_':
      case '[':
      case ']':
      case '|':
      case '~':
        out += '\\';
        [[fallthrough]];
      default:
        out += c;
    }
  }
  return out;
}

void table_row(std::string& out, const std::vector<std::string>& cells) {
  out += "|";
  for (const std::string& cell : cells) out += " " + cell + " |";
  out += "\n";
}

void table_head(std::string& out, const std::vector<std::string>& heads, std::size_t numbers_from = SIZE_MAX) {
  table_row(out, heads);
  out += "|";
  for (std::size_t i = 0; i < heads.size(); ++i) out += i >= numbers_from ? " --: |" : " --- |";
  out += "\n";
}

void heading(std::string& out, const std::string& text) { out += "\n## " + text + "\n\n"; }

void cut(std::string& out, const Page& page, std::size_t all) {
  if (all <= kMostRows) return;
  const std::size_t more = all - kMostRows;
  out += page.say({fmt::format("\n另有 {} 行未列出，csv 与 json 格式全部列出。\n", more),
                   fmt::format("\n{} more rows not shown; the csv and json formats have them all.\n", more)});
}

std::string outcome_text(const Page& page, Outcome outcome) {
  return plain(glyph(outcome)) + " " + page.say(name(outcome));
}

void write_summary(std::string& out, const Page& page, const Report& report) {
  heading(out, page.say({"汇总（任务条数）", "Summary (rules)"}));
  std::vector<std::string> heads = {page.say({"类别", "tier"})};
  for (const Outcome outcome : kOutcomes) heads.push_back(outcome_text(page, outcome));
  table_head(out, heads, 1);
  for (const Tier tier : kTiers) {
    std::vector<std::string> cells = {page.say(tier_name(tier))};
    for (const Outcome outcome : kOutcomes)
      cells.push_back(
          std::to_string(report.summary[static_cast<std::size_t>(tier)][static_cast<std::size_t>(outcome)]));
    table_row(out, cells);
  }
}

std::string place_cell(const Page& page, const Report& report, const Verdict& verdict) {
  const Place place = place_to_look_at(verdict);
  return place.known() ? plain(place_text(page, report, place)) : std::string();
}

void write_verdicts(std::string& out, const Page& page, const Report& report, Outcome outcome) {
  std::vector<std::size_t> of;
  for (std::size_t i = 0; i < report.verdicts.size(); ++i) {
    if (report.verdicts[i].outcome == outcome && report.in_reading(report.verdicts[i])) of.push_back(i);
  }
  if (of.empty()) return;
  heading(out, outcome_text(page, outcome) + page.say({"：", ": "}) + std::to_string(of.size()));
  table_head(out, {page.say({"任务", "rule"}), page.say({"单位", "unit"}), page.say({"时期", "period"}),
                   page.say({"情况", "what was found"}), page.say({"单元格", "cell"})});
  for (std::size_t i = 0; i < of.size() && i < kMostRows; ++i) {
    const Verdict verdict = report.verdict(of[i]);
    const Rule& rule = report.rule_of(verdict);
    table_row(out, {plain(page.say(rule.title)) + "<br>`" + rule.full_id + "`", plain(unit_name(page, report, verdict)),
                    verdict.period.text(), plain(message(page, report, verdict)), place_cell(page, report, verdict)});
  }
  cut(out, page, of.size());
}

void write_rules(std::string& out, const Page& page, const View& view) {
  heading(out, page.say({"全部任务", "Every rule"}));
  table_head(out, {page.say({"任务", "rule"}), page.say({"条款", "clause"}), page.say({"类别", "tier"}),
                   page.say({"结论", "outcome"}), page.say({"单位", "units"})});
  for (const RuleView& rule : view.rules) {
    std::string outcome = outcome_text(page, rule.shown);
    if (rule.outcome->partial) outcome += page.say({"（只判了部分单位）", " (some of its units only)"});
    table_row(out,
              {plain(page.say(rule.rule->title)) + "<br>`" + rule.rule->full_id + "`", plain(rule.rule->source.path),
               page.say(tier_name(rule.rule->tier)), outcome, plain(counts_in_words(page, rule.outcome->units))});
  }
}

void write_since(std::string& out, const Page& page, const Report& report) {
  const Since& since = report.since;
  if (since.file.empty()) return;
  heading(out, page.say({"与上次报告相比", "Since the earlier report"}));
  for (const Change change : kChanges) {
    out += "- " + page.say(name(change)) + page.say({"：", ": "}) +
           std::to_string(since.counts[static_cast<std::size_t>(change)]) + "\n";
  }
  for (const GoneVerdict& gone : since.gone) out += "- " + plain(gone_in_words(page, report, gone)) + "\n";
}

void write_rankings(std::string& out, const Page& page, const Report& report) {
  for (const Ranking& ranking : report.rankings) {
    const Indicator& indicator = report.catalog.indicators[ranking.indicator];
    heading(out, page.say({"排名：", "Ranking: "}) + plain(page.say(indicator.name())) + " " + ranking.period.text() +
                     " (" + plain(indicator.unit.id) + ")");
    table_head(out, {page.say({"名次", "rank"}), page.say({"地区", "region"}), page.say({"数值", "value"}),
                     page.say({"余量", "margin"}), page.say({"较上期", "change"}), page.say({"结论", "outcome"}),
                     page.say({"标记", "mark"})});
    for (const Ranked& unit : ranking.units) {
      table_row(
          out, {std::to_string(unit.rank) + (unit.tied ? "=" : ""), plain(region_name(report, unit.region)), unit.value,
                unit.margin, unit.change, unit.outcome ? outcome_text(page, *unit.outcome) : "", mark_of(page, unit)});
    }
  }
}

void write_tenure(std::string& out, const Page& page, const Report& report) {
  const Tenure& tenure = report.tenure;
  if (!tenure.from) return;
  heading(out, page.say({"任期对比", "Term of office"}) + " " + tenure.from->text() + " → " + tenure.to->text());
  table_head(out, {page.say({"指标", "indicator"}), page.say({"地区", "region"}), tenure.from->text(), tenure.to->text(),
                   page.say({"变化", "change"}), page.say({"单位", "unit"}), page.say({"走向", "course"}), page.say({"结论", "outcome"})});
  for (std::size_t i = 0; i < tenure.rows.size() && i < kMostRows; ++i) {
    const TenureRow& row = tenure.rows[i];
    const Indicator& indicator = report.catalog.indicators[row.indicator];
    table_row(out, {plain(page.say(indicator.name())), plain(region_name(report, row.region)), row.from, row.to, row.change, plain(indicator.unit.id),
                    page.say(name(row.course)), row.outcome ? outcome_text(page, *row.outcome) : ""});
  }
  cut(out, page, tenure.rows.size());
}

void write_diagnostics(std::string& out, const Page& page, const Report& report) {
  const std::vector<Problem>& all = report.problems.all();
  if (all.empty()) return;
  heading(out, page.say({"输入检查", "Diagnostics"}));
  table_head(out, {page.say({"级别", "severity"}), page.say({"代码", "code"}), page.say({"位置", "place"}),
                   page.say({"内容", "message"})});
  for (std::size_t i = 0; i < all.size() && i < kMostRows; ++i) {
    const Problem& problem = all[i];
    table_row(out, {std::string(word(problem.severity)), "`" + std::string(problem.code) + "`",
                    problem.place.known() ? plain(place_text(page, report, problem.place)) : "",
                    plain(page.say(problem.message))});
  }
  cut(out, page, all.size());
}

void write_provenance(std::string& out, const Page& page, const Report& report) {
  heading(out, page.say({"来源", "Provenance"}));
  table_head(out, {page.say({"文件", "file"}), "SHA-256"});
  for (const Plan& plan : report.catalog.plans) table_row(out, {plain(plan.file), "`" + plan.sha256 + "`"});
  for (const Input& input : report.inputs) table_row(out, {plain(input.file), "`" + input.sha256 + "`"});
}

}  // namespace

std::string write_markdown(const Report& report, const Style&) {
  const Page page = plain_page(report);
  const View view = view_of(report);
  std::string out =
      "# " + page.say({"考核结果", "Assessment"}) + page.say({"：", ": "}) + plain(headline(page, report)) + "\n\n";
  for (const Plan& plan : report.catalog.plans) out += "- " + plain(plan_title(page, plan)) + " `" + plan.id + "`\n";
  write_summary(out, page, report);
  for (const Outcome outcome :
       {Outcome::kFail, Outcome::kInvalid, Outcome::kMissing, Outcome::kWaived, Outcome::kNotDue, Outcome::kExempt}) {
    write_verdicts(out, page, report, outcome);
  }
  write_since(out, page, report);
  write_rankings(out, page, report);
  write_tenure(out, page, report);
  write_rules(out, page, view);
  write_diagnostics(out, page, report);
  write_provenance(out, page, report);
  return out;
}

}  // namespace kaohe
