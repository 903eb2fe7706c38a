#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Where a report cannot be written: a full device, a disk that fills up half way, a folder that takes no file, a reader that
goes away. Every format; the exit status is 2 (of a reader that went away what it would have been), the message one line, and
no file is left. argv: the program, the source folder."""
import pathlib
import resource
import shutil
import signal
import subprocess
import sys
import tempfile

import formats

SMALL = 1000  # bytes; every report is longer


def little_disk() -> None:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (SMALL, SMALL))


def main() -> int:
    program, source = str(pathlib.Path(sys.argv[1]).resolve()), pathlib.Path(sys.argv[2])
    faults = []
    with tempfile.TemporaryDirectory(prefix="kaohe-refused-") as scratch:
        folder = pathlib.Path(scratch, "sample")
        shutil.copytree(source / "tests/formats", folder, ignore=shutil.ignore_patterns("golden"))
        command = [program, *(folder / "options").read_text(encoding="utf-8").split(), "--lang", "en", "-q"]
        before = sorted(file.name for file in folder.iterdir())

        def run(*more: str, **how) -> subprocess.CompletedProcess:
            return subprocess.run([*command, *more], cwd=folder, env={"LC_ALL": "C.UTF-8"}, stdin=subprocess.DEVNULL, capture_output=True, check=False, **how)

        for name in formats.FORMATS:
            for where, how in (("/dev/full", {}), ("absent/out", {}), ("out", {"preexec_fn": little_disk})):
                done = run("--report", f"{name}={where}", **how)
                told = [line for line in done.stderr.decode().splitlines() if line.startswith("kaohe: error: cannot ")]
                if done.returncode != 2 or len(told) != 1:
                    faults.append(f"{name} to {where}: exit status {done.returncode}, {done.stderr.decode()[-300:]}")
                left = sorted(file.name for file in folder.iterdir())
                if left != before:
                    faults.append(f"{name} to {where}: left {set(left) - set(before)}")
            piped = subprocess.run(["bash", "-c", 'set -o pipefail; "$@" | head -c 1 >/dev/null', "-", *[c for c in command if c != "-q"], "--format", name], cwd=folder,
                                   env={"LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"}, capture_output=True, check=False)
            if piped.returncode != formats.STATUS or b"cannot" in piped.stderr or b"failed" in piped.stderr:
                faults.append(f"{name} into a closed pipe: exit status {piped.returncode}, {piped.stderr.decode()[-300:]}")
    print("\n".join(faults) + f"\n{len(formats.FORMATS)} formats, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
