// SPDX-License-Identifier: Apache-2.0
#include "load/submission/plain/plain_lanes.h"

#include <algorithm>
#include <utility>

namespace kaohe {
namespace {

constexpr std::size_t kSlack = 1U << 14U;   // bytes: rows that begin in a block may end so far behind it
constexpr std::size_t kAheadPerThread = 4;  // blocks

}  // namespace

PlainLanes::PlainLanes(const File& file, const PlainGround& ground, Crew& crew)
    : file_(file), ahead_(kAheadPerThread * crew.size()) {
  const bool ends_are_bytes = file.survey.encoding == Encoding::kUtf8 || file.survey.encoding == Encoding::kGb18030;  // as separators are, quotes and points
  if (!ends_are_bytes || !ground.shape.able) return;
  blocks_ = (file.survey.end - file.survey.start + file.block - 1) / file.block;
  for (std::size_t i = 0; i < crew.size(); ++i) lanes_.push_back(std::make_unique<Lane>(ground, file_.survey));
  for (std::size_t i = 1; i < lanes_.size(); ++i) {
    Lane& lane = *lanes_[i];
    serving_.push_back(crew.give([this, &lane] { serve(lane); }));
  }
}

PlainLanes::~PlainLanes() {
  {
    const std::lock_guard guard(lock_);
    leaving_ = true;
  }
  changed_.notify_all();
  serving_.clear();
}

// The next block that nobody has begun, the lock being `held`. False where there is none, or no room for it.
bool PlainLanes::read_next(Lane& lane, std::unique_lock<std::mutex>& held) {
  if (!knowledge_ || next_ >= blocks_ || next_ >= oldest_ + ahead_.size()) return false;
  Block& block = ahead_[next_ % ahead_.size()];
  if (block.reading) return false;  // a block that the owner has passed over since
  block.number = next_++;
  block.reading = true;
  block.done = false;
  const std::shared_ptr<const PlainKnowledge> knowledge = knowledge_;
  held.unlock();
  std::exception_ptr failed;
  try {
    read(lane, block, *knowledge);
  } catch (...) {
    failed = std::current_exception();
  }
  held.lock();
  block.failed = failed;
  block.reading = false;
  block.done = true;
  changed_.notify_all();
  return true;
}

void PlainLanes::serve(Lane& lane) {
  std::unique_lock held(lock_);
  while (!leaving_) {
    if (!read_next(lane, held)) changed_.wait(held);
  }
}

// The owner reads it itself where nobody has begun it, and reads others while it waits.
PlainLanes::Block& PlainLanes::fetch(std::uint64_t number, const PlainKnowledge& knowledge) {
  std::shared_ptr<const PlainKnowledge> newer;
  if (!knowledge_ || knowledge_->version() != knowledge.version()) newer = std::make_shared<const PlainKnowledge>(knowledge);
  Block& wanted = ahead_[number % ahead_.size()];
  std::unique_lock held(lock_);
  if (newer) knowledge_ = newer;
  oldest_ = number;
  next_ = std::max(next_, number);
  changed_.notify_all();
  while (wanted.number != number || !wanted.done) {
    if (!read_next(*lanes_.front(), held)) changed_.wait(held);
  }
  if (wanted.failed) std::rethrow_exception(wanted.failed);
  return wanted;
}

void PlainLanes::read(Lane& lane, Block& block, const PlainKnowledge& knowledge) const {
  block.log.clear();
  const std::uint64_t begin = begin_of(block.number), end = std::min(begin + file_.block, file_.survey.end);
  const std::uint64_t from = block.number == 0 ? begin : begin - 1;  // a line end there is one too
  const std::uint64_t most = std::min(file_.survey.end, end + std::min(kSlack, file_.block));
  std::string_view piece = file_.bytes.read(from, static_cast<std::size_t>(most - from), lane.room);
  if (file_.seen) file_.seen(from, piece);
  std::size_t skipped = 0;
  if (block.number > 0) {
    const std::size_t line_end = piece.find('\n');
    if (line_end == std::string_view::npos) return;
    skipped = line_end + 1;
  }
  piece.remove_prefix(skipped);
  if (from + skipped >= end) return;
  if (file_.survey.encoding == Encoding::kUtf8) check_piece(file_.survey, piece, from + skipped);
  read_text(lane, block, piece, from + skipped, static_cast<std::size_t>(end - from - skipped), knowledge);
}

// The text that begins at that byte of the file.
void PlainLanes::read_text(Lane& lane, Block& block, std::string_view text, std::uint64_t offset, std::size_t limit, const PlainKnowledge& knowledge) const {
  constexpr std::size_t kTrial = 256;  // rows
  lane.rows.look_at(text, file_.separator);
  std::size_t taken = 0, passed = 0, at = 0;
  while (at < limit && (passed < kTrial || passed < taken)) {
    const PlainRows::Stop stop = lane.rows.take(at, limit, knowledge, block.log);
    if (!block.log.stretches.empty() && block.log.stretches.back().begin == at) taken += block.log.stretches.back().rows;
    if (stop.at >= limit || stop.behind == PlainRows::kNotPlain) break;
    at = stop.behind;
    ++passed;
  }
  for (PlainStretch& stretch : block.log.stretches) {
    for (std::uint64_t* place : {&stretch.begin, &stretch.last, &stretch.end}) *place += offset;
  }
}

const PlainStretch* PlainLanes::at(std::uint64_t offset, const PlainKnowledge& knowledge) {
  if (knowledge.empty() || offset < file_.survey.start || offset >= file_.survey.end || blocks_ == 0) return nullptr;
  const std::uint64_t number = (offset - file_.survey.start) / file_.block;
  if (current_ == nullptr || current_->number != number) {
    current_ = &fetch(number, knowledge);
    next_stretch_ = 0;
  }
  const std::vector<PlainStretch>& stretches = current_->log.stretches;
  while (next_stretch_ < stretches.size() && stretches[next_stretch_].begin < offset) ++next_stretch_;
  return next_stretch_ < stretches.size() && stretches[next_stretch_].begin == offset ? &stretches[next_stretch_] : nullptr;
}

std::uint64_t PlainLanes::next_behind(std::uint64_t offset) const {
  if (current_ == nullptr) return UINT64_MAX;
  const std::vector<PlainStretch>& stretches = current_->log.stretches;
  std::size_t next = next_stretch_;
  while (next < stretches.size() && stretches[next].begin <= offset) ++next;
  return next < stretches.size() ? stretches[next].begin : begin_of(current_->number + 1);
}

}  // namespace kaohe
