#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Nothing of a plan is left out and nothing counted twice: each number 1..N of the ledger from which a rule file was written
(tests/packs/ledgers.csv) stands exactly once, in a rule or in an [[unchecked]]. An [[unchecked]] is no drawer: where it
holds a number that a figure or a record could show (any that tests/packs/not_checkable.csv does not name), its reason is
its own, shared with no other entry of the plan. argv: the source folder."""
import collections
import csv
import pathlib
import sys
import tomllib


def table(file):
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def numbering_faults(plan, numbers, pack):
    found = collections.Counter()
    for entry in pack["rule"]:
        found.update(entry["source"].get("ledger", []))
        if not entry["source"].get("ledger"):
            yield f"{plan}/{entry['id']}: stands for no number of the ledger"
    for entry in pack.get("unchecked", []):
        found.update(entry.get("ledger", []))
    for number in range(1, numbers + 1):
        if found[number] != 1:
            yield f"{plan} {number}: stands {found[number]} times"
    for number in sorted(found):
        if not 1 <= number <= numbers:
            yield f"{plan} {number}: the ledger ends at {numbers}"


def reason_faults(plan, nothing_shows, pack):
    entries = pack.get("unchecked", [])
    told = collections.Counter(entry["why"][lang] for entry in entries for lang in ("zh", "en"))
    for entry in entries:
        own = [number for number in entry.get("ledger", []) if (plan, number) not in nothing_shows]
        for lang in ("zh", "en"):
            if own and told[entry["why"][lang]] > 1:
                yield f"{plan} {own}: could be shown, and its reason is another's too: {entry['why'][lang]}"


def main() -> int:
    source = pathlib.Path(sys.argv[1])
    packs = source / "tests/packs"
    nothing_shows = {(row["plan"], int(row["ledger"])) for row in table(packs / "not_checkable.csv")}
    faults, rows, left, could = [], 0, 0, 0
    wanted = {row["plan"]: int(row["numbers"]) for row in table(packs / "ledgers.csv")}
    for plan, numbers in wanted.items():
        pack = tomllib.loads((source / f"rules/{plan}.toml").read_text(encoding="utf-8"))
        faults += numbering_faults(plan, numbers, pack)
        faults += reason_faults(plan, nothing_shows, pack)
        rows += numbers
        unchecked = [(plan, number) for entry in pack.get("unchecked", []) for number in entry.get("ledger", [])]
        left += len(unchecked)
        could += sum(number not in nothing_shows for number in unchecked)
    faults += [f"{file.stem}: not in tests/packs/ledgers.csv" for file in source.glob("rules/*.toml") if file.stem not in wanted]
    print("\n".join(faults))
    print(f"{rows} numbers of {len(wanted)} plans; {left} unchecked, {could} of them with a reason of their own")
    return 1 if faults or rows < 2500 else 0


if __name__ == "__main__":
    sys.exit(main())
