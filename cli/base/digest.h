// SPDX-License-Identifier: Apache-2.0
// A hash of bytes that come in blocks, so that no file need fit into memory.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace kaohe {

class Digest {
 public:
  // "md5", "sha1", "sha224", "sha256", "sha384" or "sha512": what manifests may be of; throws std::runtime_error for others.
  explicit Digest(std::string_view algorithm = "sha256");
  Digest(Digest&&) noexcept;
  Digest& operator=(Digest&&) noexcept;
  ~Digest();
  void add(std::string_view bytes);
  [[nodiscard]] std::string hex();  // lower case; once, after all bytes
  [[nodiscard]] static bool knows(std::string_view algorithm);

  struct State;

 private:
  std::unique_ptr<State> state_;
};

}  // namespace kaohe
