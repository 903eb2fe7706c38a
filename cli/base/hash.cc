// SPDX-License-Identifier: Apache-2.0
#include <openssl/evp.h>

#include <array>
#include <stdexcept>

#include "base/file.h"

namespace kaohe {
namespace {

void must(bool done) {
  if (!done) throw std::runtime_error("SHA-256 is not available in libcrypto");
}

EVP_MD_CTX* context_of(void* held) { return static_cast<EVP_MD_CTX*>(held); }

}  // namespace

Sha256::Sha256() : context_(EVP_MD_CTX_new()) {
  must(context_ != nullptr && EVP_DigestInit_ex(context_of(context_), EVP_sha256(), nullptr) == 1);
}

Sha256::~Sha256() { EVP_MD_CTX_free(context_of(context_)); }

void Sha256::add(std::string_view bytes) { must(EVP_DigestUpdate(context_of(context_), bytes.data(), bytes.size()) == 1); }

std::string Sha256::hex() {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int size = 0;
  must(EVP_DigestFinal_ex(context_of(context_), digest.data(), &size) == 1);
  std::string out;
  for (unsigned int i = 0; i < size; ++i) {
    out.push_back("0123456789abcdef"[digest[i] / 16]);
    out.push_back("0123456789abcdef"[digest[i] % 16]);
  }
  return out;
}

std::string sha256_hex(std::string_view bytes) {
  Sha256 hash;
  hash.add(bytes);
  return hash.hex();
}

}  // namespace kaohe
