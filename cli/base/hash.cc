// SPDX-License-Identifier: Apache-2.0
// SHA-256, of which every run makes some, goes to libcrypto's own functions for it: asking for it by its name (EVP) makes the library
// set up all of its providers, which takes longer than hashing a small submission. Those functions are deprecated in favour of
// that; they are the same code. The other algorithms are for old manifests.
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/sha.h>

#include <algorithm>
#include <array>
#include <memory>
#include <stdexcept>

#include "base/digest.h"
#include "base/file.h"

namespace kaohe {
namespace {

struct Algorithm {
  std::string_view name;
  const EVP_MD* (*kind)();
};
constexpr std::array<Algorithm, 6> kAlgorithms = {
    {{"md5", EVP_md5}, {"sha1", EVP_sha1}, {"sha224", EVP_sha224}, {"sha256", EVP_sha256}, {"sha384", EVP_sha384}, {"sha512", EVP_sha512}}};

const Algorithm* find(std::string_view name) {
  const auto* found = std::find_if(kAlgorithms.begin(), kAlgorithms.end(), [name](const Algorithm& one) { return one.name == name; });
  return found == kAlgorithms.end() ? nullptr : found;
}

// The machine's settings are for TLS and the like: reading them takes longer than hashing a small submission.
bool prepare() {
  static const bool ready = OPENSSL_init_crypto(OPENSSL_INIT_NO_LOAD_CONFIG, nullptr) == 1;
  return ready;
}

using DigestBytes = std::array<unsigned char, EVP_MAX_MD_SIZE>;

void need(int done) {
  if (done != 1) throw std::runtime_error("libcrypto failed to hash");
}

}  // namespace

// One of the two.
struct Digest::State {
  SHA256_CTX sha256{};
  std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> other{nullptr, EVP_MD_CTX_free};
};

bool Digest::knows(std::string_view algorithm) { return find(algorithm) != nullptr; }

Digest::Digest(std::string_view algorithm) : state_(std::make_unique<State>()) {
  if (algorithm == "sha256") {
    need(SHA256_Init(&state_->sha256));
    return;
  }
  const Algorithm* known = find(algorithm);
  if (prepare()) state_->other.reset(EVP_MD_CTX_new());
  if (!state_->other || known == nullptr || EVP_DigestInit_ex(state_->other.get(), known->kind(), nullptr) != 1) {
    throw std::runtime_error(std::string(algorithm) + " is not available in libcrypto");
  }
}

Digest::Digest(Digest&&) noexcept = default;
Digest& Digest::operator=(Digest&&) noexcept = default;
Digest::~Digest() = default;

void Digest::add(std::string_view bytes) {
  need(state_->other ? EVP_DigestUpdate(state_->other.get(), bytes.data(), bytes.size()) : SHA256_Update(&state_->sha256, bytes.data(), bytes.size()));
}

std::string Digest::hex() {
  DigestBytes digest{};
  unsigned int size = SHA256_DIGEST_LENGTH;
  need(state_->other ? EVP_DigestFinal_ex(state_->other.get(), digest.data(), &size) : SHA256_Final(digest.data(), &state_->sha256));
  std::string out;
  for (unsigned int i = 0; i < size; ++i) {
    out.push_back("0123456789abcdef"[digest[i] / 16]);
    out.push_back("0123456789abcdef"[digest[i] % 16]);
  }
  return out;
}

std::string sha256_hex(std::string_view bytes) {
  Digest digest;
  digest.add(bytes);
  return digest.hex();
}

}  // namespace kaohe
