// SPDX-License-Identifier: Apache-2.0
#include "archive/bag.h"

#include <algorithm>
#include <charconv>
#include <stdexcept>

#include "archive/names.h"
#include "archive/tag_file.h"
#include "base/digest.h"
#include "base/text.h"

namespace kaohe {
namespace {

constexpr int kFirst = 100;  // 1.0: every payload manifest names every payload file
constexpr std::uint64_t kLargestTagFile = std::uint64_t{1} << 28U;

struct Manifest {
  std::string file, algorithm;
  bool of_payload = true;
  std::map<std::string, std::string> hashes;  // by path
};

// What one file should hash to.
struct Expected {
  const Manifest* manifest;
  std::string hash;
};

bool in_payload(std::string_view path) { return path.starts_with("data/"); }

class BagCheck {
 public:
  explicit BagCheck(const Package& package) : package_(package) { bag_.faults = package.faults(); }

  Bag run() {
    for (const Member& member : package_.members()) {
      if (!in_payload(member.path)) continue;
      ++bag_.files;
      bag_.bytes += member.size;
    }
    if (!read_declaration_file()) return std::move(bag_);
    read_info();
    read_manifests();
    if (const Member* fetch = package_.find("fetch.txt"); fetch != nullptr) {
      fault("archive-fetch", fetch->path, {"有文件要从网上取来，本程序不取", "it names files to be fetched, and nothing is fetched"}, {"先补全归档包再验证", "complete the bag first"});
    }
    check_names();
    check_hashes();
    return std::move(bag_);
  }

 private:
  void fault(std::string_view code, const std::string& path, const Phrase& what, const Phrase& hint = {}) { bag_.faults.push_back({code, path, what, hint}); }

  std::optional<std::string> bytes_of(const Member& member) {
    if (member.size > kLargestTagFile) {
      fault("archive-size", member.path, {"标签文件过大，不读取", "it is too large for a tag file and is not read"});
      return std::nullopt;
    }
    const auto bytes = package_.bytes(member);
    if (bytes.ok()) return bytes.value();
    fault("archive-missing", member.path, bytes.refusal().why);
    return std::nullopt;
  }

  std::optional<std::string> text_of(const Member& member) {
    const auto bytes = bytes_of(member);
    if (!bytes) return std::nullopt;
    auto text = tag_text(*bytes, encoding_);
    if (!text) fault("archive-syntax", member.path, {"不能按 " + visible(encoding_) + " 解码", "it cannot be decoded as " + visible(encoding_)});
    return text;
  }

  bool read_declaration_file() {
    const Member* file = package_.find("bagit.txt");
    if (file == nullptr) {
      fault("archive-missing", "bagit.txt", {"没有这个文件，所以这不是 BagIt 包", "it is not there, so this is no bag"});
      return false;
    }
    const auto bytes = bytes_of(*file);
    const auto declared = bytes ? read_declaration(*bytes) : std::nullopt;
    if (bytes && !declared) {
      fault("archive-syntax", file->path, {"应恰为 BagIt-Version 与 Tag-File-Character-Encoding 两行", "expected exactly the lines BagIt-Version and Tag-File-Character-Encoding"});
    }
    if (!declared) return false;
    constexpr int kOldest = 93, kNewestDraft = 97;
    if (declared->version != kFirst && (declared->version < kOldest || declared->version > kNewestDraft)) {
      fault("archive-syntax", file->path, {"不认识的 BagIt 版本", "its version of BagIt is unknown"}, {"应为 1.0，或 0.93 至 0.97", "expected 1.0, or 0.93 to 0.97"});
      return false;
    }
    bag_.version = declared->version;
    encoding_ = declared->encoding;
    return true;
  }

  void read_info() {
    const Member* file = package_.find("bag-info.txt");
    const auto text = file != nullptr ? text_of(*file) : std::nullopt;
    if (!text) return;
    std::size_t bad = 0;
    auto lines = read_tag_lines(*text, bad);
    if (!lines) {
      const std::string at = std::to_string(bad);
      return fault("archive-syntax", file->path, {"第 " + at + " 行应为“标签: 值”", "line " + at + " is not of the form \"label: value\""});
    }
    bag_.info = std::move(*lines);
    std::string oxum;
    for (const auto& [label, value] : bag_.info) {
      if (name_key(label) != "payload-oxum") continue;
      if (!oxum.empty()) fault("archive-syntax", file->path, {"Payload-Oxum 不止一个", "Payload-Oxum is there twice"});
      oxum = value;
    }
    if (!oxum.empty()) check_oxum(file->path, oxum);
  }

