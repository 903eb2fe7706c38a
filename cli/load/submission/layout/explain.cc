// SPDX-License-Identifier: Apache-2.0
#include "load/submission/layout/explain.h"

#include "load/submission/submission_text.h"

namespace kaohe {
namespace {

constexpr std::size_t kMostColumns = 200;

struct RoleName {
  Role role;
  const char* zh;
  const char* en;
};
constexpr RoleName kNames[] = {
    {Role::kRegion, "地区", "region"}, {Role::kRegionCode, "地区代码", "region code"}, {Role::kParent, "上级地区", "region above"},
    {Role::kPeriod, "时期", "period"}, {Role::kIndicator, "指标", "indicator"}, {Role::kValue, "数值", "value"},
    {Role::kUnit, "单位", "unit"}, {Role::kMultiplier, "10 的幂次", "power of ten"}, {Role::kSource, "来源", "source"},
    {Role::kNote, "备注", "note"}, {Role::kDuty, "任务", "duty"}, {Role::kDate, "日期", "date"}, {Role::kStatus, "状态", "status"},
    {Role::kItem, "子项", "item"}, {Role::kDocument, "文号", "document"}, {Role::kEvidence, "佐证", "evidence"},
    {Role::kEnded, "失效日期", "end of force"}, {Role::kFigureStatus, "数据状态", "state of the figure"},
    {Role::kAction, "报送动作", "action"}, {Role::kMeaning, "填报说明，不读取", "words for the filler, not read"},
    {Role::kTarget, "目标值，不读取", "target, not read"}, {Role::kLast, "上年值，不读取", "last year's, not read"},
};

void add(Phrase& what, const Phrase& more) {
  what.zh += (what.zh.empty() ? "" : "，") + more.zh;
  what.en += (what.en.empty() ? "" : ", ") + more.en;
}

Phrase meaning(const Column& column, const SubmissionNames& names) {
  Phrase what;
  if (column.repeated) return {"未采用", "not used"};
  for (const RoleName& name : kNames) {
    if (name.role == column.role) what = {name.zh, name.en};
  }
  if (column.is_region) add(what, {"地区“" + column.header + "”的数值", "values of \"" + column.header + "\""});
  if (column.indicator != kNoIndicator) {
    const Indicator& indicator = names.indicators()[column.indicator];
    add(what, {"“" + indicator.name().zh + "”", "\"" + indicator.name().en + "\""});
    if (column.unit == kNoUnit && column.is_value) add(what, {"未注明单位，按 " + indicator.unit.id, "no unit given, read as " + indicator.unit.id});
  }
  if (column.period) add(what, {column.period->text() + " 期", "period " + column.period->text()});
  if (column.unit != kNoUnit) add(what, {"单位 " + names.unit(column.unit).id, "in " + names.unit(column.unit).id});
  if (what.empty() || (column.role == Role::kNone && !column.is_value)) return {"未采用", "not used"};
  return what;
}

}  // namespace

void explain_layout(const Layout& layout, const std::vector<std::uint32_t>& lines, const SubmissionNames& names, InputReading& reading) {
  reading.header_lines = lines;
  for (const Column& column : layout.columns) {
    if (reading.columns.size() == kMostColumns) break;
    reading.columns.push_back({excel_cell(column.place), shown(column.header), meaning(column, names)});
  }
  reading.columns_more = layout.columns.size() - reading.columns.size();
}

}  // namespace kaohe
