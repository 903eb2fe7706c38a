// SPDX-License-Identifier: Apache-2.0
#include "load/submission/layout/head.h"

namespace kaohe {
namespace {

constexpr std::size_t kMostFields = 200'000;
constexpr std::size_t kMostBytes = 8U << 20U;

// How much a header says: one more row of it must say more.
std::size_t said(const Layout& layout) {
  std::size_t n = 0;
  for (const Column& column : layout.columns) {
    n += (column.role != Role::kNone ? 1 : 0) + (column.period ? 1 : 0) + (names_indicator(column) ? 1 : 0) + (column.unit != kNoUnit ? 1 : 0);
  }
  return n;
}

}  // namespace

void Head::add(const Row& row) {
  Row& copy = rows_.emplace_back(row);
  fields_ += row.fields.size();
  for (Field& field : copy.fields) {
    bytes_ += field.text.size();
    field.text = texts_.emplace_back(field.text);
  }
}

bool Head::full() const { return rows_.size() >= most_rows_ || fields_ > kMostFields || bytes_ > kMostBytes; }

void Head::clear() {
  rows_.clear();
  texts_.clear();
}

Layout header_at(const std::deque<Row>& rows, std::size_t at, const TitleText& title, const WordIndex& words,
                 SubmissionNames& names, const Register& regions) {
  std::vector<const Row*> header = {&rows[at]};
  Layout best = read_header(header, title, words, names, regions);
  Layout above = best;
  while (above.known > 0 && header.size() < kMostHeaderRows && at + header.size() < rows.size()) {
    const Row& next = rows[at + header.size()];
    if (next.blank() || !goes_on(above, next, words, names)) break;
    header.push_back(&next);
    above = read_header(header, title, words, names, regions);
    if (said(above) > said(best) && (above.kind != LayoutKind::kNone || !above.clash.empty() || best.kind == LayoutKind::kNone)) best = above;
  }
  return best;
}

}  // namespace kaohe
