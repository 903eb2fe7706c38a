// SPDX-License-Identifier: Apache-2.0
// Writes a BagIt bag (RFC 8493, version 1.0) file by file: each is hashed while it is copied, in blocks. The same files
// in the same order give the same bytes: no clock is read. What goes wrong is thrown as a Refusal.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "archive/sink.h"

namespace kaohe {

struct Kept {
  std::string sha256;
  std::uint64_t bytes = 0;
};

using TagLines = std::vector<std::pair<std::string, std::string>>;  // label, value

class BagWriter {
 public:
  explicit BagWriter(std::unique_ptr<Sink> sink) : sink_(std::move(sink)) {}

  // Paths below data/, each once.
  const Kept& add(const std::string& path, std::string_view bytes);
  const Kept& add_file(const std::string& path, const std::string& file);  // a regular file of this machine
  [[nodiscard]] const std::map<std::string, Kept>& payload() const { return payload_; }

  // The tag files; gives back the seal, the SHA-256 of tagmanifest-sha256.txt, which vouches for every other file.
  [[nodiscard]] std::string seal(TagLines info);
  void commit() { sink_->commit(); }

 private:
  void add_tag(const std::string& path, const std::string& bytes);

  std::unique_ptr<Sink> sink_;
  std::map<std::string, Kept> payload_, tags_;
};

[[nodiscard]] std::string text_of(const TagLines& lines);
[[nodiscard]] std::string manifest_of(const std::map<std::string, Kept>& files);

inline constexpr char kSeal[] = "tagmanifest-sha256.txt";

}  // namespace kaohe
