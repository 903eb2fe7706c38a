// SPDX-License-Identifier: Apache-2.0
// Where an archive is written: a folder or a tar file, beside its place and renamed when it is whole. What goes wrong is
// thrown as a Refusal, and nothing is left.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/file.h"

namespace kaohe {

class Sink {
 public:
  Sink() = default;
  Sink(const Sink&) = delete;
  Sink& operator=(const Sink&) = delete;
  virtual ~Sink() = default;
  // Files one after the other, each with exactly the bytes that were announced.
  virtual void begin(const std::string& path, std::uint64_t size) = 0;
  virtual void write(std::string_view bytes) = 0;
  virtual void end() = 0;
  virtual void commit() = 0;  // on the disk, under its own name, which must be free
};

[[nodiscard]] std::unique_ptr<Sink> folder_sink(const std::string& path);
// All members lie in one folder, named as the file is, without ".tar".
[[nodiscard]] std::unique_ptr<Sink> tar_sink(const std::string& path);

}  // namespace kaohe
