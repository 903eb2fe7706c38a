// SPDX-License-Identifier: Apache-2.0
#include "model/verdicts.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace kaohe {
namespace {

Batch batch_of(const Verdict& verdict) {
  Batch batch;
  batch.plan = verdict.plan;
  batch.rule = verdict.rule;
  batch.reading = verdict.reading;
  batch.duty = verdict.reading.value_or(Reading::kPlain);
  batch.period = verdict.period;
  batch.due = verdict.due;
  batch.due_from = verdict.due_from;
  batch.deadline = verdict.due.value_or(Date{});
  batch.indicative = verdict.indicative;
  return batch;
}

}  // namespace

std::uint32_t edge_of(const Rational& value, const Rational& margin, bool ceiling) {
  const Rational target = (ceiling ? value + margin : value - margin).abs();
  const Rational base = target.is_zero() ? value.abs() : target;
  if (base.is_zero()) return Brief::kNoEdge;
  const std::optional<std::int64_t> edge = (margin.abs() / base).rounded(Brief::kEdgeDigits).times_power_of_ten(Brief::kEdgeDigits);
  if (!edge || *edge >= Brief::kNoEdge) return Brief::kNoEdge - 1;
  return *edge == 0 ? 0 : static_cast<std::uint32_t>(*edge - 1);
}

Brief brief_of(const Verdict& verdict) {
  Brief brief;
  brief.region = verdict.region;
  if (verdict.outcome == Outcome::kPass && verdict.value && verdict.margin) {
    const bool ceiling = !verdict.target.empty() && verdict.target[0] == '<';
    brief.edge_or_kept = edge_of(*verdict.value, *verdict.margin, ceiling);
  }
  brief.outcome = verdict.outcome;
  brief.disputed = verdict.disputed.has_value();
  brief.rounded = verdict.rounded.has_value();
  brief.has_figures = !verdict.figures.empty();
  brief.has_outlook = verdict.outlook.has_value();
  brief.outlook_if_any = verdict.outlook.value_or(Outlook::kMetEarly);
  return brief;
}

std::size_t Verdicts::list_of(std::size_t number) const {
  const auto behind = std::partition_point(lists_.begin(), lists_.end(), [number](const List& list) { return list.first <= number; });
  return static_cast<std::size_t>(behind - lists_.begin()) - 1;
}

void Verdicts::append(std::vector<Brief> briefs) {
  if (briefs.empty()) return;
  const std::size_t first = size_;
  size_ += briefs.size();
  lists_.push_back({first, std::move(briefs)});
}

std::uint32_t Verdicts::edge(const Brief& brief) const { return (brief.is_kept ? brief_of(*kept(brief)) : brief).edge_or_kept; }

void Verdicts::set(std::size_t number, Verdict verdict) {
  List& list = lists_[list_of(number)];
  Brief& brief = list.briefs[number - list.first];
  Brief now = brief_of(verdict);
  now.batch = brief.batch;
  now.item = brief.item;
  now.is_kept = true;
  now.edge_or_kept = brief.is_kept ? brief.edge_or_kept : static_cast<std::uint32_t>(whole_.size());
  if (brief.is_kept) {
    *kept(brief) = std::move(verdict);
  } else {
    whole_.push_back(std::move(verdict));
  }
  brief = now;
}

std::uint32_t Verdicts::add(const Batch& batch) {
  batches_.push_back(batch);
  return static_cast<std::uint32_t>(batches_.size() - 1);
}

std::uint16_t Verdicts::item_number(const std::string& item) {
  if (item.empty()) return 0;
  const auto [found, is_new] = item_numbers_.try_emplace(item, static_cast<std::uint16_t>(items_.size()));
  if (!is_new) return found->second;
  if (items_.size() > UINT16_MAX) throw std::length_error("more items than can be numbered");
  items_.push_back(item);
  return found->second;
}

Brief Verdicts::keep(Verdict verdict) {
  Brief brief = brief_of(verdict);
  const Batch batch = batch_of(verdict);
  const bool as_before = !batches_.empty() && batches_.back() == batch;
  brief.batch = as_before ? static_cast<std::uint32_t>(batches_.size() - 1) : add(batch);
  brief.item = item_number(verdict.item);
  brief.is_kept = true;
  brief.edge_or_kept = static_cast<std::uint32_t>(whole_.size());
  whole_.push_back(std::move(verdict));
  return brief;
}

void Verdicts::drop(const Brief& brief) {
  if (brief.is_kept) *kept(brief) = Verdict{};
}

}  // namespace kaohe
