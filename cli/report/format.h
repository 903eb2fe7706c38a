// SPDX-License-Identifier: Apache-2.0
// Report to bytes. A format is a pure function: the same report and style give the same bytes. kFormats is the one list.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/file.h"
#include "model/report.h"

namespace kaohe {

struct Style {
  bool colour = false;
  bool excerpts = false;        // problems with the line they stand in
  bool verbose = false;         // -v: every verdict, not only what falls short
  bool summary = false;         // --summary: the outcome and the sums alone
  std::size_t width = 100;      // columns of the terminal
};

struct Format {
  std::string_view name;
  std::string (*write)(const Report& report, const Style& style);
  bool binary = false;  // never to a terminal
  bool places = false;  // tells columns and offsets: the report's places must be complete
  bool hashes = false;  // tells the SHA-256 of the files handed in
  // The same bytes piece by piece, where there may be more than memory holds; else nullptr.
  void (*pour)(const Report& report, const Style& style, const TakeBytes& take) = nullptr;
};

[[nodiscard]] std::span<const Format> formats();
[[nodiscard]] std::string write_text(const Report& report, const Style& style);
[[nodiscard]] std::string write_json(const Report& report, const Style& style);
[[nodiscard]] std::string write_csv(const Report& report, const Style& style);
void pour_json(const Report& report, const Style& style, const TakeBytes& take);
void pour_csv(const Report& report, const Style& style, const TakeBytes& take);
[[nodiscard]] std::string write_markdown(const Report& report, const Style& style);
[[nodiscard]] std::string write_html(const Report& report, const Style& style);
[[nodiscard]] std::string write_junit(const Report& report, const Style& style);
[[nodiscard]] std::string write_sarif(const Report& report, const Style& style);
[[nodiscard]] std::string write_github(const Report& report, const Style& style);
[[nodiscard]] std::string write_gitlab(const Report& report, const Style& style);
[[nodiscard]] std::string write_tap(const Report& report, const Style& style);
[[nodiscard]] std::string write_xlsx(const Report& report, const Style& style);

// How each file was understood: encoding, layout, header, what each column is, rows by fate, and what was noted.
[[nodiscard]] std::string inputs_text(const std::vector<Input>& inputs, const Problems& problems, Language language, const Style& style);

// One problem as a terminal shows it: "file:line:column (D7): error: message [code]" and its hint.
// `excerpt` (whole lines, may be empty) comes between the two.
[[nodiscard]] std::string problem_text(const Problem& problem, const FileList& files, Language language, const Style& style,
                                       const std::string& excerpt = {});
// Problems of one cause: the first of them, and how many more there are.
struct ProblemGroup {
  const Problem* first = nullptr;
  std::uint64_t others = 0;
  Place last;
  bool same_text = true;  // they all say of the same text the same
};
// Errors, then warnings, then notes (from severity `least`), each by place.
[[nodiscard]] std::vector<ProblemGroup> group_problems(const Problems& problems, Severity least);
[[nodiscard]] std::string group_text(const ProblemGroup& group, const FileList& files, Language language, const Style& style);
// The line of `text` that the problem stands in, and a caret under what it is about; empty where there is no such line.
[[nodiscard]] std::string excerpt_text(const Problem& problem, std::string_view text, const Style& style);
// The same from the excerpt that the problem carries.
[[nodiscard]] std::string excerpt_text(const Problem& problem, const Style& style);

}  // namespace kaohe
