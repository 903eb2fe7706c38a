#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs the commands of ```console blocks that start with `kaohe` in the source folder, and compares what they print.

`$ command` is followed by its output, both streams as a terminal shows them; a line `…` stands for any number of lines;
`exit status N` as the last line of an output is the command's status, which is not checked where it is not shown. Commands that do not start with `kaohe` are for people and for .ci/run. KAOHE_UPDATE=1 writes outputs
without `…` anew. argv: the program, the source folder."""
import difflib
import os
import pathlib
import re
import subprocess
import sys
import tempfile

DOCUMENTS = {"README.md": "C.UTF-8", "README.zh.md": "zh_CN.UTF-8"}
STATUS = re.compile(r"exit status (\d+)")


def run(command: str, source: pathlib.Path, programs: str, locale: str) -> tuple:
    env = {key: os.environ[key] for key in os.environ if key.endswith("SAN_OPTIONS")}
    env |= {"PATH": f"{programs}:{os.environ['PATH']}", "LC_ALL": locale}
    done = subprocess.run(["sh", "-c", command], cwd=source, env=env, stdin=subprocess.DEVNULL, check=False, timeout=300,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return done.stdout.decode("utf-8").rstrip("\n").split("\n"), done.returncode


def matches(expected: list, actual: list) -> bool:
    pattern = "".join(r"(?:.*\n)*" if line == "…" else re.escape(line) + r"\n" for line in expected)
    return re.fullmatch(pattern, "".join(line + "\n" for line in actual)) is not None


def check(shown: list, output: list, status: int, where: str) -> tuple:
    """(whether it is right, what should be shown)"""
    with_status = bool(shown) and STATUS.fullmatch(shown[-1])
    actual = [line.rstrip() for line in output] + ([f"exit status {status}"] if with_status else [])
    if matches(shown, actual):
        return True, shown
    if os.environ.get("KAOHE_UPDATE") == "1" and "…" not in shown:
        return True, actual
    print("\n".join(difflib.unified_diff(shown, actual, where, "what the program says", lineterm="")))
    return False, shown


def check_block(lines: list, name: str, runner, ours: str = "$ kaohe ") -> tuple:
    """Checks one block's lines, running commands that begin with `ours`; gives (faults, commands run, the lines as they
    should be)."""
    faults = count = 0
    out = []
    at = 0
    while at < len(lines):
        line = lines[at]
        at += 1
        out.append(line)
        if not line.startswith("$ "):
            continue
        shown = []
        while at < len(lines) and not lines[at].startswith("$ "):
            shown.append(lines[at])
            at += 1
        if line.startswith(ours):
            count += 1
            good, shown = check(shown, *runner(line[2:]), f"{name}: {line}")
            faults += 0 if good else 1
        out += shown
    return faults, count, out


def main() -> int:
    program, source = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])
    sys.stdout.reconfigure(encoding="utf-8")
    faults = 0
    with tempfile.TemporaryDirectory(prefix="kaohe-readme-") as programs:
        pathlib.Path(programs, "kaohe").symlink_to(program)
        for name, locale in DOCUMENTS.items():
            text = (source / name).read_text(encoding="utf-8")
            commands = 0

            def replace(block, name=name, locale=locale):
                nonlocal faults, commands
                bad, count, lines = check_block(block[1].split("\n")[:-1], name,
                                                lambda command: run(command, source, programs, locale))
                faults += bad
                commands += count
                return "```console\n" + "".join(line + "\n" for line in lines) + "```"

            new = re.sub(r"```console\n(.*?)```", replace, text, flags=re.DOTALL)
            if new != text:
                (source / name).write_text(new, encoding="utf-8")
            print(f"{name}: {commands} commands run")
            if commands == 0:
                print(f"{name}: shows no kaohe command")
                faults += 1
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
