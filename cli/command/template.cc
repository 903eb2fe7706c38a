// SPDX-License-Identifier: Apache-2.0
// A blank submission for one region and one or more periods: what it would have to hand in, ready to be filled in.
#include <algorithm>

#include "base/text.h"
#include "command/choice.h"
#include "command/console.h"
#include "command/inputs.h"
#include "command/plan_options.h"
#include "command/region_option.h"
#include "judge/blank.h"
#include "report/blank.h"

namespace kaohe {
namespace {

constexpr int kCouldNot = 2;
constexpr Choice<BlankLayout> kLayouts[] = {{"long", BlankLayout::kLong}, {"wide", BlankLayout::kWide}, {"records", BlankLayout::kRecords}};

UsageError bad_years(const std::string& given) {
  return {{"--year 的值“" + visible(given) + "”不是年份", "--year \"" + visible(given) + "\" is no year or range of years"},
          {"应为 2020 或 2016..2020", "expected 2020 or 2016..2020"}};
}

// "2020", "2016..2020"
std::vector<Period> years_of(const std::string& given) {
  constexpr std::size_t kMost = 50;
  const std::size_t dots = given.find("..");
  const auto year = [&](const std::string& text) {
    const std::optional<Period> period = parse_period(text);
    if (!period || period->kind != PeriodKind::kYear) throw bad_years(given);
    return *period;
  };
  Period one = year(given.substr(0, dots));
  const Period last = dots == std::string::npos ? one : year(given.substr(dots + 2));
  std::vector<Period> out;
  for (; one.last <= last.last; one = next_period(one)) {
    out.push_back(one);
    if (out.size() > kMost) throw bad_years(given);
  }
  if (out.empty()) throw bad_years(given);
  return out;
}

std::vector<Period> periods_of(const TemplateArguments& arguments) {
  if (arguments.period.empty() == arguments.year.empty()) {
    throw UsageError{{"--period 与 --year 应给且只给一个", "give one of --period and --year"}, {"例如 --period 2020 或 --year 2016..2020", "for example --period 2020 or --year 2016..2020"}};
  }
  if (!arguments.year.empty()) return years_of(arguments.year);
  const std::optional<Period> period = parse_period(arguments.period);
  if (period && period->kind != PeriodKind::kToDate) return {*period};
  throw UsageError{{"--period 的值“" + visible(arguments.period) + "”不是时期", "--period \"" + visible(arguments.period) + "\" is not a period"},
                   {"填写如 2020、2020-H1、2020-Q3、2020-07", "write it as 2020, 2020-H1, 2020-Q3 or 2020-07"}};
}

// The region as it was in the last of the periods in which it existed.
std::uint32_t region_in(const Register& regions, const std::string& given, const std::vector<Period>& periods) {
  const std::string code = region_code(regions, given);
  const auto entry = regions.find_code(code, periods.back().last);
  for (auto period = periods.rbegin(); entry && period != periods.rend(); ++period) {
    if (const auto found = regions.in_lineage(*entry, period->last)) return *found;
  }
  const std::string when = periods.size() == 1 ? periods.front().text() : periods.front().text() + ".." + periods.back().text();
  const std::string name = entry ? regions[*entry].name : std::string();
  std::string heirs;
  for (const Successor& heir : entry ? regions[regions[*entry].lineage].successors : std::vector<Successor>()) {
    if (heir.transfer_year == 0) heirs += (heirs.empty() ? "" : ", ") + heir.code;
  }
  const Phrase hint = heirs.empty() ? Phrase() : Phrase{"后继为 " + heirs, "it became part of " + heirs};
  throw UsageError{{"“" + code + " " + name + "”在 " + when + " 末不存在", "\"" + code + " " + name + "\" did not exist at the end of " + when}, hint};
}

void check_arguments(const TemplateArguments& arguments) {
  const Phrase example{"例如 kaohe template jiangxi-2017 --region 南昌市 --period 2020", "for example kaohe template jiangxi-2017 --region 360100 --period 2020"};
  if (arguments.plan.empty()) throw UsageError{{"没有给出规划", "no plan given"}, example};
  if (arguments.region.empty()) throw UsageError{{"没有给出地区（--region）", "no region given (--region)"}, example};
}

}  // namespace

int blank_submission(const TemplateArguments& arguments, Language language) {
  const PlanOptions options = plan_options(arguments.common, language);
  check_arguments(arguments);
  const BlankLayout layout = choose("--layout", arguments.layout, kLayouts);
  const std::vector<Period> periods = periods_of(arguments);
  Problems problems;
  const Sources sources = open_sources(options.rules, options.data);
  Catalog catalog = load_tables(sources, problems);
  const Plan plan = load_named_plan(sources, catalog, arguments.plan, problems);
  if (problems.has_errors() && tell_problems(options, problems)) return kCouldNot;
  catalog.plans = {plan};
  Submission last;
  if (!arguments.last.empty()) last = read_figures(sources, {arguments.last}, catalog, problems);
  if (tell_problems(options, problems)) return kCouldNot;

  const Blank blank = blank_for(catalog, plan, region_in(catalog.regions, arguments.region, periods), periods);
  const bool none = layout == BlankLayout::kRecords ? blank.records.empty() : blank.figures.empty();
  if (none) {
    throw UsageError{{"该规划在此时期不要求该地区填报这类数据", "the plan asks nothing of this kind of the region in that period"},
                     {"换用 --layout、--region 或 --period", "try another --layout, --region or --period"}};
  }
  const BlankReport report{catalog, plan, blank, arguments.last.empty() ? nullptr : &last, options.language};
  return write_result(options, (arguments.bom ? "\xEF\xBB\xBF" : "") + write_blank(report, layout), 0);
}

}  // namespace kaohe
