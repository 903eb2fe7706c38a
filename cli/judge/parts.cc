// SPDX-License-Identifier: Apache-2.0
// A region's value from its direct parts. Parts are those that exist when the period ends; statistics often follow a
// change of the register only in the next year, so where these are not complete, those that existed when it began are
// taken if they are.
#include <algorithm>

#include <fmt/format.h>

#include "judge/fold.h"
#include "judge/value.h"

namespace kaohe {

bool is_each(const Region& region, Each each) {
  switch (each) {
    case Each::kProvince: return region.level == RegionLevel::kProvince;
    case Each::kPrefecture: return region.level == RegionLevel::kPrefecture;
    case Each::kCounty: return region.level == RegionLevel::kCounty;
    case Each::kCity: return region.kind == "地级市" || region.kind == "县级市";
    case Each::kNamed: break;
  }
  return false;
}

std::vector<std::uint32_t> units_within(const Register& regions, std::uint32_t region, Each each, const Date& day) {
  return each == Each::kProvince ? std::vector{region} : units_among(regions, regions.descendants(region, day), each);
}

std::vector<std::uint32_t> units_among(const Register& regions, std::vector<std::uint32_t> below, Each each) {
  std::erase_if(below, [&](std::uint32_t unit) { return !is_each(regions[unit], each); });
  return below;
}

const std::vector<std::uint32_t>& Resolver::parts_on(std::uint32_t region, const Combine* combine, const Date& day) {
  std::uint32_t& number = asked_for_[region];
  if (number == 0) number = ++asked_;
  std::vector<const std::vector<std::uint32_t>*>& of_day = parts_[Day(combine != nullptr ? std::optional(combine->parts) : std::nullopt, day)];
  if (of_day.size() <= number) of_day.resize(number + std::size_t{1});
  if (of_day[number] == nullptr) {
    of_day[number] = &*part_lists_.insert(combine != nullptr ? units_within(catalog_.regions, region, combine->parts, day) : catalog_.regions.children(region, day)).first;
  }
  return *of_day[number];
}

Value Resolver::from_parts(const Want& want) {
  const Indicator& indicator = catalog_.indicators[want.indicator()];
  const bool computable = want.combine() != nullptr || indicator.over_regions != Fold::kNone;
  if (!computable) return {};
  const std::vector<std::uint32_t>& parts = parts_on(want.region, want.combine(), want.period().last);
  Value at_end = fold_parts(want, parts);
  if (at_end.state != ValueState::kMissing && at_end.state != ValueState::kBounded) return at_end;
  const std::vector<std::uint32_t>& before = parts_on(want.region, want.combine(), want.period().first);
  if (before != parts) {
    Value at_start = fold_parts(want, before);
    if (at_start.known()) {
      at_start.method.edit().zh += "（按期初区划）";
      at_start.method.edit().en += " (regions as at the start of the period)";
      return at_start;
    }
  }
  return at_end;
}

Value Resolver::fold_parts(const Want& want, const std::vector<std::uint32_t>& parts) {
  if (parts.empty() || (parts.size() == 1 && parts.front() == want.region)) return {};
  const Indicator& indicator = catalog_.indicators[want.indicator()];
  const Fold how = want.combine() != nullptr ? want.combine()->how : indicator.over_regions;
  const auto of_part = [&](std::uint32_t part, std::size_t of) -> const Value& { return resolve(part, of, want.period()); };
  Value value;
  if (how == Fold::kWeightedMean) {
    std::vector<const Value*> values, weights;
    for (const std::uint32_t part : parts) {
      values.push_back(&of_part(part, want.indicator()));
      weights.push_back(&of_part(part, indicator.weight));
    }
    if (std::all_of(values.begin(), values.end(), [](const Value* part) { return part->state == ValueState::kMissing; })) return {};
    value = fold_weighted(values, weights, indicator.range);
  } else {
    Folding folding(how, indicator.range, 0);
    for (const std::uint32_t part : parts) folding.take(of_part(part, want.indicator()));
    if (folding.all_missing()) return {};
    value = folding.value();
  }
  value.method = {fmt::format("由{}个下级单位汇总（{}）", parts.size(), name(how).zh),
                  fmt::format("{} of {} parts", name(how).en, parts.size())};
  return value;
}

}  // namespace kaohe
