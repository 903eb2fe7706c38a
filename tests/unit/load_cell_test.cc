// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "load/submission/cells/cell.h"
#include "submission_catalog.h"

using namespace kaohe;

namespace {

// "7.4 [%]" for a value with a unit, "missing", or the problem code.
std::string read(std::string_view text) {
  static const HeaderWords words = small::header_words();
  static const WordIndex index(words);
  const CellReading reading = read_cell(text, index);
  if (reading.state == CellState::kMissing) return "missing";
  if (reading.state == CellState::kInvalid) return std::string(problem_code(reading.fault));
  return reading.number.text() + (reading.unit.empty() ? "" : " [" + reading.unit + "]");
}

struct CellRow {
  const char* text;
  const char* expected;
};

void check(const std::vector<CellRow>& rows) {
  for (const CellRow& row : rows) {
    CAPTURE(row.text);
    CHECK(read(row.text) == row.expected);
  }
}

}  // namespace

TEST_CASE("numbers are kept as written") {
  check({{"62", "62"}, {"62.0", "62.0"}, {"0", "0"}, {"-3.5", "-3.5"}, {"+3.5", "3.5"}, {"0031", "31"}, {" 85.3 ", "85.3"},
         {"668.37 ", "668.37"}, {"123456789012345678901234567890123456", "123456789012345678901234567890123456"}});
}

TEST_CASE("full-width forms, minus signs and blanks are read") {
  check({{"７．４", "7.4"}, {"－３．５", "-3.5"}, {"−3.5", "-3.5"}, {"＋１", "1"}, {"7.4 %", "7.4 [%]"}, {"７.４ ％", "7.4 [%]"},
         {"　62.0　", "62.0"}, {"- 5", "-5"}, {"6 3.1", "63.1"}, {"62 .5", "62.5"}, {"1\xC2\xA0" "234", "1234"}});
}

TEST_CASE("only whole thousands are groups") {
  check({{"1,234", "1234"}, {"1,234,567.8", "1234567.8"}, {"1，234", "1234"}, {"12 345.6", "12345.6"}, {"1,2", "number-group"},
         {"1,23", "number-group"}, {"12,3456", "number-group"}, {"1,234,5", "number-group"}, {",5", "number-invalid"},
         {"1,", "number-group"}, {"0,123", "number-group"}, {"1234,567", "number-group"}, {"1.5,000", "number-group"},
         {"85 86", "number-group"}});
}

TEST_CASE("a unit behind the number is handed on") {
  check({{"17.8万公顷", "17.8 [万公顷]"}, {"85.3%", "85.3 [%]"}, {"35微克/立方米", "35 [微克/立方米]"}, {"3 个百分点", "3 [个百分点]"},
         {"85.3（%）", "85.3 [%]"}, {"12 km²", "12 [km²]"}});
}

TEST_CASE("a lone mark is missing and never zero") {
  check({{"", "missing"}, {"  ", "missing"}, {"　", "missing"}, {"-", "missing"}, {"—", "missing"}, {"——", "missing"},
         {"－", "missing"}, {"–", "missing"}, {"−", "missing"}, {"…", "missing"}, {"空", "missing"}, {"无", "missing"},
         {"暂无", "missing"}, {"NA", "missing"}, {"n/a", "missing"}, {"Ｎ／Ａ", "missing"}});
}

TEST_CASE("what is no exact number is invalid, each for its own reason") {
  check({{"3.1.4", "number-invalid"}, {"约60", "number-approximate"}, {"<0.5", "number-approximate"},
         {"＞3", "number-approximate"}, {"≥ 85", "number-approximate"}, {"60左右", "number-approximate"},
         {"60%以上", "number-approximate"}, {"60多", "number-approximate"}, {"60-65", "number-approximate"},
         {"60～65", "number-approximate"}, {"±3", "number-approximate"}, {"3.60E+05", "number-exponent"},
         {"1e5", "number-exponent"}, {"6O.5", "number-letter"}, {"O.5", "number-letter"}, {"1O", "number-letter"},
         {"8l.5", "number-letter"}, {"达标", "number-invalid"}, {"同比下降3.4", "number-invalid"}, {".5", "number-invalid"},
         {"5.", "number-invalid"}, {"--5", "number-invalid"}, {"—5", "number-invalid"}, {"(5.3)", "number-invalid"},
         {"¥5", "number-invalid"}, {"=1+1", "number-formula"}, {"#REF!", "number-formula"}, {"#DIV/0!", "number-formula"},
         {"####", "number-formula"}, {"2020/3/1", "number-date"}, {"2020年3月1日", "number-date"}, {"85.8%%", "number-invalid"}, {"1234567890123456789012345678901234567", "number-too-long"}});
}

TEST_CASE("what stands behind a number is an unknown unit or no word at all") {
  const std::vector<CellRow> rows = {{"%%", "number-invalid"},   {".4", "number-invalid"},   {"万公顷(267万亩)", "number-invalid"},
                                     {"万公倾", "unit-unknown"}, {"furlong", "unit-unknown"}, {"*", "number-invalid"}};
  for (const CellRow& row : rows) {
    CAPTURE(row.text);
    CHECK(problem_code(fault_of_unit(row.text)) == row.expected);
  }
}
