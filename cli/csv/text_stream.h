// SPDX-License-Identifier: Apache-2.0
// The decoded text of a file, seen through a window that moves forwards: the file may be larger than the memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "base/file_bytes.h"
#include "csv/decode.h"

namespace kaohe {

class TextStream {
 public:
  static constexpr std::size_t kWindow = 1U << 20U;  // bytes of the source

  // Both must outlive the stream. The first window stands at the text's beginning.
  TextStream(const FileBytes& bytes, const Survey& survey, std::size_t window = kWindow);

  [[nodiscard]] const Decoded& decoded() const { return decoded_; }
  // Nothing follows the window.
  [[nodiscard]] bool at_end() const { return end_ >= survey_.end; }
  // The window begins at `at` of the text as it stands, and holds at least twice what follows there, as far as there is more.
  void move(std::size_t at);
  // The window begins at a byte of the source, and reaches as far as `least` where there is more.
  void seek(std::uint64_t offset, std::uint64_t least = 0);
  [[nodiscard]] const Survey& survey() const { return survey_; }

 private:
  void load(std::uint64_t offset, std::size_t count);

  const FileBytes& bytes_;
  const Survey& survey_;
  std::size_t window_;
  std::string room_;
  Decoded decoded_;
  std::uint64_t end_ = 0;  // of the window, in the source
};

}  // namespace kaohe
