// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "archive/tar_header.h"

using namespace kaohe;

namespace {

TarBlock block_of(const std::string& bytes, std::size_t number) {
  TarBlock block{};
  std::copy_n(bytes.begin() + static_cast<std::ptrdiff_t>(number * kTarBlock), kTarBlock, block.begin());
  return block;
}

}  // namespace

TEST_CASE("a header that was written is read back") {
  const std::string folder(90, 'f');
  struct Row {
    std::string path;
    std::uint64_t size;
    std::size_t blocks;  // with those of a pax header
  };
  const Row rows[] = {{"a/b", 0, 1},
                      {"a/附件.pdf", 5, 1},
                      {std::string(100, 'x'), 1, 1},
                      {folder + "/" + folder, 1, 1},                   // prefix and name
                      {std::string(101, 'x'), 1, 3},                   // cannot be cut
                      {folder + "/" + folder + "/" + folder, 1, 3},    // longer than both
                      {"big", (std::uint64_t{1} << 33U) - 1, 1},       // the last in octal
                      {"big", std::uint64_t{1} << 33U, 3}};
  for (const Row& row : rows) {
    CAPTURE(row.path);
    const std::string bytes = tar_header(row.path, row.size);
    REQUIRE(bytes.size() == row.blocks * kTarBlock);
    const auto last = read_tar_header(block_of(bytes, row.blocks - 1));
    REQUIRE(last);
    CHECK(last->kind == '0');
    PaxRecords pax;
    if (row.blocks > 1) {
      const auto first = read_tar_header(block_of(bytes, 0));
      REQUIRE(first);
      CHECK(first->kind == 'x');
      const auto read = read_pax(bytes.substr(kTarBlock, first->size));
      REQUIRE(read);
      pax = *read;
    }
    CHECK(pax.path.value_or(last->path) == row.path);
    CHECK(pax.size.value_or(last->size) == row.size);
  }
}

TEST_CASE("a damaged header is none") {
  const std::string bytes = tar_header("a/b", 7);
  CHECK(read_tar_header(block_of(bytes, 0)));
  for (const std::size_t at : {0U, 125U, 150U, 156U, 300U}) {
    std::string other = bytes;
    other[at] = static_cast<char>(other[at] ^ 1);
    CAPTURE(at);
    CHECK_FALSE(read_tar_header(block_of(other, 0)));
  }
}

TEST_CASE("pax records") {
  CHECK(read_pax("12 path=a/b\n")->path == "a/b");
  CHECK(read_pax("10 size=7\n19 mtime=12345.678\n")->size == 7);
  CHECK(read_pax("22 GNU.sparse.major=1\n")->sparse);
  for (const char* bad : {"13 path=a/b\n", "11 path=a/b\n", "path=a/b\n", "12 path=a/b", "8 size=\n", "11 size=-7\n", "0 \n", "99999999999999999999 path=a\n", "7 path\n"}) {
    CAPTURE(bad);
    CHECK_FALSE(read_pax(bad));
  }
}
