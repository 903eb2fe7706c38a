// SPDX-License-Identifier: Apache-2.0
// An open file of the system, closed when its owner goes.
#pragma once

#include <unistd.h>

#include <string_view>
#include <utility>

namespace kaohe {

class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  ~Descriptor() { close(); }

  [[nodiscard]] bool open() const { return number_ >= 0; }
  [[nodiscard]] int number() const { return number_; }
  // Some file systems tell only now that the disk is full.
  int close() { return number_ < 0 ? 0 : ::close(std::exchange(number_, -1)); }

 private:
  int number_ = -1;
};

// All of `bytes`, however many calls that takes; 0 or the errno.
[[nodiscard]] int write_all(int descriptor, std::string_view bytes);

}  // namespace kaohe
