// SPDX-License-Identifier: Apache-2.0
#include <openssl/crypto.h>
#include <openssl/evp.h>

#include <algorithm>
#include <array>
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

EVP_MD_CTX* context_of(void* context) { return static_cast<EVP_MD_CTX*>(context); }

}  // namespace

void Digest::Free::operator()(void* context) const { EVP_MD_CTX_free(context_of(context)); }

bool Digest::knows(std::string_view algorithm) { return find(algorithm) != nullptr; }

Digest::Digest(std::string_view algorithm) : context_(prepare() ? EVP_MD_CTX_new() : nullptr) {
  const Algorithm* known = find(algorithm);
  if (!context_ || known == nullptr || EVP_DigestInit_ex(context_of(context_.get()), known->kind(), nullptr) != 1) {
    throw std::runtime_error(std::string(algorithm) + " is not available in libcrypto");
  }
}

void Digest::add(std::string_view bytes) {
  if (EVP_DigestUpdate(context_of(context_.get()), bytes.data(), bytes.size()) != 1) throw std::runtime_error("libcrypto failed to hash");
}

std::string Digest::hex() {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int size = 0;
  if (EVP_DigestFinal_ex(context_of(context_.get()), digest.data(), &size) != 1) throw std::runtime_error("libcrypto failed to hash");
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
