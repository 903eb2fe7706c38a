// SPDX-License-Identifier: Apache-2.0
// The register: entries from regions.csv, then what follows from them (lineages, names), then the zones.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "load/lineage.h"
#include "load/load.h"
#include "load/prepared/prepared.h"
#include "load/region_names.h"
#include "load/table_csv.h"
#include "load/table_reader.h"
#include "load/unknown.h"

namespace kaohe {
namespace {

const std::vector<std::string_view> kRegionColumns = {
    "code", "name", "level", "parent", "kind", "valid_from", "valid_to", "successor", "other_names", "members", "note"};
const std::vector<std::string_view> kZoneColumns = {"zone", "code", "name", "date", "source"};

constexpr RegionLevel kLevels[] = {RegionLevel::kProvince, RegionLevel::kPrefecture, RegionLevel::kCounty,
                                   RegionLevel::kBasin,    RegionLevel::kSection,    RegionLevel::kZone};

std::optional<int> parse_year(std::string_view text) {
  int year = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), year);
  if (error != std::errc() || end != text.data() + text.size() || text.size() != 4 || year < 1000) return std::nullopt;
  return year;
}

// A date, or a bare year for its first of January.
std::optional<Date> parse_day(std::string_view text) {
  if (const auto year = parse_year(text)) return Date{static_cast<std::int16_t>(*year), 1, 1};
  return parse_date(text);
}

class RegisterLoader {
 public:
  explicit RegisterLoader(Problems& problems) : problems_(problems) {}

  Register load(const Source& regions, const Source& zones_toml, const Source& zones) {
    read_table(regions, kRegionColumns, problems_, [this](const TableRow& row) { read_region(row); });
    const auto before = [](const Region& a, const Region& b) { return a.code != b.code ? a.code < b.code : a.from < b.from; };
    if (!std::is_sorted(all_.regions.begin(), all_.regions.end(), before)) std::stable_sort(all_.regions.begin(), all_.regions.end(), before);
    auto parts = all_.by_parent.end();
    for (std::uint32_t i = 0; i < all_.regions.size(); ++i) {
      all_.by_code.try_emplace(all_.by_code.end(), all_[i].code)->second.push_back(i);
      const bool as_before = parts != all_.by_parent.end() && parts->first == all_[i].parent;  // as mostly
      if (!as_before) parts = all_.by_parent.try_emplace(all_[i].parent).first;
      parts->second.push_back(i);
    }
    check();
    link_lineages(all_);
    index_names(all_);
    read_zones(zones_toml);
    read_table(zones, kZoneColumns, problems_, [this](const TableRow& row) { read_zone_member(row); });
    return std::move(all_);
  }

 private:
  void read_region(const TableRow& row) {
    Region region;
    region.place = row.place("code");
    region.code = row.text("code");
    region.name = row.text("name");
    region.kind = row.text("kind");
    region.parent = row.text("parent");
    region.note = row.text("note");
    if (region.code.empty() || region.name.empty()) {
      problems_.add("register-row", region.place, {}, {"缺少代码或名称", "the row has no code or no name"});
      return;
    }
    if (!read_level(row, region) || !read_dates(row, region)) return;
    for (const std::string_view name : split_list(row.text("other_names"))) region.other_names.emplace_back(name);
    for (const std::string_view successor : split_list(row.text("successor"))) read_successor(row, successor, region);
    read_members(row, region);
    all_.regions.push_back(std::move(region));
  }

  bool read_level(const TableRow& row, Region& region) {
    std::vector<std::string> known;
    for (const RegionLevel level : kLevels) {
      known.emplace_back(word(level));
      if (known.back() != row.text("level")) continue;
      region.level = level;
      return true;
    }
    const std::string shown = visible(row.text("level"));
    problems_.add("value-unknown", row.place("level"), std::string(row.text("level")),
                  {fmt::format("没有名为“{}”的级别", shown), fmt::format("level \"{}\" is not known", shown)},
                  did_you_mean(row.text("level"), known));
    return false;
  }

  bool read_dates(const TableRow& row, Region& region) {
    const auto day = [&](std::string_view column) {
      const auto date = parse_day(row.text(column));
      if (!date) {
        const std::string shown = visible(row.text(column));
        problems_.add("register-date", row.place(column), std::string(row.text(column)),
                      {fmt::format("{} 的“{}”不是年份或日期", column, shown),
                       fmt::format("\"{}\" in {} is neither a year nor a date", shown, column)});
      }
      return date;
    };
    const auto from = day("valid_from");
    if (!row.text("valid_to").empty()) {
      region.to = day("valid_to");
      if (!region.to) return false;
    }
    if (!from) return false;
    region.from = *from;
    if (!region.to || region.from < *region.to) return true;
    problems_.add(
        "register-date", row.place("valid_to"), std::string(row.text("valid_to")),
        {fmt::format("失效日期“{}”不晚于生效日期“{}”", region.to->text(), region.from.text()),
         fmt::format("valid_to \"{}\" is not after valid_from \"{}\"", region.to->text(), region.from.text())});
    return false;
  }

