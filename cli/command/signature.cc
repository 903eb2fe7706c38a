// SPDX-License-Identifier: Apache-2.0
// Signatures are for the tools that people have; this runs ssh-keygen on the seal's file, without a shell and without a
// file on the disk: both the signature and the bytes signed come out of the archive.
#include <fcntl.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>

#include <array>
#include <cerrno>
#include <optional>

#include "base/descriptor.h"
#include "base/text.h"
#include "base/value_or_throw.h"
#include "command/archive.h"

namespace kaohe {
namespace {

constexpr char kNamespace[] = "kaohe";
constexpr std::uint64_t kLargest = std::uint64_t{1} << 28U;
constexpr int kNotFound = 127;

// Bytes as a file that only this process and its children have.
Descriptor in_memory(const std::string& bytes) {
  Descriptor file(memfd_create("kaohe", 0));
  const bool whole = file.open() && ::write(file.number(), bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size());
  if (!whole || lseek(file.number(), 0, SEEK_SET) != 0) throw cannot_read("memfd", errno);
  return file;
}

struct Done {
  int status = kNotFound;
  std::string out;
};

// Standard input from `input`; what it prints to standard output is read, what it prints to standard error is dropped.
Done run(std::vector<std::string> words, int input) {
  std::array<int, 2> pipes{};
  if (pipe(pipes.data()) != 0) throw cannot_read("pipe", errno);
  const Descriptor from(pipes[0]);
  Descriptor to(pipes[1]);
  std::vector<char*> argv;
  argv.reserve(words.size() + 1);
  for (std::string& one : words) argv.push_back(one.data());
  argv.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, to.number(), STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addclose(&actions, from.number());
  pid_t child = 0;
  const int error = posix_spawnp(&child, argv[0], &actions, nullptr, argv.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (error != 0) return {};
  to.close();
  Done done;
  std::array<char, 4096> buffer{};
  for (ssize_t count = 1; count > 0;) {
    count = ::read(from.number(), buffer.data(), buffer.size());
    if (count > 0) done.out.append(buffer.data(), static_cast<std::size_t>(count));
    if (count < 0 && errno == EINTR) count = 1;
  }
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  done.status = WIFEXITED(status) ? WEXITSTATUS(status) : 1;
  return done;
}

Signature bad(const Phrase& why) { return {false, true, {}, why}; }

// --signature, else beside the seal in the archive, else beside the tar file.
std::optional<std::string> find_signature(const VerifyArguments& arguments, const Package& package) {
  if (!arguments.signature.empty()) return value_or_throw(read_file(arguments.signature)).bytes;
  if (const Member* member = package.find(std::string(kSeal) + ".sig"); member != nullptr && member->size < kLargest) {
    auto bytes = package.bytes(*member);
    if (bytes.ok()) return std::move(bytes.value());
  }
  auto beside = read_file(arguments.archive + ".sig");
  return beside.ok() ? std::optional<std::string>(std::move(beside.value().bytes)) : std::nullopt;
}

}  // namespace

Signature check_signature(const VerifyArguments& arguments, const Package& package) {
  const Member* seal = package.find(kSeal);
  if (seal == nullptr || seal->size > kLargest) return bad({"没有 tagmanifest-sha256.txt，无从核对签名", "there is no tagmanifest-sha256.txt to be signed"});
  const std::string bytes = value_or_throw(package.bytes(*seal));
  const auto signature = find_signature(arguments, package);
  if (!signature) return bad({"没有签名文件 tagmanifest-sha256.txt.sig", "there is no signature tagmanifest-sha256.txt.sig"});
  (void)value_or_throw(read_file(arguments.signers));  // ssh-keygen would not say that it is not there

  const Descriptor signature_file = in_memory(*signature);
  const std::string name = "/dev/fd/" + std::to_string(signature_file.number());
  std::string identity = arguments.identity;
  if (identity.empty()) {
    const Descriptor none(::open("/dev/null", O_RDONLY | O_CLOEXEC));
    const Done found = run({"ssh-keygen", "-Y", "find-principals", "-f", arguments.signers, "-s", name}, none.number());
    if (found.status == kNotFound) return {false, false, {}, {"没有 ssh-keygen，无法核对签名", "ssh-keygen is not there, the signature cannot be checked"}};
    identity = found.out.substr(0, found.out.find_first_of("\r\n"));
    if (found.status != 0 || identity.empty()) return bad({"签名者不在许可名单中，或签名无法读取", "whoever signed is not among the allowed signers, or the signature cannot be read"});
  }
  const Descriptor signed_bytes = in_memory(bytes);
  const Done checked = run({"ssh-keygen", "-Y", "verify", "-f", arguments.signers, "-I", identity, "-n", kNamespace, "-s", name}, signed_bytes.number());
  if (checked.status == kNotFound) return {false, false, {}, {"没有 ssh-keygen，无法核对签名", "ssh-keygen is not there, the signature cannot be checked"}};
  if (checked.status != 0) {
    return bad({"签名无效：不是“" + visible(identity) + "”对这个封印所签", "the signature is not good: it is not of \"" + visible(identity) + "\" on this seal"});
  }
  return {true, true, identity, {}};
}

}  // namespace kaohe
