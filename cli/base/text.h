// SPDX-License-Identifier: Apache-2.0
// Text as people write it: UTF-8, full-width forms, widths on screen, and the word that was probably meant.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kaohe {

// Byte length of the well-formed UTF-8 sequence at the start of `text` (1–4), 0 where it is not well formed or empty.
[[nodiscard]] std::size_t utf8_length(std::string_view text);
[[nodiscard]] bool is_utf8(std::string_view text);
// Code point at the start of `text`, which must be well-formed UTF-8 and not empty.
[[nodiscard]] char32_t utf8_code_point(std::string_view text);
void append_utf8(std::string& out, char32_t code_point);
[[nodiscard]] std::size_t code_points(std::string_view text);
[[nodiscard]] std::vector<std::string> utf8_characters(std::string_view text);

// Columns on a terminal (Han and full-width forms are 2, combining marks 0, ambiguous 1).
[[nodiscard]] std::size_t screen_width(std::string_view text);
// `text` followed by blanks up to `width` columns.
[[nodiscard]] std::string pad_right(std::string_view text, std::size_t width);
[[nodiscard]] std::string pad_left(std::string_view text, std::size_t width);
// Control characters (newline, tab, escape, bidi controls …) made visible, so that no cell can steer a terminal.
[[nodiscard]] std::string visible(std::string_view text);

// Full-width ASCII U+FF01–FF5E to ASCII and U+3000 to a blank; nothing else (no NFKC: Ⅲ, ②, ㎡, ℃ stay).
[[nodiscard]] std::string fold_width(std::string_view text);
// Without leading and trailing blanks (ASCII white space, U+00A0, U+3000, U+FEFF, U+200B).
[[nodiscard]] std::string_view trim(std::string_view text);
// For comparing names: fold_width, all blanks removed, ASCII lower case.
[[nodiscard]] std::string name_key(std::string_view text);

// Names that some file system takes for one have the same folded name: canonical composition (NFC) and case folded. Text
// that is not UTF-8 stays as it is.
[[nodiscard]] std::string folded_name(std::string_view text);
[[nodiscard]] std::string composed(std::string_view text);  // NFC alone

// The up to `most` of `candidates` nearest to `word` (edit distance over code points, small enough to be plausible),
// nearest first, ties in the order given.
[[nodiscard]] std::vector<std::string> nearest(std::string_view word, const std::vector<std::string>& candidates,
                                               std::size_t most = 3);
// Shell-like match: '*' any run, '?' one character.
[[nodiscard]] bool glob_match(std::string_view pattern, std::string_view text);

}  // namespace kaohe
