// SPDX-License-Identifier: Apache-2.0
#include "command/plans.h"

#include "command/console.h"
#include "command/inputs.h"
#include "report/listing.h"

namespace kaohe {

int plans(const ListingArguments& arguments, Language language) {
  const ListingOptions options = listing_options(arguments, language);
  const Shelf shelf = open_shelf(options.rules, options.data);
  print_problems(shelf.problems, options.language, options.err);
  const bool json = options.format == ListingFormat::kJson;
  const std::string text = json ? plans_json(shelf.catalog, options.language) : plans_text(shelf.catalog, options.language, options.out);
  return print_out(text, options.language, shelf.problems.has_errors() ? 2 : 0);
}

}  // namespace kaohe
