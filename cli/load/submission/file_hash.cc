// SPDX-License-Identifier: Apache-2.0
#include "load/submission/file_hash.h"

#include <algorithm>

namespace kaohe {

FileHash::FileHash(const FileBytes& bytes, bool wanted, Crew& crew) : bytes_(bytes), wanted_(wanted) {
  if (wanted && crew.size() > 1) reading_.emplace(crew.give([this] { read_on(bytes_.size()); }));
}

SeenBytes FileHash::seen() {
  if (!wanted_ || reading_) return {};
  return [this](std::uint64_t offset, std::string_view piece) { see(offset, piece); };
}

// Pieces may overlap, and leave out what nobody needed to look at.
void FileHash::see(std::uint64_t offset, std::string_view piece) {
  read_on(offset);
  if (offset + piece.size() <= done_) return;
  hash_.add(piece.substr(static_cast<std::size_t>(done_ - offset)));
  done_ = offset + piece.size();
}

void FileHash::read_on(std::uint64_t end) {
  constexpr std::uint64_t kBlock = 1U << 18U;
  std::string room;
  while (done_ < end) see(done_, bytes_.read(done_, static_cast<std::size_t>(std::min(kBlock, end - done_)), room));
}

std::string FileHash::finish() {
  if (!wanted_) return {};
  if (reading_) reading_->finish();
  read_on(bytes_.size());
  return hash_.hex();
}

}  // namespace kaohe
