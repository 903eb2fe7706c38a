// SPDX-License-Identifier: Apache-2.0
// What is said of a header: columns that cannot be used, and files without one.
#include <set>

#include "base/text.h"
#include "load/submission/layout/layout.h"
#include "load/submission/submission_text.h"

namespace kaohe {
namespace {

constexpr std::size_t kNamedColumns = 12;

void tell_unknown_unit(const Column& column, const SubmissionNames& names, Problems& problems) {
  problems.add("unit-unknown", column.place, kept(column.header),
               {"列名“" + shown(column.header) + "”括号中的“" + shown(column.unknown_unit) + "”不是已知单位，该列未采用",
                "\"" + shown(column.unknown_unit) + "\" in the header \"" + shown(column.header) +
                    "\" is not a known unit, the column is not used"},
               names.unit_hint(column.unknown_unit));
}

void tell_unfit(const Column& column, const Indicator& indicator, const UnitOfMeasure& unit, Problems& problems) {
  problems.add("unit-dimension", column.place, kept(column.header),
               {"列“" + shown(column.header) + "”的单位 " + unit.id + " 无法换算为指标的单位 " + indicator.unit.id,
                "the unit " + unit.id + " of column \"" + shown(column.header) + "\" cannot be converted to the indicator's, " +
                    indicator.unit.id},
               {"改正列名或单位行中的单位", "correct the unit in the header or in the unit line"});
}

}  // namespace

void check_header(Layout& layout, std::uint32_t file_unit, FilePeriod file_period, SubmissionNames& names,
                  Problems& problems) {
  const IndicatorTable& indicators = names.indicators();
  const bool has_file_period = file_period == FilePeriod::kKnown;
  std::set<Role> seen;
  for (Column& column : layout.columns) {
    if (column.role != Role::kNone && column.role != Role::kParent && !seen.insert(column.role).second) {
      const Column& first = layout.columns[layout.column(column.role)];
      problems.add("column-repeated", column.place, kept(column.header),
                   {"列“" + shown(column.header) + "”与列“" + shown(first.header) + "”含义相同，只采用先出现的一列",
                    "column \"" + shown(column.header) + "\" means the same as \"" + shown(first.header) + "\", only the first is used"},
                   {"删去或改名其中一列", "delete or rename one of them"});
      column.role = Role::kNone;
      column.repeated = true;
    }
    const bool needs_period = layout.kind == LayoutKind::kWideIndicatorYears && column.is_value && !layout.has(Role::kPeriod);
    if (needs_period && !column.period && !has_file_period) {
      problems.add("period-missing", column.place, kept(column.header),
                   {"列“" + shown(column.header) + "”没有时期，其他列有", "column \"" + shown(column.header) + "\" names no period where others do"},
                   {"在列名中写明年份", "write the year into the header"});
      column.is_value = false;
      column.repeated = true;
    }
    const bool takes_unit = column.is_value || (layout.kind == LayoutKind::kLong && column.role == Role::kValue);
    if (!takes_unit) continue;
    if (!column.ambiguous.empty()) {
      tell_ambiguous_indicator(problems, indicators, column.place, column.header, column.ambiguous);
      column.is_value = false;
    } else if (!column.unknown_unit.empty()) {
      tell_unknown_unit(column, names, problems);
      column.is_value = false;
    }
    if (column.unit == kNoUnit) column.unit = file_unit;
    if (column.indicator != kNoIndicator && column.unit != kNoUnit &&
        !names.conversion(column.indicator, column.unit).possible) {
      tell_unfit(column, indicators[column.indicator], names.unit(column.unit), problems);
      column.unit_unfit = true;
    }
  }
}

void tell_layout_ambiguous(const Layout& layout, Problems& problems) {
  problems.add("layout-ambiguous", layout.place, {},
               {"表头可有两种读法：" + layout.clash.zh + "；未读取", "the header can be read in two ways: " + layout.clash.en + "; it is read in neither"},
               {"删去或改名多余的列", "delete or rename the columns that are not meant"});
}

void tell_layout_unknown(const Layout& likeliest, const HeaderWords& words, const SubmissionNames& names,
                         Problems& problems) {
  std::vector<std::string> found, wanted, near_zh, near_en;
  for (const auto& pair : words.columns) wanted.push_back(pair.first);
  for (const Column& column : likeliest.columns) {
    if (column.header.empty() || found.size() == kNamedColumns) continue;
    found.push_back(shown(column.header));
    if (column.role != Role::kNone || column.period || column.indicator != kNoIndicator) continue;
    Phrase hint = nearest_hint(name_key(column.header), wanted);
    if (hint.empty()) hint = names.indicator_hint(column.header);
    if (hint.empty()) continue;
    near_zh.push_back("“" + shown(column.header) + "”" + hint.zh);
    near_en.push_back("\"" + shown(column.header) + "\": " + hint.en);
  }
  problems.add("layout-unknown", likeliest.place, kept(joined(found, ",")),
               {"找不到表头，最像表头的一行有：" + joined(found, "、") +
                    "；应为 地区、时期、指标、数值，或 地区、时期和各指标列，或 地区、指标和各年份列，或 地区、任务、日期、状态",
                "no row is a header, the likeliest has the columns " + joined(found, ", ") +
                    "; expected region, period, indicator and value, or region, period and a column for each indicator, or "
                    "region, indicator and a column for each year, or region, duty, date and status"},
               {joined(near_zh, "；"), joined(near_en, "; ")});
}

void tell_ignored(const std::vector<const Column*>& columns, Problems& problems) {
  if (columns.empty()) return;
  std::vector<std::string> names;
  names.reserve(columns.size());
  for (const Column* column : columns) names.push_back(shown(column->header));
  problems.add("columns-ignored", columns.front()->place, {},
               {"未使用的列：" + joined(names, "、"), "columns not used: " + joined(names, ", ")}, {});
}

}  // namespace kaohe
