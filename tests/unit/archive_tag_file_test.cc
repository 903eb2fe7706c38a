// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>

#include "archive/history.h"
#include "archive/tag_file.h"

using namespace kaohe;

TEST_CASE("bagit.txt is two lines, exactly") {
  CHECK(read_declaration("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")->version == 100);
  CHECK(read_declaration("BagIt-Version: 0.97\r\nTag-File-Character-Encoding: UTF-16\r\n")->version == 97);
  CHECK(read_declaration("BagIt-Version: 1.0\rTag-File-Character-Encoding: ISO-8859-1")->encoding == "ISO-8859-1");
  for (const char* bad : {"", "BagIt-Version: 1.0\n", "\xef\xbb\xbf" "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n", "BagIt-Version: one\nTag-File-Character-Encoding: UTF-8\n",
                          "BagIt-Version:1.0\nTag-File-Character-Encoding: UTF-8\n", "Tag-File-Character-Encoding: UTF-8\nBagIt-Version: 1.0\n",
                          "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\nmore\n", "BagIt-Version: 1.-1\nTag-File-Character-Encoding: UTF-8\n"}) {
    CAPTURE(bad);
    CHECK_FALSE(read_declaration(bad));
  }
}

TEST_CASE("labels, values, and lines that go on") {
  std::size_t bad = 0;
  const auto read = read_tag_lines("A: one\n  and more\n\tstill\n\nB : two:three\nA:\n", bad);
  REQUIRE(read);
  CHECK(*read == TagLines{{"A", "one and more still"}, {"B", "two:three"}, {"A", ""}});
  CHECK_FALSE(read_tag_lines("A: one\nno label\n", bad));
  CHECK(bad == 2);
  CHECK_FALSE(read_tag_lines("  begins in the middle\n", bad));
}

TEST_CASE("lines of manifests") {
  CHECK(read_manifest_line("ABCDEF  data/a b.txt", 100)->path == "data/a b.txt");
  CHECK(read_manifest_line("ABCDEF  data/a", 100)->hash == "abcdef");
  CHECK(read_manifest_line("ab\t data/100%25%0A", 100)->path == "data/100%\n");
  CHECK(read_manifest_line("ab ./data/a", 97)->path == "data/a");
  CHECK(read_manifest_line("ab *data/a", 97)->path == "data/a");
  CHECK(read_manifest_line("ab *data/a", 100)->path == "*data/a");
  for (const char* bad : {"", "ab", "ab ", " data/a", "xyz data/a"}) {
    CAPTURE(bad);
    CHECK_FALSE(read_manifest_line(bad, 100));
  }
}

TEST_CASE("tag files in other encodings") {
  using namespace std::string_literals;
  CHECK(tag_text("\xe9", "ISO-8859-1") == "\xc3\xa9");
  CHECK(tag_text("\xfe\xff\0A\x6c\x5f"s, "UTF-16") == "A江");
  CHECK(tag_text("\xff\xfe\x41\0\x5f\x6c"s, "utf-16") == "A江");
  CHECK(tag_text("\0A"s, "UTF-16") == "A");
  CHECK(tag_text("\xd8\x3d\xde\x00"s, "UTF-16") == "\xf0\x9f\x98\x80");
  CHECK_FALSE(tag_text("\xd8\x3d\0A"s, "UTF-16"));
  CHECK_FALSE(tag_text("\xde\x00"s, "UTF-16"));
  CHECK_FALSE(tag_text("A", "UTF-16"));
  CHECK_FALSE(tag_text("\xff", "UTF-8"));
  CHECK_FALSE(tag_text("A", "EBCDIC"));
}

TEST_CASE("each line of an index follows from the one before") {
  const std::string first = R"({"name":"a","seal":"s","as_of":null,"submitted_by":null,"submitted_on":null,"document":null,"replaces":null,"exit":0,"summary":{"pass":1},"previous":null})";
  std::string second = first;
  second.replace(second.rfind("null"), 4, "\"" + sha256_hex(first) + "\"");
  CHECK(read_history("").entries.empty());
  CHECK(read_history(first + "\n" + second + "\n").faults.empty());
  CHECK(read_history(first + "\n" + second + "\n").head == sha256_hex(second));
  CHECK(read_history(first + "\n" + first + "\n").faults.size() == 1);
  CHECK(read_history(second + "\n").faults.size() == 1);
  CHECK(read_history(first).faults.size() == 1);  // cut off
  CHECK(read_history("[]\n").faults.size() == 1);
  CHECK(read_history(first + "\n\n").faults.size() == 1);
}
