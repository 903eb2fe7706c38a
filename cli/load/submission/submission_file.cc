// SPDX-License-Identifier: Apache-2.0
#include "load/submission/submission_file.h"

#include <algorithm>

#include "base/text.h"
#include "load/submission/layout/explain.h"
#include "load/submission/submission_text.h"

namespace kaohe {
SubmissionFile::Shape SubmissionFile::shape_of(const Row& row) {
  Shape shape;
  for (std::size_t i = 0; i < row.fields.size(); ++i) {
    if (trimmed(row.fields[i].text).empty()) continue;
    if (shape.filled++ == 0) shape.first = i;
  }
  return shape;
}

void SubmissionFile::read_row(const Row& row) {
  if (!head_read_) {
    head_.add(row);
    if (head_.full()) read_head();
    return;
  }
  ++input_.rows.read;
  const Shape shape = shape_of(row);
  if (shape.filled == 0) {
    if (figures_) figures_->end_block();
    skip(SkippedKind::kBlank, row);
  } else if (layout_.kind == LayoutKind::kNone) {
    ++input_.rows.error;  // no header among the first rows: the file is not searched further
  } else {
    read_body(row, shape);
  }
}

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

void SubmissionFile::skip(SkippedKind kind, const Row& row) {
  ++input_.rows.skipped;
  const auto index = static_cast<std::size_t>(kind);
  if (skipped_[index]++ > 0) return;
  Place& place = first_skipped_[index];
  if (!row.fields.empty()) place = row.fields.front().place;
  place.line = row.line;
  place.row = row.number;
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

bool SubmissionFile::is_comment(const Row& row) const {
  const PackageHints& package = work_.package;
  if (std::find(package.comment_rows.begin(), package.comment_rows.end(), row.number) != package.comment_rows.end()) return true;
  return !package.comment_start.empty() && !row.fields.empty() && row.fields.front().text.substr(0, package.comment_start.size()) == package.comment_start;
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

bool SubmissionFile::is_note(const Row& row, const Shape& shape) const {
  const RowShape one = shape.filled == 1 ? RowShape::kOneCell : RowShape::kSeveralCells;
  constexpr std::size_t kBeginning = 200;  // bytes: how it begins says whether it is a note
  std::string_view text = row.fields[shape.first].text;
  if (text.size() > kBeginning) {
    std::size_t end = kBeginning;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    text = text.substr(0, end);
  }
  if (one == RowShape::kSeveralCells && text.find(':') == std::string_view::npos &&
      text.find("：") == std::string_view::npos) {
    return false;
  }
  return work_.words.note(name_key(text), one);
}

bool SubmissionFile::is_header_again(const Row& row) const {
  return std::any_of(header_.begin(), header_.end(), [&row](const std::vector<std::string>& header) {
    if (row.fields.size() != header.size()) return false;
    for (std::size_t i = 0; i < row.fields.size(); ++i) {
      if (trimmed(row.fields[i].text) != header[i]) return false;
    }
    return true;
  });
}

bool SubmissionFile::has_extra_fields(const Row& row) {
  for (std::size_t i = layout_.columns.size(); i < row.fields.size(); ++i) {
    const std::string_view text = trim(row.fields[i].text);
    if (text.empty()) continue;
    const std::string columns = std::to_string(layout_.columns.size());
    const std::string fields = std::to_string(row.fields.size());
    work_.problems.add("row-fields", row.fields[i].place, kept(text),
                       {"本行有 " + fields + " 个字段，表头只有 " + columns + " 列，“" + shown(text) + "”不知属于哪一列",
                        "this row has " + fields + " fields where the header has " + columns + ", \"" + shown(text) + "\" belongs to no column"},
                       {"含分隔符的文字要加英文双引号", "put quotes around text that contains the separator"});
    return true;
  }
  return false;
}

void SubmissionFile::read_body(const Row& row, const Shape& shape) {
  const bool one_cell = shape.filled == 1;
  if (is_comment(row)) return skip(SkippedKind::kNote, row);
  if ((after_note_ && one_cell) || is_note(row, shape)) {
    after_note_ = true;
    return skip(SkippedKind::kNote, row);
  }
  after_note_ = false;
  if (is_header_again(row)) return skip(SkippedKind::kHeaderAgain, row);
  if (one_cell && work_.words.of_which(row.fields[shape.first].text)) return skip(SkippedKind::kLabel, row);
  if (layout_.has(Role::kAction) && text_at(row, layout_.column(Role::kAction)) == "D") return skip(SkippedKind::kDeleted, row);
  if (no_period_ || has_extra_fields(row)) {
    ++input_.rows.error;
    return;
  }
  const RowOutcome outcome = records_ ? records_->read(row) : figures_->read(row);
  if (outcome == RowOutcome::kData && plain() != nullptr) figures_->learn(row);
  ++(outcome == RowOutcome::kData ? input_.rows.data : input_.rows.error);
}

void SubmissionFile::count_plain(const PlainLog& log, const PlainStretch& stretch, std::uint32_t number, std::uint32_t line) {
  input_.rows.read += stretch.rows;
  input_.rows.data += stretch.rows;
  after_note_ = false;
  for (std::size_t i = stretch.first_run; i < stretch.end_run; ++i) yield_.list(log.runs[i].region);
  for (std::size_t i = stretch.first_fault; i < stretch.end_fault; ++i) {
    const PlainFault& fault = log.faults[i];
    Place last;  // its column and byte are looked up where they are told
    last.file = input_.file_number;
    last.line = line + fault.last;
    last.field = static_cast<std::uint32_t>(plain()->ground.shape.values[fault.value_column] + 1);
    last.row = number + fault.last;
    work_.problems.count_more(problem_code(fault.fault), last, fault.cells);
  }
}

void SubmissionFile::tell_skipped() {
  static const std::array<Phrase, static_cast<std::size_t>(SkippedKind::kCount)> kNames = {{
      {"空行", "blank"}, {"标题行", "title"}, {"单位行", "unit line"}, {"注释行", "note"}, {"重复的表头", "repeated header"},
      {"小标题行", "label"}, {"标明删除（ACTION 为 D）的行", "deleted (ACTION D)"}}};
  for (std::size_t i = 0; i < skipped_.size(); ++i) {
    if (skipped_[i] == 0) continue;
    input_.reading.skipped.push_back({kNames[i], skipped_[i], first_skipped_[i].line});
    const std::string count = std::to_string(skipped_[i]);
    const std::string line = std::to_string(first_skipped_[i].line);
    work_.problems.add("rows-skipped", first_skipped_[i], {},
                       {"跳过" + kNames[i].zh + " " + count + " 行，首处在第 " + line + " 行",
                        "stepped over " + count + " " + kNames[i].en + (skipped_[i] == 1 ? " row" : " rows") + ", the first on line " + line},
                       {});
  }
}

void SubmissionFile::finish(bool cut_short, const Place& whole_file) {
  if (!head_read_) read_head();
  for (Place& place : first_skipped_) place.file = whole_file.file;
  if (layout_.kind != LayoutKind::kNone) {
    if (figures_) figures_->finish();
    if (records_) records_->finish();
    tell_skipped();
    if (input_.rows.data == 0 && input_.rows.error == 0) {
      work_.problems.add("rows-none", layout_.place, {}, {"只有表头，没有数据行", "a header without any data row"}, {});
    }
    return;
  }
  // What was taken for titles is a file without a header.
  auto& titles = skipped_[static_cast<std::size_t>(SkippedKind::kTitle)];
  input_.rows.skipped -= titles;
  input_.rows.error += titles;
  titles = 0;
  tell_skipped();
  if (likeliest_ && !likeliest_->clash.empty()) {
    tell_layout_ambiguous(*likeliest_, work_.problems);
  } else if (likeliest_) {
    tell_layout_unknown(*likeliest_, words_, work_.names, work_.problems);
  } else if (!cut_short && input_.rows.error == 0) {
    work_.problems.add("file-empty", whole_file, {}, {"文件中没有内容", "nothing in the file"}, {});
  }
}

}  // namespace kaohe
