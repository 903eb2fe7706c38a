#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes the sample report, which holds every outcome, in every format and language: the bytes must be those of
tests/formats/golden (of a workbook: its cells), the same in another run that writes nothing else, and tell every outcome. KAOHE_UPDATE=1 writes the
golden files anew; reading the difference is the review. argv: the program, the source folder."""
import difflib
import json
import os
import pathlib
import sys
import tempfile

import formats

OUTCOMES = {"zh": ["达标", "未达标", "缺数据", "数据无效", "未到期", "不适用", "豁免"],
            "en": ["pass", "fail", "missing", "invalid", "not due", "exempt", "waived"]}
CODES = ["pass", "fail", "missing", "invalid", "not-due", "exempt", "waived"]
CHANGES = {"zh": ["新增", "依旧", "有变化", "已改正", "不再判定"], "en": ["new", "still", "changed", "fixed", "no longer applies"]}
REMARKS = ["赣环函〔2020〕1号"]  # the waiver in force, by its document
WAIVER_CODES = ["waiver-not-needed", "waiver-expired", "waiver-not-yet"]


def untold(name: str, text: str, language: str) -> list:
    """What a format leaves out that every format has to tell."""
    wanted = []
    coded = name in ("json", "csv", "junit", "sarif", "tap")
    for code, word in zip(CODES, OUTCOMES[language]):
        if code == "pass" and name in ("junit", "sarif"):
            wanted.append("<system-out>" if name == "junit" else '"kind": "pass"')
        else:
            wanted.append(code if coded else word)
    wanted += REMARKS
    if name == "text":
        text += "waiver-not-needed waiver-expired waiver-not-yet"  # told on standard error
    return [word for word in wanted + WAIVER_CODES if word not in text]


def show_difference(name: str, expected: str, actual: str) -> None:
    lines = list(difflib.unified_diff(expected.splitlines(), actual.splitlines(), f"expected {name}", f"actual {name}", lineterm=""))
    print("\n".join(line[:400] for line in lines[:60]))


def main() -> int:
    program, source = str(pathlib.Path(sys.argv[1]).resolve()), pathlib.Path(sys.argv[2])
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    golden, faults, checked = source / "tests/formats/golden", 0, 0
    with tempfile.TemporaryDirectory(prefix="kaohe-formats-") as first, tempfile.TemporaryDirectory(prefix="kaohe-formats-") as second:
        for language in formats.LANGUAGES:
            once = formats.write_all(program, source, pathlib.Path(first), language)
            again = formats.write_alone(program, source, pathlib.Path(second), language)
            for name, file in once.items():
                checked += 1
                if file.read_bytes() != again[name].read_bytes():
                    print(f"{language} {name}: written alone in another run, it has other bytes")
                    faults += 1
                text = formats.workbook_text(file) if name == "xlsx" else file.read_bytes().decode("utf-8")
                absent = untold(name, text, language)
                if absent:
                    print(f"{language} {name} does not tell {', '.join(absent)}")
                    faults += 1
                expected = golden / f"{language}.{formats.FORMATS[name]}"
                expected = expected.with_name(expected.name + ".txt") if name == "xlsx" else expected
                if os.environ.get("KAOHE_UPDATE") == "1":
                    golden.mkdir(exist_ok=True)
                    expected.write_bytes(text.encode())
                elif not expected.is_file() or expected.read_bytes() != text.encode():
                    show_difference(expected.name, expected.read_bytes().decode() if expected.is_file() else "", text)
                    faults += 1
    print(f"{checked} reports checked, {faults} faults")
    return 1 if faults or checked != len(formats.FORMATS) * 2 else 0


if __name__ == "__main__":
    sys.exit(main())
