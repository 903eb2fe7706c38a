// SPDX-License-Identifier: Apache-2.0
// The lines of tag files: bagit.txt, bag-info.txt and manifests.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "archive/bag_writer.h"

namespace kaohe {

[[nodiscard]] std::vector<std::string> lines_of(std::string_view text);  // LF, CRLF or CR
// Text of a tag file as UTF-8; nullopt where its bytes are not of that encoding, or we do not read it.
[[nodiscard]] std::optional<std::string> tag_text(std::string_view bytes, std::string_view encoding);

struct Declaration {
  int version = 0;  // 100 is 1.0
  std::string encoding;
};
[[nodiscard]] std::optional<Declaration> read_declaration(std::string_view bytes);
// "Label: value", with what is indented behind it; nullopt where a line is neither. `bad` is its number.
[[nodiscard]] std::optional<TagLines> read_tag_lines(std::string_view text, std::size_t& bad);

struct ManifestLine {
  std::string hash;  // lower case
  std::string path;
};
// Of a bag of version `version`: before 1.0 `*` and `./` before a path were written by common tools.
[[nodiscard]] std::optional<ManifestLine> read_manifest_line(std::string_view line, int version);

}  // namespace kaohe
