#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Fails where the help of the commands and docs/kaohe.1 do not name the same commands and long options. argv: the
program, the source folder."""
import pathlib
import re
import subprocess
import sys

OPTION = r"(?<![\w-])--[a-z][a-z-]*"


def main() -> int:
    program, source = sys.argv[1], pathlib.Path(sys.argv[2])
    def told(*arguments: str) -> str:
        return subprocess.run([program, *arguments, "--help"], env={"LC_ALL": "C.UTF-8"}, capture_output=True, text=True,
                              check=True).stdout

    page = (source / "docs/kaohe.1").read_text(encoding="utf-8").replace("\\-", "-")
    commands = re.findall(r"^  ([a-z]+) ", told().split("Subcommands:")[1].split("\nExample")[0], re.MULTILINE)
    helped = set().union(*(re.findall(OPTION, told(command)) for command in commands)) - {"--help", "--version"}
    paged = set(re.findall(OPTION, page)) - {"--help", "--version"}
    absent = [command for command in commands if f"\n.B kaohe {command}\n" not in page]
    for command in absent:
        print(f"kaohe {command}: not in docs/kaohe.1")
    for option in sorted(helped - paged):
        print(f"{option}: not in docs/kaohe.1")
    for option in sorted(paged - helped):
        print(f"{option}: in docs/kaohe.1, but in no command's help")
    print(f"{len(commands)} commands, {len(helped & paged)} options in both")
    return 1 if helped != paged or absent or not helped or not commands else 0


if __name__ == "__main__":
    sys.exit(main())
