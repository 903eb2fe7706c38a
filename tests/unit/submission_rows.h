// SPDX-License-Identifier: Apache-2.0
// Files with a figure a row, and what comes of them, in rows of a test.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "submission_reading.h"

namespace kaohe::small {

inline std::string long_file(const std::string& rows) { return "region,period,indicator,value,unit\n" + rows; }

struct Expected {
  const char* rows;
  const char* figures;
  const char* faults;
};

inline void check(const std::vector<Expected>& rows) {
  for (const Expected& row : rows) {
    CAPTURE(row.rows);
    const ReadBack reading = read_text(long_file(row.rows));
    CHECK(figures(reading.submission) == row.figures);
    CHECK(faults(reading.problems) == row.faults);
    CHECK(adds_up(reading.submission));
  }
}

}  // namespace kaohe::small
