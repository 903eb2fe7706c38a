// SPDX-License-Identifier: Apache-2.0
// What a user wrote wrongly, in a submission, a rule file, a table or an option. Problems are collected, never thrown,
// so that one run tells all of them. The code words are stable; `problem_kinds()` is the one list of them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/phrase.h"
#include "base/place.h"

namespace kaohe {

enum class Severity { kNote, kWarning, kError };

[[nodiscard]] std::string_view word(Severity severity);  // "note", "warning", "error"

struct ProblemKind {
  std::string_view code;  // stable, English, in every machine format
  Severity severity;
};

struct Problem {
  Severity severity = Severity::kError;
  std::string_view code;  // one of problem_kinds()
  Place place;
  std::string text;  // the offending text as found
  Phrase message;    // lower case, no full stop: the observed fact, the text quoted, what was expected
  Phrase hint;       // may be empty
};

// Names of the files that places refer to, in the order they were opened.
struct FileList {
  std::vector<std::string> names;

  std::uint32_t add(std::string name) {
    names.push_back(std::move(name));
    return static_cast<std::uint32_t>(names.size() - 1);
  }
  [[nodiscard]] std::string_view name(const Place& place) const {
    return place.file < names.size() ? std::string_view(names[place.file]) : std::string_view();
  }
};

class Problems {
 public:
  // The severity is the code's own. `code` must be in problem_kinds() (checked in every build).
  void add(std::string_view code, const Place& place, std::string text, Phrase message, Phrase hint = {});

  [[nodiscard]] const std::vector<Problem>& all() const { return all_; }
  [[nodiscard]] std::size_t count(Severity severity) const;
  [[nodiscard]] bool has(std::string_view code) const;
  [[nodiscard]] bool has_errors() const { return count(Severity::kError) > 0; }
  void raise_warnings();  // --strict-input: each warning becomes an error
  void sort();            // by file, line, column, code: a stable order for reports
  FileList files;

 private:
  std::vector<Problem> all_;
};

[[nodiscard]] const std::vector<ProblemKind>& problem_kinds();

}  // namespace kaohe
