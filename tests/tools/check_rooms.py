#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Fails where a room includes what the table of rooms in docs/architecture.md does not allow it, or where binary
floating point stands in a room that judging passes through. argv: the source folder."""
import pathlib
import re
import sys

# How a library shows in an #include. fmt is everywhere and so not in the table.
LIBRARIES = {
    "toml++": r"toml\+\+/",
    "CLI11": r"CLI/",
    "nlohmann": r"nlohmann/",
    "openssl": r"openssl/",
    "utf8proc": r"utf8proc\.h",
    "iconv": r"iconv\.h",
    "highway": r"hwy/|cpuid\.h",
    "pugixml": r"pugixml\.hpp",
    "libxlsxwriter": r"xlsxwriter\.h",
    "doctest": r"doctest/",
    "benchmark": r"benchmark/",
    "posix": r"(unistd|fcntl|signal|poll|termios|dirent|dlfcn|malloc|spawn|sched)\.h|sys/",
}
EVERYWHERE = re.compile(r"fmt/")
GENERATED = {"version.h": ("report", "command")}
EXACT = ("base", "csv", "model", "load", "crosscheck", "judge", "compare")


def table(document: str) -> dict:
    """room → (rooms it may include, libraries it may include)"""
    rooms = {}
    for line in document.splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")] if line.startswith("| `") else []
        if len(cells) == 4:
            room, _, may, libraries = cells
            rooms[room.strip("`")] = (re.findall(r"`([^`]+)`", may), re.findall(r"`([^`]+)`", libraries))
    return rooms


def fault_of_include(room: str, quote: str, target: str, rooms: dict) -> str:
    """What is wrong with an include, or nothing."""
    may, libraries = rooms[room]
    if quote == '"':
        if target in GENERATED:
            return "" if room in GENERATED[target] else f"{target} is for {GENERATED[target]} only"
        other = target.split("/")[0] if "/" in target else ""
        if other not in rooms:
            return f"\"{target}\" names no room"
        return "" if other == room or other in may else f"room {room} may not include room {other}"
    if EVERYWHERE.match(target):
        return ""
    for library, pattern in LIBRARIES.items():
        if re.match(pattern, target):
            return "" if library in libraries else f"room {room} may not include the library {library}"
    if "." in target or "/" in target:
        return f"<{target}> is of no library that the table knows"
    return ""


def without_comments(text: str) -> str:
    """The code with comments, strings and characters emptied, line for line."""
    pattern = r'//[^\n]*|/\*.*?\*/|R"(\w*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\''
    return re.sub(pattern, lambda match: "\n" * match.group().count("\n"), text, flags=re.DOTALL)


def faults(source: pathlib.Path, rooms: dict) -> list:
    found = []
    cli = source / "cli"
    for file in sorted(cli.rglob("*.cc")) + sorted(cli.rglob("*.h")):
        room = file.relative_to(cli).parts[0]
        name = file.relative_to(source)
        if room not in rooms:
            found.append(f"{name}: room {room} is not in the table of docs/architecture.md")
            continue
        text = file.read_text(encoding="utf-8")
        for number, line in enumerate(text.splitlines(), 1):
            include = re.match(r'\s*#\s*include\s*(["<])([^">]+)[">]', line)
            fault = include and fault_of_include(room, include[1], include[2], rooms)
            if fault:
                found.append(f"{name}:{number}: {fault}")
        if room in EXACT:
            for number, line in enumerate(without_comments(text).splitlines(), 1):
                if re.search(r"\b(double|float)\b", line):
                    found.append(f"{name}:{number}: binary floating point: {line.strip()}")
    return found


def main() -> int:
    source = pathlib.Path(sys.argv[1])
    rooms = table((source / "docs/architecture.md").read_text(encoding="utf-8"))
    if len(rooms) < 8:
        print(f"docs/architecture.md: found only {len(rooms)} rooms in its table")
        return 1
    found = faults(source, rooms)
    print("\n".join(found) if found else f"{len(rooms)} rooms keep to the table")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
