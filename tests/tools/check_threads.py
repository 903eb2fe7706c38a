#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Threads change nothing: files of several windows, full of what tables do wrong, give the same JSON, the same words on
standard error and the same exit status with one thread, two and seven, from a file and from a pipe. argv: the program."""
import pathlib
import random
import subprocess
import sys
import tempfile

SIZE = 3 << 20  # bytes, three windows
WINDOW = 1 << 14  # rows of 64 bytes
REGIONS = ["360100,南昌市", "360400,九江市", "360000,江西省", "360102,东湖区", '"360111","青山湖区"', "360421,九江县", "360122,新建县"]
INDICATORS = ["森林覆盖率,{},%", "湿地面积,{},公顷", "湿地面积,{},万公顷", "生态护林员人数,{},人", "全省林下经济规模,{},亿元"]
# What stands between rows like those before them; {} is the number of the row.
ODD = [
    "", "注：第 {} 行以下为快报数", "360100,南昌市,去年,森林覆盖率,63,%,", "360100,火星市,2018,森林覆盖率,63,%,", ",,2018,森林覆盖率,{},%,",
    '360100,南昌市,2018,湿地面积,"1{}\n",公顷,两行', '360100,南昌市,2019,湿地面积,1{},公顷,"一处引号', "360100,南昌市,2018,森林覆盖率,85.8%%,%,",
    "360100,南昌市,2018,森林覆盖率,—,%,", "合计,,2018,湿地面积,{},公顷,", "360100,南昌市,2018,湿地面积", '360100,"南昌""市",2018,湿地面积,{},公顷,',
    "360100,南昌市,2018,湿地面积,1{},公顷,,,多一格", "360100,南昌市,2018,湿地面积,{},公顷,甲\r",
]


def torture(seed: int, oddness: float) -> str:
    chance = random.Random(seed)
    rows = ["地区代码,地区,时期,指标,数值,单位,备注"]
    size = 0
    while size < SIZE:
        number = len(rows)
        if chance.random() < oddness:
            row = chance.choice(ODD).format(number)
        else:
            value = f"{chance.randrange(100)}.{chance.randrange(10 ** chance.randrange(1, 3))}"
            period = f"{chance.randrange(2012, 2021)}-{chance.randrange(1, 13):02}"
            row = f"{chance.choice(REGIONS)},{period},{chance.choice(INDICATORS).format(value)},"
        rows.append(row)
        size += len(row.encode()) + 1
    return "\n".join(rows) + "\n"


def equal_rows(seed: int) -> str:
    """Rows of 64 bytes: in window after window one begins where others did in the window before. Wetland follows the one figure
    of sewage in every other window only. Rows repeat each other, and a number taken for one of another indicator would contradict."""
    chance = random.Random(seed)
    rows = ["地区代码,地区,时期,指标,数值,单位,备注"]
    while 64 * len(rows) < 2 * SIZE:
        year, month = chance.randrange(2012, 2021), chance.randrange(1, 13)
        of_window, window = len(rows) % WINDOW, len(rows) // WINDOW
        indicator = f"森林覆盖率,{year % 100 + 50}.{month:02},%"
        if of_window == 500:
            indicator = f"城镇污水处理率,{year % 100 + 20}.{month:02},%"
        elif of_window == 501 and window % 2 == 0:
            indicator = f"湿地保有量,{year % 100}.{month:02},亩"
        rows.append(f"360100,南昌市,{year}-{month:02},{indicator},")
    return "".join(row + " " * (63 - len(row.encode())) + "\n" for row in rows)


def told(program: str, file: pathlib.Path, threads: int, pipe: bool) -> tuple:
    command = [program, "check", "-" if pipe else file.name, "--plan", "jiangxi-2017", "--format", "json", "--lang", "zh", "--threads", str(threads)]
    run = subprocess.run(command, cwd=file.parent, stdin=file.open("rb") if pipe else subprocess.DEVNULL, capture_output=True, timeout=300)
    name = file.name.encode()
    return run.returncode, run.stdout.replace(name, b"-"), run.stderr.replace(name, b"-")


def main() -> int:
    program = sys.argv[1]
    wrong = []
    with tempfile.TemporaryDirectory() as folder:
        texts = [("utf-8", torture(0, 0.0005)), ("utf-8", torture(1, 0.05)), ("gb18030", torture(2, 0.002)), ("utf-16", torture(3, 0.002)), ("utf-8", equal_rows(4))]  # the last one is without a fault
        for number, (encoding, text) in enumerate(texts):
            name = f"text {number} in {encoding}"
            file = pathlib.Path(folder) / "figures.csv"
            file.write_bytes(text.encode(encoding))
            first = told(program, file, 1, pipe=False)
            faults = number < len(texts) - 1
            if (first[0] == 2) != faults or b'"figures": ' not in first[1]:
                wrong.append(f"{name}: expected a report{' and exit 2' if faults else ''}, got {first[0]}: {first[2][:400]!r}")
            for threads, pipe in ((2, False), (7, False), (2, True)):
                if told(program, file, threads, pipe) != first:
                    wrong.append(f"{name}: {threads} threads{' from a pipe' if pipe else ''} tell another tale than one")
    print("\n".join(wrong) or "the same with one thread, two and seven")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
