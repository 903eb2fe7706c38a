# SPDX-License-Identifier: Apache-2.0
"""The sample report (tests/formats) in every format: how it is asked for, and workbooks as text."""
import os
import pathlib
import re
import shutil
import subprocess
import xml.etree.ElementTree
import zipfile

# format: suffix of its file
FORMATS = {"text": "txt", "json": "json", "csv": "csv", "md": "md", "html": "html", "junit": "xml", "sarif": "sarif", "github": "github",
           "gitlab": "gitlab.json", "tap": "tap", "xlsx": "xlsx"}
LANGUAGES = ("zh", "en")
STATUS = 2  # one cell of the sample is no number


def write_all(program: str, source: pathlib.Path, scratch: pathlib.Path, language: str) -> dict:
    """format → file, all written in one run."""
    return write(program, source, scratch / language, language, list(FORMATS))


def write_alone(program: str, source: pathlib.Path, scratch: pathlib.Path, language: str) -> dict:
    """format → file, each written in a run of its own."""
    return {name: write(program, source, scratch / f"{language} {name}", language, [name])[name] for name in FORMATS}


def write(program: str, source: pathlib.Path, folder: pathlib.Path, language: str, names: list) -> dict:
    shutil.copytree(source / "tests/formats", folder, ignore=shutil.ignore_patterns("golden"))
    env = {key: os.environ[key] for key in os.environ if key.endswith("SAN_OPTIONS")} | {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"}
    command = (folder / "options").read_text(encoding="utf-8").split()
    reports = [f"--report={name}=out.{FORMATS[name]}" for name in names]
    done = subprocess.run([program, *command, "--lang", language, *reports], cwd=folder, env=env, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    if done.returncode != STATUS:
        raise SystemExit(f"exit status {done.returncode}\n{done.stderr.decode()}")
    return {name: folder / f"out.{FORMATS[name]}" for name in names}


def column_number(cell: str) -> int:
    number = 0
    for letter in re.match("[A-Z]+", cell).group():
        number = number * 26 + ord(letter) - 64
    return number


def workbook_text(path: pathlib.Path) -> str:
    """Every sheet's cells, a row a line, with what the sheet has around them; read without the library that wrote them."""
    space = {"s": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
    out = []
    with zipfile.ZipFile(path) as book:
        shared = ["".join(t.text or "" for t in si.iter(f"{{{space['s']}}}t"))
                  for si in xml.etree.ElementTree.fromstring(book.read("xl/sharedStrings.xml")).findall("s:si", space)]
        names = [sheet.get("name") for sheet in xml.etree.ElementTree.fromstring(book.read("xl/workbook.xml")).find("s:sheets", space)]
        for number, name in enumerate(names, 1):
            sheet = xml.etree.ElementTree.fromstring(book.read(f"xl/worksheets/sheet{number}.xml"))
            pane, table = sheet.find(".//s:pane", space), sheet.find("s:autoFilter", space)
            rules = [rule.get("operator", "") + ":" + rule.get("text", "") for rule in sheet.iter(f"{{{space['s']}}}cfRule")]
            out.append(f"== {name} | frozen {pane.get('topLeftCell') if pane is not None else '-'} | filter {table.get('ref') if table is not None else '-'} | colours {' '.join(rules) or '-'}")
            for row in sheet.find("s:sheetData", space):
                cells = {}
                for cell in row:
                    value = cell.find("s:v", space)
                    text = "" if value is None else value.text
                    cells[column_number(cell.get("r"))] = shared[int(text)] if cell.get("t") == "s" else f"#{text}" if text else ""
                out.append(" | ".join(cells.get(i, "") for i in range(1, max(cells, default=0) + 1)))
    return "\n".join(out) + "\n"
