// SPDX-License-Identifier: Apache-2.0
// Runs while kaohe is being built: writes a C++ source that holds each of the files byte for byte, its SHA-256, and the parsed
// tree of those that are TOML, as load/embedded.h declares. argv: the source to write, the source folder, the files within it.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <exception>
#include <string>

#include "base/file.h"
#include "base/problem.h"
#include "load/toml/toml_tree.h"

namespace {

// As a string literal; lines are kept short for the sake of whoever looks at it.
std::string literal(std::string_view bytes) {
  constexpr std::size_t kLine = 120;
  std::string out = "\"";
  std::size_t column = 0;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = byte >= 0x20 && byte < 0x7F && c != '"' && c != '\\' && c != '?';
    out += plain ? std::string(1, c) : fmt::format("\\{:03o}", byte);
    if (++column % kLine == 0) out += "\"\n\"";
  }
  return out + "\"";
}

// An entry of the table; empty where the file cannot be read or is not TOML though its name says so.
std::string entry(const std::string& folder, const std::string& name) {
  const auto file = kaohe::read_file(folder + "/" + name);
  if (!file.ok()) {
    fmt::print(stderr, "{}: {}\n", name, file.refusal().why.en);
    return {};
  }
  std::string tree;
  if (name.size() > 5 && name.substr(name.size() - 5) == ".toml") {
    kaohe::Problems problems;
    const auto root = kaohe::parse_toml(file.value(), problems);
    if (!root) {
      const kaohe::Problem& problem = problems.all().front();
      fmt::print(stderr, "{}:{}:{}: {}\n", name, problem.place.line, problem.place.column, problem.message.en);
      return {};
    }
    tree = kaohe::pack_toml(*root);
  }
  const std::string& bytes = file.value().bytes;
  return fmt::format("    {{\"{}\", std::string_view(\n{}, {}), std::string_view(\n{}, {}), \"{}\"}},\n", name, literal(bytes), bytes.size(),
                     literal(tree), tree.size(), kaohe::sha256_hex(bytes));
}

// 0 when the source was written.
int embed(int argc, char** argv) {
  if (argc < 3) return 2;
  std::string out = "// NOLINTBEGIN: generated\n#include \"load/embedded.h\"\n\nnamespace kaohe {\n\n"
                    "namespace {\n\nconstexpr EmbeddedFile kFiles[] = {\n";
  std::sort(argv + 3, argv + argc, [](const char* a, const char* b) { return std::string_view(a) < b; });
  for (int i = 3; i < argc; ++i) {
    const std::string one = entry(argv[2], argv[i]);
    if (one.empty()) return 1;
    out += one;
  }
  out += "};\n\n}  // namespace\n\nstd::span<const EmbeddedFile> embedded_files() { return kFiles; }\n\n}  // namespace kaohe\n// NOLINTEND\n";
  return kaohe::write_file(argv[1], out).ok() ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return embed(argc, argv);
  } catch (const std::exception& error) {
    std::fputs(error.what(), stderr);
    return 2;
  }
}
