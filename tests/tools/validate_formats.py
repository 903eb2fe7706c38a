#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Has each format of the sample report read by somebody else's program: the SARIF multitool with GitHub's rules, xmllint and
junitparser, a JSON Schema, tidy, Python's csv, prove, openpyxl. argv: the program, the source folder."""
import collections
import csv
import io
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import formats

TOOLS = pathlib.Path(__file__).parent
MULTITOOL = "build/tools/node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool"
NO_HOME = "SARIF2005"  # a warning: the tool names no web page of its own, for it has none
FORMULA = re.compile(r"[=@\t\r＝＋－＠]|[+-](?![0-9.]+$)")


def verdicts_of(report: dict) -> list:
    """Those in the reading that counts."""
    return [v for v in report["verdicts"] if v["reading"] in ("both", report["reading"])]


def run(*command: str) -> subprocess.CompletedProcess:
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False)


def check_json(files: dict, source: pathlib.Path) -> list:
    done = run(sys.executable, TOOLS / "check_report.py", files["json"])
    return [] if done.returncode == 0 else [done.stdout + done.stderr]


def check_sarif(files: dict, source: pathlib.Path) -> list:
    tool = os.environ.get("KAOHE_SARIF_MULTITOOL") or source / MULTITOOL
    if not pathlib.Path(tool).is_file():
        return [f"{tool} is not there; bash .ci/install test installs it"]
    told = files["sarif"].with_name("told.sarif")
    done = run(tool, "validate", files["sarif"], "--rule-kind", "Sarif;Ghas", "--output", told, "--log", "ForceOverwrite", "--level", "Error;Warning")
    if not told.is_file():
        return [done.stdout + done.stderr]
    rules = {}
    faults = []
    for one in json.loads(told.read_text(encoding="utf-8-sig"))["runs"]:
        rules |= {rule["id"]: rule for rule in one["tool"]["driver"]["rules"]}
        for result in one.get("results", []):
            if result["ruleId"] != NO_HOME:
                faults.append(f"sarif: {result['ruleId']} {result.get('level')} {result['message']}")
    sarif = json.loads(files["sarif"].read_text(encoding="utf-8"))["runs"][0]
    ids = [rule["id"] for rule in sarif["tool"]["driver"]["rules"]]
    if len(ids) != len(set(ids)) or any(ids[result["ruleIndex"]] != result["ruleId"] for result in sarif["results"]):
        faults.append("sarif: a rule's index is not its own")
    report = json.loads(files["json"].read_text(encoding="utf-8"))
    kinds = collections.Counter(result["properties"]["outcome"] for result in sarif["results"] if "outcome" in result["properties"])
    if kinds != collections.Counter(v["outcome"] for v in verdicts_of(report)):
        faults.append(f"sarif: other verdicts than json: {kinds}")
    return faults


def check_junit(files: dict, source: pathlib.Path) -> list:
    done = run("xmllint", "--noout", "--schema", source / "tests/formats/junit.xsd", files["junit"])
    faults = [] if done.returncode == 0 else [done.stderr]
    script = ("import sys, junitparser\n"
              "found = junitparser.JUnitXml.fromfile(sys.argv[1])\n"
              "told = (found.tests, found.failures, found.errors, found.skipped)\n"
              "cases = [case for suite in found for case in suite]\n"
              "found.update_statistics()\n"
              "assert told == (found.tests, found.failures, found.errors, found.skipped) and told[0] == len(cases), told\n")
    done = run(sys.executable, "-c", script, files["junit"])
    return faults + ([] if done.returncode == 0 else [done.stderr])


def check_html(files: dict, source: pathlib.Path) -> list:
    done = run("tidy", "-e", "-q", "-utf8", files["html"])
    text = files["html"].read_text(encoding="utf-8")
    faults = [done.stderr] if done.returncode != 0 or done.stderr.strip() else []
    if re.search(r"(src|href)=[\"']?(https?:)?//", text):
        faults.append("html: it would ask the network for something")
    links = set(re.findall(r'href="#([^"]+)"', text))
    faults += [f"html: nothing has the id {link}" for link in links if f'id="{link}"' not in text]
    return faults


