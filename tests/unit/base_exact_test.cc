// SPDX-License-Identifier: Apache-2.0
// Exact numbers computed with.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "exact_numbers.h"

namespace kaohe {
namespace {

// The slow reference: school arithmetic on strings of decimal digits, sharing nothing with the code under test.
std::string reference_sum(const std::string& a, const std::string& b) {
  std::string out;
  int carry = 0;
  for (std::size_t i = 0; i < std::max(a.size(), b.size()) || carry > 0; ++i) {
    carry += (i < a.size() ? a[a.size() - 1 - i] - '0' : 0) + (i < b.size() ? b[b.size() - 1 - i] - '0' : 0);
    out.insert(out.begin(), static_cast<char>('0' + carry % 10));
    carry /= 10;
  }
  return out;
}

std::string reference_product(const std::string& a, const std::string& b) {
  std::vector<int> digits(a.size() + b.size(), 0);
  for (std::size_t i = a.size(); i-- > 0;) {
    for (std::size_t j = b.size(); j-- > 0;) {
      const int sum = digits[i + j + 1] + (a[i] - '0') * (b[j] - '0');
      digits[i + j + 1] = sum % 10;
      digits[i + j] += sum / 10;
    }
  }
  std::string out;
  for (const int digit : digits) {
    if (!out.empty() || digit != 0) out.push_back(static_cast<char>('0' + digit));
  }
  return out.empty() ? "0" : out;
}

TEST_CASE("decimal sums are exact") {
  CHECK(number("0.1") + number("0.2") == number("0.3"));
  CHECK(number("92.8") - number("92.7") >= number("0.1"));
  CHECK(number("85.3") >= number("85.30"));
  CHECK(number("39.0000000001") > number("39"));
  Rational sum;
  for (int i = 0; i < 100000; ++i) sum += number("0.01");
  CHECK(sum == 1000);
  CHECK(sum.fraction_text() == "1000");
}

TEST_CASE("nothing is divided by zero") {
  CHECK_THROWS_AS(Rational(1, 0), std::domain_error);
  CHECK_THROWS_AS(Rational(1) / Rational(0), std::domain_error);
}

TEST_CASE("a number that was moved from can be given a new one") {
  Rational a = Rational::power_of_ten(50);
  const Rational b = std::move(a);
  a = 3;
  CHECK(a == 3);
  CHECK(b == Rational::power_of_ten(50));
  a = b;
  const Rational& same = a;
  a -= same;
  CHECK(a.is_zero());
  CHECK(b.abs() == (-b).abs());
}

TEST_CASE("whole numbers agree with school arithmetic") {
  Random random;
  for (int i = 0; i < 400; ++i) {
    const std::string a = random.digits();
    const std::string b = random.digits();
    const std::string sum = reference_sum(a, b);
    const std::string product = reference_product(a, b);
    CAPTURE(a);
    CAPTURE(b);
    REQUIRE(number(a).fraction_text() == a);
    REQUIRE((number(a) + number(b)).fraction_text() == sum);
    REQUIRE((number(sum) - number(b)).fraction_text() == a);
    REQUIRE((number(a) * number(b)).fraction_text() == product);
    REQUIRE((number(product) / number(b)).fraction_text() == a);
    REQUIRE((number(a) < number(b)) == (a.size() != b.size() ? a.size() < b.size() : a < b));
    REQUIRE((number(product) / number(sum) * number(sum)).fraction_text() == product);
  }
}

TEST_CASE("fractions obey the laws of arithmetic") {
  Random random;
  for (int i = 0; i < 400; ++i) {
    const Rational a = random.rational();
    const Rational b = random.rational();
    const Rational c = random.rational();
    CAPTURE(a.fraction_text());
    CAPTURE(b.fraction_text());
    CAPTURE(c.fraction_text());
    REQUIRE(a + b - b == a);
    REQUIRE(a + b == b + a);
    REQUIRE((a + b) + c == a + (b + c));
    REQUIRE(a * b == b * a);
    REQUIRE((a * b) * c == a * (b * c));
    REQUIRE(a * (b + c) == a * b + a * c);
    if (!b.is_zero()) REQUIRE((a * b) / b == a);
    if (!b.is_zero()) REQUIRE((a / b) * b == a);
    REQUIRE((a <=> b) == ((a - b).sign() <=> 0));
    REQUIRE((a < b) == (b > a));
    REQUIRE((-a <=> -b) == (b <=> a));
    REQUIRE(a.abs().sign() == a.sign() * a.sign());
    REQUIRE(number(a.fraction_text()) == a);
  }
}

TEST_CASE("numbers just apart are told apart") {
  Random random;
  for (int i = 0; i < 500; ++i) {
    const Rational a = random.rational();
    const Rational tiny = Rational(1) / number(random.digits() + random.digits());
    REQUIRE(a + tiny > a);
    REQUIRE(a - tiny < a);
    REQUIRE_FALSE(a + tiny == a);
  }
}

TEST_CASE("a long mean of mixed denominators stays exact") {
  Rational sum;
  for (int i = 1; i <= 200; ++i) sum += Rational(1, i) * number("0.37");
  for (int i = 1; i <= 200; ++i) sum -= number("0.37") / i;
  CHECK(sum.is_zero());
}

}  // namespace
}  // namespace kaohe
