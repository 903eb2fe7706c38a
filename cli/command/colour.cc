// SPDX-License-Identifier: Apache-2.0
#include "command/colour.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>

namespace kaohe {

std::optional<ColourChoice> parse_colour(std::string_view word) {
  if (word == "auto") return ColourChoice::kAuto;
  if (word == "always") return ColourChoice::kAlways;
  if (word == "never") return ColourChoice::kNever;
  return std::nullopt;
}

bool use_colour(ColourChoice choice, const Environment& environment, bool is_terminal) {
  if (choice != ColourChoice::kAuto) return choice == ColourChoice::kAlways;
  const auto value = [&](const char* name) { return environment(name).value_or(std::string()); };
  if (!value("NO_COLOR").empty()) return false;
  const std::string force = value("CLICOLOR_FORCE");
  if (!force.empty() && force != "0") return true;
  if (value("CLICOLOR") == "0" || value("TERM") == "dumb") return false;
  return is_terminal;
}

std::size_t page_width(int descriptor, const Environment& environment) {
  constexpr std::size_t kDefault = 100;
  constexpr std::size_t kLeast = 40;
  constexpr std::size_t kMost = 160;
  struct winsize size = {};
  std::size_t width = 0;
  if (isatty(descriptor) != 0 && ioctl(descriptor, TIOCGWINSZ, &size) == 0) width = size.ws_col;
  if (width == 0) {
    const std::string columns = environment("COLUMNS").value_or(std::string());
    const auto read = std::from_chars(columns.data(), columns.data() + columns.size(), width);
    if (read.ec != std::errc() || read.ptr != columns.data() + columns.size()) width = 0;
  }
  return width == 0 ? kDefault : std::clamp(width, kLeast, kMost);
}

}  // namespace kaohe
