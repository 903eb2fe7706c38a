#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Fails where `kaohe check --help` and docs/kaohe.1 do not name the same long options. argv: the program, the source
folder."""
import pathlib
import re
import subprocess
import sys

OPTION = r"(?<![\w-])--[a-z][a-z-]*"


def main() -> int:
    program, source = sys.argv[1], pathlib.Path(sys.argv[2])
    told = subprocess.run([program, "check", "--help"], env={"LC_ALL": "C.UTF-8"}, capture_output=True, text=True, check=True)
    page = (source / "docs/kaohe.1").read_text(encoding="utf-8").replace("\\-", "-")
    helped, paged = (set(re.findall(OPTION, text)) - {"--help", "--version"} for text in (told.stdout, page))
    for option in sorted(helped - paged):
        print(f"{option}: not in docs/kaohe.1")
    for option in sorted(paged - helped):
        print(f"{option}: in docs/kaohe.1, but not in kaohe check --help")
    print(f"{len(helped & paged)} options in both")
    return 1 if helped != paged or not helped else 0


if __name__ == "__main__":
    sys.exit(main())
