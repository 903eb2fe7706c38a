// SPDX-License-Identifier: Apache-2.0
#include "base/file_bytes.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <utility>

namespace kaohe {
namespace {

// Each of these gives 0 or the errno. `filled` tells how much there was.
int read_full(int descriptor, char* to, std::size_t count, std::size_t& filled) {
  filled = 0;
  while (filled < count) {
    const ssize_t got = ::read(descriptor, to + filled, count - filled);
    if (got == 0) return 0;
    if (got > 0) {
      filled += static_cast<std::size_t>(got);
    } else if (errno != EINTR) {
      return errno;
    }
  }
  return 0;
}

int pread_full(int descriptor, char* to, std::size_t count, std::uint64_t offset) {
  while (count > 0) {
    const ssize_t got = ::pread(descriptor, to, count, static_cast<off_t>(offset));
    if (got == 0) return ESTALE;  // it became shorter
    if (got > 0) {
      to += got;
      offset += static_cast<std::uint64_t>(got);
      count -= static_cast<std::size_t>(got);
    } else if (errno != EINTR) {
      return errno;
    }
  }
  return 0;
}

bool same_time(const struct timespec& a, const struct timespec& b) { return a.tv_sec == b.tv_sec && a.tv_nsec == b.tv_nsec; }

}  // namespace

std::shared_ptr<const FileBytes> FileBytes::hold(std::string bytes) {
  const std::shared_ptr<FileBytes> out(new FileBytes);
  out->held_ = std::move(bytes);
  out->view_ = out->held_;
  out->size_ = out->held_.size();
  return out;
}

std::shared_ptr<const FileBytes> FileBytes::borrow(std::string_view bytes) {
  const std::shared_ptr<FileBytes> out(new FileBytes);
  out->view_ = bytes;
  out->size_ = bytes.size();
  return out;
}

Result<std::shared_ptr<const FileBytes>> FileBytes::open(const std::string& path) {
  const std::shared_ptr<FileBytes> out(new FileBytes);
  out->path_ = path;
  const Descriptor file(path == "-" ? ::dup(STDIN_FILENO) : ::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  const int error = file.open() ? out->take(file.number()) : errno;
  if (error != 0) return cannot_read(path, error);
  return std::shared_ptr<const FileBytes>(out);
}

int FileBytes::take(int descriptor) {
  struct stat about = {};
  if (fstat(descriptor, &about) != 0) return errno;
  if (S_ISDIR(about.st_mode)) return EISDIR;
  const bool at_start = lseek(descriptor, 0, SEEK_CUR) == 0;
  if (S_ISREG(about.st_mode) && at_start && static_cast<std::uint64_t>(about.st_size) > kSmall) {
    descriptor_ = Descriptor(fcntl(descriptor, F_DUPFD_CLOEXEC, 0));
    const int error = descriptor_.open() ? 0 : errno;
    size_ = static_cast<std::uint64_t>(about.st_size);
    changed_ = about.st_mtim;
    named_ = true;
    return error;
  }
  std::size_t filled = 0;
  const bool sized = S_ISREG(about.st_mode) && at_start && about.st_size > 0;
  held_.resize((sized ? static_cast<std::size_t>(about.st_size) : kSmall) + 1);  // one more, to see the end
  const int error = read_full(descriptor, held_.data(), held_.size(), filled);
  held_.resize(filled);
  if (error != 0) return error;
  if (filled > kSmall) return spool(descriptor);
  if (sized && filled != static_cast<std::size_t>(about.st_size)) return ESTALE;  // somebody is writing to it
  held_.shrink_to_fit();
  view_ = held_;
  size_ = filled;
  return 0;
}

// Only the kernel knows the file, so that it is gone with the program, however that ends.
int FileBytes::spool(int descriptor) {
  std::FILE* temporary = std::tmpfile();
  if (temporary == nullptr) return errno;
  descriptor_ = Descriptor(fcntl(fileno(temporary), F_DUPFD_CLOEXEC, 0));
  int error = descriptor_.open() ? 0 : errno;
  std::fclose(temporary);
  if (error != 0) return error;
  error = write_all(descriptor_.number(), held_);
  size_ = held_.size();
  std::size_t filled = held_.size();
  while (error == 0 && filled > 0) {
    error = read_full(descriptor, held_.data(), held_.size(), filled);
    if (error == 0) error = write_all(descriptor_.number(), std::string_view(held_).substr(0, filled));
    size_ += filled;
  }
  held_ = std::string();
  return error;
}

std::string_view FileBytes::read(std::uint64_t offset, std::size_t count, std::string& room) const {
  if (offset >= size_) return {};
  const auto wanted = static_cast<std::size_t>(std::min<std::uint64_t>(count, size_ - offset));
  if (!descriptor_.open()) return view_.substr(static_cast<std::size_t>(offset), wanted);
  if (room.size() < wanted) room.resize(wanted);
  const int error = pread_full(descriptor_.number(), room.data(), wanted, offset);
  if (error != 0) throw cannot_read(path_, error);
  return std::string_view(room).substr(0, wanted);
}

void FileBytes::check_unchanged() const {
  struct stat about = {};
  if (!named_ || fstat(descriptor_.number(), &about) != 0) return;
  const bool same = static_cast<std::uint64_t>(about.st_size) == size_ && same_time(about.st_mtim, changed_);
  if (!same) throw cannot_read(path_, ESTALE);
}

}  // namespace kaohe
