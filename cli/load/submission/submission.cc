// SPDX-License-Identifier: Apache-2.0
// Files to one submission: each file is decoded and read by itself, then its totals are told apart, then its figures
// meet those of the files before it.
#include <algorithm>
#include <utility>

#include "base/crew.h"
#include "csv/text_stream.h"
#include "load/submission/excerpts.h"
#include "load/submission/file_hash.h"
#include "load/submission/glance.h"
#include "load/submission/place_finder.h"
#include "load/submission/progress.h"
#include "load/load.h"
#include "load/submission/submission_file.h"
#include "load/submission/submission_text.h"
#include "load/submission/regions/totals.h"

namespace kaohe {
namespace {

std::string how_found(const Survey& survey, const InputOptions& options, const PackageHints& package) {
  if (options.encoding) return "option";
  if (package.encoding) return "datapackage";
  if (survey.bom) return "bom";
  return survey.by_plausibility ? "plausible" : "detected";
}

void tell_undecodable(const Survey& survey, std::uint32_t file, Problems& problems) {
  const BadSequence& bad = *survey.bad;
  Place place;
  place.file = file;
  place.line = bad.line;
  place.column = bad.column;
  place.offset = bad.offset;
  const std::string name(word(survey.encoding));
  const std::string offset = std::to_string(bad.offset);
  problems.add("encoding-invalid", place, bad.bytes,
               {"字节 " + bad.bytes + "（偏移 " + offset + "）不是有效的 " + name + "，此后的内容未读取",
                "bytes " + bad.bytes + " at offset " + offset + " are not " + name + ", nothing behind them is read"},
               {"另存为 UTF-8，或用 --encoding 指定编码", "save the file as UTF-8, or name its encoding with --encoding"});
}

// A row that the end of what can be decoded cut off holds only part of its last number.
bool is_cut_off(const TextStream& stream, const Reader& reader) {
  const std::string& text = stream.decoded().text;
  if (!stream.survey().bad || !reader.done() || text.empty()) return false;
  return text.back() != '\n' && text.back() != '\r';
}

// Files that are large are taken to be what they begin as, so that they are read once; if that was wrong, all is read again.
enum class Trust : std::uint8_t { kBeginnings, kNothing };

// Only of files larger than what is looked at at a time does anybody look at the beginning alone.
bool any_large(const std::vector<InputFile>& files, const InputOptions& options) {
  return std::any_of(files.begin(), files.end(), [&](const InputFile& file) { return file.bytes->size() > options.window; });
}

Survey survey_of(const FileBytes& bytes, const SubmissionWork& work, Trust trust, const SeenBytes& seen) {
  const std::optional<Encoding> forced = work.options.encoding ? work.options.encoding : work.package.encoding;
  const std::optional<Survey> begins = trust == Trust::kBeginnings ? survey_beginning(bytes, forced, work.options.window) : std::nullopt;
  return begins ? *begins : survey(bytes, forced, seen);
}

FileYield read_one(const InputFile& source, const HeaderWords& words, DutyIndex& duties, SubmissionWork& work, PlaceFinder& finder,
                   Crew& crew, Progress& progress, Trust trust, Input& input) {
  const InputOptions& options = work.options;
  const std::size_t first_problem = work.problems.all().size();
  Place whole_file;
  whole_file.file = work.problems.files.add(source.name);
  input.file = source.name;
  input.file_number = whole_file.file;
  work.figures.begin(whole_file.file);
  input.bytes = source.bytes->size();
  FileHash hash(*source.bytes, options.hashes, crew);
  const SeenBytes seen = hash.seen();
  Survey found = survey_of(*source.bytes, work, trust, seen);
  input.encoding = std::string(word(found.encoding));
  input.encoding_how = how_found(found, options, work.package);
  input.layout = std::string(word(LayoutKind::kNone));
  if (found.bad) tell_undecodable(found, whole_file.file, work.problems);

  TextStream stream(*source.bytes, found, options.window);
  input.reading.separator = work.package.delimiter != '\0' ? work.package.delimiter : find_separator(*source.bytes, found);
  input.reading.package = work.package.file;
  Reader reader(stream, whole_file.file, input.reading.separator, work.problems);
  SubmissionFile file(work, words, duties, input);
  Row row;
  Glance glance(file, work.figures, reader, {*source.bytes, found, input.reading.separator, options.window, seen}, crew, progress);
  progress.begin();
  for (glance.pass(row); reader.next(row); glance.pass(row)) {
    work.figures.begin_row(row.number, row.line);
    if (row.broken || is_cut_off(stream, reader)) {
      file.count_broken();
    } else {
      file.read_row(row);
    }
    progress.at(reader.offset());
  }
  progress.end(input.bytes);
  file.finish(found.bad.has_value(), whole_file);
  const std::uint64_t unclear = resolve_totals(work, file.yield());
  input.rows.data -= unclear;
  input.rows.error += unclear;
  add_excerpts(work.problems, first_problem, whole_file.file, stream, reader.windows());
  input.sha256 = hash.finish();
  source.bytes->check_unchanged();
  found.whole = true;  // it was read to its end
  finder.add(whole_file.file, {source.bytes, found, input.reading.separator, options.window, reader.windows()});
  return std::move(file.yield());
}

// datapackage.json names files by their path from its own folder.
PackageHints hints_for(const InputFile& source, std::size_t at, const InputOptions& options, Problems& problems) {
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

Submission read_all(const std::vector<InputFile>& files, const Catalog& catalog, const HeaderWords& words, const InputOptions& options,
                    Trust trust, Problems& problems) {
  const WordIndex index(words);
  SubmissionWork work(catalog, index, options, problems);
  DutyIndex duties(catalog.plans, options.before_duties);
  Crew crew(any_large(files, options) ? options.threads : 1);
  Progress progress(options, files);
  Submission submission;
  const auto finder = std::make_shared<PlaceFinder>();
  for (std::size_t i = 0; i < files.size(); ++i) {
    const InputFile& source = files[i];
    Input input;
    work.package = hints_for(source, i, options, problems);
    FileYield yield;
    try {
      yield = read_one(source, words, duties, work, *finder, crew, progress, trust, input);
    } catch (const Refusal& refusal) {
      Place place;
      place.file = problems.files.add(source.name);
      problems.add("file-unreadable", place, source.name, refusal.why);
      work.figures.forget_file();
      continue;
    }
    input.records = yield.records.size();
    add_cells(input.cells, yield.without_region);
    submission.inputs.push_back(std::move(input));
    for (Record& record : yield.records) submission.records.push_back(std::move(record));
  }
  submission.complete_places = [finder](const std::vector<Place*>& places) { finder->complete(places); };
  submission.figures = work.figures.finish(submission.inputs, submission.complete_places, crew);
  return submission;
}

}  // namespace

Submission load_submission(const std::vector<InputFile>& files, const Catalog& catalog, const HeaderWords& words,
                           const InputOptions& options, Problems& problems) {
  if (!any_large(files, options)) return read_all(files, catalog, words, options, Trust::kNothing, problems);
  const Problems before = problems;
  try {
    return read_all(files, catalog, words, options, Trust::kBeginnings, problems);
  } catch (const Misjudged&) {
    problems = before;
    return read_all(files, catalog, words, options, Trust::kNothing, problems);
  }
}

Submission load_submission(const std::vector<Source>& files, const Catalog& catalog, const HeaderWords& words,
                           const InputOptions& options, Problems& problems) {
  std::vector<InputFile> inputs;
  inputs.reserve(files.size());
  for (const Source& file : files) inputs.push_back({file.name, FileBytes::hold(file.bytes)});
  return load_submission(inputs, catalog, words, options, problems);
}

}  // namespace kaohe
