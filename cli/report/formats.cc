// SPDX-License-Identifier: Apache-2.0
// The one list of formats: a new one is a file and a line here.
#include "report/format.h"

namespace kaohe {
namespace {

constexpr Format kFormats[] = {
    {.name = "text", .write = write_text},
    {.name = "json", .write = write_json, .places = true, .hashes = true, .pour = pour_json},
    {.name = "csv", .write = write_csv, .places = true, .pour = pour_csv},
    {.name = "md", .write = write_markdown, .hashes = true},
    {.name = "html", .write = write_html, .hashes = true},
    {.name = "junit", .write = write_junit},
    {.name = "sarif", .write = write_sarif, .places = true, .hashes = true},
    {.name = "github", .write = write_github, .places = true},
    {.name = "gitlab", .write = write_gitlab},
    {.name = "tap", .write = write_tap},
    {.name = "xlsx", .write = write_xlsx, .binary = true, .hashes = true},
};

}  // namespace

std::span<const Format> formats() { return kFormats; }

}  // namespace kaohe
