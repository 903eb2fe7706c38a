// SPDX-License-Identifier: Apache-2.0
#include "archive/papers.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "base/text.h"

namespace kaohe {
namespace {

using Json = nlohmann::ordered_json;

Phrase result_of(int exit) {
  switch (exit) {
    case 0: return {"到期任务均达标", "nothing that is due falls short"};
    case 1: return {"有任务未达标", "a rule fails"};
    case 3: return {"无任务未达标，但有到期任务缺数据，或尚无任务到期", "no rule fails, but data for one that is due are missing, or nothing is due"};
    default: break;
  }
  return {"未能判定：输入或规则有误", "could not judge: the input or a rule file is at fault"};
}

std::string line(std::string_view label, const std::string& value) { return value.empty() ? std::string() : fmt::format("  {}{}\n", label, visible(value)); }

std::string counts(const Report& report, Language language) {
  std::string out;
  for (const Tier tier : kTiers) {
    std::string all;
    for (const Outcome outcome : kOutcomes) {
      const std::uint64_t count = report.summary[static_cast<std::size_t>(tier)][static_cast<std::size_t>(outcome)];
      if (count > 0) all += fmt::format("{}{} {}", all.empty() ? "" : (language == Language::kZh ? "，" : ", "), name(outcome).in(language), count);
    }
    if (!all.empty()) out += fmt::format("    {}: {}\n", word(tier), all);
  }
  return out;
}

std::string names(const Paper& paper) {
  std::string out;
  for (const PaperFile& file : paper.files) out += fmt::format("  {}\n      {}\n", file.path, visible(file.name));
  return out;
}

std::string chinese(const Paper& paper, const Report& report) {
  const std::string absent = paper.evidence_absent == 0 ? "" : fmt::format("  记录提到而未收入的佐证：{} 件，见 options.json\n", paper.evidence_absent);
  return fmt::format(
      "封存的判定\n==========\n\n"
      "本文件夹（或 tar 文件）封存一次判定：提交的文件原样、判定所用的规则与数据表、判定报告。任何人日后都能核对这些\n"
      "字节未被改动，并由它们重新得出同一份报告。封存的形式是 BagIt（RFC 8493）。\n\n"
      "{}{}{}{}  截至：{}\n  结果：{}（退出状态 {}）\n{}  判定程序：kaohe {}\n{}\n"
      "内容\n"
      "  data/report.html     判定报告，用浏览器看\n"
      "  data/report.json     同一份报告，供程序读取；核对时逐字节比较\n"
      "  data/submission/     提交的文件，一个字节也没有改\n"
      "  data/evidence/       记录所提到的佐证文件\n"
      "  data/rules/, data/plans/   规则文件\n"
      "  data/tables/         登记表、指标、单位等数据表\n"
      "  data/waivers/, data/since/ 豁免文件，上次的报告\n"
      "  data/options.json    判定时的选项，各文件原来的名称\n"
      "  data/statement.json  未签名的 in-toto 声明，列出以上文件的 SHA-256\n\n"
      "核对\n"
      "  不用本程序：sha256sum -c tagmanifest-sha256.txt && sha256sum -c manifest-sha256.txt\n"
      "  用本程序：  kaohe verify 本文件夹\n"
      "  tagmanifest-sha256.txt 的 SHA-256 是整个归档的封印；签名签的就是这个文件。没有签名或另外记下的封印，\n"
      "  就不能排除有人连同清单一起重做。\n\n"
      "原来的名称\n{}",
      line("提交单位：", paper.by), line("提交日期：", paper.on), line("依据文件：", paper.document),
      paper.replaces.empty() ? "" : fmt::format("  更正并取代：{}（封印 {}）\n", visible(paper.replaces), paper.replaces_seal),
      report.as_of.from.empty() ? "（无）" : report.as_of.date.text(), result_of(report.exit).zh, report.exit, counts(report, Language::kZh), paper.program, absent, names(paper));
}

std::string english(const Paper& paper, const Report& report) {
  const std::string absent = paper.evidence_absent == 0 ? "" : fmt::format("  evidence that records name and that is not here: {}, see options.json\n", paper.evidence_absent);
  return fmt::format(
      "A sealed verdict\n================\n\n"
      "This folder (or tar file) seals one judgement: the files as they were handed in, the rules and tables that judged\n"
      "them, and the report. Anybody can check later that no byte has changed, and make the same report from them again.\n"
      "Its form is BagIt (RFC 8493).\n\n"
      "{}{}{}{}  as of: {}\n  result: {} (exit status {})\n{}  judged by: kaohe {}\n{}\n"
      "What is here\n"
      "  data/report.html     the report, for a browser\n"
      "  data/report.json     the same report for programs; compared byte for byte when it is verified\n"
      "  data/submission/     the files as they were handed in\n"
      "  data/evidence/       evidence that records name\n"
      "  data/rules/, data/plans/   rule files\n"
      "  data/tables/         register, indicators, units and other tables\n"
      "  data/waivers/, data/since/ waivers, the earlier report\n"
      "  data/options.json    the options of the judgement, and what each file was called\n"
      "  data/statement.json  an unsigned in-toto statement: the SHA-256 of the files above\n\n"
      "To check\n"
      "  without the program: sha256sum -c tagmanifest-sha256.txt && sha256sum -c manifest-sha256.txt\n"
      "  with it:             kaohe verify THIS-FOLDER\n"
      "  The SHA-256 of tagmanifest-sha256.txt is the seal of all of it; a signature signs that file. Without a signature,\n"
      "  or the seal noted elsewhere, somebody could have made everything anew, manifests and all.\n\n"
      "What the files were called\n{}",
      line("submitted by: ", paper.by), line("submitted on: ", paper.on), line("document: ", paper.document),
      paper.replaces.empty() ? "" : fmt::format("  corrects and replaces: {} (seal {})\n", visible(paper.replaces), paper.replaces_seal),
      report.as_of.from.empty() ? "(none)" : report.as_of.date.text(), result_of(report.exit).en, report.exit, counts(report, Language::kEn), paper.program, absent, names(paper));
}

}  // namespace

TagLines bag_info(const Paper& paper, const Report& report) {
  TagLines out = {{"Bag-Software-Agent", "kaohe " + paper.program}, {"External-Description", "Figures and records as submitted, what judged them, and the verdict"}};
  const auto add = [&](const char* label, const std::string& value) {
    if (!value.empty()) out.emplace_back(label, std::string(trim(value)));
  };
  add("Source-Organization", paper.by);
  add("Kaohe-Submitted-On", paper.on);
  add("Kaohe-Document", paper.document);
  if (!paper.replaces.empty()) add("Kaohe-Replaces", paper.replaces + " " + paper.replaces_seal);
  if (!report.as_of.from.empty()) add("Kaohe-As-Of", report.as_of.date.text());
  add("Kaohe-Exit-Status", std::to_string(report.exit));
  return out;
}

std::string readme(const Paper& paper, const Report& report) { return chinese(paper, report) + "\n\n" + english(paper, report); }

std::string statement(const Paper& paper, const Report& report, const std::map<std::string, Kept>& payload) {
  Json subjects = Json::array();
  for (const auto& [path, kept] : payload) {
    if (path != kStatementPath) subjects.push_back({{"name", path}, {"digest", {{"sha256", kept.sha256}}}});
  }
  Json predicate;
  predicate["kaohe"] = paper.program;
  predicate["asOf"] = report.as_of.from.empty() ? Json() : Json(report.as_of.date.text());
  predicate["reading"] = word(report.reading);
  predicate["exit"] = report.exit;
  const auto or_null = [](const std::string& text) { return text.empty() ? Json() : Json(text); };
  predicate["submittedBy"] = or_null(paper.by);
  predicate["submittedOn"] = or_null(paper.on);
  predicate["document"] = or_null(paper.document);
  Json out;
  out["_type"] = "https://in-toto.io/Statement/v1";
  out["subject"] = std::move(subjects);
  out["predicateType"] = "urn:kaohe:verdict:1";
  out["predicate"] = std::move(predicate);
  return out.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace kaohe
