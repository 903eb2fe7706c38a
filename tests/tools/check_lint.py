#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""`kaohe lint` finds nothing in the rule files and tables of the source folder. argv: the program, the source folder."""
import pathlib
import subprocess
import sys


def main() -> int:
    source = pathlib.Path(sys.argv[2])
    files = sorted(source.glob("rules/*.toml"))
    done = subprocess.run([sys.argv[1], "lint", *files, "--rules", source / "rules", "--data", source / "data", "--lang", "en"],
                          capture_output=True, text=True, check=False, timeout=300, env={"LC_ALL": "C.UTF-8"})
    print(done.stdout + done.stderr)
    return 1 if done.returncode != 0 or len(files) < 6 else 0


if __name__ == "__main__":
    sys.exit(main())
