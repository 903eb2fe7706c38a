// SPDX-License-Identifier: Apache-2.0
// What fields.h lists as bytes, and back again. Numbers are little-endian base 128 with the high bit for "more follows"; a text and a
// list begin with their length. Written and read by the same build only: nothing is checked.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "load/prepared/fields.h"

namespace kaohe {

class Packer {
 public:
  template <typename... T>
  void operator()(const T&... all) {
    (put(all), ...);
  }

  std::string bytes;

 private:
  template <typename T>
  void put(const T& one) {
    if constexpr (std::is_enum_v<T>) {
      put(static_cast<std::underlying_type_t<T>>(one));
    } else if constexpr (std::is_same_v<T, bool>) {
      number(one ? 1 : 0);
    } else if constexpr (std::is_integral_v<T>) {
      number(static_cast<std::make_unsigned_t<T>>(one + T{1}));  // "none" is the greatest of its type: the shortest so
    } else {
      fields(*this, one);
    }
  }
  void put(const std::string& text) {
    number(text.size());
    bytes += text;
  }
  template <typename T>
  void put(const std::optional<T>& one) {
    number(one ? 1 : 0);
    if (one) put(*one);
  }
  template <typename T>
  void put(const Shared<T>& one) {
    number(one ? 1 : 0);
    if (one) put(*one);
  }
  template <typename A, typename B>
  void put(const std::pair<A, B>& both) {
    put(both.first);
    put(both.second);
  }
  template <typename T>
  void put(const std::vector<T>& all) {
    list(all);
  }
  template <typename T>
  void put(const std::set<T>& all) {
    list(all);
  }
  template <typename K, typename V, typename Less>
  void put(const std::map<K, V, Less>& all) {
    list(all);
  }
  template <typename Number>
  void put(const NameIndex<Number>& names) {
    put(names.packed());
  }
  void put(const Rational& value) {
    const auto fraction = value.fraction();
    if (!fraction) throw std::range_error("a number is too long to be prepared");
    wide(fraction->above);
    wide(fraction->below);
  }
  // The file is the reader's to say; a place that is not known is a single 0.
  void put(const Place& place) {
    const bool cell = place.field != 0 || place.row != 0;
    number(place.known() ? (std::uint64_t{place.line} << 2U | (cell ? 2U : 0U) | 1U) : 0);
    if (!place.known()) return;
    number(place.column);
    number(place.offset);
    if (!cell) return;
    number(place.field);
    number(place.row);
  }

  template <typename All>
  void list(const All& all) {
    number(all.size());
    for (const auto& one : all) put(one);
  }
  void wide(Rational::Wide value) {
    number(static_cast<std::uint64_t>(value));
    number(static_cast<std::uint64_t>(value >> 64));
  }
  void number(std::uint64_t left) {
    for (; left >= 0x80; left >>= 7) bytes += static_cast<char>(0x80 | (left & 0x7F));
    bytes += static_cast<char>(left);
  }
};

class Unpacker {
 public:
  // Every place that is known gets the number `file`. `packed` must outlive what is made of it.
  Unpacker(std::string_view packed, std::uint32_t file) : at_(packed.data()), file_(file) {}

  // Of fresh objects.
  template <typename... T>
  void operator()(T&... all) {
    (get(all), ...);
  }

 private:
  template <typename T>
  void get(T& one) {
    if constexpr (std::is_enum_v<T>) {
      std::underlying_type_t<T> value{};
      get(value);
      one = static_cast<T>(value);
    } else if constexpr (std::is_same_v<T, bool>) {
      one = number() != 0;
    } else if constexpr (std::is_integral_v<T>) {
      one = static_cast<T>(static_cast<std::make_unsigned_t<T>>(number() - 1));
    } else {
      fields(*this, one);
    }
  }
  void get(std::string& text) {
    const std::size_t size = number();
    if (size == 0) return;
    std::construct_at(&text, at_, size);  // it is fresh: there is nothing to give back
    at_ += size;
  }
  template <typename T>
  void get(std::optional<T>& one) {
    if (number() != 0) get(one.emplace());
  }
  template <typename T>
  void get(Shared<T>& one) {
    if (number() != 0) get(one.edit());
  }
  template <typename A, typename B>
  void get(std::pair<A, B>& both) {
    get(both.first);
    get(both.second);
  }
  template <typename T>
  void get(std::vector<T>& all) {
    const std::size_t size = number();
    if (size == 0) return;
    all.resize(size);
    for (T& one : all) get(one);
  }
  template <typename T>
  void get(std::set<T>& all) {
    for (std::size_t left = number(); left > 0; --left) {
      T one;
      get(one);
      all.insert(all.end(), std::move(one));
    }
  }
  template <typename K, typename V, typename Less>
  void get(std::map<K, V, Less>& all) {
    for (std::size_t left = number(); left > 0; --left) {
      K key;
      get(key);
      get(all.emplace_hint(all.end(), std::move(key), V{})->second);
    }
  }
  template <typename Number>
  void get(NameIndex<Number>& names) {
    const std::size_t size = number();
    names.take_packed({at_, size});
    at_ += size;
  }
  void get(Rational& value) {
    const Rational::Wide above = wide();
    value = Rational::ratio(above, wide());
  }
  void get(Place& place) {
    const std::uint64_t first = number();
    if (first == 0) return;
    place.file = file_;
    place.line = static_cast<std::uint32_t>(first >> 2U);
    place.column = static_cast<std::uint32_t>(number());
    place.offset = number();
    if ((first & 2U) == 0) return;
    place.field = static_cast<std::uint32_t>(number());
    place.row = static_cast<std::uint32_t>(number());
  }

  Rational::Wide wide() {
    const std::uint64_t low = number();
    return static_cast<Rational::Wide>(static_cast<std::int64_t>(number())) * (Rational::Wide{1} << 64) + static_cast<Rational::Wide>(low);
  }
  std::uint64_t number() {
    auto byte = static_cast<unsigned char>(*at_++);
    std::uint64_t out = byte & 0x7FU;
    for (unsigned shift = 7; byte >= 0x80; shift += 7) {
      byte = static_cast<unsigned char>(*at_++);
      out |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
    }
    return out;
  }

  const char* at_;
  std::uint32_t file_;
};

}  // namespace kaohe
