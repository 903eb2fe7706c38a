// SPDX-License-Identifier: Apache-2.0
#include "csv/decode.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "csv/gb18030.h"
#include "csv/plausible.h"

namespace kaohe {
namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
constexpr std::string_view kUtf16LeMark = "\xFF\xFE";
constexpr std::string_view kUtf16BeMark = "\xFE\xFF";

bool starts_with(std::string_view bytes, std::string_view mark) { return bytes.substr(0, mark.size()) == mark; }

// Where the text so far ends is where the bad sequence stands.
BadSequence bad_sequence(std::string_view source, const BadBytes& bad, std::string_view text) {
  BadSequence result;
  result.offset = bad.at;
  std::size_t line_start = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n'))) {
      ++result.line;
      line_start = i + 1;
    }
  }
  result.column = static_cast<std::uint32_t>(code_points(text.substr(line_start)) + 1);
  for (const char c : source.substr(bad.at, bad.length)) {
    result.bytes += fmt::format("{}{:02X}", result.bytes.empty() ? "" : " ", static_cast<unsigned char>(c));
  }
  return result;
}

std::optional<BadBytes> find_bad_utf8(std::string_view bytes, std::size_t at) {
  while (at < bytes.size()) {
    if (static_cast<unsigned char>(bytes[at]) < 0x80) {
      ++at;
      continue;
    }
    const std::size_t length = utf8_length(bytes.substr(at, 4));
    if (length == 0) {
      std::size_t shown = 1;
      const auto continues = [&](std::size_t i) { return (static_cast<unsigned char>(bytes[i]) & 0xC0) == 0x80; };
      while (shown < 4 && at + shown < bytes.size() && continues(at + shown)) ++shown;
      return BadBytes{at, shown};
    }
    at += length;
  }
  return std::nullopt;
}

Decoded decode_as_utf8(std::string_view bytes, const std::optional<BadBytes>& bad) {
  Decoded decoded;
  decoded.bom = starts_with(bytes, kUtf8Mark);
  const std::size_t start = decoded.bom ? kUtf8Mark.size() : 0;
  decoded.text = bytes.substr(start, (bad ? bad->at : bytes.size()) - start);
  if (bad) decoded.bad = bad_sequence(bytes, *bad, decoded.text);
  return decoded;
}

Decoded decode_as_gb18030(std::string_view bytes) {
  constexpr std::string_view kMark = "\x84\x31\x95\x33";
  Decoded decoded;
  decoded.encoding = Encoding::kGb18030;
  decoded.bom = starts_with(bytes, kMark);
  decoded.text.reserve(bytes.size() + bytes.size() / 2);
  decoded.start = decoded.bom ? kMark.size() : 0;
  decoded.map.reserve(bytes.size() / 2);
  auto bad = decode_gb18030(bytes.substr(decoded.start), decoded.text, decoded.map);
  if (bad) {
    bad->at += decoded.start;
    decoded.bad = bad_sequence(bytes, *bad, decoded.text);
  }
  return decoded;
}

std::optional<BadBytes> decode_utf16(std::string_view bytes, bool little, Decoded& decoded) {
  const auto unit = [bytes, little](std::size_t at) {
    const auto first = static_cast<unsigned char>(bytes[at]);
    const auto second = static_cast<unsigned char>(bytes[at + 1]);
    return static_cast<char32_t>(little ? second << 8 | first : first << 8 | second);
  };
  for (std::size_t at = 0; at < bytes.size();) {
    if (bytes.size() - at < 2) return BadBytes{at, 1};
    char32_t c = unit(at);
    unsigned width = 2;
    if (c >= 0xD800 && c <= 0xDFFF) {
      const char32_t low = bytes.size() - at >= 4 ? unit(at + 2) : 0;
      if (c > 0xDBFF || low < 0xDC00 || low > 0xDFFF) return BadBytes{at, 2};
      c = 0x10000 + ((c - 0xD800) << 10 | (low - 0xDC00));
      width = 4;
    }
    decoded.map.add(decoded.text.size(), at, width);
    append_utf8(decoded.text, c);
    at += width;
  }
  return std::nullopt;
}

