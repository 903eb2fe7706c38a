// SPDX-License-Identifier: Apache-2.0
// `kaohe history`: the chain of the index, each archive that it names, each archive that it does not, and how verdicts
// went from one to the next.
#include <dirent.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <map>
#include <memory>
#include <set>
#include <tuple>

#include "archive/bag.h"
#include "archive/history.h"
#include "base/text.h"
#include "base/value_or_throw.h"
#include "command/archive.h"
#include "command/console.h"
#include "report/proof.h"

namespace kaohe {
namespace {

constexpr int kFindings = 1;
constexpr int kCouldNot = 2;

std::vector<std::string> names_in(const std::string& folder) {
  const std::unique_ptr<DIR, int (*)(DIR*)> entries(opendir(folder.c_str()), &closedir);
  if (!entries) throw cannot_read(folder, errno);
  std::vector<std::string> out;
  while (const dirent* entry = readdir(entries.get())) out.emplace_back(entry->d_name);
  std::sort(out.begin(), out.end());
  return out;
}

bool is_archive(const std::string& path) {
  struct stat about = {};
  if (stat((path + "/bagit.txt").c_str(), &about) == 0) return true;
  return path.ends_with(".tar") && stat(path.c_str(), &about) == 0 && S_ISREG(about.st_mode);
}

class Listing {
 public:
  Listing(const HistoryArguments& arguments, HistoryReport& report) : arguments_(arguments), report_(report) {}

  void run() {
    const Source index = value_or_throw(read_file(arguments_.folder + "/" + kIndexName));
    const History history = read_history(index.bytes);
    report_.head = history.head;
    add_faults(history.faults, report_.problems);
    check_head(index.bytes);
    std::set<std::string> known;
    for (const HistoryEntry& entry : history.entries) {
      known.insert(entry.name);
      report_.archives.push_back({entry.name, entry.seal, entry.as_of, entry.by, entry.on, entry.document, entry.replaces, entry.exit, entry.summary});
    }
    for (std::size_t i = 0; i < history.entries.size(); ++i) check_archive(history.entries[i], i, history.entries.size());
    for (const std::string& name : names_in(arguments_.folder)) {
      if (known.count(name) > 0 || name.find(".partial-") != std::string::npos || !is_archive(arguments_.folder + "/" + name)) continue;
      fault("history-missing", name, {"文件夹中有此归档，目录中没有", "it is in the folder and not in the index"}, {"目录末尾的行可能被删去", "a line may have been dropped from the end of the index"});
    }
    for (auto& [key, verdict] : verdicts_) report_.verdicts.push_back(std::move(verdict));
  }

 private:
  void fault(std::string_view code, const std::string& path, const Phrase& what, const Phrase& hint = {}) { add_faults({{code, path, what, hint}}, report_.problems); }

  // --head: a hash that somebody noted; the line that it is of must still be there.
  void check_head(std::string_view index) {
    if (arguments_.head.empty()) return;
    for (; !index.empty(); index.remove_prefix(std::min(index.find('\n'), index.size() - 1) + 1)) {
      if (sha256_hex(index.substr(0, index.find('\n'))) == arguments_.head) return;
    }
    fault("history-broken", kIndexName, {"没有 SHA-256 为 " + visible(arguments_.head) + " 的行", "no line has the SHA-256 " + visible(arguments_.head)}, {"目录在记下该值之后被改短或重做", "the index was cut short or made anew since that was noted"});
  }

  void check_archive(const HistoryEntry& entry, std::size_t number, std::size_t all) {
    if (!fault_of_path(entry.name).empty() || entry.name.find('/') != std::string::npos) return fault("history-broken", entry.name, {"不是本文件夹内的名称", "it is no name in this folder"});
    const auto package = open_package(arguments_.folder + "/" + entry.name);
    if (!package.ok()) return fault("history-missing", entry.name, {"目录中有此归档，却打不开：" + package.refusal().why.zh, "it is in the index and cannot be opened: " + package.refusal().why.en});
    const Bag bag = check_bag(*package.value());
    for (const Fault& one : bag.faults) fault(one.code, entry.name + "/" + one.path, one.what, one.hint);
    if (bag.seal != entry.seal) fault("archive-altered", entry.name, {"封印不是目录所记的：为 " + bag.seal, "its seal is not the one in the index, it is " + bag.seal});
    if (report_.asked) collect(*package.value(), entry.name, number, all);
  }

  void collect(const Package& package, const std::string& name, std::size_t number, std::size_t all) {
    const Member* member = package.find(kJsonPath);
    const auto bytes = member == nullptr ? Result<std::string>(Refusal{}) : package.bytes(*member);
    const auto run = bytes.ok() ? read_run({name + "/" + kJsonPath, bytes.value()}) : Result<Run>(bytes.refusal());
    if (!run.ok()) return;  // told already: the file is not there, or not as its manifest says
    const std::string reading = run.value().options.at("reading");
    for (const RunVerdict& verdict : run.value().verdicts) {
      if (verdict.indicative || (verdict.reading != "both" && verdict.reading != reading) || !wanted(verdict)) continue;
      HistoryVerdict& line = verdicts_[{verdict.rule, verdict.code, verdict.item, verdict.period}];
      line.rule = verdict.rule;
      line.code = verdict.code;
      line.region = verdict.region;
      line.item = verdict.item;
      line.period = verdict.period;
      line.outcomes.resize(all);
      line.outcomes[number] = std::string(word(verdict.outcome)) + (verdict.value.empty() ? "" : " " + verdict.value) + (verdict.value.empty() || verdict.unit.empty() ? "" : " " + verdict.unit);
    }
  }

  [[nodiscard]] bool wanted(const RunVerdict& verdict) const {
    const std::string& region = arguments_.region;
    if (!region.empty() && verdict.code != region && name_key(verdict.region) != name_key(region)) return false;
    const std::string& rule = arguments_.rule;
    return rule.empty() || glob_match(rule, verdict.rule) || glob_match(rule, verdict.rule.substr(verdict.rule.find('/') + 1));
  }

  const HistoryArguments& arguments_;
  HistoryReport& report_;
  std::map<std::tuple<std::string, std::string, std::string, std::string>, HistoryVerdict> verdicts_;
};

}  // namespace

int history(const HistoryArguments& arguments, Language language) {
  const ListingOptions options = listing_options(arguments.common, language);
  HistoryReport report;
  report.folder = arguments.folder;
  report.language = options.language;
  report.asked = !arguments.region.empty() || !arguments.rule.empty();
  try {
    Listing(arguments, report).run();
  } catch (const Refusal& refusal) {
    print_error(options.language, refusal.why);
    return kCouldNot;
  }
  report.exit = report.problems.has_errors() ? kFindings : 0;
  if (report.exit == 0 && report.asked && report.verdicts.empty()) {
    print_error(options.language, {"没有判定符合 --region 和 --rule", "no verdict matches --region and --rule"});
    return kCouldNot;
  }
  return print_out(options.format == ListingFormat::kJson ? history_json(report) : history_text(report, options.out), options.language, report.exit);
}

}  // namespace kaohe
