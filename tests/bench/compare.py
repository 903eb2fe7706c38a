#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Whole processes side by side: kaohe, the peers and the limits of the machine take turns (A B C, A B C, …), so that what else
the machine does falls on all of them; medians and ratios are printed. Every peer must count as many failing years as kaohe.
Needs Debian (Miller, a fast CSV library) and npm (DuckDB), which it installs from into WORK; figures are generated there too."""
import argparse
import json
import multiprocessing
import os
import pathlib
import platform
import re
import statistics
import subprocess
import sys
import tempfile
import time

import generate
import peer_duckdb
import peer_fccp
import peer_miller
import world

HERE = pathlib.Path(__file__).resolve().parent
DUCKDB = "1.5.6-r.1"
EXAMPLE = HERE.parents[1] / "examples/jiangxi-2020/figures.csv"


def install(work):
    (work / "npm").mkdir(parents=True, exist_ok=True)
    if not (work / "npm/node_modules/@duckdb/node-api").exists():
        (work / "npm/package.json").write_text("{}")
        subprocess.run(["npm", "install", "--silent", "--no-audit", "--no-fund", f"@duckdb/node-api@{DUCKDB}"], cwd=work / "npm", check=True)
    if subprocess.run(["which", "mlr"], capture_output=True).returncode != 0 or not peer_fccp.HEADER.exists():
        subprocess.run(["apt-get", "install", "-qq", "-y", "--no-install-recommends", "miller", "libfccp-dev"], check=True, stdout=subprocess.DEVNULL)
    peer_fccp.build(work)


def generate_apart(folder, form, counties, options):
    """In a process of its own: a child's peak memory counts from that of its parent when it was made, so this one stays small."""
    subprocess.run([sys.executable, HERE / "generate.py", folder, "--form", form, "--counties", str(counties), "--indicators", str(options.indicators),
                    "--months", str(options.months), "--judged", options.judged], check=True, stdout=subprocess.DEVNULL)


class Runner:
    """Commands by name, each with the form that it reads."""

    def __init__(self, options):
        self.options, self.work, self.chosen = options, options.work, world.indicators(options.indicators)
        self.commands, self.times, self.peaks, self.answers = {}, {}, {}, {}
        self.has_threads = "--threads" in self.output_of([options.kaohe, "check", "--help"])

    @staticmethod
    def output_of(command):
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout

    def figures(self, form):
        """Generated once for each size."""
        folder = self.work / "{counties}x{indicators}x{months}-{judged}".format(**vars(self.options))
        if not (folder / f"{form}.csv").exists():
            generate_apart(folder, form, self.options.counties, self.options)
        return folder / f"{form}.csv"

    def add(self, name, command):
        if re.search(self.options.only, name):
            self.commands[name], self.times[name] = list(map(str, command)), []

    def add_kaohe(self, path, name, *more):
        folder = self.figures("long").parent
        command = [self.options.kaohe, "check", path, "--rules", folder / "rules", "--data", folder / "data", "--lang", "en", *more]
        for threads in self.options.threads if self.has_threads else [None]:
            self.add(name if threads is None else f"{name}, {threads} thread" + "s" * (threads > 1), command + (["--threads", threads] if threads else []))

    def add_duckdb(self, path, form):
        statements = self.work / f"{form}.sql"
        statements.write_text(peer_duckdb.statements(form, path, self.chosen))
        for threads in self.options.threads:
            self.add(f"duckdb {form}, {threads} thread" + "s" * (threads > 1), ["node", HERE / "peer_duckdb.mjs", self.work / "npm", threads, statements])

    def add_form(self, form):
        path = self.figures(form)
        self.add_kaohe(path, f"kaohe {form}")
        if form not in ("gb18030", "wrong"):  # DuckDB reads no GB18030 without an extension from elsewhere; text is no number to it
            self.add_duckdb(path, form)
        if form == "long":
            self.add_kaohe(path, "kaohe hashed", "--format", "md")  # tells the file's SHA-256, as most formats do; the text does not
            self.add("wc -l", ["wc", "-l", path])
            self.add("cat", ["cat", path])
            self.add("fast csv library", peer_fccp.command(self.work, path, self.chosen))
            self.add("miller", peer_miller.command(path, self.chosen))

    def add_tiny(self):
        """What a start costs: the rules that the program carries; for DuckDB no more than counting the rows."""
        query = self.work / "tiny.sql"
        query.write_text(f"SELECT count(*) FROM read_csv('{EXAMPLE}')")
        self.add("kaohe tiny", [self.options.kaohe, "check", EXAMPLE, "--lang", "en"])
        self.add("duckdb tiny", ["node", HERE / "peer_duckdb.mjs", self.work / "npm", 1, query])
        self.add("kaohe --version", [self.options.kaohe, "--version"])

    def run_once(self, name):
        with tempfile.TemporaryFile() as out:
            before = time.perf_counter()
            process = subprocess.Popen(self.commands[name], stdout=subprocess.DEVNULL if name == "cat" else out, stderr=subprocess.PIPE)
            errors = process.stderr.read()
            _, status, usage = os.wait4(process.pid, 0)
            self.times[name].append(time.perf_counter() - before)
            process.returncode = os.waitstatus_to_exitcode(status)
            self.peaks[name] = max(self.peaks.get(name, 0), usage.ru_maxrss * 1024)
            if process.returncode not in ((0, 1, 2, 3) if name.startswith("kaohe") else (0,)):
                sys.exit(f"{name}: status {process.returncode}\n{errors.decode(errors='replace')[-2000:]}")
            out.seek(0)
            self.answers[name] = out.read().decode(errors="replace")

    def run(self):
        for turn in range(self.options.turns):
            for name in self.commands:
                if name != "miller" or turn == 0:  # once: minutes, not seconds
                    self.run_once(name)


