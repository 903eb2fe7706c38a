#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs what examples/ci tells a pipeline to run, as far as that goes without the service: each command in a copy of the
folder, with the status that the service would see, and the files that later steps take. argv: the program, the source folder."""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

import yaml


class Stage:
    """A copy of examples/ci with kaohe on PATH."""

    def __init__(self, program: pathlib.Path, source: pathlib.Path, scratch: pathlib.Path):
        (scratch / "bin").mkdir(parents=True)
        (scratch / "bin/kaohe").symlink_to(program)
        self.folder = scratch / "work"
        shutil.copytree(source / "examples/ci", self.folder)
        self.env = {key: os.environ[key] for key in os.environ if key.endswith("SAN_OPTIONS")}
        self.env |= {"PATH": f"{scratch / 'bin'}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8", "GITHUB_STEP_SUMMARY": str(self.folder / "summary.md")}

    def run(self, command: str, status: int) -> str:
        done = subprocess.run(["bash", "-euo", "pipefail", "-c", command], cwd=self.folder, env=self.env, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
        assert done.returncode == status, f"{command}\nexit status {done.returncode}\n{done.stdout}{done.stderr}"
        return done.stdout


def check_github(stage: Stage, source: pathlib.Path) -> None:
    job = yaml.safe_load((source / "examples/ci/github-workflow.yml").read_text(encoding="utf-8"))["jobs"]["check"]
    runs = [step["run"] for step in job["steps"] if "run" in step]
    assert len(runs) == 1
    told = stage.run(runs[0], 1)
    assert re.search(r"^::error file=figures\.csv,line=2,col=\d+,title=ours/pm25::", told, re.MULTILINE), told
    assert (stage.folder / "summary.md").read_text(encoding="utf-8").startswith("# ")
    for step in job["steps"]:
        wanted = step.get("with", {})
        for path in [wanted.get("sarif_file", "")] + wanted.get("path", "").split():
            assert not path or (stage.folder / path).is_file(), f"{path} was not written"


def check_gitlab(stage: Stage, source: pathlib.Path) -> None:
    job = yaml.safe_load((source / "examples/ci/gitlab-ci.yml").read_text(encoding="utf-8"))["kaohe"]
    stage.run("\n".join(job["script"]), 1)
    reports = job["artifacts"]["reports"]
    issues = json.loads((stage.folder / reports["codequality"]).read_text(encoding="utf-8"))
    assert [i["location"]["lines"]["begin"] for i in issues if i["severity"] == "critical"] == [2], issues
    suites = xml.etree.ElementTree.parse(stage.folder / reports["junit"]).getroot()
    assert (suites.get("tests"), suites.get("failures")) == ("3", "1")
    assert (stage.folder / job["artifacts"]["paths"][0]).is_file()


def check_pre_commit(stage: Stage, source: pathlib.Path) -> None:
    hooks = {hook["id"]: hook for hook in yaml.safe_load((source / "examples/ci/pre-commit-hooks.yaml").read_text(encoding="utf-8"))}
    assert re.search(hooks["kaohe-lint"]["files"], "plan.toml") and re.search(hooks["kaohe-lint"]["files"], "rules/ours.toml")
    assert re.search(hooks["kaohe-check"]["files"], "data/figures-2020.csv")
    stage.run(hooks["kaohe-lint"]["entry"] + " plan.toml", 0)
    stage.run(hooks["kaohe-check"]["entry"] + " figures.csv", 1)
    # What was accepted is no longer new.
    stage.run("kaohe check figures.csv --plan plan.toml --format json --output last.json", 1)
    stage.run(hooks["kaohe-check"]["entry"] + " figures.csv", 0)


def main() -> int:
    program, source = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])
    checks = (check_github, check_gitlab, check_pre_commit)
    for check in checks:
        with tempfile.TemporaryDirectory(prefix="kaohe-ci-") as scratch:
            check(Stage(program, source, pathlib.Path(scratch)), source)
    print(f"{len(checks)} pieces run")
    return 0


if __name__ == "__main__":
    sys.exit(main())
