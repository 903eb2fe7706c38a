# SPDX-License-Identifier: Apache-2.0
"""Two made-up submissions for a whole plan: one in which each rule passes at its very edge, and one in which each falls short by as
little as can be: the last digit, one day, one interval, one unit of many, a trend that stands still. Operators, values, units,
deadlines and cadences are those of the tables in tests/packs (of the rule file only for rules that are in no table, which
umbrella rules need); what is asked of whom is what a blank run says is missing."""
import datetime
from fractions import Fraction

import packs

COUNTED = {"项", "个"}
MONTHS = {"year": 12, "half": 6, "quarter": 3, "month": 1, "2years": 24, "2 years": 24}


class Asked:
    """What one rule asks in its plain reading, after the tables: op, value, unit, due, every, start."""

    def __init__(self, pack, rule, rows, readings):
        self.rule, self.plan, self.name = rule, pack.plan, f"{pack.plan}/{rule['id']}"
        self.row = rows[0] if rows else None
        self.due = packs.ENDS[pack.plan] if self.row else str(rule.get("due", packs.ENDS[pack.plan] or "open"))
        if self.row:
            reading = readings.test(self.row)
            if reading is not None:
                self.row = self.row | {key: reading[key] for key in ("operator", "value", "unit", "shown")}
            self.due = next((row["due"] for row in rows if row["due"]), self.due or "open")
            if "every" in rule and not self.row["due"] and "due" in rule:
                self.due = str(rule["due"])  # a reading, which check_packs_table.py wants explained
        self.open = self.due == "open"
        self.day = datetime.date.fromisoformat(packs.as_of(pack.plan) if self.open else self.due)

    def threshold(self, member):
        """(op, value, unit) or (op, None, None) of a limit handed down"""
        test = packs.Test(member["require"])
        row = self.row
        if row and row["operator"] in (">=", "<=", "=", ">") and "all_of" not in self.rule and row["shown"] == "figure":
            value = Fraction(row["value"]) if row["value"] else Fraction(1) if row["unit"] in COUNTED else None
            return row["operator"], value, row["unit"] or test.unit
        return test.op, test.value, test.unit

    def intervals(self):
        """The first and last day of each whole interval, by the table's cadence and start."""
        every = (self.row or {}).get("every") or self.rule["every"]
        start = (self.row or {}).get("start") or str(self.rule["from"])
        if str(self.rule["from"]) > start:
            start = str(self.rule["from"])  # the first whole interval after the plan
        first, out = datetime.date.fromisoformat(start), []
        while True:
            month = first.year * 12 + first.month - 1 + MONTHS[every]
            following = datetime.date(month // 12, month % 12 + 1, 1)
            if following - datetime.timedelta(1) > self.day:
                return out
            out.append((first, following - datetime.timedelta(1)))
            first = following


def ulp(value):
    """One in the last digit as it is written."""
    return Fraction(1, 10 ** (len(packs.decimal(value).partition(".")[2])))


class Series:
    """The figures of one indicator for one region: limits by period, limits handed down, trends."""

    def __init__(self):
        self.limits, self.handed, self.rounded = {}, {}, False
        self.trends, self.against, self.periods, self.steps = set(), set(), set(), set()


class World:
    def __init__(self, pack, blank, rows_of, readings, tables):
        self.pack, self.units, self.indicators = pack, tables.units, tables.indicators
        self.asked = {f"{pack.plan}/{rule['id']}": Asked(pack, rule, rows_of.get(rule["id"], []), readings) for rule in pack.rules}
        self.verdicts = {}
        for verdict in blank["verdicts"]:
            if verdict["reading"] != "strict" and verdict["outcome"] != "exempt":
                self.verdicts.setdefault(verdict["rule"], []).append(verdict)
        self.series, self.unit_of, self.short, self.middle = {}, {}, set(), {}
        for name, verdicts in self.verdicts.items():
            self.gather(self.asked[name], verdicts)

    # ---- what is asked -------------------------------------------------------------------------------------------------
    def members(self, rule):
        inherited = {key: value for key, value in rule.items() if key not in ("all_of", "strict")}
        return [inherited | member for member in rule.get("all_of", [{}])]

    def gather(self, asked, verdicts):
        everyone = "count" not in asked.rule and "share" not in asked.rule
        for member in self.members(asked.rule):
            if "indicator" not in member:
                continue
            points = sorted({(cell["region"]["code"], cell["period"]) for verdict in verdicts for cell in verdict["missing"]
                             if cell["indicator"] == member["indicator"] and cell["period"] and not cell["reason"]})
            if not points:
                continue
            regions = sorted({region for region, _ in points})
            self.short |= {(region, member["indicator"]) for region in (regions[-1:] if everyone else regions)}
            for region, period in points:
                self.gather_point(asked, member, region, period)
            if "require" in member and len({period for _, period in points}) > 1:
                every = sorted({period for _, period in points})
                self.middle[regions[-1], member["indicator"]] = every[len(every) // 2]

    def gather_point(self, asked, member, region, period):
        series = self.series.setdefault((region, member["indicator"]), Series())
        series.periods.add(period)
        series.rounded |= asked.rule.get("compare") == "rounded"
        self.unit_of.setdefault(member["indicator"], self.indicators[member["indicator"]]["unit"])
        if "trend" in member:
            trend = packs.GOODNESS.get(((asked.row or {}).get("operator"), self.indicators[member["indicator"]].get("better", "higher")), member["trend"])
            series.trends.add(trend)
            series.against.add((trend, member["against"]))
            series.steps.add(period)
            return
        op, value, unit = asked.threshold(member)
        if value is None:
            series.handed.setdefault(period, set()).add((op, packs.Test(member["require"]).other))
            return
        if asked.row:
            self.unit_of[member["indicator"]] = unit
        series.limits.setdefault(period, []).append((op, value, unit))

    # ---- figures ---------------------------------------------------------------------------------------------------------
    def edge(self, indicator, limits):
        """The value on the edge of all limits of a period, in the unit of the indicator's table row."""
        scale = self.units.of(self.unit_of[indicator])[1]
        values = [(op, value * self.units.of(unit)[1] / scale) for op, value, unit in limits]
        exact = [value for op, value in values if op == "="]
        low = [value for op, value in values if op in (">=", ">")]
        return values[0][0], exact[0] if exact else max(low) if low else min(value for _, value in values)

    def small(self, indicator, value):
        return Fraction(1) if self.unit_of[indicator] in COUNTED else ulp(value) / 10**6

    def beyond(self, indicator, op, value, met, rounded):
        little = ulp(value) if rounded else self.small(indicator, value)
        if op in (">", "<"):
            return value + (little if (op == ">") == met else 0) - (little if op == "<" and met else 0)
        if met:
            return value
        falls = op == ">=" or (op == "=" and value == 100)
        return value - little if falls else value + little

    def span(self, indicator):
        ends = [packs.Test(">= " + end.strip()).value for end in self.indicators[indicator].get("range", "").split("..") if end.strip()]
        return ends if len(ends) == 2 else [max([*ends, Fraction(0)]), max([*ends, Fraction(0)]) + 100]

    def default(self, indicator):
        low, high = self.span(indicator)
        return (low + high) / 2

    def fill(self, key, met):
        """period → value of one series"""
        (region, indicator), series = key, self.series[key]
        failing = not met and key in self.short
        periods = sorted(series.periods)
        middle = self.middle.get(key, periods[-1])
        values = {}
        for period in periods:
            if period in series.limits:
                op, value = self.edge(indicator, series.limits[period])
                short = failing and (period == middle or len(series.limits) == 1 or series.trends)
                values[period] = self.beyond(indicator, op, value, not short, series.rounded)
        if not series.trends:
            return {period: values.get(period, self.default(indicator)) for period in periods}
        steps = sorted(series.steps)
        value = values.get(steps[-1], self.default(indicator))
        rises, falls = "rises" in series.trends, "falls" in series.trends
        low, high = self.span(indicator)
        slope, little = min(Fraction(1), (high - low) / 100) * (1 if rises else -1 if falls else 0), self.small(indicator, value)
        out = {period: values.get(period, value) for period in periods} | {steps[-1]: value}
        for step, period in enumerate(reversed(steps[:-1])):
            value -= slope if not failing or (step and len(series.against) == 1) else 0
            if failing and not step and "does not fall" in series.trends:
                value += little
            if failing and not step and "does not rise" in series.trends:
                value -= little
            out[period] = value
        return out

    def figures(self, met):
        rows, filled = [], {}
        for region, indicator in sorted(self.series):
            for period, value in self.fill((region, indicator), met).items():
                filled[region, period, indicator] = value
        for (region, indicator), series in sorted(self.series.items()):
            failing = not met and (region, indicator) in self.short
            for period, handed in series.handed.items():
                for op, other in handed:
                    value = filled[region, period, indicator]
                    short = failing and period == self.middle.get((region, indicator), period)
                    little = self.small(indicator, value) if short else 0
                    unit = self.unit_of[indicator]
                    rows.append((region, period, other, packs.decimal(value + (little if op != "<=" else -little)), unit))
        rows += [(region, period, indicator, packs.decimal(value), self.unit_of[indicator]) for (region, period, indicator), value in filled.items()]
        return sorted(set(rows))

    # ---- records ---------------------------------------------------------------------------------------------------------
    def records(self, met):
        rows = []
        for name, verdicts in self.verdicts.items():
            asked = self.asked[name]
            words = [member["record"] for member in self.members(asked.rule) if "record" in member]
            if not words:
                continue
            everyone = "count" not in asked.rule and "share" not in asked.rule
            for i, verdict in enumerate(sorted(verdicts, key=lambda one: (one["region"]["code"], one["item"] or ""))):
                short = not met and (not everyone or i == len(verdicts) - 1)
                rows += [(verdict["region"]["code"], name, str(day), packs.STATUS[status], "", verdict["item"] or "")
                         for word in words for day, status in self.deeds(asked, word, short)]
        return rows

    def deeds(self, asked, word, short):
        if "every" in asked.rule:
            intervals = asked.intervals()
            keep = [last for i, (_, last) in enumerate(intervals) if not short or i != len(intervals) // 2]
            return [(day, word) for day in keep]
        number = int(packs.Test(asked.rule.get("number", ">= 1")).value)
        days = [asked.day - datetime.timedelta(30 * i) for i in range(number)]
        if short and asked.open:
            return [(days[0], "not done")] if number == 1 else [(day, word) for day in days[1:]]
        if short:
            days[0] = asked.day + datetime.timedelta(1)
        return [(day, word) for day in days]
