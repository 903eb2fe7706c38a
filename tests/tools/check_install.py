#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Installs into an empty place and judges an example there, from another folder than the sources. argv: build, source."""
import os
import pathlib
import subprocess
import sys
import tempfile

EXPECTED = ["bin/kaohe", "share/kaohe/rules/jiangxi-2017.toml", "share/kaohe/data/indicators.toml",
            "share/kaohe/data/schema/plan.schema.json", "share/man/man1/kaohe.1", "share/bash-completion/completions/kaohe", "share/doc/kaohe/LICENSE"]


def main() -> int:
    build, source = (pathlib.Path(argument).resolve() for argument in sys.argv[1:3])
    with tempfile.TemporaryDirectory(prefix="kaohe-install-") as scratch:
        prefix = pathlib.Path(scratch, "usr")
        env = {key: value for key, value in os.environ.items() if key != "DESTDIR"}
        subprocess.run(["cmake", "--install", build, "--prefix", prefix], check=True, env=env, stdout=subprocess.DEVNULL)
        absent = [name for name in EXPECTED if not (prefix / name).is_file()]
        if absent:
            print("not installed:", *absent)
            return 1
        case = [sys.executable, source / "tests/run_case.py", prefix / "bin/kaohe", source / "examples/jiangxi-2020"]
        env = {key: value for key, value in env.items() if key != "KAOHE_UPDATE"}
        done = subprocess.run(case, cwd=scratch, env=env, check=False)
        if done.returncode == 0:
            print("the installed program says of examples/jiangxi-2020 what is expected")
        return done.returncode


if __name__ == "__main__":
    sys.exit(main())
