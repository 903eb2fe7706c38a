// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <functional>
#include <sstream>

#include "base/text.h"
#include "report/format.h"
#include "report/table.h"
#include "sample_report.h"

using namespace kaohe;

namespace {

std::vector<std::string> lines(const std::string& text) {
  std::vector<std::string> out;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) out.push_back(line);
  return out;
}

std::string text(const Report& report, bool verbose = false, std::size_t width = 100) {
  Style style;
  style.verbose = verbose;
  style.width = width;
  return write_text(report, style);
}

void change(Report& report, std::size_t number, const std::function<void(Verdict&)>& how) {
  Verdict verdict = report.verdict(number);
  how(verdict);
  report.verdicts.set(number, std::move(verdict));
}

bool has(const std::string& whole, std::string_view part) { return whole.find(part) != std::string::npos; }

std::vector<std::string> words(const std::string& line) {
  std::istringstream in(line);
  std::vector<std::string> out;
  for (std::string word; in >> word;) out.push_back(word);
  return out;
}

// The rows of the table by tier, heading first.
std::vector<std::string> tally(const std::string& report, std::string_view head) {
  std::vector<std::string> out;
  for (const std::string& line : lines(report)) {
    if (out.empty() && trim(line).substr(0, head.size()) != head) continue;
    if (trim(line).empty()) break;
    if (out.size() == 7) break;
    out.push_back(line);
  }
  return out;
}

}  // namespace

TEST_CASE("the first line is the verdict, with the exit status, and nothing being due comes before it") {
  struct Row {
    int exit;
    bool nothing_due;
    const char* zh;
    const char* en;
  };
  const Row rows[] = {{0, false, "✓ 通过（退出状态 0）", "✓ passes (exit status 0)"},
                      {1, false, "✗ 未通过（退出状态 1）", "✗ falls short (exit status 1)"},
                      {2, false, "! 无法判定（退出状态 2）", "! could not judge (exit status 2)"},
                      {3, false, "? 资料不全（退出状态 3）", "? incomplete (exit status 3)"},
                      {3, true, "截至 2020-12-31，没有一条任务到期", "nothing is due by 2020-12-31"}};
  for (const Row& row : rows) {
    for (const Language language : {Language::kZh, Language::kEn}) {
      Report report = sample::report(language);
      report.exit = row.exit;
      report.nothing_due = row.nothing_due;
      CHECK(lines(text(report))[0] == (language == Language::kZh ? row.zh : row.en));
    }
  }
}

TEST_CASE("what fails comes before what is invalid, that before what is missing, all before the sums") {
  for (const Language language : {Language::kZh, Language::kEn}) {
    const bool zh = language == Language::kZh;
    const std::string out = text(sample::report(language));
    std::size_t last = 0;
    for (const char* head : {zh ? "\n✗ 未达标" : "\n✗ fail", zh ? "\n! 数据无效" : "\n! invalid", zh ? "\n? 缺数据" : "\n? missing",
                             zh ? "\n有争议" : "\nDisputed", zh ? "\n汇总" : "\nSummary", zh ? "\n下一步" : "\nNext"}) {
      const std::size_t at = out.find(head, last);
      CAPTURE(head);
      REQUIRE(at != std::string::npos);
      last = at;
    }
  }
}

TEST_CASE("a failing verdict says value, target, distance, what would pass, where it stands, and what rounding would say") {
  const std::string out = text(sample::report(Language::kZh));
  for (const char* part : {"南昌市 2020：35.04 μg/m³，目标 ≤ 35 μg/m³，差 0.04 μg/m³", "达标条件：不超过 35 μg/m³", "figures.csv D7（第 8 行）",
                           "如按 GB/T 8170 修约后比较：35 μg/m³，达标", "原因：高于目标"}) {
    CAPTURE(part);
    CHECK(has(out, part));
  }
}

TEST_CASE("the difference of percentages is in percentage points") {
  CHECK(has(text(sample::report(Language::kZh)), "余量 0.1 个百分点"));
  CHECK(has(text(sample::report(Language::kEn)), "margin 0.1 pp"));
}

TEST_CASE("a long list of units is cut and says how many there are, -v shows every one") {
  Report report = sample::report(Language::kZh);
  report.tiers.push_back(Tier::kExpected);  // else what is missing for such is told with -v alone
  const std::string out = text(report);
  CHECK(has(out, "另有 11 个单位同样缺数据："));
  CHECK(has(out, "等\n"));
  CHECK_FALSE(has(out, "样12县"));
  CHECK(has(text(report, true), "样12县"));
}

