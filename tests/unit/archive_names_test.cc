// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>

#include "archive/names.h"

using namespace kaohe;

TEST_CASE("a path that could lead out of the archive is refused") {
  for (const char* path : {"", "/etc/passwd", "../x", "data/../../x", "data/..", "./x", "data//x", "data/", "~/x", "~root", "C:/x", "c:x", "data\\x", "..\\x"}) {
    CAPTURE(path);
    CHECK_FALSE(fault_of_path(path).empty());
  }
  CHECK_FALSE(fault_of_path(std::string("data/a\0b", 8)).empty());
  CHECK_FALSE(fault_of_path("data/\xff").empty());
  CHECK_FALSE(fault_of_path("data/" + std::string(256, 'x')).empty());
  CHECK_FALSE(fault_of_path(std::string(2100, 'a') + "/" + std::string(2100, 'b')).empty());
}

TEST_CASE("a path that stays inside is taken, however odd") {
  for (const char* path : {"data/x.csv", "data/..x", "data/x..", "data/...", "data/a b", "data/附件 1.pdf", "data/~x", "data/a:b", "data/a\nb", "data/%25"}) {
    CAPTURE(path);
    CHECK(fault_of_path(path).empty());
  }
  CHECK(fault_of_path("data/" + std::string(255, 'x')).empty());
}

TEST_CASE("a name is made safe for every system") {
  struct Row {
    const char *given, *made;
  };
  for (const Row& row : std::initializer_list<Row>{{"figures.csv", "figures.csv"},
                                                   {"../2020/数据.csv", "数据.csv"},
                                                   {"a:b?c*.csv", "a_b_c_.csv"},
                                                   {"con.csv", "_con.csv"},
                                                   {"COM1", "_COM1"},
                                                   {"common.csv", "common.csv"},
                                                   {".hidden", "hidden"},
                                                   {"..", "_"},
                                                   {"", "_"},
                                                   {"x. ", "x"},
                                                   {"tab\there.csv", "tab_here.csv"},
                                                   {"bad\xff.csv", "bad_.csv"},
                                                   {"e\xcc\x81.csv", "\xc3\xa9.csv"},
                                                   {"/dev/fd/63", "63"}}) {
    CAPTURE(row.given);
    CHECK(safe_name(row.given) == row.made);
    CHECK(fault_of_path("data/" + safe_name(row.given)).empty());
  }
  CHECK(safe_name(std::string(400, 'x') + ".csv").size() < 200);
  CHECK(safe_name("长" + std::string(400, 'x') + ".csv").ends_with(".csv"));
}

TEST_CASE("two names that some system takes for one get different paths") {
  UniquePaths paths;
  CHECK(paths.take("data/a.csv") == "data/a.csv");
  CHECK(paths.take("data/a.csv") == "data/a-2.csv");
  CHECK(paths.take("data/A.csv") == "data/A-3.csv");
  CHECK(paths.take("data/\xc3\xa9") == "data/\xc3\xa9");
  CHECK(paths.take("data/e\xcc\x81") == "data/e\xcc\x81-2");
  CHECK(paths.take("data.d/x") == "data.d/x");
  CHECK(paths.take("data.d/x") == "data.d/x-2");
}

TEST_CASE("manifests write percent, CR and LF by their codes, and nothing else is decoded") {
  for (const char* path : {"data/plain", "data/100%", "data/a\nb\rc", "data/%0A", "data/%2541", "data/%zz%2"}) {
    CAPTURE(path);
    CHECK(path_of_manifest(manifest_path(path)) == path);
  }
  CHECK(manifest_path("a%b\r\n") == "a%25b%0D%0A");
  CHECK(path_of_manifest("a%0ab%0dc%25") == "a\nb\rc%");
  CHECK(path_of_manifest("a%41%") == "a%41%");
}
