#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Fails where a problem code of cli/base/problem.cc is told by no case, no example and no unit test, or where the table
is not sorted. argv: the source folder."""
import pathlib
import re
import sys


def main() -> int:
    source = pathlib.Path(sys.argv[1])
    table = (source / "cli/base/problem.cc").read_text(encoding="utf-8")
    codes = re.findall(r'\{"([a-z0-9-]+)",\s*Severity::', table)
    told = [*source.glob("tests/cases/*/std*"), *source.glob("examples/*/std*"), *source.glob("tests/unit/*.cc")]
    text = "\n".join(file.read_text(encoding="utf-8", errors="replace") for file in told)
    untold = [code for code in codes if f"[{code}]" not in text and f'"{code}"' not in text]

    for code in untold:
        print(f"{code}: told by no case and no unit test")
    if codes != sorted(set(codes)):
        print("the table is not sorted, or names a code twice")
        untold.append("order")
    if not codes:
        print("no codes found in cli/base/problem.cc")
        return 1
    print(f"{len(codes)} codes, {len(codes) - len(set(untold) & set(codes))} told")
    return 1 if untold else 0


if __name__ == "__main__":
    sys.exit(main())
