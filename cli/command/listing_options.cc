// SPDX-License-Identifier: Apache-2.0
#include "command/listing_options.h"

#include <unistd.h>

#include "base/file.h"
#include "command/choice.h"
#include "command/console.h"

namespace kaohe {

ListingOptions listing_options(const ListingArguments& given, Language language) {
  constexpr Choice<ListingFormat> kFormats[] = {{"text", ListingFormat::kText}, {"json", ListingFormat::kJson}};
  ListingOptions out;
  out.rules = given.rules;
  out.data = given.data;
  out.language = given.lang.empty() ? language : choose("--lang", given.lang, kLanguages);
  out.format = choose("--format", given.format, kFormats);
  const ColourChoice colour = choose("--color", given.color, kColours);
  const Environment environment = process_environment();
  out.out.colour = use_colour(colour, environment, isatty(STDOUT_FILENO) != 0);
  out.out.width = page_width(STDOUT_FILENO, environment);
  out.err.colour = use_colour(colour, environment, isatty(STDERR_FILENO) != 0);
  return out;
}

int print_out(const std::string& text, Language language, int status) {
  const auto written = write_file("-", text);
  if (written.ok()) return status;
  print_error(language, written.refusal().why);
  return 2;
}

}  // namespace kaohe
