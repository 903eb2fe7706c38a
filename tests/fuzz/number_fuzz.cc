// SPDX-License-Identifier: Apache-2.0
// The input is cut at line ends; each piece that reads as a decimal must come back from its own text, and the laws of
// arithmetic must hold between the numbers of neighbouring pieces.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "base/exact.h"

namespace {

using kaohe::Decimal;
using kaohe::Rational;

void must(bool holds, const char* law) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %s\n", law);
  std::abort();
}

void check_text(const Decimal& number) {
  const std::optional<Decimal> again = kaohe::parse_decimal(number.text());
  must(again && again->value == number.value && again->scale == number.scale, "text reads back");
  must(kaohe::parse_decimal(kaohe::show(number.value, 0)).value_or(Decimal{}).value == number.value, "shown whole");
  must(number.value.decimal_digits().value_or(-1) <= number.scale, "no more digits than written");
  must(number.value.rounded(number.scale) == number.value, "rounding to the written digits changes nothing");
  const Rational rounded = number.value.rounded(number.scale / 2);
  must((rounded - number.value).abs() * 2 <= Rational::power_of_ten(-(number.scale / 2)), "rounding to the nearest");
}

void check_laws(const Rational& a, const Rational& b, const Rational& c) {
  must(a + b - b == a, "a + b - b = a");
  must((a + b) + c == a + (b + c), "sums in any order");
  must(a * (b + c) == a * b + a * c, "a(b + c) = ab + ac");
  must((a * b) * c == a * (b * c), "products in any order");
  must((a <=> b) == ((a - b).sign() <=> 0), "a < b as a - b < 0");
  if (b.is_zero()) return;
  const Rational quotient = a / b;
  must(quotient * b == a, "a / b * b = a");
  must((quotient + c) - c == quotient, "a/b + c - c = a/b");
  must((quotient <=> c) == ((quotient - c).sign() <=> 0), "a/b < c as a/b - c < 0");
  must((quotient - quotient.rounded(3)).abs() * 2000 <= 1, "a/b rounded to the nearest");
}

}  // namespace

// NOLINTNEXTLINE(readability-identifier-naming): the name that libFuzzer calls
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view rest(reinterpret_cast<const char*>(data), size);
  constexpr std::size_t kEnough = 8;
  std::vector<Rational> numbers;
  while (!rest.empty() && numbers.size() < kEnough) {
    const std::string_view piece = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(piece.size() < rest.size() ? piece.size() + 1 : piece.size());
    if (const std::optional<Decimal> number = kaohe::parse_decimal(piece)) {
      check_text(*number);
      numbers.push_back(number->value);
    }
  }
  Rational chain(1);  // grows far beyond 128 bits
  for (std::size_t i = 0; i + 2 < numbers.size(); ++i) {
    check_laws(numbers[i], numbers[i + 1], numbers[i + 2]);
    if (!numbers[i].is_zero()) chain = numbers[i + 1] + chain / numbers[i];
    check_laws(chain, numbers[i + 1], numbers[i + 2]);
  }
  return 0;
}
