// SPDX-License-Identifier: Apache-2.0
// What is said of a cell that cannot be used: the text, what is wrong with it, what was expected, what to do.
#include <array>

#include "load/submission/cells/cell.h"
#include "load/submission/submission_text.h"

namespace kaohe {
namespace {

struct FaultWords {
  CellFault fault;
  std::string_view code;              // of the problem
  std::string_view zh, en;            // follow the quoted text
  std::string_view hint_zh, hint_en;
};

constexpr std::array<FaultWords, 13> kFaults = {{
    {CellFault::kApproximate, "number-approximate", "是约数或范围，不是确数", "is an approximation or a range, not a number",
     "填写确切数值，约数写入备注列", "give the exact number and put the wording into the note column"},
    {CellFault::kDate, "number-date", "是日期，不是数", "is a date, not a number", "电子表格会把 3-1 之类的内容改成日期；设为数值或文本格式后重填",
     "spreadsheets make dates of text such as 3-1: set the cell to number or text and enter it again"},
    {CellFault::kDisagrees, "number-disagrees", "括号内外两个数换算后不一致", "says the same in two units, and they do not agree",
     "核实后只留一个数", "find out which is right and keep that one"},
    {CellFault::kExponent, "number-exponent", "是科学计数法，有效数字可能已丢失", "is in exponent notation, which may have lost digits",
     "在电子表格中把单元格设为数值格式后重新导出", "set the cells to a plain number format and export again"},
    {CellFault::kFormula, "number-formula", "是电子表格的公式或出错标记，不是数", "is a formula or a spreadsheet's error, not a number",
     "在电子表格中更正公式，粘贴为数值后重新导出", "correct the formula in the spreadsheet, paste it as values and export again"},
    {CellFault::kGroup, "number-group", "的数字分组不成千位分隔", "has digit groups that are no thousands",
     "小数点用“.”，千位分隔符每三位一个，如 1,234.5", "write the decimal point as '.', and groups of three as in 1,234.5"},
    {CellFault::kNoNumber, "number-invalid", "不是数", "is not a number", "只填一个数，可带单位；缺数留空或填“—”",
     "give one number, with its unit or without; leave the cell empty where there is none"},
    {CellFault::kLetter, "number-letter", "把字母当作数字", "has a letter where a digit should be", "字母 O、l 应改为数字 0、1",
     "replace the letter O or l by the digit 0 or 1"},
    {CellFault::kTwoPercents, "number-invalid", "有两个百分号", "has two percent signs", "去掉多余的百分号", "remove the one too many"},
    {CellFault::kRange, "number-range", "超出指标的取值范围", "is outside the indicator's range", "检查数值和单位",
     "check the number and its unit"},
    {CellFault::kTooLong, "number-too-long", "的位数过多，超过 36 位有效数字", "has more than 36 significant digits", "检查是否粘连了两个数",
     "check whether two numbers have run together"},
    {CellFault::kUnitDimension, "unit-dimension", "的单位与指标的量纲不同，无法换算", "is in a unit that cannot be converted to the indicator's",
     "百分比与百分点、面积与长度等不能互换", "percent is not percentage point, nor is length area"},
    {CellFault::kUnitUnknown, "unit-unknown", "的单位无法识别", "has an unknown unit", "", ""},
}};

// By number: kNone has none.
constexpr bool in_order() {
  for (std::size_t i = 0; i < kFaults.size(); ++i) {
    if (static_cast<std::size_t>(kFaults[i].fault) != i + 1) return false;
  }
  return kFaults.size() + 1 == kCellFaults;
}
static_assert(in_order());

const FaultWords& words_of(CellFault fault) { return kFaults[static_cast<std::size_t>(fault) - 1]; }

}  // namespace

std::string_view problem_code(CellFault fault) { return words_of(fault).code; }

void tell_cell_fault(Problems& problems, CellFault fault, const Place& place, std::string_view text, const Indicator& indicator, Phrase hint) {
  const FaultWords& words = words_of(fault);
  if (problems.counted(words.code, place)) return;
  const std::string quoted = shown(text);
  const Phrase name = indicator.name();
  const std::string& unit = indicator.unit.id;
  Phrase message{"“" + quoted + "”" + std::string(words.zh) + "，“" + name.zh + "”应为以 " + unit + " 计的数",
                 "\"" + quoted + "\" " + std::string(words.en) + ", expected a number in " + unit + " for \"" + name.en + "\""};
  if (!indicator.range.text.empty()) {
    message.zh += "（" + indicator.range.text + "）";
    message.en += " (" + indicator.range.text + ")";
  }
  if (hint.empty()) hint = {std::string(words.hint_zh), std::string(words.hint_en)};
  problems.add(words.code, place, kept(text), std::move(message), std::move(hint));
}

}  // namespace kaohe
