# SPDX-License-Identifier: Apache-2.0
"""What the tests of the rule packs share: the tables of tests/packs, the rule files and tables as they stand in the source
folder (read here anew, by no code of the program's), and the program's reports. Numbers are Fractions throughout."""
import csv
import json
import pathlib
import re
import subprocess
import tempfile
import tomllib
from fractions import Fraction

# What the texts and the date of each plan say; a task without a date of its own ends with the plan. None: no end.
ENDS = {"jiangxi-2017": "2020-12-31", "guizhou-2017": "2020-12-31", "jiangxi-2017-draft": "2020-12-31",
        "jiangxi-2017-opinion": "2020-12-31", "jiangxi-2020-measures": None, "jiangxi-2024-decision": None}
AS_OF = {"jiangxi-2020-measures": "2023-12-31", "jiangxi-2024-decision": "2026-12-31"}
AS_OF_ELSE = "2021-12-31"
STATUS = {"started": "已启动", "issued": "印发", "established": "已建立", "completed": "完成", "in force": "施行", "not done": "未启动"}


# (the ledger's direction, what is better of the indicator) → the trend that says it
GOODNESS = {("up", "higher"): "rises", ("up", "lower"): "falls", ("not_down", "higher"): "does not fall", ("not_down", "lower"): "does not rise",
            ("down", "higher"): "falls", ("down", "lower"): "falls", ("not_up", "lower"): "does not rise", ("not_up", "higher"): "does not rise"}


def as_of(plan):
    return AS_OF.get(plan, AS_OF_ELSE)


def table(file):
    with pathlib.Path(file).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def toml(file):
    return tomllib.loads(pathlib.Path(file).read_text(encoding="utf-8"))


def plain_text(text):
    return text.replace("／", "/").replace(" ", "").lower()


class Units:
    def __init__(self, source):
        self.named = {}
        for unit in toml(source / "data/units.toml")["unit"]:
            one = unit["dimension"], Fraction(unit["factor"])
            for name in [unit["id"], *unit.get("names", [])]:
                self.named[plain_text(name)] = one

    def of(self, name):
        """(dimension, factor) of a unit; A/B is derived"""
        name = plain_text(name)
        if name in self.named:
            return self.named[name]
        above, _, below = name.partition("/")
        (top, a), (bottom, b) = self.named[above], self.named[below]
        return f"{top}/{bottom}", a / b


class Test:
    """`>= 85.3 %`, `>= @farmland_quota`"""

    def __init__(self, text):
        self.op, rest = re.match(r"\s*(>=|<=|=|<|>)\s*(.*)", text).groups()
        self.other = rest[1:].strip() if rest.startswith("@") else None
        self.value, self.unit = None, None
        if self.other is None:
            number, self.unit = re.match(r"(-?[0-9.]+)\s*(.*)", rest).groups()
            self.value = Fraction(number)


def strictly(rule):
    """The rule in its stricter reading: a test there replaces the whole plain test."""
    strict = rule.get("strict")
    if strict is None:
        return None
    tests = ("require", "trend", "record", "every", "gap", "all_of", "rules", "met", "number", "against", "by")
    keep = {key: value for key, value in rule.items() if key != "strict"}
    if any(key in strict for key in ("require", "trend", "record", "all_of", "rules")):
        keep = {key: value for key, value in keep.items() if key not in tests}
    return keep | strict


class Pack:
    def __init__(self, source, plan):
        self.plan = plan
        whole = toml(source / f"rules/{plan}.toml")
        self.head, self.rules, self.unchecked = whole["plan"], whole["rule"], whole.get("unchecked", [])
        self.by_id = {rule["id"]: rule for rule in self.rules}
        self.by_number = {number: rule for rule in self.rules for number in rule["source"].get("ledger", [])}


def expected(source):
    """The table written from the ledgers: {plan: {number: row}}."""
    out = {}
    for row in table(source / "tests/packs/expected.csv"):
        out.setdefault(row["plan"], {})[int(row["ledger"])] = row
    return out


def left_out(source):
    return {(row["plan"], int(row["ledger"])): row["reason"] for row in table(source / "tests/packs/left_out.csv")}


class Readings:
    """Where the plain reading of a rule is not the ledger's, by hand: another test, another level, other regions."""

    def __init__(self, source):
        self.rows = {(row["plan"], int(row["ledger"])): row for row in table(source / "tests/packs/readings.csv")}

    def test(self, row):
        """The row whose test is of its own, if so."""
        found = self.rows.get((row["plan"], int(row["ledger"])))
        return found if found and not found["level"] and not found["regions"] else None

    def other(self, row, key):
        return self.rows.get((row["plan"], int(row["ledger"])), {}).get(key) or row[key]


class Program:
    def __init__(self, program, source, data=None):
        self.program, self.source, self.data = pathlib.Path(program).resolve(), pathlib.Path(source), data or pathlib.Path(source, "data")
        self.runs = 0

    def check(self, plan, rows_of_figures, rows_of_records, day=None, more=()):
        """The JSON report on a submission; figures are (region, period, indicator, value, unit), records (region, duty, date,
        status, period, item)."""
        self.runs += 1
        with tempfile.TemporaryDirectory(prefix="kaohe-packs-") as scratch:
            files = []
            for name, head, rows in (("figures.csv", ("region", "period", "indicator", "value", "unit"), rows_of_figures),
                                     ("records.csv", ("region", "duty", "date", "status", "period", "item"), rows_of_records)):
                if rows:
                    files.append(pathlib.Path(scratch, name))
                    with files[-1].open("w", encoding="utf-8", newline="") as file:
                        csv.writer(file).writerows([head, *rows])
            done = subprocess.run([self.program, "check", *files, "--plan", plan, "--as-of", day or as_of(plan), "--format", "json", "--lang", "en",
                                   "--rules", self.source / "rules", "--data", self.data, *more],
                                  capture_output=True, check=False, timeout=300, env={"LC_ALL": "C.UTF-8"})
        if not done.stdout:
            raise SystemExit(f"no report of {plan}: {done.stderr.decode()}")
        report = json.loads(done.stdout)
        report["status"] = done.returncode
        return report


def decimal(number):
    """A Fraction of the tests as it is written in a cell."""
    scale, digits = number.denominator, 0
    while scale != 1 and digits < 40:
        digits += 1
        scale = (number * 10**digits).denominator
    whole = str(abs(number * 10**digits).numerator).rjust(digits + 1, "0")
    sign = "-" if number < 0 else ""
    return sign + (whole[:-digits] + "." + whole[-digits:] if digits else whole)
