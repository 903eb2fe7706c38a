// SPDX-License-Identifier: Apache-2.0
// Room for one long array that grows by its pages, which the system moves instead of copying them: nothing is held twice
// while it grows, and no holes are left.
#pragma once

#include <cstddef>
#include <utility>

namespace kaohe {

class Pages {
 public:
  Pages() = default;
  Pages(Pages&& other) noexcept : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}
  Pages& operator=(Pages&& other) noexcept {
    std::swap(data_, other.data_);
    std::swap(size_, other.size_);
    return *this;
  }
  ~Pages();

  [[nodiscard]] void* data() const { return data_; }
  // In bytes, of addresses: what was not written yet takes no memory, and reads as zeros.
  [[nodiscard]] std::size_t size() const { return size_; }
  // To so many bytes, whole pages and more than there are; what was there may stand elsewhere now. Throws std::bad_alloc.
  void grow(std::size_t size);

 private:
  void* data_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace kaohe
