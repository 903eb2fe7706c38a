// SPDX-License-Identifier: Apache-2.0
// A term of office: each indicator at its beginning and at its end, with the verdict.
#include <algorithm>

#include "report/table.h"
#include "report/text/text_parts.h"

namespace kaohe {
namespace {

constexpr std::size_t kMostRows = 60;  // -v lists all

Ink ink_of(Course course) {
  if (course == Course::kBetter) return Ink::kGreen;
  return course == Course::kWorse ? Ink::kRed : Ink::kPlain;
}

std::string shown(const std::string& text) { return text.empty() ? "-" : text; }

// The rows of one indicator.
void write_indicator(Page& page, const Report& report, std::size_t first, std::size_t last) {
  const Tenure& tenure = report.tenure;
  const Indicator& indicator = report.catalog.indicators[tenure.rows[first].indicator];
  page.line(2, page.say({indicator.name().zh + "（" + indicator.unit.id + "）", indicator.name().en + " (" + indicator.unit.id + ")"}));
  TextTable table({{page.say({"地区", "region"})},
                   {tenure.from->text(), true},
                   {tenure.to->text(), true},
                   {page.say({"变化", "change"}), true},
                   {page.say({"走向", "course"})},
                   {page.say({"结论", "outcome"})},
                   {page.say({"目标", "target"})}});
  table.rule();
  for (std::size_t i = first; i < last; ++i) {
    const TenureRow& row = tenure.rows[i];
    table.row({{region_name(report, row.region)},
               {shown(row.from)},
               {shown(row.to)},
               {shown(row.change)},
               {row.course == Course::kUnknown ? "-" : page.say(name(row.course)), ink_of(row.course)},
               {row.outcome ? glyph(*row.outcome) + " " + page.say(name(*row.outcome)) : "-", row.outcome ? kaohe::ink_of(*row.outcome) : Ink::kDim},
               {shown(row.target)}});
  }
  table.write(page, 4);
}

}  // namespace

void write_tenure(Page& page, const View& view) {
  const Report& report = view.report;
  const Tenure& tenure = report.tenure;
  if (!tenure.from) return;
  page.heading(page.say({"任期对比：", "Term of office: "}) + tenure.from->text() + " → " + tenure.to->text());
  if (tenure.rows.empty()) {
    page.line(2, page.say({"两个时期都没有数据", "no figures of either period"}));
    return;
  }
  const std::size_t most = page.style().verbose ? tenure.rows.size() : std::min(tenure.rows.size(), kMostRows);
  for (std::size_t first = 0, last = 0; first < most; first = last) {
    while (last < most && tenure.rows[last].indicator == tenure.rows[first].indicator) ++last;
    write_indicator(page, report, first, last);
  }
  const std::string more = std::to_string(tenure.rows.size() - most);
  if (most < tenure.rows.size()) page.line(2, page.say({"另有 " + more + " 行，-v 全部列出", more + " rows more, -v lists them"}), Ink::kDim);
}

}  // namespace kaohe
