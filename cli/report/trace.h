// SPDX-License-Identifier: Apache-2.0
// What tracing a plan's text found, to bytes.
#pragma once

#include <string>

#include "compare/trace.h"
#include "report/format.h"

namespace kaohe {

struct TraceReport {
  const Plan& plan;
  const Trace& trace;
  std::string file;      // of the text, as given
  std::string encoding;  // "utf-8"
  std::string sha256;    // of the file
  const FileList& files;  // that places of the plan refer to
  Language language = Language::kZh;
};

[[nodiscard]] std::string write_trace_text(const TraceReport& report, const Style& style);
[[nodiscard]] std::string write_trace_json(const TraceReport& report);

}  // namespace kaohe
