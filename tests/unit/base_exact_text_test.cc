// SPDX-License-Identifier: Apache-2.0
// Exact numbers read, rounded and written.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "exact_numbers.h"

namespace kaohe {
namespace {

TEST_CASE("fractions are written in lowest terms") {
  const std::vector<std::pair<Rational, std::string>> rows = {
      {Rational(), "0"},
      {Rational(947, 10), "947/10"},
      {Rational(-2, 4), "-1/2"},
      {Rational(2, -4), "-1/2"},
      {Rational(-6, -3), "2"},
      {Rational(0, -7), "0"},
      {Rational(INT64_MIN), "-9223372036854775808"},
      {Rational(1, INT64_MIN), "-1/9223372036854775808"},
      {Rational::power_of_ten(20), "100000000000000000000"},
      {Rational::power_of_ten(-2), "1/100"},
      {Rational::power_of_ten(40) / Rational::power_of_ten(41), "1/10"},
      {number("170141183460469231731687303715884105727"), "170141183460469231731687303715884105727"},  // 2^127 - 1
      {number("170141183460469231731687303715884105727") + 1, "170141183460469231731687303715884105728"},
      {-number("170141183460469231731687303715884105727") - 1, "-170141183460469231731687303715884105728"},
      {number("340282366920938463463374607431768211456") / 2, "170141183460469231731687303715884105728"},
      {number("1/340282366920938463463374607431768211457"), "1/340282366920938463463374607431768211457"},
  };
  for (const auto& [value, text] : rows) CHECK(value.fraction_text() == text);
}

TEST_CASE("a decimal is read as it is written") {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"0", "0"},
      {"62", "62"},
      {"62.0", "62.0"},
      {"+1", "1"},
      {"-1.50", "-1.50"},
      {"-0.0", "0.0"},
      {"007.10", "7.10"},
      {"0.000", "0.000"},
      {"123456789012345678901234567890123456", "123456789012345678901234567890123456"},
      {"-12345678901234567.8901234567890123456", "-12345678901234567.8901234567890123456"},
      {"0.123456789012345678901234567890123456", "0.123456789012345678901234567890123456"},
      {"000000000000000000000000000000000000000000001", "1"},
      {"999999999999999999", "999999999999999999"},
      {"1000000000000000000", "1000000000000000000"},
      {"0." + std::string(71, '0') + "1", "0." + std::string(71, '0') + "1"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.first);
    const std::optional<Decimal> read = parse_decimal(row.first);
    REQUIRE(read.has_value());
    CHECK(read->text() == row.second);
    CHECK(read->value == number(row.second));
  }
}

TEST_CASE("what is no decimal is refused") {
  const std::vector<std::string> rows = {
      "",
      "+",
      "-",
      ".",
      "1.",
      ".5",
      "-.5",
      "+1.",
      "1e5",
      "1E5",
      "1,2",
      "3.1.4",
      "1..2",
      "--1",
      "+-1",
      " 1",
      "1 ",
      "0x10",
      "85.8%",
      "NaN",
      "inf",
      "１",
      "1\n",
      std::string("1\0", 2),
      "1234567890123456789012345678901234567",   // 37 significant digits
      "1.234567890123456789012345678901234567",  // 37
      "100000000000000000000000000000000000.0",  // 37: a zero that was written counts
      "0." + std::string(72, '0') + "1",         // 73 places
  };
  for (const std::string& text : rows) {
    CAPTURE(text);
    CHECK_FALSE(parse_decimal(text).has_value());
  }
}

struct Rounding {
  std::string value;
  int digits;
  std::string rounded;
};

