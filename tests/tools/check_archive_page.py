#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs every command of the ```console blocks of docs/archive.md, one after the other in one empty folder, and compares
what they print, as check_readme.py does. Needs ssh-keygen and minisign. argv: the program, the source folder."""
import pathlib
import re
import sys
import tempfile

import check_readme

PAGE = "docs/archive.md"


def main() -> int:
    program, source = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    sys.stdout.reconfigure(encoding="utf-8")
    faults = commands = 0
    with tempfile.TemporaryDirectory(prefix="kaohe-page-") as scratch:
        programs, folder = pathlib.Path(scratch, "bin"), pathlib.Path(scratch, "folder")
        programs.mkdir()
        folder.mkdir()
        (programs / "kaohe").symlink_to(program)
        (folder / "examples").symlink_to(source / "examples")

        def runner(command: str) -> tuple:
            output, status = check_readme.run(command, folder, str(programs), "C.UTF-8")
            return ([] if output == [""] else output), status

        for block in re.findall(r"```console\n(.*?)```", (source / PAGE).read_text(encoding="utf-8"), re.DOTALL):
            bad, count, _ = check_readme.check_block(block.split("\n")[:-1], PAGE, runner, "$ ")
            faults += bad
            commands += count
    print(f"{PAGE}: {commands} commands run, {faults} faults")
    return 1 if faults or commands < 10 else 0


if __name__ == "__main__":
    sys.exit(main())
