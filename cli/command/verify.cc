// SPDX-License-Identifier: Apache-2.0
// `kaohe verify`: every hash, then the same question again of the bytes in the archive, and the report compared byte for
// byte. Nothing is written anywhere but what is found.
#include <algorithm>
#include <set>

#include "archive/bag.h"
#include "base/text.h"
#include "base/value_or_throw.h"
#include "command/archive.h"
#include "command/check.h"
#include "command/console.h"
#include "report/proof.h"
#include "version.h"

namespace kaohe {
namespace {

constexpr int kFindings = 1;
constexpr int kCouldNot = 2;

void add(Proof& proof, std::string_view code, const std::string& path, const Phrase& what, const Phrase& hint = {}) { add_faults({{code, path, what, hint}}, proof.problems); }

bool is_signature(const std::string& path) { return path.ends_with(".sig") || path.ends_with(".minisig"); }

// What the RFC leaves open and an archive of ours does not: a seal that vouches for every file.
void check_seal(const Bag& bag, const Recorded& recorded, Proof& proof) {
  if (bag.seal.empty()) add(proof, "archive-missing", kSeal, {"没有封印", "the seal is not there"});
  if (!bag.seal.empty() && !bag.our_form) add(proof, "archive-syntax", kSeal, {"不是本程序写出的原样", "it is not as this program writes it"});
  for (const std::string& path : bag.unsealed) {
    if (!is_signature(path)) add(proof, "archive-unlisted", path, {"封印不涵盖此文件", "the seal does not vouch for it"});
  }
  std::set<std::string> known = {kJsonPath, kHtmlPath, kRecordedPath, kReadmePath, kStatementPath};
  for (const RecordedFile& file : recorded.files) known.insert(file.path);
  for (const RecordedEvidence& one : recorded.evidence) known.insert(one.path);
  for (const auto& file : bag.payload) {
    if (known.count(file.first) == 0) add(proof, "archive-unlisted", file.first, {"options.json 未记录此文件", "options.json does not record it"});
  }
  for (const RecordedEvidence& one : recorded.evidence) {
    const auto found = bag.payload.find(one.path);
    if (one.path.empty()) continue;
    if (found == bag.payload.end()) {
      add(proof, "archive-missing", one.path, {"options.json 记录的佐证不在归档中", "evidence that options.json records is not in the archive"});
    } else if (found->second.sha256 != one.sha256) {
      add(proof, "archive-altered", one.path, {"佐证不是 options.json 所记的文件", "the evidence is not the file that options.json records"});
    }
  }
}

// `made` is what should stand there: far more than that is not read.
std::string bytes_of(const Package& package, const char* path, const std::string& made) {
  constexpr std::uint64_t kMore = std::uint64_t{1} << 26U;
  const Member* member = package.find(path);
  if (member == nullptr) throw Refusal{{"归档中没有 " + std::string(path), "there is no " + std::string(path) + " in the archive"}};
  if (member->size > made.size() + kMore) throw Refusal{{std::string(path) + " 过大，不读取", std::string(path) + " is too large and is not read"}};
  return value_or_throw(package.bytes(*member));
}

void compare_reports(const std::string& sealed, const std::string& made, Proof& proof) {
  proof.again = without_version(sealed) == without_version(made);
  if (*proof.again) return;
  auto before = read_run({kJsonPath, sealed});
  auto after = read_run({kJsonPath, made});
  if (!before.ok() || !after.ok()) return add(proof, "archive-report", kJsonPath, before.ok() ? after.refusal().why : before.refusal().why);
  proof.before = std::move(before.value());
  proof.after = std::move(after.value());
  proof.difference = compare_runs(*proof.before, *proof.after, RunDetail::kEverything);
  const std::string count = std::to_string(proof.difference.verdicts.size());
  const std::string outcomes = std::to_string(proof.difference.outcomes());
  const bool older = proof.before->program != kVersion;
  add(proof, "archive-report", kJsonPath,
      {"重新判定得出的报告不同：判定不同 " + count + " 处，其中结论不同 " + outcomes + " 处", "judged again the report is another; verdicts that differ: " + count + ", in the outcome: " + outcomes},
      older ? Phrase{"归档由 kaohe " + visible(proof.before->program) + " 做成；各版本改变的判定列在 CHANGELOG 的 Changed verdicts 之下", "the archive was made by kaohe " + visible(proof.before->program) + "; CHANGELOG lists under Changed verdicts what each version judges differently"}
            : Phrase{});
}

// What was made from the verdicts must follow from them: a page that says something else than the report is a forgery.
void compare_papers(const Package& package, const Bag& bag, const Recorded& recorded, const Report& report, Proof& proof) {
  if (recorded.program != kVersion) {
    proof.note = {"由 kaohe " + visible(recorded.program) + " 做成：网页、README 与声明只核对散列", "made by kaohe " + visible(recorded.program) + ": page, README and statement are checked by their hashes only"};
    return;
  }
  const Paper paper = paper_of(recorded);
  const auto compare = [&](const char* path, const std::string& made) {
    if (bytes_of(package, path, made) != made) add(proof, "archive-paper", path, {"与依判定重新生成的内容不一致", "it is not what the verdicts give"});
  };
  compare(kHtmlPath, write_html(report, {}));
  compare(kReadmePath, readme(paper, report));
  compare(kStatementPath, statement(paper, report, bag.payload));
  TagLines info = bag_info(paper, report);
  info.emplace_back("Payload-Oxum", bag.tag("Payload-Oxum"));  // which is held against the files already
  compare("bag-info.txt", text_of(info));
}

void judge_again(const Package& package, const Bag& bag, const Recorded& recorded, Proof& proof) {
  try {
    const Report report = report_of(recorded_options(recorded, package));
    if (!report.as_of.from.empty()) proof.as_of = report.as_of.date.text();
    const std::string made = write_json(report, {});
    compare_reports(bytes_of(package, kJsonPath, made), made, proof);
    compare_papers(package, bag, recorded, report, proof);
  } catch (const UsageError& error) {
    add(proof, "archive-report", kRecordedPath, {"不能重新判定：" + error.what.zh, "it cannot be judged again: " + error.what.en});
  } catch (const Refusal& refusal) {
    add(proof, "archive-missing", "", refusal.why);
  }
}

void describe(const Recorded& recorded, Proof& proof) {
  proof.program = recorded.program;
  proof.by = recorded.submitted.by;
  proof.on = recorded.submitted.on;
  proof.document = recorded.submitted.document;
  if (!recorded.submitted.replaces.empty()) proof.replaces = recorded.submitted.replaces + " " + recorded.submitted.replaces_seal;
}

void check_contents(const VerifyArguments& arguments, const Package& package, Proof& proof) {
  const Bag bag = check_bag(package);
  add_faults(bag.faults, proof.problems);
  proof.whole = bag.faults.empty();
  proof.seal = bag.seal;
  proof.files = bag.files;
  proof.bytes = bag.bytes;
  if (!arguments.seal.empty()) {
    proof.seal_given = true;
    if (name_key(arguments.seal) != bag.seal) add(proof, "archive-altered", kSeal, {"封印不是 --seal 所给的：为 " + bag.seal, "the seal is not the one of --seal, it is " + bag.seal});
  }
  if (arguments.hashes) return;
  const auto recorded = recorded_of(package);
  if (!recorded.ok()) {
    // A bag of somebody else's may be as good as can be: there is nothing to judge again.
    if (proof.whole && package.find(kRecordedPath) == nullptr) proof.exit = kCouldNot;
    proof.note = proof.exit == kCouldNot ? Phrase{"BagIt 包完好，但" + recorded.refusal().why.zh, "the bag is whole, but " + recorded.refusal().why.en} : Phrase{};
    if (proof.exit != kCouldNot) add(proof, "archive-syntax", kRecordedPath, recorded.refusal().why);
    return;
  }
  describe(recorded.value(), proof);
  check_seal(bag, recorded.value(), proof);
  judge_again(package, bag, recorded.value(), proof);
}

void check_signer(const VerifyArguments& arguments, const Package& package, Proof& proof) {
  const Signature signature = check_signature(arguments, package);
  if (signature.good) {
    proof.signed_by = visible(signature.identity);
  } else {
    add(proof, "archive-signature", kSeal, signature.why);
    if (!signature.could) proof.exit = kCouldNot;
  }
}

}  // namespace

int verify(const VerifyArguments& arguments, Language language) {
  const ListingOptions options = listing_options(arguments.common, language);
  if (arguments.signers.empty() && !(arguments.identity.empty() && arguments.signature.empty())) {
    throw UsageError{{"--identity 和 --signature 要与 --allowed-signers 同用", "--identity and --signature go with --allowed-signers"}, {}};
  }
  Proof proof;
  proof.archive = visible(arguments.archive);
  proof.language = options.language;
  try {
    const auto package = value_or_throw(open_package(arguments.archive));
    check_contents(arguments, *package, proof);
    if (!arguments.signers.empty()) check_signer(arguments, *package, proof);
  } catch (const Refusal& refusal) {
    print_error(options.language, refusal.why);
    return kCouldNot;
  }
  if (proof.exit == 0 && proof.problems.has_errors()) proof.exit = kFindings;
  return print_out(options.format == ListingFormat::kJson ? proof_json(proof) : proof_text(proof, options.out), options.language, proof.exit);
}

}  // namespace kaohe
