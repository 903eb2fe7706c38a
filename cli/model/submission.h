// SPDX-License-Identifier: Apache-2.0
// What was handed in, after reading: figures and records with their places, and the account of every row and cell.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/exact.h"
#include "base/phrase.h"
#include "base/place.h"
#include "model/date.h"
#include "model/figure_table.h"
#include "model/plan.h"
#include "model/region.h"

namespace kaohe {

struct Record {
  std::uint32_t region = kNoRegion;
  std::vector<std::string> rules;  // full ids of the rules that its duty names
  std::string duty;                // as written
  std::optional<Date> date;        // nullopt: none given, or invalid
  std::optional<DeedStatus> status;
  std::optional<Period> period;    // what it is for
  std::optional<Date> ended;       // no longer in force from this day
  std::string item, document, evidence, note;
  bool invalid = false;            // its date or status is not there or could not be read
  bool blank = false;              // a row of a blank form: nothing but the duty is filled in, so there is no deed
  Place place;
};

struct RowCount {
  std::uint64_t read = 0, header = 0, data = 0, skipped = 0, error = 0;  // read = header + data + skipped + error
};

struct CellCount {  // value cells of data rows: values = figures + missing + invalid + repeated
  std::uint64_t values = 0, figures = 0, missing = 0, invalid = 0, repeated = 0;
};

// How a file was understood, for --explain-input.
struct InputReading {
  struct Column {
    std::string cell;
    std::string header;
    Phrase what;
  };
  struct Skipped {
    Phrase kind;
    std::uint64_t rows = 0;
    std::uint32_t first_line = 0;
  };
  char separator = ',';
  std::string package;     // the datapackage.json that describes it; empty: none
  std::vector<std::uint32_t> header_lines;
  std::vector<Column> columns;
  std::uint64_t columns_more = 0;  // not listed
  std::vector<Skipped> skipped;
};

struct Input {
  std::string file;
  std::uint32_t file_number = 0;  // as in places
  std::string sha256;  // empty: nobody wanted to know
  std::uint64_t bytes = 0;
  std::string encoding;      // "gb18030"
  std::string encoding_how;  // "bom", "detected", "plausible", "option", "datapackage"
  std::string layout;        // "long", "wide-indicators", "wide-years", "wide-indicator-years", "wide-regions", "records"
  RowCount rows;
  CellCount cells;
  std::uint64_t records = 0;
  InputReading reading;
};

// Fills in the line, column and offset of cells of which only file, row and field are known.
using CompletePlaces = std::function<void(const std::vector<Place*>&)>;

struct Submission {
  FigureTable figures;
  std::vector<Record> records;  // in the order of the files and rows
  std::vector<Input> inputs;
  CompletePlaces complete_places;  // may be empty: all places are whole
};

}  // namespace kaohe
