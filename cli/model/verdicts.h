// SPDX-License-Identifier: Apache-2.0
// Decide first, tell when asked. There may be millions of verdicts, and a report tells few of them: kept of each is what was
// decided, sixteen bytes, and what it has in common with others of its rule and period (a batch). The whole verdict, its
// numbers, texts and cells, is made by the Teller when somebody asks for it. Those that nobody could make again, or that
// were changed since, are kept whole.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <iterator>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "model/verdict.h"

namespace kaohe {

struct Report;

// What the verdicts of one rule, reading and period have in common.
struct Batch {
  std::uint32_t plan = 0;  // as in Verdict
  std::uint32_t rule = 0;
  std::optional<Reading> reading;
  Reading duty = Reading::kPlain;  // which of the rule's duties
  Period period;
  std::optional<Date> due;
  DueFrom due_from = DueFrom::kRule;
  Date deadline;
  bool indicative = false;
  friend bool operator==(const Batch&, const Batch&) = default;
};

// What was decided of one unit.
struct Brief {
  static constexpr std::uint32_t kNoEdge = UINT32_MAX;
  static constexpr int kEdgeDigits = 7;  // an edge is in ten-millionths

  std::uint32_t region = kNoRegion;
  std::uint32_t batch = 0;
  std::uint32_t edge_or_kept = kNoEdge;  // of a pass: so many ten-millionths of the target away from it, or more; where it is kept whole, which of those
  std::uint16_t item = 0;
  Outcome outcome = Outcome::kMissing;
  bool disputed : 1 = false;      // Verdict::disputed is set …
  bool rounded : 1 = false;
  bool has_figures : 1 = false;
  bool nothing : 1 = false;       // missing, and what it lacks is only what all others of the batch with this mark lack, each of its own region and item, whether a mark says so or nothing does
  bool has_outlook : 1 = false;
  Outlook outlook_if_any : 2 = Outlook::kMetEarly;
  bool is_kept : 1 = false;

  [[nodiscard]] std::optional<Outlook> outlook() const { return has_outlook ? std::optional(outlook_if_any) : std::nullopt; }
};

// Makes a whole verdict of what was decided: a pure function of the report.
class Teller {
 public:
  Teller() = default;
  Teller(const Teller&) = delete;
  Teller& operator=(const Teller&) = delete;
  virtual ~Teller() = default;
  [[nodiscard]] virtual Verdict tell(const Report& report, const Brief& brief) const = 0;
};

class Verdicts {
  struct List;

 public:
  class Iterator {
   public:
    using iterator_category = std::forward_iterator_tag;
    using value_type = Brief;
    using difference_type = std::ptrdiff_t;
    using pointer = const Brief*;
    using reference = const Brief&;

    const Brief& operator*() const { return *at_; }
    const Brief* operator->() const { return at_; }
    Iterator& operator++() {
      if (++at_ == end_) *this = Iterator(list_ + 1, lists_end_, 0);
      return *this;
    }
    friend bool operator==(const Iterator& a, const Iterator& b) { return a.at_ == b.at_; }
    friend bool operator!=(const Iterator& a, const Iterator& b) { return a.at_ != b.at_; }

   private:
    friend class Verdicts;
    Iterator(const List* list, const List* lists_end, std::size_t index)
        : list_(list), lists_end_(lists_end), at_(list == lists_end ? nullptr : list->briefs.data() + index),
          end_(list == lists_end ? nullptr : list->briefs.data() + list->briefs.size()) {}

    const List* list_;
    const List* lists_end_;
    const Brief* at_;
    const Brief* end_;  // of this list
  };

  Verdicts() : items_(1) {}
  Verdicts(std::vector<Verdict> whole) : Verdicts() {  // NOLINT(google-explicit-constructor): they are the same
    for (Verdict& verdict : whole) push_back(std::move(verdict));
  }

  [[nodiscard]] bool empty() const { return size_ == 0; }
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] const Brief& operator[](std::size_t number) const { return *from(number); }
  // From this number on: who goes through many need not look for each.
  [[nodiscard]] Iterator from(std::size_t number) const {
    if (number >= size_) return end();
    const List* list = lists_.data() + list_of(number);
    return {list, lists_.data() + lists_.size(), number - list->first};
  }
  [[nodiscard]] Iterator begin() const { return from(0); }
  [[nodiscard]] Iterator end() const { return {lists_.data() + lists_.size(), lists_.data() + lists_.size(), 0}; }
  [[nodiscard]] const Batch& batch(const Brief& brief) const { return batches_[brief.batch]; }
  [[nodiscard]] const std::string& item(const Brief& brief) const { return items_[brief.item]; }
  // Of a pass, how near it is; else Brief::kNoEdge.
  [[nodiscard]] std::uint32_t edge(const Brief& brief) const;
  // nullptr: it is not kept whole.
  [[nodiscard]] const Verdict* kept(const Brief& brief) const { return brief.is_kept ? &whole_[brief.edge_or_kept] : nullptr; }
  [[nodiscard]] Verdict* kept(const Brief& brief) { return brief.is_kept ? &whole_[brief.edge_or_kept] : nullptr; }

  void push_back(Verdict verdict) { append({keep(std::move(verdict))}); }
  // Behind those that there are.
  void append(std::vector<Brief> briefs);
  // Number `number` from now on as it is here, whole.
  void set(std::size_t number, Verdict verdict);

  // For those who decide: what a brief refers to.
  [[nodiscard]] std::uint32_t add(const Batch& batch);
  [[nodiscard]] std::uint16_t item_number(const std::string& item);
  [[nodiscard]] Batch& batch_number(std::uint32_t number) { return batches_[number]; }
  // Keeps it whole; its brief is not among the verdicts yet.
  [[nodiscard]] Brief keep(Verdict verdict);
  void drop(const Brief& brief);  // it will not be among them
  void set_teller(std::shared_ptr<const Teller> teller) { teller_ = std::move(teller); }
  [[nodiscard]] const Teller* teller() const { return teller_.get(); }

 private:
  struct List {
    std::size_t first;  // its number
    std::vector<Brief> briefs;
  };
  [[nodiscard]] std::size_t list_of(std::size_t number) const;

  std::vector<List> lists_;  // of a rule each, as they were decided: copied they would take as much memory again; none is empty
  std::size_t size_ = 0;
  std::vector<Batch> batches_;
  std::deque<Verdict> whole_;
  std::vector<std::string> items_;  // the first is none
  std::map<std::string, std::uint16_t> item_numbers_;
  std::shared_ptr<const Teller> teller_;
};

// Verdicts::edge() of a pass: margin over target, rounded down; of a target of 0 the value itself is the measure. `ceiling`: the
// target is above the value.
[[nodiscard]] std::uint32_t edge_of(const Rational& value, const Rational& margin, bool ceiling);
// What a brief says of a verdict that is not kept; `batch` and `item` are left open.
[[nodiscard]] Brief brief_of(const Verdict& verdict);

}  // namespace kaohe
