// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "base/file.h"

namespace kaohe {
namespace {

namespace fs = std::filesystem;

// A folder of its own for each test, gone after it.
class Folder {
 public:
  Folder() {
    std::string name = (fs::temp_directory_path() / "kaohe-file-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    path_ = name;
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() {
    std::error_code none;
    fs::remove_all(path_, none);
  }
  [[nodiscard]] std::string operator/(const std::string& name) const { return (path_ / name).string(); }
  [[nodiscard]] std::size_t entries() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(path_), fs::directory_iterator()));
  }

 private:
  fs::path path_;
};

// Puts another file in the place of a standard one for a while.
class Redirected {
 public:
  Redirected(int standard, int other) : standard_(standard), kept_(dup(standard)) {
    std::fflush(nullptr);
    dup2(other, standard);
  }
  Redirected(const Redirected&) = delete;
  Redirected& operator=(const Redirected&) = delete;
  ~Redirected() {
    dup2(kept_, standard_);
    close(kept_);
  }

 private:
  int standard_;
  int kept_;
};

mode_t mode_of(const std::string& path) {
  struct stat about = {};
  stat(path.c_str(), &about);
  return about.st_mode & 0777;
}

void check_refused(const Phrase& why, const std::string& zh, const std::string& en) {
  CAPTURE(why.zh);
  CAPTURE(why.en);
  CHECK(why.zh.find(zh) != std::string::npos);
  CHECK(why.en.find(en) != std::string::npos);
}

TEST_CASE("what was written is read, whatever its bytes") {
  const Folder folder;
  const std::vector<std::string> rows = {"", "地区,期间\r\n", std::string("\0\xFF\n", 3), std::string(300000, 'x')};
  for (const std::string& bytes : rows) {
    REQUIRE(write_file(folder / "figures.csv", bytes).ok());
    const Result<Source> read = read_file(folder / "figures.csv");
    REQUIRE(read.ok());
    CHECK(read.value().bytes == bytes);
    CHECK(read.value().name == folder / "figures.csv");
  }
  CHECK(folder.entries() == 1);  // nothing left beside it
}

TEST_CASE("what cannot be read is refused in both languages") {
  const Folder folder;
  check_refused(read_file(folder / "none.csv").refusal().why, "none.csv”：没有这个文件", "none.csv\": no such file");
  check_refused(read_file(folder / "").refusal().why, "文件夹，应为文件", "is a folder");
  check_refused(read_file(folder / "a\nb").refusal().why, "a\\nb", "a\\nb");
  REQUIRE(write_file(folder / "plain", "x").ok());
  check_refused(read_file(folder / "plain/x").refusal().why, "不是文件夹", "not a folder");
  if (geteuid() != 0) {  // nothing is forbidden to root
    chmod((folder / "plain").c_str(), 0);
    check_refused(read_file(folder / "plain").refusal().why, "没有权限", "permission denied");
  }
}

TEST_CASE("a dash is standard input and standard output") {
  const Folder folder;
  REQUIRE(write_file(folder / "in", "from outside").ok());
  const int in = open((folder / "in").c_str(), O_RDONLY);
  const int out = open((folder / "out").c_str(), O_WRONLY | O_CREAT, 0600);
  {
    const Redirected stdin_is(STDIN_FILENO, in);
    const Redirected stdout_is(STDOUT_FILENO, out);
    const Result<Source> read = read_file("-");
    REQUIRE(read.ok());
    CHECK(read.value().bytes == "from outside");
    CHECK(read.value().name == "-");
    CHECK(write_file("-", "to outside").ok());
  }
  close(in);
  close(out);
  CHECK(read_file(folder / "out").value().bytes == "to outside");
}

TEST_CASE("a reader that went away is no failure") {
  int ends[2] = {};
  REQUIRE(pipe(ends) == 0);
  close(ends[0]);
  {
    const Redirected stdout_is(STDOUT_FILENO, ends[1]);
    CHECK(write_file("-", "nobody reads this").ok());
  }
  close(ends[1]);
}

TEST_CASE("a full device is a refusal") {
  const int full = open("/dev/full", O_WRONLY);
  if (full < 0) return;  // not every system has one
  const auto written = [full] {
    const Redirected stdout_is(STDOUT_FILENO, full);
    return write_file("-", "x");
  }();
  close(full);
  REQUIRE_FALSE(written.ok());
  check_refused(written.refusal().why, "标准输出：磁盘空间已满", "standard output: no space left");
}

// A pipe of our own, not /dev/null: run by root, a fault here would take that from the whole machine.
TEST_CASE("a pipe with a name is written to, not replaced") {
  const Folder folder;
  REQUIRE(mkfifo((folder / "pipe").c_str(), 0600) == 0);
  const int reader = open((folder / "pipe").c_str(), O_RDONLY | O_NONBLOCK);
  REQUIRE(write_file(folder / "pipe", "through").ok());
  char bytes[16] = {};
  CHECK(read(reader, bytes, sizeof bytes) == 7);
  CHECK(std::string(bytes) == "through");
  close(reader);
  CHECK(fs::is_fifo(folder / "pipe"));
}

TEST_CASE("a write that fails leaves the old file as it was and nothing beside it") {
  const Folder folder;
  REQUIRE(write_file(folder / "report.json", "old").ok());
  struct rlimit before = {};
  getrlimit(RLIMIT_FSIZE, &before);
  struct rlimit small = before;
  small.rlim_cur = 4096;
  const auto handler = std::signal(SIGXFSZ, SIG_IGN);
  setrlimit(RLIMIT_FSIZE, &small);
  const auto written = write_file(folder / "report.json", std::string(100000, 'x'));
  setrlimit(RLIMIT_FSIZE, &before);
  std::signal(SIGXFSZ, handler);
  REQUIRE_FALSE(written.ok());
  check_refused(written.refusal().why, "文件过大", "too large");
  CHECK(read_file(folder / "report.json").value().bytes == "old");
  CHECK(folder.entries() == 1);
}

TEST_CASE("what cannot be written is refused") {
  const Folder folder;
  check_refused(write_file(folder / "none/report.json", "x").refusal().why, "无法写入“", "cannot write \"");
  check_refused(write_file(folder / "", "x").refusal().why, "文件夹，应为文件", "is a folder");
  if (geteuid() != 0) {
    REQUIRE(write_file(folder / "kept", "old").ok());
    chmod((folder / "kept").c_str(), 0444);
    check_refused(write_file(folder / "kept", "new").refusal().why, "没有权限", "permission denied");
  }
}

TEST_CASE("a file keeps its mode and a link stays a link") {
  const Folder folder;
  const mode_t mask = umask(022);
  REQUIRE(write_file(folder / "new", "x").ok());
  CHECK(mode_of(folder / "new") == 0644);
  umask(mask);
  chmod((folder / "new").c_str(), 0640);
  REQUIRE(write_file(folder / "new", "y").ok());
  CHECK(mode_of(folder / "new") == 0640);
  fs::create_symlink(folder / "new", folder / "link");
  REQUIRE(write_file(folder / "link", "z").ok());
  CHECK(fs::is_symlink(folder / "link"));
  CHECK(read_file(folder / "new").value().bytes == "z");
}

TEST_CASE("the regular files of a folder are listed by name") {
  const Folder folder;
  for (const char* name : {"b.toml", "a.toml", "c.csv", "toml", ".toml"}) REQUIRE(write_file(folder / name, "").ok());
  fs::create_directory(folder / "d.toml");
  fs::create_symlink(folder / "nowhere", folder / "e.toml");
  const Result<std::vector<std::string>> found = list_files(folder / "", ".toml");
  REQUIRE(found.ok());
  CHECK(found.value() == std::vector<std::string>{folder / ".toml", folder / "a.toml", folder / "b.toml"});
  check_refused(list_files(folder / "none", "").refusal().why, "没有这个文件或文件夹", "no such file or folder");
}

TEST_CASE("hashes are SHA-256") {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
      {"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
  };
  for (const auto& [bytes, hash] : rows) CHECK(sha256_hex(bytes) == hash);
}

TEST_CASE("what is made piece by piece is written whole, or not at all") {
  const Folder folder;
  const std::string piece(100000, 'p');
  REQUIRE(write_file(folder / "many", [&piece](const TakeBytes& take) {
            take("first ");
            for (int i = 0; i < 9; ++i) take(piece);
            take(" last");
          }).ok());
  std::string whole = "first ";
  for (int i = 0; i < 9; ++i) whole += piece;
  CHECK(read_file(folder / "many").value().bytes == whole + " last");

  REQUIRE(write_file(folder / "none", [](const TakeBytes&) {}).ok());
  CHECK(read_file(folder / "none").value().bytes.empty());

  const auto broken = [&piece](const TakeBytes& take) {
    for (int i = 0; i < 9; ++i) take(piece);
    throw std::runtime_error("no more of it");
  };
  CHECK_THROWS_AS((void)write_file(folder / "many", broken), std::runtime_error);
  CHECK(read_file(folder / "many").value().bytes.size() == whole.size() + 5);
  CHECK(folder.entries() == 2);
}

TEST_CASE("nothing is made any longer for a reader that went away") {
  int ends[2] = {};
  REQUIRE(pipe(ends) == 0);
  close(ends[0]);
  int made = 0;
  {
    const Redirected stdout_is(STDOUT_FILENO, ends[1]);
    const auto endless = [&made](const TakeBytes& take) {
      for (const std::string piece(1 << 20, 'p'); made < 100; ++made) take(piece);
    };
    CHECK(write_file("-", endless).ok());
  }
  close(ends[1]);
  CHECK(made < 100);
}

}  // namespace
}  // namespace kaohe
