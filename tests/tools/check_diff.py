#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What was found by hand between the draft and the final Jiangxi plan must be found by kaohe diff: each moved deadline,
changed region, tightened number, and each full rule that only one of the two has, of a list of (draft ledger number, final ledger number, change), where both are numbers of
rules with a deadline or a place of their own. The list is no part of the project; 77, skipped, where it is not there.
argv: the program, the source folder, the list."""
import csv
import json
import pathlib
import subprocess
import sys
import tomllib

SKIPPED = 77
BEFORE, AFTER = "jiangxi-2017-draft", "jiangxi-2017"
WANTED = {"moved_deadline": {("deadline", "earlier"), ("deadline", "later")}, "regions_changed": {("who", "changed")}}


def rules_by_number(file):
    out = {}
    for rule in tomllib.loads(file.read_text(encoding="utf-8"))["rule"]:
        for number in rule["source"].get("ledger", []):
            out[number] = rule["id"]
    return out


def full_rows(source):
    """(plan, number) of the rows with a number, a deadline, a cadence or a scope of their own"""
    with (source / "tests/packs/expected.csv").open(encoding="utf-8", newline="") as file:
        return {(row["plan"], int(row["ledger"])) for row in csv.DictReader(file)}


def main() -> int:
    program, source, listed = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    if not listed.is_file():
        return SKIPPED
    full = full_rows(source)
    done = subprocess.run([program, "diff", BEFORE, AFTER, "--format", "json", "--rules", source / "rules"], capture_output=True, check=False)
    found = {}
    told = json.loads(done.stdout)
    gone = {side: {one["rule"].split("/")[1] for one in told[side]} for side in ("added", "dropped")}
    for pair in told["changed"]:
        found[pair["before"].split("/")[1], pair["after"].split("/")[1]] = {(one["what"], one["turn"]) for one in pair["changes"]}
    before, after = (rules_by_number(source / f"rules/{plan}.toml") for plan in (BEFORE, AFTER))
    faults, checked = [], 0
    with listed.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            number = row["draft_seq"], row["final_seq"]
            if row["change"] in gone:
                side, rules, plan = (1, after, AFTER) if row["change"] == "added" else (0, before, BEFORE)
                rule = rules.get(int(number[side]))
                if (plan, int(number[side])) not in full or rule is None:
                    continue
                checked += 1
                # A rule of several rows, one of them new, is a changed rule.
                changed = any(pair[1 - side] is not None and pair[side] == rule for pair in found)
                if rule not in gone[row["change"]] and not changed:
                    faults.append(f"{row['change']} {number} {row['subject_zh']}: {rule} is neither {row['change']} nor changed")
                continue
            if row["change"] not in WANTED or not all(number):
                continue
            pair = before.get(int(number[0])), after.get(int(number[1]))
            if None in pair:
                continue  # in an [[unchecked]]
            checked += 1
            if not found.get(pair, set()) & WANTED[row["change"]]:
                faults.append(f"{row['change']} {number} {row['subject_zh']}: {pair}: {found.get(pair, 'not matched, or the same')}")
    numbers = found.get((before[48], after[49]), set())
    if ("target", "tightened") not in numbers:
        faults.append(f"85 to 85.3: {numbers}")
    print("\n".join(faults))
    print(f"{checked} changes looked for")
    return 1 if faults or checked < 5 else 0


if __name__ == "__main__":
    sys.exit(main())
