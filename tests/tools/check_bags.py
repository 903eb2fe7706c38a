#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Bags made here by the letter of RFC 8493 and of the drafts before it, valid and invalid, and what `kaohe verify --hashes`
says of each, as a folder and as a tar file: 0, or 1 with the code expected. argv: the program."""
import hashlib
import io
import pathlib
import subprocess
import sys
import tarfile
import tempfile
import unicodedata

DECLARED = "BagIt-Version: {}\nTag-File-Character-Encoding: {}\n"


def manifest(files: dict, algorithm: str = "sha256", form: str = "{}  {}\n") -> bytes:
    return "".join(form.format(hashlib.new(algorithm, body).hexdigest(), name) for name, body in files.items()).encode()


def bag(payload: dict = None, version: str = "1.0", **more) -> dict:
    payload = {"data/a.txt": b"a\n", "data/sub/b.txt": b"b\n"} if payload is None else payload
    files = payload | {"bagit.txt": DECLARED.format(version, "UTF-8").encode(), "manifest-sha256.txt": manifest(payload)}
    return files | {name.replace("__", "-").replace("_", "."): body for name, body in more.items()}


def sealed(files: dict) -> dict:
    return files | {"tagmanifest-sha256.txt": manifest({name: body for name, body in files.items() if not name.startswith("data/")})}


def without(files: dict, *names: str) -> dict:
    return {name: body for name, body in files.items() if name not in names}


def swapped(files: dict, a: str, b: str) -> dict:
    return files | {a: files[b], b: files[a]}


NFC, NFD = unicodedata.normalize("NFC", "é"), unicodedata.normalize("NFD", "é")
PLAIN = bag()["data/a.txt"]
ODD = {"data/100%.txt": b"1", "data/new\nline": b"2", "data/return\r": b"3", "data/%0A": b"4"}
ENCODED = manifest({"data/100%25.txt": b"1", "data/new%0Aline": b"2", "data/return%0d": b"3", "data/%250A": b"4"})
DATA = {"data/a.txt": b"a\n"}

VALID = {
    "as small as can be": bag(),
    "sealed": sealed(bag(bag__info_txt=b"Payload-Oxum: 4.2\nSource-Organization: x\n")),
    "no payload": bag({}),
    "several algorithms": bag(manifest__sha512_txt=manifest(DATA | {"data/sub/b.txt": b"b\n"}, "sha512"), manifest__md5_txt=manifest(DATA | {"data/sub/b.txt": b"b\n"}, "md5")),
    "only MD5, as old ones have": without(bag(version="0.97", manifest__md5_txt=manifest(DATA | {"data/sub/b.txt": b"b\n"}, "md5")), "manifest-sha256.txt"),
    "SHA-1": without(bag(manifest__sha1_txt=manifest(DATA | {"data/sub/b.txt": b"b\n"}, "sha1")), "manifest-sha256.txt"),
    "manifests that share the payload, before 1.0": bag(version="0.97", manifest__sha256_txt=manifest(DATA), manifest__md5_txt=manifest({"data/sub/b.txt": b"b\n"}, "md5")),
    "made with md5sum, before 1.0": bag(version="0.96", manifest__sha256_txt=manifest(DATA | {"data/sub/b.txt": b"b\n"}, form="{} *{}\n")),
    "a dot and a slash, before 1.0": bag(version="0.97", manifest__sha256_txt=manifest(DATA | {"data/sub/b.txt": b"b\n"}, form="{}  ./{}\n")),
    "upper-case hashes": bag() | {"manifest-sha256.txt": "".join(line.split("  ")[0].upper() + "  " + line.split("  ")[1] + "\n" for line in manifest(DATA | {"data/sub/b.txt": b"b\n"}).decode().splitlines()).encode()},
    "tabs": bag(manifest__sha256_txt=manifest(DATA | {"data/sub/b.txt": b"b\n"}, form="{}\t {}\n")),
    "CRLF": {name: body.replace(b"\n", b"\r\n") if not name.startswith("data/") else body for name, body in bag().items()},
    "CR": {name: body.replace(b"\n", b"\r") if not name.startswith("data/") else body for name, body in bag().items()},
    "spaces in names": bag({"data/a b  c.txt": b"x", "data/ leading": b"y"}, manifest__sha256_txt=manifest({"data/a b  c.txt": b"x", "data/ leading": b"y"})),
    "percent, CR and LF in names": bag(ODD) | {"manifest-sha256.txt": ENCODED},
    "a bag in a bag": bag({"data/bagit.txt": b"BagIt-Version: 9\n", "data/data/x": b"x", "data/manifest-sha256.txt": b"nothing\n"}),
    "tag files that no manifest names": bag(notes_txt=b"x") | {"extra/more.txt": b"y"},
    "hidden files": bag({"data/.hidden": b"x"}),
    "unknown labels, continued lines, any order": bag(bag__info_txt=b"X-Y: 1\nX-Y: 2\n  and more\nPayload-Oxum: 4.2\nBagging-Date: 2020-01-01\n"),
    "tag files in UTF-16": without(bag(manifest__sha256_txt=manifest({"data/江.txt": b"x"}).decode().encode("utf-16")), "data/a.txt", "data/sub/b.txt")
                           | {"data/江.txt": b"x", "bagit.txt": DECLARED.format("1.0", "UTF-16").encode()},
    "tag files in ISO-8859-1": without(bag(manifest__sha256_txt=manifest({"data/é.txt": b"x"}).decode().encode("latin-1")), "data/a.txt", "data/sub/b.txt")
                               | {"data/é.txt": b"x", "bagit.txt": DECLARED.format("0.97", "ISO-8859-1").encode()},
    "Han in names": bag({"data/附件 1.pdf": b"x"}),
    "a long name": bag({"data/" + "x" * 120 + "/" + "y" * 200: b"x"}),
}
INVALID = {
    "no bagit.txt": (without(bag(), "bagit.txt"), "archive-missing"),
    "a byte order mark in bagit.txt": (bag(bagit_txt=b"\xef\xbb\xbf" + DECLARED.format("1.0", "UTF-8").encode()), "archive-syntax"),
    "bagit.txt without encoding": (bag(bagit_txt=b"BagIt-Version: 1.0\n"), "archive-syntax"),
    "an unknown version": (bag(version="2.0"), "archive-syntax"),
    "an unknown encoding": (bag(bagit_txt=DECLARED.format("1.0", "EBCDIC").encode()), "archive-syntax"),
    "a manifest that is not in the encoding declared": (bag(manifest__sha256_txt=b"\xff\xff"), "archive-syntax"),
    "no manifest": (without(bag(), "manifest-sha256.txt"), "archive-missing"),
    "an unknown algorithm": (bag(manifest__crc32_txt=b"00000000  data/a.txt\n"), "archive-syntax"),
    "a byte altered": (bag() | {"data/a.txt": b"b\n"}, "archive-altered"),
    "a byte altered in one algorithm's eyes": (bag(manifest__md5_txt=manifest({"data/a.txt": b"b\n", "data/sub/b.txt": b"b\n"}, "md5")), "archive-altered"),
    "two files swapped": (swapped(bag(), "data/a.txt", "data/sub/b.txt"), "archive-altered"),
    "a file missing": (without(bag(), "data/a.txt"), "archive-missing"),
    "a file more": (bag() | {"data/more": b""}, "archive-unlisted"),
    "a file renamed": (without(bag(), "data/a.txt") | {"data/A.txt": PLAIN}, "archive-missing"),
    "a tag file altered": (sealed(bag(bag__info_txt=b"A: 1\n")) | {"bag-info.txt": b"A: 2\n"}, "archive-altered"),
    "a tag file missing": (without(sealed(bag(bag__info_txt=b"A: 1\n")), "bag-info.txt"), "archive-missing"),
    "a manifest altered": (sealed(bag()) | {"manifest-sha256.txt": manifest({"data/a.txt": b"a\n", "data/sub/b.txt": b"b\n"}) + b"\n"}, "archive-altered"),
    "one manifest lacks a file, in 1.0": (bag(manifest__md5_txt=manifest(DATA, "md5")), "archive-unlisted"),
    "Payload-Oxum is another": (bag(bag__info_txt=b"Payload-Oxum: 5.2\n"), "archive-size"),
    "Payload-Oxum is none": (bag(bag__info_txt=b"Payload-Oxum: 4\n"), "archive-syntax"),
    "Payload-Oxum twice": (bag(bag__info_txt=b"Payload-Oxum: 4.2\nPayload-Oxum: 4.2\n"), "archive-syntax"),
    "bag-info.txt without a label": (bag(bag__info_txt=b"no label\n"), "archive-syntax"),
    "a file listed twice": (bag(manifest__sha256_txt=manifest(DATA | {"data/sub/b.txt": b"b\n"}) + manifest(DATA)), "archive-syntax"),
    "a line without a path": (bag(manifest__sha256_txt=manifest(DATA | {"data/sub/b.txt": b"b\n"}) + b"abcd\n"), "archive-syntax"),
    "a hash of another length": (bag(manifest__sha256_txt=manifest(DATA | {"data/sub/b.txt": b"b\n"}, "md5")), "archive-syntax"),
    "a path that leads out": (bag(manifest__sha256_txt=manifest(DATA | {"data/sub/b.txt": b"b\n", "data/../../x": b""})), "archive-name"),
    "an absolute path": (bag(manifest__sha256_txt=manifest(DATA | {"data/sub/b.txt": b"b\n", "/etc/passwd": b""})), "archive-name"),
    "a home": (bag(manifest__sha256_txt=manifest(DATA | {"data/sub/b.txt": b"b\n", "~/x": b""})), "archive-name"),
    "a path out of the payload": (bag(manifest__sha256_txt=manifest(DATA | {"data/sub/b.txt": b"b\n", "bagit.txt": b""})), "archive-name"),
    "a payload file in a tag manifest": (bag(tagmanifest__sha256_txt=manifest(DATA)), "archive-name"),
    "to be fetched": (bag(fetch_txt=b"https://example.org/x 1 data/x\n"), "archive-fetch"),
    "two names that differ in case": (bag({"data/a.txt": b"a", "data/A.TXT": b"b"}), "archive-clash"),
    "two names that differ in Unicode form": (bag({f"data/{NFC}": b"a", f"data/{NFD}": b"b"}), "archive-clash"),
    "a name in another Unicode form than listed": (without(bag({f"data/{NFC}": b"a"}), f"data/{NFC}") | {f"data/{NFD}": b"a"}, "archive-missing"),
    "a backslash": (bag({"data\\x": b"a", "data/a": b"a"}), "archive-name"),
}


def write(files: dict, folder: pathlib.Path) -> None:
    (folder / "data").mkdir(parents=True)
    for name, body in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(body)


def pack(files: dict, file: pathlib.Path) -> None:
    with tarfile.open(file, "w", format=tarfile.PAX_FORMAT) as tar:
        for name, body in files.items():
            info = tarfile.TarInfo("bag/" + name)
            info.size = len(body)
            tar.addfile(info, io.BytesIO(body))


def main() -> int:
    program = str(pathlib.Path(sys.argv[1]).resolve())
    faults = 0
    with tempfile.TemporaryDirectory(prefix="kaohe-bags-") as scratch:
        cases = [(name, files, "") for name, files in VALID.items()] + [(name, files, code) for name, (files, code) in INVALID.items()]
        for number, (name, files, code) in enumerate(cases):
            folder = pathlib.Path(scratch, str(number))
            write(files, folder)
            pack(files, folder.with_suffix(".tar"))
            for archive in (folder, folder.with_suffix(".tar")):
                done = subprocess.run([program, "verify", "--hashes", archive], env={"LC_ALL": "C.UTF-8"}, capture_output=True, encoding="utf-8", check=False)
                if done.returncode != (1 if code else 0) or (code and f"[{code}]" not in done.stdout) or done.stderr:
                    faults += 1
                    print(f"{name} ({archive.suffix or 'folder'}): exit status {done.returncode}, expected {code or 'valid'}\n{done.stdout}{done.stderr}")
    print(f"{len(VALID)} valid and {len(INVALID)} invalid bags, each as a folder and as a tar file, {faults} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
