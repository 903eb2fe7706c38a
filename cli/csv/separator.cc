// SPDX-License-Identifier: Apache-2.0
// The separator is what splits most of the first rows into the same number of fields: titles, notes and units lines,
// which it does not split, do not outvote the table.
#include <algorithm>
#include <map>
#include <tuple>

#include "csv/reader.h"

namespace kaohe {
namespace {

constexpr std::size_t kSampleBytes = 65536;
constexpr int kSampleRows = 50;

Decoded sample_of(std::string_view text) {
  Decoded sample;
  std::size_t end = std::min(text.size(), kSampleBytes);
  while (end > 0 && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  sample.text = text.substr(0, end);
  return sample;
}

// How many rows have the most frequent number of fields above one, and that number.
struct Score {
  std::size_t rows = 0;
  std::size_t fields = 0;
  friend bool operator<(const Score& a, const Score& b) { return std::tie(a.rows, a.fields) < std::tie(b.rows, b.fields); }
};

Score score_of(const Decoded& sample, char separator) {
  Problems ignored;
  Reader reader(sample, 0, separator, ignored);
  std::map<std::size_t, std::size_t> rows_by_fields;
  Row row;
  for (int i = 0; i < kSampleRows && reader.next(row); ++i) {
    if (row.fields.size() > 1) ++rows_by_fields[row.fields.size()];
  }
  Score best;
  for (const auto& [fields, rows] : rows_by_fields) best = std::max(best, Score{rows, fields});
  return best;
}

}  // namespace

char find_separator(std::string_view text) {
  const Decoded sample = sample_of(text);
  char found = ',';
  Score best;
  for (const char separator : {',', '\t', ';'}) {
    const Score score = score_of(sample, separator);
    if (best < score) {
      best = score;
      found = separator;
    }
  }
  return found;
}

char find_separator(const FileBytes& bytes, const Survey& survey) {
  std::string room;
  const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(2 * kSampleBytes, survey.end - survey.start));
  return find_separator(decode_piece(bytes.read(survey.start, count, room), survey.encoding, survey.start).text);
}

}  // namespace kaohe
