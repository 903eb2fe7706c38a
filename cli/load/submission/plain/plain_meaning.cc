// SPDX-License-Identifier: Apache-2.0
#include "load/submission/plain/plain_meaning.h"

#include <algorithm>

namespace kaohe {
namespace {

enum class Towards { kUp, kDown };

std::int64_t whole(const Rational& bound, Towards towards) {
  Rational nearest = bound.rounded(0);
  if (towards == Towards::kUp && nearest < bound) nearest += 1;
  if (towards == Towards::kDown && nearest > bound) nearest -= 1;
  if (const auto number = nearest.times_power_of_ten(0)) return *number;
  return nearest.sign() < 0 ? INT64_MIN : INT64_MAX;
}

}  // namespace

constexpr PlainMeaning::Commons PlainMeaning::kNoneCommon;

PlainMeaning::Range PlainMeaning::range_of(int scale) const {
  const Rational to_digits = Rational::power_of_ten(scale) / factor_;
  Range out{INT64_MIN, INT64_MAX};
  if (indicator_->range.low) out.low = whole(*indicator_->range.low * to_digits, Towards::kUp);
  if (indicator_->range.high) out.high = whole(*indicator_->range.high * to_digits, Towards::kDown);
  return out;
}

PlainMeaning::Forms& PlainMeaning::forms_at(std::uint32_t field) {
  if (forms_.empty()) first_ = field;
  while (field < first_) {
    forms_.insert(forms_.begin(), Forms());
    --first_;
  }
  if (field - first_ >= forms_.size()) forms_.resize(field - first_ + 1);
  fields_ = static_cast<std::uint32_t>(forms_.size());
  return forms_[field - first_];
}

FigureForm PlainMeaning::base(const FigureStore& store, std::uint32_t field, CellState state) const {
  FigureForm form;
  form.file = store.file();
  form.field = field;
  form.indicator = static_cast<std::uint32_t>(number_);
  form.state = state;
  return form;
}

bool PlainMeaning::is_beyond(const PlainNumber& number) const {
  const Range& range = ranges_[static_cast<std::size_t>(number.scale)];
  return number.digits < range.low || number.digits > range.high;
}

// Its place among the forms.
std::size_t PlainMeaning::kind_of(const PlainNumber& number) const {
  return static_cast<std::size_t>(number.scale) * 4 + (is_beyond(number) ? 2 : 0) + (fits_cell(number.digits) ? 0 : 1);
}

std::uint16_t PlainMeaning::form_of_any(std::uint32_t field, const PlainNumber& number) const {
  if (field - first_ >= fields_ || (!settled_ && !is_beyond(number))) return kNone;
  return forms_[field - first_].any[kind_of(number)];
}

std::uint16_t PlainMeaning::number_form(FigureStore& store, std::uint32_t field, const PlainNumber& number) const {
  FigureForm form = base(store, field, is_beyond(number) ? CellState::kInvalid : CellState::kValue);
  form.scale = static_cast<std::int8_t>(number.scale);
  form.large = !fits_cell(number.digits);
  form.unit = unit_;
  form.factor = factor_;
  return store.builder().number_of(form).value_or(kNone);
}

bool PlainMeaning::learn_number(FigureStore& store, std::uint32_t field, const PlainNumber& number) {
  const auto scale = static_cast<std::size_t>(number.scale);
  Range& range = ranges_[scale];
  if (range.low > range.high) range = range_of(number.scale);
  Forms& forms = forms_at(field);
  std::uint16_t& known = forms.any[kind_of(number)];
  if (known != kNone) return false;
  known = number_form(store, field, number);
  if (!is_beyond(number) && fits_cell(number.digits)) {
    const auto clamped = [](std::int64_t bound) { return static_cast<std::int32_t>(std::clamp<std::int64_t>(bound, INT32_MIN, INT32_MAX)); };
    forms.common[scale] = {clamped(range.low), clamped(range.high), known};
  }
  return known != kNone;
}

bool PlainMeaning::learn_missing(FigureStore& store, std::uint32_t field) {
  std::uint16_t& known = forms_at(field).missing;
  if (known != kNone) return false;
  known = store.builder().number_of(base(store, field, CellState::kMissing)).value_or(kNone);
  return known != kNone;
}

bool PlainMeaning::learn_invalid(FigureStore& store, std::uint32_t field) {
  std::uint16_t& known = forms_at(field).invalid;
  if (known != kNone) return false;
  known = store.builder().number_of(base(store, field, CellState::kInvalid)).value_or(kNone);
  return known != kNone;
}

}  // namespace kaohe
