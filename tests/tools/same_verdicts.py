#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The same figures give the same verdicts however they are handed in: in any order, long or wide, in any encoding, with
any separator, split over files, in any locale. Each variant's JSON report, without inputs, diagnostics and positions,
must equal the first one's, and so must the exit status. argv: the program, folders with submissions in UTF-8 (long or wide)."""
import csv
import dataclasses
import io
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile

# In the order of preference; a name column beside a code column says nothing more.
ROLES = {"region": ("地区代码", "region_code", "地区", "region"), "period": ("年份", "时期", "period"),
         "indicator": ("指标", "indicator"), "value": ("数值", "value"), "unit": ("单位", "unit")}
BESIDE = {"地区", "region", "source", "note", "备注"}
CHINESE = ["地区代码", "时期", "指标", "数值", "单位"]
ENGLISH = ["region", "period", "indicator", "value", "unit"]  # the fields of Figure
POSITIONS = {"file", "line", "column", "field", "cell", "offset"}


@dataclasses.dataclass(frozen=True)
class Figure:
    region: str
    period: str
    indicator: str
    value: str
    unit: str


@dataclasses.dataclass
class Variant:
    name: str
    files: list  # bytes of each
    locale: str = "C.UTF-8"
    stdin: bool = False


def roles_of(row: list) -> dict:
    return {role: next((row.index(word) for word in words if word in row), None) for role, words in ROLES.items()}


def figures_of_row(header: list, roles: dict, row: list) -> list:
    get = {role: row[at] if at is not None else "" for role, at in roles.items()}
    if roles["value"] is not None:
        return [Figure(*(get[role] for role in ENGLISH))]
    out = []
    for at, title in enumerate(header):
        if at not in roles.values() and title not in BESIDE:
            name, _, unit = title.removesuffix("）").partition("（")
            out.append(Figure(get["region"], get["period"], name, row[at], unit))
    return out


def read_figures(folder: pathlib.Path) -> list:
    """The figures of a folder; titles and notes stand above the header, or have fewer cells than it."""
    figures = []
    for file in sorted(folder.glob("*.csv")):
        rows = list(csv.reader(io.StringIO(file.read_bytes().decode("utf-8-sig"), newline="")))
        start = next(n for n, row in enumerate(rows) if len(row) > 2 and roles_of(row)["region"] is not None)
        header, roles = rows[start], roles_of(rows[start])
        for row in rows[start + 1:]:
            if len(row) == len(header):
                figures += figures_of_row(header, roles, row)
    return figures


def table(rows: list, delimiter: str = ",", end: str = "\n", quoting: int = csv.QUOTE_MINIMAL) -> str:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter, lineterminator=end, quoting=quoting).writerows(rows)
    return out.getvalue()


def long_rows(figures: list, header: list) -> list:
    return [header] + [list(dataclasses.astuple(figure)) for figure in figures]


def in_cell(figure: Figure) -> str:
    """The unit behind the number, as a cell without a unit column says it; a missing mark stays alone."""
    return figure.value + figure.unit if any(c.isdigit() for c in figure.value) else figure.value


def wide_indicators(figures: list) -> list:
    columns = sorted({figure.indicator for figure in figures})
    cells = {(f.region, f.period, f.indicator): in_cell(f) for f in figures}
    keys = list(dict.fromkeys((f.region, f.period) for f in figures))
    return [["地区代码", "时期", *columns]] + [[*key, *(cells.get((*key, column), "") for column in columns)] for key in keys]


def units_in_header(figures: list) -> list:
    columns = sorted({(figure.indicator, figure.unit) for figure in figures})
    cells = {(f.region, f.period, f.indicator, f.unit): f.value for f in figures}
    keys = list(dict.fromkeys((f.region, f.period) for f in figures))
    header = [f"{indicator}（{unit}）" if unit else indicator for indicator, unit in columns]
    return [["地区代码", "时期", *header]] + [[*key, *(cells.get((*key, *column), "") for column in columns)] for key in keys]


def wide_years(figures: list) -> list:
    years = sorted({figure.period for figure in figures})
    cells = {(f.region, f.indicator, f.unit, f.period): f.value for f in figures}
    keys = list(dict.fromkeys((f.region, f.indicator, f.unit) for f in figures))
    return [["地区代码", "指标", "单位", *years]] + [[*key, *(cells.get((*key, year), "") for year in years)] for key in keys]


def shuffled(figures: list, seed: int) -> list:
    result = list(figures)
    random.Random(seed).shuffle(result)
    return result