def check_counts(runner):
    """The peers by rule against kaohe's JSON, on a small country that JSON can hold; on the whole one the peers against each other."""
    options = runner.options
    folder = runner.work / "agree"
    path = folder / "long.csv"
    for form in ("long", "wide"):
        generate_apart(folder, form, 10, options)
    report = json.loads(subprocess.run([options.kaohe, "check", path, "--rules", folder / "rules", "--data", folder / "data", "--format", "json"], capture_output=True).stdout)
    expected = {rule["rule"].split("/")[1]: 0 for rule in report["rules"]}
    for verdict in report["verdicts"]:
        expected[verdict["rule"].split("/")[1]] += verdict["outcome"] == "fail"
    peers = {"miller": peer_miller.command(path, runner.chosen), "fast csv library": peer_fccp.command(folder.parent, path, runner.chosen)}
    for form in ("long", "wide"):
        statements = folder / f"{form}.sql"
        statements.write_text(peer_duckdb.statements(form, folder / f"{form}.csv", runner.chosen))
        peers[f"duckdb {form}"] = ["node", HERE / "peer_duckdb.mjs", runner.work / "npm", "2", statements]
    for name, command in peers.items():
        answer = dict(line.split() for line in runner.output_of(command).splitlines())
        if {rule: int(count) for rule, count in answer.items()} != expected:
            sys.exit(f"{name} and kaohe count differently: {sorted(set(answer.items()) ^ {(r, str(c)) for r, c in expected.items()})[:6]}")
    print(f"agreed: kaohe, {', '.join(peers)}, {sum(expected.values())} failing years over {len(expected)} rules ({path.stat().st_size} bytes)")


def check_whole(runner):
    """Of the runs that were timed: kaohe says the same of every form of the same figures, and the peers count the same."""
    told = re.compile(r"^  \d+ binding rules.*|^    \S.*\[binding\].*|^      \S (?:fail|\d+ more).*", re.M)
    ours = {name: told.findall(answer) for name, answer in runner.answers.items() if re.match("kaohe (long|shuffled|quoted|gb18030|wide)", name)}
    peers = {name: sorted(answer.splitlines()) for name, answer in runner.answers.items() if name in ("miller", "fast csv library") or re.match("duckdb (?!tiny)", name)}
    for kind in (ours, peers):
        for name, answer in kind.items():
            if answer != next(iter(kind.values())):
                sys.exit(f"{name} and {next(iter(kind))} differ")


def version_of(command):
    return subprocess.run(command, capture_output=True, text=True).stdout.splitlines()[0].strip()


def print_table(runner):
    cpu = re.search(r"model name\s*: (.*)", pathlib.Path("/proc/cpuinfo").read_text())
    print(f"machine: {cpu.group(1) if cpu else platform.machine()}, {os.cpu_count()} cores, Linux {platform.release().split('-')[0]}; load {os.getloadavg()[0]:.1f}")
    print(f"versions: {version_of([runner.options.kaohe, '--version'])}; DuckDB {DUCKDB}; {version_of(['mlr', '--version'])}; node {version_of(['node', '--version'])}")
    medians = {name: statistics.median(times) for name, times in runner.times.items()}
    print(f"\n{'':30} {'median s':>9} {'fastest':>8} {'peak MB':>8}" + "".join(f" {f'/ duckdb {threads}':>11}" for threads in runner.options.threads))
    for name, median in medians.items():
        ratios = ""
        for threads in runner.options.threads:  # of the same form, else of the long one
            of_form = [f"duckdb {form}, {threads} thread" + "s" * (threads > 1) for form in (re.findall(r" (\w+)", name) or [""])[:1] + ["long"]]
            peer = next((medians[one] for one in of_form if one in medians), None) if "tiny" not in name else medians.get("duckdb tiny")
            ratios += f" {median / peer:>11.3f}" if peer else ""
        print(f"{name:30} {median:>9.3f} {min(runner.times[name]):>8.3f} {runner.peaks[name] / 1e6:>8.0f}{ratios}")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kaohe", type=pathlib.Path, help="the program, a release build")
    parser.add_argument("work", type=pathlib.Path, help="a folder with some gigabytes free")
    parser.add_argument("--forms", nargs="+", choices=generate.FORMS, default=["long"])
    parser.add_argument("--turns", type=int, default=5)
    parser.add_argument("--threads", nargs="+", type=int, default=[1, 2])
    parser.add_argument("--counties", type=int, default=2844)
    parser.add_argument("--indicators", type=int, default=30)
    parser.add_argument("--months", type=int, default=120)
    parser.add_argument("--judged", choices=("every", "last"), default="every")
    parser.add_argument("--only", default="", help="a pattern of the names of what is run, such as 'duckdb|kaohe long'")
    options = parser.parse_args()
    options.kaohe, options.work = options.kaohe.resolve(), options.work.resolve()
    install(options.work)
    runner = Runner(options)
    if options.judged == "every":  # in a process of its own, which may grow
        checking = multiprocessing.Process(target=check_counts, args=(runner,))
        checking.start()
        checking.join()
        if checking.exitcode != 0:
            sys.exit(1)
    runner.add_tiny()
    for form in options.forms:
        runner.add_form(form)
    runner.run()
    check_whole(runner)
    print_table(runner)


if __name__ == "__main__":
    main()
