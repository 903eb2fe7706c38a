// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "base/text.h"
#include "model/words.h"
#include "report/page.h"
#include "report/proof.h"

namespace kaohe {
namespace {

constexpr std::size_t kMostListed = 100;  // of each list; JSON has all

void write_list(std::string& out, const Problems& problems, Language language, const Style& style) {
  std::size_t listed = 0, more = 0;
  for (const Problem& problem : problems.all()) {
    if (++listed > kMostListed) {
      ++more;
      continue;
    }
    out += problem_text(problem, problems.files, language, style);
    if (out.back() != '\n') out += '\n';
  }
  if (more == 0) return;
  out += language == Language::kZh ? fmt::format("另有 {} 处，--format json 全部列出\n", more) : fmt::format("{} more, --format json lists all\n", more);
}

// "fail 40 μg/m³" with the outcome in words.
std::string in_words(const Page& page, const std::string& outcome) {
  const std::string_view first = std::string_view(outcome).substr(0, outcome.find(' '));
  for (const Outcome each : kOutcomes) {
    if (word(each) == first) return page.say(name(each)) + outcome.substr(first.size());
  }
  return page.say({"未判", "not judged"});
}

void write_about(Page& page, const Proof& proof) {
  const auto add = [&](const Phrase& label, const std::string& value) {
    if (!value.empty()) page.line(2, page.say(label) + value);
  };
  add({"提交单位：", "submitted by: "}, proof.by);
  add({"提交日期：", "submitted on: "}, proof.on);
  add({"依据文件：", "document: "}, proof.document);
  add({"更正并取代：", "corrects and replaces: "}, proof.replaces);
  add({"截至：", "as of: "}, proof.as_of);
  page.line(2, page.say({fmt::format("内容：{} 个文件，{} 字节", proof.files, proof.bytes), fmt::format("payload: {} files, {} bytes", proof.files, proof.bytes)}));
  if (!proof.seal.empty()) add({"封印：", "seal: "}, proof.seal);
  if (!proof.signed_by.empty()) add({"签名有效，签名者：", "signature: good, by "}, proof.signed_by);
  if (proof.again) {
    page.line(2, *proof.again ? page.say({"重新判定：报告逐字节相同", "judged again: the report is the same, byte for byte"}) : page.say({"重新判定：报告不同", "judged again: the report is another"}));
  }
  if (proof.exit == 0 && proof.signed_by.empty() && !proof.seal_given) {
    page.line(2, page.say({"未核对签名：连同清单一起重做的归档也会通过，请将封印与另处记下的比较（--seal），或核对签名",
                           "no signature was checked: an archive made anew, manifests and all, would pass too; compare the seal with one noted elsewhere (--seal), or check a signature"}), Ink::kDim);
  }
  if (!proof.note.empty()) page.line(2, page.say(proof.note), Ink::kDim);
}

void write_differences(Page& page, const Proof& proof) {
  if (!proof.before || !proof.after) return;
  const RunsReport report{*proof.before, *proof.after, proof.difference, proof.language};
  page.heading(page.say({fmt::format("判定不同（封存的 → 重新判定的），{} 处", proof.difference.verdicts.size()),
                         fmt::format("verdicts that differ (as sealed → as judged now): {}", proof.difference.verdicts.size())}));
  std::size_t listed = 0;
  for (const RunVerdictChange& one : proof.difference.verdicts) {
    if (++listed > kMostListed) break;
    page.line(2, verdict_change_text(report, one));
  }
  if (proof.before->program != proof.after->program) page.line(2, page.say(name(Cause::kProgram)) + page.say({"：", ": "}) + proof.before->program + " → " + proof.after->program, Ink::kDim);
  if (proof.difference.verdicts.size() > kMostListed) page.line(2, page.say({"其余见 --format json", "--format json lists all"}), Ink::kDim);
}

}  // namespace

std::string proof_text(const Proof& proof, const Style& style) {
  std::string out;
  write_list(out, proof.problems, proof.language, style);
  Page page(style, proof.language);
  const bool good = proof.exit == 0;
  const Phrase result = good ? (proof.again ? Phrase{"完好，并得出同一份报告", "whole, and it gives the same report"} : Phrase{"完好", "whole"})
                             : (proof.exit == 1 ? Phrase{"与封存时不符", "not as it was sealed"} : Phrase{"未能核对", "could not be verified"});
  page.line(0, {{std::string(good ? "✓ " : "✗ "), good ? Ink::kGreen : Ink::kRed}, {proof.archive + page.say({"：", ": "}) + page.say(result), Ink::kBold}});
  write_about(page, proof);
  write_differences(page, proof);
  return out + page.take();
}

std::string history_text(const HistoryReport& report, const Style& style) {
  std::string out;
  write_list(out, report.problems, report.language, style);
  Page page(style, report.language);
  for (const HistoryArchive& one : report.archives) {
    page.line(0, {{one.name, Ink::kBold}, {page.say({"  截至 ", "  as of "}) + (one.as_of.empty() ? "-" : one.as_of) + page.say({"，退出状态 ", ", exit status "}) + std::to_string(one.exit)}});
    std::string counts;
    for (const auto& [outcome, count] : one.summary) {
      if (count == 0) continue;
      for (const Outcome each : kOutcomes) {
        if (word(each) == outcome) counts += (counts.empty() ? "" : page.say({"，", ", "})) + page.say(name(each)) + " " + std::to_string(count);
      }
    }
    if (!counts.empty()) page.line(2, counts);
    const std::string who = one.by + (one.on.empty() ? "" : (one.by.empty() ? "" : " ") + one.on) + (one.document.empty() ? "" : " " + one.document);
    if (!who.empty()) page.line(2, page.say({"提交：", "submitted: "}) + who);
    for (const HistoryArchive& other : report.archives) {
      if (!one.replaces.empty() && other.seal == one.replaces) page.line(2, page.say({"更正并取代 ", "corrects and replaces "}) + other.name);
    }
    page.line(2, page.say({"封印 ", "seal "}) + one.seal, Ink::kDim);
  }
  if (report.asked) page.heading(page.say({fmt::format("判定（{} 处）", report.verdicts.size()), fmt::format("verdicts ({})", report.verdicts.size())}));
  for (const HistoryVerdict& one : report.verdicts) {
    page.line(2, one.rule + "  " + one.region + (one.item.empty() ? "" : " " + one.item) + " " + one.period);
    for (std::size_t i = 0; i < one.outcomes.size(); ++i) page.line(6, report.archives[i].name + ": " + in_words(page, one.outcomes[i]), Ink::kDim);
  }
  page.blank();
  page.line(0, page.say({fmt::format("{} 个归档，目录末行的 SHA-256：", report.archives.size()), fmt::format("{} archive{}, head ", report.archives.size(), report.archives.size() == 1 ? "" : "s")}) + (report.head.empty() ? "-" : report.head));
  return out + page.take();
}

}  // namespace kaohe
