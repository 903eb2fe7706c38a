// SPDX-License-Identifier: Apache-2.0
#include "model/unit.h"

#include "base/text.h"

namespace kaohe {
namespace {

bool is_blank(char32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 || (c >= 0x2000 && c <= 0x200B) || c == 0x202F || c == 0x3000 ||
         c == 0xFEFF;
}

// What people type for the same unit: the micro sign for Greek mu, m3 for m³.
char32_t same_as(char32_t c) {
  switch (c) {
    case 0xB5: return 0x3BC;
    case 0xB2: return '2';
    case 0xB3: return '3';
    default: return c;
  }
}

const UnitOfMeasure* look_up(const UnitTable& table, std::string_view key) {
  const auto found = table.by_key.find(key);
  return found == table.by_key.end() ? nullptr : &table.units[found->second];
}

// The base unit of the dimension "share" is one (100 %), so 立方米/立方米 is a share of factor 1.
std::optional<UnitOfMeasure> ratio(const UnitOfMeasure* above, const UnitOfMeasure* below) {
  if (above == nullptr || below == nullptr) return std::nullopt;
  UnitOfMeasure unit;
  unit.dimension = above->dimension == below->dimension ? "share" : above->dimension + "/" + below->dimension;
  unit.factor = above->factor / below->factor;
  return unit;
}

std::optional<UnitOfMeasure> find_ratio(const UnitTable& table, std::string_view key) {
  for (const std::string_view sign : {std::string_view("/"), std::string_view("每")}) {
    for (std::size_t at = key.find(sign); at != std::string_view::npos; at = key.find(sign, at + sign.size())) {
      if (auto unit = ratio(look_up(table, key.substr(0, at)), look_up(table, key.substr(at + sign.size())))) return unit;
    }
  }
  constexpr std::string_view kPer = "每";
  if (key.substr(0, kPer.size()) != kPer) return std::nullopt;
  const std::string_view rest = key.substr(kPer.size());  // 每立方米微克: the longest name after 每 is what is divided by
  for (std::size_t at = rest.size(); at-- > 1;) {
    if (auto unit = ratio(look_up(table, rest.substr(at)), look_up(table, rest.substr(0, at)))) return unit;
  }
  return std::nullopt;
}

}  // namespace

std::string unit_key(std::string_view name) {
  const std::string folded = fold_width(name);
  std::string key;
  for (std::string_view rest = folded; !rest.empty();) {
    const std::size_t length = utf8_length(rest);
    if (length == 0) {
      key += rest.front();
      rest.remove_prefix(1);
      continue;
    }
    const char32_t c = utf8_code_point(rest);
    if (!is_blank(c)) append_utf8(key, same_as(c));
    rest.remove_prefix(length);
  }
  return key;
}

std::optional<UnitOfMeasure> UnitTable::find(std::string_view name) const {
  constexpr std::size_t kLongest = 200;  // no unit is longer; a cell may be
  if (name.size() > kLongest) return std::nullopt;
  const std::string key = unit_key(name);
  if (const UnitOfMeasure* unit = look_up(*this, key)) return *unit;
  auto compound = find_ratio(*this, key);
  if (compound) compound->id = std::string(trim(name));
  return compound;
}

std::optional<Rational> conversion(const UnitOfMeasure& from, const UnitOfMeasure& to) {
  if (from.dimension != to.dimension || to.factor.is_zero()) return std::nullopt;
  return from.factor / to.factor;
}

}  // namespace kaohe
