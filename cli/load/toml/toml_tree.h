// SPDX-License-Identifier: Apache-2.0
// A parsed TOML file as bytes. The program carries its rules and tables in this form beside their text, so that a run
// does not spend its time on parsing what the build has parsed already. Written and read by the same build only.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "load/toml/toml_file.h"

namespace kaohe {

[[nodiscard]] std::string pack_toml(const TomlValue& root);
// `packed` is what pack_toml gave; every place gets the file number given.
[[nodiscard]] TomlValue unpack_toml(std::string_view packed, std::uint32_t file);
// The root with its first entry alone.
[[nodiscard]] TomlValue unpack_toml_head(std::string_view packed, std::uint32_t file);

}  // namespace kaohe
