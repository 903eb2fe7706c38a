#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Files that are made to hurt, or were cut off, or are no files: each gives a clear error or the right result, in bounded
memory. The sizes are fractions of what the program must bear, so that the test is quick. argv: the program."""
import os
import pathlib
import resource
import subprocess
import sys
import tempfile
import threading

from sanitizers import keeps_memory

MIB = 1 << 20
HEAD = "地区,时期,指标,数值\n"


def run(program: str, *files: str, memory: int = 0, stdin=None) -> tuple:
    limit = (lambda: resource.setrlimit(resource.RLIMIT_AS, (memory, memory))) if memory else None
    done = subprocess.run([program, "check", *files, "--as-of", "2020-12-31", "--lang", "en"], stdin=stdin or subprocess.DEVNULL,
                          env={"LC_ALL": "C.UTF-8"} | {k: v for k, v in os.environ.items() if k.endswith("SAN_OPTIONS")},
                          capture_output=True, check=False, timeout=240, preexec_fn=limit)
    return done.returncode, done.stderr.decode("utf-8", "replace"), len(done.stdout)


def grow(path: pathlib.Path, stop: threading.Event) -> None:
    with path.open("a", encoding="utf-8") as file:
        for _ in range(500):
            if stop.is_set():
                break
            file.write("江西省,2020,湿地面积,1\n" * 2000)
            file.flush()


def main() -> int:
    program = sys.argv[1]
    found = []
    limit = 0 if keeps_memory(program) else 1024 * MIB

    with tempfile.TemporaryDirectory(prefix="kaohe-hostile-") as scratch:
        def case(name: str, content, status: int, *words: str) -> None:
            path = pathlib.Path(scratch, name)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
            code, errors, _ = run(program, str(path), memory=limit)
            missing = [word for word in words if word not in errors]
            if code != status or missing:
                found.append(f"{name}: status {code}, {missing} not in {errors[:600]}")

        limit = 0 if keeps_memory(program) else 512 * MIB  # whatever the file's size
        case("one-line.csv", b"x" * (512 * MIB), 2, "line 1 is too long", "row-too-large")
        limit = 0 if keeps_memory(program) else 1024 * MIB
        case("one-cell.csv", HEAD + "江西省,2020,湿地面积,1,\"" + "y" * (15 * MIB) + "\"\n", 2, "row-fields")
        case("large-cell.csv", HEAD + "江西省,2020,湿地面积,1,\"" + "y" * (17 * MIB) + "\"\n", 2, "row-too-large")
        case("columns.csv", "地区,时期," + ",".join(f"列{i}" for i in range(60_000)) + "\n江西省,2020" + ",1" * 60_000 + "\n", 2, "layout-unknown")
        case("year-columns.csv", "地区,指标," + ",".join(str(1900 + i % 200) for i in range(60_000)) + "\n江西省,湿地面积" + ",1" * 60_000 + "\n", 2)
        case("nul.csv", HEAD + "\0,\0,\0,\0\n" * 5_000, 2, "region-unknown")
        case("cut.csv", HEAD + "江西省,2020,湿地面积,1\n江西省,2019,\"湿地面积,2\n江西省,2018,湿地面积,3\n" * 1, 2, "C3 (line 3, column 10)", "quote-unclosed")
        case("quotes.csv", HEAD + "\"" * (2 * MIB), 2)
        case("separators.csv", HEAD + "," * (2 * MIB), 2)
        case("line-ends.csv", HEAD + "\n" * (2 * MIB), 2)
        case("bad-bytes.csv", HEAD.encode() + b"\xff" * MIB, 2, "encoding-invalid", "offset 28")

        code, errors, _ = run(program, scratch)
        if code != 2 or "it is a folder" not in errors:
            found.append(f"a folder: {code} {errors[:300]}")
        with subprocess.Popen(["printf", HEAD.replace("\n", "\\n") + "江西省,2020,湿地面积,1万公顷\\n"], stdout=subprocess.PIPE) as pipe:
            code, errors, size = run(program, "-", stdin=pipe.stdout)
        if code not in (0, 1, 3) or size == 0:
            found.append(f"a pipe: {code} {errors[:300]}")

        growing = pathlib.Path(scratch, "growing.csv")
        growing.write_text(HEAD + "江西省,2020,湿地面积,1\n" * 100_000, encoding="utf-8")
        stop = threading.Event()
        writer = threading.Thread(target=grow, args=(growing, stop))
        writer.start()
        code, errors, _ = run(program, str(growing))
        stop.set()
        writer.join()
        # What stood there when it was opened may end within a row: an error too, and a clear one.
        if code not in (0, 1, 2, 3) or (code == 2 and "error: " not in errors):
            found.append(f"a growing file: {code} {errors[:300]}")

    print("\n".join(found) if found else "14 kinds of hostile input borne")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
