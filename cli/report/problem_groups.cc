// SPDX-License-Identifier: Apache-2.0
// Problems as a person wants them: one message for one cause. The same text wrong in the same way in the same column is
// told once; of different texts the first few, since each is to be put right by itself.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "report/format.h"
#include "report/page.h"

namespace kaohe {
namespace {

constexpr std::size_t kTexts = 5;  // different texts of one code in one column that are shown

void join(ProblemGroup& group, std::uint64_t more, const Place& last) {
  group.others += more;
  group.last = std::max(group.last, last);
}

}  // namespace

std::vector<ProblemGroup> group_problems(const Problems& problems, Severity least) {
  using Cause = std::tuple<std::string_view, std::uint32_t, std::uint32_t>;
  std::vector<const Problem*> order;
  for (const Problem& problem : problems.all()) {
    if (problem.severity >= least) order.push_back(&problem);
  }
  std::stable_sort(order.begin(), order.end(), [](const Problem* a, const Problem* b) { return a->severity > b->severity; });
  std::vector<ProblemGroup> groups;
  std::map<Cause, std::vector<std::size_t>> of_cause;
  for (const Problem* problem : order) {
    const bool tabular = problem->place.row > 0 && problem->place.field > 0;
    std::vector<std::size_t>& alike = of_cause[{problem->code, problem->place.file, problem->place.field}];
    const auto same = std::find_if(alike.begin(), alike.end(), [&](std::size_t i) {
      return groups[i].first->text == problem->text && groups[i].first->message.en == problem->message.en;
    });
    if (tabular && same != alike.end()) {
      join(groups[*same], 1, problem->place);
    } else if (tabular && alike.size() >= kTexts) {
      ProblemGroup& last = groups[alike.back()];
      last.same_text = false;
      join(last, 1, problem->place);
    } else {
      alike.push_back(groups.size());
      groups.push_back({problem, 0, problem->place, true});
    }
  }
  for (const Problem* problem : order) {  // what was counted only comes behind what is shown of its kind
    if (problem->more == 0) continue;
    ProblemGroup& last = groups[of_cause[{problem->code, problem->place.file, problem->place.field}].back()];
    last.same_text = false;
    join(last, problem->more, problem->last);
  }
  return groups;
}

std::string group_text(const ProblemGroup& group, const FileList& files, Language language, const Style& style) {
  std::string out = problem_text(*group.first, files, language, style, style.excerpts ? excerpt_text(*group.first, style) : std::string());
  if (group.others == 0) return out;
  const std::string cell = excel_cell(group.last);
  const std::string column = cell.substr(0, cell.find_first_of("0123456789"));
  const Phrase like = group.same_text ? Phrase{"内容相同", "with the same text"} : Phrase{"同类", "of this kind"};
  const Phrase what = {fmt::format("  {} 列另有 {} 处{}，末处 {}（第 {} 行）\n", column, group.others, like.zh, cell, group.last.line),
                       fmt::format("  and {} more {} in column {}, the last {} (line {})\n", group.others, like.en, column, cell, group.last.line)};
  return out + inked(what.in(language), Ink::kDim, style);
}

}  // namespace kaohe
