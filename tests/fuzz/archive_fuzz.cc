// SPDX-License-Identifier: Apache-2.0
// Whatever stands in a tar file, it is read or refused; nothing is unpacked, and no member is longer than the file.
#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>

#include "archive/bag.h"
#include "archive/history.h"
#include "archive/tar_package.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  kaohe::Descriptor file(memfd_create("fuzz", MFD_CLOEXEC));
  if (write(file.number(), bytes.data(), bytes.size()) != static_cast<ssize_t>(bytes.size())) return 0;
  const auto package = kaohe::open_tar("fuzz.tar", std::move(file));
  if (package.ok()) {
    for (const kaohe::Member& member : package.value()->members()) {
      if (member.offset + member.size > size) std::abort();
    }
    const kaohe::Bag bag = kaohe::check_bag(*package.value());
    if (bag.files > package.value()->members().size()) std::abort();
  }
  if (kaohe::read_history(bytes).entries.size() > size) std::abort();
  return 0;
}
