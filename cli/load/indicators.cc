// SPDX-License-Identifier: Apache-2.0
// Indicators refer to one another (numerator, denominator, weight) in any order, so they are read first and linked
// after.
#include <fmt/format.h>

#include "base/text.h"
#include "load/load.h"
#include "load/prepared/prepared.h"
#include "load/table_reader.h"
#include "load/target.h"
#include "load/unknown.h"

namespace kaohe {
namespace {

struct Links {
  std::optional<Text> numerator, denominator, weight;
  std::vector<Text> unlike;
};

class IndicatorLoader {
 public:
  IndicatorLoader(const UnitTable& units, Problems& problems) : units_(units), problems_(problems) {}

  IndicatorTable load(const TomlValue& root) {
    const TableReader keys(root, problems_);
    keys.only({"indicator"});
    for (const TomlValue* entry : keys.tables("indicator", Need::kRequired)) read(TableReader(*entry, problems_));
    for (std::size_t i = 0; i < links_.size(); ++i) link(i);
    for (std::size_t i = 0; i < links_.size(); ++i) break_cycle(i);
    return std::move(table_);
  }

 private:
  void read(const TableReader& keys) {
    keys.only({"id", "names", "unit", "range", "better", "period", "over_time", "over_regions", "numerator",
               "denominator", "weight", "standard", "definition", "unlike"});
    Indicator indicator;
    indicator.place = keys.place();
    const auto id = keys.placed_text("id", Need::kRequired);
    read_names(keys, indicator);
    const bool has_unit = read_unit(keys, indicator);
    indicator.better =
        keys.choice<Better>("better",
                            {{"higher", Better::kHigher}, {"lower", Better::kLower}, {"neither", Better::kNeither}})
            .value_or(Better::kNeither);
    indicator.period = keys.choice<PeriodKind>("period", {{"year", PeriodKind::kYear},
                                                          {"half", PeriodKind::kHalf},
                                                          {"quarter", PeriodKind::kQuarter},
                                                          {"month", PeriodKind::kMonth},
                                                          {"day", PeriodKind::kDay}})
                           .value_or(PeriodKind::kYear);
    indicator.over_time = keys.choice<Fold>("over_time", {{"sum", Fold::kSum},
                                                          {"mean", Fold::kMean},
                                                          {"last", Fold::kLast},
                                                          {"max", Fold::kMax},
                                                          {"min", Fold::kMin}})
                              .value_or(Fold::kNone);
    indicator.over_regions =
        keys.choice<Fold>("over_regions",
                          {{"sum", Fold::kSum}, {"mean", Fold::kMean}, {"max", Fold::kMax}, {"min", Fold::kMin}})
            .value_or(Fold::kNone);
    indicator.standard = keys.text("standard");
    indicator.definition = keys.phrase("definition");
    const Links links = read_links(keys, indicator);
    if (id && has_unit) add(std::move(indicator), *id, links);
  }

  static void read_names(const TableReader& keys, Indicator& indicator) {
    const TomlValue* names = keys.find("names", Need::kRequired);
    if (names == nullptr) return;
    if (names->kind != TomlKind::kTable) {
      keys.add_type_problem("names", *names, {"{ zh = [\"…\"], en = [\"…\"] }", "{ zh = [\"…\"], en = [\"…\"] }"});
      return;
    }
    const TableReader both(*names, keys.problems());
    both.only({"zh", "en"});
    indicator.names_zh = both.plain_texts("zh", Need::kRequired);
    indicator.names_en = both.plain_texts("en", Need::kRequired);
  }

  bool read_unit(const TableReader& keys, Indicator& indicator) {
    const auto name = keys.placed_text("unit", Need::kRequired);
    if (!name) return false;
    const auto unit = units_.find(name->text);
    if (!unit) {
      add_unit_problem(units_, name->place, name->text, problems_);
      return false;
    }
    indicator.unit = *unit;
    const TomlValue* range = keys.find("range");
    if (range != nullptr && range->kind == TomlKind::kText) {
      if (auto read = read_range("range", *range, indicator.unit, units_, problems_))
        indicator.range = std::move(*read);
    } else if (range != nullptr) {
      keys.add_type_problem("range", *range,
                            {"带引号的范围，如 \"0 % .. 100 %\"", "a range in quotes, e.g. \"0 % .. 100 %\""});
    }
    return true;
  }

