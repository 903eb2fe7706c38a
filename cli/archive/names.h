// SPDX-License-Identifier: Apache-2.0
// Names of members. What we write anybody can unpack anywhere; what we read may come from anybody, so a name that could
// leave the archive's own folder, or that two systems would not tell from another, is refused.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "base/phrase.h"

namespace kaohe {

// Why nobody should unpack a file of this name; empty where it is fine.
[[nodiscard]] Phrase fault_of_path(std::string_view path);

// The last part of a path as a file name that Linux, macOS and Windows all take: composed (NFC), with _ for what one of
// them refuses. Han stays Han.
[[nodiscard]] std::string safe_name(std::string_view path);

// Gives each path once: the second "a/x.csv" becomes "a/x-2.csv". Case and Unicode form do not tell names apart.
class UniquePaths {
 public:
  [[nodiscard]] std::string take(const std::string& path);

 private:
  std::set<std::string> taken_;  // folded
};

// %, CR and LF of a path as manifests write them (RFC 8493, 2.1.3), and back.
[[nodiscard]] std::string manifest_path(std::string_view path);
[[nodiscard]] std::string path_of_manifest(std::string_view written);

}  // namespace kaohe
