// SPDX-License-Identifier: Apache-2.0
#include "load/submission/plain/plain_mould.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace kaohe {
namespace {

constexpr std::size_t kRoom = 32;  // bytes that are looked at at once

using Bytes = std::array<std::uint64_t, kRoom / 8>;

Bytes bytes_at(const void* from) {
  Bytes bytes;
  std::memcpy(bytes.data(), from, sizeof bytes);
  return bytes;
}

// Whether `size` bytes are the same; kRoom more can be read behind both. Texts are as long as names are: a branch that
// depended on it would be taken wrongly again and again.
bool same_bytes(const char* a, const char* b, std::size_t size) {
  static constexpr std::array<unsigned char, 2 * kRoom> kOnesAndZeros = [] {
    std::array<unsigned char, 2 * kRoom> out = {};
    for (std::size_t i = 0; i < kRoom; ++i) out[i] = 0xFF;
    return out;
  }();
  for (; size > kRoom; a += kRoom, b += kRoom, size -= kRoom) {
    if (bytes_at(a) != bytes_at(b)) return false;
  }
  const Bytes x = bytes_at(a), y = bytes_at(b), counts = bytes_at(kOnesAndZeros.data() + kRoom - size);
  std::uint64_t difference = 0;
  for (std::size_t i = 0; i < x.size(); ++i) difference |= (x[i] ^ y[i]) & counts[i];
  return difference == 0;
}

bool has(const std::vector<std::size_t>& columns, std::size_t column) { return std::find(columns.begin(), columns.end(), column) != columns.end(); }

}  // namespace

PlainMould::Kind PlainMould::kind_of(const PlainShape& shape, std::size_t column) {
  if (has(shape.values, column)) return Kind::kValue;
  if (column == shape.period) return Kind::kPeriod;
  if (has(shape.regions, column)) return Kind::kAbove;
  return has(shape.meanings, column) || has(shape.blank, column) ? Kind::kWords : Kind::kOther;
}

void PlainMould::add_column(std::size_t column, Kind kind) {
  const bool joins = kind == Kind::kAbove || kind == Kind::kWords;
  if (joins && !steps_.empty() && steps_.back().kind == kind) {
    ++steps_.back().end;
    return;
  }
  const bool is_above = kind == Kind::kAbove || kind == Kind::kPeriod;
  const Run::Source source = kind == Kind::kValue ? Run::Source::kValue : is_above ? Run::Source::kAbove : Run::Source::kExample;
  const auto step = static_cast<std::uint32_t>(steps_.size());
  steps_.push_back({kind, column, column + 1});
  if (source == Run::Source::kValue || runs_.empty() || runs_.back().source != source) runs_.push_back({source, step, step});
  ++runs_.back().end;
}

PlainMould::PlainMould(const PlainShape& shape) {
  for (std::size_t column = 0; column < shape.layout.columns.size(); ++column) add_column(column, kind_of(shape, column));
  above_.steps.resize(steps_.size());
  above_.runs.resize(runs_.size());
}

void PlainMould::look_at(std::string_view text, char separator) {
  text_ = text;
  separator_ = separator;
  ++age_;
}

void PlainMould::begin(const std::vector<std::size_t>& watched) {
  has_above_ = false;
  if (watched_ == watched) return;
  watched_ = watched;
  ++age_;
}

// Where rows are hardly ever alike, it is not worth the trouble; it may be later on.
bool PlainMould::gives_up() {
  if (--patience_ > 0) return false;
  if (patience_ < -kRest) patience_ = kPatience;
  return true;
}

void PlainMould::keep(std::size_t at, std::size_t behind, const std::vector<std::string_view>& fields, std::uint32_t words) {
  has_above_ = false;
  if (gives_up() || text_.size() - behind < kRoom) return;
  if (kept_.size() <= words) {
    kept_.resize(words + 1);
    examples_.steps.resize(kept_.size() * steps_.size());
    examples_.runs.resize(kept_.size() * runs_.size());
  }
  kept_[words] = age_;
  has_above_ = true;
  for (std::size_t i = 0; i < runs_.size(); ++i) {
    std::size_t begin = at;
    for (std::size_t step = runs_[i].first; step < runs_[i].end; ++step) {
      const std::size_t from = at;
      for (std::size_t column = steps_[step].first; column < steps_[step].end; ++column) {
        const std::size_t quotes = text_[at] == '"' ? 2 : 0, end = at + fields[column].size() + quotes;
        if (steps_[step].kind == Kind::kValue) begin = end - quotes / 2;
        at = end + (text_[end] == '\r' ? 2 : 1);
      }
      examples_.steps[words * steps_.size() + step] = above_.steps[step] = text_.substr(from, at - from);
    }
    examples_.runs[words * runs_.size() + i] = above_.runs[i] = text_.substr(begin, at - begin);
  }
}

