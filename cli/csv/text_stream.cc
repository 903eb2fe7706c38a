// SPDX-License-Identifier: Apache-2.0
#include "csv/text_stream.h"

#include <algorithm>

namespace kaohe {

TextStream::TextStream(const FileBytes& bytes, const Survey& survey, std::size_t window)
    : bytes_(bytes), survey_(survey), window_(std::max<std::size_t>(window, 8)) {
  load(survey.start, window_);
}

void TextStream::load(std::uint64_t offset, std::size_t count) {
  const auto left = survey_.end - std::min(survey_.end, offset);
  const std::string_view piece = bytes_.read(offset, static_cast<std::size_t>(std::min<std::uint64_t>(count, left)), room_);
  decoded_ = decode_checked(survey_, piece, offset);
  end_ = decoded_.source_offset(decoded_.text.size());
}

void TextStream::seek(std::uint64_t offset, std::uint64_t least) {
  load(offset, std::max<std::size_t>(window_, least > offset ? static_cast<std::size_t>(least - offset) : 0));
}

void TextStream::move(std::size_t at) {
  const std::uint64_t offset = decoded_.source_offset(at);
  load(offset, std::max<std::size_t>(window_, 2 * static_cast<std::size_t>(end_ - offset)));
}

}  // namespace kaohe
