// SPDX-License-Identifier: Apache-2.0
// `kaohe archive`: judge as `check` does, and seal what was read, what judged it and what came of it.
#include "command/archive.h"

#include <fmt/format.h>

#include <filesystem>
#include <map>
#include <memory>
#include <optional>

#include "archive/history.h"
#include "base/text.h"
#include "base/value_or_throw.h"
#include "command/check.h"
#include "command/console.h"
#include "version.h"

namespace kaohe {
namespace {

constexpr int kCouldNot = 2;

const char* folder_of(FileRole role) {
  switch (role) {
    case FileRole::kSubmission:
    case FileRole::kPackage: return "data/submission/";
    case FileRole::kPlan: return "data/plans/";
    case FileRole::kWaivers: return "data/waivers/";
    case FileRole::kSince: return "data/since/";
    case FileRole::kRules: return "data/rules/";
    case FileRole::kTable: break;
  }
  return "data/tables/";
}

// Puts each file into the archive as it is read, so that what is judged and what is sealed are the same bytes.
class Collector {
 public:
  Collector(BagWriter& bag, UniquePaths& paths, Recorded& recorded) : bag_(bag), paths_(paths), recorded_(recorded) {}

  Result<Source> read(FileRole role, const std::string& name) {
    Result<Source> file = read_file(name);
    if (!file.ok() && role == FileRole::kPackage) return file;  // it need not be there
    Source there = value_or_throw(std::move(file));
    add(role, there);
    return there;
  }

  void add(FileRole role, const Source& file) {
    if (!is_utf8(file.name)) {  // it could not be recorded, nor be found again
      throw Refusal{{"文件名“" + visible(file.name) + "”不是 UTF-8", "the name \"" + visible(file.name) + "\" is not UTF-8"}};
    }
    const std::string hash = sha256_of(file);
    const auto [known, first] = paths_of_.try_emplace({role, file.name});
    if (!first) {
      if (bag_.payload().at(known->second).sha256 == hash) return;
      throw Refusal{{"“" + visible(file.name) + "”在读取期间被改写", "\"" + visible(file.name) + "\" was changed while it was read"}};
    }
    const std::string& path = known->second = paths_.take(folder_of(role) + (file.name == "-" ? "stdin.csv" : safe_name(file.name)));
    bag_.add(path, file.text());
    recorded_.files.push_back({role, file.name, path});
  }

