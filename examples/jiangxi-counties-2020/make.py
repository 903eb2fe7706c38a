#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes counties.csv (wide) and cities.csv (long): a made-up submission of Jiangxi's counties and cities, 2016-2020.

No figure is real; only the order of magnitude of the province's totals is. Every value follows from a region's code by
CRC-32 and whole-number arithmetic, so that each run writes the same bytes. Regions are taken from data/regions.csv as
they are at the end of each year: 九江县 of 2016 is 柴桑区 from 2017 on, 湾里区 is part of 新建区 from 2019 on.
"""
import csv
import pathlib
import zlib
from decimal import Decimal

HERE = pathlib.Path(__file__).resolve().parent
YEARS = range(2016, 2021)
NOTE = "注：本文件为虚构数据，由 make.py 生成，仅用于演示；除地区代码和名称外均非实际统计数字"

# Land that changed hands in 2019: 湾里区 into 新建区, parts of 东湖区 and 新建区 into 红谷滩区. A region is the sum of
# its pieces, so the province's totals do not jump with its borders.
BEFORE = {"360102": ["360102", "360102a"], "360112": ["360112", "360112a"], "360105": ["360105"]}
AFTER = {"360102": ["360102"], "360112": ["360112", "360105"], "360113": ["360102a", "360112a"]}
SMALL = {"360102a": 8, "360112a": 12, "360102": 8, "360105": 25}  # per cent of an ordinary weight

# Yearly level in per mille of 2016.
LEVEL = {
    "forest": [1000, 1000, 1001, 1001, 1002], "wetland": [1000, 1000, 1000, 1000, 1000],
    "erosion": [1000, 978, 955, 931, 905], "moderate": [1000, 962, 925, 887, 850],
    "energy": [1000, 1026, 1060, 1095, 1118], "water": [1000, 1008, 1012, 1018, 994],
    "gdp": [1000, 1088, 1183, 1278, 1327], "co2": [1000, 1020, 1049, 1080, 1096],
    "cod": [1000, 965, 930, 902, 871], "nh3_n": [1000, 961, 927, 899, 868],
    "so2": [1000, 931, 868, 812, 760], "nox": [1000, 957, 918, 880, 842],
    "value": [1000, 1090, 1210, 1345, 1480],
}
# The province's total of 2016 in the unit of the column.
TOTAL = {"land": 16690000, "wetland": 910150, "grass": 4440000, "erosion": 25400, "moderate": 8650,
         "energy": 8748, "water": 2454000, "gdp": 18100, "co2": 22300, "cod": 712000, "nh3_n": 83500, "so2": 277000,
         "nox": 366000, "value": 1560}
COLUMNS = ["国土面积（公顷）", "森林面积（公顷）", "湿地面积（公顷）", "天然草原面积（公顷）", "草原综合植被盖度（%）",
           "水土流失面积（平方公里）", "中度及以上水土流失面积（平方公里）", "地表水监测断面数（个）", "地表水优良断面数（个）",
           "Ⅴ类及劣Ⅴ类断面数（个）", "重要水功能区数（个）", "重要水功能区达标数（个）", "能源消费总量（万吨标准煤）",
           "用水总量（万立方米）", "地区生产总值（亿元）", "二氧化碳排放量（万吨二氧化碳当量）", "化学需氧量排放量（吨）",
           "氨氮排放量（吨）", "二氧化硫排放量（吨）", "氮氧化物排放量（吨）", "生态环境状况指数", "生态产品价值实现额（亿元）"]


def chance(key, below):
    return zlib.crc32(key.encode()) % below


def load_regions():
    with open(HERE / "../../data/regions.csv", encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if row["code"].startswith("36")]


def at_year_end(regions, year, level):
    day = f"{year}-12-31"
    return [r for r in regions
            if r["level"] == level and r["valid_from"] <= day and (not r["valid_to"] or day < r["valid_to"])]


def newest_code(regions, code):
    """The code a region has today, where it was only renamed."""
    for row in regions:
        if row["code"] == code and row["valid_to"] and ";" not in row["successor"] and code != "360105":
            return newest_code(regions, row["successor"])
    return code


def pieces(code, year):
    return (AFTER if year >= 2019 else BEFORE).get(code, [code])


def weight(piece, what):
    size = 400 + chance("size" + piece, 600)  # what is large is large in everything
    own = 70 + chance(what + piece, 60)
    return size * own * SMALL.get(piece, 100)


class Shares:
    """Splits the province's totals over the pieces in whole steps that add up exactly."""

    def __init__(self, all_pieces):
        self.all = sorted(all_pieces)
        self.memo = {}

    def split(self, what, total):
        if (what, total) not in self.memo:
            weights = [weight(piece, what) for piece in self.all]
            ends, run = [0], 0
            for one in weights:
                run += one
                ends.append(total * run // sum(weights))
            self.memo[what, total] = {p: ends[i + 1] - ends[i] for i, p in enumerate(self.all)}
        return self.memo[what, total]

    def of(self, code, year, what, scale=0):
        level = LEVEL.get(what, [1000] * 5)[year - 2016]
        total = TOTAL[what] * level * 10**scale // 1000
        number = sum(self.split(what, total)[piece] for piece in pieces(code, year))
        return Decimal(number).scaleb(-scale)


def forest(shares, code, year):
    """Forest by county between 48 and 75 % of its land; about 63 % of the province's."""
    level = LEVEL["forest"][year - 2016]
    total = 0
    for piece in pieces(code, year):
        land = shares.split("land", TOTAL["land"])[piece]
        total += land * (480 + chance("forest" + piece, 271)) * level // 1000000
    return total


def sections(code, year):
    """Surface-water sections: assessed, at class I-III, at class V or worse."""
    assessed = 2 + chance("sections" + code, 3)
    step = year - 2016
    bad = int(chance("water" + code, 100) < [44, 36, 29, 21, 14][step])
    worst = int(chance("worst" + code, 100) < [6, 4, 2, 1, 0][step])
    if code == "360323":  # deliberately short: one section at class V is left in 2020
        bad = worst = 1
    return assessed, assessed - max(bad, worst), worst


def zones(code, year):
    count = 1 + chance("zones" + code, 3)
    return count, count - int(chance("zone" + code, 100) < [34, 30, 26, 22, 18][year - 2016])


def county_row(regions, shares, region, year):
    code = newest_code(regions, region["code"])
    step = year - 2016
    cover = 840 + chance("cover" + code, 45) + 2 * step
    index = 720 + chance("index" + code, 110) + 2 * step
    values = [shares.of(code, year, "land"), forest(shares, code, year), shares.of(code, year, "wetland"),
              shares.of(code, year, "grass"), Decimal(cover).scaleb(-1), shares.of(code, year, "erosion", 1),
              shares.of(code, year, "moderate", 1), *sections(code, year), *zones(code, year)]
    values += [shares.of(code, year, what, scale) for what, scale in
               [("energy", 2), ("water", 0), ("gdp", 2), ("co2", 2), ("cod", 0), ("nh3_n", 0), ("so2", 0), ("nox", 0)]]
    values += [Decimal(index).scaleb(-1), shares.of(code, year, "value", 2)]
    return [region["code"], region["name"], year, *values]


def write(name, header, rows):
    with open(HERE / name, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow([NOTE])
        writer.writerow(header)
        writer.writerows(rows)


def counties(regions):
    named = {y: at_year_end(regions, y, "county") for y in YEARS}
    shares = Shares({p for y in YEARS for r in named[y] for p in pieces(newest_code(regions, r["code"]), y)})
    rows = [county_row(regions, shares, region, year) for year in YEARS for region in named[year]]
    write("counties.csv", ["地区代码", "地区", "年份", *COLUMNS], rows)


def air(region, year):
    """PM2.5, good days and valid days of a city. Two cities are deliberately short in 2020."""
    code, step = region["code"], year - 2016
    days = 366 if year in (2016, 2020) else 365
    valid = days - chance(f"gap{code}{year}", 4)
    pm25 = [43, 43, 37, 34, 30][step] + chance("pm" + code, 9) - 4
    good = valid - [52, 50, 40, 36, 20][step] + chance("days" + code, 15) - 7
    if code == "360981" and year == 2020:  # above 39
        pm25 = 41
    if code == "360300" and year == 2020:  # below 92.8 %
        good = valid - 31
    return [("PM2.5年均浓度", pm25, "微克/立方米"), ("空气质量优良天数", good, "天"), ("空气质量有效监测天数", valid, "天")]


def province_rows():
    """What does not add up from counties."""
    def row(year, name, value, unit):
        return ["360000", "江西省", year, name, value, unit]
    rows = [row(2018, "可复制可推广的改革成果", 6, "项"), row(2020, "典型经验和成熟模式", 12, "项"),
            row(2016, "生态环境质量全国排名", 7, "位"), row(2020, "生态环境质量全国排名", 6, "位")]
    for year in list(YEARS)[1:]:
        energy, gdp = ([Decimal(TOTAL[k] * LEVEL[k][year - d - 2016]) for d in (0, 1)] for k in ("energy", "gdp"))
        change = (energy[0] / gdp[0] / (energy[1] / gdp[1]) - 1) * 100
        rows.append(row(year, "万元地区生产总值能耗上升或下降", change.quantize(Decimal("0.01")), "%"))
    rows.append(["360000-B01", "鄱阳湖流域", 2020, "水功能区数", 152, "个"])
    rows.append(["360000-B01", "鄱阳湖流域", 2020, "水功能区达标数", 139, "个"])
    return rows


def cities(regions):
    rows = province_rows()
    for year in YEARS:
        found = at_year_end(regions, year, "prefecture")
        found += [r for r in at_year_end(regions, year, "county") if r["kind"] == "县级市"]
        for region in sorted(found, key=lambda r: r["code"]):
            rows += [[region["code"], region["name"], year, *figure] for figure in air(region, year)]
    write("cities.csv", ["地区代码", "地区", "年份", "指标", "数值", "单位"], rows)


if __name__ == "__main__":
    table = load_regions()
    counties(table)
    cities(table)
