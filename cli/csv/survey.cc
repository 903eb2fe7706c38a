// SPDX-License-Identifier: Apache-2.0
// The encoding of a file, and the first byte that does not fit it, found a block at a time. A character that a block cuts
// off begins the next one.
#include <fmt/format.h>

#include <algorithm>
#include <cstring>

#include "base/text.h"
#include "csv/eight_bytes.h"
#include "csv/bad_bytes.h"
#include "csv/gb18030.h"
#include "csv/plausible.h"

namespace kaohe {
namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
constexpr std::string_view kUtf16LeMark = "\xFF\xFE";
constexpr std::string_view kUtf16BeMark = "\xFE\xFF";
constexpr std::string_view kGb18030Mark = "\x84\x31\x95\x33";
constexpr std::size_t kBlock = 1U << 18U;
constexpr std::size_t kLongest = 4;  // bytes of a character

bool starts_with(std::string_view bytes, std::string_view mark) { return bytes.substr(0, mark.size()) == mark; }

// Where a block of `size` bytes at `offset` was cut off, nothing is wrong with its last character yet.
bool only_cut(const std::optional<BadBytes>& bad, std::size_t size, bool last) { return bad && !last && bad->at + kLongest > size; }

struct Bad {
  std::uint64_t at;
  std::size_t length;
};

// The file, and who wants to see what is read of it.
struct Seen {
  const FileBytes& bytes;
  const SeenBytes& seen;

  [[nodiscard]] std::uint64_t size() const { return bytes.size(); }
  std::string_view read(std::uint64_t offset, std::size_t count, std::string& room) const {
    const std::string_view piece = bytes.read(offset, count, room);
    if (seen) seen(offset, piece);
    return piece;
  }
};

// Nothing in it does not fit, but for a character that its end cuts off.
bool may_go_on(std::string_view text, Encoding encoding) {
  const std::optional<BadBytes> bad = encoding == Encoding::kUtf8 ? find_bad_utf8(text) : find_bad_gb18030(text);
  return !bad || only_cut(bad, text.size(), false);
}

void expect(const Survey& survey, const std::optional<BadBytes>& bad, std::string_view piece, std::uint64_t offset) {
  if (bad && !only_cut(bad, piece.size(), offset + piece.size() >= survey.end)) throw Misjudged();
}

// Nothing that follows could make another encoding of it.
bool is_clearly_utf8(std::string_view text) {
  Plausibility plausibility;
  plausibility.add(text);
  return plausibility.settled();
}

std::optional<Bad> search_utf8(const Seen& bytes, std::uint64_t offset, Plausibility& plausibility) {
  std::string room;
  while (offset < bytes.size()) {
    const std::string_view block = bytes.read(offset, kBlock, room);
    const std::optional<BadBytes> bad = find_bad_utf8(block);
    const bool cut = only_cut(bad, block.size(), offset + block.size() == bytes.size());
    if (bad && !cut) return Bad{offset + bad->at, bad->length};
    const std::string_view whole = block.substr(0, bad ? bad->at : block.size());
    if (!plausibility.settled()) plausibility.add(whole);
    offset += whole.size();
  }
  return std::nullopt;
}

// Lines and columns of a text in pieces.
class Counter {
 public:
  void add(std::string_view text) {
    for (const char c : text) {
      const bool second = c == '\n' && after_return_;
      after_return_ = c == '\r';
      if (second) continue;
      if (c == '\n' || c == '\r') {
        ++line_;
        column_ = 1;
      } else if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) {
        ++column_;
      }
    }
  }
  [[nodiscard]] std::uint32_t line() const { return line_; }
  [[nodiscard]] std::uint32_t column() const { return column_; }

 private:
  std::uint32_t line_ = 1, column_ = 1;
  bool after_return_ = false;
};

// Decodes all of it, or up to what does not fit; `counter` may be null.
std::optional<Bad> try_decoding(const Seen& bytes, Encoding encoding, std::uint64_t offset, std::uint64_t end, Counter* counter) {
  std::string room;
  while (offset < end) {
    const std::string_view block = bytes.read(offset, static_cast<std::size_t>(std::min<std::uint64_t>(kBlock, end - offset)), room);
    std::optional<BadBytes> bad;
    if (counter == nullptr && encoding == Encoding::kGb18030) {
      bad = find_bad_gb18030(block);
    } else {
      const Decoded decoded = decode_piece(block, encoding, offset, bad);
      if (counter != nullptr) counter->add(decoded.text);
    }
    if (bad && !only_cut(bad, block.size(), offset + block.size() == end)) return Bad{offset + bad->at, bad->length};
    offset += bad ? bad->at : block.size();
  }
  return std::nullopt;
}

void end_at(Survey& survey, const Seen& bytes, const std::optional<Bad>& bad) {
  survey.end = bad ? bad->at : bytes.size();
  if (!bad) return;
  Counter counter;
  try_decoding(bytes, survey.encoding, survey.start, bad->at, &counter);
  BadSequence& told = survey.bad.emplace();
  told.offset = bad->at;
  told.line = counter.line();
  told.column = counter.column();
  std::string room;
  for (const char c : bytes.read(bad->at, bad->length, room)) {
    told.bytes += fmt::format("{}{:02X}", told.bytes.empty() ? "" : " ", static_cast<unsigned char>(c));
  }
}

Survey begin(Encoding encoding, std::string_view head, std::string_view mark) {
  Survey survey;
  survey.encoding = encoding;
  survey.bom = starts_with(head, mark);
  survey.start = survey.bom ? mark.size() : 0;
  return survey;
}