 private:
  BagWriter& bag_;
  UniquePaths& paths_;
  Recorded& recorded_;
  std::map<std::pair<FileRole, std::string>, std::string> paths_of_;
};

void check_one_line(const char* option, const std::string& value) {
  if (value.find_first_of("\r\n") == std::string::npos && is_utf8(value)) return;
  throw UsageError{{fmt::format("{} 的值应是一行文字", option), fmt::format("the value of {} is not one line of text", option)}, {}};
}

void check_arguments(const ArchiveArguments& given) {
  if (given.output.empty()) {
    throw UsageError{{"没有给出归档写到哪里（-o）", "no place for the archive given (-o)"}, {"例如 kaohe archive figures.csv -o 2020", "for example kaohe archive figures.csv -o 2020"}};
  }
  if (given.tar != given.output.ends_with(".tar")) {
    throw given.tar ? UsageError{{"--tar 时 -o 应以 .tar 结尾", "with --tar the name of -o ends in .tar"}, {}}
                    : UsageError{{"-o 以 .tar 结尾，却没有 --tar", "-o ends in .tar, and --tar is not given"}, {"加上 --tar，或去掉 .tar", "add --tar, or leave out .tar"}};
  }
  check_one_line("--submitted-by", given.by);
  check_one_line("--document", given.document);
}

Submitted submitted_of(const ArchiveArguments& given) {
  Submitted out;
  out.by = given.by;
  out.document = given.document;
  if (!given.on.empty()) {
    const std::optional<Date> day = parse_date(given.on);
    if (!day || !day->valid()) {
      throw UsageError{{"--submitted-on 的值“" + visible(given.on) + "”不是日期", "--submitted-on \"" + visible(given.on) + "\" is not a date"},
                       {"应为历法中有的一天，如 2020-12-31", "expected a day of the calendar such as 2020-12-31"}};
    }
    out.on = day->text();
  }
  if (given.replaces.empty()) return out;
  const auto package = value_or_throw(open_package(given.replaces));
  const Member* seal = package->find(kSeal);
  const auto bytes = seal == nullptr ? Result<std::string>(Refusal{}) : package->bytes(*seal);
  if (!bytes.ok()) throw UsageError{{"--replaces 的“" + visible(given.replaces) + "”不是归档", "\"" + visible(given.replaces) + "\" of --replaces is no archive"}, {}};
  out.replaces = safe_name(given.replaces.substr(0, given.replaces.find_last_not_of('/') + 1));
  out.replaces_seal = sha256_hex(bytes.value());
  return out;
}

HistoryEntry entry_of(const std::string& name, const std::string& seal, const Paper& paper, const Report& report) {
  HistoryEntry out{name, seal, report.as_of.from.empty() ? "" : report.as_of.date.text(), paper.by, paper.on, paper.document, paper.replaces_seal, report.exit, {}, {}};
  for (const Outcome outcome : kOutcomes) {
    std::uint64_t count = 0;
    for (const Tier tier : report.tiers) count += report.summary[static_cast<std::size_t>(tier)][static_cast<std::size_t>(outcome)];
    out.summary.emplace_back(word(outcome), count);
  }
  return out;
}

std::string without_slashes(std::string path) {
  while (path.size() > 1 && path.back() == '/') path.pop_back();
  return path;
}

struct Sealed {
  std::string seal;
  std::uint64_t files = 0, bytes = 0;
};

std::string sealed_text(const Sealed& sealed, const ArchiveArguments& given, const Recorded& recorded, const Report& report) {
  const bool zh = report.language == Language::kZh;
  std::size_t taken = 0, named = 0;
  for (const RecordedEvidence& one : recorded.evidence) taken += one.path.empty() ? 0U : 1U;
  for (const Record& record : report.records) named += record.evidence.empty() ? 0U : 1U;
  std::string out = zh ? fmt::format("已封存：{}（{} 个文件，{} 字节）\n", visible(given.output), sealed.files, sealed.bytes)
                       : fmt::format("sealed: {} ({} files, {} bytes)\n", visible(given.output), sealed.files, sealed.bytes);
  out += (zh ? "  封印（tagmanifest-sha256.txt 的 SHA-256）：\n  " : "  seal (SHA-256 of tagmanifest-sha256.txt):\n  ") + sealed.seal + "\n";
  if (!given.evidence.empty()) {
    out += zh ? fmt::format("  佐证：收入 {} 件，未收入 {} 件\n", taken, recorded.evidence.size() - taken)
              : fmt::format("  evidence: {} taken, {} not\n", taken, recorded.evidence.size() - taken);
  } else if (named > 0) {
    out += zh ? fmt::format("  {} 条记录写有佐证，用 --evidence 指定其文件夹方可收入\n", named)
              : fmt::format("  {} record{} evidence, which --evidence DIR would seal too\n", named, named == 1 ? " names" : "s name");
  }
  return out;
}

void add_papers(BagWriter& bag, const Recorded& recorded, const Report& report) {
  bag.add(kJsonPath, write_json(report, {}));
  bag.add(kHtmlPath, write_html(report, {}));
  bag.add(kRecordedPath, write_recorded(recorded));
  const Paper paper = paper_of(recorded);
  bag.add(kReadmePath, readme(paper, report));
  bag.add(kStatementPath, statement(paper, report, bag.payload()));
}

std::string base_name(const std::string& path) { return path.substr(path.rfind('/') == std::string::npos ? 0 : path.rfind('/') + 1); }

// Into its place and into the index, or neither.
void commit(const ArchiveArguments& given, const std::string& output, BagWriter& bag, HistoryEntry entry) {
  if (!given.append) return bag.commit();
  const std::string folder = output.substr(0, output.size() - entry.name.size());
  HistoryWriter index(folder.empty() ? "." : folder);
  bag.commit();
  try {
    index.append(std::move(entry));
  } catch (const Refusal&) {
    std::error_code ignored;
    std::filesystem::remove_all(output, ignored);
    throw;
  }
}

int seal_all(const ArchiveArguments& given, CheckOptions options) {
  Recorded recorded{kVersion, given.check, {}, {}, submitted_of(given)};
  recorded.arguments.lang = options.question.language == Language::kZh ? "zh" : "en";
  const std::string output = without_slashes(given.output);
  BagWriter bag(given.tar ? tar_sink(output) : folder_sink(output));
  UniquePaths paths;
  Collector collector(bag, paths, recorded);
  options.read = [&](FileRole role, const std::string& name) { return collector.read(role, name); };
  options.sources = open_sources(options.rules, options.data);
  for (const Source& file : options.sources->rules) collector.add(FileRole::kRules, file);
  for (const Source& file : options.sources->data) collector.add(FileRole::kTable, file);

  const Report report = report_of(options);
  Problems problems = report.problems;
  if (!given.evidence.empty()) add_evidence(given.evidence, report, bag, paths, recorded, problems);
  if (options.question.strict_input) problems.raise_warnings();
  add_papers(bag, recorded, report);
  const Paper paper = paper_of(recorded);
  Sealed sealed{bag.seal(bag_info(paper, report)), 0, 0};
  for (const auto& file : bag.payload()) sealed.bytes += file.second.bytes;
  sealed.files = bag.payload().size();

  commit(given, output, bag, entry_of(base_name(output), sealed.seal, paper, report));
  tell_problems(problems, options, process_environment());
  Style style;
  style.summary = true;
  const std::string text = write_text(report, style) + "\n" + sealed_text(sealed, given, recorded, report);
  const bool failed = problems.count(Severity::kError) > report.problems.count(Severity::kError);
  return options.quiet ? (failed ? kCouldNot : report.exit) : print_out(text, report.language, failed ? kCouldNot : report.exit);
}

}  // namespace

Paper paper_of(const Recorded& recorded) {
  const Submitted& submitted = recorded.submitted;
  Paper out{recorded.program, submitted.by, submitted.on, submitted.document, submitted.replaces, submitted.replaces_seal, {}, 0};
  for (const RecordedFile& file : recorded.files) out.files.push_back({file.path, file.name});
  for (const RecordedEvidence& one : recorded.evidence) out.evidence_absent += one.path.empty() ? 1U : 0U;
  return out;
}

int archive(const ArchiveArguments& arguments, Language language) {
  check_arguments(arguments);
  const CheckOptions options = check_options(arguments.check, language);
  try {
    return seal_all(arguments, options);
  } catch (const Refusal& refusal) {
    print_error(options.question.language, refusal.why, {"没有写出归档", "no archive was written"});
    return kCouldNot;
  }
}

}  // namespace kaohe
