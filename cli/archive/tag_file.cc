// SPDX-License-Identifier: Apache-2.0
#include "archive/tag_file.h"

#include <algorithm>
#include <charconv>

#include "archive/names.h"
#include "base/text.h"

namespace kaohe {
namespace {

constexpr std::string_view kBlanks = " \t";

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return out;
}

std::string of_latin(std::string_view bytes) {
  std::string out;
  for (const char c : bytes) append_utf8(out, static_cast<unsigned char>(c));
  return out;
}

// Big-endian where no byte order mark says otherwise.
std::optional<std::string> of_utf16(std::string_view bytes) {
  if (bytes.size() % 2 != 0) return std::nullopt;
  const bool little = bytes.starts_with("\xff\xfe");
  if (little || bytes.starts_with("\xfe\xff")) bytes.remove_prefix(2);
  const auto unit = [&](std::size_t at) {
    const auto a = static_cast<unsigned char>(bytes[at]), b = static_cast<unsigned char>(bytes[at + 1]);
    return static_cast<char32_t>(little ? b << 8U | a : a << 8U | b);
  };
  std::string out;
  for (std::size_t at = 0; at < bytes.size(); at += 2) {
    char32_t c = unit(at);
    if (c >= 0xDC00 && c < 0xE000) return std::nullopt;
    if (c >= 0xD800 && c < 0xDC00) {
      at += 2;
      if (at >= bytes.size() || unit(at) < 0xDC00 || unit(at) > 0xDFFF) return std::nullopt;
      c = 0x10000 + ((c - 0xD800) << 10U) + (unit(at) - 0xDC00);
    }
    append_utf8(out, c);
  }
  return out;
}

bool read_number(std::string_view digits, int& out) {
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), out);
  return !digits.empty() && digits.size() <= 3 && digits[0] != '-' && read.ec == std::errc() && read.ptr == digits.data() + digits.size();
}

}  // namespace

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
    out.emplace_back(text.substr(0, end));
    const bool pair = text.substr(end).starts_with("\r\n");
    text.remove_prefix(std::min(end + (pair ? 2U : 1U), text.size()));
  }
  return out;
}

std::optional<std::string> tag_text(std::string_view bytes, std::string_view encoding) {
  const std::string name = lower(encoding);
  if (name == "iso-8859-1") return of_latin(bytes);
  if (name == "utf-16") return of_utf16(bytes);
  if (name != "utf-8" && name != "us-ascii") return std::nullopt;
  return is_utf8(bytes) ? std::optional<std::string>(bytes) : std::nullopt;
}

std::optional<Declaration> read_declaration(std::string_view bytes) {
  constexpr std::string_view kVersion = "BagIt-Version: ", kEncoding = "Tag-File-Character-Encoding: ";
  const std::vector<std::string> lines = lines_of(bytes);
  if (lines.size() != 2 || !lines[0].starts_with(kVersion) || !lines[1].starts_with(kEncoding)) return std::nullopt;
  const std::string_view number = std::string_view(lines[0]).substr(kVersion.size());
  const std::size_t dot = number.find('.');
  int major = 0, minor = 0;
  if (dot == std::string_view::npos || !read_number(number.substr(0, dot), major) || !read_number(number.substr(dot + 1), minor)) return std::nullopt;
  return Declaration{major * 100 + minor, std::string(lines[1]).substr(kEncoding.size())};
}

std::optional<TagLines> read_tag_lines(std::string_view text, std::size_t& bad) {
  TagLines out;
  bad = 0;
  for (const std::string& line : lines_of(text)) {
    ++bad;
    if (trim(line).empty()) continue;
    if (kBlanks.find(line[0]) != std::string_view::npos) {
      if (out.empty()) return std::nullopt;
      out.back().second += " " + std::string(trim(line));
      continue;
    }
    const std::size_t colon = line.find(':');
    if (colon == std::string::npos || colon == 0) return std::nullopt;
    out.emplace_back(trim(line.substr(0, colon)), trim(line.substr(colon + 1)));
  }
  return out;
}

std::optional<ManifestLine> read_manifest_line(std::string_view line, int version) {
  const std::size_t end = line.find_first_of(kBlanks);
  if (end == std::string_view::npos || end == 0) return std::nullopt;
  const std::size_t start = line.find_first_not_of(kBlanks, end);
  if (start == std::string_view::npos) return std::nullopt;
  ManifestLine out{lower(line.substr(0, end)), {}};
  if (out.hash.find_first_not_of("0123456789abcdef") != std::string::npos) return std::nullopt;
  std::string_view path = line.substr(start);
  constexpr int kFirst = 100;
  if (version < kFirst && path.starts_with("*")) path.remove_prefix(1);
  if (version < kFirst && path.starts_with("./")) path.remove_prefix(2);
  out.path = version < kFirst ? std::string(path) : path_of_manifest(path);
  return out;
}

}  // namespace kaohe
