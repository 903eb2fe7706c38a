// SPDX-License-Identifier: Apache-2.0
#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <stdexcept>

#include "base/digest.h"
#include "base/file.h"

namespace kaohe {
namespace {

constexpr std::array<std::string_view, 6> kAlgorithms = {"md5", "sha1", "sha224", "sha256", "sha384", "sha512"};

EVP_MD_CTX* context_of(void* context) { return static_cast<EVP_MD_CTX*>(context); }

}  // namespace

void Digest::Free::operator()(void* context) const { EVP_MD_CTX_free(context_of(context)); }

bool Digest::knows(std::string_view algorithm) {
  return std::find(kAlgorithms.begin(), kAlgorithms.end(), algorithm) != kAlgorithms.end();
}

Digest::Digest(std::string_view algorithm) : context_(EVP_MD_CTX_new()) {
  const EVP_MD* kind = knows(algorithm) ? EVP_get_digestbyname(std::string(algorithm).c_str()) : nullptr;
  if (!context_ || kind == nullptr || EVP_DigestInit_ex(context_of(context_.get()), kind, nullptr) != 1) {
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