Survey survey_as(const Seen& bytes, std::string_view head, Encoding encoding) {
  const bool big_mark = starts_with(head, kUtf16BeMark), little_mark = starts_with(head, kUtf16LeMark);
  Survey survey;
  switch (encoding) {
    case Encoding::kUtf8: survey = begin(encoding, head, kUtf8Mark); break;
    case Encoding::kGb18030: survey = begin(encoding, head, kGb18030Mark); break;
    case Encoding::kUtf16Le:
    case Encoding::kUtf16Be:  // a mark decides the byte order, whatever was asked for
      survey = begin(big_mark ? Encoding::kUtf16Be : little_mark ? Encoding::kUtf16Le : encoding, head, big_mark ? kUtf16BeMark : kUtf16LeMark);
  }
  Plausibility not_asked;
  end_at(survey, bytes,
         encoding == Encoding::kUtf8 ? search_utf8(bytes, survey.start, not_asked)
                                     : try_decoding(bytes, survey.encoding, survey.start, bytes.size(), nullptr));
  return survey;
}

// One character after the other; only where there is something wrong.
std::optional<BadBytes> find_bad_character(std::string_view bytes, std::size_t at) {
  for (at = skip_ascii(bytes, at); at < bytes.size(); at = skip_ascii(bytes, at)) {
    while (at < bytes.size() && static_cast<unsigned char>(bytes[at]) >= 0x80) {
      const std::size_t length = utf8_length(bytes.substr(at, kLongest));
      if (length == 0) {
        std::size_t shown = 1;
        const auto continues = [&](std::size_t i) { return (static_cast<unsigned char>(bytes[i]) & 0xC0) == 0x80; };
        while (shown < kLongest && at + shown < bytes.size() && continues(at + shown)) ++shown;
        return BadBytes{at, shown};
      }
      at += length;
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<BadBytes> find_bad_utf8(std::string_view bytes) {
  constexpr std::size_t kPiece = 4096;
  std::size_t at = 0;
  while (at < bytes.size()) {
    std::size_t end = std::min(at + kPiece, bytes.size());
    for (int i = 0; i < 3 && end < bytes.size() && (static_cast<unsigned char>(bytes[end]) & 0xC0) == 0x80; ++i) --end;
    if (!is_well_formed_utf8(bytes.substr(at, end - at))) break;
    at = end;
  }
  return find_bad_character(bytes, at);
}

std::optional<Survey> survey_beginning(const FileBytes& bytes, std::optional<Encoding> forced, std::size_t count) {
  if (bytes.size() <= count) return std::nullopt;
  std::string room;
  const std::string_view head = bytes.read(0, count, room);
  const auto begins_as = [&](Encoding encoding, std::string_view mark) -> std::optional<Survey> {
    Survey found = begin(encoding, head, mark);
    if (!may_go_on(head.substr(static_cast<std::size_t>(found.start)), encoding)) return std::nullopt;
    found.end = bytes.size();
    found.whole = false;
    return found;
  };
  if (forced && *forced != Encoding::kUtf8 && *forced != Encoding::kGb18030) return std::nullopt;
  if (forced) return begins_as(*forced, *forced == Encoding::kUtf8 ? kUtf8Mark : kGb18030Mark);
  std::optional<Survey> as_utf8 = begins_as(Encoding::kUtf8, kUtf8Mark);
  if (starts_with(head, kUtf8Mark) || (as_utf8 && is_clearly_utf8(head))) return as_utf8;
  return as_utf8 ? std::nullopt : begins_as(Encoding::kGb18030, kGb18030Mark);
}

void check_piece(const Survey& survey, std::string_view piece, std::uint64_t offset) {
  if (!survey.whole) expect(survey, find_bad_utf8(piece), piece, offset);
}

Decoded decode_checked(const Survey& survey, std::string_view piece, std::uint64_t offset) {
  std::optional<BadBytes> bad;
  Decoded decoded = decode_piece(piece, survey.encoding, offset, bad);
  if (!survey.whole) expect(survey, bad, piece, offset);
  return decoded;
}

Survey survey(const FileBytes& file, std::optional<Encoding> forced, const SeenBytes& seen) {
  const Seen bytes{file, seen};
  std::string room;
  const std::string head(bytes.read(0, kLongest, room));
  if (forced) return survey_as(bytes, head, *forced);
  if (starts_with(head, kUtf8Mark)) return survey_as(bytes, head, Encoding::kUtf8);
  if (starts_with(head, kUtf16LeMark)) return survey_as(bytes, head, Encoding::kUtf16Le);
  if (starts_with(head, kUtf16BeMark)) return survey_as(bytes, head, Encoding::kUtf16Be);

  Plausibility plausibility;
  const std::optional<Bad> bad = search_utf8(bytes, 0, plausibility);
  Survey as_utf8 = begin(Encoding::kUtf8, head, kUtf8Mark);
  const bool plausible = !bad && plausibility.rather_gb18030();
  if (bad || plausible) {
    Survey as_gb18030 = survey_as(bytes, head, Encoding::kGb18030);
    as_gb18030.by_plausibility = plausible;
    // Where neither fits, the one that got farther is what was meant, and tells the byte at fault.
    const bool fits = bad ? !as_gb18030.bad || as_gb18030.bad->offset > bad->at : !as_gb18030.bad;
    if (fits) return as_gb18030;
  }
  end_at(as_utf8, bytes, bad);
  return as_utf8;
}

}  // namespace kaohe
