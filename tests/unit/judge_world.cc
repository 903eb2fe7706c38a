// SPDX-License-Identifier: Apache-2.0
#include "judge_world.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "base/text.h"
#include "judge_world_tables.h"
#include "load/load.h"

namespace kaohe::test {
namespace {

bool has_key(std::string_view keys, std::string_view key) {
  const std::vector<std::string> all = split(keys.substr(0, keys.find("[rule.strict]")), ';');
  return std::any_of(all.begin(), all.end(), [key](const std::string& one) { return one.rfind(std::string(key) + " =", 0) == 0; });
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words = split(text, ' ');
  std::erase_if(words, [](const std::string& word) { return word.empty(); });
  return words;
}

std::uint32_t region_of(const Catalog& catalog, const std::string& code, const Date& day) {
  const auto found = catalog.regions.find_code(code, day);
  if (!found) throw std::runtime_error("no such region: " + code);
  return *found;
}

// "990000 area 2020 5.0" or "990000 2020 5.0" for the rule's own indicator; "-": missing; "?": no number; "?5.0": a number that
// cannot be used.
void add_figure(std::vector<std::string> words, const Catalog& catalog, std::vector<Figure>& figures) {
  Figure figure;
  figure.indicator = catalog.plans.at(0).rules.at(0).plain.indicator;
  if (words.size() == 4) {
    figure.indicator = catalog.indicators.find_id(words[1]).value();
    words.erase(words.begin() + 1);
  }
  figure.period = parse_period(words.at(1)).value();
  figure.region = region_of(catalog, words.at(0), figure.period.last);
  const auto row = static_cast<std::uint32_t>(figures.size() + 2);
  figure.place = {0, row, 0, 4, row, 0};  // as reading leaves it
  const std::string& cell = words.at(2);
  if (cell == "-") {
    figure.state = CellState::kMissing;
  } else {
    const bool unfit = cell.front() == '?';
    figure.state = unfit ? CellState::kInvalid : CellState::kValue;
    if (cell != "?") {
      figure.written = parse_decimal(cell.substr(unfit ? 1 : 0)).value();
      figure.value = figure.written.value;
      figure.unit = catalog.indicators[figure.indicator].unit.id;
    }
  }
  figures.push_back(figure);
}

DeedStatus status_of(const std::string& word_of_status) {
  for (const DeedStatus status : {DeedStatus::kStarted, DeedStatus::kIssued, DeedStatus::kEstablished, DeedStatus::kCompleted,
                                  DeedStatus::kInForce, DeedStatus::kNotDone}) {
    std::string name(word(status));
    std::replace(name.begin(), name.end(), ' ', '-');
    if (name == word_of_status) return status;
  }
  throw std::runtime_error("no such status: " + word_of_status);
}

// "990000 ! 2018-05-01 completed item=甲 for=2018 ended=2019-01-01 doc=1"; "?" as the date: it could not be read; "-": none.
void add_record(const std::vector<std::string>& words, const Catalog& catalog, Submission& submission) {
  Record record;
  record.rules = {"t/r"};
  record.duty = "t/r";
  record.date = parse_date(words.at(2));
  record.invalid = words.at(2) == "?";
  record.status = status_of(words.at(3));
  record.region = region_of(catalog, words.at(0), record.date.value_or(Date{2020, 12, 31}));
  record.place = {0, static_cast<std::uint32_t>(submission.records.size() + 100), 1, 1, 1, 0};
  for (std::size_t i = 4; i < words.size(); ++i) {
    const std::size_t at = words[i].find('=');
    const std::string value = words[i].substr(at + 1);
    if (words[i].rfind("item=", 0) == 0) record.item = value;
    if (words[i].rfind("for=", 0) == 0) record.period = parse_period(value).value();
    if (words[i].rfind("ended=", 0) == 0) record.ended = parse_date(value).value();
    if (words[i].rfind("doc=", 0) == 0) record.document = value;
  }
  submission.records.push_back(record);
}

// "waive 990000 2020-01-01 2020-12-31"
void add_waiver(const std::vector<std::string>& words, std::vector<Waiver>& waivers) {
  Waiver waiver;
  waiver.rule = "t/r";
  waiver.region = words.at(1);
  waiver.from = parse_date(words.at(2)).value();
  waiver.until = parse_date(words.at(3)).value();
  waivers.push_back(waiver);
}

Catalog make_world() {
  Problems problems;
  Catalog catalog;
  catalog.units = load_units({"units.toml", std::string(kUnits)}, problems);
  catalog.indicators = load_indicators({"indicators.toml", std::string(kIndicators)}, catalog.units, problems);
  catalog.regions = load_register({"regions.csv", std::string(kRegions)}, {"zones.toml", std::string(kZones)},
                                  {"zones.csv", std::string(kZoneMembers)}, problems);
  if (problems.has_errors()) throw std::runtime_error("the world does not load: " + problems.all().front().message.en);
  return catalog;
}

}  // namespace

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> pieces;
  while (true) {
    const std::size_t at = text.find(separator);
    pieces.emplace_back(trim(text.substr(0, at)));
    if (at == std::string_view::npos) return pieces;
    text.remove_prefix(at + 1);
  }
}

