// SPDX-License-Identifier: Apache-2.0
#include "csv/decode.h"

#include <algorithm>

#include "base/text.h"
#include "csv/bad_bytes.h"
#include "csv/gb18030.h"

namespace kaohe {
namespace {

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
    if (decoded.map.due(decoded.text.size())) decoded.map.mark(decoded.text.size(), at);
    append_utf8(decoded.text, c);
    at += width;
  }
  return std::nullopt;
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

Decoded decode_piece(std::string_view bytes, Encoding encoding, std::uint64_t offset) {
  std::optional<BadBytes> bad;
  return decode_piece(bytes, encoding, offset, bad);
}

Decoded decode_piece(std::string_view bytes, Encoding encoding, std::uint64_t offset, std::optional<BadBytes>& bad) {
  Decoded decoded;
  decoded.encoding = encoding;
  decoded.start = offset;
  if (encoding == Encoding::kUtf8) {
    bad = find_bad_utf8(bytes);
    decoded.text = bytes.substr(0, bad ? bad->at : bytes.size());
    return decoded;
  }
  decoded.map.reserve(bytes.size() + bytes.size() / 2);
  if (encoding == Encoding::kGb18030) {
    bad = decode_gb18030(bytes, decoded.text, decoded.map);
    return decoded;
  }
  decoded.text.reserve(bytes.size() + bytes.size() / 2);
  decoded.map.set_ascii_width(2);
  bad = decode_utf16(bytes, encoding == Encoding::kUtf16Le, decoded);
  return decoded;
}

std::size_t Decoded::position(std::uint64_t offset) const {
  if (map.empty()) return static_cast<std::size_t>(std::min<std::uint64_t>(std::max(offset, start) - start, text.size()));
  std::size_t low = 0, high = text.size();
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    if (source_offset(middle) < offset) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

Decoded decode(std::string_view bytes, std::optional<Encoding> forced) {
  const Survey found = survey(*FileBytes::borrow(bytes), forced);
  const auto start = static_cast<std::size_t>(found.start);
  Decoded decoded = decode_piece(bytes.substr(start, static_cast<std::size_t>(found.end) - start), found.encoding, found.start);
  decoded.bom = found.bom;
  decoded.by_plausibility = found.by_plausibility;
  decoded.bad = found.bad;
  return decoded;
}

}  // namespace kaohe