TEST_CASE("readings that differ are both shown, with the one that counts") {
  CHECK(has(text(sample::report(Language::kZh)), "通常理解：达标；从严理解：未达标（本报告按通常理解计）"));
  CHECK(has(text(sample::report(Language::kEn)), "plain: pass; strict: fail (the plain reading counts here)"));
}

TEST_CASE("the strict reading's verdicts count where it is asked for") {
  Report report = sample::report(Language::kZh);
  report.reading = Reading::kStrict;
  report.rules[7].outcome = Outcome::kFail;
  CHECK(has(text(report), "89.9 %，目标 ≥ 90 %，差 0.1 个百分点"));
}

TEST_CASE("the rows and columns of the summary add up") {
  for (const Language language : {Language::kZh, Language::kEn}) {
    const auto rows = tally(text(sample::report(language)), language == Language::kZh ? "类别" : "tier");
    REQUIRE(rows.size() == 7);
    std::vector<int> totals(8, 0);
    for (const std::size_t row : {2, 3, 4}) {
      const auto cells = words(rows[row]);
      REQUIRE(cells.size() == 9);
      int sum = 0;
      for (std::size_t i = 1; i < 8; ++i) {
        sum += std::stoi(cells[i]);
        totals[i - 1] += std::stoi(cells[i]);
      }
      CHECK(sum == std::stoi(cells[8]));
      totals[7] += sum;
    }
    const auto last = words(rows[6]);
    for (std::size_t i = 0; i < totals.size(); ++i) CHECK(std::stoi(last[i + 1]) == totals[i]);
    CHECK(totals[7] == 8);
  }
}

TEST_CASE("the columns of the summary end at the same place on the screen") {
  for (const Language language : {Language::kZh, Language::kEn}) {
    const auto rows = tally(text(sample::report(language)), language == Language::kZh ? "类别" : "tier");
    REQUIRE(rows.size() == 7);
    for (const std::string& row : rows) CHECK(screen_width(row) == screen_width(rows[0]));
  }
}

TEST_CASE("table borders hold nothing but blanks and '-'") {
  Page page({}, Language::kZh);
  TextTable table({{"地区"}, {"数", true}});
  table.rule();
  table.row({{"南昌市"}, {"1"}});
  table.row({{"A"}, {"12345"}});
  table.write(page, 0);
  CHECK(page.take() == "地区       数\n-------------\n南昌市      1\nA       12345\n");
}

TEST_CASE("no line is wider than the page, however narrow") {
  for (const std::size_t width : {40, 80, 120}) {
    for (const Language language : {Language::kZh, Language::kEn}) {
      for (const std::string& line : lines(text(sample::report(language), true, width))) {
        CAPTURE(line);
        // The table of outcomes is as wide as its words.
        const bool table = has(line, "  0  ") || has(line, "---") || has(line, "达标  未达标") || has(line, "not due  exempt");
        CHECK((table || screen_width(line) <= width));
      }
    }
  }
}

TEST_CASE("a line never begins with a closing mark") {
  for (const std::size_t width : {40, 50, 60, 70}) {
    for (const std::string& line : lines(text(sample::report(Language::kZh), true, width))) {
      const std::string start(trim(line));
      for (const char* mark : {"，", "。", "：", "）", "”", "、"}) CHECK(start.rfind(mark, 0) != 0);
    }
  }
}

TEST_CASE("no cell steers the terminal, and colour changes nothing but colour") {
  const std::string plain = text(sample::report(Language::kZh), true);
  CHECK_FALSE(has(plain, "\x1b"));
  Style style;
  style.colour = true;
  style.verbose = true;
  const std::string coloured = write_text(sample::report(Language::kZh), style);
  CHECK(has(coloured, "\x1b[31m✗ 未达标\x1b[0m"));
  std::string stripped;
  for (std::size_t i = 0; i < coloured.size(); ++i) {
    if (coloured[i] == '\x1b') {
      i = coloured.find('m', i);
    } else {
      stripped += coloured[i];
    }
  }
  CHECK(stripped == plain);
}

TEST_CASE("rows, cells, encoding and diagnostics are told") {
  const std::string out = text(sample::report(Language::kEn));
  for (const char* part : {"rows: 10 read = 1 header + 7 data + 1 skipped + 1 in error", "value cells: 7 = 5 figures + 1 missing + 1 invalid + 0 repeated",
                           "gb18030 (detected)", "errors 1, warnings 0, notes 0"}) {
    CAPTURE(part);
    CHECK(has(out, part));
  }
}

