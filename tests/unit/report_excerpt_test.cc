// SPDX-License-Identifier: Apache-2.0
// The caret stands under what is meant, by columns of the screen.
#include <doctest/doctest.h>

#include "base/text.h"
#include "report/format.h"

using namespace kaohe;

namespace {

std::string excerpt(const std::string& text, std::uint32_t line, std::uint32_t column, const std::string& about, std::size_t width = 100) {
  Problem problem;
  problem.place = {0, line, column, 0, 0, 0};
  problem.text = about;
  Style style;
  style.width = width;
  return excerpt_text(problem, text, style);
}

}  // namespace

TEST_CASE("the caret is as wide on the screen as the text that it is about, and stands under it") {
  struct Row {
    const char* what;
    const char* line;
    std::uint32_t column;
    const char* about;
    const char* shown;
    const char* carets;
  };
  const Row rows[] = {
      {"a quoted text", "a = \"bc\"", 5, "bc", "a = \"bc\"", "    ^^^^"},
      {"Han is two columns wide, before it", "\"面积\" = 63", 8, "63", "\"面积\" = 63", "         ^^"},
      {"and under it", "a = \"面积\"", 5, "面积", "a = \"面积\"", "    ^^^^^^"},
      {"a tab goes to the next eighth column", "a\t= \"b\"", 5, "b", "a       = \"b\"", "          ^^^"},
      {"a control character is shown, not sent", "\x1b = 1", 5, "1", "\\x1b = 1", "       ^"},
      {"a bare key", "kay = 1", 1, "kay", "kay = 1", "^^^"},
      {"a number in a list", "[1, 22, 3]", 5, "", "[1, 22, 3]", "    ^^"},
      {"a table's header", "[[rule]]  # one", 1, "", "[[rule]]  # one", "^^^^^^^^"},
      {"a table", "t = { a = 1 }", 5, "x", "t = { a = 1 }", "    ^^^^^^^^^"},
      {"the end of the line", "a =", 4, "", "a =", "   ^"},
      {"past the end of the line", "a =", 9, "", "a =", "   ^"},
      {"CRLF", "a = 1\r", 5, "1", "a = 1", "    ^"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    const std::string control = std::string(row.what).find("control") != std::string::npos ? visible("\x1b") + " = 1" : row.shown;
    const std::string carets =
        control == row.shown ? std::string(row.carets) : std::string(screen_width(control) - 1, ' ') + "^";
    CHECK(excerpt(std::string("first\n") + row.line + "\nlast", 2, row.column, row.about) ==
          "    2 | " + control + "\n      | " + carets + "\n");
  }
}

TEST_CASE("of a long line the part with the caret is shown, in no more columns than there are") {
  const std::string line = std::string(150, 'x') + " \"错误的文字\" " + std::string(150, 'y');
  const std::string shown = excerpt(line, 1, 152, "错误的文字", 60);
  const std::string first = shown.substr(0, shown.find('\n'));
  const std::string second = shown.substr(shown.find('\n') + 1);
  CHECK(screen_width(first) <= 60);
  CHECK(first.find("\"错误的文字\"") != std::string::npos);
  CHECK(screen_width(first.substr(0, first.find("\"错误"))) == second.find('^'));
  CHECK(second.find("^^^^^^^^^^^^") != std::string::npos);
}

TEST_CASE("no excerpt where there is no line, or none that can be shown") {
  CHECK(excerpt("a = 1\n", 0, 0, "").empty());
  CHECK(excerpt("a = 1\n", 7, 1, "").empty());
  CHECK(excerpt("\xff\xfe = 1\n", 1, 1, "").empty());
}
