// SPDX-License-Identifier: Apache-2.0
// A folder, walked by descriptors: no part of a path is ever looked up again by its name from outside, and no link is
// followed, not even one that is put there while we read.
#include "archive/folder_package.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>

#include <array>
#include <cerrno>

#include "archive/names.h"
#include "base/text.h"

namespace kaohe {
namespace {

constexpr std::size_t kDeepest = 64;
constexpr std::size_t kBlock = std::size_t{1} << 18U;

class FolderPackage final : public Package {
 public:
  FolderPackage(std::string name, Descriptor root) : name_(std::move(name)), root_(std::move(root)) {}

  Result<std::monostate> walk() {
    const int copy = openat(root_.number(), ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (copy < 0) return cannot_read(name_, errno);
    const int error = walk(Descriptor(copy), "", 0);
    if (error != 0) return cannot_read(name_, error);
    sort_and_compare();
    return std::monostate{};
  }

  [[nodiscard]] Result<std::monostate> read(const Member& member, const Consumer& consume) const override {
    const Descriptor file(open_member(member.path));
    const std::string full = name_ + "/" + member.path;
    struct stat about = {};
    if (!file.open() || fstat(file.number(), &about) != 0) return cannot_read(full, errno);
    if (!S_ISREG(about.st_mode) || static_cast<std::uint64_t>(about.st_size) != member.size) return cannot_read(full, ESTALE);
    std::string buffer(kBlock, '\0');
    std::uint64_t done = 0;
    for (;;) {
      const ssize_t count = ::read(file.number(), buffer.data(), buffer.size());
      if (count < 0 && errno == EINTR) continue;
      if (count < 0) return cannot_read(full, errno);
      done += static_cast<std::uint64_t>(count);
      if (count == 0 || done > member.size) break;
      consume(std::string_view(buffer).substr(0, static_cast<std::size_t>(count)));
    }
    if (done != member.size) return cannot_read(full, ESTALE);
    return std::monostate{};
  }

 private:
  [[nodiscard]] Descriptor open_member(const std::string& path) const {
    Descriptor folder(openat(root_.number(), ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    std::size_t at = 0;
    for (std::size_t slash = path.find('/'); slash != std::string::npos && folder.open(); slash = path.find('/', at)) {
      folder = Descriptor(openat(folder.number(), path.substr(at, slash - at).c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
      at = slash + 1;
    }
    if (!folder.open()) return {};
    return Descriptor(openat(folder.number(), path.c_str() + at, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  }

  int walk(Descriptor folder, const std::string& prefix, std::size_t depth) {
    const int number = dup(folder.number());
    const std::unique_ptr<DIR, int (*)(DIR*)> entries(number < 0 ? nullptr : fdopendir(number), &closedir);
    if (!entries) return errno;
    for (;;) {
      errno = 0;
      const dirent* entry = readdir(entries.get());
      if (entry == nullptr) return errno;
      const std::string name = entry->d_name;
      if (name == "." || name == "..") continue;
      if (const int error = take(folder.number(), name, prefix + name, depth); error != 0) return error;
    }
  }

  int take(int folder, const std::string& name, const std::string& path, std::size_t depth) {
    struct stat about = {};
    if (fstatat(folder, name.c_str(), &about, AT_SYMLINK_NOFOLLOW) != 0) return errno;
    if (const Phrase fault = fault_of_path(path); !fault.empty()) {
      faults_.push_back({"archive-name", path, fault});
      return 0;
    }
    if (S_ISREG(about.st_mode)) {
      members_.push_back({path, static_cast<std::uint64_t>(about.st_size)});
    } else if (!S_ISDIR(about.st_mode)) {
      const bool link = S_ISLNK(about.st_mode);
      faults_.push_back({"archive-link", path, link ? Phrase{"是符号链接，不跟随", "it is a symbolic link, which is not followed"} : Phrase{"不是普通文件", "it is no regular file"}});
    } else if (depth >= kDeepest) {
      faults_.push_back({"archive-name", path, {"文件夹嵌套过深", "folders are nested too deep"}});
    } else {
      Descriptor inner(openat(folder, name.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
      return inner.open() ? walk(std::move(inner), path + "/", depth + 1) : errno;
    }
    return 0;
  }

  std::string name_;
  Descriptor root_;
};

}  // namespace

Result<std::unique_ptr<Package>> open_folder(const std::string& path, Descriptor folder) {
  auto package = std::make_unique<FolderPackage>(path, std::move(folder));
  const auto walked = package->walk();
  if (!walked.ok()) return walked.refusal();
  return std::unique_ptr<Package>(std::move(package));
}

}  // namespace kaohe
