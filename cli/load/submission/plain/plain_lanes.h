// SPDX-License-Identifier: Apache-2.0
// Blocks of a file read ahead side by side, each on its own: where a block begins, a row is taken to begin behind the
// first line end, and rows that are not plain are stepped over. What comes of it is used only where the reader itself
// comes to stand at the beginning of a stretch, so that a guess that was wrong (a quoted line end) costs time and nothing
// else, and neither the number of threads nor the size of the blocks can matter.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <exception>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "base/crew.h"
#include "base/file_bytes.h"
#include "csv/decode.h"
#include "load/submission/plain/plain_rows.h"

namespace kaohe {

class PlainLanes {
 public:
  struct File {
    const FileBytes& bytes;
    const Survey& survey;
    char separator;
    std::size_t block;  // bytes
    SeenBytes seen;     // told of what is read, where one thread reads alone; may be empty
  };
  // All must outlive it. Rows in an encoding in which a line end may be part of a character are never read so.
  PlainLanes(const File& file, const PlainGround& ground, Crew& crew);
  ~PlainLanes();
  PlainLanes(const PlainLanes&) = delete;
  PlainLanes& operator=(const PlainLanes&) = delete;

  // The stretch that begins at this byte of the file; nullptr where none does. Bytes must be asked for in their order. What
  // is known by then is used for blocks that nobody has begun.
  [[nodiscard]] const PlainStretch* at(std::uint64_t offset, const PlainKnowledge& knowledge);
  // Where the next stretch of the block at hand begins behind that byte, or the next block where none does;
  // UINT64_MAX while none is at hand.
  [[nodiscard]] std::uint64_t next_behind(std::uint64_t offset) const;
  // That the stretch is of.
  [[nodiscard]] const PlainLog& log() const { return current_->log; }
  // The number of the block at hand.
  [[nodiscard]] std::uint64_t block() const { return current_->number; }

 private:
  struct Block {
    std::uint64_t number = UINT64_MAX;
    bool reading = false, done = false;
    PlainLog log;  // offsets are of the file
    std::exception_ptr failed;
  };
  // What a thread needs for itself.
  struct Lane {
    Lane(const PlainGround& ground, const Survey& survey) : rows(ground, survey) {}
    PlainRows rows;
    std::string room;
  };
  void serve(Lane& lane);
  bool read_next(Lane& lane, std::unique_lock<std::mutex>& held);
  void read(Lane& lane, Block& block, const PlainKnowledge& knowledge) const;
  void read_text(Lane& lane, Block& block, std::string_view text, std::uint64_t offset, std::size_t limit, const PlainKnowledge& knowledge) const;
  Block& fetch(std::uint64_t number, const PlainKnowledge& knowledge);
  [[nodiscard]] std::uint64_t begin_of(std::uint64_t number) const { return file_.survey.start + number * file_.block; }

  const File file_;
  std::vector<std::unique_ptr<Lane>> lanes_;  // the owner's first
  std::uint64_t blocks_ = 0;                  // there are
  Block* current_ = nullptr;                  // that the owner is at
  std::size_t next_stretch_ = 0;              // of it

  mutable std::mutex lock_;
  std::condition_variable changed_;
  std::vector<Block> ahead_;                  // a ring
  std::uint64_t next_ = 0;                    // nobody has begun it
  std::uint64_t oldest_ = 0;                  // that is still wanted
  bool leaving_ = false;
  std::shared_ptr<const PlainKnowledge> knowledge_;
  std::vector<Crew::Job> serving_;
};

}  // namespace kaohe
