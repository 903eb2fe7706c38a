#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Traces every rule file whose plan's text lies in the folder given (ID.txt): nothing may be open. The texts are no part
of the project; 77, skipped, where there are none. argv: the program, the source folder, the folder of texts."""
import pathlib
import subprocess
import sys

SKIPPED = 77


def main() -> int:
    program, source, texts = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    traced, failed = 0, 0
    for rules in sorted(source.glob("rules/*.toml")):
        text = texts / f"{rules.stem}.txt"
        if not text.is_file():
            continue
        traced += 1
        done = subprocess.run([program, "trace", rules, "--text", text], capture_output=True, text=True, check=False,
                              env={"LC_ALL": "C.UTF-8", "COLUMNS": "160"})
        if done.returncode != 0:
            failed += 1
            print(done.stdout.split("\ncoverage by section")[0], done.stderr)
    print(f"{traced} texts traced, {failed} with something open")
    return SKIPPED if traced == 0 else 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
