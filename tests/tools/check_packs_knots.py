#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The knots of the six plans, each as rows of figures and records with the outcome that the clause asks for, worked out by hand:
(why, rule, as-of date, figures, records, outcome, outcome in the strict reading or None). argv: the program, the source folder."""
import concurrent.futures
import pathlib
import sys

import packs

SIX = ("520100", "520200", "520300", "520400", "520500", "520600")  # 地级市 of Guizhou
NINE = (*SIX, "522300", "522600", "522700")  # and the three 自治州
GRADE_II = {"so2_concentration": ("60", "微克/立方米"), "no2_concentration": ("40", "微克/立方米"), "pm10": ("70", "微克/立方米"),
            "pm25": ("35", "微克/立方米"), "co_95th": ("4", "毫克/立方米"), "o3_90th": ("160", "微克/立方米")}  # GB 3095-2012
# Numbers of the ledger whose list of regions ends in 等 with no number behind it: others may join, the named must do it.
OPEN = {"jiangxi-2017": {335, 340, 380, 468, 521, 563, 564, 566, 568, 569, 570, 571, 572}, "guizhou-2017": {87, 602, 604},
        "jiangxi-2017-draft": {282, 287, 331, 424, 461, 473, 514, 516, 518, 519, 520, 521, 522, 523}}
BALANCE = ("360300", "360800", "360900", "361000", "360732")
REVISED = "jiangxi-2017/basin-compensation-measures"
INDEX = "guizhou-2017/green-development-index"
INSPECTED, GUIAN = "guizhou-2017/prefecture-inspection", "guizhou-2017/guian-inspection"
AIR, FARMLAND = "guizhou-2017/air-grade-ii", "jiangxi-2017-opinion/farmland-red-line"
TASKS, SURVEY = "guizhou-2017/basic-farmland-tasks", "guizhou-2017/registration-survey"
FIVE = ("落地块", "明责任", "设标志", "建表册", "入图库")
JIANGXI, GUIZHOU = "360000", "520000"


def deed(region, duty, day, status, period="", item=""):
    return region, duty, day, status, period, item


def deeds(regions, duty, days, status):
    """days: dates, or (date, the period it is for)"""
    return [deed(region, duty, *((day, status) if isinstance(day, str) else (day[0], status, day[1]))) for region in regions for day in days]


def air(regions, more=None, without=None):
    """The six annual values of each city, each at its limit; but for one that is more, or not there."""
    return [(region, "2020", name, more[2] if more and (region, name) == more[:2] else value, unit)
            for region in regions for name, (value, unit) in GRADE_II.items() if (region, name) != without]


def counties(source, province, day):
    """The counties of a province on a day, by the register as it stands in the file."""
    return [row["code"] for row in packs.table(source / "data/regions.csv")
            if row["level"] == "county" and row["code"].startswith(province) and row["valid_from"] <= day and (not row["valid_to"] or row["valid_to"] > day)]


def knots(source):
    guizhou = counties(source, "52", "2017-12-31")
    yield from open_list()
    yield from dates()
    yield from inspections()
    yield from air_quality()
    done = [deed(code, TASKS, "2017-12-31", "完成", "", task) for code in guizhou for task in FIVE]
    yield "five tasks are five items of each county", TASKS, "2018-12-31", [], done, "pass", None
    yield "four of five tasks done in one county", TASKS, "2018-12-31", [], done[:-1], "missing", None
    yield "a deed without its task counts for none", TASKS, "2018-12-31", [], done[:-1] + [deed(guizhou[-1], TASKS, "2017-12-31", "完成")], "missing", None
    pilots = ("520381", "520323", "520201", "520422", "520624")
    resources = ("水流", "森林", "山岭", "草原", "荒地", "矿产资源")
    surveyed = [deed(code, SURVEY, "2020-06-30", "完成", "", one) for code in pilots for one in resources]
    yield "six resources in five pilot counties are thirty items", SURVEY, "2020-12-31", [], surveyed, "pass", None
    yield "twenty-nine of thirty", SURVEY, "2020-12-31", [], surveyed[1:], "missing", None
    yield from measures_without_end()


def open_list():
    rule = "jiangxi-2017/balance-pilot"
    named = deeds(BALANCE, rule, ["2018-05-01"], "启动")
    yield "等: the named are enough", rule, "2020-12-31", [], named, "pass", None
    yield "等: another may join", rule, "2020-12-31", [], named + deeds(["360700"], rule, ["2018-05-01"], "启动"), "pass", None
    yield "等: another is none of the named", rule, "2020-12-31", [], named[1:] + deeds(["360700"], rule, ["2018-05-01"], "启动"), "missing", None


def dates():
    for day, outcome in (("2015-11-20", "missing"), ("2017-12-31", "missing"), ("2018-01-01", "pass"), ("2018-12-31", "pass"), ("2019-01-01", "fail")):
        yield f"2018年修订: a document of {day}", REVISED, "2019-12-31", [], deeds([JIANGXI], REVISED, [day], "印发"), outcome, None
        draft = REVISED.replace("2017/", "2017-draft/")
        yield f"2018年修订, draft: a document of {day}", draft, "2019-12-31", [], deeds([JIANGXI], draft, [day], "印发"), outcome, None
    of = [("2018-12-26", "2017"), ("2019-12-30", "2018"), ("2020-12-30", "2019")]
    yield "the index of a year, published in the next", INDEX, "2020-12-31", [], deeds(NINE, INDEX, of, "发布"), "pass", None
    yield "the index of 2018 is not there", INDEX, "2020-12-31", [], deeds(NINE, INDEX, of[:1] + of[2:], "发布"), "missing", None
    yield "two of one year are not one of each", INDEX, "2020-12-31", [], deeds(NINE, INDEX, [*of[:1], ("2019-12-30", "2017"), of[2]], "发布"), "missing", None
    yield "one city's index of 2018 is not there", INDEX, "2020-12-31", [], deeds(NINE, INDEX, of[:1] + of[2:], "发布") + deeds(NINE[1:], INDEX, of[1:2], "发布"), "missing", None
    lake = "360000-B03"
    months = [f"{year}-{month:02}-28" for year in (2017, 2018, 2019, 2020) for month in range(1, 13) if (year, month) >= (2017, 11)]
    quarters = [f"{year}-{month:02}-20" for year in (2018, 2019, 2020) for month in (3, 6, 9, 12)]
    years = [f"{year}-12-31" for year in (2018, 2019, 2020)]
    for name, days, word in (("monthly", months, "完成"), ("quarterly", quarters, "印发"), ("yearly", years, "完成")):
        rule = f"jiangxi-2017/env-poyang-{name}"
        yield f"Poyang, {name}: {len(days)} deeds", rule, "2020-12-31", [], deeds([lake], rule, days, word), "pass", None
        yield f"Poyang, {name}: without the first", rule, "2020-12-31", [], deeds([lake], rule, days[1:], word), "missing", None
        yield f"Poyang, {name}: without the last", rule, "2020-12-31", [], deeds([lake], rule, days[:-1], word), "missing", None
        yield f"Poyang, {name}: what the basin did is not what the lake's did", rule, "2020-12-31", [], deeds(["360000-B01"], rule, days, word), "missing", None


def inspections():
    for rule, units in ((INSPECTED, NINE), (GUIAN, ("520000-Z01",))):
        for days, outcome, strict in ((["2017-01-01", "2020-12-31"], "pass", "fail"), (["2018-06-01", "2019-06-01"], "pass", None),
                                      (["2018-06-01", "2020-06-01"], "pass", "pass"), (["2017-06-01", "2018-06-01"], "missing", None), (["2019-06-01", "2020-06-01"], "missing", None)):
            yield f"two-year blocks from 2017: inspected {' and '.join(days)}", rule, "2020-12-31", [], deeds(units, rule, days, "完成"), outcome, strict
    late = deeds(NINE[:-1], INSPECTED, ["2018-06-01", "2020-06-01"], "完成") + deeds(NINE[-1:], INSPECTED, ["2018-06-01"], "完成")
    yield "eight of nine in the second block", INSPECTED, "2020-12-31", [], late, "missing", None
    yield "half a block is no block: nothing of 2019–2020 is due in 2019", INSPECTED, "2019-12-31", [], deeds(NINE, INSPECTED, ["2018-06-01"], "完成"), "not-due", None
    yield "the block that has ended is due in 2019", INSPECTED, "2019-12-31", [], deeds(NINE[1:], INSPECTED, ["2018-06-01"], "完成"), "missing", None


def air_quality():
    yield "six annual values, each at its limit", AIR, "2020-12-31", air(SIX), [], "pass", None
    yield "one city's ozone is more", AIR, "2020-12-31", air(SIX, more=("520200", "o3_90th", "160.1")), [], "fail", None
    yield "one city's ozone is not there", AIR, "2020-12-31", air(SIX, without=("520200", "o3_90th")), [], "missing", None
    yield "地级市: the 自治州 are in the strict reading alone", AIR, "2020-12-31", air(NINE, more=("522700", "pm25", "35.1")), [], "pass", "fail"
    mean, days = "jiangxi-2017/good-air-days", "guizhou-2017/good-air-days"
    cities = ("360100", "360200", "360300", "360400", "360500", "360600", "360700", "360800", "360900", "361000", "361100",
              "360281", "360481", "360482", "360483", "360681", "360781", "360881", "360981", "360982", "360983", "361181")
    yield "the mean over cities, large and small alike", mean, "2020-12-31", \
        [(city, "2020", "good_air_days_share", "91.8" if i % 2 else "93.8", "%") for i, city in enumerate(cities)], [], "pass", "fail"
    yield "the mean over cities: days do not weigh", mean, "2020-12-31", \
        [row for i, city in enumerate(cities) for row in days_of(city, *(("100", "100") if i else ("0", "1000")))], [], "pass", "fail"
    summed = [row for city in NINE[1:] for row in days_of(city, "98", "100")]
    yield "summed days: 95 % of all valid days", days, "2020-12-31", summed + days_of("520100", "166", "200"), [], "pass", None
    yield "summed days: one day less, and a mean of the shares above 95 %", days, "2020-12-31", summed + days_of("520100", "165", "200"), [], "fail", None
    forest = "guizhou-2017/forest-coverage"
    for value, outcome, strict in (("59.94", "pass", "fail"), ("59.5", "pass", "fail"), ("59.49", "fail", "fail"), ("60", "pass", "pass"), ("60.01", "pass", "pass")):
        yield f"{value} % against 60 %, rounded and exact", forest, "2020-12-31", [(GUIZHOU, "2020", "forest_coverage", value, "%")], [], outcome, strict


def days_of(city, good, valid):
    return [(city, "2020", "good_air_days", good, "天"), (city, "2020", "valid_air_days", valid, "天")]


def measures_without_end():
    rule = "jiangxi-2020-measures/state-of-environment"
    years = lambda last: [f"{year}-12-31" for year in range(2021, last + 1)]
    yield "no end: 2021 to 2023", rule, "2023-12-31", [], deeds([JIANGXI], rule, years(2023), "印发"), "pass", None
    yield "no end: seven years later each year is due still", rule, "2030-12-31", [], deeds([JIANGXI], rule, years(2023), "印发"), "missing", None
    yield "no end: nor after 2020, when other plans end", rule, "2030-12-31", [], deeds([JIANGXI], rule, years(2030), "印发"), "pass", None
    rule = "jiangxi-2020-measures/small-town-pilot"
    for day in ("2020-12-07", "2020-12-31", "2035-12-31"):
        yield f"no end: judged on {day}, and not yet begun", rule, day, [("360000", "2019", "forest_coverage_inventory", "60", "%")], [], "missing", None
        yield f"no end: judged on {day}, and begun that day", rule, day, [], deeds([JIANGXI], rule, [day], "启动"), "pass", None
    rule = "jiangxi-2024-decision/urban-boundary"
    yield "no end: the latest year counts", rule, "2031-12-31", [(JIANGXI, "2024", "built_beyond_boundary", "1", "公顷"), (JIANGXI, "2031", "built_beyond_boundary", "0", "公顷")], [], "pass", None


def zone_faults(program):
    """GDP is not assessed where a county is known to belong; where the list is not known to be whole, nothing is guessed."""
    rule = "jiangxi-2017/assess-gdp-poverty"
    figures = [("360321", "2020", "gdp_assessment_weight", "0", "%"), ("360731", "2020", "gdp_assessment_weight", "0.1", "%"),
               ("360102", "2020", "gdp_assessment_weight", "0", "%")]
    report = program.check("jiangxi-2017", figures, [], "2020-12-31", ("--only", rule))
    found = {one["region"]["code"]: one["outcome"] for one in report["verdicts"]}
    for code, outcome in (("360321", "pass"), ("360731", "fail"), ("360102", "missing"), ("360103", "missing")):
        if found.get(code) != outcome:
            yield f"{rule} {code}: {found.get(code)}, not {outcome}"
    if report["rules"][0]["outcome"] != "fail":
        yield f"{rule}: {report['rules'][0]['outcome']}, not fail"


def air_faults(program):
    """Each of the six values counts: in the first city the first is more than its limit, or missing, in the second the second …"""
    own = dict(zip(SIX, GRADE_II))
    for outcome in ("fail", "missing"):
        rows = [(city, year, name, value + (".1" if outcome == "fail" and own[city] == name else ""), unit)
                for city, year, name, value, unit in air(SIX) if outcome == "fail" or own[city] != name]
        report = program.check("guizhou-2017", rows, [], "2020-12-31", ("--only", AIR))
        for one in report["verdicts"]:
            if one["reading"] != "strict" and one["outcome"] != outcome:
                yield f"{AIR} {one['region']['code']}, {own[one['region']['code']]}: {one['outcome']}, not {outcome}"


def farmland_faults(program):
    """Every county against its own quota, every year; the province's sum makes up for none. Units are what a blank run names."""
    blank = program.check("jiangxi-2017-opinion", [(JIANGXI, "2020", "forest_coverage_inventory", "60", "%")], [], "2020-12-31", ("--only", FARMLAND))
    asked = sorted({(cell["region"]["code"], cell["period"]) for one in blank["verdicts"] if one["reading"] != "strict" for cell in one["missing"]})
    enough = [(code, year, name, "50", "万亩") for code, year in asked for name in ("farmland_area", "farmland_quota")]
    code, year = asked[len(asked) // 2]
    short = [(*row[:3], "49.99999", row[4]) if row[:3] == (code, year, "farmland_area") else (*row[:3], "90", row[4]) if row[2] == "farmland_area" else row for row in enough]
    if len({region for region, _ in asked}) < 100:
        yield f"{FARMLAND}: {len(asked)} units and years"
    for rows, outcome, fallen in ((enough, "pass", []), (short, "fail", [(code, year)])):
        report = program.check("jiangxi-2017-opinion", rows, [], "2020-12-31", ("--only", FARMLAND))
        fell = [(one["region"]["code"], one["period"]) for one in report["verdicts"] if one["reading"] != "strict" and one["outcome"] != "pass"]
        if report["rules"][0]["outcome"] != outcome or fell != fallen:
            yield f"{FARMLAND}: {report['rules'][0]['outcome']} {fell}, not {outcome} {fallen}"


def ratio_faults(source):
    """Sections, villages and enterprises are nobody's to report one by one: a rule on them takes a share of them, or a deed of
    the province; and lists are open where the text leaves them so."""
    indicators = {one["id"]: one for one in packs.toml(source / "data/indicators.toml")["indicator"]}
    sections = {row["code"] for row in packs.table(source / "data/regions.csv") if row["level"] == "section"}
    skipped = packs.left_out(source)
    for plan, rows in packs.expected(source).items():
        pack = packs.Pack(source, plan)
        for number, row in rows.items():
            if (plan, number) in skipped:
                continue
            rule = pack.by_number[number]
            if row["shown"] == "figure" and set(row["level"].split(";")) & {"site", "village", "enterprise"}:
                used = {member.get("indicator", rule.get("indicator")) for member in rule.get("all_of", [rule])}
                if any(indicators[one]["unit"] not in ("%", "万元") for one in used) or set(rule["for"] if isinstance(rule["for"], list) else [rule["for"]]) & sections:
                    yield f"{plan}/{rule['id']}: no share, of {row['level']}"
            if row["regions"] and isinstance(rule["for"], list) and bool(rule.get("open")) != (number in OPEN.get(plan, set())):
                yield f"{plan}/{rule['id']} (ledger {number}): its list is said to be {'open' if rule.get('open') else 'closed'}"


def batches(rows):
    """Rows of one plan and day that are of different rules and figures are judged in one run."""
    out = []
    for row in rows:
        plan, day, keys = row[1].partition("/")[0], row[2], {figure[:3] for figure in row[3]}
        for batch in out:
            if batch["at"] == (plan, day) and row[1] not in batch["rules"] and not keys & batch["keys"]:
                break
        else:
            batch = {"at": (plan, day), "rules": set(), "keys": set(), "rows": []}
            out.append(batch)
        batch["rules"].add(row[1])
        batch["keys"] |= keys
        batch["rows"].append(row)
    return out


def judge(program, batch):
    plan, day = batch["at"]
    figures, records = [[one for row in batch["rows"] for one in row[place]] for place in (3, 4)]
    report = program.check(plan, figures, records, day, [word for rule in sorted(batch["rules"]) for word in ("--only", rule)])
    told = {one["rule"]: one for one in report["rules"]}
    wrong = [one["message"] for one in report["diagnostics"] if one["severity"] == "error"]
    faults = [f"{plan}, {day}: {message}" for message in wrong]
    for why, rule, _, _, _, outcome, strict in batch["rows"]:
        found = told[rule]["plain"]["outcome"], told[rule]["strict"]["outcome"]
        if found[0] != outcome or (strict and found[1] != strict):
            reasons = {verdict["reason"] or "" for verdict in report["verdicts"] if verdict["rule"] == rule and verdict["outcome"] != "pass"}
            faults.append(f"{rule}, {why}: {found}, not {outcome} {strict or ''} {sorted(reasons)[:3]}")
    return faults


def main() -> int:
    source = pathlib.Path(sys.argv[2])
    program, rows = packs.Program(sys.argv[1], source), list(knots(source))
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        faults = [fault for found in pool.map(lambda batch: judge(program, batch), batches(rows)) for fault in found]
    faults += [*zone_faults(program), *air_faults(program), *farmland_faults(program), *ratio_faults(source)]
    print("\n".join(faults))
    print(f"{len(rows)} rows, and the zones, six values, quotas, ratios and open lists; {program.runs} runs")
    return 1 if faults or len(rows) < 65 else 0


if __name__ == "__main__":
    sys.exit(main())
