#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Our CSV reader against others: the files of csv-spectrum (npm) read as their JSON says, and generated files read as
Python's csv module reads them. argv: csv_rows, the source folder."""
import csv
import io
import json
import pathlib
import random
import subprocess
import sys

FILES = 400
PIECES = ["", "a", "1", " ", "  x ", "江西省", "é", "𠮷", "\"", "\"\"", "\n", "\r\n", "\r", ",", ";", "\t", "'", "\\", "ab\"c", "#", "=1+1", "0.0"]


def rows_of(program: str, data: bytes, *separator: str) -> list:
    done = subprocess.run([program, *separator], input=data, capture_output=True, check=False)
    return json.loads(done.stdout) if done.returncode == 0 else [["not read:", done.stdout.decode(), done.stderr.decode()]]


def spectrum(program: str, source: pathlib.Path) -> list:
    home = source / "tests/node/node_modules/csv-spectrum"
    files = sorted((home / "csvs").glob("*.csv"))
    if len(files) < 10:
        return [f"{home}: csv-spectrum is not installed; bash .ci/install test"]
    found = []
    for file in files:
        rows = rows_of(program, file.read_bytes(), ",")
        ours = [dict(zip(rows[0], row)) for row in rows[1:]]
        theirs = json.loads((home / "json" / f"{file.stem}.json").read_text(encoding="utf-8"))
        theirs = theirs if isinstance(theirs, list) else [theirs]
        if file.stem == "location_coordinates":  # its JSON gives another telephone number than its CSV
            for row in ours + theirs:
                row.pop("Contact Phone Number")
        if ours != theirs:
            found.append(f"csv-spectrum {file.name}: {ours} is not {theirs}")
    print(f"csv-spectrum: {len(files)} files")
    return found


def cell(chance: random.Random, separator: str) -> str:
    """A field as written: quoted where it must be, and sometimes where it need not; a bare one may hold stray quotes."""
    text = "".join(chance.choice(PIECES) for _ in range(chance.randrange(4)))
    must = any(mark in text for mark in ("\n", "\r", separator)) or text.startswith("\"")
    return "\"" + text.replace("\"", "\"\"") + "\"" if must or chance.random() < 0.3 else text


def torture(chance: random.Random) -> tuple:
    separator = chance.choice(",;\t")
    end = chance.choice(["\n", "\r\n", "\r"])
    lines = [separator.join(cell(chance, separator) for _ in range(chance.randrange(1, 6))) for _ in range(chance.randrange(1, 9))]
    return separator, end.join(lines) + chance.choice([end, ""])


def differential(program: str) -> list:
    found = []
    for seed in range(FILES):
        separator, text = torture(random.Random(seed))
        ours = rows_of(program, text.encode(), separator)
        theirs = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
        if ours != theirs:
            found.append(f"seed {seed}: {text!r}\n  ours   {ours}\n  theirs {theirs}")
    print(f"generated: {FILES} files")
    return found


def main() -> int:
    csv.field_size_limit(1 << 30)
    found = spectrum(sys.argv[1], pathlib.Path(sys.argv[2])) + differential(sys.argv[1])
    print("\n".join(found[:5]))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