TEST_CASE("what to obtain next is grouped by indicator and period, the nearest passes come last") {
  const std::string out = text(sample::report(Language::kZh), false, 160);
  CHECK(has(out, "1. 湿地面积，2020：样1县、样2县"));
  CHECK(has(out, "等 12 个（涉及 1 条任务，其中约束性 0 条）"));
  const std::size_t nearest = out.find("达标但离目标最近的");
  REQUIRE(nearest != std::string::npos);
  CHECK(out.find("地表水水质优良比例  江西省 2020", nearest) < out.find("断面水质  江西省 2020", nearest));
}

TEST_CASE("the passes nearest to the edge are those by relative margin, for a ceiling too") {
  Report report = sample::report(Language::kEn);
  change(report, 2, [](Verdict& verdict) {
    verdict.value = Rational(3499, 100);  // of 35: 0.03 %
    verdict.margin = Rational(1, 100);
  });
  const std::string out = text(report);
  const std::size_t near = out.find("Passes nearest");
  REQUIRE(near != std::string::npos);
  CHECK(out.find("景德镇市", near) < out.find("River sections", near));
}

TEST_CASE("an outlook, a waiver and an exemption are told") {
  const std::string out = text(sample::report(Language::kZh), true);
  for (const char* part : {"最早 2025-12-31 到期，进度滞后 1 个", "豁免：机构改革，省政府，有效期至 2021-12-31", "不是原贫困县", "比 2015 年下降，幅度 ≥ 15 %",
                           "每 2 年一次", "要求 2020-12-31 前印发"}) {
    CAPTURE(part);
    CHECK(has(out, part));
  }
}

TEST_CASE("cells that follow each other are told as a range, with how many they are") {
  Report report = sample::report(Language::kZh);
  change(report, 1, [](Verdict& verdict) { verdict.figures = {sample::cell(4, 7), sample::cell(4, 8), sample::cell(4, 9), sample::cell(6, 9), sample::cell(7, 9)}; });
  CHECK(has(text(report), "依据：figures.csv D7:D9（第 8 至 10 行）、F9:G9（第 10 行），共 5 个单元格"));
  change(report, 1, [](Verdict& verdict) { verdict.figures = {sample::cell(4, 7), sample::cell(4, 9), sample::cell(5, 8)}; });
  CHECK(has(text(report), "依据：figures.csv D7（第 8 行）、D9（第 10 行）等，共 3 个单元格"));
}

TEST_CASE("what is missing is one line for an indicator and period, each region once, open bounds are told in words") {
  Report report = sample::report(Language::kZh);
  report.tiers.push_back(Tier::kExpected);
  change(report, 4, [](Verdict& verdict) {
    verdict.missing.reset();
    for (const std::uint32_t region : {3, 4, 3, 5}) verdict.missing.edit().push_back({region, 2, year_of(2020), {}, {}, {}});
  });
  struct Row {
    const char* bounds;
    const char* told;
  };
  for (const Row& row : {Row{"1 ..", "至少 1 %"}, Row{".. 9", "至多 9 %"}, Row{"1 .. 9", "介于 1 与 9 %之间"}}) {
    change(report, 4, [&row](Verdict& verdict) {
      verdict.unit = "%";
      verdict.bounds = row.bounds;
    });
    CHECK(has(text(report), row.told));
  }
  CHECK(has(text(report), "缺：2020 湿地面积：样1县、样2县、样3县\n"));
}

TEST_CASE("an invalid verdict says what is wrong with its cell") {
  CHECK(has(text(sample::report(Language::kZh)), "figures.csv D9（第 10 行）：“63..1”不是数"));
}

TEST_CASE("a problem shows the Excel cell first, then line and column, then the hint") {
  const Report report = sample::report(Language::kZh);
  const Problem& problem = report.problems.all()[0];
  CHECK(problem_text(problem, report.problems.files, Language::kEn, {}) ==
        "figures.csv: D9 (line 10, column 20): error: \"63..1\" is no number [number-invalid]\n  hint: a decimal was expected\n");
  CHECK(problem_text(problem, report.problems.files, Language::kZh, {}) ==
        "figures.csv: D9（第 10 行第 20 列）: 错误：“63..1”不是数 [number-invalid]\n  提示：应为一个十进制数\n");
}

TEST_CASE("a problem without a place says only what it is") {
  Problems problems;
  problems.add("plan-none", {}, "", {"没有方案", "no plan"});
  CHECK(problem_text(problems.all()[0], problems.files, Language::kEn, {}) == "error: no plan [plan-none]\n");
}
