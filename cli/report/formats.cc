// SPDX-License-Identifier: Apache-2.0
// The one list of formats: a new one is a file and a line here.
#include "report/format.h"

namespace kaohe {
namespace {

constexpr Format kFormats[] = {
    {"text", write_text},
    {"json", write_json, false, true, pour_json},
    {"csv", write_csv, false, true, pour_csv},
    {"md", write_markdown},
    {"html", write_html},
    {"junit", write_junit},
    {"sarif", write_sarif, false, true},
    {"github", write_github, false, true},
    {"gitlab", write_gitlab},
    {"tap", write_tap},
    {"xlsx", write_xlsx, true},
};

}  // namespace

std::span<const Format> formats() { return kFormats; }

}  // namespace kaohe
