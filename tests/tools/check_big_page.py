#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The HTML report of two hundred rules for every county of Jiangxi, half of the verdicts failing, stays under three
megabytes. argv: the program, the source folder."""
import csv
import pathlib
import subprocess
import sys
import tempfile

MOST = 3_000_000  # bytes
RULES = 200
INDICATORS = {"good_air_days_share": "优良天数比例", "forest_coverage": "森林覆盖率", "surface_water_good_share": "地表水水质优良比例"}
PLAN = """[plan]
id = "big"
title = { zh = "两百条任务的方案", en = "A plan of two hundred duties" }
issuer = { zh = "某省人民政府", en = "A provincial government" }
status = "in force"
issued = 2017-10-02
region = "360000"
baseline = 2016
"""
RULE = """
[[rule]]
id = "rule-{0}"
title = {{ zh = "第{0}项任务达到要求的比例", en = "Duty number {0}" }}
source = {{ clause = "二（{0}）", anchor = "第{0}项任务" }}
tier = "binding"
indicator = "{1}"
for = "each county"
require = ">= {2} %"
due = 2020-12-31
"""


def main() -> int:
    program, source = str(pathlib.Path(sys.argv[1]).resolve()), pathlib.Path(sys.argv[2])
    with (source / "data/regions.csv").open(encoding="utf-8") as table:
        counties = [row["code"] for row in csv.DictReader(table) if row["code"].startswith("36") and row["level"] == "county" and
                    row["valid_from"] < "2016" and not row["valid_to"]]
    ids = list(INDICATORS)
    with tempfile.TemporaryDirectory(prefix="kaohe-big-") as scratch:
        folder = pathlib.Path(scratch)
        (folder / "plan.toml").write_text(PLAN + "".join(RULE.format(i, ids[i % 3], 55 + i % 40) for i in range(RULES)), encoding="utf-8")
        rows = ["地区,时期,指标,数值,单位"]
        for i, code in enumerate(counties):
            rows += [f"{code},{year},{name},{50 + (i * 37 + year * 11 + j * 13) % 500 / 10},%" for year in range(2016, 2021) for j, name in enumerate(INDICATORS.values())]
        (folder / "figures.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
        subprocess.run([program, "check", "figures.csv", "--plan", "plan.toml", "--lang", "zh", "-q", "--report", "html=page.html"], cwd=folder, check=False, stdin=subprocess.DEVNULL)
        page = (folder / "page.html").read_bytes()
    shown = page.count(b"<td class=f>") + page.count(b"<td class=p>")
    print(f"{len(counties)} counties, {RULES} rules: {len(page)} bytes, {shown} cells that pass or fail")
    return 0 if len(page) < MOST and shown > len(counties) * RULES else 1


if __name__ == "__main__":
    sys.exit(main())
