// SPDX-License-Identifier: Apache-2.0
// Pieces of the text report, private to this room: the view that its parts share, the words, and the parts in the order
// in which they are printed.
#pragma once

#include <map>
#include <numeric>
#include <optional>
#include <string>
#include <vector>

#include "model/report.h"
#include "report/page.h"

namespace kaohe {

[[nodiscard]] Phrase encoding_how(const std::string& how);
[[nodiscard]] Phrase layout_name(const std::string& layout);
void write_input(Page& page, const Input& input);  // one file: encoding, layout, the account of its rows and cells

// One rule with its verdicts in the reading that counts, leaving out indicative ones.
struct RuleView {
  const Plan* plan = nullptr;
  const Rule* rule = nullptr;
  const RuleOutcome* outcome = nullptr;
  bool counts = true;                 // its tier is one of those that decide the exit status
  Outcome shown = Outcome::kMissing;  // the rule's outcome; of a partial rule the gravest of its verdicts
  std::size_t first = SIZE_MAX, end = 0;  // the numbers of its verdicts are among these
  std::map<Period, OutcomeCount> by_period;  // what they come to …
  OutcomeCount tally{};                      // … and in all
  bool disputed = false;                // is any of them?
  bool passes_by_rounding = false;      // or a pass that the other comparison would not let pass?

