// SPDX-License-Identifier: Apache-2.0
// One header block of a tar file (POSIX.1-2001 ustar and pax, and GNU's long names and large sizes), both ways.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kaohe {

inline constexpr std::size_t kTarBlock = 512;
using TarBlock = std::array<char, kTarBlock>;

struct TarHeader {
  std::string path;  // prefix and name
  std::uint64_t size = 0;
  char kind = '0';
};

// nullopt where the checksum is wrong or a number cannot be read.
[[nodiscard]] std::optional<TarHeader> read_tar_header(const TarBlock& block);
[[nodiscard]] bool is_zero(std::string_view bytes);

// What a pax header says of the member behind it.
struct PaxRecords {
  std::optional<std::string> path;
  std::optional<std::uint64_t> size;
  bool sparse = false;
};
[[nodiscard]] std::optional<PaxRecords> read_pax(std::string_view bytes);  // nullopt: malformed

// The header blocks of a file, with a pax header where its path or size does not fit. The same for everybody: owner 0,
// mode 0644, one fixed day.
[[nodiscard]] std::string tar_header(const std::string& path, std::uint64_t size);

}  // namespace kaohe
