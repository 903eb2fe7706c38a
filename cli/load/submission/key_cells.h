// SPDX-License-Identifier: Apache-2.0
// The cells of a row that say what its values are of: region, indicator, period. A spreadsheet writes a merged cell in
// its first row only, so a blank one takes the cell above, as long as every such cell left of it is blank too and one to
// the right is not. A blank row ends the block.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "load/submission/layout/layout.h"
#include "load/submission/submission_work.h"

namespace kaohe {

struct KeyCell {
  std::string_view text;
  Place place;
};

class KeyCells {
 public:
  explicit KeyCells(const Layout& layout);

  // The cells live until the next row.
  void read(const Row& row);
  void end_block();
  [[nodiscard]] const KeyCell& of(Role role) const { return cells_[static_cast<std::size_t>(role)]; }
  // The regions above, coarsest first; blank ones are left out.
  [[nodiscard]] const std::vector<KeyCell>& parents() const { return parents_; }
  // Tells how many cells were filled from above.
  void finish(Problems& problems) const;

 private:
  struct Key {
    std::size_t column;
    Role role;
    std::string above;  // what a blank cell takes
    Place above_place;
  };
  struct Taken {
    std::uint64_t cells = 0;
    Place first, last;
  };
  [[nodiscard]] bool takes_above(const Key& key, const Row& row, bool open) const;
  void take(Key& key, const Row& row, bool& open);

  const Layout& layout_;
  std::vector<Key> keys_;  // by column
  std::array<KeyCell, static_cast<std::size_t>(Role::kCount)> cells_;
  std::vector<KeyCell> parents_;
  Taken taken_;
  bool any_above_ = false;
};

}  // namespace kaohe
