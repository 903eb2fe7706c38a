#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Completion scripts offer what the program takes: bash is asked for every command's options and for the words of their
values, and no word offered may be one that the program refuses. zsh and fish read their scripts where they are installed.
--version names each plan and table carried. argv: the program, the source folder."""
import hashlib
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

OPTION = r"(?<![\w-])--?[a-z][a-z-]*(?=[ ,])"


def run(*command: str, text: str = "") -> subprocess.CompletedProcess:
    return subprocess.run(command, input=text, capture_output=True, encoding="utf-8", errors="replace", check=False, env={"LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"})


def offered(script: str, *words: str) -> list:
    """What bash offers for the last of the words."""
    asked = " ".join(f"'{word}'" for word in words)
    done = run("bash", "-c", f"{script}\nCOMP_WORDS=({asked}); COMP_CWORD={len(words) - 1}; _kaohe; printf '%s\\n' \"${{COMPREPLY[@]}}\"")
    assert done.returncode == 0 and not done.stderr, done.stderr
    return done.stdout.split()


def check_bash(program: str, script: str) -> int:
    commands = re.findall(r"^  ([a-z]+) ", run(program, "--help").stdout.split("Subcommands:")[1].split("Example")[0], re.MULTILINE)
    assert set(commands) == set(offered(script, "kaohe", "")) - {"--help", "--version"}, commands
    words = 0
    for command in commands:
        told = run(program, command, "--help").stdout
        lines = [line for line in told.splitlines() if re.match(r"  -", line)]
        options = {name for line in lines for name in re.findall(OPTION, line[:28] + " ")}
        found = set(offered(script, "kaohe", command, "-"))
        assert options == found and options, (command, options ^ found)
        for option in sorted(options):
            for word in offered(script, "kaohe", command, option, "") if option not in ("--help", "-h") else []:
                words += 1
                done = run(program, command, option, word, "--lang", "en", "absent/absent")
                assert "unknown value" not in done.stderr, (command, option, word, done.stderr)
    return words


def check_versions(program: str, source: pathlib.Path) -> None:
    told = dict(reversed(line.split("  ")) for line in run(program, "--version").stdout.splitlines()[1:])
    wanted = [*source.glob("rules/*.toml"), *source.glob("data/*.toml"), *source.glob("data/*.csv")]
    for file in wanted:
        name = str(file.relative_to(source))
        assert told.get(name) == hashlib.sha256(file.read_bytes()).hexdigest(), f"--version does not tell {name} as it is"
    assert len(told) == len(wanted), told


def main() -> int:
    program, source = str(pathlib.Path(sys.argv[1]).resolve()), pathlib.Path(sys.argv[2]).resolve()
    with tempfile.TemporaryDirectory(prefix="kaohe-completion-") as empty:
        os.chdir(empty)  # no file here that could be offered, or written to
        words = check_bash(program, run(program, "completion", "bash").stdout)
        os.chdir(source)
    read = ["bash"]
    for shell in ("zsh", "fish"):
        script = run(program, "completion", shell)
        assert script.returncode == 0 and "--format" in script.stdout or "-l format" in script.stdout
        if shutil.which(shell):
            with tempfile.NamedTemporaryFile("w", suffix=f".{shell}") as file:
                file.write(script.stdout)
                file.flush()
                done = run(shell, "-n", file.name)
                assert done.returncode == 0 and not done.stderr, done.stderr
            read.append(shell)
    check_versions(program, source)
    assert len(run(program, "--help").stdout.splitlines()) <= 24, "kaohe --help does not fit a screen"
    print(f"{words} words offered, none refused; scripts read by {', '.join(read)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
