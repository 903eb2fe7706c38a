// SPDX-License-Identifier: Apache-2.0
// Bytes to text. The order is: byte order mark, strict UTF-8 with the plausibility rule, strict GB18030, else an error
// with the byte offset. The plausibility rule: the GBK bytes of 省, 全, 水 … are valid two-byte UTF-8, so a text with no
// mark whose every non-ASCII character lies in U+0080–U+07FF is tried as GB18030 and taken as that when it then reads
// as Han (csv/plausible.cc says what stays UTF-8). 0x80 is the euro sign, as in code page 936.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/file_bytes.h"
#include "csv/source_map.h"

namespace kaohe {

enum class Encoding { kUtf8, kGb18030, kUtf16Le, kUtf16Be };

[[nodiscard]] std::string_view word(Encoding encoding);  // "utf-8", "gb18030", "utf-16le", "utf-16be"
// "utf-8", "gb18030" (also "gbk", "gb2312", "cp936"), "utf-16" …; nullopt for an unknown name.
[[nodiscard]] std::optional<Encoding> parse_encoding(std::string_view name);

// The first sequence that does not fit the encoding.
struct BadSequence {
  std::uint64_t offset = 0;  // bytes from 0 in the source
  std::uint32_t line = 1;
  std::uint32_t column = 1;  // code points from 1
  std::string bytes;         // in hexadecimal, e.g. "FF FE"
};

struct Decoded {
  std::string text;  // well-formed UTF-8 without a byte order mark
  Encoding encoding = Encoding::kUtf8;
  bool bom = false;
  bool by_plausibility = false;  // valid as UTF-8 too, read as GB18030 because it then reads as Han
  std::optional<BadSequence> bad;  // set: the text ends before it (or was read as far as it could be)

  // The source's byte offset of byte `at` of `text`; cheap at any `at`.
  [[nodiscard]] std::uint64_t source_offset(std::size_t at) const { return start + (map.empty() ? at : map.offset(text, at)); }

  // The first byte of `text` that does not stand before that byte of the source; the text's size where there is none.
  [[nodiscard]] std::size_t position(std::uint64_t offset) const;

  std::uint64_t start = 0;  // where the text begins in the source
  SourceMap map;            // empty for UTF-8: offsets then differ by `start` only
};

// Without `forced` the encoding is found; a `forced` UTF-16 still follows a mark's byte order.
[[nodiscard]] Decoded decode(std::string_view bytes, std::optional<Encoding> forced = std::nullopt);

// What the bytes of a file are, found in one pass over all of them of which nothing is kept.
struct Survey {
  Encoding encoding = Encoding::kUtf8;
  bool bom = false;
  bool by_plausibility = false;
  std::optional<BadSequence> bad;
  std::uint64_t start = 0;  // behind the mark
  std::uint64_t end = 0;    // of what can be decoded
  bool whole = true;        // else only the beginning was looked at, and the rest is taken to be like it
};
// Told of the pieces as they are read: most of the file, in its order, some of it more than once.
using SeenBytes = std::function<void(std::uint64_t offset, std::string_view piece)>;
[[nodiscard]] Survey survey(const FileBytes& bytes, std::optional<Encoding> forced = std::nullopt, const SeenBytes& seen = {});
// By its first `count` bytes, where more follow and these leave no doubt: if the rest is like them it is UTF-8, or GB18030. Every piece
// of it that is read must be checked then.
[[nodiscard]] std::optional<Survey> survey_beginning(const FileBytes& bytes, std::optional<Encoding> forced, std::size_t count);
// A file is not what its beginning was: it has to be surveyed, and all that was read of it is void.
struct Misjudged {};
// Throws Misjudged where a UTF-8 file of which only the beginning was looked at has a piece at `offset`, where a character begins, that
// does not fit it. A character that the piece cuts off may be whole in the next.
void check_piece(const Survey& survey, std::string_view piece, std::uint64_t offset);
// Of a piece in any encoding, what it says.
[[nodiscard]] Decoded decode_checked(const Survey& survey, std::string_view piece, std::uint64_t offset);
// A piece of a surveyed file: the bytes that begin at `offset` and lie before the survey's end. A character that `bytes`
// cut off is left out.
[[nodiscard]] Decoded decode_piece(std::string_view bytes, Encoding encoding, std::uint64_t offset);

}  // namespace kaohe
