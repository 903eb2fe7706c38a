// SPDX-License-Identifier: Apache-2.0
// JUnit XML: a suite a plan, a case a verdict, and a suite for what is wrong with the input. What falls short is a
// failure, unusable input an error; whatever was not decided is skipped and says why, so that none of it counts as
// passed.
#include <pugixml.hpp>

#include "base/text.h"
#include "report/format.h"
#include "report/text/text_parts.h"
#include "report/told.h"

namespace kaohe {
namespace {

struct Counts {
  std::size_t tests = 0, failures = 0, errors = 0, skipped = 0;
  void add(const Counts& other) {
    tests += other.tests;
    failures += other.failures;
    errors += other.errors;
    skipped += other.skipped;
  }
};

struct Memory : pugi::xml_writer {
  std::string bytes;
  void write(const void* data, std::size_t size) override { bytes.append(static_cast<const char*>(data), size); }
};

// XML has no place for most control characters, whatever the escape.
void set(pugi::xml_node node, const char* name, const std::string& value) {
  node.append_attribute(name).set_value(visible(value).c_str());
}

void set_counts(pugi::xml_node node, const Counts& counts) {
  set(node, "tests", std::to_string(counts.tests));
  set(node, "failures", std::to_string(counts.failures));
  set(node, "errors", std::to_string(counts.errors));
  set(node, "skipped", std::to_string(counts.skipped));
  set(node, "time", "0");
}

void set_place(pugi::xml_node test, const Report& report, const Place& place) {
  if (!place.known()) return;
  set(test, "file", std::string(report.problems.files.name(place)));
  if (place.line > 0) set(test, "line", std::to_string(place.line));
}

void add_result(pugi::xml_node test, const char* kind, std::string_view type, const std::string& text,
                const std::string& details) {
  pugi::xml_node node = test.append_child(kind);
  if (std::string_view(kind) != "skipped") set(node, "type", std::string(type));
  set(node, "message", std::string(type) + ": " + text);
  if (!details.empty()) node.text().set(visible(details).c_str());
}

void write_verdict(pugi::xml_node suite, const Page& page, const Report& report, const Verdict& verdict,
                   Counts& counts) {
  const Rule& rule = report.rule_of(verdict);
  pugi::xml_node test = suite.append_child("testcase");
  set(test, "classname", rule.full_id);
  set(test, "name",
      subject(page, report, verdict) + (verdict.indicative ? page.say({"（参照）", " (indicative)"}) : ""));
  set(test, "time", "0");
  const Place place = place_to_look_at(verdict);
  set_place(test, report, place);
  ++counts.tests;
  const std::string text = message(page, report, verdict);
  const std::string where = verdict.figures.empty()
                                ? std::string()
                                : page.say({"依据：", "stands in: "}) + place_list(page, report, verdict.figures, 8);
  const std::string details = page.say({"条款 ", "clause "}) + clause_in_words(page, rule) +
                              (where.empty() ? "" : page.say({"；", "; "}) + where);
  // What is indicative is never counted, so it is never a failure.
  const Outcome outcome = verdict.outcome;
  if (outcome == Outcome::kFail && !verdict.indicative) {
    ++counts.failures;
    add_result(test, "failure", word(outcome), text, details);
  } else if (outcome == Outcome::kInvalid && !verdict.indicative) {
    ++counts.errors;
    add_result(test, "error", word(outcome), text, details);
  } else if (outcome != Outcome::kPass) {
    ++counts.skipped;
    add_result(test, "skipped", word(outcome), text, {});
  } else {
    test.append_child("system-out")
        .text()
        .set(visible(text + (where.empty() ? "" : page.say({"；", "; "}) + where)).c_str());
  }
}

void add_property(pugi::xml_node properties, const char* name, const std::string& value) {
  pugi::xml_node property = properties.append_child("property");
  set(property, "name", name);
  set(property, "value", value);
}

Counts write_plan(pugi::xml_node root, const Page& page, const Report& report, std::size_t plan) {
  const Plan& of = report.catalog.plans[plan];
  pugi::xml_node suite = root.append_child("testsuite");
  set(suite, "name", of.id);
  Counts counts;
  pugi::xml_node properties = suite.append_child("properties");
  add_property(properties, "title", page.say(of.title));
  add_property(properties, "sha256", of.sha256);
  add_property(properties, "as-of", report.as_of.from.empty() ? "" : report.as_of.date.text());
  add_property(properties, "reading", std::string(word(report.reading)));
  for (std::size_t i = 0; i < report.verdicts.size(); ++i) {
    const Brief& brief = report.verdicts[i];
    if (report.verdicts.batch(brief).plan == plan && report.in_reading(brief)) write_verdict(suite, page, report, report.verdict(i), counts);
  }
  set_counts(suite, counts);
  return counts;
}

Counts write_input(pugi::xml_node root, const Page& page, const Report& report) {
  Counts counts;
  if (report.problems.all().empty() && report.since.gone.empty()) return counts;
  pugi::xml_node suite = root.append_child("testsuite");
  set(suite, "name", "input");
  for (const Problem& problem : report.problems.all()) {
    pugi::xml_node test = suite.append_child("testcase");
    set(test, "classname", "input/" + std::string(problem.code));
    const std::string where =
        problem.place.known() ? place_text(page, report, problem.place) + page.say({"：", ": "}) : std::string();
    set(test, "name", where + page.say(problem.message));
    set(test, "time", "0");
    set_place(test, report, problem.place);
    ++counts.tests;
    const bool error = problem.severity == Severity::kError;
    ++(error ? counts.errors : counts.skipped);
    add_result(test, error ? "error" : "skipped", error ? problem.code : word(problem.severity),
               page.say(problem.message), page.say(problem.hint));
  }
  for (const GoneVerdict& gone : report.since.gone) {
    pugi::xml_node test = suite.append_child("testcase");
    set(test, "classname", gone.rule);
    set(test, "name", gone_in_words(page, report, gone));
    set(test, "time", "0");
    ++counts.tests;
    ++counts.skipped;
    add_result(test, "skipped", word(Change::kGone), page.say(gone.why), {});
  }
  set_counts(suite, counts);
  return counts;
}

}  // namespace

std::string write_junit(const Report& report, const Style&) {
  const Page page = plain_page(report);
  pugi::xml_document document;
  pugi::xml_node declaration = document.append_child(pugi::node_declaration);
  declaration.append_attribute("version").set_value("1.0");
  declaration.append_attribute("encoding").set_value("UTF-8");
  pugi::xml_node root = document.append_child("testsuites");
  set(root, "name", "kaohe");
  Counts all;
  for (std::size_t plan = 0; plan < report.catalog.plans.size(); ++plan) all.add(write_plan(root, page, report, plan));
  all.add(write_input(root, page, report));
  set_counts(root, all);
  Memory out;
  document.save(out, " ", pugi::format_indent, pugi::encoding_utf8);
  return out.bytes;
}

}  // namespace kaohe
