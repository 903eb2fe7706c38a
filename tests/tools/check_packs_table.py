#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Every full rule says what the ledger says: operator, value, unit, deadline, start, cadence and named regions of the rules are
compared, exactly, with tests/packs/expected.csv, which was written from the ledgers and not from the rules. Where a rule's plain
reading is another than the ledger's, tests/packs/readings.csv says so row by row, the rule explains itself in `reading`, and
where the table says so its strict reading is the ledger's. argv: the source folder."""
import datetime
import pathlib
import re
import sys
from fractions import Fraction

import packs

CADENCE = {"year": "year", "month": "month", "quarter": "quarter", "2years": "2 years"}
COUNTED = {"项", "个"}


class Checker:
    def __init__(self, source):
        self.units = packs.Units(source)
        self.indicators = {one["id"]: one for one in packs.toml(source / "data/indicators.toml")["indicator"]}
        self.readings = packs.Readings(source)
        self.names, self.levels = {}, {}
        for row in packs.table(source / "data/regions.csv"):
            self.levels[row["code"]] = row["level"]
            for name in [row["name"], *row["other_names"].split(";")]:
                if name:
                    self.names.setdefault(name, set()).add(row["code"])

    def members(self, rule):
        """The rule, or each member of its all_of with what it inherits."""
        inherited = {key: value for key, value in rule.items() if key not in ("all_of", "strict")}
        return [inherited | member for member in rule.get("all_of", [{}])]

    def better(self, member):
        return self.indicators[member["indicator"]].get("better", "higher")

    def held(self, operator, member):
        """A limit handed down: `>= @farmland_quota`; `>=` of a quality is `<=` of what is better when lower; or nothing at all."""
        test = packs.Test(member["require"])
        mirrored = {">=": "<=", "<=": ">="} if operator == ">=" and self.better(member) == "lower" else {}
        return test.op == mirrored.get(operator, operator) if test.other else (test.op, test.value) == ("=", 0) and self.better(member) == "lower"

    def number_holds(self, row, rule):
        """Does the rule ask for the row's operator and value in the row's unit?"""
        everyone = "share" not in rule and "count" not in rule
        if row["shown"] == "record" and "record" in rule:  # a share or number of those that did: each of them must
            return everyone
        if (row["operator"], row["value"], row["unit"]) == ("=", "100", "%") and str(rule["for"]).startswith("each ") and everyone:
            return True
        asked = [member for member in self.members(rule) if "require" in member]
        tests = [packs.Test(member["require"]) for member in asked]
        if row["value"] == "" and row["unit"] in COUNTED:  # 一批
            return bool(tests) and all((test.op, test.value) == (row["operator"], 1) for test in tests)
        if row["value"] == "":
            return bool(asked) and all(self.held(row["operator"], member) for member in asked)
        wanted = Fraction(row["value"])
        for test in tests:
            if test.op != row["operator"] or test.value is None:
                return False
            if row["unit"] == "":  # the ledger names none
                if test.value != wanted:
                    return False
            else:
                (kind, factor), (other, scale) = self.units.of(row["unit"]), self.units.of(test.unit)
                if kind != other or wanted * factor != test.value * scale:
                    return False
        return bool(tests)

    def trend_holds(self, row, rule):
        for member in self.members(rule):
            if "require" in member and row["operator"] == "not_down" and self.held(">=", member):
                continue
            if member.get("trend") != packs.GOODNESS[row["operator"], self.better(member) if "indicator" in member else "higher"]:
                return False
        return True

    def asks(self, row, rule):
        if rule is None:
            return False
        if row["operator"] in ("up", "down", "not_up", "not_down"):
            return self.trend_holds(row, rule)
        if row["operator"] in (">=", "<=", "="):
            return self.number_holds(row, rule)
        if row["shown"] == "record":
            return any(key in rule for key in ("record", "rules")) or all("record" in member for member in self.members(rule))
        return any("require" in member or "trend" in member for member in self.members(rule))

    def read_by_hand(self, row, rule):
        """The plain reading that tests/packs/readings.csv gives."""
        return self.asks(row | {key: row["reading"][key] for key in ("operator", "value", "unit", "shown")}, rule)


def dates(rule):
    due = rule.get("due")
    return {str(one) for one in (due if isinstance(due, list) else [due])} if due is not None else set()


def check_row(checker, row, rule):
    plan, strict = row["plan"], packs.strictly(rule)
    reading = checker.readings.test(row)
    if reading is not None:
        if "reading" not in rule:
            yield "its plain reading is another than the ledger's, and the rule does not explain it"
        if checker.asks(row, rule):
            yield "tests/packs/readings.csv gives a reading of its own, which is not needed"
        if not checker.read_by_hand(row | {"reading": reading}, rule):
            yield f"not the reading of tests/packs/readings.csv: {reading['operator']} {reading['value']} {reading['unit']}"
        if reading["strict"] == "ledger" and not checker.asks(row, strict):
            yield "its strict reading is not the ledger's"
    elif not checker.asks(row, rule):
        yield f"does not ask {row['operator'] or 'a deed'} {row['value']} {row['unit']}"
    due = dates(rule)
    if row["due"] and due != {row["due"]}:
        yield f"due {sorted(due) or 'at the end of the plan'}, not {row['due']}"
    if not row["due"] and due - {packs.ENDS[plan]} and not ("every" in rule and "reading" in rule):
        yield f"due {sorted(due)}, which the ledger does not say"
    yield from cadence_faults(row, rule, strict)
    yield from level_faults(checker, row, rule)


