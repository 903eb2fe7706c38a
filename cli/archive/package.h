// SPDX-License-Identifier: Apache-2.0
// An archive to be read, a folder or a tar file: its regular files, and their bytes in blocks. Nothing is unpacked, no
// link is followed, and what is no regular file is a fault.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "archive/fault.h"
#include "base/file.h"

namespace kaohe {

struct Member {
  std::string path;  // within the archive: "data/report.json"
  std::uint64_t size = 0;
  std::uint64_t offset = 0;  // in the tar file
};

using Consumer = std::function<void(std::string_view block)>;

class Package {
 public:
  Package() = default;
  Package(const Package&) = delete;
  Package& operator=(const Package&) = delete;
  virtual ~Package() = default;

  [[nodiscard]] const std::vector<Member>& members() const { return members_; }  // by path
  [[nodiscard]] const Faults& faults() const { return faults_; }                 // of names, links, the tar itself
  [[nodiscard]] const Member* find(std::string_view path) const;
  // Exactly member.size bytes; a Refusal where it no longer has them.
  [[nodiscard]] virtual Result<std::monostate> read(const Member& member, const Consumer& consume) const = 0;
  [[nodiscard]] Result<std::string> bytes(const Member& member) const;

 protected:
  void sort_and_compare();  // two names that one file system would take for one are a fault
  std::vector<Member> members_;
  Faults faults_;
};

// A folder, or a tar file; a Refusal where it is neither.
[[nodiscard]] Result<std::unique_ptr<Package>> open_package(const std::string& path);

}  // namespace kaohe
