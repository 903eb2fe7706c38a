// SPDX-License-Identifier: Apache-2.0
// libxlsxwriter, loaded when the first workbook is made: few runs make one, and all the others would wait for it and for
// the libraries that it needs.
#pragma once

#include <xlsxwriter.h>

namespace kaohe {

struct XlsxLibrary {
  decltype(&::format_set_bg_color) format_set_bg_color = nullptr;
  decltype(&::format_set_bold) format_set_bold = nullptr;
  decltype(&::format_set_bottom) format_set_bottom = nullptr;
  decltype(&::format_set_font_color) format_set_font_color = nullptr;
  decltype(&::lxw_strerror) lxw_strerror = nullptr;
  decltype(&::lxw_workbook_free) lxw_workbook_free = nullptr;
  decltype(&::workbook_add_format) workbook_add_format = nullptr;
  decltype(&::workbook_add_worksheet) workbook_add_worksheet = nullptr;
  decltype(&::workbook_close) workbook_close = nullptr;
  decltype(&::workbook_new) workbook_new = nullptr;
  decltype(&::workbook_set_properties) workbook_set_properties = nullptr;
  decltype(&::worksheet_autofilter) worksheet_autofilter = nullptr;
  decltype(&::worksheet_conditional_format_range) worksheet_conditional_format_range = nullptr;
  decltype(&::worksheet_freeze_panes) worksheet_freeze_panes = nullptr;
  decltype(&::worksheet_set_column) worksheet_set_column = nullptr;
  decltype(&::worksheet_write_number) worksheet_write_number = nullptr;
  decltype(&::worksheet_write_string) worksheet_write_string = nullptr;
};

// Throws a Refusal where there is no such library, or not all of it.
[[nodiscard]] XlsxLibrary load_xlsx_library(const char* name);
// The one that the program was built for.
[[nodiscard]] const XlsxLibrary& xlsx();

}  // namespace kaohe
