// SPDX-License-Identifier: Apache-2.0
#include "archive/tar_header.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace kaohe {
namespace {

struct Field {
  std::size_t at;
  std::size_t size;
};
constexpr Field kName{0, 100}, kMode{100, 8}, kOwner{108, 8}, kGroup{116, 8}, kSize{124, 12}, kTime{136, 12}, kSum{148, 8}, kKind{156, 1},
    kMagic{257, 8}, kPrefix{345, 155};
constexpr std::uint64_t kDay = 315532800;  // 1980-01-01: GNU tar warns of 1970
constexpr std::uint64_t kLargestOctal = (std::uint64_t{1} << 33U) - 1;  // 11 digits

std::string_view text(const TarBlock& block, const Field& field) {
  const std::string_view all(block.data() + field.at, field.size);
  return all.substr(0, std::min(all.find('\0'), all.size()));
}

// Octal digits between blanks, or GNU's base 256.
std::optional<std::uint64_t> number(const TarBlock& block, const Field& field) {
  const std::string_view all(block.data() + field.at, field.size);
  std::uint64_t out = 0;
  if (static_cast<unsigned char>(all[0]) == 0x80) {
    for (const char c : all.substr(1)) {
      if (out >> 55U != 0) return std::nullopt;
      out = out << 8U | static_cast<unsigned char>(c);
    }
    return out;
  }
  bool ended = false, any = false;
  for (const char c : all) {
    const bool blank = c == ' ' || c == '\0';
    if (blank) {
      ended = ended || any;
      continue;
    }
    if (ended || c < '0' || c > '7') return std::nullopt;
    any = true;
    out = out << 3U | static_cast<std::uint64_t>(c - '0');
  }
  return out;
}

std::uint64_t sum_of(const TarBlock& block) {
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < block.size(); ++i) {
    const bool of_sum = i >= kSum.at && i < kSum.at + kSum.size;
    sum += of_sum ? static_cast<unsigned char>(' ') : static_cast<unsigned char>(block[i]);
  }
  return sum;
}

void put(TarBlock& block, const Field& field, std::string_view value) { value.copy(block.data() + field.at, std::min(value.size(), field.size)); }

void put_octal(TarBlock& block, const Field& field, std::uint64_t value) { put(block, field, fmt::format("{:0{}o}", value, field.size - 1)); }

std::string header_block(std::string_view prefix, std::string_view name, std::uint64_t size, char kind) {
  TarBlock block{};
  put(block, kName, name);
  put_octal(block, kMode, 0644);
  put_octal(block, kOwner, 0);
  put_octal(block, kGroup, 0);
  put_octal(block, kSize, size);
  put_octal(block, kTime, kDay);
  block[kKind.at] = kind;
  put(block, kMagic, std::string_view("ustar\00000", 8));
  put(block, kPrefix, prefix);
  put(block, kSum, fmt::format("{:06o}", sum_of(block)) + std::string("\0 ", 2));
  return {block.data(), block.size()};
}

// "17 path=data/a.csv\n", the length counting itself.
std::string pax_record(std::string_view key, std::string_view value) {
  const std::size_t rest = key.size() + value.size() + 3;
  std::size_t length = rest;
  while (length != rest + std::to_string(length).size()) length = rest + std::to_string(length).size();
  return fmt::format("{} {}={}\n", length, key, value);
}

std::string padded(std::string bytes) {
  bytes.resize((bytes.size() + kTarBlock - 1) / kTarBlock * kTarBlock, '\0');
  return bytes;
}

// Where a path can be cut into prefix and name; npos where it cannot.
std::size_t split_of(const std::string& path) {
  for (std::size_t slash = path.rfind('/'); slash != std::string::npos && slash > 0; slash = path.rfind('/', slash - 1)) {
    if (path.size() - slash - 1 > kName.size) break;
    if (slash <= kPrefix.size && slash + 1 < path.size()) return slash;
  }
  return std::string::npos;
}

template <typename T>
bool read_whole(std::string_view digits, T& out) {
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), out);
  return !digits.empty() && read.ec == std::errc() && read.ptr == digits.data() + digits.size();
}

}  // namespace

std::optional<TarHeader> read_tar_header(const TarBlock& block) {
  const auto sum = number(block, kSum);
  const auto size = number(block, kSize);
  if (!sum || !size || *sum != sum_of(block)) return std::nullopt;
  TarHeader out;
  out.size = *size;
  out.kind = block[kKind.at] == '\0' ? '0' : block[kKind.at];
  out.path = text(block, kName);
  const bool posix = std::string_view(block.data() + kMagic.at, 6) == std::string_view("ustar\0", 6);
  if (const std::string_view prefix = text(block, kPrefix); posix && !prefix.empty()) out.path = std::string(prefix) + "/" + out.path;
  if (out.kind == '0' && out.path.ends_with('/')) out.kind = '5';  // as tar of 1979 wrote folders
  return out;
}

bool is_zero(std::string_view bytes) {
  return std::all_of(bytes.begin(), bytes.end(), [](char c) { return c == '\0'; });
}

std::optional<PaxRecords> read_pax(std::string_view bytes) {
  PaxRecords out;
  while (!bytes.empty()) {
    const std::size_t blank = bytes.find(' ');
    std::size_t length = 0;
    if (blank == std::string_view::npos || !read_whole(bytes.substr(0, blank), length)) return std::nullopt;
    if (length <= blank + 1 || length > bytes.size() || bytes[length - 1] != '\n') return std::nullopt;
    const std::string_view record = bytes.substr(blank + 1, length - blank - 2);
    const std::size_t equals = record.find('=');
    if (equals == std::string_view::npos) return std::nullopt;
    const std::string_view key = record.substr(0, equals);
    const std::string_view value = record.substr(equals + 1);
    if (key == "path") out.path = std::string(value);
    if (key == "size" && !read_whole(value, out.size.emplace())) return std::nullopt;
    if (key.starts_with("GNU.sparse.") || key == "SCHILY.realsize") out.sparse = true;
    bytes.remove_prefix(length);
  }
  return out;
}

std::string tar_header(const std::string& path, std::uint64_t size) {
  const std::size_t split = path.size() <= kName.size ? 0 : split_of(path);
  std::string pax;
  if (split == std::string::npos) pax += pax_record("path", path);
  if (size > kLargestOctal) pax += pax_record("size", std::to_string(size));
  const std::uint64_t shown = size > kLargestOctal ? 0 : size;
  std::string out;
  if (!pax.empty()) out = header_block("", "PaxHeaders/" + path.substr(0, 80), pax.size(), 'x') + padded(pax);
  if (split == std::string::npos) return out + header_block("", path.substr(0, kName.size), shown, '0');
  if (split == 0) return out + header_block("", path, shown, '0');
  return out + header_block(path.substr(0, split), path.substr(split + 1), shown, '0');
}

}  // namespace kaohe
