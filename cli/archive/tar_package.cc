// SPDX-License-Identifier: Apache-2.0
// A tar file, read where it lies: headers once, members by their offset. Whatever could write outside, or make more bytes
// than the file has, is a fault: links, devices, sparse files, sizes beyond the end, bytes hidden behind the end.
#include "archive/tar_package.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>

#include "archive/names.h"
#include "archive/tar_header.h"
#include "base/text.h"

namespace kaohe {
namespace {

constexpr std::size_t kBlock = std::size_t{1} << 18U;
constexpr std::uint64_t kLongestText = std::uint64_t{1} << 20U;  // of a pax header or a long name

// Up to `size` bytes at `offset`: fewer only at the end of the file; the errno where it fails.
int read_at(int file, std::uint64_t offset, char* into, std::size_t size, std::size_t& done) {
  done = 0;
  while (done < size) {
    const ssize_t count = pread(file, into + done, size - done, static_cast<off_t>(offset + done));
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return errno;
    if (count == 0) break;
    done += static_cast<std::size_t>(count);
  }
  return 0;
}

class TarPackage final : public Package {
 public:
  TarPackage(std::string name, Descriptor file) : name_(std::move(name)), file_(std::move(file)) {}

  Result<std::monostate> list() {
    struct stat about = {};
    if (fstat(file_.number(), &about) != 0) return cannot_read(name_, errno);
    size_ = static_cast<std::uint64_t>(about.st_size);
    if (const Phrase why = no_tar(); !why.empty()) {
      return Refusal{{"“" + visible(name_) + "”不是 tar 文件：" + why.zh, "\"" + visible(name_) + "\" is no tar file: " + why.en}};
    }
    while (next()) {
    }
    if (error_ != 0) return cannot_read(name_, error_);
    sort_and_compare();
    return std::monostate{};
  }

  [[nodiscard]] Result<std::monostate> read(const Member& member, const Consumer& consume) const override {
    std::string buffer(static_cast<std::size_t>(std::min<std::uint64_t>(kBlock, std::max<std::uint64_t>(member.size, 1))), '\0');
    for (std::uint64_t done = 0; done < member.size;) {
      const auto wanted = static_cast<std::size_t>(std::min<std::uint64_t>(buffer.size(), member.size - done));
      std::size_t count = 0;
      const int error = read_at(file_.number(), member.offset + done, buffer.data(), wanted, count);
      if (error != 0 || count != wanted) return cannot_read(name_, error != 0 ? error : ESTALE);
      consume(std::string_view(buffer).substr(0, count));
      done += count;
    }
    return std::monostate{};
  }

 private:
  bool block_at(std::uint64_t offset, TarBlock& block) {
    std::size_t done = 0;
    error_ = read_at(file_.number(), offset, block.data(), block.size(), done);
    return error_ == 0 && done == block.size();
  }

  Phrase no_tar() {
    TarBlock block{};
    const bool whole = block_at(0, block);
    if (error_ != 0) return {};  // told when the list is made
    const std::string_view start(block.data(), 6);
    if (start.starts_with("\x1f\x8b") || start.starts_with("BZh") || start.starts_with(std::string_view("\xfd" "7zXZ\0", 6)) || start.starts_with("\x28\xb5\x2f\xfd")) {
      return {"它是压缩过的，请先解压", "it is compressed, decompress it first"};
    }
    if (start.starts_with("PK")) return {"它是 zip 文件", "it is a zip file"};
    if (!whole) return {"短于 512 字节", "it is shorter than 512 bytes"};
    if (!read_tar_header(block)) return {"开头不是 tar 的文件头", "it does not begin with a header of tar"};
    return {};
  }

  void fault(std::string_view code, const std::string& path, const Phrase& what) { faults_.push_back({code, path, what}); }

  // One header and what it is of; false at the end, and where nothing behind it can be trusted.
  bool next() {
    TarBlock block{};
    if (!block_at(at_, block)) {
      if (error_ == 0) fault("archive-tar", "", {"tar 文件中途截断", "the tar file is cut off"});
      return false;
    }
    if (is_zero({block.data(), block.size()})) {
      check_rest();
      return false;
    }
    const auto header = read_tar_header(block);
    if (!header) {
      fault("archive-tar", "", {"偏移 " + std::to_string(at_) + " 处的 tar 文件头已损坏", "the header of tar at offset " + std::to_string(at_) + " is damaged"});
      return false;
    }
    at_ += kTarBlock;
    const std::uint64_t size = pax_.size && header->kind != 'x' && header->kind != 'g' ? *pax_.size : header->size;
    if (size > size_ - std::min(at_, size_)) {
      fault("archive-size", path_of(*header), {"声称有 " + std::to_string(size) + " 字节，超出 tar 文件", "says that it has " + std::to_string(size) + " bytes, more than the tar file"});
      return false;
    }
    const bool good = take(*header, size);
    at_ += (size + kTarBlock - 1) / kTarBlock * kTarBlock;
    return good;
  }

