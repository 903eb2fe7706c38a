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
  std::vector<const Problem*> shown;
  for (const Problem& problem : problems.all()) {
    if (problem.severity < least) continue;
    if (problem.severity != Severity::kNote || style.verbose) shown.push_back(&problem);
  }
  std::stable_sort(shown.begin(), shown.end(), [](const Problem* a, const Problem* b) { return a->severity > b->severity; });
  const std::size_t most = std::min(shown.size(), kMostProblems);
  for (std::size_t i = 0; i < most; ++i) print(problem_text(*shown[i], problems.files, language, style));
  if (shown.size() > most) {
    const std::size_t more = shown.size() - most;
    print(language == Language::kZh ? fmt::format("另有 {} 处未列出，--format json 全部列出\n", more)
                                    : fmt::format("{} more not shown, --format json has them all\n", more));
  }
}

}  // namespace kaohe
