// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>

#include "base/file.h"
#include "report/table/xlsx_library.h"

namespace kaohe {
namespace {

TEST_CASE("without libxlsxwriter a workbook is refused, and what is absent is named") {
  std::string why;
  try {
    (void)load_xlsx_library("libnone-such.so.4");
  } catch (const Refusal& refusal) {
    why = refusal.why.en;
  }
  CHECK(why.find("libxlsxwriter has to be installed") != std::string::npos);
  CHECK(why.find("libnone-such.so.4") != std::string::npos);
  CHECK((xlsx().workbook_new != nullptr));
}

}  // namespace
}  // namespace kaohe
