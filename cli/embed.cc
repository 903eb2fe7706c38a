// SPDX-License-Identifier: Apache-2.0
// Runs while kaohe is being built: writes a C++ source that holds each of the files byte for byte, its SHA-256, the parsed tree of
// those that are TOML, and what they mean, as load/carried/embedded.h declares. argv: the source to write, the source folder, the
// files within it.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <exception>
#include <stdexcept>
#include <string>
#include <vector>

#include "base/file.h"
#include "base/problem.h"
#include "load/carried/embedded.h"
#include "load/prepared/prepared.h"
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

// The parsed tree of a TOML file; nothing of others. Throws where the file is not TOML though its name says so.
std::string tree_of(const kaohe::Source& file) {
  if (file.name.size() < 5 || file.name.substr(file.name.size() - 5) != ".toml") return {};
  kaohe::Problems problems;
  const auto root = kaohe::parse_toml(file, problems);
  if (root) return kaohe::pack_toml(*root);
  const kaohe::Problem& problem = problems.all().front();
  throw std::runtime_error(fmt::format("{}:{}:{}: {}\n", file.name, problem.place.line, problem.place.column, problem.message.en));
}

std::string as_view(std::string_view bytes) { return fmt::format("std::string_view(\n{}, {})", literal(bytes), bytes.size()); }

// The files named, by name.
std::vector<kaohe::Source> read_files(const std::string& folder, std::vector<std::string> names) {
  std::sort(names.begin(), names.end());
  std::vector<kaohe::Source> files;
  for (const std::string& name : names) {
    auto file = kaohe::read_file(folder + "/" + name);
    if (!file.ok()) throw std::runtime_error(name + ": " + file.refusal().why.en + "\n");
    files.push_back({name, std::move(file.value().bytes)});
  }
  return files;
}

std::string written(const std::vector<kaohe::Source>& files) {
  kaohe::Sources sources;
  for (const kaohe::Source& file : files) {
    if (kaohe::is_table(file.name)) (kaohe::is_plan(file.name) ? sources.rules : sources.data).push_back(file);
  }
  auto prepared = kaohe::prepare(sources);
  std::string out = "// NOLINTBEGIN: generated\n#include \"load/carried/embedded.h\"\n\nnamespace kaohe {\n\n"
                    "namespace {\n\nconstexpr EmbeddedFile kFiles[] = {\n";
  for (const kaohe::Source& file : files) {
    out += fmt::format("    {{\"{}\", {}, {}, {}, \"{}\"}},\n", file.name, as_view(file.bytes), as_view(tree_of(file)),
                       as_view(prepared[file.name]), kaohe::sha256_hex(file.bytes));
  }
  return out + "};\n\n}  // namespace\n\nstd::span<const EmbeddedFile> embedded_files() { return kFiles; }\n\n}  // namespace kaohe\n// NOLINTEND\n";
}

}  // namespace

int main(int argc, char** argv) {
  try {
    if (argc < 3) return 2;
    return kaohe::write_file(argv[1], written(read_files(argv[2], {argv + 3, argv + argc}))).ok() ? 0 : 1;
  } catch (const std::exception& error) {
    std::fputs(error.what(), stderr);
    return 2;
  }
}
