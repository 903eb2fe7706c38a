// SPDX-License-Identifier: Apache-2.0
// What the nouns that are loaded from rules/ and data/ consist of, for whoever goes over all of it. The lists are complete: a member
// that is not named in its binding does not compile.
#pragma once

#include <concepts>
#include <type_traits>

#include "load/load.h"

namespace kaohe {

// `One`, const or not.
template <typename T, typename One>
concept Is = std::same_as<std::remove_const_t<T>, One>;

template <typename Io, Is<Phrase> T>
void fields(Io& io, T& one) {
  auto& [zh, en] = one;
  io(zh, en);
}
template <typename Io, Is<Date> T>
void fields(Io& io, T& one) {
  auto& [year, month, day] = one;
  io(year, month, day);
}

// ---- the tables of data/ -----------------------------------------------------------------------------------------

template <typename Io, Is<UnitOfMeasure> T>
void fields(Io& io, T& one) {
  auto& [id, dimension, factor, names, place] = one;
  io(id, dimension, factor, names, place);
}
template <typename Io, Is<UnitTable> T>
void fields(Io& io, T& one) {
  auto& [units, by_key] = one;
  io(units, by_key);
}
template <typename Io, Is<Range> T>
void fields(Io& io, T& one) {
  auto& [low, high, text] = one;
  io(low, high, text);
}
template <typename Io, Is<Indicator> T>
void fields(Io& io, T& one) {
  auto& [id, names_zh, names_en, unit, range, better, period, over_time, over_regions, numerator, denominator, weight, unlike, standard,
         definition, place] = one;
  io(id, names_zh, names_en, unit, range, better, period, over_time, over_regions, numerator, denominator, weight, unlike, standard, definition,
     place);
}
template <typename Io, Is<IndicatorTable> T>
void fields(Io& io, T& one) {
  auto& [indicators, by_id, by_name] = one;
  io(indicators, by_id, by_name);
}
template <typename Io, Is<Successor> T>
void fields(Io& io, T& one) {
  auto& [code, transfer_year] = one;
  io(code, transfer_year);
}
template <typename Io, Is<Region> T>
void fields(Io& io, T& one) {
  auto& [code, name, level, kind, parent, from, to, successors, other_names, note, lineage, from_merger, members, members_known, place] = one;
  io(code, name, level, kind, parent, from, to, successors, other_names, note, lineage, from_merger, members, members_known, place);
}
template <typename Io, Is<Zone> T>
void fields(Io& io, T& one) {
  auto& [id, name, members, complete, source] = one;
  io(id, name, members, complete, source);
}
template <typename Io, Is<Register> T>
void fields(Io& io, T& one) {
  auto& [regions, zones, by_code, by_parent, by_name] = one;
  io(regions, zones, by_code, by_parent, by_name);
}
template <typename Io, Is<Check> T>
void fields(Io& io, T& one) {
  auto& [id, kind, title, why, indicators, limit, limit_text, least, opening, closing, plus, minus, at_most, place] = one;
  io(id, kind, title, why, indicators, limit, limit_text, least, opening, closing, plus, minus, at_most, place);
}
template <typename Io, Is<HeaderWords> T>
void fields(Io& io, T& one) {
  auto& [columns, statuses, missing, totals, notes, unit_lines] = one;
  io(columns, statuses, missing, totals, notes, unit_lines);
}

// ---- a plan and its rules ----------------------------------------------------------------------------------------

template <typename Io, Is<Clause> T>
void fields(Io& io, T& one) {
  auto& [path, anchor, ledger, ledger_places] = one;
  io(path, anchor, ledger, ledger_places);
}
template <typename Io, Is<Attributes> T>
void fields(Io& io, T& one) {
  auto& [zone, kinds, regions] = one;
  io(zone, kinds, regions);
}
template <typename Io, Is<Who> T>
void fields(Io& io, T& one) {
  auto& [each, also, codes, open, items, where, except] = one;
  io(each, also, codes, open, items, where, except);
}
template <typename Io, Is<Target> T>
void fields(Io& io, T& one) {
  auto& [op, value, high, scale, unit, to_unit, reference, text] = one;
  io(op, value, high, scale, unit, to_unit, reference, text);
}
template <typename Io, Is<Combine> T>
void fields(Io& io, T& one) {
  auto& [parts, how] = one;
  io(parts, how);
}
template <typename Io, Is<Trend> T>
void fields(Io& io, T& one) {
  auto& [kind, step_by_step, baseline, by, by_points, by_strictly, by_text] = one;
  io(kind, step_by_step, baseline, by, by_points, by_strictly, by_text);
}
template <typename Io, Is<Interval> T>
void fields(Io& io, T& one) {
  auto& [unit, count, text] = one;
  io(unit, count, text);
}
template <typename Io, Is<Test> T>
void fields(Io& io, T& one) {
  auto& [kind, target, hold, until, met, trend, record, at_least, every, gap, from, rules] = one;
  io(kind, target, hold, until, met, trend, record, at_least, every, gap, from, rules);
}
template <typename Io, Is<Due> T>
void fields(Io& io, T& one) {
  auto& [stages, from] = one;
  io(stages, from);
}
template <typename Io, Is<RollUp> T>
void fields(Io& io, T& one) {
  auto& [kind, at_least, strictly, text] = one;
  io(kind, at_least, strictly, text);
}
template <typename Io, Is<Duty> T>
void fields(Io& io, T& one) {
  auto& [who, indicator, combine, test, due, roll_up, compare, local, members] = one;
  io(who, indicator, combine, test, due, roll_up, compare, local, members);
}
template <typename Io, Is<Rule> T>
void fields(Io& io, T& one) {
  auto& [id, full_id, title, aliases, source, reading, note, tier, plain, strict, place, title_place, test_place, roll_up_place, strict_place] = one;
  io(id, full_id, title, aliases, source, reading, note, tier, plain, strict, place, title_place, test_place, roll_up_place, strict_place);
}
template <typename Io, Is<Unchecked> T>
void fields(Io& io, T& one) {
  auto& [source, why, place] = one;
  io(source, why, place);
}
template <typename Io, Is<Plan> T>
void fields(Io& io, T& one) {
  auto& [id, title, issuer, draft, issued, ends, ends_by, region, baseline, replaces, file, sha256, rules, unchecked, place] = one;
  io(id, title, issuer, draft, issued, ends, ends_by, region, baseline, replaces, file, sha256, rules, unchecked, place);
}

}  // namespace kaohe