inline bool PlainMould::passes(std::string_view expected, std::size_t& at) const {
  if (text_.size() - at < expected.size() + kRoom || !same_bytes(expected.data(), text_.data() + at, expected.size())) return false;
  at += expected.size();
  return true;
}

// A field that ends as the expected one does, quoted as that is; its text. Empty where that cannot be told easily.
std::string_view PlainMould::pass_field(std::string_view expected, std::size_t& at) const {
  constexpr std::size_t kLongest = 64;
  const bool quoted = expected.front() == '"';
  if ((text_[at] == '"') != quoted) return {};
  const char* const begin = text_.data() + at + (quoted ? 1 : 0);
  const char* const last = begin + std::min(kLongest, static_cast<std::size_t>(text_.data() + text_.size() - begin));
  const char* const end = std::find_if(begin, last, [this](char c) { return c == separator_ || c == '"' || c == '\n' || c == '\r'; });
  const std::size_t ends = expected.size() - (expected.find_last_not_of("\r\n") + 1);  // of a line
  const std::string_view behind = expected.substr(expected.size() - std::max<std::size_t>(ends, 1) - (quoted ? 1 : 0));
  std::size_t next = static_cast<std::size_t>(end - text_.data());
  if (!passes(behind, next)) return {};
  at = next;
  return {begin, static_cast<std::size_t>(end - begin)};
}

bool PlainMould::pass_other(const Step& step, std::string_view expected, std::size_t& at) const {
  if (passes(expected, at)) return true;
  // The first field may begin a note, and that is for others to tell.
  return step.first > 0 && !has(watched_, step.first) && !pass_field(expected, at).empty();
}

bool PlainMould::pass_period(std::size_t step, std::size_t& at, Alike& alike) {
  const std::size_t begin = at;
  if (passes(above_.steps[step], at)) return true;
  alike.period = pass_field(above_.steps[step], at);
  if (alike.period.empty()) return false;
  above_.steps[step] = text_.substr(begin, at - begin);
  return true;
}

// What is not the same as a whole may be so step by step.
bool PlainMould::pass_steps(const Run& run, std::uint32_t words, std::size_t& at, Alike& alike) {
  for (std::size_t step = run.first; step < run.end; ++step) {
    const std::string_view example = examples_.steps[words * steps_.size() + step];
    bool passed = false;
    switch (steps_[step].kind) {
      case Kind::kAbove: passed = passes(above_.steps[step], at); break;
      case Kind::kPeriod: passed = pass_period(step, at, alike); break;
      case Kind::kOther: passed = pass_other(steps_[step], example, at); break;
      case Kind::kWords: passed = passes(example, at); break;
      case Kind::kValue: break;
    }
    if (!passed) return false;
  }
  return true;
}

// Between quotes if the example's stands in such.
inline bool PlainMould::pass_value(std::string_view behind, std::size_t& at, PlainValue& value) const {
  if (text_.size() - at <= kNumberRoom + 1) return false;
  const std::size_t quote = behind.front() == '"' ? 1 : 0;
  if (quote != 0 && text_[at] != '"') return false;
  const std::size_t size = read_number_at(text_.data() + at + quote, value.number);
  std::size_t next = at + quote + size;
  value.is_number = size > 0;
  value.text = {};
  if (behind.size() == 1 ? text_[next] == behind.front() && ++next > 0 : passes(behind, next)) {
    at = next;
    return true;
  }
  value.is_number = false;
  value.text = pass_field(behind, at);
  return !value.text.empty();
}

PlainMould::Alike PlainMould::match(std::size_t at, std::uint32_t words, std::vector<PlainValue>& values) {
  Alike alike;
  if (!has_above_ || words >= kept_.size() || kept_[words] != age_) return alike;
  const std::string_view* example = examples_.runs.data() + words * runs_.size();
  std::string_view* above = above_.runs.data();
  PlainValue* value = values.data();
  for (const Run& run : runs_) {
    const std::size_t begin = at;
    const bool is_above = run.source == Run::Source::kAbove;
    if (run.source == Run::Source::kValue) {
      if (!pass_value(*example, at, *value++)) return alike;
    } else if (!passes(is_above ? *above : *example, at)) {
      if (!pass_steps(run, words, at, alike)) return alike;
      if (is_above) *above = text_.substr(begin, at - begin);
    }
    ++example;
    ++above;
  }
  patience_ = kPatience;
  alike.behind = at;
  return alike;
}

}  // namespace kaohe
