#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs one case: a folder with `cmd`, its inputs, and the expected `stdout`, `stderr` and `status`.

`cmd` is a piece of shell in which `kaohe` is the program under test. It runs in a copy of the folder, without a
terminal, in the locale C.UTF-8. KAOHE_UPDATE=1 writes what is expected anew; reading the difference is the review.
"""
import argparse
import difflib
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

EXPECTED = ("stdout", "stderr", "status")


def environment(programs: pathlib.Path) -> dict:
    env = {key: os.environ[key] for key in os.environ if key.endswith("SAN_OPTIONS")}
    return env | {"PATH": f"{programs}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8", "HOME": str(programs)}


def run(case: pathlib.Path, program: pathlib.Path) -> dict:
    with tempfile.TemporaryDirectory(prefix="kaohe-case-") as scratch:
        programs = pathlib.Path(scratch, "bin")
        programs.mkdir()
        (programs / "kaohe").symlink_to(program)
        folder = pathlib.Path(scratch, "case")
        shutil.copytree(case, folder, ignore=shutil.ignore_patterns(*EXPECTED))
        done = subprocess.run(["bash", "./cmd"], cwd=folder, env=environment(programs), stdin=subprocess.DEVNULL,
                              capture_output=True, timeout=300, check=False)
    return {"stdout": done.stdout, "stderr": done.stderr, "status": f"{done.returncode}\n".encode()}


def show_difference(name: str, expected: bytes, actual: bytes) -> None:
    def lines(data: bytes) -> list:
        text = data.decode("utf-8", "backslashreplace")
        return [line.replace("\r", "\\r").replace("\0", "\\0") for line in text.split("\n")]

    for line in difflib.unified_diff(lines(expected), lines(actual), f"expected {name}", f"actual {name}", lineterm=""):
        print(line)


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("case", type=pathlib.Path)
    options = parser.parse_args()
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")

    if not (options.case / "cmd").is_file():
        print(f"{options.case}: no file cmd: not a case")
        return 1
    actual = run(options.case.resolve(), options.program.resolve())
    good = True
    for name in EXPECTED:
        file = options.case / name
        if os.environ.get("KAOHE_UPDATE") == "1":
            file.write_bytes(actual[name])
        elif not file.is_file():
            print(f"{file}: absent; KAOHE_UPDATE=1 writes it")
            good = False
        elif file.read_bytes() != actual[name]:
            show_difference(name, file.read_bytes(), actual[name])
            good = False
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
