# SPDX-License-Identifier: Apache-2.0
"""The same check as SQL for DuckDB, as fast as we could make it: columns typed and named beforehand, numbers as whole hundredths (exact),
indicators as an enumeration, one pass of grouping; a year's value is kept twelvefold, so that means stay whole."""

COLUMNS = ["code", "name", "period", "indicator", "value", "unit", "source"]


def quoted(text):
    return "'" + text.replace("'", "''") + "'"


def read_csv(path, columns):
    types = ", ".join(f"{quoted(name)}: {quoted(type_)}" for name, type_ in columns)
    return f"read_csv({quoted(str(path))}, header = true, auto_detect = false, delim = ',', quote = '\"', escape = '\"', columns = {{{types}}})"


def thresholds(chosen):
    rows = ", ".join(f"({i}, {quoted(one.name)}, {quoted(one.id)}, {quoted(one.fold)}, {quoted(one.weight)}, {1 if one.higher else -1}, "
                     f"({one.county} * 1200)::BIGINT, ({one.province} * 1200)::BIGINT)" for i, one in enumerate(chosen))
    return f"CREATE TABLE t AS SELECT * FROM (VALUES {rows}) AS x(ord, indicator, id, fold, weight, sign, county, province);"


def yearly_long(path, chosen):
    """y(code, id, year, v): v twelve times the year's value, in hundredths."""
    names = ", ".join(quoted(one.name) for one in chosen)
    types = {"code": "INTEGER", "indicator": "ind", "value": "DECIMAL(9,2)"}
    source = read_csv(path, [(name, types.get(name, "VARCHAR")) for name in COLUMNS])
    return f"""CREATE TYPE ind AS ENUM ({names});
CREATE TABLE g AS SELECT code, indicator, year, sum(v)::BIGINT AS s, min(v) AS low, max(v) AS high, max(v) FILTER (month = '12') AS last
  FROM (SELECT code, indicator, period[1:4]::USMALLINT AS year, period[6:7] AS month, (value * 100)::INTEGER AS v FROM {source}) GROUP BY ALL;
CREATE TABLE y AS SELECT code, t.id, t.weight, year,
  CASE fold WHEN 'mean' THEN s WHEN 'sum' THEN s * 12 WHEN 'max' THEN high * 12 WHEN 'min' THEN low * 12 ELSE last * 12 END AS v
  FROM g JOIN t ON t.indicator = g.indicator;"""


def yearly_wide(path, chosen):
    """The columns are folded before they are made rows."""
    folds = {"mean": "sum({0})", "sum": "sum({0}) * 12", "max": "max({0}) * 12", "min": "min({0}) * 12", "last": "max({0}) FILTER (month = '12') * 12"}
    source = read_csv(path, [("code", "INTEGER"), ("name", "VARCHAR"), ("period", "VARCHAR")] + [(one.id, "DECIMAL(9,2)") for one in chosen])
    whole = ", ".join(f"({one.id} * 100)::INTEGER AS {one.id}" for one in chosen)
    folded = ", ".join(f"({folds[one.fold].format(one.id)})::BIGINT AS {one.id}" for one in chosen)
    return f"""CREATE TABLE g AS SELECT code, year, {folded}
  FROM (SELECT code, period[1:4]::USMALLINT AS year, period[6:7] AS month, {whole} FROM {source}) GROUP BY ALL;
CREATE TABLE y AS SELECT code, t.id, t.weight, year, v FROM (UNPIVOT g ON COLUMNS(* EXCLUDE (code, year)) INTO NAME id VALUE v) u JOIN t ON t.id = u.id;"""


# How many years of how many units fail each rule.
CHECK = """SELECT t.id || '-counties', count(*) FILTER (y.v * sign < county * sign) FROM y JOIN t ON t.id = y.id GROUP BY 1
UNION ALL
SELECT t.id || '-provinces', count(*) FILTER (p.total * sign < province * sign * p.weights)
  FROM (SELECT x.id, x.code // 10000, x.year, sum(x.v::HUGEINT * coalesce(w.v, 1)) AS total, CASE WHEN any_value(w.v) IS NULL THEN 1 ELSE sum(w.v) END AS weights
        FROM y x LEFT JOIN y w ON w.code = x.code AND w.year = x.year AND w.id = x.weight GROUP BY 1, 2, 3) p
  JOIN t ON t.id = p.id GROUP BY 1
ORDER BY 1"""


def statements(form, path, chosen):
    """Several, `;` between them; the last one's rows are the answer."""
    yearly = yearly_wide if form == "wide" else yearly_long
    return "SET preserve_insertion_order = false;\n" + thresholds(chosen) + "\n" + yearly(path, chosen) + "\n" + CHECK
