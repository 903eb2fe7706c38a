// SPDX-License-Identifier: Apache-2.0
// Evidence that records name, copied into the archive as it is. A record may name several files, set apart by semicolons,
// and behind each its SHA-256: "附件1.pdf sha256:3f…; 附件2.pdf". Names come from a submission, so they never lead out of
// the folder.
#include <sys/stat.h>

#include <cstdlib>
#include <map>
#include <memory>

#include "archive/names.h"
#include "base/text.h"
#include "command/archive.h"

namespace kaohe {
namespace {

struct Piece {
  std::string name;
  std::string sha256;  // empty: the record does not say
};

Piece piece_of(std::string_view text) {
  constexpr std::size_t kDigits = 64;
  constexpr std::string_view kMark = "sha256:";
  Piece out{std::string(trim(text)), {}};
  if (out.name.size() <= kDigits + kMark.size()) return out;
  const std::size_t mark = out.name.size() - kDigits - kMark.size();
  const std::string hash = name_key(std::string_view(out.name).substr(mark + kMark.size()));
  if (name_key(std::string_view(out.name).substr(mark, kMark.size())) != kMark || hash.find_first_not_of("0123456789abcdef") != std::string::npos) return out;
  return {std::string(trim(std::string_view(out.name).substr(0, mark))), hash};
}

std::vector<Piece> pieces_of(std::string_view text) {
  std::vector<Piece> out;
  std::string piece;
  const auto take = [&] {
    if (const Piece one = piece_of(piece); !one.name.empty()) out.push_back(one);
    piece.clear();
  };
  while (!text.empty()) {
    constexpr std::string_view kWide = "；";
    const bool wide = text.starts_with(kWide);
    if (wide || text[0] == ';' || text[0] == '\n' || text[0] == '\r') {
      take();
    } else {
      piece += text[0];
    }
    text.remove_prefix(wide ? kWide.size() : 1);
  }
  take();
  return out;
}

std::string real_path(const std::string& path) {
  const std::unique_ptr<char, decltype(&std::free)> found(realpath(path.c_str(), nullptr), &std::free);
  return found ? std::string(found.get()) : std::string();
}

class Evidence {
 public:
  Evidence(const std::string& folder, BagWriter& bag, UniquePaths& paths, Recorded& recorded, Problems& problems)
      : folder_(folder), root_(real_path(folder)), bag_(bag), paths_(paths), recorded_(recorded), problems_(problems) {
    struct stat about = {};
    if (root_.empty() || stat(root_.c_str(), &about) != 0 || !S_ISDIR(about.st_mode)) {
      throw Refusal{{"佐证文件夹“" + visible(folder) + "”不是文件夹", "\"" + visible(folder) + "\" of --evidence is no folder"}};
    }
  }

  void take(const Record& record) {
    // A name may have a semicolon of its own.
    if (is_file(record.evidence)) return take(record, {record.evidence, {}});
    for (const Piece& piece : pieces_of(record.evidence)) {
      if (piece.name.find("://") == std::string::npos) take(record, piece);
    }
  }

 private:
  [[nodiscard]] bool is_file(const std::string& name) const {
    struct stat about = {};
    return !name.empty() && fault_of_path(name).empty() && stat((folder_ + "/" + name).c_str(), &about) == 0 && S_ISREG(about.st_mode);
  }

  void tell(std::string_view code, const Record& record, const Piece& piece, const Phrase& what, EvidenceState state, RecordedEvidence found = {}) {
    problems_.add(code, record.place, piece.name, what);
    found.text = piece.name;
    found.state = state;
    recorded_.evidence.push_back(std::move(found));
  }

  void take(const Record& record, const Piece& piece) {
    const std::string shown = visible(piece.name);
    if (const Phrase why = fault_of_path(piece.name); !why.empty()) {
      return tell("evidence-outside", record, piece, {"佐证“" + shown + "”不收入归档：" + why.zh, "evidence \"" + shown + "\" is not taken: " + why.en}, EvidenceState::kOutside);
    }
    if (!is_file(piece.name)) {
      return tell("evidence-missing", record, piece, {"佐证“" + shown + "”不在 --evidence 所指的文件夹中", "evidence \"" + shown + "\" is not in the folder of --evidence"}, EvidenceState::kMissing);
    }
    const std::string real = real_path(folder_ + "/" + piece.name);
    if (!real.starts_with(root_ == "/" ? root_ : root_ + "/")) {
      return tell("evidence-outside", record, piece, {"佐证“" + shown + "”是指向文件夹之外的链接", "evidence \"" + shown + "\" is a link that leads out of the folder"}, EvidenceState::kOutside);
    }
    const auto [path, kept] = copy(piece.name, real);
    if (!piece.sha256.empty() && piece.sha256 != kept.sha256) {
      return tell("evidence-altered", record, piece,
                  {"佐证“" + shown + "”已不是记录所说的文件：SHA-256 为 " + kept.sha256 + "，记录为 " + piece.sha256,
                   "evidence \"" + shown + "\" is not the file that the record means: its SHA-256 is " + kept.sha256 + ", the record has " + piece.sha256},
                  EvidenceState::kAltered, {{}, path, kept.sha256});
    }
    recorded_.evidence.push_back({piece.name, path, kept.sha256, EvidenceState::kTaken});
  }

  // Once, however many records name it.
  std::pair<std::string, Kept> copy(const std::string& name, const std::string& real) {
    const auto found = copied_.find(real);
    if (found != copied_.end()) return found->second;
    std::string path = "data/evidence";
    for (std::size_t at = 0; at < name.size();) {
      const std::size_t end = std::min(name.find('/', at), name.size());
      path += "/" + safe_name(std::string_view(name).substr(at, end - at));
      at = end + 1;
    }
    path = paths_.take(path);
    const Kept kept = bag_.add_file(path, real);
    return copied_[real] = {path, kept};
  }

  std::string folder_, root_;
  BagWriter& bag_;
  UniquePaths& paths_;
  Recorded& recorded_;
  Problems& problems_;
  std::map<std::string, std::pair<std::string, Kept>> copied_;
};

}  // namespace

void add_evidence(const std::string& folder, const Report& report, BagWriter& bag, UniquePaths& paths, Recorded& recorded, Problems& problems) {
  Evidence evidence(folder, bag, paths, recorded, problems);
  for (const Record& record : report.records) {
    if (!record.evidence.empty()) evidence.take(record);
  }
}

}  // namespace kaohe
