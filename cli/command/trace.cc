// SPDX-License-Identifier: Apache-2.0
// A plan's text against its rule file: load both, trace, write.
#include "command/plan_options.h"

#include "command/console.h"
#include "command/inputs.h"
#include "command/usage_error.h"
#include "csv/decode.h"
#include "report/trace.h"

namespace kaohe {
namespace {

constexpr int kCouldNot = 2;

Source read_text(const std::string& path) {
  Result<Source> file = read_file(path);
  if (!file.ok()) throw UsageError{file.refusal().why, {}};
  return std::move(file.value());
}

Decoded decode_text(const Source& file) {
  Decoded decoded = decode(file.bytes);
  if (decoded.bad) {
    const std::string at = std::to_string(decoded.bad->offset);
    throw UsageError{{"“" + file.name + "”第 " + at + " 字节处无法解码", "cannot decode \"" + file.name + "\" at byte " + at},
                     {"原文应为 UTF-8、GB18030 或 UTF-16", "the text must be UTF-8, GB18030 or UTF-16"}};
  }
  if (decoded.text.empty()) throw UsageError{{"“" + file.name + "”是空文件", "\"" + file.name + "\" is empty"}, {}};
  return decoded;
}

// Offsets are of the file as it is on disk, whatever its encoding.
void put_source_offsets(const Decoded& decoded, Trace& trace) {
  for (AnchorTrace& anchor : trace.anchors) {
    for (Place& place : anchor.found) place.offset = decoded.source_offset(place.offset);
  }
  for (MarkTrace& mark : trace.marks) mark.place.offset = decoded.source_offset(mark.place.offset);
}

}  // namespace

int trace_text(const TraceArguments& arguments, Language language) {
  const PlanOptions options = plan_options(arguments.common, language);
  const Phrase example{"例如 kaohe trace jiangxi-2017 --text plan.txt", "for example kaohe trace jiangxi-2017 --text plan.txt"};
  if (arguments.plan.empty()) throw UsageError{{"没有给出规划", "no plan given"}, example};
  if (arguments.text.empty()) throw UsageError{{"没有给出规划原文（--text）", "no text of the plan given (--text)"}, example};
  Problems problems;
  const Sources sources = open_sources(options.rules, options.data);
  const Catalog catalog = load_tables(sources, problems);
  const Plan plan = load_named_plan(sources, catalog, arguments.plan, problems);
  if (tell_problems(options, problems)) return kCouldNot;
  const Source file = read_text(arguments.text);
  const Decoded decoded = decode_text(file);

  Trace traced = trace(plan, decoded.text);
  put_source_offsets(decoded, traced);
  const TraceReport report{plan, traced, arguments.text, std::string(word(decoded.encoding)), sha256_hex(file.bytes), problems.files, options.language};
  return write_result(options, options.json ? write_trace_json(report) : write_trace_text(report, output_style(options)), traced.clean() ? 0 : 1);
}

}  // namespace kaohe
