// SPDX-License-Identifier: Apache-2.0
#include "load/submission/plain/plain_mould.h"

#include <algorithm>

#include "csv/eight_bytes.h"
#include "load/submission/plain/plain_strip.h"
#include "load/submission/plain/short_bytes.h"

namespace kaohe {
namespace {

// How many bytes a plain number or nothing has with what ends it; 0: it is something else.
std::size_t value_before(std::string_view behind, const char* begin, PlainRowValues& values, std::size_t value) {
  PlainNumber number;
  std::size_t digits = 0;
  const std::size_t size = read_number_before(behind, begin, number, digits);
  if (size > 0) digits > 0 ? values.set(value, number) : values.set(value, std::string_view());
  return size;
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

void PlainMould::count_values() {
  std::uint32_t values = 0;
  for (std::size_t i = runs_.size(); i-- > 0;) {
    values = runs_[i].source == Run::Source::kValue ? values + 1 : 0;
    runs_[i].values = values;
  }
}

PlainMould::PlainMould(const PlainShape& shape, bool encoded) : has_one_value_(shape.values.size() == 1), encoded_(encoded) {
  for (std::size_t column = 0; column < shape.layout.columns.size(); ++column) add_column(column, kind_of(shape, column));
  count_values();
  while (only_value_ < runs_.size() && runs_[only_value_].source != Run::Source::kValue) ++only_value_;
  above_.steps.resize(steps_.size());
  above_.runs.resize(runs_.size());
}

void PlainMould::look_at(std::string_view text, char separator) {
  text_ = text;
  separator_ = separator;
  marks_.look_at(text, separator);
  ++age_;
}

void PlainMould::begin(const std::vector<std::size_t>& watched) {
  has_above_ = false;
  if (watched_ == watched) return;
  watched_ = watched;
  ++age_;
}

void PlainMould::keep_row(std::size_t at, std::size_t behind, const std::vector<std::string_view>& fields, std::uint32_t words) {
  if (text_.size() - behind < kRoom) return;
  if (examples_.size() <= words) examples_.resize(words + 1);
  PlainExample& example = examples_[words];
  constexpr std::size_t kValueRoom = kNumberRoom + 1;
  example.age = age_;
  example.reach = behind - at + fields.size() * kValueRoom + kRoom;
  example.texts.steps.resize(steps_.size());
  example.texts.runs.resize(runs_.size());
  above_size_ = behind - at;
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
      example.texts.steps[step] = above_.steps[step] = text_.substr(from, at - from);
    }
    example.texts.runs[i] = above_.runs[i] = text_.substr(begin, at - begin);
  }
}

inline bool PlainMould::passes(std::string_view expected, std::size_t& at) const {
  if (text_.size() - at < expected.size() + kRoom || !same_bytes(expected.data(), text_.data() + at, expected.size())) return false;
  at += expected.size();
  return true;
}

AlikeRows PlainMould::pass_alike(std::size_t at, std::size_t limit, std::uint32_t words, std::span<const std::uint32_t> followers, const FigureCell& first, FigureCell* cells) {
  AlikeRows rows{text_, limit, runs_, only_value_, above_.runs.data(), above_size_, examples_, asked_, followers, at, words, first};
  kaohe::pass_alike(rows, cells);
  if (rows.count > 0) {
    patience_ = kPatience;
    misses_ = 0;
  } else {
    ++misses_;
  }
  return rows;
}

// What stands there is the same in UTF-8.
bool PlainMould::is_told(std::string_view field) const {
  return !encoded_ || skip_ascii(field, 0) == field.size();
}

// A field that ends as the expected one does, quoted as that is; its text. Empty where that cannot be told easily.
std::string_view PlainMould::pass_field(std::string_view expected, std::size_t& at) const {
  constexpr std::size_t kLongest = 64;
  const bool quoted = expected.front() == '"';
  if ((text_[at] == '"') != quoted) return {};
  const char* const begin = text_.data() + at + (quoted ? 1 : 0);
  const char* const last = begin + std::min(kLongest, static_cast<std::size_t>(text_.data() + text_.size() - begin));
  const char* const end = std::find_if(begin, last, [this](char c) { return c == separator_ || c == '"' || c == '\n' || c == '\r'; });
  if (!is_told({begin, static_cast<std::size_t>(end - begin)})) return {};
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

bool PlainMould::pass_period(std::size_t step, std::size_t& at) {
  const std::size_t begin = at;
  if (passes(above_.steps[step], at)) return true;
  other_period_ = pass_field(above_.steps[step], at);
  if (other_period_.empty()) return false;
  above_.steps[step] = text_.substr(begin, at - begin);
  return true;
}

// What is not the same as a whole may be so step by step.
bool PlainMould::pass_steps(const Run& run, const Texts& example, std::size_t& at) {
  for (std::size_t step = run.first; step < run.end; ++step) {
    bool passed = false;
    switch (steps_[step].kind) {
      case Kind::kAbove: passed = passes(above_.steps[step], at); break;
      case Kind::kPeriod: passed = pass_period(step, at); break;
      case Kind::kOther: passed = pass_other(steps_[step], example.steps[step], at); break;
      case Kind::kWords: passed = passes(example.steps[step], at); break;
      case Kind::kValue: break;
    }
    if (!passed) return false;
  }
  return true;
}

// What is not the same as a whole, or neither number nor nothing: where it ends. `value` is that of a run that is one.
std::size_t PlainMould::pass_oddly(const Run& run, const Texts& example, std::size_t at, PlainRowValues& values, std::size_t value) {
  const std::size_t begin = at;
  const auto number = static_cast<std::size_t>(&run - runs_.data());
  if (run.source == Run::Source::kValue) {
    values.set(value, pass_field(example.runs[number], at));
    return values.text(value).empty() ? kNotAlike : at;
  }
  if (!pass_steps(run, example, at)) return kNotAlike;
  if (run.source == Run::Source::kAbove) above_.runs[number] = text_.substr(begin, at - begin);
  return at;
}

// All values of the strip that the run begins, if they end as expected; where they do, or kNotAlike.
std::size_t PlainMould::pass_values(const Run& run, const std::string_view* expected, std::size_t at, PlainRowValues& values, std::size_t first) {
  const std::uint32_t* const ends = marks_.next(at, run.values);
  const std::string_view last = expected[run.values - 1];
  if (ends == nullptr || ends[run.values - 1] + last.size() + kRoom > text_.size()) return kNotAlike;
  if (ends[-1] + 1 != static_cast<std::uint32_t>(at) || !read_strip(text_.data(), separator_, ends, values, first, run.values)) return kNotAlike;
  for (std::size_t i = first; encoded_ && i < first + run.values; ++i) {
    if (!values.is_number(i) && !is_told(values.text(i))) return kNotAlike;
  }
  const std::size_t end = ends[run.values - 1];
  return same_bytes(last.data(), text_.data() + end, last.size()) ? end + last.size() : kNotAlike;
}

std::size_t PlainMould::match(std::size_t at, std::uint32_t words, PlainRowValues& values) {
  if (!has_above_ || words >= examples_.size() || examples_[words].age != age_) return kNotAlike;
  const PlainExample& like = examples_[words];
  const std::size_t begin = at, reach = like.reach;
  if (text_.size() - at < above_size_ + reach) return kNotAlike;
  other_period_ = {};
  bool odd = false;
  const char* const text = text_.data();
  const std::string_view* example = like.texts.runs.data();
  const std::string_view* above = above_.runs.data();
  std::size_t value = 0;  // so many were passed
  const Run* const end = runs_.data() + runs_.size();
  for (const Run* run = runs_.data(); run != end; ++run, ++example, ++above) {
    const std::string_view expected = run->source == Run::Source::kAbove ? *above : *example;
    const bool is_value = run->source == Run::Source::kValue;
    if (is_value && run->values > 1 && expected.front() != '"') {
      at = pass_values(*run, example, at, values, value);
      if (at == kNotAlike || text_.size() - at < above_size_ + reach) return kNotAlike;
      value += run->values;
      const std::uint32_t more = run->values - 1;
      run += more, example += more, above += more;
      continue;
    }
    const std::size_t size = is_value ? value_before(expected, text + at, values, value) : same_bytes(expected.data(), text + at, expected.size()) ? expected.size() : 0;
    at += size;
    if (size == 0) {
      // What is otherwise may be longer: how far may be looked is asked anew.
      at = pass_oddly(*run, like.texts, at, values, value);
      if (at == kNotAlike || text_.size() - at < above_size_ + reach) return kNotAlike;
      odd = true;
    }
    if (is_value) ++value;
  }
  if (odd) above_size_ = at - begin;
  patience_ = kPatience;
  return at;
}

}  // namespace kaohe
