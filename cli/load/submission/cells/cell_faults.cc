// SPDX-License-Identifier: Apache-2.0
// What is said of a cell that cannot be used: the text, what is wrong with it, what was expected, what to do.
#include <algorithm>
#include <array>

#include "load/submission/cells/cell.h"
#include "load/submission/submission_text.h"

namespace kaohe {
namespace {

struct FaultWords {
  std::string_view code;
  std::string_view zh, en;            // follow the quoted text
  std::string_view hint_zh, hint_en;
};

constexpr std::array<FaultWords, 13> kFaults = {{
    {"number-approximate", "是约数或范围，不是确数", "is an approximation or a range, not a number",
     "填写确切数值，约数写入备注列", "give the exact number and put the wording into the note column"},
    {"number-date", "是日期，不是数", "is a date, not a number", "电子表格会把 3-1 之类的内容改成日期；设为数值或文本格式后重填",
     "spreadsheets make dates of text such as 3-1: set the cell to number or text and enter it again"},
    {"number-disagrees", "括号内外两个数换算后不一致", "says the same in two units, and they do not agree",
     "核实后只留一个数", "find out which is right and keep that one"},
    {"number-exponent", "是科学计数法，有效数字可能已丢失", "is in exponent notation, which may have lost digits",
     "在电子表格中把单元格设为数值格式后重新导出", "set the cells to a plain number format and export again"},
    {"number-formula", "是电子表格的公式或出错标记，不是数", "is a formula or a spreadsheet's error, not a number",
     "在电子表格中更正公式，粘贴为数值后重新导出", "correct the formula in the spreadsheet, paste it as values and export again"},
    {"number-group", "的数字分组不成千位分隔", "has digit groups that are no thousands",
     "小数点用“.”，千位分隔符每三位一个，如 1,234.5", "write the decimal point as '.', and groups of three as in 1,234.5"},
    {"number-invalid", "不是数", "is not a number", "只填一个数，可带单位；缺数留空或填“—”",
     "give one number, with its unit or without; leave the cell empty where there is none"},
    {"number-letter", "把字母当作数字", "has a letter where a digit should be", "字母 O、l 应改为数字 0、1",
     "replace the letter O or l by the digit 0 or 1"},
    {"number-percent-twice", "有两个百分号", "has two percent signs", "去掉多余的百分号", "remove the one too many"},
    {"number-range", "超出指标的取值范围", "is outside the indicator's range", "检查数值和单位",
     "check the number and its unit"},
    {"number-too-long", "的位数过多，超过 36 位有效数字", "has more than 36 significant digits", "检查是否粘连了两个数",
     "check whether two numbers have run together"},
    {"unit-dimension", "的单位与指标的量纲不同，无法换算", "is in a unit that cannot be converted to the indicator's",
     "百分比与百分点、面积与长度等不能互换", "percent is not percentage point, nor is length area"},
    {"unit-unknown", "的单位无法识别", "has an unknown unit", "", ""},
}};

const FaultWords* words_of(std::string_view code) {
  const auto found = std::find_if(kFaults.begin(), kFaults.end(), [code](const FaultWords& fault) { return fault.code == code; });
  return found == kFaults.end() ? nullptr : &*found;
}

}  // namespace

void tell_cell_fault(Problems& problems, std::string_view code, const Place& place, std::string_view text,
                     const Indicator& indicator, Phrase hint) {
  const FaultWords* words = words_of(code);
  if (words == nullptr) words = words_of("number-invalid");
  const std::string_view told = words->code == "number-percent-twice" ? "number-invalid" : words->code;
  if (problems.counted(told, place)) return;
  const std::string quoted = shown(text);
  const Phrase name = indicator.name();
  const std::string& unit = indicator.unit.id;
  Phrase message{"“" + quoted + "”" + std::string(words->zh) + "，“" + name.zh + "”应为以 " + unit + " 计的数",
                 "\"" + quoted + "\" " + std::string(words->en) + ", expected a number in " + unit + " for \"" + name.en + "\""};
  if (!indicator.range.text.empty()) {
    message.zh += "（" + indicator.range.text + "）";
    message.en += " (" + indicator.range.text + ")";
  }
  if (hint.empty()) hint = {std::string(words->hint_zh), std::string(words->hint_en)};
  problems.add(told, place, kept(text), std::move(message), std::move(hint));
}

}  // namespace kaohe
