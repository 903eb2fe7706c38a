// SPDX-License-Identifier: Apache-2.0
#include "command/console.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

#include "base/text.h"

namespace kaohe {
namespace {

void print(const std::string& text) { std::fwrite(text.data(), 1, text.size(), stderr); }

}  // namespace

void print_error(Language language, const Phrase& what, const Phrase& hint) {
  const bool zh = language == Language::kZh;
  print((zh ? "kaohe：错误：" : "kaohe: error: ") + visible(what.in(language)) + "\n");
  if (!hint.empty()) print((zh ? "  提示：" : "  hint: ") + visible(hint.in(language)) + "\n");
}

void print_problems(const Problems& problems, Language language, const Style& style, Severity least) {
  const Severity shown = std::max(least, style.verbose ? Severity::kNote : Severity::kWarning);
  const std::vector<ProblemGroup> groups = group_problems(problems, shown);
  const std::size_t most = std::min(groups.size(), kMostProblems);
  for (std::size_t i = 0; i < most; ++i) print(group_text(groups[i], problems.files, language, style));
  std::uint64_t more = 0;
  for (std::size_t i = most; i < groups.size(); ++i) more += 1 + groups[i].others;
  if (more == 0) return;
  print(language == Language::kZh ? fmt::format("另有 {} 处未列出，--format json 列出更多\n", more)
                                  : fmt::format("{} more not shown, --format json lists more of them\n", more));
}

}  // namespace kaohe
