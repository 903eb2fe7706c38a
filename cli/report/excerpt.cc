// SPDX-License-Identifier: Apache-2.0
// A line of a file with a caret under what is meant, as a compiler prints it:
//    17 | require = ">= 85.3"
//       |           ^^^^^^^^^
// Both lines are laid out by screen columns: Han is two wide, a tab goes to the next eighth column, and what could steer
// the terminal is shown as visible() shows it.
#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "report/format.h"
#include "report/page.h"

namespace kaohe {
namespace {

constexpr std::size_t kTab = 8;
constexpr std::string_view kCut = "...";

std::string_view line_of(std::string_view text, std::uint32_t number) {
  for (std::uint32_t line = 1; line < number; ++line) {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos) return {};
    text.remove_prefix(end + 1);
  }
  text = text.substr(0, text.find('\n'));
  if (!text.empty() && text.back() == '\r') text.remove_suffix(1);
  return text;
}

// How many characters from `at` the problem is about: its text (in quotes or bare), the whole of a table or its header,
// else the word that begins there.
std::size_t length_meant(const std::vector<std::string>& line, std::size_t at, const std::string& text) {
  std::string rest;
  for (std::size_t i = at; i < line.size(); ++i) rest += line[i];
  const auto begins = [&rest](const std::string& what) { return !what.empty() && rest.compare(0, what.size(), what) == 0; };
  if (begins("\"" + text + "\"")) return code_points(text) + 2;
  if (begins(text)) return code_points(text);
  if (begins("{")) return code_points(std::string_view(rest).substr(0, rest.rfind('}') + 1));
  if (begins("[")) return code_points(trim(std::string_view(rest).substr(0, rest.rfind(']') + 1)));
  if (begins("\"")) {
    const std::size_t end = rest.find('"', 1);
    return end == std::string::npos ? 1 : code_points(std::string_view(rest).substr(0, end + 1));
  }
  const std::size_t end = std::min(rest.find_first_of(" \t,]}=#"), rest.size());
  return std::max<std::size_t>(1, code_points(std::string_view(rest).substr(0, end)));
}

struct Laid {
  std::vector<std::string> cells;     // what each character is shown as
  std::vector<std::size_t> columns;   // where it begins, and at the end where the line ends
};

Laid lay_out(const std::vector<std::string>& characters) {
  Laid laid;
  std::size_t column = 0;
  for (const std::string& character : characters) {
    std::string shown = character == "\t" ? std::string(kTab - column % kTab, ' ') : visible(character);
    laid.columns.push_back(column);
    column += screen_width(shown);
    laid.cells.push_back(std::move(shown));
  }
  laid.columns.push_back(column);
  return laid;
}

// `line` begins at column `from` of the line that the problem stands in.
std::string lay_out_excerpt(const Problem& problem, std::string_view line, std::uint32_t from_column, const Style& style) {
  if (line.empty() || !is_utf8(line)) return {};
  const std::vector<std::string> characters = utf8_characters(line);
  const Laid laid = lay_out(characters);
  const std::size_t at = std::min<std::size_t>(problem.place.column > from_column ? problem.place.column - from_column : 0, characters.size());
  const std::size_t end = std::min(characters.size(), at + (at < characters.size() ? length_meant(characters, at, problem.text) : 0));

  // Of a line that is too long, the part that holds the caret.
  const std::string number = std::to_string(problem.place.line);
  const std::size_t gutter = std::max<std::size_t>(5, number.size() + 1) + 3;
  const std::size_t room = std::max<std::size_t>(30, style.width > gutter ? style.width - gutter : 0);
  std::size_t first = 0;
  std::size_t last = characters.size();
  std::string shown;
  std::size_t shift = 0;
  if (laid.columns[last] > room) {
    const std::size_t before = room / 3;
    while (laid.columns[at] - laid.columns[first] > before) ++first;
    last = first;
    while (last < characters.size() && laid.columns[last + 1] - laid.columns[first] + 2 * kCut.size() <= room) ++last;
  }
  if (first > 0) shift = kCut.size(), shown = kCut;
  for (std::size_t i = first; i < last; ++i) shown += laid.cells[i];
  if (last < characters.size()) shown += kCut;

  const std::size_t from = laid.columns[at] - laid.columns[first] + shift;
  const std::size_t width = std::max<std::size_t>(1, laid.columns[std::min(end, std::max(last, at))] - laid.columns[at]);
  const std::string margin = pad_left(number, gutter - 3);
  return inked(margin + " | ", Ink::kDim, style) + shown + "\n" + inked(std::string(gutter - 3, ' ') + " | ", Ink::kDim, style) +
         std::string(from, ' ') + inked(std::string(width, '^'), Ink::kRed, style) + "\n";
}

}  // namespace

std::string excerpt_text(const Problem& problem, std::string_view text, const Style& style) {
  if (problem.place.line == 0) return {};
  return lay_out_excerpt(problem, line_of(text, problem.place.line), 1, style);
}

std::string excerpt_text(const Problem& problem, const Style& style) {
  if (problem.place.line == 0 || problem.place.column == 0) return {};
  return lay_out_excerpt(problem, problem.excerpt, problem.excerpt_from, style);
}

}  // namespace kaohe