// The ties are those of GB/T 8170-2008: to the even digit; anything above a half goes up, however little.
TEST_CASE("rounding goes to the even digit on a tie, and only then") {
  const std::vector<Rounding> rows = {
      {"12.1498", 1, "12.1"},
      {"12.1498", 0, "12"},
      {"10.502", 0, "11"},
      {"1.050", 1, "1.0"},
      {"0.35", 1, "0.4"},
      {"2.5", 0, "2"},
      {"3.5", 0, "4"},
      {"-2.5", 0, "-2"},
      {"-3.5", 0, "-4"},
      {"0.5", 0, "0"},
      {"-0.5", 0, "0"},
      {"1.5", 0, "2"},
      {"0.25", 1, "0.2"},
      {"0.2500000001", 1, "0.3"},
      {"-0.2500000001", 1, "-0.3"},
      {"2500", -3, "2000"},
      {"3500", -3, "4000"},
      {"3501", -3, "4000"},
      {"1268", -2, "1300"},
      {"49", -2, "0"},
      {"15.4546", 0, "15"},
      {"85.25", 1, "85.2"},
      {"85.35", 1, "85.4"},
      {"99.95", 1, "100.0"},
      {"1/3", 4, "0.3333"},
      {"2/3", 4, "0.6667"},
      {"-2/3", 4, "-0.6667"},
      {"1/6", 0, "0"},
      {"7", 3, "7.000"},
      {"0", 2, "0.00"},
      {"0.05000000000000000000000000000000000000000000000000001", 1, "0.1"},
      {"0.05000000000000000000000000000000000000000000000000000", 1, "0.0"},
      {"123456789012345678901234567890123456789012345.5", 0, "123456789012345678901234567890123456789012346"},
      {"-123456789012345678901234567890123456789012344.5", 0, "-123456789012345678901234567890123456789012344"},
  };
  for (const Rounding& row : rows) {
    CAPTURE(row.value);
    CAPTURE(row.digits);
    CHECK(number(row.value).rounded(row.digits) == number(row.rounded));
    CHECK(number(row.value).rounded(row.digits).decimal_text(std::max(row.digits, 0)) == row.rounded);
    if (row.digits >= 0) CHECK(number(row.value).decimal_text(row.digits) == row.rounded);
  }
}

TEST_CASE("rounding is never further off than half a digit") {
  Random random;
  for (int i = 0; i < 500; ++i) {
    const Rational a = random.rational();
    const int digits = static_cast<int>(random.below(50)) - 5;
    CAPTURE(a.fraction_text());
    const Rational off = (a - a.rounded(digits)).abs() * Rational::power_of_ten(digits);
    REQUIRE(off <= Rational(1, 2));
    REQUIRE((a.rounded(digits) * Rational::power_of_ten(digits)).decimal_digits() == 0);
    if (off == Rational(1, 2)) REQUIRE((a.rounded(digits) * Rational::power_of_ten(digits) / 2).decimal_digits() == 0);
  }
}

TEST_CASE("it is known where a decimal expansion ends") {
  const std::vector<std::pair<std::string, int>> rows = {
      {"0", 0},
      {"7", 0},
      {"7.000", 0},
      {"0.5", 1},
      {"1/8", 3},
      {"1/25", 2},
      {"3/40", 3},
      {"6/3", 0},
      {"21/30", 1},
      {"1/3", -1},
      {"1/7", -1},
      {"1/30", -1},
      {"1/340282366920938463463374607431768211456", 128},
      {"0.00000000000000000000000000000000000000000000000001", 50},
      {"1/3000000000000000000000000000000000000000000000", -1},
  };
  for (const auto& row : rows) {
    CAPTURE(row.first);
    CHECK(number(row.first).decimal_digits().value_or(-1) == row.second);
  }
}

struct Shown {
  std::string value;
  int digits;
  std::string other;  // empty: none
  std::string text;
};

TEST_CASE("a value is shown whole, or until it can be told from the target") {
  const std::vector<Shown> rows = {
      {"94.7", 4, "85.3", "94.7"},
      {"39.0000000001", 1, "39", "39.0000000001"},
      {"1/8", 1, "", "0.125"},
      {"62", 4, "", "62"},
      {"1/3", 4, "", "0.3333"},
      {"-1/3", 2, "", "-0.33"},
      {"1/3", 0, "", "0"},
      {"1/3", 0, "0", "0.3"},
      {"1/3", 4, "1/3", "0.3333"},
      {"-1/3000", 2, "0", "-0.0003"},
      {"2/3", 1, "0.7", "0.67"},
      {"1999999/3000000", 4, "0.6667", "0.66667"},
      {"90000000001/3000000000", 4, "30", "30.0000000003"},
      {"89999999999/3000000000", 4, "30", "29.9999999997"},
      {"85.3", 4, "85.3", "85.3"},
  };
  for (const Shown& row : rows) {
    CAPTURE(row.value);
    CAPTURE(row.digits);
    const Rational other = row.other.empty() ? Rational() : number(row.other);
    CHECK(show(number(row.value), row.digits, row.other.empty() ? nullptr : &other) == row.text);
  }
}

TEST_CASE("a value shown is on the same side of the target as the value") {
  Random random;
  for (int i = 0; i < 300; ++i) {
    const Rational value = random.rational();
    const Rational other = value.rounded(static_cast<int>(random.below(12)));
    const Rational shown = number(show(value, 4, &other));
    CAPTURE(value.fraction_text());
    REQUIRE((shown <=> other) == (value <=> other));
  }
}

}  // namespace
}  // namespace kaohe
