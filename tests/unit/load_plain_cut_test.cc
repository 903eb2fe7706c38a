// SPDX-License-Identifier: Apache-2.0
// Rows are cut as a reader of records would cut them, or not at all; what stands side by side says how it is cut.
#include <doctest/doctest.h>

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "load/submission/plain/plain_cut.h"

using namespace kaohe;

namespace {

using Fields = std::vector<std::string>;

// What ends up behind a row: more rows, and room.
const std::string kBehind = "1,2,3\n" + std::string(2 * kRoom, '-') + ",\n";

Fields fields_of(const PlainCut& cut) { return {cut.fields().begin(), cut.fields().end()}; }

// Of a row of three, behind `before`; empty where it is not cut.
Fields cut_behind(const std::string& before, const std::string& row, std::size_t* behind = nullptr) {
  const std::string text = before + row + kBehind;
  PlainCut cut(3);
  cut.look_at(text, ',');
  const std::size_t next = cut.cut(before.size());
  if (behind != nullptr) *behind = next;
  return next == PlainCut::kNotCut ? Fields() : fields_of(cut);
}

// All texts of so many characters.
std::vector<std::string> all_texts(std::size_t size, std::string_view characters) {
  std::vector<std::string> texts = {""};
  for (std::size_t i = 0; i < size; ++i) {
    std::vector<std::string> longer;
    for (const std::string& text : texts) {
      for (const char c : characters) longer.push_back(text + c);
    }
    texts = std::move(longer);
  }
  return texts;
}

}  // namespace

TEST_CASE("a row is cut where its separators and its line end stand, unless that takes a reader of records") {
  struct Case {
    std::string row;
    Fields fields;
  };
  const Case cases[] = {
      {"a,b,c\n", {"a", "b", "c"}},
      {"a,b,c\r\n", {"a", "b", "c"}},
      {",,\n", {"", "", ""}},
      {"\"a\",b,\"c\"\n", {"a", "b", "c"}},
      {"\"a\",\"b\",\"c\"\r\n", {"a", "b", "c"}},
      {"\"a,,,,a\",\"b,\",\",c\"\n", {"a,,,,a", "b,", ",c"}},
      {"\"\",\"\",\n", {"", "", ""}},
      {"a\"b,c\",d\n", {"a\"b", "c\"", "d"}},
      {"a,b,\"c\n", {}},
      {"a,b\n", {}},
      {"a,b,c,d\n", {}},
      {"a,b\rc,d\n", {}},
      {"a,b,c\rd", {}},
      {"\"a\nb\",b,c\n", {}},
      {"\"a\"b,b,c\n", {}},
      {"\"a\"\"b\",b,c\n", {}},
      {"\n", {}},
  };
  for (const Case& one : cases) {
    CAPTURE(one.row);
    for (const std::string before : {"", "x,y,z\n", "\"x\",y,\"z\"\r\n"}) {
      std::size_t behind = 0;
      CHECK(cut_behind(before, one.row, &behind) == one.fields);
      if (!one.fields.empty()) CHECK(behind == before.size() + one.row.size());
    }
  }
}

TEST_CASE("a row is not cut where it ends the text or too little stands behind it") {
  const std::string row = "a,b,c\n";
  for (const std::string& behind : {std::string(), std::string(kRoom - 1, 'x'), std::string(kRoom + 8, 'x')}) {
    const std::string text = row + behind;
    PlainCut cut(3);
    cut.look_at(text, ',');
    CHECK(cut.cut(0) == PlainCut::kNotCut);
  }
}

TEST_CASE("rows are cut wherever pieces of marks end, one after the other or not") {
  std::string text;
  std::vector<std::size_t> begins;
  for (std::size_t i = 0; i < 3000; ++i) {
    begins.push_back(text.size());
    const std::string name(i % 1000 == 999 ? 3 * Marks::kPiece : i % 23, 'x');
    text += std::to_string(i) + ',' + name + (i % 3 == 0 ? ",\"a,b\"\r\n" : ",\n");
  }
  begins.push_back(text.size());
  text += kBehind;
  PlainCut cut(3);
  cut.look_at(text, ',');
  for (const std::size_t step : {1, 7}) {
    CAPTURE(step);
    for (std::size_t i = 0; i + 1 < begins.size(); i += step) {
      CAPTURE(i);
      REQUIRE(cut.cut(begins[i]) == begins[i + 1]);
      CHECK(cut.fields()[0] == std::to_string(i));
      CHECK(cut.fields()[2] == (i % 3 == 0 ? "a,b" : ""));
    }
  }
}

TEST_CASE("what may stand in the row behind is looked at where its marks stand") {
  const std::string text = "a,b,c\nd,e,f\n\"g\",h,i\n" + kBehind;
  PlainCut cut(3);
  cut.look_at(text, ',');
  CHECK(cut.cut(0) == 6);
  CHECK(cut.side_by_side_behind(0, 1, 0) == "d,e");
  CHECK(cut.side_by_side_behind(1, 2, 0) == "e,f");
  CHECK(cut.side_by_side_behind(0, 0, 1) == "\"g\"");
  CHECK(cut.side_by_side_behind(1, 2, 1) == "h,i");
  CHECK(cut.cut(6) == 12);
  CHECK(cut.side_by_side_behind(0, 0, 0) == "\"g\"");
  const std::string end = "a,b,c\nd,e," + std::string(2 * kRoom, 'f') + "\n" + std::string(kRoom - 2, 'x');
  cut.look_at(end, ',');
  CHECK(cut.cut(0) == 6);
  CHECK(cut.side_by_side_behind(0, 1, 0) == "d,e");
  CHECK(cut.side_by_side_behind(0, 2, 0).empty());
  CHECK(cut.side_by_side_behind(0, 0, 1).empty());
  const std::string returns = "a,b,c\r\nd,e,f\r\ng,h,i\r\n" + kBehind;
  cut.look_at(returns, ',');
  CHECK(cut.cut(0) == 7);
  CHECK(cut.side_by_side_behind(0, 1, 1) == "g,h");
}

TEST_CASE("fields that stand side by side are the same where what is between them is") {
  for (const std::string before : {"", "x,y,z\n", "\"x\",y,\"z\"\n"}) {
    std::map<std::string, Fields> known;  // by what stands side by side
    for (std::size_t size = 1; size <= 7; ++size) {
      for (const std::string& text : all_texts(size, "a,\"")) {
        const std::string all = before + text + ",c\n" + kBehind;
        PlainCut cut(3);
        cut.look_at(all, ',');
        if (cut.cut(before.size()) == PlainCut::kNotCut) continue;
        const Fields two = {std::string(cut.fields()[0]), std::string(cut.fields()[1])};
        const auto [at, is_new] = known.emplace(cut.side_by_side(0, 1), two);
        CAPTURE(text);
        CHECK(at->second == two);
      }
    }
    CHECK(known.size() > 100);
  }
}
