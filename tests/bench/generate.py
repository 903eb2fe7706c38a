#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes figures for the benchmarks and the country they are of (world.py): OUT/FORM.csv, OUT/data, OUT/rules. Monthly figures of
every county and indicator, the same bytes for the same options. The default is 2,844 x 30 x 120 = 10.2 million rows, 750 MB."""
import argparse
import pathlib
import random
import sys

import world

COLUMNS = ["行政区划代码", "地区", "时期", "指标", "数值", "单位", "来源"]
SOURCE = "省统计局核定"
# Values are drawn from this table by a hash of what they are of.
VALUES = [f"{v // 100}.{v % 100:02d}" for v in range(500, 9400)]
FORMS = ("long", "shuffled", "quoted", "gb18030", "wrong", "wide")


def value_index(county, indicator, month):
    mixed = (county * 0x9E3779B1 + indicator * 0x85EBCA77 + month * 0xC2B2AE3D) & 0xFFFFFFFF
    return ((mixed ^ mixed >> 15) * 0x2C1B3C6D >> 9 & 0x7FFFFF) % len(VALUES)


def months_of(count):
    return [f"{world.FIRST_YEAR + m // 12}-{m % 12 + 1:02d}" for m in range(count)]


class Pieces:
    """A row is a place, a month, an indicator, a value and the rest, each ready as bytes in the form's encoding and quoting."""

    def __init__(self, form, places, months, chosen):
        quote = '"' if form == "quoted" else ""
        code = "gb18030" if form == "gb18030" else "utf-8"

        def cells(*texts, end=","):
            return (",".join(quote + text + quote for text in texts) + end).encode(code)

        self.places = [cells(*place) for place in places]
        self.months = [cells(month) for month in months]
        self.names = [cells(one.name) for one in chosen]
        self.values = [cells(value + ("%%" if form == "wrong" else "")) for value in VALUES]
        self.ends = [cells(one.unit, SOURCE, end="\n") for one in chosen]
        self.header = cells(*COLUMNS, end="\n")

    def county(self, c):
        """Its rows, month by month."""
        place, values, picks = self.places[c], self.values, list(enumerate(zip(self.names, self.ends)))
        return [place + month + name + values[value_index(c, i, m)] + end for m, month in enumerate(self.months) for i, (name, end) in picks]

    def row(self, number):
        rest, i = divmod(number, len(self.names))
        c, m = divmod(rest, len(self.months))
        return self.places[c] + self.months[m] + self.names[i] + self.values[value_index(c, i, m)] + self.ends[i]


def write_long(out, pieces):
    out.write(pieces.header)
    for c in range(len(pieces.places)):
        out.write(b"".join(pieces.county(c)))


def write_shuffled(out, pieces):
    order = list(range(len(pieces.places) * len(pieces.months) * len(pieces.names)))
    random.Random(7).shuffle(order)
    out.write(pieces.header)
    for start in range(0, len(order), 100_000):
        out.write(b"".join(map(pieces.row, order[start:start + 100_000])))


def write_wide(out, places, months, chosen):
    out.write((",".join(COLUMNS[:3] + [f"{one.name}({one.unit})" for one in chosen]) + "\n").encode())
    for c, place in enumerate(places):
        for m, month in enumerate(months):
            cells = ",".join(VALUES[value_index(c, i, m)] for i in range(len(chosen)))
            out.write(f"{place[0]},{place[1]},{month},{cells}\n".encode())


def generate(folder, form, counties=2844, indicators=30, months=120, judged="every", data=None):
    """The path of the figures."""
    folder.mkdir(parents=True, exist_ok=True)
    chosen, places, periods = world.indicators(indicators), world.counties_of(counties), months_of(months)
    world.write_world(folder, data or pathlib.Path(__file__).parents[2] / "data", places, chosen, months // 12, judged)
    path = folder / f"{form}.csv"
    with open(path, "wb", buffering=1 << 20) as out:
        if form == "wide":
            write_wide(out, places, periods, chosen)
        else:
            (write_shuffled if form == "shuffled" else write_long)(out, Pieces(form, places, periods, chosen))
    return path


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--form", choices=FORMS, default="long")
    parser.add_argument("--counties", type=int, default=2844)
    parser.add_argument("--indicators", type=int, default=30)
    parser.add_argument("--months", type=int, default=120)
    parser.add_argument("--judged", choices=("every", "last"), default="every", help="the years that the plan's rules judge")
    options = parser.parse_args()
    if options.months % 12 != 0:
        sys.exit("whole years only: --months must be a multiple of 12")
    path = generate(options.out, options.form, options.counties, options.indicators, options.months, options.judged)
    print(path, path.stat().st_size)


if __name__ == "__main__":
    main()
