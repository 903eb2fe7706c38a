// SPDX-License-Identifier: Apache-2.0
// Pieces of the HTML report, private to this room. End tags that HTML makes optional (</td>, </tr>, </li>) are left
// out: twenty thousand verdicts are to stay under three megabytes.
#pragma once

#include <string>
#include <string_view>

#include "report/text/text_parts.h"
#include "report/told.h"

namespace kaohe {

struct Html {
  const Report& report;
  const View& view;
  const Page& page;
  std::string out;

  [[nodiscard]] std::string say(const char* zh, const char* en) const { return page.say({zh, en}); }
  void heading(const char* id, const std::string& text);  // <h2 id=…>
};

// Safe in text and in attributes of either quote; control characters made visible.
[[nodiscard]] std::string escaped(std::string_view text);
[[nodiscard]] char letter(Outcome outcome);  // of its class: p f m i n e w
// "r12": of the rule at this index of View::rules.
[[nodiscard]] std::string anchor_of(std::size_t rule);
// Of several verdicts of one unit: fail, invalid, missing, not due, waived, pass, exempt.
[[nodiscard]] bool graver(Outcome a, Outcome b);

[[nodiscard]] std::string_view style_sheet();
[[nodiscard]] std::string script_of(const Html& html);

void write_html_summary(Html& html);
void write_html_since(Html& html);
void write_html_matrix(Html& html);
void write_html_rules(Html& html);
void write_html_rankings(Html& html);
void write_html_tenure(Html& html);
void write_html_diagnostics(Html& html);
void write_html_provenance(Html& html);

// Charts of a rule, with its verdicts in full, as inline SVG; empty where there are no numbers to show.
[[nodiscard]] std::string series_chart(const Html& html, const RuleView& rule, const std::vector<Verdict>& verdicts);
[[nodiscard]] std::string distribution_chart(const Html& html, const RuleView& rule, const std::vector<Verdict>& verdicts);

}  // namespace kaohe
