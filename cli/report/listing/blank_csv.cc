// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/text.h"
#include "model/words.h"
#include "report/blank.h"

namespace kaohe {
namespace {

using Cells = std::vector<std::string>;

void put(std::string& out, const Cells& cells) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) out += ',';
    if (cells[i].find_first_of(",\"\r\n") == std::string::npos) {
      out += cells[i];
      continue;
    }
    out += '"';
    for (const char c : cells[i]) out += c == '"' ? std::string("\"\"") : std::string(1, c);
    out += '"';
  }
  out += '\n';
}

class Writer {
 public:
  explicit Writer(const BlankReport& report) : report_(report), catalog_(report.catalog), regions_(report.catalog.regions) {}

  std::string figures_long() {
    put(out_, heads({{"地区代码", "region_code"}, {"地区", "region"}, {"时期", "period"}, {"指标", "indicator"}, {"指标含义", "meaning"}, {"目标", "target"}},
                    {{"数值", "value"}, {"单位", "unit"}, {"备注", "note"}}));
    for (const BlankFigure& figure : report_.blank.figures) {
      for (const Period& period : figure.periods) {
        const auto entry = entry_on(figure.region, period.last);
        if (!entry) continue;
        Cells cells = {regions_[*entry].code, regions_[*entry].name, period.text(), indicator_name(figure.indicator), meaning(figure.indicator), target(figure)};
        if (report_.last != nullptr) cells.push_back(last_value(figure, previous(period)));
        cells.insert(cells.end(), {"", unit(figure.indicator), ""});
        put(out_, cells);
      }
    }
    return std::move(out_);
  }

  std::string figures_wide() {
    std::set<Period> all;
    for (const BlankFigure& figure : report_.blank.figures) all.insert(figure.periods.begin(), figure.periods.end());
    std::vector<Phrase> periods;
    periods.reserve(all.size());
    for (const Period& period : all) periods.push_back({period.text(), period.text()});
    put(out_, heads({{"地区代码", "region_code"}, {"地区", "region"}, {"指标", "indicator"}, {"单位", "unit"}, {"指标含义", "meaning"}, {"目标", "target"}}, periods));
    for (const BlankFigure& figure : report_.blank.figures) {
      std::optional<std::uint32_t> entry;
      for (const Period& period : figure.periods) {
        if (const auto found = entry_on(figure.region, period.last)) entry = found;
      }
      if (!entry) continue;
      Cells cells = {regions_[*entry].code, regions_[*entry].name, indicator_name(figure.indicator), unit(figure.indicator), meaning(figure.indicator), target(figure)};
      if (report_.last != nullptr) cells.push_back(last_value(figure, previous(figure.periods.front())));
      for (const Period& period : all) cells.emplace_back(is_asked(figure, period) ? "" : "—");  // a mark for missing
      put(out_, cells);
    }
    return std::move(out_);
  }

  std::string records() {
    put(out_, heads({{"地区代码", "region_code"}, {"地区", "region"}, {"任务", "duty"}, {"任务说明", "meaning"}, {"要求", "target"}, {"子项", "item"}, {"时期", "period"}},
                    {{"日期", "date"}, {"状态", "status"}, {"文号", "document"}, {"佐证", "evidence"}, {"备注", "note"}}));
    for (const BlankRecord& record : report_.blank.records) {
      const Rule& rule = report_.plan.rules[record.rule];
      const Region& region = regions_[record.region];
      Cells cells = {region.code, region.name, rule.full_id, say(rule.title), duty_target(*record.duty), record.item, record.period ? record.period->text() : std::string()};
      if (report_.last != nullptr) cells.push_back(last_deed(record, rule));
      cells.resize(cells.size() + 5);
      put(out_, cells);
    }
    return std::move(out_);
  }

 private:
  [[nodiscard]] const std::string& say(const Phrase& phrase) const { return phrase.in(report_.language); }

  [[nodiscard]] Cells heads(const std::vector<Phrase>& before, const std::vector<Phrase>& after) const {
    Cells out;
    for (const Phrase& one : before) out.push_back(say(one));
    const bool deeds = before.back().en == "period";
    if (report_.last != nullptr) out.push_back(say(deeds ? Phrase{"上年办理", "last_year"} : Phrase{"上年值", "last_year"}));
    for (const Phrase& one : after) out.push_back(say(one));
    return out;
  }

