// SPDX-License-Identifier: Apache-2.0
// The one list of formats: a new one is a file and a line here.
#include "report/format.h"

namespace kaohe {
namespace {

constexpr Format kFormats[] = {
    {"text", write_text},
    {"json", write_json},
};

}  // namespace

std::span<const Format> formats() { return kFormats; }

}  // namespace kaohe
