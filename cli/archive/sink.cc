// SPDX-License-Identifier: Apache-2.0
#include "archive/sink.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <set>

#include "archive/tar_header.h"
#include "base/descriptor.h"
#include "base/text.h"

namespace kaohe {
namespace {

void write_to(const Descriptor& file, std::string_view bytes, const std::string& name) {
  if (const int error = write_all(file.number(), bytes); error != 0) throw cannot_write(name, error);
}

std::string folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string::npos ? "." : path.substr(0, slash + 1);
}

std::string without_slashes(std::string path) {
  while (path.size() > 1 && path.back() == '/') path.pop_back();
  return path;
}

Refusal is_there(const std::string& path) {
  return {{"“" + visible(path) + "”已经存在，不会覆盖", "\"" + visible(path) + "\" is there already and is not overwritten"}};
}

// The first name beside `path` that `make` can have.
template <typename Make>
std::string make_beside(const std::string& path, const Make& make) {
  struct stat about = {};
  if (lstat(path.c_str(), &about) == 0) throw is_there(path);
  for (int attempt = 0;; ++attempt) {
    std::string beside = fmt::format("{}.partial-{}-{}", path, getpid(), attempt);
    if (make(beside)) return beside;
    if (errno != EEXIST) throw cannot_write(path, errno);
  }
}

// Never replaces what has come there since.
void rename_new(const std::string& from, const std::string& to) {
  if (renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return;
  if (errno == EEXIST) throw is_there(to);
  struct stat about = {};
  const bool cannot = errno == EINVAL || errno == ENOSYS;  // some file systems do not know it
  if (!cannot) throw cannot_write(to, errno);
  if (lstat(to.c_str(), &about) == 0) throw is_there(to);
  if (std::rename(from.c_str(), to.c_str()) != 0) throw cannot_write(to, errno);
}

void sync_folder(const std::string& path) {
  const Descriptor folder(::open(folder_of(path).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (folder.open()) fsync(folder.number());
}

class FolderSink final : public Sink {
 public:
  explicit FolderSink(const std::string& path) : path_(without_slashes(path)) {
    constexpr mode_t kEverybody = 0777;
    beside_ = make_beside(path_, [](const std::string& name) { return mkdir(name.c_str(), kEverybody) == 0; });
    root_ = Descriptor(::open(beside_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!root_.open()) throw cannot_write(path_, errno);
  }
  ~FolderSink() override {
    std::error_code ignored;
    if (!committed_) std::filesystem::remove_all(beside_, ignored);
  }

  void begin(const std::string& path, std::uint64_t /*size*/) override {
    constexpr mode_t kFolder = 0777, kFile = 0666;
    for (std::size_t slash = path.find('/'); slash != std::string::npos; slash = path.find('/', slash + 1)) {
      const std::string folder = path.substr(0, slash);
      if (made_.insert(folder).second && mkdirat(root_.number(), folder.c_str(), kFolder) != 0) throw cannot_write(path_ + "/" + folder, errno);
    }
    name_ = path_ + "/" + path;
    file_ = Descriptor(openat(root_.number(), path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, kFile));
    if (!file_.open()) throw cannot_write(name_, errno);
  }
  void write(std::string_view bytes) override { write_to(file_, bytes, name_); }
  void end() override {
    if (file_.close() != 0) throw cannot_write(name_, errno);
  }
  void commit() override {
    if (syncfs(root_.number()) != 0) throw cannot_write(path_, errno);
    rename_new(beside_, path_);
    committed_ = true;
    sync_folder(path_);
  }

 private:
  std::string path_, beside_, name_;
  Descriptor root_, file_;
  std::set<std::string> made_;
  bool committed_ = false;
};

class TarSink final : public Sink {
 public:
  explicit TarSink(const std::string& path) : path_(path) {
    beside_ = make_beside(path_, [this](const std::string& name) {
      constexpr mode_t kFile = 0666;
      file_ = Descriptor(::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, kFile));
      return file_.open();
    });
    const std::size_t slash = path.rfind('/');
    top_ = path.substr(slash == std::string::npos ? 0 : slash + 1);
    if (top_.ends_with(".tar")) top_.erase(top_.size() - 4);
  }
  ~TarSink() override {
    if (!committed_) ::unlink(beside_.c_str());
  }

  void begin(const std::string& path, std::uint64_t size) override {
    written_ = size;
    write_to(file_, tar_header(top_ + "/" + path, size), path_);
  }
  void write(std::string_view bytes) override { write_to(file_, bytes, path_); }
  void end() override {
    const auto over = static_cast<std::size_t>(written_ % kTarBlock);
    if (over != 0) write_to(file_, std::string(kTarBlock - over, '\0'), path_);
  }
  void commit() override {
    write_to(file_, std::string(2 * kTarBlock, '\0'), path_);
    if (fsync(file_.number()) != 0 || file_.close() != 0) throw cannot_write(path_, errno);
    rename_new(beside_, path_);
    committed_ = true;
    sync_folder(path_);
  }

 private:
  std::string path_, beside_, top_;
  Descriptor file_;
  std::uint64_t written_ = 0;
  bool committed_ = false;
};

}  // namespace

std::unique_ptr<Sink> folder_sink(const std::string& path) { return std::make_unique<FolderSink>(path); }
std::unique_ptr<Sink> tar_sink(const std::string& path) { return std::make_unique<TarSink>(path); }

}  // namespace kaohe
