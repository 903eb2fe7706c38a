// SPDX-License-Identifier: Apache-2.0
#include "archive/names.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace kaohe {
namespace {

constexpr std::size_t kLongestPath = 4096;
constexpr std::size_t kLongestName = 255;
constexpr std::size_t kLongestMade = 150;  // leaves room for a number and for suffixes that people add

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

Phrase fault_of_component(std::string_view name) {
  if (name.empty()) return {"路径中有空的一段", "it has an empty part"};
  if (name == "." || name == "..") return {"路径中有“" + std::string(name) + "”", "it has a part \"" + std::string(name) + "\""};
  if (name.size() > kLongestName) return {"路径中有一段超过 255 字节", "a part of it is longer than 255 bytes"};
  return {};
}

// Windows keeps these for devices, whatever the suffix.
bool is_device(std::string_view name) {
  constexpr std::array kDevices = {"con", "prn", "aux", "nul"};
  const std::string stem = name_key(name.substr(0, name.find('.')));
  if (std::find(kDevices.begin(), kDevices.end(), stem) != kDevices.end()) return true;
  return stem.size() == 4 && (stem.starts_with("com") || stem.starts_with("lpt")) && stem[3] >= '0' && stem[3] <= '9';
}

// At most `most` bytes, never through a character.
std::string_view cut(std::string_view text, std::size_t most) {
  std::size_t end = 0;
  while (end < text.size()) {
    const std::size_t length = std::max<std::size_t>(utf8_length(text.substr(end)), 1);
    if (end + length > most) break;
    end += length;
  }
  return text.substr(0, end);
}

std::string without_refused(std::string_view name) {
  constexpr std::string_view kRefused = "\\/:*?\"<>|%~";
  std::string out;
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t length = utf8_length(name.substr(at));
    const auto first = static_cast<unsigned char>(name[at]);
    const bool good = length > 1 || (length == 1 && first >= 0x20 && first != 0x7F && kRefused.find(name[at]) == std::string_view::npos);
    if (good) {
      out += name.substr(at, length);
    } else {
      out += '_';
    }
    at += std::max<std::size_t>(length, 1);
  }
  return out;
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

}  // namespace

Phrase fault_of_path(std::string_view path) {
  if (path.empty()) return {"路径为空", "it is empty"};
  if (path.size() > kLongestPath) return {"路径超过 4096 字节", "it is longer than 4096 bytes"};
  if (!is_utf8(path)) return {"路径不是 UTF-8", "it is not UTF-8"};
  if (path.find('\0') != std::string_view::npos) return {"路径中有 NUL", "it has a NUL"};
  if (path[0] == '/') return {"是绝对路径", "it is an absolute path"};
  if (path[0] == '~') return {"路径以“~”开头", "it begins with \"~\""};
  if (path.find('\\') != std::string_view::npos) return {"路径中有反斜杠", "it has a backslash"};
  if (path.size() > 1 && is_letter(path[0]) && path[1] == ':') return {"路径以盘符开头", "it begins with a drive"};
  for (std::size_t at = 0; at <= path.size();) {
    const std::size_t end = std::min(path.find('/', at), path.size());
    if (Phrase fault = fault_of_component(path.substr(at, end - at)); !fault.empty()) return fault;
    at = end + 1;
  }
  return {};
}

std::string safe_name(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  std::string name = composed(without_refused(path.substr(slash == std::string_view::npos ? 0 : slash + 1)));
  const std::size_t dot = name.rfind('.');
  const std::string suffix = dot == std::string::npos || dot == 0 ? "" : std::string(cut(name.substr(dot), 20));
  std::string stem(cut(name.substr(0, dot == 0 ? std::string::npos : dot), kLongestMade));
  while (!stem.empty() && (stem.front() == '.' || stem.front() == ' ')) stem.erase(0, 1);
  name = stem + suffix;
  while (!name.empty() && (name.back() == '.' || name.back() == ' ')) name.pop_back();
  if (name.empty() || is_device(name)) name.insert(0, "_");
  return name;
}

std::string UniquePaths::take(const std::string& path) {
  if (taken_.insert(folded_name(path)).second) return path;
  const std::size_t slash = path.rfind('/');
  const std::size_t dot = path.rfind('.');
  const std::size_t end = dot == std::string::npos || (slash != std::string::npos && dot < slash) ? path.size() : dot;
  for (int number = 2;; ++number) {
    std::string other = path.substr(0, end);
    other += '-';
    other += std::to_string(number);
    other += path.substr(end);
    if (taken_.insert(folded_name(other)).second) return other;
  }
}

std::string manifest_path(std::string_view path) {
  std::string out;
  for (const char c : path) {
    switch (c) {
      case '%': out += "%25"; break;
      case '\r': out += "%0D"; break;
      case '\n': out += "%0A"; break;
      default: out += c;
    }
  }
  return out;
}

std::string path_of_manifest(std::string_view written) {
  std::string out;
  for (std::size_t at = 0; at < written.size(); ++at) {
    const int high = at + 2 < written.size() && written[at] == '%' ? hex_digit(written[at + 1]) : -1;
    const int low = high < 0 ? -1 : hex_digit(written[at + 2]);
    const char made = static_cast<char>(high * 16 + low);
    const bool encoded = low >= 0 && (made == '%' || made == '\r' || made == '\n');  // nothing else is
    out += encoded ? made : written[at];
    if (encoded) at += 2;
  }
  return out;
}

}  // namespace kaohe
