// SPDX-License-Identifier: Apache-2.0
// Reads CSV texts against the small catalog and shows what came of it as short text, for tests in rows.
#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

#include "submission_catalog.h"

namespace kaohe::small {

struct ReadBack {
  Submission submission;
  Problems problems;
};

inline ReadBack read_files(const std::vector<Source>& files, const InputOptions& options = {}) {
  static const Catalog all = catalog();
  static const HeaderWords words = header_words();
  ReadBack reading;
  reading.submission = load_submission(files, all, words, options, reading.problems);
  reading.problems.sort();
  return reading;
}

inline ReadBack read_text(std::string_view text) { return read_files({{"f.csv", std::string(text)}}); }

// "360000 2020 forest_coverage 63.1", one a line; a value in the indicator's unit, "missing" or "invalid".
inline std::string figures(const Submission& submission) {
  static const Catalog all = catalog();
  std::string lines;
  for (const FigureRef figure : submission.figures) {
    const std::string value = figure.state() == CellState::kValue     ? show(figure.value(), 12)
                              : figure.state() == CellState::kMissing ? "missing"
                                                                      : "invalid";
    lines += all.regions[figure.region()].code + " " + figure.period().text() + " " + all.indicators[figure.indicator()].id + " " +
             value + "\n";
  }
  return lines;
}

// "region-unknown B2; number-invalid D3": errors and warnings, in the order of reports.
inline std::string faults(const Problems& problems) {
  std::string all;
  for (const Problem& problem : problems.all()) {
    if (problem.severity == Severity::kNote) continue;
    if (!all.empty()) all += "; ";
    all += std::string(problem.code);
    const std::string cell = excel_cell(problem.place);
    if (!cell.empty()) all += " " + cell;
  }
  return all;
}

inline std::size_t count(const Problems& problems, std::string_view code) {
  std::size_t n = 0;
  for (const Problem& problem : problems.all()) n += problem.code == code ? 1 : 0;
  return n;
}

inline const Problem* find(const Problems& problems, std::string_view code) {
  for (const Problem& problem : problems.all()) {
    if (problem.code == code) return &problem;
  }
  return nullptr;
}

// Both sums of every file, and the figures kept against the counts.
inline bool adds_up(const Submission& submission) {
  std::uint64_t values = 0, missing = 0, records = 0;
  for (const Input& input : submission.inputs) {
    const RowCount& rows = input.rows;
    const CellCount& cells = input.cells;
    if (rows.read != rows.header + rows.data + rows.skipped + rows.error) return false;
    if (cells.values != cells.figures + cells.missing + cells.invalid + cells.repeated) return false;
    values += cells.figures;
    missing += cells.missing;
    records += input.records;
  }
  std::uint64_t held = 0, held_missing = 0;
  for (const FigureRef figure : submission.figures) {
    held += figure.has_value() ? 1 : 0;
    held_missing += figure.state() == CellState::kMissing ? 1 : 0;
  }
  return held == values && held_missing <= missing && records == submission.records.size();
}

// "read 3 header 1 data 2 skipped 0 error 0 | values 2 figures 2 missing 0 invalid 0 repeated 0"
inline std::string account(const Input& input) {
  const RowCount& r = input.rows;
  const CellCount& c = input.cells;
  const auto n = [](std::uint64_t number) { return std::to_string(number); };
  return "read " + n(r.read) + " header " + n(r.header) + " data " + n(r.data) + " skipped " + n(r.skipped) + " error " +
         n(r.error) + " | values " + n(c.values) + " figures " + n(c.figures) + " missing " + n(c.missing) + " invalid " +
         n(c.invalid) + " repeated " + n(c.repeated);
}

// All that was read of one file, with the place of every figure and every word about it.
inline std::string everything(const ReadBack& reading) {
  std::vector<Place> places;
  places.reserve(reading.submission.figures.size());
  for (const FigureRef figure : reading.submission.figures) places.push_back(figure.place());
  std::vector<Place*> wanted;
  for (Place& place : places) wanted.push_back(&place);
  Problems problems = reading.problems;
  for (Place* place : problems.places()) wanted.push_back(place);
  reading.submission.complete_places(wanted);
  const Input& input = reading.submission.inputs.at(0);
  std::string out = fmt::format("{} {} {} {}\n", account(input), input.sha256, input.encoding, input.encoding_how);
  std::size_t i = 0;
  for (const FigureRef figure : reading.submission.figures) {
    const Place& place = places[i++];
    out += fmt::format("{} {} {} {} {} {} = {} {}:{} {} {}\n", figure.region(), figure.period().text(), figure.indicator(), static_cast<int>(figure.state()),
                       figure.written().text(), figure.unit(), figure.value().fraction_text(), place.line, place.column, place.row, place.offset);
  }
  for (const Record& record : reading.submission.records) {
    out += fmt::format("{} {} {} {} {}:{}\n", record.region, fmt::join(record.rules, "&"), record.date ? record.date->text() : "", record.invalid, record.place.line, record.place.row);
  }
  for (const Problem& problem : problems.all()) {
    out += fmt::format("{} {}:{} {} {} +{} to {}:{} {} {} {} {}\n", problem.code, problem.place.line, problem.place.column, problem.text, problem.message.zh, problem.more,
                       problem.last.line, problem.last.column, problem.last.field, problem.last.row, problem.last.offset, problem.excerpt);
  }
  return out;
}

}  // namespace kaohe::small
