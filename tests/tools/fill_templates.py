#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Blank submissions read back: as they are, everything is missing and nothing is an error; filled in at random (a fixed
seed) within the ranges of the indicators, every value is a figure and every deed a record. argv: the program, the source
folder."""
import csv
import io
import itertools
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import tomllib

PLANS = ("jiangxi-2017", "guizhou-2017", "jiangxi-2017-draft", "jiangxi-2017-opinion", "jiangxi-2020-measures", "jiangxi-2024-decision")
REGIONS = {"jiangxi-2017": ("360000", "360404"), "guizhou-2017": ("520000", "520222")}  # of the others, a prefecture
STATUSES = ("启动", "印发", "建立", "完成", "施行", "未完成", "started", "in force")
COMMENTS = {"meaning", "target", "last_year", "指标含义", "目标", "上年值", "任务说明", "要求", "上年办理"}
SEED = 1


def kaohe(program, *words):
    return subprocess.run([program, *words], capture_output=True, timeout=300, check=False, env={"LC_ALL": "C.UTF-8"})


def ranges(source):
    """name or id → (low, high) as whole numbers of the indicator's unit"""
    out = {}
    for indicator in tomllib.loads((source / "data/indicators.toml").read_text(encoding="utf-8"))["indicator"]:
        low, _, high = indicator.get("range", "").partition("..")
        number = lambda text: re.match(r"\s*(-?[0-9.]+)", text)
        bounds = tuple(float(number(end)[1]) if number(end) else None for end in (low, high))
        for name in [indicator["id"], *indicator["names"]["zh"], *indicator["names"].get("en", [])]:
            out[name] = bounds
    return out


def value(chance, bounds):
    low = bounds[0] if bounds[0] is not None else -1000
    high = bounds[1] if bounds[1] is not None else max(low, 0) + 100000
    digits = chance.choice((0, 0, 1, 2, 4))
    number = round(chance.uniform(low, high), digits) if high > low else low
    text = f"{min(max(number, low), high):.{digits}f}"
    return chance.choice((text, text, text.translate(str.maketrans("0123456789", "０１２３４５６７８９")), f" {text} "))


def ends(source):
    """code and name of each region that is no more → its last whole year"""
    with (source / "data/regions.csv").open(encoding="utf-8-sig", newline="") as file:
        return {(row["code"], row["name"]): int(row["valid_to"][:4]) - 1 for row in csv.DictReader(file) if row["valid_to"]}


def fill(blank, chance, limits, last_year):
    """The filled file, and how many value cells or records it has."""
    rows = list(csv.reader(io.StringIO(blank)))
    head, filled = rows[0], 0
    at = {name: i for i, name in enumerate(head)}
    values = [i for i, name in enumerate(head) if name in ("value", "数值") or re.fullmatch(r"[0-9]{4}([-0-9QH]*)", name)]
    date, status = (at.get(zh, at.get(en)) for zh, en in (("日期", "date"), ("状态", "status")))
    for row in rows[1:]:
        if date is not None:
            row[date] = f"{min(2020, last_year.get((row[0], row[1]), 2020))}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
            row[status] = chance.choice(STATUSES)
            filled += 1
        for i in (i for i in values if not row[i]):  # a dash: not asked for
            row[i] = value(chance, limits[row[at.get("指标", at.get("indicator"))]])
            filled += 1
    out = io.StringIO()
    csv.writer(out, lineterminator=chance.choice(("\n", "\r\n"))).writerows(rows)
    return out.getvalue(), filled


def faults_of(program, file, plan, filled):
    done = kaohe(program, "check", file, "--plan", plan, "--as-of", "2020-12-31", "--format", "json")
    try:
        report = json.loads(done.stdout)
    except json.JSONDecodeError:
        return [f"no report: {done.stderr.decode()[:300]}"]
    out = [f"{one['code']}: {one['message']}" for one in report["diagnostics"] if one["severity"] == "error"]
    cells, records = report["inputs"][0]["cells"], report["inputs"][0]["records"]
    read = cells["figures"] + records
    if filled is None and (cells["figures"] or cells["invalid"] or done.returncode not in (0, 3)):
        out.append(f"blank, yet {cells}, exit {done.returncode}")
    if filled is not None and read != filled:
        out.append(f"{filled} filled in, {read} read: {cells}")
    return out[:3]


def main():
    program, source = sys.argv[1], pathlib.Path(sys.argv[2])
    limits, last_year, faults, files = ranges(source), ends(source), [], 0
    with tempfile.TemporaryDirectory(prefix="kaohe-blank-") as scratch:
        file = pathlib.Path(scratch, "form.csv")
        for plan in PLANS:
            regions = REGIONS.get(plan, ("360100",))
            for region, layout in itertools.product(regions, ("long", "wide", "records")):
                lang = "en" if region == "360404" else "zh"
                when = ("--year", "2018..2020") if layout == "wide" and region == "360100" else ("--period", "2020")
                done = kaohe(program, "template", plan, "--region", region, *when, "--layout", layout, "--lang", lang)
                where = f"{plan} {region} {layout} {lang}"
                if done.returncode == 2 and ("不要求".encode() in done.stderr or b"asks nothing" in done.stderr):
                    continue
                if done.returncode:
                    faults.append(f"{where}: exit {done.returncode}: {done.stderr.decode()[:200]}")
                    continue
                blank = done.stdout.decode()
                file.write_text(blank, encoding="utf-8")
                faults += [f"{where}: {fault}" for fault in faults_of(program, file, plan, None)]
                text, filled = fill(blank, random.Random(f"{where} {SEED}"), limits, last_year)
                file.write_text(text, encoding="utf-8", newline="")
                faults += [f"{where}, filled: {fault}" for fault in faults_of(program, file, plan, filled)]
                files += 1
    print("\n".join(faults[:40]) if faults else f"{files} forms read back")
    return 1 if faults or files < 15 else 0


if __name__ == "__main__":
    sys.exit(main())
