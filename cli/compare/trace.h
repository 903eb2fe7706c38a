// SPDX-License-Identifier: Apache-2.0
// A plan's text against its rule file: where each anchor stands, and which figures, years and binding words of the text
// no rule and no [[unchecked]] accounts for.
//
// A mark is accounted for when it stands
//  - in the anchor of an [[unchecked]];
//  - in the anchor of a rule: a figure that the rule has, a year (or day) that it has, any binding word;
//  - in the anchor of a rule whose title has that figure, as the name of what it asks for (5511工程); a share is no name;
//  - in the sentence of the anchor of a rule that has that figure or year;
//  - in the section of such an anchor, for a year that is the rule's own deadline: 到2020年 frames what follows it;
//  - in the clause, between commas, of any anchor, for a binding word.
// The days that the plan itself was issued and ends are the plan's.
#pragma once

#include <string_view>
#include <vector>

#include "compare/marks.h"
#include "model/plan.h"

namespace kaohe {

inline constexpr std::size_t kNoneFound = SIZE_MAX;

struct AnchorTrace {
  std::size_t rule = kNoneFound;       // index into the plan's rules, or
  std::size_t unchecked = kNoneFound;  // into its [[unchecked]]
  std::vector<Place> found;            // in the text; none: open
};

enum class Cover : std::uint8_t { kOpen, kUnchecked, kAnchor, kName, kClause, kSentence, kSection, kPlan };
[[nodiscard]] std::string_view word(Cover cover);  // "open", "unchecked", "anchor", "name", "clause", "sentence", "section", "plan"

struct MarkTrace {
  MarkKind kind = MarkKind::kFigure;
  std::string text;
  Place place;
  std::string excerpt;
  std::size_t section = 0;  // index into Trace::sections
  Cover cover = Cover::kOpen;
  std::size_t rule = kNoneFound, unchecked = kNoneFound;  // what covers it
};

struct SectionTrace {
  std::string path;  // empty: before the first heading
  std::string title;
  Place place;
  std::size_t anchors = 0, figures = 0, years = 0, words = 0, open = 0;
};

struct Trace {
  std::vector<AnchorTrace> anchors;    // rules in the order of the file, then [[unchecked]]
  std::vector<MarkTrace> marks;        // in the order of the text
  std::vector<SectionTrace> sections;  // in the order of the text, the one before the first heading first
  std::size_t absent = 0;              // anchors not found
  std::size_t repeated = 0;            // anchors found more than once
  std::size_t open = 0;                // marks

  [[nodiscard]] bool clean() const { return absent == 0 && open == 0; }
};

// `text` is UTF-8; the offsets of places are bytes in it.
[[nodiscard]] Trace trace(const Plan& plan, std::string_view text);

}  // namespace kaohe