def variants(figures: list) -> list:
    rows = long_rows(figures, CHINESE)
    text = table(rows)
    wide, years = table(wide_indicators(figures)), table(wide_years(figures))
    titled = table(units_in_header(figures))
    columns = [3, 0, 4, 2, 1]
    third = len(figures) // 3 + 1
    parts = [figures[at:at + third] for at in range(0, len(figures), third)]
    mixed = [table(long_rows(parts[0], ENGLISH)).encode(),
             table(wide_indicators(parts[1]), "\t", "\r\n").encode("gb18030"),
             *(table(wide_years(part), ";").encode("utf-8-sig") for part in parts[2:])]
    result = [Variant("long, UTF-8", [text.encode()])]
    result += [Variant(f"rows shuffled ({seed})", [table(long_rows(shuffled(figures, seed), CHINESE)).encode()])
               for seed in (1, 2, 3)]
    result += [
        Variant("columns in another order", [table([[row[at] for at in columns] for row in rows]).encode()]),
        Variant("English headers", [table(long_rows(figures, ENGLISH)).encode()]),
        Variant("a column per indicator", [wide.encode()]),
        Variant("a column per indicator, its unit in the header", [titled.encode()]),
        Variant("a column per year", [years.encode()]),
        Variant("GB18030", [text.encode("gb18030")]),
        Variant("a column per indicator, GB18030", [wide.encode("gb18030")]),
        Variant("UTF-8 with byte order mark", [text.encode("utf-8-sig")]),
        Variant("UTF-16LE", [text.encode("utf-16")]),
        Variant("UTF-16BE", [b"\xfe\xff" + text.encode("utf-16-be")]),
        Variant("CRLF", [table(rows, end="\r\n").encode()]),
        Variant("CR", [table(rows, end="\r").encode()]),
        Variant("tabs", [table(rows, "\t").encode()]),
        Variant("semicolons", [table(rows, ";").encode()]),
        Variant("every field quoted", [table(rows, quoting=csv.QUOTE_ALL).encode()]),
        Variant("split over files", [table(long_rows(part, CHINESE)).encode() for part in parts]),
        Variant("split over files, in another order", [table(long_rows(part, CHINESE)).encode() for part in parts[::-1]]),
        Variant("files in different forms", mixed),
        Variant("standard input", [text.encode()], stdin=True),
    ]
    result += [Variant(f"locale {locale}", [text.encode()], locale=locale) for locale in ("C", "zh_CN.UTF-8", "de_DE.UTF-8")]
    return result


def without_positions(node):
    """Figures become their number; what is missing keeps region, indicator and period: its reason tells whether an empty
    cell stands for it, and a wide table has more of those than a long one."""
    if isinstance(node, dict):
        return {key: len(value) if key == "figures" and isinstance(value, list) else without_positions(value)
                for key, value in node.items() if key not in POSITIONS and not (key == "reason" and "outcome" not in node)}
    if isinstance(node, list):
        return [without_positions(value) for value in node]
    return node


def judge(program: str, variant: Variant) -> dict:
    with tempfile.TemporaryDirectory(prefix="kaohe-same-") as folder:
        names = []
        for number, data in enumerate(variant.files):
            names.append(f"part{number}.csv")
            pathlib.Path(folder, names[-1]).write_bytes(data)
        env = {key: os.environ[key] for key in os.environ if key.endswith("SAN_OPTIONS")} | {"LC_ALL": variant.locale}
        command = [program, "check", *(["-"] if variant.stdin else names), "--format", "json", "--lang", "zh", "--indicative",
                   "--only", "figures"]  # the folders hold no records
        with open(pathlib.Path(folder, names[0]) if variant.stdin else os.devnull, "rb") as stdin:
            done = subprocess.run(command, cwd=folder, stdin=stdin, capture_output=True, env=env, timeout=300, check=False)
    if not done.stdout:
        raise ValueError(f"{variant.name}: no report, status {done.returncode}\n{done.stderr.decode()}")
    report = json.loads(done.stdout)
    plans = report.pop("plans")
    del report["inputs"], report["diagnostics"]
    return {"report": without_positions(report), "plans": plans, "status": done.returncode}


def first_difference(a, b, path: str = "") -> str:
    if type(a) is type(b) and isinstance(a, dict) and a.keys() == b.keys():
        return next((first_difference(a[key], b[key], f"{path}.{key}") for key in a if a[key] != b[key]), "")
    if type(a) is type(b) and isinstance(a, list) and len(a) == len(b):
        return next((first_difference(x, y, f"{path}[{n}]") for n, (x, y) in enumerate(zip(a, b)) if x != y), "")
    return f"{path}: {json.dumps(a, ensure_ascii=False)[:400]}\n  is not {json.dumps(b, ensure_ascii=False)[:400]}"


def check_folder(program: str, folder: pathlib.Path) -> tuple:
    """(variants compared, faults)"""
    figures = read_figures(folder)
    first, *others = variants(figures)
    expected = judge(program, first)
    verdicts = expected["report"]["verdicts"]
    if not any(verdict["outcome"] in ("pass", "fail") for verdict in verdicts):
        return 0, [f"{folder.name}: no verdict is decided; comparing would show nothing"]
    faults = []
    for variant in others:
        actual = judge(program, variant)
        if actual != expected:
            faults.append(f"{folder.name}: {variant.name}: {first_difference(expected, actual)}")
    print(f"{folder.name}: {len(figures)} figures, {len(verdicts)} verdicts, {len(others)} variants compared with the first")
    return len(others), faults


def main() -> int:
    sys.stdout.reconfigure(encoding="utf-8")
    program = str(pathlib.Path(sys.argv[1]).resolve())
    faults = []
    for folder in sys.argv[2:]:
        count, found = check_folder(program, pathlib.Path(folder))
        faults += found + ([f"{folder}: only {count} variants"] if count < 10 else [])
    print("\n".join(faults))
    return 1 if faults or len(sys.argv) < 3 else 0


if __name__ == "__main__":
    sys.exit(main())