  // Behind the end there may be zeros only.
  void check_rest() {
    std::string buffer(kBlock, '\0');
    for (std::size_t done = 1; done > 0; at_ += done) {
      error_ = read_at(file_.number(), at_, buffer.data(), buffer.size(), done);
      if (error_ != 0) return;
      if (!is_zero(std::string_view(buffer).substr(0, done))) {
        fault("archive-tar", "", {"tar 的结尾之后还有内容", "there is something behind the end of the tar file"});
        return;
      }
    }
  }

  [[nodiscard]] std::string path_of(const TarHeader& header) const { return pax_.path ? *pax_.path : long_name_.value_or(header.path); }

  bool take(const TarHeader& header, std::uint64_t size) {
    const bool describes = header.kind == 'x' || header.kind == 'g' || header.kind == 'L';
    if (describes) return take_description(header.kind, size);
    const std::string path = path_of(header);
    const bool sparse = pax_.sparse || header.kind == 'S';
    pax_ = {};
    long_name_.reset();
    if (sparse) {
      fault("archive-link", path, {"是稀疏文件，不展开", "it is a sparse file, which is not expanded"});
    } else if (header.kind == '0') {
      take_file(path, size);
    } else if (header.kind == '5') {
      if (Phrase why = fault_of_path(std::string_view(path).substr(0, path.find_last_not_of('/') + 1)); !why.empty()) fault("archive-name", path, why);
    } else if (header.kind == '1' || header.kind == '2') {
      fault("archive-link", path, {"是链接，不跟随", "it is a link, which is not followed"});
    } else {
      fault("archive-link", path, {"不是普通文件", "it is no regular file"});
    }
    return true;
  }

  bool take_description(char kind, std::uint64_t size) {
    std::string bytes(static_cast<std::size_t>(std::min(size, kLongestText)), '\0');
    std::size_t done = 0;
    error_ = read_at(file_.number(), at_, bytes.data(), bytes.size(), done);
    if (error_ != 0) return false;
    if (kind == 'L') long_name_ = bytes.substr(0, bytes.find('\0'));
    if (kind == 'L' && size <= kLongestText) return true;
    const auto records = size > kLongestText ? std::nullopt : read_pax(bytes);
    if (!records || (kind == 'g' && (records->path || records->size || records->sparse))) {
      fault("archive-tar", "", {"偏移 " + std::to_string(at_) + " 处的 pax 扩展头无法理解", "the pax header at offset " + std::to_string(at_) + " cannot be understood"});
      return false;
    }
    if (kind == 'x') pax_ = *records;
    return true;
  }

  // RFC 8493, 4: all of it lies in one folder, named as the bag is.
  void take_file(const std::string& path, std::uint64_t size) {
    if (const Phrase why = fault_of_path(path); !why.empty()) return fault("archive-name", path, why);
    const std::size_t slash = path.find('/');
    const std::string top = path.substr(0, std::min(slash, path.size()));
    if (top_.empty()) top_ = top;
    if (slash == std::string::npos || top != top_) {
      return fault("archive-name", path, {"不在 tar 的那一个顶层文件夹“" + visible(top_) + "”内", "it is not in the one top folder \"" + visible(top_) + "\" of the tar file"});
    }
    members_.push_back({path.substr(slash + 1), size, at_});
  }

  std::string name_;
  Descriptor file_;
  std::uint64_t size_ = 0, at_ = 0;
  int error_ = 0;
  PaxRecords pax_;
  std::optional<std::string> long_name_;
  std::string top_;
};

}  // namespace

Result<std::unique_ptr<Package>> open_tar(const std::string& path, Descriptor file) {
  auto package = std::make_unique<TarPackage>(path, std::move(file));
  const auto listed = package->list();
  if (!listed.ok()) return listed.refusal();
  return std::unique_ptr<Package>(std::move(package));
}

}  // namespace kaohe
