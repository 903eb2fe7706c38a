// SPDX-License-Identifier: Apache-2.0
// What stands above the first row of data: titles, the line of the unit, notes, and the header among them.
#include "load/submission/submission_file.h"

#include <algorithm>

#include "base/text.h"
#include "load/submission/layout/explain.h"
#include "load/submission/submission_text.h"

namespace kaohe {

// The rows kept so far: what stands above the header, the header, and what is below it already.
void SubmissionFile::read_head() {
  head_read_ = true;
  const std::deque<Row>& rows = head_.rows();
  std::size_t at = 0;
  while (at < rows.size() && layout_.kind == LayoutKind::kNone) {
    const Shape shape = shape_of(rows[at]);
    if (shape.filled == 0) {
      ++input_.rows.read;
      skip(SkippedKind::kBlank, rows[at++]);
    } else if (accept_header(at)) {
      input_.rows.read += layout_.rows;
      input_.rows.header += layout_.rows;
      at += layout_.rows;
    } else {
      ++input_.rows.read;
      read_head_row(rows[at++], shape);
    }
  }
  for (; at < rows.size(); ++at) read_row(rows[at]);
  head_.clear();
}

void SubmissionFile::read_head_row(const Row& row, const Shape& shape) {
  const bool comment = is_comment(row);
  if (!comment && take_unit_line(row)) {
    skip(SkippedKind::kUnitLine, row);
  } else if (comment || is_note(row, shape)) {
    skip(SkippedKind::kNote, row);
  } else {
    for (const Field& field : row.fields) title_.add(trim(field.text));
    skip(SkippedKind::kTitle, row);
  }
}

bool SubmissionFile::accept_header(std::size_t at) {
  const Row& row = head_.rows()[at];
  Layout layout = work_.package.header_rows.empty() ? header_at(head_.rows(), at, title_, work_.words, work_.names, work_.catalog.regions)
                                                    : header_of_package(at);
  if (layout.kind == LayoutKind::kNone) {
    const bool better = !likeliest_ || !layout.clash.empty() || layout.known > likeliest_->known ||
                        (likeliest_->known == 0 && likeliest_->columns.size() < 2 && layout.columns.size() > 1);
    if (better && (!likeliest_ || likeliest_->clash.empty())) likeliest_ = std::move(layout);
    return false;
  }
  layout_ = std::move(layout);
  std::vector<std::uint32_t> lines;
  for (std::size_t r = 0; r < layout_.rows; ++r) {
    std::vector<std::string>& texts = header_.emplace_back();
    for (const Field& field : head_.rows()[at + r].fields) texts.emplace_back(trimmed(field.text));
    lines.push_back(head_.rows()[at + r].line);
  }
  use_layout(row);
  explain_layout(layout_, lines, work_.names, input_.reading);
  return true;
}

// The description names the header's rows: it is one of them, or none.
Layout SubmissionFile::header_of_package(std::size_t at) {
  std::vector<const Row*> header;
  for (const std::uint32_t number : work_.package.header_rows) {
    for (std::size_t i = at; i < head_.rows().size() && head_.rows()[at].number == work_.package.header_rows.front(); ++i) {
      if (head_.rows()[i].number == number) header.push_back(&head_.rows()[i]);
    }
  }
  if (header.empty()) header.push_back(&head_.rows()[at]);
  Layout layout = read_header(header, title_, work_.words, work_.names, work_.catalog.regions);
  if (header.front()->number != work_.package.header_rows.front()) layout.kind = LayoutKind::kNone;
  return layout;
}

void SubmissionFile::use_layout(const Row& row) {
  input_.layout = std::string(word(layout_.kind));
  const bool by_title = layout_.kind != LayoutKind::kRecords && !layout_.has(Role::kPeriod);
  if (by_title) period_ = title_.period();
  check_header(layout_, unit_, period_ ? FilePeriod::kKnown : FilePeriod::kUnknown, work_.names, work_.problems);
  if (layout_.kind == LayoutKind::kRecords) {
    records_ = std::make_unique<RecordRows>(work_, duties_, layout_, yield_);
    return;
  }
  const bool in_columns = std::any_of(layout_.columns.begin(), layout_.columns.end(), [](const Column& column) { return column.period.has_value(); });
  if (by_title && !in_columns) settle_period(row);
  tell_title_facts(row);
  figures_ = std::make_unique<FigureRows>(work_, layout_, period_, yield_);
  if (input_.bytes >= work_.options.plain_from) figures_->use_plain_rows();
}

void SubmissionFile::tell_title_facts(const Row& row) {
  const Place place = row.fields.front().place;
  if (!layout_.title_region.empty()) {
    work_.problems.add("region-from-title", place, kept(title_.text()),
                       {"没有地区列，按标题取“" + layout_.title_region + "”", "no region column, the title says \"" + layout_.title_region + "\""}, {});
  }
  if (layout_.title_indicator != kNoIndicator) {
    const Phrase name = work_.catalog.indicators[layout_.title_indicator].name();
    work_.problems.add("indicator-from-title", place, kept(title_.text()),
                       {"没有指标列，按标题取“" + name.zh + "”", "no indicator column, the title says \"" + name.en + "\""}, {});
    if (layout_.title_unit == kNoUnit) layout_.title_unit = unit_;
  }
}

// No column of periods: the title must tell the one period of the file.
void SubmissionFile::settle_period(const Row& row) {
  const Place place = row.fields.front().place;
  if (period_) {
    work_.problems.add("period-from-title", place, kept(title_.text()),
                       {"没有时期列，按标题取 " + period_->text(), "no period column, the title says " + period_->text()}, {});
    return;
  }
  no_period_ = true;
  work_.problems.add("period-missing", place, {},
                     {"没有时期列，标题也未写明唯一的时期", "no period column, and no title names one period"},
                     {"增加“时期”列，如 2020", "add a column period, as 2020"});
}

// The unit often stands at the right end of the title's row.
bool SubmissionFile::take_unit_line(const Row& row) {
  bool found = false;
  std::string others;
  for (const Field& field : row.fields) {
    const std::optional<std::string> unit = work_.words.unit_line(field.text);
    if (!unit) {
      others += std::string(trim(field.text)) + " ";
      continue;
    }
    found = true;
    unit_ = work_.names.unit(*unit);
    if (unit_ == kNoUnit) {
      work_.problems.add("unit-line-unknown", field.place, kept(field.text),
                         {"单位行“" + shown(field.text) + "”不是一个已知单位，未采用",
                          "the unit line \"" + shown(field.text) + "\" is not one known unit and is not used"},
                         {"在列名中用括号注明单位，如 湿地面积（万公顷）", "put each unit into its header, as in \"wetland area (km²)\""});
    }
  }
  if (found) title_.add(trim(others));
  return found;
}

}  // namespace kaohe
