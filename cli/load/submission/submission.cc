// SPDX-License-Identifier: Apache-2.0
// Files to one submission: each file is decoded and read by itself, then its totals are told apart, then its figures
// meet those of the files before it.
#include <utility>

#include "load/submission/excerpts.h"
#include "load/submission/figure_store.h"
#include "load/load.h"
#include "load/submission/submission_file.h"
#include "load/submission/submission_text.h"
#include "load/submission/regions/totals.h"

namespace kaohe {
namespace {

constexpr std::uint64_t kProgressStep = 4U << 20U;

// Tells how far reading has come, in bytes of the files as they are.
class Progress {
 public:
  Progress(const InputOptions& options, const std::vector<Source>& files) : report_(options.progress) {
    for (const Source& file : files) all_ += file.bytes.size();
  }
  void begin(const Source& file, std::size_t text_size) {
    bytes_ = file.bytes.size();
    text_ = text_size;
    next_ = kProgressStep;
  }
  void at(std::size_t position) {
    if (position < next_) return;
    next_ = position + kProgressStep;
    if (report_ && text_ > 0) report_(before_ + bytes_ * position / text_, all_);
  }
  void end() {
    before_ += bytes_;
    if (report_) report_(before_, all_);
  }

 private:
  const std::function<void(std::uint64_t, std::uint64_t)>& report_;
  std::uint64_t all_ = 0, before_ = 0, bytes_ = 0;
  std::size_t text_ = 0, next_ = 0;
};

std::string how_found(const Decoded& decoded, const InputOptions& options, const PackageHints& package) {
  if (options.encoding) return "option";
  if (package.encoding) return "datapackage";
  if (decoded.bom) return "bom";
  return decoded.by_plausibility ? "plausible" : "detected";
}

void tell_undecodable(const Decoded& decoded, std::uint32_t file, Problems& problems) {
  const BadSequence& bad = *decoded.bad;
  Place place;
  place.file = file;
  place.line = bad.line;
  place.column = bad.column;
  place.offset = bad.offset;
  const std::string name(word(decoded.encoding));
  const std::string offset = std::to_string(bad.offset);
  problems.add("encoding-invalid", place, bad.bytes,
               {"字节 " + bad.bytes + "（偏移 " + offset + "）不是有效的 " + name + "，此后的内容未读取",
                "bytes " + bad.bytes + " at offset " + offset + " are not " + name + ", nothing behind them is read"},
               {"另存为 UTF-8，或用 --encoding 指定编码", "save the file as UTF-8, or name its encoding with --encoding"});
}

// Rows that the end of decodable text cut off hold only part of their last number.
bool is_cut_off(const Decoded& decoded, const Reader& reader) {
  if (!decoded.bad || reader.position() < decoded.text.size() || decoded.text.empty()) return false;
  return decoded.text.back() != '\n' && decoded.text.back() != '\r';
}

FileYield read_one(const Source& source, const HeaderWords& words, DutyIndex& duties, const InputOptions& options,
                   SubmissionWork& work, Progress& progress, Input& input) {
  const std::size_t first_problem = work.problems.all().size();
  Place whole_file;
  whole_file.file = work.problems.files.add(source.name);
  input.file = source.name;
  input.bytes = source.bytes.size();
  input.sha256 = sha256_hex(source.bytes);
  const Decoded decoded = decode(source.bytes, options.encoding ? options.encoding : work.package.encoding);
  input.encoding = std::string(word(decoded.encoding));
  input.encoding_how = how_found(decoded, options, work.package);
  input.layout = std::string(word(LayoutKind::kNone));
  if (decoded.bad) tell_undecodable(decoded, whole_file.file, work.problems);

  input.reading.separator = work.package.delimiter != '\0' ? work.package.delimiter : find_separator(decoded.text);
  input.reading.package = work.package.file;
  Reader reader(decoded, whole_file.file, input.reading.separator, work.problems);
  SubmissionFile file(work, words, duties, decoded.text, input);
  Row row;
  progress.begin(source, decoded.text.size());
  while (reader.next(row)) {
    if (row.broken || is_cut_off(decoded, reader)) {
      file.count_broken();
    } else {
      file.read_row(row);
    }
    progress.at(reader.position());
  }
  progress.end();
  file.finish(decoded.bad.has_value(), whole_file);
  const std::uint64_t unclear = resolve_totals(work, file.yield());
  input.rows.data -= unclear;
  input.rows.error += unclear;
  add_excerpts(work.problems, first_problem, whole_file.file, decoded.text);
  return std::move(file.yield());
}

// datapackage.json names files by their path from its own folder.
PackageHints hints_for(const Source& source, std::size_t at, const InputOptions& options, Problems& problems) {
  if (at >= options.packages.size() || options.packages[at].bytes.empty()) return {};
  const std::size_t slash = source.name.rfind('/');
  const std::string_view name = std::string_view(source.name).substr(slash == std::string::npos ? 0 : slash + 1);
  return package_hints(options.packages[at], name, problems).value_or(PackageHints{});
}

void add_cells(CellCount& total, const CellCount& more) {
  total.values += more.values;
  total.figures += more.figures;
  total.missing += more.missing;
  total.invalid += more.invalid;
  total.repeated += more.repeated;
}

}  // namespace

Submission load_submission(const std::vector<Source>& files, const Catalog& catalog, const HeaderWords& words,
                           const InputOptions& options, Problems& problems) {
  const WordIndex index(words);
  SubmissionWork work(catalog, index, options, problems);
  DutyIndex duties(catalog.plans, options.before_duties);
  Progress progress(options, files);
  Submission submission;
  FigureStore store(catalog, problems, submission.inputs);
  for (std::size_t i = 0; i < files.size(); ++i) {
    const Source& source = files[i];
    Input input;
    work.package = hints_for(source, i, options, problems);
    FileYield yield = read_one(source, words, duties, options, work, progress, input);
    input.records = yield.records.size();
    add_cells(input.cells, yield.without_region);
    submission.inputs.push_back(std::move(input));
    store.reserve(yield.figures.size());
    for (Figure& figure : yield.figures) store.add(std::move(figure), submission.inputs.size() - 1);
    for (Record& record : yield.records) submission.records.push_back(std::move(record));
  }
  submission.figures = store.take_sorted();
  return submission;
}

}  // namespace kaohe
