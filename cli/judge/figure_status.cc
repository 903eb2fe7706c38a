// SPDX-License-Identifier: Apache-2.0
// Figures that whoever handed them in marked as preliminary or estimated: verdicts that rest on them say so.
#include "judge/figure_status.h"

#include <array>

namespace kaohe {

struct FigureMarks::Mark {
  std::string_view word;  // as a submission writes it: SDMX's code, or a word that the text holds
  const char* zh;
  const char* en;
};

namespace {

using Mark = FigureMarks::Mark;
constexpr std::array<Mark, 9> kMarks = {{{"P", "初步数", "preliminary"}, {"E", "估计数", "estimated"}, {"初步", "初步数", "preliminary"},
                                         {"快报", "初步数", "preliminary"}, {"预计", "估计数", "estimated"}, {"估", "估计数", "estimated"},
                                         {"preliminary", "初步数", "preliminary"}, {"provisional", "初步数", "preliminary"},
                                         {"estimated", "估计数", "estimated"}}};

const Mark* mark_of(std::string_view status) {
  for (const Mark& mark : kMarks) {
    const bool code = mark.word.size() == 1;
    if (code ? status == mark.word : status.find(mark.word) != std::string_view::npos) return &mark;
  }
  return nullptr;
}

}  // namespace

FigureMarks::FigureMarks(const FigureTable& figures) {
  if (!figures.has_status()) return;
  for (const FigureRef figure : figures) {
    if (figure.status().empty()) continue;
    if (const Mark* mark = mark_of(figure.status())) marked_.emplace(figure.place(), mark);
  }
}

void FigureMarks::note(Verdict& verdict) const {
  if (marked_.empty()) return;
  for (const Place& place : verdict.figures) {
    const auto found = marked_.find(place);
    if (found == marked_.end()) continue;
    const std::string cell = excel_cell(place);
    Phrase& reason = verdict.reason.edit();
    reason.zh += (reason.zh.empty() ? "" : "；") + std::string("所据 ") + cell + " 为" + found->second->zh;
    reason.en += (reason.en.empty() ? "" : "; ") + std::string("it rests on ") + cell + ", which is " + found->second->en;
    return;
  }
}

}  // namespace kaohe