  Links read_links(const TableReader& keys, const Indicator& indicator) {
    Links links = {keys.placed_text("numerator"), keys.placed_text("denominator"), keys.placed_text("weight"), keys.texts("unlike")};
    if (links.numerator && !links.denominator) (void)keys.find("denominator", Need::kRequired);
    if (links.denominator && !links.numerator) (void)keys.find("numerator", Need::kRequired);
    if (!links.numerator || !links.denominator) links.numerator = links.denominator = std::nullopt;
    const int ways =
        (links.numerator ? 1 : 0) + (links.weight ? 1 : 0) + (indicator.over_regions != Fold::kNone ? 1 : 0);
    const bool weighted_mean = links.weight && !links.numerator && indicator.over_regions == Fold::kMean;
    if (ways > 1 && !weighted_mean) {
      problems_.add(
          "key-contradiction", keys.place(), {},
          {"各地汇总方式只能有一种：numerator 与 denominator、weight 或 over_regions",
           "there must be one way to add up over regions: numerator and denominator, weight, or over_regions"});
    }
    return links;
  }

  void add(Indicator indicator, const Text& id, const Links& links) {
    const std::size_t index = table_.indicators.size();
    if (!table_.by_id.emplace(id.text, index).second) {
      problems_.add("id-duplicate", id.place, id.text,
                    {fmt::format("指标标识“{}”重复", visible(id.text)),
                     fmt::format("indicator id \"{}\" is used twice", visible(id.text))});
      return;
    }
    indicator.id = id.text;
    table_.by_name.add(name_key(indicator.id), index);
    for (const std::string& name : indicator.names_zh) table_.by_name.add(name_key(name), index);
    for (const std::string& name : indicator.names_en) table_.by_name.add(name_key(name), index);
    table_.indicators.push_back(std::move(indicator));
    links_.push_back(links);
  }

  std::size_t resolve(const std::optional<Text>& name) {
    if (!name) return kNoIndicator;
    if (const auto index = table_.find_id(name->text)) return *index;
    add_indicator_problem(table_, name->place, name->text, problems_);
    return kNoIndicator;
  }

  void link(std::size_t index) {
    const Links& links = links_[index];
    Indicator& indicator = table_.indicators[index];
    for (const Text& other : links.unlike) {
      if (const std::size_t found = resolve(other); found != kNoIndicator) indicator.unlike.push_back(found);
    }
    indicator.weight = resolve(links.weight);
    if (indicator.weight != kNoIndicator) indicator.over_regions = Fold::kWeightedMean;
    const std::size_t above = resolve(links.numerator);
    const std::size_t below = resolve(links.denominator);
    if (above == kNoIndicator || below == kNoIndicator) return;
    const UnitOfMeasure& over = table_[above].unit;
    const UnitOfMeasure& under = table_[below].unit;
    UnitOfMeasure ratio;
    ratio.dimension = over.dimension == under.dimension ? "share" : over.dimension + "/" + under.dimension;
    ratio.factor = over.factor / under.factor;
    if (!conversion(ratio, indicator.unit)) {
      problems_.add(
          "unit-dimension", links.numerator->place, indicator.id,
          {fmt::format("“{}”除以“{}”不能换算成指标“{}”的单位“{}”", over.id, under.id, indicator.id, indicator.unit.id),
           fmt::format("\"{}\" by \"{}\" cannot be converted to \"{}\", the unit of indicator \"{}\"", over.id,
                       under.id, indicator.unit.id, indicator.id)});
      return;
    }
    indicator.numerator = above;
    indicator.denominator = below;
  }

  // An indicator that is computed from itself could never be judged; the links that close the circle are taken away.
  void break_cycle(std::size_t start) {
    std::vector<bool> seen(table_.indicators.size(), false);
    std::vector<std::size_t> waiting = {start};
    while (!waiting.empty()) {
      const Indicator& indicator = table_[waiting.back()];
      waiting.pop_back();
      for (const std::size_t next : {indicator.numerator, indicator.denominator, indicator.weight}) {
        if (next == start) return add_cycle(start);
        if (next == kNoIndicator || seen[next]) continue;
        seen[next] = true;
        waiting.push_back(next);
      }
    }
  }

  void add_cycle(std::size_t index) {
    Indicator& indicator = table_.indicators[index];
    indicator.numerator = indicator.denominator = indicator.weight = kNoIndicator;
    if (indicator.over_regions == Fold::kWeightedMean) indicator.over_regions = Fold::kNone;
    problems_.add("indicator-cycle", indicator.place, indicator.id,
                  {fmt::format("指标“{}”由自身计算得出", indicator.id),
                   fmt::format("indicator \"{}\" is computed from itself", indicator.id)});
  }

  const UnitTable& units_;
  Problems& problems_;
  IndicatorTable table_;
  std::vector<Links> links_;  // beside table_.indicators
};

}  // namespace

IndicatorTable load_indicators(const Source& file, const UnitTable& units, Problems& problems) {
  if (!file.prepared.empty()) return prepared_indicators(file, problems);
  const auto root = parse_toml(file, problems);
  return root ? IndicatorLoader(units, problems).load(*root) : IndicatorTable();
}

}  // namespace kaohe