  void check_oxum(const std::string& path, const std::string& oxum) {
    std::uint64_t bytes = 0, files = 0;
    const char* const end = oxum.data() + oxum.size();
    const auto first = std::from_chars(oxum.data(), end, bytes);
    const bool dotted = first.ec == std::errc() && first.ptr != end && *first.ptr == '.';
    const auto second = dotted ? std::from_chars(first.ptr + 1, end, files) : first;
    if (!dotted || second.ec != std::errc() || second.ptr != end) {
      return fault("archive-syntax", path, {"Payload-Oxum“" + visible(oxum) + "”应为 字节数.文件数", "Payload-Oxum \"" + visible(oxum) + "\" is not of the form BYTES.FILES"});
    }
    payload_bytes_ = bytes;
    if (bytes == bag_.bytes && files == bag_.files) return;
    const std::string is = std::to_string(bag_.bytes) + "." + std::to_string(bag_.files);
    fault("archive-size", path, {"Payload-Oxum 为 " + oxum + "，实为 " + is, "Payload-Oxum is " + oxum + ", and there are " + is});
  }

  void read_manifests() {
    bool of_payload = false;
    for (const Member& member : package_.members()) {
      const bool tags = member.path.starts_with("tagmanifest-");
      if ((!tags && !member.path.starts_with("manifest-")) || !member.path.ends_with(".txt") || member.path.find('/') != std::string::npos) continue;
      Manifest manifest;
      const std::size_t start = member.path.find('-') + 1;
      manifest.file = member.path;
      manifest.algorithm = member.path.substr(start, member.path.size() - start - 4);
      manifest.of_payload = !tags;
      of_payload = of_payload || !tags;
      if (!Digest::knows(manifest.algorithm)) {
        fault("archive-syntax", member.path, {"不认识的散列算法", "its algorithm is unknown"}, {"应为 sha256、sha512、sha1 或 md5", "expected sha256, sha512, sha1 or md5"});
        continue;
      }
      read_manifest(member, manifest);
      manifests_.push_back(std::move(manifest));
    }
    if (!of_payload) fault("archive-missing", "manifest-sha256.txt", {"没有任何内容清单", "there is no payload manifest"});
  }

  void read_manifest(const Member& member, Manifest& manifest) {
    const auto text = text_of(member);
    if (!text) return;
    const std::size_t digits = Digest(manifest.algorithm).hex().size();
    std::size_t number = 0;
    for (const std::string& line : lines_of(*text)) {
      ++number;
      if (line.empty()) continue;
      const std::string at = std::to_string(number);
      const auto read = read_manifest_line(line, bag_.version);
      if (!read || read->hash.size() != digits) {
        fault("archive-syntax", member.path, {"第 " + at + " 行应为“散列值 路径”", "line " + at + " is not of the form \"hash path\""});
        continue;
      }
      if (const Phrase why = fault_of_listed(manifest, read->path); !why.empty()) {
        fault("archive-name", read->path, {why.zh + "（" + member.path + " 第 " + at + " 行）", why.en + " (" + member.path + ", line " + at + ")"});
      } else if (!manifest.hashes.emplace(read->path, read->hash).second) {
        fault("archive-syntax", member.path, {"第 " + at + " 行的文件已列过", "the file of line " + at + " is listed already"});
      }
    }
  }

  static Phrase fault_of_listed(const Manifest& manifest, const std::string& path) {
    Phrase why = fault_of_path(path);
    if (!why.empty()) return why;
    if (manifest.of_payload && !in_payload(path)) return {"内容清单所列不在 data/ 内", "a payload manifest names what is not in data/"};
    if (!manifest.of_payload && (in_payload(path) || path.starts_with("tagmanifest-"))) {
      return {"标签文件清单列了不该列的文件", "a tag manifest names what it should not"};
    }
    return {};
  }