def cadence_faults(row, rule, strict):
    both = [one for one in (rule, strict) if one is not None]
    yearly = any(one.get("met") == "every year" or one.get("against") == "previous" for one in both)
    wanted = CADENCE[row["every"]] if row["every"] else None
    if wanted and rule.get("every") != wanted and not (wanted == "year" and yearly):
        yield f"not every {wanted}"
    if not wanted and "every" in rule and "reading" not in rule:
        yield "a cadence which the ledger does not give, and the rule does not explain it"
    if row["start"] and ("every" in rule or "met" in rule):
        starts = {str(one.get("from", "")) for one in both}
        if row["start"] not in starts and not (min(starts) >= row["start"][:4] and "reading" in rule):
            yield f"from {starts}, not {row['start']}"


NAMED = {"each prefecture": {"city"}, "each county": {"county"}, "each city": {"city", "county"}}
LEVELS = {"province": "province", "prefecture": "city", "county": "county", "basin": "basin"}
PROVINCE_ONLY = {"enterprise", "village", "department", "site", "river", "basin", "other"}  # known by ratios, or to the province, alone


def level_faults(checker, row, rule):
    """Who is judged, in the plain or the strict reading, is of a level that the ledger names."""
    named = set(checker.readings.other(row, "level").split(";")) - {""}
    found = set()
    for one in (rule, packs.strictly(rule)):
        for who in [] if one is None else one["for"] if isinstance(one["for"], list) else [one["for"]]:
            found |= NAMED.get(who) or {"province" if who == "province" else LEVELS.get(checker.levels.get(who), "site")}
    if named and not found & named and not (found & {"province", "basin", "site"} and named & PROVINCE_ONLY):
        yield f"judges {sorted(found)}, and the ledger names {sorted(named)}"


def region_faults(checker, rows, rule):
    """Named regions: each that the ledger names is in the rule, and a list of codes holds no more."""
    named = [name for row in rows for name in checker.readings.other(row, "regions").split(";") if name]
    if not named:
        return
    who = rule["for"] if isinstance(rule["for"], list) else [rule["for"]]
    items = " ".join(rule.get("items", []))
    found = set()
    for name in dict.fromkeys(named):
        short = re.sub(r"（.*", "", name)
        codes = checker.names.get(short, set()) | {code for full, all_codes in checker.names.items() if full.startswith(short) for code in all_codes}
        codes |= {code for full, all_codes in checker.names.items() if short.endswith(full) and len(full) > 2 for code in all_codes}
        if codes & set(who):
            found |= codes & set(who)
        elif short[:2] not in items and not (who == ["province"]) and not (rule.get("strict", {}).get("for") and codes & set(rule["strict"]["for"])):
            yield f"“{name}” ({sorted(codes)}) is not among {who}"
    extra = {code for code in who if re.match(r"\d", code)} - found
    if extra:
        yield f"{sorted(extra)} is more than “{'、'.join(named)}”"


def main() -> int:
    source = pathlib.Path(sys.argv[1])
    checker, skipped, faults, checked, rules = Checker(source), packs.left_out(source), [], 0, 0
    for plan, rows in packs.expected(source).items():
        pack = packs.Pack(source, plan)
        unchecked = {number for entry in pack.unchecked for number in entry.get("ledger", [])}
        ends = pack.head.get("ends")
        if (str(ends) if isinstance(ends, datetime.date) else None) != packs.ENDS[plan]:
            faults.append(f"{plan}: ends {ends}")
        of_rule = {}
        for number, row in rows.items():
            if ((plan, number) in skipped) != (number in unchecked):
                faults.append(f"{plan} {number}: " + ("[[unchecked]], and not in tests/packs/left_out.csv" if number in unchecked else "named in tests/packs/left_out.csv, and a rule"))
            if number in unchecked:
                continue
            rule = pack.by_number[number]
            of_rule.setdefault(rule["id"], []).append(row)
            faults += [f"{plan}/{rule['id']} (ledger {number}): {fault}" for fault in check_row(checker, row, rule)]
            checked += 1
        for name, of_one in of_rule.items():
            items = pack.by_id[name].get("items")
            if items and len(items) < len(of_one):
                faults.append(f"{plan}/{name}: {len(items)} items for {len(of_one)} duties of the ledger")
            faults += [f"{plan}/{name}: {fault}" for fault in region_faults(checker, of_one, pack.by_id[name])]
        rules += len(of_rule)
    print("\n".join(faults))
    print(f"{checked} rows of the ledgers compared with {rules} rules; {len(skipped)} rows are [[unchecked]]; {len(checker.readings.rows)} readings of our own")
    return 1 if faults or checked < 470 else 0


if __name__ == "__main__":
    sys.exit(main())
