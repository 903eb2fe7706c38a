// SPDX-License-Identifier: Apache-2.0
#include <openssl/evp.h>

#include <array>
#include <stdexcept>

#include "base/file.h"

namespace kaohe {

std::string sha256_hex(std::string_view bytes) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int size = 0;
  if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, EVP_sha256(), nullptr) != 1) {
    throw std::runtime_error("SHA-256 is not available in libcrypto");
  }
  std::string out;
  for (unsigned int i = 0; i < size; ++i) {
    out.push_back("0123456789abcdef"[digest[i] / 16]);
    out.push_back("0123456789abcdef"[digest[i] % 16]);
  }
  return out;
}

}  // namespace kaohe
