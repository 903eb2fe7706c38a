// SPDX-License-Identifier: Apache-2.0
// One table for Excel and for scripts: verdicts of both readings, rules, earlier failures that are gone, diagnostics;
// the first column tells which. UTF-8 with a byte order mark (without one Excel takes Chinese for GBK), CRLF, RFC 4180
// quoting. Columns and codes are English and stable; names and messages follow the report's language.
#include <algorithm>
#include <array>
#include <map>

#include "base/text.h"
#include "report/format.h"
#include "report/text/text_parts.h"
#include "report/told.h"

namespace kaohe {
namespace {

constexpr std::array kColumns = {
    "entry",    "plan",    "rule",   "title",    "clause",   "tier",         "reading",    "region_code", "region",
    "item",     "period",  "due",    "due_from", "outcome",  "outcome_name", "partial",    "counts",      "indicative",
    "outlook",  "value",   "unit",   "target",   "margin",   "would_pass",   "decided_by", "bounds",      "method",
    "disputed", "rounded", "reason", "missing",  "waiver",   "change",       "before",     "series",      "rank",
    "file",     "line",    "column", "cell",     "severity", "code",         "message"};

// A cell that a spreadsheet would take for a formula; full-width signs count too (OWASP, CSV injection). A plain number
// is none.
bool is_formula(std::string_view text) {
  if (text.empty() || parse_decimal(text)) return false;
  for (const std::string_view start : {"=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"}) {
    if (text.starts_with(start)) return true;
  }
  return false;
}

std::string quoted(const std::string& text) {
  std::string out = is_formula(text) ? "'" : "";
  out += visible(text);
  if (out.find_first_of(",\"") == std::string::npos && out == trim(out)) return out;
  std::string inside;
  for (const char c : out) inside += c == '"' ? std::string("\"\"") : std::string(1, c);
  return "\"" + inside + "\"";
}

class Row {
 public:
  explicit Row(std::string entry) { cells_["entry"] = std::move(entry); }
  // The name must be one of kColumns; at() of the table below would not tell a wrong one.
  void set(const char* column, std::string text) { cells_[column] = std::move(text); }
  void set_place(const Report& report, const Place& place) {
    if (!place.known()) return;
    const auto number = [](std::uint64_t n) { return n == 0 ? std::string() : std::to_string(n); };
    set("file", std::string(report.problems.files.name(place)));
    set("line", number(place.line));
    set("column", number(place.column));
    set("cell", excel_cell(place));
  }
  void write(std::string& out) const {
    for (std::size_t i = 0; i < kColumns.size(); ++i) {
      const auto found = cells_.find(kColumns[i]);
      out += (i == 0 ? "" : ",") + (found == cells_.end() ? std::string() : quoted(found->second));
    }
    out += "\r\n";
  }

