// SPDX-License-Identifier: Apache-2.0
// Reads a bag by the letter of RFC 8493 and of the drafts before it (0.93 to 0.97), and checks every hash.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "archive/bag_writer.h"
#include "archive/package.h"

namespace kaohe {

struct Bag {
  int version = 0;              // 100 is 1.0, 97 is 0.97; 0: none
  TagLines info;                // of bag-info.txt
  std::string seal;             // SHA-256 of tagmanifest-sha256.txt; empty: there is none
  std::vector<std::string> unsealed;  // tag files that no manifest names, which the RFC allows
  std::map<std::string, bool> sealed;  // paths whose SHA-256 is in a manifest: is it right?
  std::map<std::string, Kept> payload;  // with the SHA-256 that we found, where a manifest has that
  bool our_form = false;                // the seal's file is byte for byte as BagWriter writes it
  std::uint64_t files = 0, bytes = 0;   // of the payload
  Faults faults;

  [[nodiscard]] std::string tag(std::string_view label) const;  // the first of that label; empty: none
};

[[nodiscard]] Bag check_bag(const Package& package);

}  // namespace kaohe
