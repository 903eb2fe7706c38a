// SPDX-License-Identifier: Apache-2.0
#include "report/json/json_parts.h"
#include "report/trace.h"
#include "version.h"

namespace kaohe {
namespace {

constexpr int kTraceFormat = 1;

Json json_spot(const Place& place) { return {{"line", place.line}, {"column", place.column}, {"offset", place.offset}}; }

void put_owner(Json& out, const TraceReport& report, std::size_t rule, std::size_t unchecked) {
  out["rule"] = rule == kNoneFound ? Json() : Json(report.plan.rules[rule].full_id);
  out["unchecked"] = unchecked == kNoneFound ? Json() : Json(report.plan.unchecked[unchecked].place.line);
}

Json json_anchor(const TraceReport& report, const AnchorTrace& one) {
  Json out;
  put_owner(out, report, one.rule, one.unchecked);
  const Clause& source = one.rule != kNoneFound ? report.plan.rules[one.rule].source : report.plan.unchecked[one.unchecked].source;
  out["clause"] = source.path;
  out["anchor"] = source.anchor;
  out["found"] = Json::array();
  for (const Place& place : one.found) out["found"].push_back(json_spot(place));
  return out;
}

Json json_mark(const TraceReport& report, const MarkTrace& one) {
  Json out;
  out["kind"] = word(one.kind);
  out["text"] = one.text;
  out["line"] = one.place.line;
  out["column"] = one.place.column;
  out["offset"] = one.place.offset;
  out["section"] = or_null(report.trace.sections[one.section].path);
  out["excerpt"] = one.excerpt;
  out["covered_by"] = word(one.cover);
  put_owner(out, report, one.rule, one.unchecked);
  return out;
}

Json json_section(const SectionTrace& one) {
  return {{"section", or_null(one.path)}, {"heading", one.title},   {"line", one.place.line}, {"anchors", one.anchors},
          {"figures", one.figures},       {"years", one.years},     {"words", one.words},     {"open", one.open}};
}

}  // namespace

std::string write_trace_json(const TraceReport& report) {
  const Trace& trace = report.trace;
  Json out;
  out["kaohe"] = kVersion;
  out["format"] = kTraceFormat;
  out["plan"] = {{"id", report.plan.id}, {"file", report.plan.file}, {"sha256", report.plan.sha256}};
  out["text"] = {{"file", report.file}, {"sha256", report.sha256}, {"encoding", report.encoding}};
  out["anchors"] = Json::array();
  for (const AnchorTrace& one : trace.anchors) out["anchors"].push_back(json_anchor(report, one));
  out["marks"] = Json::array();
  for (const MarkTrace& one : trace.marks) out["marks"].push_back(json_mark(report, one));
  out["sections"] = Json::array();
  for (const SectionTrace& one : trace.sections) out["sections"].push_back(json_section(one));
  out["summary"] = {{"anchors", trace.anchors.size()}, {"absent", trace.absent}, {"repeated", trace.repeated},
                    {"marks", trace.marks.size()},     {"open", trace.open}};
  out["exit"] = trace.clean() ? 0 : 1;
  return out.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace kaohe
