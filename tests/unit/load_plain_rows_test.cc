// SPDX-License-Identifier: Apache-2.0
// Rows taken at a glance must give what the careful way gives: the same figures at the same places, the same accounts, the
// same words about them, whatever stands between them and wherever windows cut.
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <iconv.h>

#include <algorithm>
#include <initializer_list>
#include <random>

#include "each_processor.h"
#include "submission_reading.h"

namespace kaohe::small {
namespace {

// The first line that differs, of both.
std::string difference(const std::string& expected, const std::string& found) {
  const auto [a, b] = std::mismatch(expected.begin(), expected.end(), found.begin(), found.end());
  if (a == expected.end() && b == found.end()) return {};
  const auto line = [](const std::string& of, std::size_t at) {
    const std::size_t from = at == 0 ? 0 : of.rfind('\n', at - 1) + 1;
    return of.substr(from, of.find('\n', at) - from);
  };
  return line(expected, static_cast<std::size_t>(a - expected.begin())) + " | " + line(found, static_cast<std::size_t>(b - found.begin()));
}

using Choices = std::vector<std::string>;

struct Torture {
  std::string header;
  std::vector<Choices> columns;  // the commonest first; an empty one in front: months
  Choices lines;                 // that come between
  int rows = 120;
};

std::string pick(const Choices& choices, std::mt19937& random, unsigned oddness) {
  const bool odd = random() % 100 < oddness;
  if (choices.front().empty() && !odd) return fmt::format("{}-{:02}", 2017 + random() % 4, 1 + random() % 12);
  return choices[random() % (odd ? choices.size() : std::min<std::size_t>(choices.size(), 3))];
}

std::string quoted(const std::string& text) { return text.find('"') == std::string::npos ? '"' + text + '"' : text; }

// In every other table a row is much like the one above; in some every field is quoted.
std::string made(const Torture& torture, unsigned seed, unsigned oddness) {
  std::mt19937 random(seed);
  const unsigned changes = seed % 2 == 0 ? 100 : 25;  // of a hundred fields
  std::string text = torture.header + "\n";
  std::vector<std::string> fields(torture.columns.size());
  for (int row = 0; row < torture.rows; ++row) {
    if (random() % 100 < oddness / 2) text += torture.lines[random() % torture.lines.size()];
    for (std::size_t i = 0; i < torture.columns.size(); ++i) {
      if (row == 0 || random() % 100 < changes) fields[i] = pick(torture.columns[i], random, oddness);
      text += (i > 0 ? "," : "") + (seed % 5 == 3 ? quoted(fields[i]) : fields[i]);
    }
    text += random() % 100 < oddness ? "\r\n" : "\n";
  }
  return text;
}

const Choices kRegions = {"江西省", "南昌市", "360400", "\"九江市\"", "", "庐山市", "合计", "火星市", " 南昌 ", "360421", "九江县", "西湖区", "\"南\"\"昌\"", "江西", "注：其他"};
const Choices kPeriods = {"", "2020-07", "\"2020\"", "2020年", "2019", "去年", "2012", "2016", "2020"};
const Choices kShares = {"63.1", "62.0", "64", "0.63", "1", "100", "100.01", "", "—", "63.1%", "85.8%%", "\"63\"", "-1", "1,2", "6３", "63.10", "0", "007", "1e3"};
const Choices kAreas = {"12.5", "0", "1000", "-3", "", "17.8万公顷", "36 公顷", "123456789012345678901", "\"1\n2\"", ".5", "5.", "99999999999999999"};
const Choices kLarge = {"2147483647", "2147483648", "12345678901.25", "", "21474836.47", "21474836.48", "214748364.8", "-2147483649", "999999999999999999", "12", "1e12", "99999999999999999999"};
const Choices kLines = {"\n", "注：本表\n", "地区,时期\n", ",,,,\n", "\"", "合计,2020,1\n", "江西省\n", "x,y,z,1,2,3,4,5,6,7,8\n"};

const Torture kTortures[] = {
    {"地区,时期,指标,数值,单位,备注", {kRegions, kPeriods, {"森林覆盖率", "湿地面积", "森林覆盖率", "无此指标", "", "湿地面积（万公顷）"}, kShares, {"%", "公顷", "%", "", "万公顷", "米", "—", " "}, {"甲", "", "说明：乙", "1", "２"}}, kLines},
    {"地区,时期,指标,数值", {kRegions, kPeriods, {"湿地面积", "湿地面积", "森林覆盖率"}, kAreas}, kLines},
    {"序号,地区,时期,森林覆盖率,湿地面积（公顷）,其他", {{"1", "2", "3", "", "注：", "：", "x"}, kRegions, kPeriods, kShares, kAreas, {"甲", "", "乙", "1", "２"}}, kLines},
    {"地区,指标,单位,2018,2019,2020", {kRegions, {"湿地面积", "森林覆盖率", "湿地面积", ""}, {"公顷", "", "%", "万公顷"}, kAreas, kShares, kAreas}, kLines},
    {"地区,时期,湿地面积（公顷）,森林覆盖率", {kRegions, kPeriods, kLarge, kShares}, kLines},
    {"地区,指标,单位,2018,2019,2020", {kRegions, {"湿地面积", "森林覆盖率", "湿地面积"}, {"公顷", "%", "万公顷"}, kLarge, kLarge, kAreas}, kLines},
    {"市,县,时期,湿地面积", {{"南昌市", "九江市", "南昌市", ""}, {"东湖区", "西湖区", "青云谱区", "", "火星区"}, kPeriods, kAreas}, kLines},
    {"代码,时期,地区,湿地面积", {{"360100", "360000", "360400", "", "36O100"}, kPeriods, {"南昌市", "江西省", "九江市", "\"南昌市\"", ""}, kAreas}, kLines},
    {"代码,地区,时期,湿地面积,状态", {{"360100", "360000", "360400", "", "36O100"}, {"南昌市", "江西省", "九江市", ""}, kPeriods, kAreas, {"A", "", "A", "P", "M"}}, kLines},
};

// So many are wrong in one way that they are counted only.
const Choices kPlainRegions = {"江西省", "南昌市", "360400", "庐山市", "合计", "火星市", "360421", "西湖区"};
const Choices kWrongShares = {"85.8%%", "100.01", "63.1", "约60", "1.2万人", "—", "无", "-1", "100.1", "60%以上", "\"1\n2\"", "1,2", "2020-01-01", "达标"};
const Choices kWrongAreas = {"约60", "-3", "12.5%%", "", "17.8万公顷", "5%", "NA", "36.５", "-3.1", "..", "1e5", "#REF!", "12.5", "12公倾"};
const Choices kFewLines = {"\n", "注：本表\n", "\""};
const Torture kWrongs[] = {
    {"地区,时期,指标,数值,单位", {kPlainRegions, kPeriods, {"森林覆盖率", "湿地面积", "森林覆盖率", "无此指标"}, {"85.8%%", "约60", "-3", "12", "63.1"}, {"", "", "", "公顷", "%"}}, kFewLines, 700},
    {"地区,时期,指标,数值", {kPlainRegions, kPeriods, {"森林覆盖率", "森林覆盖率", "湿地面积"}, kWrongShares}, kFewLines, 700},
    {"地区,时期,森林覆盖率,湿地面积（公顷）", {kPlainRegions, kPeriods, kWrongShares, kWrongAreas}, kFewLines, 450},
    {"地区,时期,森林覆盖率,湿地面积（万公顷）", {kPlainRegions, {"2020", "", "2019"}, {"63.1", "—", "无", "x"}, {"—", "17.8", "..", "NA", "x"}}, kFewLines, 450},
    {"地区,时期,森林覆盖率,湿地面积（公顷）", {kPlainRegions, kPeriods, {"99999999999", "63.1", "12345678901.5"}, kLarge}, kFewLines, 450},
    {"地区,指标,2018,2019,2020", {kPlainRegions, {"湿地面积", "森林覆盖率", "湿地面积"}, kWrongAreas, kWrongAreas, kWrongShares}, kFewLines, 450},
    {"2020年湿地面积（公顷）,,\n地区,2019,2020", {kPlainRegions, {"12.5", "", ""}, {"17.8", "", ""}}, kFewLines, 450},
};

struct Manner {
  std::size_t window, threads;
};

// Figures seen.
std::size_t check_same(const std::string& text, std::initializer_list<Manner> manners, const InputOptions& options = {}) {
  InputOptions careful = options, quick = options;
  careful.head_rows = quick.head_rows = 4;
  careful.plain_from = UINT64_MAX;
  quick.plain_from = 0;
  const ReadBack expected = read_files({{"f.csv", text}}, careful);
  for (const Manner& manner : manners) {
    CAPTURE(manner.window);
    CAPTURE(manner.threads);
    quick.window = manner.window;
    quick.threads = manner.threads;
    CHECK(difference(everything(expected), everything(read_files({{"f.csv", text}}, quick))) == "");
  }
  return expected.submission.figures.size();
}

InputOptions gb18030() {
  InputOptions options;
  options.encoding = Encoding::kGb18030;
  return options;
}

std::string as_gb18030(std::string text) {
  iconv_t handle = iconv_open("GB18030", "UTF-8");
  std::string out(2 * text.size(), '\0');
  char *from = text.data(), *to = out.data();
  std::size_t from_left = text.size(), to_left = out.size();
  REQUIRE(iconv(handle, &from, &from_left, &to, &to_left) == 0);
  iconv_close(handle);
  out.resize(out.size() - to_left);
  return out;
}

std::size_t check_same(const Torture& torture, unsigned seed, std::initializer_list<Manner> manners) {
  CAPTURE(torture.header);
  CAPTURE(seed);
  return check_same(made(torture, seed, seed % 4 == 0 ? 1 : seed % 12), manners);
}

// Rows that differ in their numbers only, but for one field of one of them.
std::string alike_but(const Torture& torture, std::size_t column, const std::string& trap) {
  std::string text = torture.header + "\n";
  for (std::size_t row = 0; row < 60; ++row) {
    for (std::size_t i = 0; i < torture.columns.size(); ++i) {
      const Choices& choices = torture.columns[i];
      const bool varies = choices == kShares || choices == kAreas;
      text += i > 0 ? "," : "";
      text += row == 40 && i == column ? trap : choices.front().empty() ? "2020-07" : choices[varies ? row % 3 : 0];
    }
    text += '\n';
  }
  return text;
}

}  // namespace

TEST_CASE("a row at a glance like all others, but for one field") {
  const Choices traps = {"1", "２", "\"", "\"a,b\"", "a\"b", "\"x\ny\"", "\"甲\"", " ", "", "-5", "5.", "0.12345678901234567", "注：甲", "一段比较长的说明文字，其中没有任何数字，超过三十二个字节"};
  for (const Torture& torture : kTortures) {
    for (std::size_t column = 0; column < torture.columns.size(); ++column) {
      Choices all = torture.columns[column];
      all.insert(all.end(), traps.begin(), traps.end());
      for (const std::string& trap : all) {
        CAPTURE(torture.header);
        CAPTURE(column);
        CAPTURE(trap);
        const std::string text = alike_but(torture, column, trap);
        CHECK(check_same(text, {{1U << 20U, 1}, {700, 2}}) > 0);
        check_same(as_gb18030(text), {{1000, 1}, {700, 2}}, gb18030());
      }
    }
  }
}

TEST_CASE("as many values as in the rows above, but of two rows or in quotes") {
  const Choices traps = {"13\n6", "13\r\n6", "\"13,6\"", "甲\n乙", "\"甲,乙\"", "甲\"丙\",乙", "甲\"丙,乙", "甲,乙\"", "13,6,", "13,6\r", "13,", ",", "13,\n"};
  for (const std::string values : {"12,5", "甲,乙"}) {  // the latter so often that they are counted only
    std::string rows;  // their months are learnt from the first of them
    for (int row = 0; row < 150; ++row) rows += fmt::format("南昌市,{}-{:02},{}\n", 2008 + row / 12, row % 12 + 1, values);
    for (const std::string& trap : traps) {
      CAPTURE(trap);
      check_same("地区,时期,湿地面积（公顷）,森林覆盖率\n" + rows + rows + "南昌市,2015-03," + trap + "\n" + rows, {{1U << 20U, 1}, {700, 2}});
    }
  }
}

TEST_CASE("rows taken at a glance give what rows read with care give") {
  std::size_t figures_seen = 0;
  for (const Torture& torture : kTortures) {
    for (unsigned seed = 0; seed < 24; ++seed) {
      figures_seen += check_same(torture, seed, {{1U << 20U, 1}, {1000, 1}, {300, 2}, {64, 1}, {64, 7}, {500, 7}});
    }
  }
  CHECK(figures_seen > 1000);
}

TEST_CASE("rows in GB18030 are taken as they stand, and say what they say when they are decoded") {
  for (const Torture& torture : kTortures) {
    for (unsigned seed = 0; seed < 10; ++seed) {
      CAPTURE(torture.header);
      CAPTURE(seed);
      check_same(as_gb18030(made(torture, seed, seed)), {{1000, 1}, {300, 2}, {500, 7}}, gb18030());
    }
  }
}

TEST_CASE("rows that are wrong in many places are counted at a glance as with care") {
  for (const Torture& torture : kWrongs) {
    for (unsigned seed = 0; seed < 12; ++seed) check_same(torture, seed, {{1U << 20U, 1}, {1000, 1}, {300, 2}, {1000, 7}});
  }
}

TEST_CASE("a file that does not go on in the encoding that it begins in is read as if that had been known") {
  const std::string text = made(kTortures[0], 4, 2);
  const Choices not_utf8 = {"\xFF", "\xE6\xB1", "\xBD\xAD\xCE\xF7"};
  const std::string as_gb18030 = "\xBD\xAD\xCE\xF7\xCA\xA1,2020,\xCA\xAA\xB5\xD8\xC3\xE6\xBB\xFD,1,,\n";
  for (const std::string& bytes : not_utf8) {
    for (std::size_t at = 0; at < text.size(); at += 23) {
      CAPTURE(at);
      check_same(text.substr(0, at) + bytes + text.substr(at), {{300, 1}, {300, 2}, {1000, 7}});
    }
  }
  std::string gb18030 = "\xB5\xD8\xC7\xF8,\xCA\xB1\xC6\xDA,\xCA\xAA\xB5\xD8\xC3\xE6\xBB\xFD\n";  // 地区,时期,湿地面积
  for (int row = 0; row < 60; ++row) gb18030 += fmt::format("\xBD\xAD\xCE\xF7\xCA\xA1,{}-{:02},{}\n", 2015 + row / 12, row % 12 + 1, row);
  for (const std::string& bytes : {std::string("\xFF"), std::string("\x81"), std::string("\xE6\xB1\x9F\xE8\xA5\xBF")}) {
    for (std::size_t at = 0; at < gb18030.size(); at += 19) {
      CAPTURE(at);
      check_same(gb18030.substr(0, at) + bytes + gb18030.substr(at), {{100, 1}, {100, 2}, {400, 7}});
    }
  }
  CHECK(check_same(gb18030, {{100, 1}, {100, 2}, {400, 7}}) == 60);
  for (std::size_t size = text.size() - 40; size < text.size(); ++size) check_same(text.substr(0, size), {{300, 1}, {300, 2}});
  check_same("a\n" + text + as_gb18030, {{300, 1}, {1000, 2}});
  check_same("region,period,indicator,value,unit,note\n" + as_gb18030 + as_gb18030, {{32, 1}, {32, 2}});
}

TEST_CASE("every kind of processor gives the same") {
  on_each_processor([] {
    for (const Torture& torture : kTortures) {
      for (unsigned seed = 100; seed < 104; ++seed) check_same(torture, seed, {{1U << 20U, 1}, {300, 2}});
    }
  });
}

}  // namespace kaohe::small
