// SPDX-License-Identifier: Apache-2.0
// The bytes of a file of any size, read piece by piece and again where that is needed, so that no more of it is in memory
// than the piece at hand. What cannot be read twice (a pipe) is kept: in memory while it is small, else in a temporary
// file without a name.
#pragma once

#include <cstddef>
#include <cstdint>
#include <ctime>
#include <memory>
#include <string>
#include <string_view>

#include "base/descriptor.h"
#include "base/file.h"

namespace kaohe {

class FileBytes {
 public:
  // Files up to this size are read when they are opened, so that nobody can change them under our hands.
  static constexpr std::size_t kSmall = 1U << 20U;

  // "-" is standard input. A directory, an unreadable or a missing file is a Refusal.
  [[nodiscard]] static Result<std::shared_ptr<const FileBytes>> open(const std::string& path);
  [[nodiscard]] static std::shared_ptr<const FileBytes> hold(std::string bytes);
  // `bytes` must outlive it.
  [[nodiscard]] static std::shared_ptr<const FileBytes> borrow(std::string_view bytes);

  FileBytes(const FileBytes&) = delete;
  FileBytes& operator=(const FileBytes&) = delete;

  [[nodiscard]] std::uint64_t size() const { return size_; }
  // The bytes from `offset`, at most `count`, fewer at the end only. They may stand in `room`, and live as long as it does
  // and is not changed. Throws a Refusal where the disk will not give them, or the file became shorter.
  [[nodiscard]] std::string_view read(std::uint64_t offset, std::size_t count, std::string& room) const;
  // Throws a Refusal where the file on the disk is no longer the one that was opened.
  void check_unchanged() const;

 private:
  FileBytes() = default;
  int take(int descriptor);
  int spool(int descriptor);

  std::string path_;
  std::string held_;          // where it is in memory
  std::string_view view_;
  Descriptor descriptor_;     // where it is not
  std::uint64_t size_ = 0;
  bool named_ = false;        // a file that others may write to
  struct timespec changed_ = {};
};

}  // namespace kaohe
