// SPDX-License-Identifier: Apache-2.0
#include "load/submission/plain/plain_meaning.h"

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

PlainMeaning::InRange PlainMeaning::in_range(int scale) const {
  const Rational to_digits = Rational::power_of_ten(scale) / factor_;
  InRange out{INT64_MIN, INT64_MAX, kNone};
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

std::uint16_t PlainMeaning::number_form(FigureStore& store, std::uint32_t field, int scale, CellState state) const {
  FigureForm form = base(store, field, state);
  form.scale = static_cast<std::int8_t>(scale);
  form.unit = unit_;
  form.factor = factor_;
  return store.builder().number_of(form).value_or(kNone);
}

bool PlainMeaning::learn_scale(FigureStore& store, std::uint32_t field, int scale) {
  InRange& known = forms_at(field).in_range[static_cast<std::size_t>(scale)];
  if (known.form != kNone) return false;
  known = in_range(scale);
  known.form = number_form(store, field, scale, CellState::kValue);
  return known.form != kNone;
}

// The range in digits of that scale is known by then.
bool PlainMeaning::learn_beyond(FigureStore& store, std::uint32_t field, const PlainNumber& number) {
  const auto scale = static_cast<std::size_t>(number.scale);
  Forms& forms = forms_at(field);
  std::uint16_t& known = forms.beyond[scale];
  const bool beyond = number.digits < forms.in_range[scale].low || number.digits > forms.in_range[scale].high;
  if (known != kNone || !beyond) return false;
  known = number_form(store, field, number.scale, CellState::kInvalid);
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