// A mark decides the byte order, whatever was asked for.
Decoded decode_as_utf16(std::string_view bytes, Encoding encoding) {
  Decoded decoded;
  decoded.bom = starts_with(bytes, kUtf16LeMark) || starts_with(bytes, kUtf16BeMark);
  decoded.encoding = encoding;
  if (decoded.bom) decoded.encoding = starts_with(bytes, kUtf16LeMark) ? Encoding::kUtf16Le : Encoding::kUtf16Be;
  decoded.start = decoded.bom ? 2 : 0;
  decoded.text.reserve(bytes.size() + bytes.size() / 2);
  decoded.map.reserve(bytes.size() / 2);
  auto bad = decode_utf16(bytes.substr(decoded.start), decoded.encoding == Encoding::kUtf16Le, decoded);
  if (bad) {
    bad->at += decoded.start;
    decoded.bad = bad_sequence(bytes, *bad, decoded.text);
  }
  return decoded;
}

Decoded decode_as(std::string_view bytes, Encoding encoding) {
  switch (encoding) {
    case Encoding::kUtf8: break;
    case Encoding::kGb18030: return decode_as_gb18030(bytes);
    case Encoding::kUtf16Le:
    case Encoding::kUtf16Be: return decode_as_utf16(bytes, encoding);
  }
  return decode_as_utf8(bytes, find_bad_utf8(bytes, 0));
}

}  // namespace

std::string_view word(Encoding encoding) {
  switch (encoding) {
    case Encoding::kUtf8: break;
    case Encoding::kGb18030: return "gb18030";
    case Encoding::kUtf16Le: return "utf-16le";
    case Encoding::kUtf16Be: return "utf-16be";
  }
  return "utf-8";
}

std::optional<Encoding> parse_encoding(std::string_view name) {
  std::string key = name_key(name);
  key.erase(std::remove_if(key.begin(), key.end(), [](char c) { return c == '-' || c == '_'; }), key.end());
  struct Row {
    std::string_view name;
    Encoding encoding;
  };
  static constexpr Row kNames[] = {
      {"utf8", Encoding::kUtf8},         {"utf8sig", Encoding::kUtf8},      {"gb18030", Encoding::kGb18030},
      {"gbk", Encoding::kGb18030},       {"gb2312", Encoding::kGb18030},    {"cp936", Encoding::kGb18030},
      {"utf16", Encoding::kUtf16Le},     {"utf16le", Encoding::kUtf16Le},   {"utf16be", Encoding::kUtf16Be}};
  for (const Row& row : kNames) {
    if (row.name == key) return row.encoding;
  }
  return std::nullopt;
}

std::uint64_t Decoded::source_offset(std::size_t at) const {
  if (encoding == Encoding::kUtf8) return at + (bom ? kUtf8Mark.size() : 0);
  return start + map.offset(text, at);
}

Decoded decode(std::string_view bytes, std::optional<Encoding> forced) {
  if (forced) return decode_as(bytes, *forced);
  if (starts_with(bytes, kUtf8Mark)) return decode_as(bytes, Encoding::kUtf8);
  if (starts_with(bytes, kUtf16LeMark)) return decode_as(bytes, Encoding::kUtf16Le);
  if (starts_with(bytes, kUtf16BeMark)) return decode_as(bytes, Encoding::kUtf16Be);

  const std::optional<BadBytes> bad = find_bad_utf8(bytes, 0);
  if (!bad && !rather_gb18030(bytes)) return decode_as_utf8(bytes, bad);
  Decoded decoded = decode_as_gb18030(bytes);
  if (!bad) {
    if (decoded.bad) return decode_as_utf8(bytes, bad);
    decoded.by_plausibility = true;
    return decoded;
  }
  // Neither fits: the one that got farther is what was meant, and tells the byte at fault.
  if (decoded.bad && decoded.bad->offset <= bad->at) return decode_as_utf8(bytes, bad);
  return decoded;
}

}  // namespace kaohe
