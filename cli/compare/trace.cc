// SPDX-License-Identifier: Apache-2.0
#include "compare/trace.h"

#include <algorithm>

#include "compare/rule_values.h"

namespace kaohe {
namespace {

constexpr std::size_t kExcerpt = 14;  // characters shown on each side

// One occurrence of an anchor, with what surrounds it.
struct Occurrence {
  std::size_t rule = kNoneFound;
  std::size_t unchecked = kNoneFound;
  Stretch where;
  Stretch first_to_last_clause;
  Stretch first_to_last_sentence;
  std::size_t first_section = 0, last_section = 0;
};

class Tracer {
 public:
  Tracer(const Plan& plan, std::string_view text) : plan_(plan), prose_(text) {}

  Trace run() {
    values_.reserve(plan_.rules.size());
    for (std::size_t i = 0; i < plan_.rules.size(); ++i) {
      values_.push_back(values_of(plan_.rules[i]));
      find(plan_.rules[i].source.anchor, i, kNoneFound);
    }
    for (std::size_t i = 0; i < plan_.unchecked.size(); ++i) find(plan_.unchecked[i].source.anchor, kNoneFound, i);
    for (const Mark& mark : marks_of(prose_)) out_.marks.push_back(traced(mark));
    count();
    return std::move(out_);
  }

 private:
  void find(const std::string& anchor, std::size_t rule, std::size_t unchecked) {
    AnchorTrace traced{rule, unchecked, {}};
    for (const Stretch& where : prose_.find(anchor)) {
      const std::size_t last = where.end - 1;
      traced.found.push_back(prose_.place(where.begin));
      occurrences_.push_back({rule,
                              unchecked,
                              where,
                              {prose_.clause(where.begin).begin, prose_.clause(last).end},
                              {prose_.sentence(where.begin).begin, prose_.sentence(last).end},
                              prose_.section(where.begin),
                              prose_.section(last)});
    }
    out_.absent += traced.found.empty() ? 1U : 0U;
    out_.repeated += traced.found.size() > 1 ? 1U : 0U;
    out_.anchors.push_back(std::move(traced));
  }

  [[nodiscard]] Cover cover_by(const Occurrence& one, const Mark& mark) const {
    const bool inside = one.where.meets(mark.where);
    if (one.unchecked != kNoneFound) return inside ? Cover::kUnchecked : clause_cover(one, mark);
    if (mark.kind == MarkKind::kWord) return inside ? Cover::kAnchor : clause_cover(one, mark);
    const RuleValues& values = values_[one.rule];
    if (values.has(mark)) {
      if (inside) return Cover::kAnchor;
      if (one.first_to_last_sentence.holds(mark.where)) return Cover::kSentence;
    }
    if (inside && values.names(mark)) return Cover::kName;
    const std::size_t section = prose_.section(mark.where.begin);
    const bool same_section = one.first_section <= section && section <= one.last_section;
    return mark.kind == MarkKind::kYear && same_section && values.has_own(mark) ? Cover::kSection : Cover::kOpen;
  }

  [[nodiscard]] static Cover clause_cover(const Occurrence& one, const Mark& mark) {
    return mark.kind == MarkKind::kWord && one.first_to_last_clause.holds(mark.where) ? Cover::kClause : Cover::kOpen;
  }

  // The closest cover wins: the order of Cover, open last.
  [[nodiscard]] MarkTrace traced(const Mark& mark) const {
    MarkTrace out;
    out.kind = mark.kind;
    out.text = prose_.text(mark.where);
    out.place = prose_.place(mark.where.begin);
    out.excerpt = prose_.excerpt(mark.where, kExcerpt);
    out.section = prose_.section(mark.where.begin);
    const auto closer = [](Cover a, Cover b) { return a != Cover::kOpen && (b == Cover::kOpen || a < b); };
    for (const Occurrence& one : occurrences_) {
      const Cover cover = cover_by(one, mark);
      if (!closer(cover, out.cover)) continue;
      out.cover = cover;
      out.rule = one.rule;
      out.unchecked = one.unchecked;
    }
    const bool is_plans = mark.kind == MarkKind::kYear && mark.day > 0 &&
                          (same_day(mark, plan_.issued) || (plan_.ends && same_day(mark, *plan_.ends)));
    if (out.cover == Cover::kOpen && is_plans) out.cover = Cover::kPlan;
    return out;
  }

  void count() {
    for (const Section& section : prose_.sections()) {
      const Place place = section.whole.begin < prose_.size() ? prose_.place(section.whole.begin) : Place{};
      out_.sections.push_back({section.path, section.title, place, 0, 0, 0, 0, 0});
    }
    for (const Occurrence& one : occurrences_) ++out_.sections[one.first_section].anchors;
    for (const MarkTrace& mark : out_.marks) {
      SectionTrace& section = out_.sections[mark.section];
      ++(mark.kind == MarkKind::kFigure ? section.figures : mark.kind == MarkKind::kYear ? section.years : section.words);
      if (mark.cover != Cover::kOpen) continue;
      ++section.open;
      ++out_.open;
    }
  }

  const Plan& plan_;
  Prose prose_;
  std::vector<RuleValues> values_;
  std::vector<Occurrence> occurrences_;
  Trace out_;
};

}  // namespace

std::string_view word(Cover cover) {
  switch (cover) {
    case Cover::kOpen: break;
    case Cover::kUnchecked: return "unchecked";
    case Cover::kAnchor: return "anchor";
    case Cover::kName: return "name";
    case Cover::kClause: return "clause";
    case Cover::kSentence: return "sentence";
    case Cover::kSection: return "section";
    case Cover::kPlan: return "plan";
  }
  return "open";
}

Trace trace(const Plan& plan, std::string_view text) { return Tracer(plan, text).run(); }

}  // namespace kaohe
