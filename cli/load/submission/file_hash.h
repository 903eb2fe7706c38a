// SPDX-License-Identifier: Apache-2.0
// The SHA-256 of a file, made while others read it: by a thread of its own where there is one to spare, else of the bytes
// that the only thread looks at, so that the file is read no more often than it must be.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/crew.h"
#include "base/digest.h"
#include "base/file_bytes.h"
#include "csv/decode.h"

namespace kaohe {

class FileHash {
 public:
  // Both must outlive it. Nothing is done where it is not wanted.
  FileHash(const FileBytes& bytes, bool wanted, Crew& crew);
  FileHash(const FileHash&) = delete;
  FileHash& operator=(const FileHash&) = delete;

  // To be told of what is read; empty where that is of no use.
  [[nodiscard]] SeenBytes seen();
  // Of the whole file, in hex; empty where it is not wanted.
  [[nodiscard]] std::string finish();

 private:
  void see(std::uint64_t offset, std::string_view piece);
  void read_on(std::uint64_t end);

  const FileBytes& bytes_;
  const bool wanted_;
  Digest hash_;
  std::uint64_t done_ = 0;            // bytes
  std::optional<Crew::Job> reading_;  // with a thread of its own
};

}  // namespace kaohe
