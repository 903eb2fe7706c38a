// SPDX-License-Identifier: Apache-2.0
// libcrypto's own functions for each algorithm, which are deprecated in favour of asking for it by its name (EVP) but are the same code:
// to be asked by name, the library sets up all of its providers, which takes longer than hashing a small submission, and a program
// that has it within carries all of it.
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/md5.h>
#include <openssl/sha.h>

#include <algorithm>
#include <array>
#include <stdexcept>

#include "base/digest.h"
#include "base/file.h"

namespace kaohe {

struct Digest::State {
  State() = default;
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  virtual ~State() = default;
  virtual void add(std::string_view bytes) = 0;
  // As many bytes as the algorithm gives.
  [[nodiscard]] virtual std::string finish() = 0;
};

namespace {

void need(int done) {
  if (done != 1) throw std::runtime_error("libcrypto failed to hash");
}

template <typename Context, int (*kInit)(Context*), int (*kUpdate)(Context*, const void*, std::size_t), int (*kFinal)(unsigned char*, Context*), std::size_t kSize>
class Of final : public Digest::State {
 public:
  Of() { need(kInit(&context_)); }
  void add(std::string_view bytes) override { need(kUpdate(&context_, bytes.data(), bytes.size())); }
  [[nodiscard]] std::string finish() override {
    std::array<unsigned char, kSize> digest{};
    need(kFinal(digest.data(), &context_));
    return {digest.begin(), digest.end()};
  }
  static std::unique_ptr<Digest::State> make() { return std::make_unique<Of>(); }

 private:
  Context context_{};
};

struct Algorithm {
  std::string_view name;
  std::unique_ptr<Digest::State> (*make)();
};
constexpr std::array<Algorithm, 6> kAlgorithms = {{{"md5", Of<MD5_CTX, MD5_Init, MD5_Update, MD5_Final, MD5_DIGEST_LENGTH>::make},
                                                   {"sha1", Of<SHA_CTX, SHA1_Init, SHA1_Update, SHA1_Final, SHA_DIGEST_LENGTH>::make},
                                                   {"sha224", Of<SHA256_CTX, SHA224_Init, SHA224_Update, SHA224_Final, SHA224_DIGEST_LENGTH>::make},
                                                   {"sha256", Of<SHA256_CTX, SHA256_Init, SHA256_Update, SHA256_Final, SHA256_DIGEST_LENGTH>::make},
                                                   {"sha384", Of<SHA512_CTX, SHA384_Init, SHA384_Update, SHA384_Final, SHA384_DIGEST_LENGTH>::make},
                                                   {"sha512", Of<SHA512_CTX, SHA512_Init, SHA512_Update, SHA512_Final, SHA512_DIGEST_LENGTH>::make}}};

const Algorithm* find(std::string_view name) {
  const auto* found = std::find_if(kAlgorithms.begin(), kAlgorithms.end(), [name](const Algorithm& one) { return one.name == name; });
  return found == kAlgorithms.end() ? nullptr : found;
}

}  // namespace

bool Digest::knows(std::string_view algorithm) { return find(algorithm) != nullptr; }

Digest::Digest(std::string_view algorithm) {
  const Algorithm* known = find(algorithm);
  if (known == nullptr) throw std::runtime_error(std::string(algorithm) + " is not known here");
  state_ = known->make();
}

Digest::Digest(Digest&&) noexcept = default;
Digest& Digest::operator=(Digest&&) noexcept = default;
Digest::~Digest() = default;

void Digest::add(std::string_view bytes) { state_->add(bytes); }

std::string Digest::hex() {
  std::string out;
  for (const char c : state_->finish()) {
    const auto byte = static_cast<unsigned char>(c);
    out.push_back("0123456789abcdef"[byte / 16]);
    out.push_back("0123456789abcdef"[byte % 16]);
  }
  return out;
}

std::string sha256_hex(std::string_view bytes) {
  Digest digest;
  digest.add(bytes);
  return digest.hex();
}

}  // namespace kaohe