const Catalog& world() {
  static const Catalog catalog = make_world();
  return catalog;
}

Catalog world_with(std::string_view keys, Problems& problems) {
  Catalog catalog = world();
  std::string text(kPlanHead);
  if (!has_key(keys, "for")) text += "for = \"province\"\n";
  for (const std::string& key : split(keys, ';')) text += key + "\n";
  catalog.plans.push_back(load_plan({"t.toml", text}, catalog, problems));
  return catalog;
}

Facts facts_of(std::string_view text, const Catalog& catalog) {
  Facts facts;
  facts.submission.inputs.push_back({"t.csv", 0, "", 0, "utf-8", "detected", "long", {}, {}, 0, {}});
  for (const std::string& piece : split(text, ';')) {
    const std::vector<std::string> words = words_of(piece);
    if (words.empty()) continue;
    if (words[0] == "waive") {
      add_waiver(words, facts.waivers);
    } else if (words.size() > 1 && words[1] == "!") {
      add_record(words, catalog, facts.submission);
    } else {
      add_figure(words, catalog, facts.figures);
    }
  }
  return facts;
}

std::vector<TruthRow> truth_rows() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(std::string(KAOHE_SOURCE_DIR) + "/tests/truth")) {
    if (entry.path().extension() == ".txt") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  std::vector<TruthRow> all;
  for (const auto& file : files) {
    std::ifstream in(file);
    std::string line;
    for (int number = 1; std::getline(in, line); ++number) {
      if (line.empty() || line[0] == '#') continue;
      const std::string where = file.filename().string() + ":" + std::to_string(number);
      const std::vector<std::string> cells = split(line, '|');
      if (cells.size() != 4) throw std::runtime_error(where + ": four cells are expected");
      all.push_back({where, cells[0], cells[1], cells[2], cells[3]});
    }
  }
  return all;
}

Report judge_row(const TruthRow& row, const std::function<void(Facts&)>& arrange, const std::function<void(Question&)>& ask) {
  Problems problems;
  Catalog catalog = world_with(row.rule, problems);
  if (problems.has_errors()) throw std::runtime_error(row.where + ": " + problems.all().front().message.en);
  Facts facts = facts_of(row.facts, catalog);
  arrange(facts);
  FigureTableBuilder builder(catalog.regions);
  for (Figure& figure : facts.figures) {
    if (!builder.add(std::move(figure))) throw std::runtime_error(row.where + ": too many periods");
  }
  Crew alone(1);
  facts.submission.figures = builder.build([](std::vector<Figure>& same) { return same.front(); }, alone);
  Question question;
  question.plans = {"t"};
  question.as_of = parse_date(row.as_of);
  if (ask) ask(question);
  return judge(std::move(catalog), std::move(facts.submission), std::move(facts.waivers), problems, question);
}

}  // namespace kaohe::test