  [[nodiscard]] std::uint64_t count(Outcome of) const { return tally[static_cast<std::size_t>(of)]; }
  [[nodiscard]] std::uint64_t count() const { return std::accumulate(tally.begin(), tally.end(), std::uint64_t{0}); }
};

struct View {
  const Report& report;
  std::vector<RuleView> rules;               // as in the report
  std::vector<const Rule*> rule_of;          // by batch; nullptr: not shown under a rule
  std::vector<std::uint32_t> indicative;     // in the reading that counts
  OutcomeCount counted{};                    // rules (and verdicts of partial rules) in the tiers that count
  std::uint64_t partial = 0;                 // rules judged on only some of their units
};

[[nodiscard]] View view_of(const Report& report);

// what(number, brief) of each verdict of a rule that is shown.
template <typename Do>
void each_verdict(const View& view, const RuleView& rule, const Do& what) {
  auto brief = view.report.verdicts.from(rule.first);
  for (std::size_t number = rule.first; number < rule.end; ++number, ++brief) {
    if (view.rule_of[brief->batch] == rule.rule) what(static_cast<std::uint32_t>(number), *brief);
  }
}

// What the exit status means.
struct Overall {
  std::string glyph;
  Ink ink;
  Phrase text;
};
[[nodiscard]] Overall overall(const Report& report);  // text_head.cc

// ---- words (text_words.cc, text_target.cc, text_places.cc) -------------------------------------------------------------------------

[[nodiscard]] std::string glyph(Outcome outcome);
[[nodiscard]] Ink ink_of(Outcome outcome);
[[nodiscard]] Phrase tier_name(Tier tier);
[[nodiscard]] Phrase reading_name(Reading reading);
[[nodiscard]] Phrase deed_word(DeedStatus status);
[[nodiscard]] std::string plan_title(const Page& page, const Plan& plan);  // 《…》 in Chinese
[[nodiscard]] std::string region_name(const Report& report, std::uint32_t region);
// "江西省", "江西省（造纸/化学需氧量）"
[[nodiscard]] std::string unit_name(const Page& page, const Report& report, const Verdict& verdict);
[[nodiscard]] std::string unit_name(const Page& page, const Report& report, const Brief& brief);
// "figures.csv D7（第 7 行）"
[[nodiscard]] std::string place_text(const Page& page, const Report& report, const Place& place);
[[nodiscard]] std::string place_list(const Page& page, const Report& report, const std::vector<Place>& places, std::size_t most);
// The first `most` names, and that there are more: "南昌市、九江市等".
[[nodiscard]] std::string first_names(const Page& page, const std::vector<std::string>& names, std::size_t most);
// With how many there are: "南昌市、九江市等 11 个".
[[nodiscard]] std::string name_list(const Page& page, const std::vector<std::string>& names, std::size_t most);
[[nodiscard]] std::string joined(const Page& page, const std::vector<std::string>& pieces);  // with ， or ", "
[[nodiscard]] std::string amount(const Page& page, std::string_view number, std::string_view unit, bool difference);
[[nodiscard]] std::string target_text(const Page& page, const Report& report, const Verdict& verdict);
// Is it met when other rules are?
[[nodiscard]] bool is_umbrella(const Report& report, const Verdict& verdict);
[[nodiscard]] bool is_umbrella(const Report& report, const Brief& brief);
// Is it judged against a number of the indicator's unit?
[[nodiscard]] bool is_number(const Report& report, const Verdict& verdict);
// What was found: value, target, margin, in a line.
[[nodiscard]] std::string facts(const Page& page, const Report& report, const Verdict& verdict);

// ---- one verdict (text_verdict.cc) ---------------------------------------------------------------------------------

enum class Detail { kShort, kFull };
// "原因：…"; nothing where the text is empty.
void labelled(Page& page, std::size_t indent, const Phrase& label, const std::string& text);
// The groups of what is missing, in words; at most `most`, each with at most `names` regions.
[[nodiscard]] std::vector<std::string> lack_lines(const Page& page, const Report& report, const Verdict& verdict, std::size_t most, std::size_t names);
void write_lacks(Page& page, const Report& report, const Verdict& verdict, std::size_t indent, Detail detail);  // text_lacks.cc
void write_verdict(Page& page, const Report& report, const Verdict& verdict, std::size_t indent, Detail detail);
void write_steps(Page& page, const Report& report, const std::vector<Step>& steps, std::size_t indent);
// Disputed, the other comparison, the waiver.
void write_remarks(Page& page, const Report& report, const Verdict& verdict, std::size_t indent);
// What is wrong with the cells of an invalid verdict, as it was told when they were read.
void write_faults(Page& page, const Report& report, const Verdict& verdict, std::size_t indent);
// "  ✗ 未达标  地表水水质优良比例  [约束性] jiangxi-2017/surface-water-good"
void write_rule_line(Page& page, const RuleView& view, std::size_t indent);

// "2018 ✗ 未达标 -> 2019 ✓ 达标"; empty where only one period was judged.
[[nodiscard]] std::string movement_of(const Page& page, const RuleView& rule);
[[nodiscard]] std::string mark_of(const Page& page, const Ranked& unit);  // falls short, worse, much worse

// ---- parts, in order -----------------------------------------------------------------------------------------------

void write_head(Page& page, const View& view);        // text_head.cc
void write_shortfalls(Page& page, const View& view);  // text_shortfalls.cc: fail, invalid, missing
void write_review(Page& page, const View& view);      // text_review.cc: disputed, readings or comparisons that differ, waived
void write_pending(Page& page, const View& view);     // text_review.cc: not due, and the indicative
void write_everything(Page& page, const View& view);  // text_shortfalls.cc: -v
void write_summary(Page& page, const View& view);     // text_summary.cc: tiers × outcomes, selection
void write_inputs(Page& page, const View& view);      // text_summary.cc: rows, cells, diagnostics
void write_movement(Page& page, const View& view);    // text_since.cc: rules judged for several periods
void write_since(Page& page, const View& view);       // text_since.cc: --since
void write_rankings(Page& page, const View& view);    // text_since.cc: --rank
void write_tenure(Page& page, const View& view);      // text_tenure.cc: --from, --to
void write_wants(Page& page, const View& view);       // text_wants.cc: what to obtain
void write_next(Page& page, const View& view);        // text_next.cc: that, and the passes nearest to the edge

}  // namespace kaohe
