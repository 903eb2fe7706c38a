// SPDX-License-Identifier: Apache-2.0
#include "report/table/xlsx_library.h"

#include <dlfcn.h>

#include <string>

#include "base/file.h"

namespace kaohe {
namespace {

std::string last_error() {
  const char* error = ::dlerror();
  return error == nullptr ? std::string() : std::string(error);
}

[[noreturn]] void refuse() {
  const std::string why = last_error();
  throw Refusal{{"无法生成 xlsx：需要安装 libxlsxwriter（" + why + "）", "cannot make the xlsx file: libxlsxwriter has to be installed (" + why + ")"}};
}

template <typename Function>
void find(void* library, const char* name, Function& function) {
  function = reinterpret_cast<Function>(::dlsym(library, name));
  if (function == nullptr) refuse();
}

}  // namespace

// It is never closed: what it gave is used until the program ends.
XlsxLibrary load_xlsx_library(const char* name) {
  void* file = ::dlopen(name, RTLD_NOW | RTLD_LOCAL);
  if (file == nullptr) refuse();
  XlsxLibrary library;
  find(file, "format_set_bg_color", library.format_set_bg_color);
  find(file, "format_set_bold", library.format_set_bold);
  find(file, "format_set_bottom", library.format_set_bottom);
  find(file, "format_set_font_color", library.format_set_font_color);
  find(file, "lxw_strerror", library.lxw_strerror);
  find(file, "lxw_workbook_free", library.lxw_workbook_free);
  find(file, "workbook_add_format", library.workbook_add_format);
  find(file, "workbook_add_worksheet", library.workbook_add_worksheet);
  find(file, "workbook_close", library.workbook_close);
  find(file, "workbook_new", library.workbook_new);
  find(file, "workbook_set_properties", library.workbook_set_properties);
  find(file, "worksheet_autofilter", library.worksheet_autofilter);
  find(file, "worksheet_conditional_format_range", library.worksheet_conditional_format_range);
  find(file, "worksheet_freeze_panes", library.worksheet_freeze_panes);
  find(file, "worksheet_set_column", library.worksheet_set_column);
  find(file, "worksheet_write_number", library.worksheet_write_number);
  find(file, "worksheet_write_string", library.worksheet_write_string);
  return library;
}

const XlsxLibrary& xlsx() {
  static const XlsxLibrary library = load_xlsx_library(KAOHE_XLSXWRITER);
  return library;
}

}  // namespace kaohe
