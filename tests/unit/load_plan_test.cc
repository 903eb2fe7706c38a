// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "plan_fixture.h"

namespace kaohe {
namespace {

using fixture::kFloor;
using fixture::kHead;
using fixture::kHeadLines;
using fixture::load;
using fixture::load_rule;
using fixture::Loaded;

TEST_CASE("each mistake in a rule is told at its line and column, lines counted from the rule's keys") {
  struct Row {
    std::string keys;
    std::string told;  // "[code] line:column", line 1 being the first of `keys`
  };
  const Row rows[] = {
      {"indicator = \"coverage\"\n", "[rule-test] -4:1"},
      {"indicator = \"coverage\"\nrequire = \">= 63 %\"\ntrend = \"rises\"", "[rule-test] 3:1"},
      {"record = \"issued\"\nrules = [\"p/*\"]", "[rule-test] 2:1"},
      {"indicator = \"coverge\"\nrequire = \">= 63 %\"", "[indicator-unknown] 1:13"},
      {"require = \">= 63 %\"", "[key-missing] -4:1"},
      {"indicator = \"coverge\"\nrequire = 63", "[indicator-unknown] 1:13, [value-type] 2:11"},
      {"indicator = \"coverge\"\nrequire = \"63 %\"", "[indicator-unknown] 1:13, [target-syntax] 2:11"},
      {"indicator = \"coverge\"\nrequire = \">= 63 公里\"", "[indicator-unknown] 1:13, [unit-unknown] 2:11"},
      {"indicator = \"coverge\"\nrequire = \">= @lnd\"", "[indicator-unknown] 1:13, [indicator-unknown] 2:11"},
      {"indicator = \"coverge\"\nrequire = \">= 63 %\"\nlocal = { \"360100\" = 60 }",
       "[indicator-unknown] 1:13, [value-type] 3:22"},
      {"indicator = \"coverage\"\nrequire = 63.1", "[value-type] 2:11"},
      {"indicator = \"coverage\"\nrequire = 63", "[value-type] 2:11"},
      {"indicator = \"coverage\"\nrequire = \"63 %\"", "[target-syntax] 2:11"},
      {"indicator = \"coverage\"\nrequire = \">= 63\"", "[unit-missing] 2:11"},
      {"indicator = \"coverage\"\nrequire = \">= 6,3 %\"", "[unit-unknown] 2:11"},
      {"indicator = \"coverage\"\nrequire = \">= 63 公里\"", "[unit-unknown] 2:11"},
      {"indicator = \"coverage\"\nrequire = \">= 63 万公顷\"", "[unit-dimension] 2:11"},
      {"indicator = \"coverage\"\nrequire = \">= 2 pp\"", "[unit-dimension] 2:11"},
      {"indicator = \"coverage\"\nrequire = \">= @forest\"", "[unit-dimension] 2:11"},
      {"indicator = \"forest\"\nrequire = \">= @lnd\"", "[indicator-unknown] 2:11"},
      {"indicator = \"coverage\"\nrequire = \"65 % .. 60 %\"", "[range-empty] 2:11"},
      {"indicator = \"coverage\"\nrequire = \"60 % ..\"", "[target-syntax] 2:11"},
      {"indicator = \"coverage\"\nrequire = \">= 163 %\"", "[target-outside-range] 2:11"},
      {"indicator = \"coverage\"\nrequire = \">= 63 %\"\nduee = 2020-12-31", "[key-unknown] 3:1"},
      {"indicator = \"coverage\"\nrequire = \">= 63 %\"\ndue = \"2020-12-31\"", "[value-type] 3:7"},
      {"indicator = \"coverage\"\nrequire = \">= 63 %\"\ndue = [2019-12-31, 2018-12-31]", "[date-order] 3:20"},
      {"indicator = \"coverage\"\nrequire = \">= 63 %\"\ndue = 2016-12-31", "[due-before-issue] 3:7"},
      {"indicator = \"coverage\"\nrequire = \">= 63 %\"\ndue = []", "[value-type] 3:7"},
      {"indicator = \"coverage\"\nrequire = \">= 63 %\"\nhold = true\nmet = \"every year\"\nfrom = 2017-01-01",
       "[key-contradiction] 4:1"},
      {"indicator = \"coverage\"\nrequire = \">= 63 %\"\nuntil = 2025-12-31", "[key-contradiction] 3:1"},
      {"indicator = \"coverage\"\nrequire = \">= 63 %\"\nhold = true\nuntil = 2019-12-31", "[date-order] 4:9"},
      {"indicator = \"coverage\"\nrequire = \">= 63 %\"\nmet = \"every year\"", "[key-missing] -4:1"},
      {"indicator = \"coverage\"\nrequire = \">= 63 %\"\nmet = \"every yaer\"\nfrom = 2017-01-01",
       "[value-unknown] 3:7"},
      {"indicator = \"coverage\"\nrequire = \">= 63 %\"\nmet = \"every year\"\nfrom = 2021-01-01", "[date-order] 4:8"},
      {"indicator = \"coverage\"\nrequire = \">= 63 %\"\nfrom = 2017-01-01", "[key-contradiction] 3:1"},
      {"indicator = \"coverage\"\nrequire = \">= 63 %\"\nby = \">= 2 pp\"", "[key-contradiction] 3:1"},
      {"indicator = \"forest\"\nrequire = \">= @land\"\ncompare = \"rounded\"", "[key-contradiction] 3:1"},
      {"indicator = \"coverage\"\ntrend = \"does not rise\"\nby = \">= 2 pp\"", "[key-contradiction] 3:1"},
      {"indicator = \"coverage\"\ntrend = \"rises\"\nby = \"2 pp\"", "[target-syntax] 3:6"},
      {"indicator = \"coverage\"\ntrend = \"rises\"\nby = \">= 2 公顷\"", "[target-syntax] 3:6"},
      {"indicator = \"forest\"\ntrend = \"rises\"\nby = \">= 2 pp\"", "[unit-dimension] 3:6"},
      {"indicator = \"coverage\"\nrequire = \">= 63 %\"\nnumber = \">= 3\"", "[key-contradiction] 3:1"},
      {"record = \"issued\"\nnumber = \"3\"", "[target-syntax] 2:10"},
      {"record = \"issued\"\nnumber = \">= 0\"", "[target-syntax] 2:10"},
      {"record = \"isued\"", "[value-unknown] 1:10"},
      {"record = \"issued\"\nindicator = \"coverage\"", "[key-contradiction] 2:1"},
      {"every = \"2 yaers\"\nfrom = 2017-01-01", "[interval-syntax] 1:9"},
      {"every = \"year\"", "[key-missing] -4:1"},
      {"gap = \"2 years\"", "[interval-syntax] 1:7"},
      {"record = \"issued\"\nfor = \"each town\"", "[value-unknown] 2:7"},
      {"record = \"issued\"\nfor = [\"360100\", \"360199\"]", "[region-unknown] 2:18"},
      {"record = \"issued\"\nfor = \"南昌市\"", "[region-unknown] 2:7"},
      {"record = \"issued\"\nfor = [\"360100\", \"360100\"]", "[id-duplicate] 2:18"},
      {"record = \"issued\"\nopen = true", "[key-contradiction] 2:1"},
      {"record = \"issued\"\nwhere = { zone = \"poor-conty\" }", "[zone-unknown] 2:18"},
      {"record = \"issued\"\nwhere = { kind = \"地级巿\" }", "[value-unknown] 2:18"},
      {"record = \"issued\"\nexcept = { regin = \"360100\" }", "[key-unknown] 2:12"},
      {"record = \"issued\"\nshare = \">= 70 %\"\ncount = \">= 3\"", "[key-contradiction] 3:1"},
      {"record = \"issued\"\nshare = \">= 170 %\"", "[target-syntax] 2:9"},
      {"record = \"issued\"\ncount = \">= 2.5\"", "[target-syntax] 2:9"},
      {"record = \"issued\"\nlocal = { \"360100\" = \">= 1 %\" }", "[key-contradiction] 2:1"},
      {"indicator = \"coverage\"\nrequire = \">= 63 %\"\nlocal = { \"360199\" = \">= 1 %\" }", "[region-unknown] 3:11"},
      {"indicator = \"coverage\"\nrequire = \">= 63 %\"\nlocal = { \"360100\" = \">= 1 公顷\" }",
       "[unit-dimension] 3:22"},
      {"indicator = \"coverage\"\nrequire = \">= 63 %\"\nitems = [\"纸\"]", "[key-contradiction] 3:1"},
      {"indicator = \"coverage\"\nrequire = \">= 63 %\"\ncombine = { parts = \"each town\", how = \"mean\" }",
       "[value-unknown] 3:21"},
      {"indicator = \"coverage\"\nrequire = \">= 63 %\"\ncombine = { parts = \"each city\", how = \"weighted-mean\" }",
       "[key-contradiction] 3:34"},
      {"all_of = []", "[rule-test] 1:10"},
      {"all_of = [{ indicator = \"pm25\" }]", "[rule-test] 1:11"},
      {"all_of = [{ indicator = \"pm25\", require = \"<= 35 μg/m³\", share = \">= 7 %\" }]", "[key-unknown] 1:58"},
      {"rules = [\"p/x*\"]", "[rule-unknown] -4:1"},
      {"rules = [\"p/*\"]", "[rule-unknown] -4:1"},  // it does not cover itself
      {"record = \"issued\"\n[rule.strict]\nid = \"s\"", "[key-unknown] 3:1"},
      {"record = \"issued\"\n[rule.strict]\nevery = \"year\"", "[key-missing] 2:1"},
      {"record = \"issued\"\nfor = \"360199\"\n[rule.strict]\nrecord = \"completed\"",
       "[region-unknown] 2:7"},  // once, not per reading
  };
  for (const Row& row : rows) {
    Loaded loaded = load_rule(row.keys);
    loaded.problems.sort();
    std::string told;
    for (const Problem& problem : loaded.problems.all()) {
      told += fmt::format("{}[{}] {}:{}", told.empty() ? "" : ", ", problem.code,
                          static_cast<int>(problem.place.line) - kHeadLines, problem.place.column);
    }
    CAPTURE(row.keys);
    CHECK(told == row.told);
  }
}

TEST_CASE("each mistake in a plan's head is told at its line and column") {
  struct Row {
    std::string from;
    std::string to;
    std::string told;
  };
  const Row rows[] = {
      {"id = \"p\"\n", "", "[key-missing] 1:1"},
      {"id = \"p\"", "id = \"P 1\"", "[id-form] 2:6"},
      {", en = \"plan\"", "", "[key-missing] 3:9"},
      {"\"in force\"", "\"inforce\"", "[value-unknown] 5:10"},
      {"2017-10-02", "2017-02-30", "[toml-syntax] 6:20"},
      {"2017-10-02", "2022-10-02", "[date-order] 7:8"},
      {"\"360000\"", "\"360001\"", "[region-unknown] 8:10"},
      {"2016", "16", "[date-impossible] 9:12"},
      {"baseline = 2016", "basline = 2016", "[key-unknown] 9:1"},
      {"[plan]", "[plans]", "[key-missing] 1:1, [key-unknown] 1:2"},
      {"[[rule]]", "[[rul]]", "[plan-empty] 1:1, [key-unknown] 11:3"},
      {"title = { zh = \"规则\", en = \"rule\" }", "title = \"规则\"", "[value-type] 13:9"},
      {"anchor = \"达到63%\"",
       "anchor = \"一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一\"",
       "[anchor-long] 14:38"},
      {"[48]", "48", "[value-type] 14:56"},
      {"\"binding\"", "\"bindng\"", "[value-unknown] 15:8"},
      {"[plan]", "面积 = 1", "[toml-syntax] 1:1"},
  };
  for (const Row& row : rows) {
    Loaded loaded = load(fixture::replaced(kHead + kFloor, row.from, row.to));
    CAPTURE(row.from);
    CAPTURE(row.to);
    CHECK(fixture::told(loaded.problems) == row.told);
  }
}

TEST_CASE("all mistakes are told in one run, with the nearest name that was meant") {
  Loaded loaded = load_rule("indicator = \"coverge\"\nrequire = \">= 63 %\"\nfro = \"province\"\nduee = 2020-12-31");
  CHECK(fixture::told(loaded.problems) == "[indicator-unknown] 16:13, [key-unknown] 18:1, [key-unknown] 19:1");
  for (const Problem& problem : loaded.problems.all()) {
    CHECK(!problem.hint.zh.empty());
    CHECK(!problem.hint.en.empty());
  }
  CHECK(loaded.problems.all()[0].hint.en == "did you mean \"coverage\"");
  CHECK(loaded.problems.all()[0].hint.zh == "是否指“coverage”");
}

TEST_CASE("a plan without rules is an error") {
  Loaded loaded = load("[plan]\nid = \"p\"\n");
  loaded.problems.sort();
  CHECK(std::any_of(loaded.problems.all().begin(), loaded.problems.all().end(),
                    [](const Problem& p) { return p.code == "plan-empty"; }));
}

TEST_CASE("a trend against a base period that nobody names is warned of") {
  const std::string trend = kHead + std::string("indicator = \"coverage\"\ntrend = \"rises\"\n");
  Loaded loaded = load(fixture::replaced(trend, "baseline = 2016\n", "\n"));
  CHECK(fixture::told(loaded.problems) == "[baseline-missing] 11:1");
  CHECK_FALSE(loaded.problems.has_errors());
}

TEST_CASE("a rule's id is used once") {
  const std::string rule = std::string(kHead).substr(std::string(kHead).find("[[rule]]"));
  Loaded loaded = load(kHead + kFloor + rule + kFloor);
  CHECK(fixture::told(loaded.problems) == "[id-duplicate] 18:1");
}

TEST_CASE("columns count characters, offsets count bytes, also behind a byte order mark and CRLF") {
  Loaded loaded = load("\xEF\xBB\xBF[plan]\r\nid = \"p\"\r\ntitle = { zh = \"方案\", eng = \"plan\" }\r\n");
  const auto& all = loaded.problems.all();
  const auto found =
      std::find_if(all.begin(), all.end(), [](const Problem& problem) { return problem.code == "key-unknown"; });
  REQUIRE(found != all.end());
  CHECK(found->place.line == 3);
  CHECK(found->place.column == 22);
  CHECK(found->place.offset == 3 + 8 + 10 + 21 + 4);  // two Han characters are four bytes longer than two columns
}

TEST_CASE("what would overflow the TOML library's stack, or what it holds for impossible, is a problem, not a crash") {
  std::string deep = "[a";
  for (int i = 0; i < 200'000; ++i) deep += ".a";
  const std::string hostile[] = {
      deep + "]",   "a = " + std::string(100'000, '['), "a = \"\xFF\"", std::string("\0\0", 2),
      "a = 1e9999", "a = 99999999999999999999",         "a = [[}]",     "a = { b、 = 1 }"};
  for (const std::string& text : hostile) {
    Loaded loaded = load(text);
    CHECK(fixture::told(loaded.problems).substr(0, 13) == "[toml-syntax]");
  }
}

TEST_CASE("a bracket out of place is told where it stands") {
  Loaded loaded = load("# 注\r\na = 1\nb = [\"甲\", [}]\n");
  CHECK(fixture::told(loaded.problems) == "[toml-syntax] 3:12");
}

TEST_CASE("the broken rule files that the schema refuses are refused here too, the shipped ones are clean") {
  Problems problems;
  const auto broken = list_files(KAOHE_SOURCE_DIR "/tests/tools/broken-rules", ".toml");
  REQUIRE(broken.ok());
  CHECK(broken.value().size() > 5);
  for (const std::string& path : broken.value()) {
    const auto file = read_file(path);
    REQUIRE(file.ok());
    Problems found;
    (void)load_plan(file.value(), fixture::catalog(), found);
    CAPTURE(path);
    CHECK(found.has_errors());
  }
  const Sources sources = embedded_sources();
  const Catalog catalog = load_tables(sources, problems);
  CHECK(sources.rules.size() >= 2);
  for (const Source& file : sources.rules) CHECK(!load_plan(file, catalog, problems).rules.empty());
  CHECK(fixture::told(problems) == "");
}

}  // namespace
}  // namespace kaohe
