#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Checks data/schema/plan.schema.json with a validator that is not ours: it is a schema of draft 4, every rule file under rules/
satisfies it, and every file of tests/tools/broken-rules does not, for the reason its first line names.

usage: check_schema.py SOURCE_DIR
"""
import datetime
import json
import pathlib
import sys
import tomllib

import jsonschema


class DateText(str):
    """A TOML date. JSON has none: it goes in as a text that the format "date" alone accepts."""


def as_json(value):
    if isinstance(value, dict):
        return {key: as_json(item) for key, item in value.items()}
    if isinstance(value, list):
        return [as_json(item) for item in value]
    if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        return DateText(value.isoformat())
    return value


def make_validator(schema):
    formats = jsonschema.FormatChecker(formats=())
    formats.checks("date")(lambda value: isinstance(value, DateText))
    jsonschema.Draft4Validator.check_schema(schema)
    return jsonschema.Draft4Validator(schema, format_checker=formats)


def faults(validator, path):
    with path.open("rb") as file:
        document = as_json(tomllib.load(file))
    return [
        "%s: %s" % ("/".join(str(step) for step in error.absolute_path) or "(root)", error.message[:200])
        for error in sorted(validator.iter_errors(document), key=lambda error: [str(step) for step in error.absolute_path])
    ]


def check_good(validator, paths):
    failed = 0
    for path in paths:
        found = faults(validator, path)
        failed += bool(found)
        print("%s: %s" % (path.name, "satisfies the schema" if not found else "does NOT satisfy the schema"))
        for fault in found:
            print("  " + fault)
    return failed


def check_broken(validator, paths):
    """The first line of each says where the fault is: "# rejected at: rule/0/due"."""
    failed = 0
    for path in paths:
        wanted = path.read_text(encoding="utf-8").splitlines()[0].removeprefix("# rejected at: ")
        found = faults(validator, path)
        rejected = [fault for fault in found if fault.startswith(wanted + ":")]
        failed += len(rejected) != len(found) or not found
        print("%s: %s" % (path.name, "rejected as it should be" if rejected else "NOT rejected at " + wanted))
        if len(rejected) != len(found):
            print("\n".join("  " + fault for fault in found))
    return failed


def main():
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".")
    validator = make_validator(json.loads((root / "data/schema/plan.schema.json").read_text(encoding="utf-8")))
    good = sorted((root / "rules").rglob("*.toml"), key=lambda path: (len(path.parts), path))
    good = [path for path in good if path.parent.name != "parts"]  # tables, not plans
    broken = sorted((root / "tests/tools/broken-rules").glob("*.toml"))
    if not good or not broken:
        print("nothing to check: %d rule files, %d broken ones" % (len(good), len(broken)))
        return 1
    failed = check_good(validator, good) + check_broken(validator, broken)
    print("%d rule files, %d broken ones, %d not as they should be" % (len(good), len(broken), failed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