def check_csv(files: dict, source: pathlib.Path) -> list:
    data = files["csv"].read_bytes()
    faults = [] if data.startswith(b"\xef\xbb\xbf") else ["csv: no byte order mark"]
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))
    faults += [f"csv: {row}" for row in rows if None in row or None in row.values()]
    faults += [f"csv: a formula: {cell!r}" for row in rows for cell in row.values() if FORMULA.match(cell)]
    if not any(cell.startswith("'=") for row in rows for cell in row.values()):
        faults.append("csv: the sample has no cell that had to be guarded")
    report = json.loads(files["json"].read_text(encoding="utf-8"))
    written = [(row["rule"], row["region_code"], row["period"], row["outcome"], row["value"]) for row in rows if row["entry"] == "verdict"]
    if written != [(v["rule"], v["region"]["code"], v["period"], v["outcome"], v["value"] or "") for v in report["verdicts"]]:
        faults.append("csv: other verdicts than json")
    return faults


def check_tap(files: dict, source: pathlib.Path) -> list:
    done = run("prove", "--verbose", "--exec", "cat", files["tap"])
    report = json.loads(files["json"].read_text(encoding="utf-8"))
    verdicts = verdicts_of(report)
    counting = [v for v in verdicts if v["tier"] in report["tiers"] and not v["indicative"] and v["outcome"] in ("fail", "missing", "invalid")]
    errors = [d for d in report["diagnostics"] if d["severity"] == "error"]
    total = re.search(r"Tests: (\d+) Failed: (\d+)", done.stdout)
    if not total or "Parse errors" in done.stdout or tuple(map(int, total.groups())) != (len(verdicts) + len(errors), len(counting) + len(errors)):
        return [done.stdout[-2000:] + done.stderr]
    return []


def check_gitlab(files: dict, source: pathlib.Path) -> list:
    issues = json.loads(files["gitlab"].read_text(encoding="utf-8"))
    good = all({"description", "check_name", "fingerprint", "severity", "location"} <= issue.keys() and issue["location"]["lines"]["begin"] >= 1 and
               issue["severity"] in ("info", "minor", "major", "critical", "blocker") for issue in issues)
    prints = [issue["fingerprint"] for issue in issues]
    return [] if good and len(prints) == len(set(prints)) else ["gitlab: a field is absent or a fingerprint comes twice"]


def check_github(files: dict, source: pathlib.Path) -> list:
    lines = files["github"].read_text(encoding="utf-8").splitlines()
    command = re.compile(r"::(error|warning|notice) (?:[a-z]+=[^,:]*,)*title=[^,:]*::.+|::group::.+|::endgroup::| .*")
    return [f"github: {line}" for line in lines if not command.fullmatch(line)]


def check_xlsx(files: dict, source: pathlib.Path) -> list:
    script = "import sys, warnings\nwarnings.simplefilter('error')\nimport openpyxl\nbook = openpyxl.load_workbook(sys.argv[1])\nassert len(book.sheetnames) >= 4, book.sheetnames\n"
    done = run(sys.executable, "-c", script, files["xlsx"])
    return [] if done.returncode == 0 else [done.stderr]


def main() -> int:
    program, source = str(pathlib.Path(sys.argv[1]).resolve()), pathlib.Path(sys.argv[2]).resolve()
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    checks = (check_json, check_sarif, check_junit, check_html, check_csv, check_tap, check_gitlab, check_github, check_xlsx)
    faults = []
    with tempfile.TemporaryDirectory(prefix="kaohe-formats-") as scratch:
        for language in formats.LANGUAGES:
            files = formats.write_all(program, source, pathlib.Path(scratch), language)
            for check in checks:
                faults += check(files, source)
    print("\n".join(faults) + f"\n{len(checks)} formats validated in {len(formats.LANGUAGES)} languages, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