 private:
  std::map<std::string_view, std::string> cells_;
};

std::string yes(bool is) { return is ? "yes" : "no"; }

void set_rule(Row& row, const Report& report, std::size_t plan, const Rule& rule) {
  row.set("plan", report.catalog.plans[plan].id);
  row.set("rule", rule.full_id);
  row.set("title", rule.title.in(report.language));
  row.set("clause", rule.source.path);
  row.set("tier", std::string(word(rule.tier)));
}

void set_outcome(Row& row, const Report& report, Outcome outcome) {
  row.set("outcome", std::string(word(outcome)));
  row.set("outcome_name", name(outcome).in(report.language));
}

std::string other(const Shared<Alternative>& one) {
  return one ? std::string(word(one->outcome)) + " " + one->value : std::string();
}

void set_found(Row& row, const Report& report, const Verdict& verdict) {
  row.set("value", verdict.value_text);
  row.set("unit", verdict.unit);
  row.set("target", verdict.target);
  row.set("margin", verdict.margin_text);
  row.set("would_pass", verdict.would_pass->in(report.language));
  row.set("decided_by", verdict.decided_by ? std::string(word(*verdict.decided_by)) : std::string());
  row.set("bounds", verdict.bounds);
  row.set("method", verdict.method->in(report.language));
  row.set("disputed", other(verdict.disputed));
  row.set("rounded", other(verdict.rounded));
  row.set("reason", verdict.reason->in(report.language));
}

void write_verdict(std::string& out, const Page& page, const Report& report, const Verdict& verdict) {
  Row row("verdict");
  set_rule(row, report, verdict.plan, report.rule_of(verdict));
  row.set("reading", verdict.reading ? std::string(word(*verdict.reading)) : "both");
  row.set("region_code", region_code_of(report, verdict.region));
  row.set("region", region_name(report, verdict.region));
  row.set("item", verdict.item);
  row.set("period", verdict.period.text());
  row.set("due", verdict.due ? verdict.due->text() : std::string());
  row.set("due_from", std::string(word(verdict.due_from)));
  set_outcome(row, report, verdict.outcome);
  row.set("counts", yes(decides(report, verdict) && verdict.reading.value_or(report.reading) == report.reading));
  row.set("indicative", yes(verdict.indicative));
  row.set("outlook", verdict.outlook ? std::string(word(*verdict.outlook)) : std::string());
  set_found(row, report, verdict);
  row.set("missing", lacks_in_words(page, report, verdict));
  row.set("waiver", waiver_in_words(page, report, verdict));
  row.set("change", verdict.change ? std::string(word(*verdict.change)) : std::string());
  row.set("before", verdict.before ? std::string(word(*verdict.before)) + (verdict.before_value.empty() ? "" : " ") +
                                         *verdict.before_value
                                   : "");
  row.set("series", series_text(series_of(report, verdict)));
  row.set_place(report, place_to_look_at(verdict));
  row.write(out);
}

void write_rule(std::string& out, const Page& page, const Report& report, const RuleOutcome& rule) {
  Row row("rule");
  const Rule& of = report.catalog.plans[rule.plan].rules[rule.rule];
  set_rule(row, report, rule.plan, of);
  row.set("reading", std::string(word(report.reading)));
  row.set("partial", yes(rule.partial));
  if (!rule.partial) set_outcome(row, report, rule.outcome);
  row.set("counts", yes(std::find(report.tiers.begin(), report.tiers.end(), of.tier) != report.tiers.end()));
  row.set("decided_by", rule.by_bounds ? "bounds" : "");
  row.set("message", counts_in_words(page, rule.units));
  row.write(out);
}

void write_gone(std::string& out, const Page& page, const GoneVerdict& gone) {
  Row row("gone");
  row.set("plan", gone.rule.substr(0, gone.rule.find('/')));
  row.set("rule", gone.rule);
  row.set("region_code", gone.code);
  row.set("region", gone.region);
  row.set("item", gone.item);
  row.set("period", gone.period);
  row.set("change", std::string(word(Change::kGone)));
  row.set("before", std::string(word(gone.outcome)) + (gone.value.empty() ? "" : " ") + gone.value);
  row.set("message", page.say(gone.why));
  row.write(out);
}

void write_ranked(std::string& out, const Page& page, const Report& report, const Ranking& ranking,
                  const Ranked& unit) {
  Row row("ranking");
  const Indicator& indicator = report.catalog.indicators[ranking.indicator];
  row.set("title", page.say(indicator.name()));
  row.set("region_code", region_code_of(report, unit.region));
  row.set("region", region_name(report, unit.region));
  row.set("period", ranking.period.text());
  if (unit.outcome) set_outcome(row, report, *unit.outcome);
  row.set("value", unit.value);
  row.set("unit", indicator.unit.id);
  row.set("target", unit.target);
  row.set("margin", unit.margin);
  row.set("change", unit.change);
  row.set("before", unit.previous);
  row.set("rank", std::to_string(unit.rank));
  row.set("message", mark_of(page, unit));
  row.set_place(report, unit.place);
  row.write(out);
}

void write_tenure(std::string& out, const Page& page, const Report& report, const TenureRow& one) {
  Row row("tenure");
  const Indicator& indicator = report.catalog.indicators[one.indicator];
  row.set("rule", one.rule);
  row.set("title", page.say(indicator.name()));
  row.set("region_code", region_code_of(report, one.region));
  row.set("region", region_name(report, one.region));
  row.set("period", report.tenure.from->text() + " " + report.tenure.to->text());
  if (one.outcome) set_outcome(row, report, *one.outcome);
  row.set("before", one.from);
  row.set("value", one.to);
  row.set("unit", indicator.unit.id);
  row.set("change", one.change);
  row.set("target", one.target);
  row.set("message", page.say(name(one.course)));
  row.set_place(report, one.to_place.known() ? one.to_place : one.from_place);
  row.write(out);
}

void write_problem(std::string& out, const Report& report, const Problem& problem) {
  Row row("diagnostic");
  row.set("severity", std::string(word(problem.severity)));
  row.set("code", std::string(problem.code));
  row.set("message", problem.message.in(report.language));
  row.set_place(report, problem.place);
  row.write(out);
}

}  // namespace

void pour_csv(const Report& report, const Style&, const TakeBytes& take) {
  const Page page = plain_page(report);
  std::string out = "\xEF\xBB\xBF";
  for (std::size_t i = 0; i < kColumns.size(); ++i) out += (i == 0 ? "" : ",") + std::string(kColumns[i]);
  out += "\r\n";
  for (const Verdict& verdict : report.in_full()) {
    write_verdict(out, page, report, verdict);
    take(out);
    out.clear();
  }
  for (const RuleOutcome& rule : report.rules) write_rule(out, page, report, rule);
  for (const GoneVerdict& gone : report.since.gone) write_gone(out, page, gone);
  for (const Ranking& ranking : report.rankings) {
    for (const Ranked& unit : ranking.units) write_ranked(out, page, report, ranking, unit);
  }
  for (const TenureRow& row : report.tenure.rows) write_tenure(out, page, report, row);
  for (const Problem& problem : report.problems.all()) write_problem(out, report, problem);
  take(out);
}

std::string write_csv(const Report& report, const Style& style) {
  std::string out;
  pour_csv(report, style, [&out](std::string_view bytes) { out += bytes; });
  return out;
}

}  // namespace kaohe
