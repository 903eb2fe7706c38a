// SPDX-License-Identifier: Apache-2.0
#include "archive/package.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <map>

#include "archive/folder_package.h"
#include "archive/tar_package.h"
#include "base/text.h"

namespace kaohe {
namespace {

bool by_path(const Member& a, const Member& b) { return a.path < b.path; }

}  // namespace

const Member* Package::find(std::string_view path) const {
  const auto found = std::lower_bound(members_.begin(), members_.end(), path, [](const Member& member, std::string_view wanted) { return member.path < wanted; });
  return found != members_.end() && found->path == path ? &*found : nullptr;
}

Result<std::string> Package::bytes(const Member& member) const {
  std::string out;
  out.reserve(member.size);
  const auto read_all = read(member, [&](std::string_view block) { out += block; });
  if (!read_all.ok()) return read_all.refusal();
  return out;
}

void Package::sort_and_compare() {
  std::stable_sort(members_.begin(), members_.end(), by_path);
  std::map<std::string, const Member*> seen;
  for (const Member& member : members_) {
    const auto [other, first] = seen.emplace(folded_name(member.path), &member);
    if (first) continue;
    const std::string name = visible(other->second->path);
    if (other->second->path == member.path) {
      faults_.push_back({"archive-clash", member.path, {"同一个文件出现两次", "the same file is there twice"}});
    } else {
      faults_.push_back({"archive-clash", member.path,
                         {"文件名与“" + name + "”只差大小写或 Unicode 写法", "its name differs from \"" + name + "\" only in case or in Unicode form"},
                         {"有的系统会把两者当作一个文件", "some systems take the two for one"}});
    }
  }
}

Result<std::unique_ptr<Package>> open_package(const std::string& path) {
  struct stat about = {};
  if (stat(path.c_str(), &about) != 0) return cannot_read(path, errno);
  Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (!file.open()) return cannot_read(path, errno);
  if (S_ISDIR(about.st_mode)) return open_folder(path, std::move(file));
  if (S_ISREG(about.st_mode)) return open_tar(path, std::move(file));
  return Refusal{{"“" + visible(path) + "”既不是文件夹，也不是 tar 文件", "\"" + visible(path) + "\" is neither a folder nor a tar file"}};
}

}  // namespace kaohe
