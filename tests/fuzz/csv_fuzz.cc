// SPDX-License-Identifier: Apache-2.0
// Any bytes are decoded and read to their end: every field has a place that grows and lies within the source, its first
// character is the byte at its offset, and no byte of the text is given out twice. Windows of any size give the same.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/text.h"
#include "csv/decode.h"
#include "csv/reader.h"
#include "csv/text_stream.h"

namespace {

using kaohe::Decoded;
using kaohe::Encoding;

void require(bool holds) {
  if (!holds) std::abort();
}

void check_decoded(std::string_view bytes, const Decoded& decoded) {
  require(kaohe::is_utf8(decoded.text));
  const std::uint64_t end = decoded.bad ? decoded.bad->offset : bytes.size();
  require(end <= bytes.size());
  require(decoded.source_offset(decoded.text.size()) == end);
}

// ASCII stands in every encoding as itself, in UTF-16 in one of two bytes.
void check_first_byte(std::string_view bytes, const Decoded& decoded, char first, std::uint64_t offset) {
  if (static_cast<unsigned char>(first) >= 0x80) return;
  require(bytes[offset + (decoded.encoding == Encoding::kUtf16Be ? 1 : 0)] == first);
}

void check_rows(std::string_view bytes, const Decoded& decoded, char separator) {
  kaohe::Problems problems;
  kaohe::Reader reader(decoded, 0, separator, problems);
  kaohe::Row row;
  std::uint32_t number = 0;
  kaohe::Place last;
  last.file = 0;
  std::size_t taken = 0;
  for (std::size_t before = 0; reader.next(row); before = reader.position()) {
    require(reader.position() > before);
    require(row.number == ++number);
    for (std::size_t i = 0; i < row.fields.size(); ++i) {
      const kaohe::Field& field = row.fields[i];
      require(field.place.offset <= bytes.size() && field.place.offset >= last.offset);
      require(field.place.line > last.line || (field.place.line == last.line && field.place.column > last.column) ||
              last.line == 0);
      require(field.place.row == number && field.place.field == i + 1 && field.place.line >= row.line);
      if (field.quoted) {
        check_first_byte(bytes, decoded, '"', field.place.offset);
      } else if (!field.text.empty()) {
        check_first_byte(bytes, decoded, field.text.front(), field.place.offset);
      }
      taken += field.text.size();
      last = field.place;
    }
    require(!row.broken || !problems.all().empty());
  }
  require(reader.position() == decoded.text.size());
  require(taken <= decoded.text.size());
}

// The window is no matter: same rows, same places, same problems.
std::string all_of(kaohe::Reader& reader, const kaohe::Problems& problems) {
  std::string out;
  kaohe::Row row;
  while (reader.next(row)) {
    out += std::to_string(row.number) + '@' + std::to_string(row.line) + (row.broken ? '!' : ':');
    for (const kaohe::Field& field : row.fields) out += std::to_string(field.place.offset) + '/' + std::to_string(field.place.column) + std::string(field.text) + '|';
  }
  for (const kaohe::Problem& problem : problems.all()) out += std::string(problem.code) + std::to_string(problem.place.offset) + problem.text;
  return out;
}

void check_windows(std::string_view bytes, const Decoded& decoded, std::optional<Encoding> forced) {
  kaohe::Problems problems, by_window;
  kaohe::Reader whole(decoded, 0, ',', problems);
  const std::string expected = all_of(whole, problems);
  const auto file = kaohe::FileBytes::borrow(bytes);
  const kaohe::Survey found = kaohe::survey(*file, forced);
  kaohe::TextStream stream(*file, found, 8 + bytes.size() % 32);
  kaohe::Reader reader(stream, 0, ',', by_window);
  require(all_of(reader, by_window) == expected);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const Decoded found = kaohe::decode(bytes);
  check_decoded(bytes, found);
  check_rows(bytes, found, kaohe::find_separator(found.text));
  check_windows(bytes, found, std::nullopt);
  for (const Encoding forced : {Encoding::kUtf8, Encoding::kGb18030, Encoding::kUtf16Le, Encoding::kUtf16Be}) {
    const Decoded decoded = kaohe::decode(bytes, forced);
    check_decoded(bytes, decoded);
    check_rows(bytes, decoded, ';');
    check_windows(bytes, decoded, forced);
  }
  return 0;
}