  // Whatever is listed must be there, and whatever is in the payload must be listed.
  void check_names() {
    std::map<std::string, std::string> composed_names;
    for (const Member& member : package_.members()) composed_names.emplace(folded_name(member.path), member.path);
    for (const Manifest& manifest : manifests_) {
      for (const auto& [path, hash] : manifest.hashes) {
        if (package_.find(path) != nullptr) {
          expected_[path].push_back({&manifest, hash});
          continue;
        }
        const auto other = composed_names.find(folded_name(path));
        const Phrase hint = other == composed_names.end() ? Phrase{} : Phrase{"有“" + visible(other->second) + "”，只差大小写或 Unicode 写法", "\"" + visible(other->second) + "\" is there, which differs only in case or in Unicode form"};
        fault("archive-missing", path, {manifest.file + " 列有此文件，包内没有", "it is listed in " + manifest.file + " and is not there"}, hint);
      }
    }
    for (const Member& member : package_.members()) check_listed(member);
  }

  void check_listed(const Member& member) {
    const auto found = expected_.find(member.path);
    if (!in_payload(member.path)) {
      const bool seal = member.path.starts_with("tagmanifest-");
      if (found == expected_.end() && !seal) bag_.unsealed.push_back(member.path);
      return;
    }
    if (found == expected_.end()) return fault("archive-unlisted", member.path, {"没有清单列出此文件", "no manifest names it"});
    if (bag_.version < kFirst) return;
    for (const Manifest& manifest : manifests_) {
      if (manifest.of_payload && manifest.hashes.count(member.path) == 0) {
        fault("archive-unlisted", member.path, {manifest.file + " 未列出此文件", manifest.file + " does not name it"});
      }
    }
  }

  void check_hashes() {
    for (const auto& [path, expected] : expected_) {
      const Member& member = *package_.find(path);
      if (in_payload(path) && payload_bytes_ && member.size > *payload_bytes_) {
        fault("archive-size", path, {"比整个包声称的还大，不读取", "it is larger than the whole payload is said to be, and is not read"});
        continue;
      }
      check_hash(member, expected);
    }
    if (const Member* seal = package_.find(kSeal); seal != nullptr && seal->size <= kLargestTagFile) {
      if (const auto bytes = bytes_of(*seal); bytes) {
        bag_.seal = sha256_hex(*bytes);
        bag_.our_form = *bytes == manifest_of(tags_);
      }
    }
  }

  void check_hash(const Member& member, const std::vector<Expected>& expected) {
    std::map<std::string, Digest> digests;
    for (const Expected& one : expected) digests.try_emplace(one.manifest->algorithm, one.manifest->algorithm);
    const auto done = package_.read(member, [&](std::string_view block) {
      for (auto& digest : digests) digest.second.add(block);
    });
    if (!done.ok()) return fault("archive-missing", member.path, done.refusal().why);
    std::map<std::string, std::string> hashes;
    for (auto& [algorithm, digest] : digests) hashes[algorithm] = digest.hex();
    for (const Expected& one : expected) {
      const std::string& is = hashes[one.manifest->algorithm];
      if (one.manifest->algorithm == "sha256") {
        bag_.sealed[member.path] = is == one.hash;
        (in_payload(member.path) ? bag_.payload : tags_)[member.path] = {is, member.size};
      }
      if (is == one.hash) continue;
      const std::string name = one.manifest->algorithm;
      fault("archive-altered", member.path, {"内容已改变：" + name + " 为 " + is + "，" + one.manifest->file + " 记为 " + one.hash,
                                             "its bytes have changed: the " + name + " is " + is + ", and " + one.manifest->file + " has " + one.hash});
    }
  }

  const Package& package_;
  Bag bag_;
  std::string encoding_;
  std::vector<Manifest> manifests_;
  std::map<std::string, Kept> tags_;
  std::map<std::string, std::vector<Expected>> expected_;  // by path
  std::optional<std::uint64_t> payload_bytes_;
};

}  // namespace

std::string Bag::tag(std::string_view label) const {
  for (const auto& [name, value] : info) {
    if (name_key(name) == name_key(label)) return value;
  }
  return {};
}

Bag check_bag(const Package& package) { return BagCheck(package).run(); }

}  // namespace kaohe
