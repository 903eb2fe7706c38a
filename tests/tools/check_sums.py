#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Rows read = header + data + skipped + in error, and value cells = figures + missing + invalid + repeated, for every
file and every option: random tables of every layout with everything that goes wrong in them. argv: the program."""
import json
import pathlib
import random
import subprocess
import sys
import tempfile

BATCHES, FILES = 6, 60
REGIONS = ["江西省", "南昌市", "南昌", "九江县", "湾里区", "360100", "江 西", "无此地", "合计", "全省", "小计", "其中：南昌县", "其中：", "", "3.60E+05", "红谷滩区"]
PERIODS = ["2019", "2020年", "2020-07", "2020年1-10月", "二〇二〇", "", "43831", "2015"]
INDICATORS = ["森林覆盖率", "湿地面积", "湿地面积（万公顷）", "PM2.5年均浓度", "pm25", "森林覆盖率(%)", "无此指标", "水质", ""]
VALUES = ["63.1", "63.1", "-", "", "约60", "1,2", "85.8%%", "1,234.5", "17.8万公顷(267万亩)", "0.63", "#REF!", "—", "３３", "5微克/立方米", "x", "1e5", "\"", "\n"]
UNITS = ["%", "万公顷", "微克/立方米", "", "斗"]
TITLES = ["表1 2020年江西省主要指标", "南昌市森林覆盖率（%）", "单位：%", "注：快报数", "2019年和2020年", ""]


def quoted(text: str) -> str:
    return "\"" + text.replace("\"", "\"\"") + "\"" if any(mark in text for mark in "\",;\n\t") else text


def table(chance: random.Random) -> str:
    pick = chance.choice
    rows = [[pick(TITLES)] for _ in range(chance.randrange(3))]
    layout = chance.randrange(7)
    count = chance.randrange(12)
    if layout == 0:
        rows.append(["地区", "时期", "指标", "数值", "单位"])
        body = lambda: [pick(REGIONS), pick(PERIODS), pick(INDICATORS), pick(VALUES), pick(UNITS)]
    elif layout == 1:
        heads = [pick(INDICATORS) for _ in range(3)]
        rows.append(["地区", "年份"] + heads)
        body = lambda: [pick(REGIONS), pick(PERIODS)] + [pick(VALUES) for _ in heads]
    elif layout == 2:
        heads = [pick(PERIODS) for _ in range(3)]
        rows.append(["地区", "指标"] + heads)
        body = lambda: [pick(REGIONS), pick(INDICATORS)] + [pick(VALUES) for _ in heads]
    elif layout == 3:
        rows += [["地区", pick(INDICATORS), "", pick(INDICATORS), ""], ["", "2019", "2020", "2019", pick(PERIODS)]]
        body = lambda: [pick(REGIONS)] + [pick(VALUES) for _ in range(4)]
    elif layout == 4:
        heads = [pick(REGIONS) for _ in range(3)]
        rows += [["2020年"], ["指标", "单位"] + heads]
        body = lambda: [pick(INDICATORS), pick(UNITS)] + [pick(VALUES) for _ in heads]
    elif layout == 5:
        rows.append(["设区市", "县（市、区）", "年份", pick(INDICATORS)])
        body = lambda: [pick(REGIONS), pick(REGIONS), pick(PERIODS), pick(VALUES)]
    else:
        rows.append(["地区", "任务", "日期", "状态", "时期"])
        body = lambda: [pick(REGIONS), pick(["任务", ""]), pick(["2020-01-01", "43831", ""]), pick(["完成", "?", ""]), pick(PERIODS)]
    for _ in range(count):
        row = body()
        rows.append(pick([row, row, row, row[:2], row + ["多"], [], rows[-1]]))
    separator = pick(",;\t")
    return pick(["\n", "\r\n", "\r"]).join(separator.join(quoted(cell) for cell in row) for row in rows)


def faults(report: dict) -> list:
    found = []
    for one in report["inputs"]:
        rows, cells = one["rows"], one["cells"]
        if rows["read"] != rows["header"] + rows["data"] + rows["skipped"] + rows["error"]:
            found.append(f"{one['file']}: rows {rows}")
        if cells["values"] != cells["figures"] + cells["missing"] + cells["invalid"] + cells["repeated"]:
            found.append(f"{one['file']}: cells {cells}")
    return found


def main() -> int:
    found, layouts = [], {}
    with tempfile.TemporaryDirectory(prefix="kaohe-sums-") as scratch:
        for batch in range(BATCHES):
            files = []
            for i in range(FILES):
                chance = random.Random(batch * FILES + i)
                file = pathlib.Path(scratch, f"{batch}-{i}.csv")
                file.write_bytes(table(chance).encode(chance.choice(["utf-8", "utf-8-sig", "gb18030", "utf-16"])))
                files.append(str(file))
            options = [[], ["--strict-input"], ["--region", "360100"], ["--only", "pm25"], ["--indicative"], ["--encoding", "gb18030"]][batch]
            done = subprocess.run([sys.argv[1], "check", *files, *options, "--as-of", "2020-12-31", "--format", "json"],
                                  capture_output=True, check=False)
            if done.returncode not in (0, 1, 2, 3) or not done.stdout:
                found.append(f"batch {batch}: status {done.returncode}, {done.stderr[-300:]!r}")
                continue
            report = json.loads(done.stdout)
            found += faults(report)
            for one in report["inputs"]:
                layouts[one["layout"]] = layouts.get(one["layout"], 0) + 1
    print(f"{BATCHES * FILES} files, layouts {dict(sorted(layouts.items()))}")
    wanted = {"long", "records", "wide-indicators", "wide-years", "wide-indicator-years", "wide-regions"}
    if not wanted <= layouts.keys():
        found.append(f"never read: {wanted - layouts.keys()}")
    print("\n".join(found[:10]))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