  // "360483", or "360483[2016]" for land that moved in that year.
  void read_successor(const TableRow& row, std::string_view text, Region& region) {
    const std::size_t bracket = text.find('[');
    Successor successor;
    successor.code = trim(text.substr(0, bracket));
    if (bracket != std::string_view::npos) {
      const std::string_view year = text.substr(bracket + 1, text.size() - bracket - 2);
      const auto parsed = text.back() == ']' ? parse_year(trim(year)) : std::nullopt;
      if (!parsed) {
        problems_.add("register-row", row.place("successor"), std::string(text),
                      {fmt::format("后继“{}”的写法不对", visible(text)),
                       fmt::format("successor \"{}\" is not well written", visible(text))},
                      {"写法如 \"360483\" 或 \"360483[2016]\"", "write it like \"360483\" or \"360483[2016]\""});
        return;
      }
      successor.transfer_year = *parsed;
    }
    region.successors.push_back(std::move(successor));
  }

  static void read_members(const TableRow& row, Region& region) {
    for (const std::string_view member : split_list(row.text("members"))) {
      if (member == "?") {
        region.members_known = false;
      } else {
        region.members.emplace_back(member);
      }
    }
    const bool of_members = region.level == RegionLevel::kBasin || region.level == RegionLevel::kZone;
    if (of_members && region.members.empty()) region.members_known = false;
  }

  void check() {
    for (const auto& [code, entries] : all_.by_code) {
      for (std::size_t i = 1; i < entries.size(); ++i) {
        const Region& before = all_[entries[i - 1]];
        const Region& after = all_[entries[i]];
        if (before.to && *before.to <= after.from) continue;
        problems_.add(
            "register-overlap", after.place, code,
            {fmt::format("代码“{}”的“{}”与“{}”有效期重叠", code, before.name, after.name),
             fmt::format("code \"{}\" is \"{}\" and \"{}\" at the same time", code, before.name, after.name)});
      }
    }
    std::string_view known;  // the parents of neighbours are mostly the same
    for (const Region& region : all_.regions) {
      if (!region.parent.empty() && region.parent != known && need_code(region.parent, region)) known = region.parent;
      for (const Successor& successor : region.successors) need_code(successor.code, region);
      for (const std::string& member : region.members) need_code(member, region);
    }
    check_circles();
  }

  bool need_code(const std::string& code, const Region& region) {
    const bool known = knows_code(all_, code);
    if (!known) add_region_problem(all_, region.place, code, problems_);
    return known;
  }

  // By entry, the newest entry of its parent; kNoRegion where it has none that is known.
  [[nodiscard]] std::vector<std::uint32_t> find_parents() const {
    std::vector<std::uint32_t> parents(all_.regions.size(), kNoRegion);
    for (const auto& [code, parts] : all_.by_parent) {
      const auto entries = all_.by_code.find(code);
      if (entries == all_.by_code.end()) continue;
      for (const std::uint32_t part : parts) parents[part] = entries->second.back();
    }
    return parents;
  }

  // A region above itself would never end; its parent is taken away.
  void check_circles() {
    const std::vector<std::uint32_t> parents = find_parents();
    for (Region& region : all_.regions) {
      const Region* above = &region;
      for (std::size_t steps = 0; !above->parent.empty(); ++steps) {
        const std::uint32_t parent = parents[static_cast<std::size_t>(above - all_.regions.data())];
        if (parent == kNoRegion) break;
        above = &all_[parent];
        if (above->code != region.code && steps <= all_.regions.size()) continue;
        problems_.add("register-row", region.place, region.code,
                      {fmt::format("“{}”的上级又回到它自己", region.name),
                       fmt::format("\"{}\" lies within itself", region.name)});
        region.parent.clear();
        break;
      }
    }
  }

  void read_zones(const Source& file) {
    const auto root = parse_toml(file, problems_);
    if (!root) return;
    const TableReader keys(*root, problems_);
    keys.only({"zone"});
    for (const TomlValue* entry : keys.tables("zone")) {
      const TableReader zone_keys(*entry, problems_);
      zone_keys.only({"id", "name", "complete", "source"});
      Zone zone;
      const auto id = zone_keys.placed_text("id", Need::kRequired);
      zone.name = zone_keys.phrase("name", Need::kRequired);
      zone.source = zone_keys.text("source");
      for (const Text& code : zone_keys.texts("complete")) {
        if (!knows_code(all_, code.text)) add_region_problem(all_, code.place, code.text, problems_);
        zone.complete.insert(code.text);
      }
      if (!id) continue;
      if (all_.find_zone(id->text) != nullptr) {
        problems_.add("id-duplicate", id->place, id->text,
                      {fmt::format("名录标识“{}”重复", visible(id->text)),
                       fmt::format("zone id \"{}\" is used twice", visible(id->text))});
        continue;
      }
      zone.id = id->text;
      all_.zones.push_back(std::move(zone));
    }
  }

  void read_zone_member(const TableRow& row) {
    const std::string_view id = row.text("zone");
    const auto zone =
        std::find_if(all_.zones.begin(), all_.zones.end(), [id](const Zone& each) { return each.id == id; });
    if (zone == all_.zones.end()) {
      add_zone_problem(all_, row.place("zone"), std::string(id), problems_);
      return;
    }
    const std::string code(row.text("code"));
    if (!knows_code(all_, code)) return add_region_problem(all_, row.place("code"), code, problems_);
    zone->members.insert(code);
  }

  Problems& problems_;
  Register all_;
};

}  // namespace

Register load_register(const Source& regions, const Source& zones_toml, const Source& zones, Problems& problems) {
  if (!regions.prepared.empty()) {
    Register all = prepared_register(regions, problems);
    problems.files.add(zones_toml.name);
    problems.files.add(zones.name);
    return all;
  }
  return RegisterLoader(problems).load(regions, zones_toml, zones);
}

}  // namespace kaohe