  // The region as it was on that day: a form for 2016 asks 九江县, one for 2020 asks 柴桑区.
  [[nodiscard]] std::optional<std::uint32_t> entry_on(std::uint32_t region, const Date& day) const { return regions_.in_lineage(region, day); }

  [[nodiscard]] bool is_asked(const BlankFigure& figure, const Period& period) const {
    const bool wanted = std::find(figure.periods.begin(), figure.periods.end(), period) != figure.periods.end();
    return wanted && entry_on(figure.region, period.last).has_value();
  }

  // The first of its names that no other indicator shares, else the id: it must read back.
  [[nodiscard]] std::string indicator_name(std::size_t index) const {
    const Indicator& indicator = catalog_.indicators[index];
    for (const std::string& called : report_.language == Language::kZh ? indicator.names_zh : indicator.names_en) {
      const auto named = catalog_.indicators.by_name.find(name_key(called));
      if (named != catalog_.indicators.by_name.end() && named->second.size() == 1) return called;
    }
    return indicator.id;
  }

  [[nodiscard]] std::string unit(std::size_t index) const { return catalog_.indicators[index].unit.id; }

  [[nodiscard]] std::string meaning(std::size_t index) const {
    const Indicator& indicator = catalog_.indicators[index];
    std::string out = say(indicator.definition);
    if (out.empty()) out = say(indicator.name());
    if (!indicator.range.text.empty()) out += say({"；取值 ", "; range "}) + indicator.range.text;
    return out;
  }

  [[nodiscard]] std::string duty_target(const Duty& duty) const {
    std::string out = say(test_words(catalog_.indicators, duty, std::nullopt));
    if (duty.test.met || duty.test.kind == TestKind::kCadence) return out;
    if (duty.due.stages.empty()) return out;
    return out + say({"（期限 " + due_words(duty.due).zh + "）", " (due " + due_words(duty.due).en + ")"});
  }

  // "jiangxi-2017/forest: ≥ 63 % (due …)"; of a part, whose figure it goes into.
  [[nodiscard]] std::string target(const BlankFigure& figure) const {
    std::string out;
    for (const BlankUse& use : figure.uses) {
      const auto local = use.duty->local.find(regions_[use.unit].code);
      const bool part = regions_[use.unit].lineage != regions_[figure.region].lineage;
      out += (out.empty() ? "" : say({"；", "; "})) + report_.plan.rules[use.rule].id + ": ";
      out += local != use.duty->local.end() ? say(target_words(catalog_.indicators, local->second.text)) : duty_target(*use.duty);
      if (part) out += say({"，汇入" + regions_[use.unit].name, ", goes into " + regions_[use.unit].name});
    }
    return out;
  }

  [[nodiscard]] static Period previous(const Period& period) {
    return period.kind == PeriodKind::kToDate ? period : previous_period(period);
  }

  [[nodiscard]] std::string last_value(const BlankFigure& figure, const Period& period) const {
    const FigureTable& last = report_.last->figures;
    const FigureTable::Series* series = last.find(regions_[figure.region].lineage, figure.indicator);
    const FigureRef one = series == nullptr ? FigureRef() : last.find(*series, period);
    if (!one || !one.has_value()) return {};
    const bool own_unit = one.unit().empty() || one.unit() == unit(figure.indicator);
    return one.written().text() + (own_unit ? "" : " " + one.unit());
  }

  [[nodiscard]] std::string last_deed(const BlankRecord& blank, const Rule& rule) const {
    const Record* latest = nullptr;
    for (const Record& one : report_.last->records) {
      const bool same = !one.blank && one.date && one.status && one.region != kNoRegion && regions_[one.region].lineage == regions_[blank.region].lineage &&
                        one.item == blank.item && std::find(one.rules.begin(), one.rules.end(), rule.full_id) != one.rules.end();
      if (same && (latest == nullptr || *latest->date < *one.date)) latest = &one;
    }
    return latest == nullptr ? std::string() : latest->date->text() + " " + say(name(*latest->status));
  }

  const BlankReport& report_;
  const Catalog& catalog_;
  const Register& regions_;
  std::string out_;
};

}  // namespace

std::string write_blank(const BlankReport& report, BlankLayout layout) {
  Writer writer(report);
  switch (layout) {
    case BlankLayout::kLong: return writer.figures_long();
    case BlankLayout::kWide: return writer.figures_wide();
    case BlankLayout::kRecords: break;
  }
  return writer.records();
}

}  // namespace kaohe
