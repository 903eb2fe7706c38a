// SPDX-License-Identifier: Apache-2.0
// Depth first: kind, place, contents. Numbers are little-endian base 128 with the high bit for "more follows".
#include "load/toml/toml_tree.h"

#include <algorithm>

namespace kaohe {
namespace {

class Packer {
 public:
  void value(const TomlValue& one) {
    number(static_cast<std::uint64_t>(one.kind));
    place(one.place);
    switch (one.kind) {
      case TomlKind::kText: return text(one.text);
      case TomlKind::kWhole: return number(static_cast<std::uint64_t>(one.whole));
      case TomlKind::kYesNo: return number(one.yes ? 1 : 0);
      case TomlKind::kDate:
        number(static_cast<std::uint64_t>(one.date.year));
        number(static_cast<std::uint64_t>(one.date.month));
        return number(static_cast<std::uint64_t>(one.date.day));
      case TomlKind::kList:
        number(one.list.size());
        for (const TomlValue& item : one.list) value(item);
        return;
      case TomlKind::kTable:
        number(one.table.size());
        for (const TomlEntry& entry : one.table) {
          text(entry.key);
          place(entry.place);
          value(entry.value);
        }
        return;
      case TomlKind::kReal:
      case TomlKind::kOther: return;
    }
  }

  std::string bytes;

 private:
  void number(std::uint64_t left) {
    for (; left >= 0x80; left >>= 7) bytes += static_cast<char>(0x80 | (left & 0x7F));
    bytes += static_cast<char>(left);
  }
  void text(std::string_view all) {
    number(all.size());
    bytes += all;
  }
  void place(const Place& at) {
    number(at.line);
    number(at.column);
    number(at.offset);
  }
};

class Unpacker {
 public:
  Unpacker(std::string_view packed, std::uint32_t file) : left_(packed), file_(file) {}

  TomlValue value() { return value(SIZE_MAX); }
  // A table with no more than `most` of its entries.
  TomlValue value(std::size_t most) {
    TomlValue one;
    one.kind = static_cast<TomlKind>(number());
    one.place = place();
    switch (one.kind) {
      case TomlKind::kText: one.text = text(); break;
      case TomlKind::kWhole: one.whole = static_cast<std::int64_t>(number()); break;
      case TomlKind::kYesNo: one.yes = number() != 0; break;
      case TomlKind::kDate:
        one.date.year = static_cast<std::int16_t>(number());
        one.date.month = static_cast<std::int8_t>(number());
        one.date.day = static_cast<std::int8_t>(number());
        break;
      case TomlKind::kList: {
        const std::size_t items = number();
        one.list.reserve(items);
        for (std::size_t i = 0; i < items; ++i) one.list.push_back(value());
        break;
      }
      case TomlKind::kTable: read_table(most, one.table); break;
      case TomlKind::kReal:
      case TomlKind::kOther: break;
    }
    return one;
  }

 private:
  void read_table(std::size_t most, std::vector<TomlEntry>& table) {
    const std::size_t entries = std::min(most, number());
    table.reserve(entries);
    for (std::size_t i = 0; i < entries; ++i) {
      TomlEntry entry;
      entry.key = text();
      entry.place = place();
      entry.value = value();
      table.push_back(std::move(entry));
    }
  }

  std::size_t number() {
    std::uint64_t out = 0;
    for (unsigned shift = 0;; shift += 7) {
      const auto byte = static_cast<unsigned char>(left_.front());
      left_.remove_prefix(1);
      out |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
      if (byte < 0x80) return out;
    }
  }
  std::string_view text() {
    const std::size_t size = number();
    const std::string_view all = left_.substr(0, size);
    left_.remove_prefix(size);
    return all;
  }
  Place place() {
    Place at;
    at.file = file_;
    at.line = static_cast<std::uint32_t>(number());
    at.column = static_cast<std::uint32_t>(number());
    at.offset = number();
    return at;
  }

  std::string_view left_;
  std::uint32_t file_;
};

}  // namespace

std::string pack_toml(const TomlValue& root) {
  Packer packer;
  packer.value(root);
  return std::move(packer.bytes);
}

TomlValue unpack_toml(std::string_view packed, std::uint32_t file) { return Unpacker(packed, file).value(); }

TomlValue unpack_toml_head(std::string_view packed, std::uint32_t file) { return Unpacker(packed, file).value(1); }

}  // namespace kaohe
