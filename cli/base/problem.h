// SPDX-License-Identifier: Apache-2.0
// What a user wrote wrongly, in a submission, a rule file, a table or an option. Problems are collected, never thrown,
// so that one run tells all of them. The code words are stable; `problem_kinds()` is the one list of them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
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
  std::uint64_t more = 0;  // how many further ones of this code in this column are counted here only, not listed …
  Place last;              // … and where the last of them is
  std::string excerpt;            // of the line it stands in, cut where the line is long; empty: not known
  std::uint32_t excerpt_from = 1;  // the column that `excerpt` begins at
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
  // The severity is the code's own. `code` must be in problem_kinds() (checked in every build). Where every cell of a
  // file is wrong the list must not outgrow the file: of one code at most kListedInColumn are listed for a column and
  // kListedInFile for a file, the rest is counted in `more` of the first.
  void add(std::string_view code, const Place& place, std::string text, Phrase message, Phrase hint = {});
  // Would one more of this be counted only? Then it is, and its message need not be made.
  bool counted(std::string_view code, const Place& place);
  // The same for many at once: are those of this code in this column counted only? Then so many are, the last at `place`.
  [[nodiscard]] bool only_counts(std::string_view code, const Place& place);
  void count_more(std::string_view code, const Place& last, std::uint64_t count);
  static constexpr std::size_t kListedInColumn = 100;
  static constexpr std::size_t kListedInFile = 1000;

  [[nodiscard]] const std::vector<Problem>& all() const { return all_; }
  // The errors of a cell, by their numbers in all(). Not for two threads at once.
  [[nodiscard]] std::span<const std::uint32_t> errors_of(const Place& cell) const;
  [[nodiscard]] std::size_t count(Severity severity) const;  // with those that are counted only
  [[nodiscard]] std::vector<Place*> places();  // of all, to be completed
  void set_excerpt(std::size_t index, std::string excerpt, std::uint32_t from);
  [[nodiscard]] bool has(std::string_view code) const;
  [[nodiscard]] bool has_errors() const { return count(Severity::kError) > 0; }
  void raise_warnings();  // --strict-input: each warning becomes an error
  void sort();            // by file, line, column, code: a stable order for reports; nothing is added afterwards
  FileList files;

 private:
  struct Group {
    std::size_t first = 0;
    std::size_t listed = 0;
  };
  // Where those of one code in one column are counted, and in the whole file.
  struct Counters {
    const ProblemKind* kind = nullptr;
    std::uint32_t file = 0, field = 0;
    Group* column = nullptr;
    Group* whole = nullptr;

    void forget() { kind = nullptr; }
    Counters() = default;
    ~Counters() = default;
    // The groups are those of one list only.
    Counters(const Counters& /*other*/) {}
    Counters(Counters&& other) noexcept { other.forget(); }
    Counters& operator=(const Counters& /*other*/) {  // NOLINT(bugprone-unhandled-self-assignment): forgets in any case
      forget();
      return *this;
    }
    Counters& operator=(Counters&& other) noexcept {
      other.forget();
      forget();
      return *this;
    }
  };
  [[nodiscard]] static std::uint64_t key_of(std::size_t kind, const Place& place);
  [[nodiscard]] const Counters& counters(std::string_view code, const Place& place);

  std::vector<Problem> all_;
  mutable std::optional<std::vector<std::uint32_t>> errors_by_cell_;  // made when it is asked for
  std::unordered_map<std::uint64_t, Group> columns_;  // by code, file and field
  std::unordered_map<std::uint64_t, Group> files_;    // by code and file
  Counters last_;  // asked for: where one cell is wrong the next one mostly is in the same way
};

[[nodiscard]] const std::vector<ProblemKind>& problem_kinds();

}  // namespace kaohe
