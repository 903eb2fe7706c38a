#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes the JSON report of every example and case whose command is a single `kaohe check`, and has each validated by
check_report.py. argv: the program, the source folder."""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

TOOLS = pathlib.Path(__file__).parent


def simple_command(folder: pathlib.Path) -> str:
    """The command of a case where `--format json` can be put behind it, else nothing."""
    lines = (folder / "cmd").read_text(encoding="utf-8").splitlines() if (folder / "cmd").is_file() else []
    plain = len(lines) == 1 and lines[0].startswith("kaohe check ") and not re.search(r"[|&;<>$`]|--(format|output|help)", lines[0])
    return lines[0] + " --format json" if plain else ""


def main() -> int:
    program, source = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])
    env = {key: os.environ[key] for key in os.environ if key.endswith("SAN_OPTIONS")}
    faults, reports = [], 0
    examples = 0
    with tempfile.TemporaryDirectory(prefix="kaohe-reports-") as scratch:
        bin_folder = pathlib.Path(scratch, "bin")
        bin_folder.mkdir()
        (bin_folder / "kaohe").symlink_to(program)
        env |= {"PATH": f"{bin_folder}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8"}
        for folder in sorted([*source.glob("examples/*/"), *source.glob("tests/cases/*/")]):
            command = simple_command(folder)
            if not command:
                continue
            place = pathlib.Path(scratch, "case")
            shutil.copytree(folder, place)
            done = subprocess.run(["bash", "-c", command], cwd=place, env=env, stdin=subprocess.DEVNULL, timeout=300,
                                  capture_output=True, check=False)
            shutil.rmtree(place)
            if not done.stdout:  # refused before there was anything to report
                if folder.parent.name == "examples":
                    faults.append(f"{folder.name}: no report")
                continue
            reports += 1
            examples += folder.parent.name == "examples"
            report = pathlib.Path(scratch, "report.json")
            report.write_bytes(done.stdout)
            checked = subprocess.run([sys.executable, TOOLS / "check_report.py", report], capture_output=True, text=True,
                                     check=False, cwd=source)
            if checked.returncode != 0:
                faults.append(f"{folder.name}: {command}\n{checked.stdout}{checked.stderr}")
    print("\n".join(faults) + f"\n{reports} reports checked, {examples} of examples")
    return 1 if faults or examples < 4 else 0


if __name__ == "__main__":
    sys.exit(main())
