// SPDX-License-Identifier: Apache-2.0
#include "archive/bag_writer.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include <cerrno>

#include "archive/names.h"
#include "base/descriptor.h"
#include "base/digest.h"
#include "base/text.h"

namespace kaohe {
namespace {

constexpr std::size_t kBlock = std::size_t{1} << 18U;

}  // namespace

std::string text_of(const TagLines& lines) {
  std::string out;
  for (const auto& [label, value] : lines) out += label + ": " + value + "\n";
  return out;
}

std::string manifest_of(const std::map<std::string, Kept>& files) {
  std::string out;
  for (const auto& [path, kept] : files) out += kept.sha256 + "  " + manifest_path(path) + "\n";
  return out;
}

const Kept& BagWriter::add(const std::string& path, std::string_view bytes) {
  sink_->begin(path, bytes.size());
  sink_->write(bytes);
  sink_->end();
  return payload_[path] = {sha256_hex(bytes), bytes.size()};
}

const Kept& BagWriter::add_file(const std::string& path, const std::string& file) {
  const Descriptor from(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  struct stat about = {};
  if (!from.open() || fstat(from.number(), &about) != 0) throw cannot_read(file, errno);
  if (!S_ISREG(about.st_mode)) {
    throw Refusal{{"“" + visible(file) + "”不是普通文件", "\"" + visible(file) + "\" is no regular file"}};
  }
  const auto size = static_cast<std::uint64_t>(about.st_size);
  sink_->begin(path, size);
  Digest digest;
  std::string buffer(kBlock, '\0');
  std::uint64_t done = 0;
  for (;;) {
    const ssize_t count = ::read(from.number(), buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) throw cannot_read(file, errno);
    if (count == 0) break;
    const std::string_view block = std::string_view(buffer).substr(0, static_cast<std::size_t>(count));
    done += block.size();
    if (done > size) throw cannot_read(file, ESTALE);  // somebody is writing to it
    digest.add(block);
    sink_->write(block);
  }
  if (done != size) throw cannot_read(file, ESTALE);
  sink_->end();
  return payload_[path] = {digest.hex(), size};
}

void BagWriter::add_tag(const std::string& path, const std::string& bytes) {
  sink_->begin(path, bytes.size());
  sink_->write(bytes);
  sink_->end();
  tags_[path] = {sha256_hex(bytes), bytes.size()};
}

std::string BagWriter::seal(TagLines info) {
  std::uint64_t bytes = 0;
  for (const auto& file : payload_) bytes += file.second.bytes;
  info.emplace_back("Payload-Oxum", fmt::format("{}.{}", bytes, payload_.size()));
  add_tag("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
  add_tag("bag-info.txt", text_of(info));
  add_tag("manifest-sha256.txt", manifest_of(payload_));
  const std::string all = manifest_of(tags_);
  add_tag(kSeal, all);
  return sha256_hex(all);
}

}  // namespace kaohe
