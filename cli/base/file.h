// SPDX-License-Identifier: Apache-2.0
// Files: what the machine refuses comes back as a Result, told in both languages.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/phrase.h"

namespace kaohe {

// What the machine refused (no such file, no permission, disk full …).
struct Refusal {
  Phrase why;
};

template <typename T>
class Result {
 public:
  Result(T value) : held_(std::move(value)) {}         // NOLINT(google-explicit-constructor)
  Result(Refusal refusal) : held_(std::move(refusal)) {}  // NOLINT(google-explicit-constructor)
  [[nodiscard]] bool ok() const { return held_.index() == 0; }
  [[nodiscard]] T& value() { return std::get<0>(held_); }
  [[nodiscard]] const T& value() const { return std::get<0>(held_); }
  [[nodiscard]] const Refusal& refusal() const { return std::get<1>(held_); }

 private:
  std::variant<T, Refusal> held_;
};

// A file's name as the user gave it, and its bytes as they are.
struct Source {
  std::string name;
  std::string bytes = {};
  // Where the file is the program's own (load/carried/embedded.h): its bytes instead of the above, and what the build knows of them already.
  std::string_view carried = {};
  std::string_view tree = {};
  std::string_view prepared = {};
  std::string_view known_sha256 = {};

  [[nodiscard]] bool is_ours() const { return !carried.empty(); }
  [[nodiscard]] std::string_view text() const { return is_ours() ? carried : std::string_view(bytes); }
};

// Reads a whole file, "-" is standard input. A directory, an unreadable or a missing file is a Refusal.
[[nodiscard]] Result<Source> read_file(const std::string& path);
// Writes beside the target and renames, so that a failure leaves no half file. "-" is standard output.
[[nodiscard]] Result<std::monostate> write_file(const std::string& path, std::string_view bytes);
// Likewise what `make` gives away piece by piece, for files larger than memory. It is left by an exception where the rest cannot be written
// or nobody reads it; what it throws itself goes on.
using TakeBytes = std::function<void(std::string_view bytes)>;
using MakeBytes = std::function<void(const TakeBytes& take)>;
[[nodiscard]] Result<std::monostate> write_file(const std::string& path, const MakeBytes& make);
// Regular files in `dir` whose names end in `suffix`, sorted by name, full paths.
[[nodiscard]] Result<std::vector<std::string>> list_files(const std::string& dir, std::string_view suffix);

// What an errno means, as a Refusal that names the file.
[[nodiscard]] Refusal cannot_read(const std::string& path, int error);
[[nodiscard]] Refusal cannot_write(const std::string& path, int error);

// SHA-256 in lower-case hexadecimal.
[[nodiscard]] std::string sha256_hex(std::string_view bytes);
[[nodiscard]] inline std::string sha256_of(const Source& file) {
  return file.known_sha256.empty() ? sha256_hex(file.text()) : std::string(file.known_sha256);
}

}  // namespace kaohe
