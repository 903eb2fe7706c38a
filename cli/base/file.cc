// SPDX-License-Identifier: Apache-2.0
#include "base/file.h"

#include <dirent.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <new>
#include <optional>
#include <stdexcept>
#include <utility>

#include "base/descriptor.h"
#include "base/text.h"

namespace kaohe {
namespace {

// A reader that went away must not kill the program while it writes.
class QuietPipe {
 public:
  QuietPipe() {
    struct sigaction ignore = {};
    ignore.sa_handler = SIG_IGN;
    sigaction(SIGPIPE, &ignore, &before_);
  }
  QuietPipe(const QuietPipe&) = delete;
  QuietPipe& operator=(const QuietPipe&) = delete;
  ~QuietPipe() { sigaction(SIGPIPE, &before_, nullptr); }

 private:
  struct sigaction before_ = {};
};

Phrase reason(int error) {
  switch (error) {
    case ENOENT:
      return {"没有这个文件或文件夹", "no such file or folder"};
    case EACCES:
    case EPERM:
      return {"没有权限", "permission denied"};
    case EISDIR:
      return {"这是文件夹，应为文件", "it is a folder, a file was expected"};
    case ENOTDIR:
      return {"路径中有一段不是文件夹", "a part of the path is not a folder"};
    case ENOSPC:
    case EDQUOT:
      return {"磁盘空间已满", "no space left on the disk"};
    case EROFS:
      return {"所在磁盘只读", "the disk is read-only"};
    case EFBIG:
      return {"文件过大", "the file is too large"};
    case ENOMEM:
      return {"内存放不下", "it does not fit into memory"};
    case ENAMETOOLONG:
      return {"文件名过长", "the name is too long"};
    case ELOOP:
      return {"符号链接循环", "symbolic links form a loop"};
    case ESTALE:
      return {"读取时文件正在被改写", "it was changed while it was read"};
    case EIO:
      return {"读写设备出错", "the device failed"};
    default:
      break;
  }
  const std::string own = std::generic_category().message(error);
  return {fmt::format("系统错误 {}（{}）", error, own), fmt::format("system error {} ({})", error, own)};
}

// Each of these gives 0 or the errno.
int read_all(int descriptor, std::string& out) {
  struct stat about = {};
  if (fstat(descriptor, &about) != 0) return errno;
  if (S_ISDIR(about.st_mode)) return EISDIR;
  try {
    const bool sized = S_ISREG(about.st_mode) && about.st_size > 0;
    const auto size = static_cast<std::size_t>(sized ? about.st_size : 0);
    if (sized) out.reserve(size + 1);
    std::array<char, 1 << 16> buffer;
    for (;;) {
      const ssize_t count = ::read(descriptor, buffer.data(), buffer.size());
      if (count == 0) return sized && out.size() != size ? ESTALE : 0;
      if (sized && out.size() + static_cast<std::size_t>(count) > size) return ESTALE;  // somebody is writing to it
      if (count > 0) {
        out.append(buffer.data(), static_cast<std::size_t>(count));
      } else if (errno != EINTR) {
        return errno;
      }
    }
  } catch (const std::bad_alloc&) {
    return ENOMEM;
  } catch (const std::length_error&) {
    return ENOMEM;
  }
}

// Large pieces at a time; 0 or the errno.
int write_made(int descriptor, const MakeBytes& make) {
  struct Stopped {
    int error;
  };
  constexpr std::size_t kLarge = 1U << 18;
  std::string waiting;
  const auto write = [descriptor](std::string_view bytes) {
    if (const int error = write_all(descriptor, bytes); error != 0) throw Stopped{error};
  };
  try {
    make([&](std::string_view bytes) {
      if (waiting.size() + bytes.size() < kLarge) {
        waiting += bytes;
        return;
      }
      write(waiting);
      waiting.clear();
      write(bytes);
    });
    write(waiting);
  } catch (const Stopped& stopped) {
    return stopped.error;
  }
  return 0;
}

// Into a pipe, a terminal or a device: nothing to rename, and a reader who has seen enough is no failure.
int write_stream(int descriptor, const MakeBytes& make) {
  const QuietPipe quiet;
  const int error = write_made(descriptor, make);
  return error == EPIPE ? 0 : error;
}

int write_standard_output(const MakeBytes& make) {
  const QuietPipe quiet;
  std::fflush(stdout);  // what was printed before stands before
  return write_stream(STDOUT_FILENO, make);
}

int write_device(const std::string& path, const MakeBytes& make) {
  Descriptor device(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
  return device.open() ? write_stream(device.number(), make) : errno;
}

int fill(Descriptor& file, const MakeBytes& make, std::optional<mode_t> mode) {
  if (mode && fchmod(file.number(), *mode) != 0) return errno;
  if (const int error = write_made(file.number(), make); error != 0) return error;
  if (fsync(file.number()) != 0) return errno;
  return file.close() == 0 ? 0 : errno;
}

// Goes with its owner unless it is kept.
class HalfFile {
 public:
  explicit HalfFile(const std::string& path) : path_(path) {}
  HalfFile(const HalfFile&) = delete;
  HalfFile& operator=(const HalfFile&) = delete;
  ~HalfFile() {
    if (!kept_) ::unlink(path_.c_str());
  }
  void keep() { kept_ = true; }

 private:
  const std::string& path_;
  bool kept_ = false;
};

// A new file gets the mode that the umask grants, a replaced one keeps its own.
int write_beside(const std::string& path, const MakeBytes& make, std::optional<mode_t> mode) {
  const std::size_t slash = path.rfind('/');
  const std::string folder = slash == std::string::npos ? "./" : path.substr(0, slash + 1);
  constexpr mode_t kEverybody = 0666;
  std::string beside;
  int number = -1;
  for (int attempt = 0; number < 0; ++attempt) {
    beside = fmt::format("{}.kaohe-{}-{}.tmp", folder, getpid(), attempt);
    number = ::open(beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, kEverybody);
    if (number < 0 && errno != EEXIST) return errno;
  }
  Descriptor file(number);
  HalfFile half(beside);
  if (const int error = fill(file, make, mode); error != 0) return error;
  if (std::rename(beside.c_str(), path.c_str()) != 0) return errno;
  half.keep();
  // The new name is on the disk only with its folder; a file system that cannot do that has done what it can.
  const Descriptor parent(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (parent.open()) fsync(parent.number());
  return 0;
}

int write_path(const std::string& path, const MakeBytes& make) {
  struct stat about = {};
  if (stat(path.c_str(), &about) != 0) return errno == ENOENT ? write_beside(path, make, std::nullopt) : errno;
  if (S_ISDIR(about.st_mode)) return EISDIR;
  if (!S_ISREG(about.st_mode)) return write_device(path, make);
  if (access(path.c_str(), W_OK) != 0) return errno;  // a rename would not ask
  // Replaces what a symbolic link points to, not the link.
  const std::unique_ptr<char, decltype(&std::free)> target(realpath(path.c_str(), nullptr), &std::free);
  return write_beside(target ? target.get() : path, make, about.st_mode & static_cast<mode_t>(07777));
}

}  // namespace

int write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(descriptor, bytes.data(), bytes.size());
    if (count > 0) {
      bytes.remove_prefix(static_cast<std::size_t>(count));
    } else if (count < 0 && errno != EINTR) {
      return errno;
    }
  }
  return 0;
}

Refusal cannot_read(const std::string& path, int error) {
  const Phrase why = reason(error);
  if (path == "-") {
    return {{fmt::format("无法读取标准输入：{}", why.zh), fmt::format("cannot read standard input: {}", why.en)}};
  }
  return {{fmt::format("无法读取“{}”：{}", visible(path), why.zh),
           fmt::format("cannot read \"{}\": {}", visible(path), why.en)}};
}

Refusal cannot_write(const std::string& path, int error) {
  const Phrase why = reason(error);
  if (path == "-") {
    return {{fmt::format("无法写到标准输出：{}", why.zh), fmt::format("cannot write to standard output: {}", why.en)}};
  }
  return {{fmt::format("无法写入“{}”：{}", visible(path), why.zh),
           fmt::format("cannot write \"{}\": {}", visible(path), why.en)}};
}

Result<Source> read_file(const std::string& path) {
  Source out{path, {}};
  if (path == "-") {
    const int error = read_all(STDIN_FILENO, out.bytes);
    if (error != 0) return cannot_read(path, error);
    return out;
  }
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  const int error = file.open() ? read_all(file.number(), out.bytes) : errno;
  if (error != 0) return cannot_read(path, error);
  return out;
}

Result<std::monostate> write_file(const std::string& path, const MakeBytes& make) {
  const int error = path == "-" ? write_standard_output(make) : write_path(path, make);
  if (error != 0) return cannot_write(path, error);
  return std::monostate{};
}

Result<std::monostate> write_file(const std::string& path, std::string_view bytes) {
  return write_file(path, [bytes](const TakeBytes& take) { take(bytes); });
}

Result<std::vector<std::string>> list_files(const std::string& dir, std::string_view suffix) {
  const std::unique_ptr<DIR, int (*)(DIR*)> folder(opendir(dir.c_str()), &closedir);
  if (!folder) return cannot_read(dir, errno);
  std::vector<std::string> out;
  const std::string start = dir.ends_with('/') ? dir : dir + "/";
  errno = 0;
  while (const dirent* entry = readdir(folder.get())) {
    const std::string_view name = entry->d_name;
    const std::string path = start + entry->d_name;
    struct stat about = {};
    if (name.ends_with(suffix) && stat(path.c_str(), &about) == 0 && S_ISREG(about.st_mode)) out.push_back(path);
    errno = 0;
  }
  if (errno != 0) return cannot_read(dir, errno);
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace kaohe
