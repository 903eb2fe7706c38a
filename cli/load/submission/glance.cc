// SPDX-License-Identifier: Apache-2.0
#include "load/submission/glance.h"

#include <algorithm>

namespace kaohe {

void Glance::begin(const FigureRows::Plain& plain) {
  if (!rows_) rows_ = std::make_unique<PlainRows>(plain.ground);
  // The first window teaches what the rest is read ahead with.
  if (!lanes_ && reader_.windows().size() > 1) lanes_ = std::make_unique<PlainLanes>(bytes_, plain.ground, crew_);
}

void Glance::take(const PlainLog& log, const PlainStretch& stretch, std::uint32_t number, std::uint32_t line) {
  figures_.add_plain(log, stretch, number);
  file_.count_plain(log, stretch, number, line);
  taken_ += stretch.rows;
}

bool Glance::pass_ahead(const FigureRows::Plain& plain) {
  std::uint64_t at = reader_.offset(), last = at;
  std::uint32_t rows = 0;
  while (const PlainStretch* stretch = lanes_->at(at, plain.knowledge)) {
    if (lanes_->block() != block_) reader_.note_window({at, reader_.next_line() + rows, reader_.next_number() + rows});
    block_ = lanes_->block();
    take(lanes_->log(), *stretch, reader_.next_number() + rows, reader_.next_line() + rows);
    rows += stretch->rows;
    last = stretch->last;
    at = stretch->end;
    progress_.at(at);
  }
  if (rows > 0) reader_.pass_to(last, rows - 1);
  return rows > 0;
}

bool Glance::pass_window(const FigureRows::Plain& plain) {
  const std::pair window(reader_.window_offset(), reader_.text().size());
  if (window != window_) rows_->look_at(reader_.text(), bytes_.separator);
  window_ = window;
  log_.clear();
  const std::uint64_t next = lanes_ ? lanes_->next_behind(reader_.offset()) : UINT64_MAX;
  const std::size_t limit = next == UINT64_MAX ? reader_.text().size() : reader_.position_of(next);
  (void)rows_->take(reader_.position(), limit, plain.knowledge, log_);
  if (log_.stretches.empty()) return false;
  const PlainStretch& stretch = log_.stretches.front();
  take(log_, stretch, reader_.next_number(), reader_.next_line());
  reader_.pass(static_cast<std::size_t>(stretch.last), stretch.rows - 1);
  return true;
}

void Glance::pass(Row& room) {
  // Where next to nothing is plain, nothing is worth trying.
  constexpr std::uint64_t kTrial = 10'000;
  const FigureRows::Plain* plain = file_.plain();
  if (plain == nullptr) return;
  if (++tried_ > kTrial && tried_ > taken_) {
    lanes_.reset();
    file_.leave_plain_rows();
    return;
  }
  if (plain->knowledge.empty()) return;
  begin(*plain);
  figures_.begin_row(reader_.next_number(), reader_.next_line());
  while ((lanes_ && pass_ahead(*plain)) || pass_window(*plain)) {
    if (reader_.next(room)) file_.pass(room);
  }
}

}  // namespace kaohe
