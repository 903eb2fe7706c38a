// SPDX-License-Identifier: Apache-2.0
// Where a cell stands in its file, from its row and field: figures keep no more, and few of them are ever pointed to. The
// windows that hold such rows are read again.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <vector>

#include "csv/reader.h"
#include "load/load.h"

namespace kaohe {

class PlaceFinder {
 public:
  struct File {
    std::shared_ptr<const FileBytes> bytes;
    Survey survey;
    char separator = ',';
    std::size_t window = TextStream::kWindow;
    std::vector<WindowMark> windows;
  };

  // `number` as in places.
  void add(std::uint32_t number, File file) { files_[number] = std::move(file); }
  // Of those that have a row and a field, and no column yet. Throws a Refusal where the file cannot be read any more.
  void complete(const std::vector<Place*>& places) const;

 private:
  std::map<std::uint32_t, File> files_;
};

}  // namespace kaohe
