#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Checks JSON reports: against data/schema/report.schema.json, and what a schema cannot say (sums, counts, exit).

usage: check_report.py REPORT.json...     "-" is standard input; exit 0 when all hold, 1 otherwise
"""
import collections
import csv
import fractions
import json
import pathlib
import sys

import jsonschema

SCHEMA = pathlib.Path(__file__).resolve().parents[2] / "data" / "schema" / "report.schema.json"
REGISTER = SCHEMA.parents[1] / "regions.csv"
OUTCOMES = ("pass", "fail", "missing", "invalid", "not-due", "exempt", "waived")


def schema_faults(report):
    validator = jsonschema.Draft4Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))
    for error in validator.iter_errors(report):
        yield "schema: /%s: %s" % ("/".join(map(str, error.absolute_path)), error.message[:200])


def input_faults(report):
    for one in report["inputs"]:
        rows, cells = one["rows"], one["cells"]
        if rows["read"] != rows["header"] + rows["data"] + rows["skipped"] + rows["error"]:
            yield "%s: rows do not add up: %s" % (one["file"], rows)
        if cells["values"] != cells["figures"] + cells["missing"] + cells["invalid"] + cells["repeated"]:
            yield "%s: cells do not add up: %s" % (one["file"], cells)


def counted_verdicts(report):
    """Verdicts of the reading that counts, by rule."""
    out = collections.defaultdict(list)
    for verdict in report["verdicts"]:
        if verdict["reading"] in ("both", report["reading"]) and not verdict["indicative"]:
            out[verdict["rule"]].append(verdict)
    return out


def heirs():
    """code → the code that it became, alone and of it alone: both are one unit (龙南县 and 龙南市)."""
    out, forebears = {}, collections.Counter()
    with REGISTER.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            became = [code for code in row["successor"].split(";") if code and "[" not in code]
            forebears.update(became)
            if row["valid_to"] and len(became) == 1:
                out[row["code"]] = became[0]
    return {code: heir for code, heir in out.items() if forebears[heir] == 1}


def rule_faults(report):
    heir = heirs()
    verdicts = counted_verdicts(report)
    for rule in report["rules"]:
        name = rule["rule"]
        by_unit = collections.defaultdict(collections.Counter)
        for verdict in verdicts.get(name, []):
            code = verdict["region"]["code"] if verdict["region"] else None
            by_unit[(heir.get(code, code), verdict["item"])][verdict["outcome"]] += 1
        if sum(rule["units"].values()) != len(by_unit):
            yield "%s: %d units counted, %d judged" % (name, sum(rule["units"].values()), len(by_unit))
        if all(sum(outcomes.values()) == 1 for outcomes in by_unit.values()):
            found = collections.Counter(next(iter(outcomes)) for outcomes in by_unit.values())
            if dict(found) != rule["units"]:
                yield "%s: units are %s, verdicts %s" % (name, rule["units"], dict(found))
        for key in ("plain", "strict"):
            if (rule[key]["outcome"] is None) != rule["partial"]:
                yield "%s: a partial rule has no outcome, any other has (%s)" % (name, key)
        if rule["outcome"] != rule[report["reading"]]["outcome"]:
            yield "%s: the outcome is not that of the %s reading" % (name, report["reading"])
    unknown = set(verdict["rule"] for verdict in report["verdicts"]) - set(rule["rule"] for rule in report["rules"])
    if unknown:
        yield "verdicts of rules that are not listed: %s" % sorted(unknown)


def summary_faults(report):
    for tier, counts in report["summary"].items():
        if tuple(counts) != OUTCOMES:
            yield "summary of %s: the seven outcomes in order are expected: %s" % (tier, list(counts))
        found = collections.Counter(r["outcome"] for r in report["rules"] if r["tier"] == tier and not r["partial"])
        if {o: found.get(o, 0) for o in OUTCOMES} != dict(counts):
            yield "summary of %s: %s, but the rules say %s" % (tier, dict(counts), dict(found))


def verdict_faults(report):
    for verdict in report["verdicts"]:
        name = "%s %s %s" % (verdict["rule"], (verdict["region"] or {}).get("code"), verdict["period"])
        if (verdict["outcome"] == "not-due") != (verdict["outlook"] is not None):
            yield "%s: an outlook goes with not-due, and only with it" % name
        if (verdict["outcome"] == "waived") != (verdict["waiver"] is not None):
            yield "%s: a waiver goes with waived, and only with it" % name
        if verdict["outcome"] in ("pass", "fail") and verdict["decided_by"] is None:
            yield "%s: decided by nothing" % name
        if verdict["outcome"] == "missing" and not verdict["missing"] and verdict["reason"] is None:
            yield "%s: missing, but it does not say what" % name
        if verdict["kind"] == "threshold" and verdict["margin_exact"] is not None and verdict["outcome"] in ("pass", "fail"):
            margin = fractions.Fraction(verdict["margin_exact"])
            strictly = (verdict["target"] or "").startswith(("< ", "> ")) or (verdict["target"] or "")[1:2].isdigit()
            met = margin > 0 if strictly else margin >= 0
            # Of a rounded comparison the margin tells how far the value as it is would be.
            if met != (verdict["outcome"] == "pass") and verdict["rounded"] is None:
                yield "%s: %s with a margin of %s" % (name, verdict["outcome"], margin)
        if verdict["parts"] and verdict["parts"]["used"] > verdict["parts"]["wanted"]:
            yield "%s: more parts used than there are" % name


def expected_exit(report):
    """What SPEC says the exit status is; None where --fail-on leaves more than the outcomes to look at."""
    if any(d["severity"] == "error" for d in report["diagnostics"]):
        return 2
    verdicts = counted_verdicts(report)
    invalid, outcomes = False, set()
    for rule in report["rules"]:
        found = {rule["outcome"]} if not rule["partial"] else {v["outcome"] for v in verdicts.get(rule["rule"], [])}
        invalid = invalid or "invalid" in found
        if rule["tier"] in report["tiers"]:
            outcomes |= found
    if invalid:
        return 2
    if "fail" in outcomes:
        return 1
    if report["fail_on"] == "fail":
        return 0 if not report["nothing_due"] else None
    if "missing" in outcomes:
        return 3 if report["fail_on"] == "missing" else None
    if report["nothing_due"]:
        return 3 if report["as_of"]["from"] == "figures" else None
    return 0 if report["fail_on"] == "missing" else None


def faults(report):
    found = list(schema_faults(report))
    if found:
        return found  # the rest would only trip over it
    for check in (input_faults, rule_faults, summary_faults, verdict_faults):
        found.extend(check(report))
    exit_status = expected_exit(report)
    if exit_status is not None and exit_status != report["exit"]:
        found.append("exit is %d, but the outcomes say %d" % (report["exit"], exit_status))
    if not report["rules"] and report["exit"] == 0:
        found.append("no rule was judged, and yet it passes")
    return found


def main(paths):
    if not paths:
        print(__doc__, file=sys.stderr)
        return 2
    broken = False
    for path in paths:
        raw = sys.stdin.buffer.read() if path == "-" else pathlib.Path(path).read_bytes()
        try:
            found = faults(json.loads(raw.decode("utf-8")))
        except ValueError as error:
            found = ["not JSON in UTF-8: %s" % error]
        for fault in found:
            print("%s: %s" % (path, fault), file=sys.stderr)
        broken = broken or bool(found)
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
