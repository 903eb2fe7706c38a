// SPDX-License-Identifier: Apache-2.0
// Charts: a series against the path to its target with the deadline, and the units of a rule along the target. Binary
// floating point is enough to place a dot; every number is also told in the tables.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

#include "model/words.h"
#include "report/html/parts.h"

namespace kaohe {
namespace {

constexpr double kWidth = 640, kHeight = 190, kLeft = 64, kRight = 96, kTop = 18, kBottom = 26;
constexpr std::size_t kMostLines = 16;
constexpr int kDigits = 9;

double number_of(const Rational& value) { return std::strtod(value.decimal_text(kDigits).c_str(), nullptr); }

// Two digits after the point are a tenth of a pixel and less.
std::string at(double x) {
  std::string out = fmt::format("{:.1f}", x);
  if (out.ends_with(".0")) out.resize(out.size() - 2);
  return out == "-0" ? "0" : out;
}

struct Scale {
  double low = 0, high = 1, from = 0, to = 1;
  [[nodiscard]] double operator()(double value) const { return from + (value - low) / (high - low) * (to - from); }
};

// A little air on both sides; a single value stands in the middle.
Scale scale_of(std::vector<double> values, double from, double to) {
  const auto [low, high] = std::minmax_element(values.begin(), values.end());
  double air = (*high - *low) * 0.08;
  if (air <= 0) air = std::max(std::abs(*high) * 0.05, 0.5);
  return {*low - air, *high + air, from, to};
}

const Target* target_for(const Html& html, const RuleView& rule, const Verdict& verdict) {
  const Duty& duty = rule.rule->duty(html.report.reading);
  if (duty.test.kind != TestKind::kThreshold) return nullptr;
  const auto local = duty.local.find(region_code_of(html.report, verdict.region));
  const Target& target = local == duty.local.end() ? duty.test.target : local->second;
  return target.reference == kNoIndicator ? &target : nullptr;
}

std::vector<double> lines_of(const Target* target) {
  if (target == nullptr) return {};
  std::vector<double> out = {number_of(target->value)};
  if (target->op == Op::kWithin) out.push_back(number_of(target->high));
  return out;
}

double day_of(const Date& date) { return static_cast<double>(days_since_epoch(date)); }

struct Line {
  const Verdict* verdict;
  std::vector<std::pair<double, double>> points;  // day, value
  std::vector<std::string> labels;
};

// One line a unit, in the order of the verdicts; of several periods judged only one.
std::vector<Line> lines_of(const Html& html, const std::vector<Verdict>& verdicts) {
  std::vector<Line> out;
  for (const Verdict& verdict : verdicts) {
    const auto same =
        std::find_if(out.begin(), out.end(), [&](const Line& line) { return line.verdict->region == verdict.region; });
    if (same != out.end()) {
      if (graver(verdict.outcome, same->verdict->outcome)) same->verdict = &verdict;
      continue;
    }
    Line line{&verdict, {}, {}};
    for (const FigureRef& figure : series_of(html.report, verdict)) {
      if (figure.period().kind != verdict.period.kind) continue;
      line.points.emplace_back(day_of(figure.period().last), number_of(figure.value()));
      line.labels.push_back(figure.period().text() + " " + value_text(figure));
    }
    if (line.points.size() > 1) out.push_back(std::move(line));
  }
  return out;
}

std::string open_svg(double height, const std::string& what) {
  return fmt::format("<svg viewBox=\"0 0 {} {}\" role=\"img\"><title>{}</title>\n", at(kWidth), at(height),
                     escaped(what));
}

std::string text_at(double x, double y, const char* anchor, const std::string& text) {
  return fmt::format("<text x=\"{}\" y=\"{}\" text-anchor=\"{}\">{}</text>", at(x), at(y), anchor, escaped(text));
}

std::string tick_text(double value) {
  std::string out = fmt::format("{:.2f}", value);
  while (out.ends_with("0")) out.pop_back();
  if (out.ends_with(".")) out.pop_back();
  return out == "-0" ? "0" : out;
}

std::string frame(const Scale& x, const Scale& y, const std::string& unit) {
  std::string out = fmt::format("<path class=\"axis\" d=\"M{0} {1}V{2}H{3}\"/>", at(x.from), at(kTop),
                                at(kHeight - kBottom), at(x.to));
  for (const double share : {0.0, 0.5, 1.0}) {
    const double value = y.low + (y.high - y.low) * share;
    out += text_at(kLeft - 6, y(value) + 4, "end", tick_text(value));
  }
  return out + text_at(kLeft - 6, 11, "end", unit) + "\n";
}

// From the base to the target on the deadline: what "on track" is measured against.
std::string path_to_target(const Html& html, const RuleView& rule, const Line& line, const Target* target,
                           const Scale& x, const Scale& y) {
  if (target == nullptr || !line.verdict->due) return {};
  const int baseline = rule.plan->baseline;
  auto base = line.points.front();
  for (const auto& point : line.points) {
    if (date_of(static_cast<std::int64_t>(point.first)).year == baseline) base = point;
  }
  const double due = day_of(*line.verdict->due);
  if (due <= base.first) return {};
  return fmt::format("<path class=\"path\" d=\"M{} {}L{} {}\"><title>{}</title></path>", at(x(base.first)),
                     at(y(base.second)), at(x(due)), at(y(number_of(target->value))),
                     html.say("到目标的直线", "straight line to the target"));
}

std::string line_svg(const Html& html, const Line& line, const Scale& x, const Scale& y, bool dots) {
  std::string path;
  std::string labels;
  for (std::size_t i = 0; i < line.points.size(); ++i) {
    path += (i == 0 ? "M" : "L") + at(x(line.points[i].first)) + " " + at(y(line.points[i].second));
    labels += (i == 0 ? "" : "; ") + line.labels[i];
  }
  const std::string who = unit_name(html.page, html.report, *line.verdict);
  std::string out = fmt::format("<path class=\"line l{}\" d=\"{}\"><title>{}</title></path>",
                                letter(line.verdict->outcome), path, escaped(who + ": " + labels));
  if (!dots) return out + "\n";
  out += "<path class=\"dot d" + std::string(1, letter(line.verdict->outcome)) + "\" d=\"";
  for (const auto& point : line.points) out += "M" + at(x(point.first)) + " " + at(y(point.second)) + "h0";
  return out + "\"/>" +
         text_at(x(line.points.back().first) + 6, y(line.points.back().second) - 6, "start",
                 line.labels.back().substr(line.labels.back().find(' ') + 1)) +
         "\n";
}

std::string target_line(const Html& html, const Target& target, const Scale& x, const Scale& y) {
  std::string out;
  for (const double value : lines_of(&target))
    out += fmt::format("<path class=\"target\" d=\"M{} {}H{}\"/>", at(x.from), at(y(value)), at(x.to));
  return out +
         text_at(x.to + 4, y(number_of(target.value)) + 4, "start",
                 html.page.say(target_words(html.report.catalog.indicators, target.text))) +
         "\n";
}

std::string deadline(const Date& due, const Scale& x) {
  const double day = x(day_of(due));
  return fmt::format("<path class=\"due\" d=\"M{0} {1}V{2}\"/>", at(day), at(kTop), at(kHeight - kBottom)) +
         text_at(day, kTop - 5, "middle", due.text()) + "\n";
}

std::string time_ticks(const std::vector<Line>& lines, const Scale& x) {
  std::vector<std::pair<double, std::string>> ticks;
  for (const Line& line : lines) {
    for (std::size_t i = 0; i < line.points.size(); ++i)
      ticks.emplace_back(line.points[i].first, line.labels[i].substr(0, line.labels[i].find(' ')));
  }
  std::sort(ticks.begin(), ticks.end());
  std::string out;
  double last = -1000;
  constexpr double kApart = 46;
  for (const auto& [day, label] : ticks) {
    if (x(day) - last < kApart) continue;
    last = x(day);
    out += text_at(last, kHeight - 8, "middle", label);
  }
  return out + "\n";
}

}  // namespace

std::string series_chart(const Html& html, const RuleView& rule, const std::vector<Verdict>& verdicts) {
  const Duty& duty = rule.rule->duty(html.report.reading);
  const std::vector<Line> lines = lines_of(html, verdicts);
  if (lines.empty() || lines.size() > kMostLines || duty.indicator == kNoIndicator) return {};
  const Target* target = target_for(html, rule, *lines.front().verdict);
  std::vector<double> days, values = lines_of(target);
  for (const Line& line : lines) {
    for (const auto& [day, value] : line.points) {
      days.push_back(day);
      values.push_back(value);
    }
    if (line.verdict->due) days.push_back(day_of(*line.verdict->due));
  }
  const Scale x = scale_of(days, kLeft, kWidth - kRight), y = scale_of(values, kHeight - kBottom, kTop);
  const Indicator& indicator = html.report.catalog.indicators[duty.indicator];
  std::string out =
      open_svg(kHeight, html.page.say(indicator.name()) + html.say("：各期数值与目标", ": the series and its target"));
  out += frame(x, y, indicator.unit.id) + time_ticks(lines, x);
  if (target != nullptr) out += target_line(html, *target, x, y);
  if (lines.front().verdict->due) out += deadline(*lines.front().verdict->due, x);
  if (lines.size() == 1) out += path_to_target(html, rule, lines.front(), target, x, y);
  for (const Line& line : lines) out += line_svg(html, line, x, y, lines.size() == 1);
  return out + "</svg>\n";
}

// The units that have a value, as dots along it, one upon the other where they are near; a path for each outcome.
std::string distribution_chart(const Html& html, const RuleView& rule, const std::vector<Verdict>& verdicts) {
  constexpr std::size_t kFewest = 5;
  constexpr double kBin = 7, kTall = 120, kBase = kTall - kBottom;
  std::vector<std::pair<double, Outcome>> units;
  for (const Verdict& verdict : verdicts) {
    if (verdict.value && verdict.unit != "days") units.emplace_back(number_of(*verdict.value), verdict.outcome);
  }
  if (units.size() < kFewest) return {};
  const Target* target = target_for(html, rule, verdicts.front());
  std::vector<double> values = lines_of(target);
  for (const auto& unit : units) values.push_back(unit.first);
  const Scale x = scale_of(values, kLeft, kWidth - kRight);
  std::map<int, std::size_t> stacks;
  for (const auto& unit : units) ++stacks[static_cast<int>(x(unit.first) / kBin)];
  std::size_t highest = 1;
  for (const auto& stack : stacks) highest = std::max(highest, stack.second);
  const double step = std::min(kBin, (kBase - kTop - 8) / static_cast<double>(highest));
  stacks.clear();
  std::sort(units.begin(), units.end());
  std::map<char, std::string> dots;
  for (const auto& [value, outcome] : units) {
    const int bin = static_cast<int>(x(value) / kBin);
    dots[letter(outcome)] +=
        "M" + at((bin + 0.5) * kBin) + " " + at(kBase - 5 - step * static_cast<double>(stacks[bin]++)) + "h0";
  }
  std::string out =
      open_svg(kTall, fmt::format("{}{}", units.size(), html.say(" 个单位的数值分布", " units by value")));
  out += fmt::format("<path class=\"axis\" d=\"M{} {}H{}\"/>", at(x.from), at(kBase), at(x.to));
  for (const double share : {0.0, 0.25, 0.5, 0.75, 1.0}) {
    const double value = x.low + (x.high - x.low) * share;
    out += text_at(x(value), kTall - 8, "middle", tick_text(value));
  }
  for (const auto& [outcome, path] : dots) out += fmt::format("<path class=\"dot d{}\" d=\"{}\"/>", outcome, path);
  for (const double value : lines_of(target))
    out += fmt::format("<path class=\"target\" d=\"M{} {}V{}\"/>", at(x(value)), at(kTop), at(kBase));
  if (target != nullptr)
    out += text_at(x(number_of(target->value)), kTop - 5, "middle",
                   html.page.say(target_words(html.report.catalog.indicators, target->text)));
  return out + "</svg>\n";
}

}  // namespace kaohe
