// SPDX-License-Identifier: Apache-2.0
// Where bytes do not fit an encoding. Private to the room.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "csv/decode.h"

namespace kaohe {

struct BadBytes {
  std::size_t at;      // in the bytes given
  std::size_t length;  // bytes to show
};

[[nodiscard]] bool is_well_formed_utf8(std::string_view text);
[[nodiscard]] std::optional<BadBytes> find_bad_utf8(std::string_view bytes);
// As decode_piece; `bad` is what it ends at, where it does not end with the bytes.
[[nodiscard]] Decoded decode_piece(std::string_view bytes, Encoding encoding, std::uint64_t offset, std::optional<BadBytes>& bad);

}  // namespace kaohe
