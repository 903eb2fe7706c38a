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

void SubmissionFile::skip(SkippedKind kind, const Row& row) {
  ++input_.rows.skipped;
  const auto index = static_cast<std::size_t>(kind);
  if (skipped_[index]++ > 0) return;
  Place& place = first_skipped_[index];
  if (!row.fields.empty()) place = row.fields.front().place;
  place.line = row.line;
  place.row = row.number;
}

bool SubmissionFile::is_comment(const Row& row) const {
  const PackageHints& package = work_.package;
  if (std::find(package.comment_rows.begin(), package.comment_rows.end(), row.number) != package.comment_rows.end()) return true;
  return !package.comment_start.empty() && !row.fields.empty() && row.fields.front().text.substr(0, package.comment_start.size()) == package.comment_start;
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
