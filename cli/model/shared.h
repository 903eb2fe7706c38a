// SPDX-License-Identifier: Apache-2.0
// A part of something of which there are millions: most have it not, or have the same one. One word in size; absent it reads as T{},
// copies share it, edit() makes it one's own. Not for two threads at once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <type_traits>
#include <utility>

namespace kaohe {

template <typename T>
class Shared {
 public:
  Shared() = default;
  template <typename U, typename = std::enable_if_t<std::is_convertible_v<U&&, T> && !std::is_same_v<std::decay_t<U>, Shared>>>
  Shared(U&& value) : held_(new Held{std::forward<U>(value), 1}) {}  // NOLINT: reads and is set as a T
  Shared(const Shared& other) noexcept : held_(other.held_) {
    if (held_ != nullptr) ++held_->holders;
  }
  Shared(Shared&& other) noexcept : held_(std::exchange(other.held_, nullptr)) {}
  Shared& operator=(Shared other) noexcept {
    std::swap(held_, other.held_);
    return *this;
  }
  Shared& operator=(T&& value) {  // = {"…", "…"}
    *this = Shared(std::move(value));
    return *this;
  }
  template <typename U, typename = std::enable_if_t<std::is_convertible_v<U&&, T> && !std::is_same_v<std::decay_t<U>, Shared>>>
  Shared& operator=(U&& value) {  // NOLINT(misc-unconventional-assign-operator): it gives back *this
    *this = Shared(std::forward<U>(value));
    return *this;
  }
  ~Shared() {
    if (held_ != nullptr && --held_->holders == 0) delete held_;
  }

  [[nodiscard]] bool has_value() const { return held_ != nullptr; }
  explicit operator bool() const { return has_value(); }
  [[nodiscard]] const T& operator*() const {
    static const T kAbsent{};
    return held_ == nullptr ? kAbsent : held_->value;
  }
  const T* operator->() const { return &**this; }
  operator const T&() const { return **this; }  // NOLINT(google-explicit-constructor)
  operator std::optional<T>() const = delete;  // would always hold one

  T& edit() {
    if (held_ == nullptr || held_->holders > 1) *this = Shared(T(**this));
    return held_->value;
  }
  void reset() { *this = Shared(); }
  // Of a list: these behind those that there are.
  void append(const Shared& more) {
    if (empty()) {
      *this = more;
    } else if (!more.empty()) {
      T& list = edit();
      list.insert(list.end(), more.begin(), more.end());
    }
  }

  // Of texts and lists.
  [[nodiscard]] bool empty() const { return held_ == nullptr || held_->value.empty(); }
  [[nodiscard]] std::size_t size() const { return (**this).size(); }
  [[nodiscard]] auto begin() const { return (**this).begin(); }
  [[nodiscard]] auto end() const { return (**this).end(); }
  [[nodiscard]] const auto& front() const { return (**this).front(); }
  [[nodiscard]] const auto& back() const { return (**this).back(); }
  [[nodiscard]] const auto& operator[](std::size_t index) const { return (**this)[index]; }

  friend bool operator==(const Shared& a, const Shared& b) { return a.held_ == b.held_ || *a == *b; }

 private:
  struct Held {
    T value;
    std::uint32_t holders;
  };
  Held* held_ = nullptr;
};

}  // namespace kaohe
