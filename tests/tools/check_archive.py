#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""An archive, looked at from outside: read by hashlib and tarfile alone, the same bytes whatever the machine's settings,
verified elsewhere; a byte altered in any file is told, also where a forger made the manifests anew; nothing half is left by a
crash or a full disk; two writers do not harm an index; big files and many files need no more memory than small and few.
argv: the program, the source folder."""
import hashlib
import os
import pathlib
import re
import resource
import shutil
import signal
import subprocess
import sys
import tarfile
import tempfile

from sanitizers import keeps_memory

MOST_MORE = 48 << 10  # KiB of memory that a big archive may need beyond a small one
FILES = 2000


class Scene:
    """A folder with a submission of records that name evidence, rules, and what was told of it."""

    def __init__(self, program: pathlib.Path, source: pathlib.Path, folder: pathlib.Path):
        self.program, self.folder, self.faults = str(program), folder, []
        case = source / "tests/cases/archive-sealed"
        for name in ("figures.csv", "waivers.toml", "records.csv"):
            shutil.copy(case / name, folder)
        shutil.copytree(case / "rules", folder / "rules")
        shutil.copytree(case / "papers", folder / "papers")
        shutil.copy(folder / "figures.csv", folder / "上报 figures?.csv")

    def run(self, *words, cwd=None, **how) -> subprocess.CompletedProcess:
        env = {key: os.environ[key] for key in os.environ if key.endswith("SAN_OPTIONS")} | {"LC_ALL": "C.UTF-8", "PATH": os.environ["PATH"]} | how.pop("env", {})
        return subprocess.run([self.program, *map(str, words)], cwd=cwd or self.folder, env=env, stdin=subprocess.DEVNULL, capture_output=True, check=False, **how)

    def archive(self, name, *more, **how) -> subprocess.CompletedProcess:
        return self.run("archive", "上报 figures?.csv", "records.csv", "--rules", "rules", "--waivers", "waivers.toml", "--evidence", "papers", "--lang", "zh",
                        "--submitted-by", "江西省统计局", "-o", name, *more, **how)

    def expect(self, what: str, holds: bool, more="") -> None:
        if not holds:
            self.faults.append(f"{what} {more}")


def files_of(folder: pathlib.Path) -> dict:
    return {str(file.relative_to(folder)): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()}


def manifest(files: dict, wanted) -> bytes:
    return "".join(f"{hashlib.sha256(body).hexdigest()}  {name}\n" for name, body in sorted(files.items()) if wanted(name)).encode()


def forge(files: dict) -> dict:
    """What somebody makes who can write everything: fresh sums over whatever is there."""
    payload = {name: body for name, body in files.items() if name.startswith("data/")}
    oxum = f"{sum(map(len, payload.values()))}.{len(payload)}".encode()
    files = files | {"bag-info.txt": re.sub(rb"(Payload-Oxum: )[0-9.]+", rb"\g<1>" + oxum, files["bag-info.txt"])} if "bag-info.txt" in files else files
    files["manifest-sha256.txt"] = manifest(files, lambda name: name.startswith("data/"))
    files["tagmanifest-sha256.txt"] = manifest(files, lambda name: "/" not in name and not name.startswith("tagmanifest"))
    return files


def put(files: dict, folder: pathlib.Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    for name, body in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(body)


def check_form(scene: Scene) -> dict:
    done = scene.archive("a")
    scene.expect("archive", done.returncode == 2 and "已封存".encode() in done.stdout, done.stderr.decode())  # 2: some evidence is not what a record says
    files = files_of(scene.folder / "a")
    scene.expect("manifest", files["manifest-sha256.txt"] == manifest(files, lambda name: name.startswith("data/")))
    scene.expect("tagmanifest", files["tagmanifest-sha256.txt"] == manifest(files, lambda name: "/" not in name and not name.startswith("tagmanifest")))
    scene.expect("as it was handed in", files.get("data/submission/上报 figures_.csv") == (scene.folder / "figures.csv").read_bytes())
    sums = subprocess.run(["sha256sum", "--check", "--quiet", "tagmanifest-sha256.txt", "manifest-sha256.txt"], cwd=scene.folder / "a", capture_output=True, check=False)
    scene.expect("sha256sum", sums.returncode == 0, sums.stdout)
    return files


def check_same(scene: Scene, files: dict) -> None:
    how = {"env": {"LC_ALL": "C", "TZ": "Asia/Shanghai", "HOME": "/", "COLUMNS": "50", "LANG": "zh_CN.UTF-8"}, "preexec_fn": lambda: os.umask(0o077)}
    scene.archive("b", **how)
    scene.expect("the same bytes whatever the settings", files_of(scene.folder / "b") == files)
    scene.archive("c.tar", "--tar")
    tar = (scene.folder / "c.tar").read_bytes()
    shutil.move(scene.folder / "c.tar", scene.folder / "first.tar")
    scene.archive("c.tar", "--tar", **how)
    scene.expect("the same tar whatever the settings", (scene.folder / "c.tar").read_bytes() == tar)
    with tarfile.open(scene.folder / "c.tar") as packed:
        members = packed.getmembers()
        inside = {one.name.removeprefix("c/"): packed.extractfile(one).read() for one in members}
    scene.expect("the tar holds the same", inside == files)
    scene.expect("the tar tells nothing of the machine", {(one.uid, one.gid, one.uname, one.gname, one.mode, one.mtime) for one in members} == {(0, 0, "", "", 0o644, 315532800)})


def check_elsewhere(scene: Scene, files: dict) -> None:
    with tempfile.TemporaryDirectory(prefix="kaohe-elsewhere-") as other:
        put(files, pathlib.Path(other, "moved", "归档"))
        shutil.copy(scene.folder / "c.tar", other)
        for archive in ("moved/归档", "c.tar"):
            for locale in ("C", "C.UTF-8", "zh_CN.UTF-8"):
                done = scene.run("verify", pathlib.Path(other, archive), cwd="/", env={"LC_ALL": locale}, preexec_fn=lambda: os.umask(0o777))
                scene.expect(f"verify {archive} elsewhere, in {locale}", done.returncode == 0, done.stdout.decode())
        left = {str(file.relative_to(other)) for file in pathlib.Path(other).rglob("*") if file.is_file()}
        scene.expect("verify writes nothing", len(left) == len(files) + 1)


def check_tampered(scene: Scene, files: dict) -> int:
    tried = 0
    place = scene.folder / "tampered"
    for name, body in files.items():
        half = len(body) // 2
        for how, other in (("a bit", body[:half] + bytes([body[half] ^ 1]) + body[half + 1:]), ("cut", body[:-1]), ("longer", body + b"\n"), ("gone", None)):
            altered = {key: value for key, value in (files | {name: other}).items() if value is not None}
            put(altered, place)
            done = scene.run("verify", "tampered", "--lang", "en")
            told = done.stdout.decode()
            scene.expect(f"{name}: {how}", done.returncode == 1 and (name in told or name.startswith("tagmanifest") and "archive-" in told), f"exit status {done.returncode}\n{told[:500]}{done.stderr.decode()}")
            tried += 1
            if not name.startswith("data/") and name != "bag-info.txt":
                continue
            put(forge(altered), place)
            done = scene.run("verify", "tampered", "--lang", "en")
            scene.expect(f"{name}: {how}, manifests made anew", done.returncode in (1, 2), f"exit status {done.returncode}\n{done.stdout.decode()[:500]}{done.stderr.decode()}")
            tried += 1
    return tried


def check_older(scene: Scene, files: dict) -> None:
    """An archive of another version: an option that it does not have yet has its default, one that we do not have is refused."""
    def verified(options: bytes, report: bytes) -> subprocess.CompletedProcess:
        put(forge(files | {"data/options.json": options, "data/report.json": report}), scene.folder / "older")
        return scene.run("verify", "older", "--lang", "en")

    version = re.search(rb'"kaohe": "([0-9.]+)"', files["data/report.json"])[1]
    older = [re.sub(rb'"kaohe": "' + version + b'"', b'"kaohe": "0.0.9"', files[name], count=1) for name in ("data/options.json", "data/report.json")]
    scene.expect("there is an option that came later", b'  "from": null,\n' in older[0])
    done = verified(older[0].replace(b'  "from": null,\n', b"").replace(b'  "to": null,\n', b""), older[1])
    scene.expect("an older archive", done.returncode == 0 and b"made by kaohe 0.0.9" in done.stdout, done.stdout.decode())
    done = verified(older[0].replace(b'"from": null', b'"of-tomorrow": null'), older[1])
    scene.expect("a newer archive", done.returncode == 1 and b"may be of a newer one" in done.stdout, done.stdout.decode())
    done = verified(older[0], older[1].replace(b'"value": "40"', b'"value": "39"', 1))
    scene.expect("another verdict", done.returncode == 1 and b"Changed verdicts" in done.stdout and b"value 39" in done.stdout, done.stdout.decode())


def check_options(scene: Scene, source: pathlib.Path) -> None:
    """Whatever the report depends on is in the archive: every option of check, names that meet, a package beside a file."""
    place = scene.folder / "options"
    shutil.copytree(source / "tests/formats", place, ignore=shutil.ignore_patterns("golden"))
    asked = (place / "options").read_text(encoding="utf-8").split()[1:]
    for number, more in enumerate((["--fail-on", "new"], ["--only", "figures", "--no-check", "stock-jumps", "--encoding", "utf-8"],
                                   ["--region", "360100", "--from", "2018", "--to", "2020"], ["--lang", "zh"],
                                   ["--reading", "strict", "--tier", "binding,measure", "--strict-input"])):
        if "strict" in more:  # an earlier report of the other reading cannot be compared
            asked = [word for word in asked if word not in ("--since", "earlier.json")]
        done = scene.run("archive", *asked, *more, "-o", f"a{number}", cwd=place)
        scene.expect(f"archive with {more}", (place / f"a{number}").exists(), done.stderr.decode())
        done = scene.run("verify", f"options/a{number}")
        scene.expect(f"verify of one with {more}", done.returncode == 0, done.stdout.decode() + done.stderr.decode())
    for folder in ("x", "y"):
        (place / folder).mkdir()
        shutil.copy(source / "tests/cases/input-datapackage/good/f.csv", place / folder / "f.csv")
        shutil.copy(source / "tests/cases/input-datapackage/good/datapackage.json", place / folder)
    shutil.copy(scene.folder / "figures.csv", place / "\n.csv")
    done = scene.run("archive", "x/f.csv", "y/f.csv", "\n.csv", "-o", "names", "--as-of", "2020-12-31", cwd=place)
    scene.expect("names that meet", sorted(file.name for file in (place / "names/data/submission").iterdir()) == ["_.csv", "datapackage-2.json", "datapackage.json", "f-2.csv", "f.csv"], done.stderr)
    shutil.copy(scene.folder / "figures.csv", os.fsencode(place) + b"/\xff.csv")
    done = scene.run("archive", os.fsdecode(b"\xff.csv"), "-o", "undecodable", cwd=place)
    scene.expect("a name that is not UTF-8", done.returncode == 2 and b"is not UTF-8" in done.stderr and not (place / "undecodable").exists(), done.stderr)
    done = scene.run("verify", "options/names")
    scene.expect("verify of names that meet", done.returncode == 0, done.stdout.decode())


def check_hostile_tars(scene: Scene) -> None:
    """Nothing appears outside, whatever the names say."""
    place = scene.folder / "hostile"
    (place / "empty").mkdir(parents=True)
    for number, name in enumerate(("../../escaped", "/tmp/kaohe-escaped", "a/../../escaped", "a\\..\\escaped", "C:/escaped", "a/~/x", "~/escaped")):
        with tarfile.open(place / f"{number}.tar", "w") as tar:
            tar.addfile(tarfile.TarInfo("a/bagit.txt"))
            tar.addfile(tarfile.TarInfo(name))
        done = scene.run("verify", f"../{number}.tar", cwd=place / "empty", env={"TMPDIR": str(place / "empty"), "HOME": str(place / "empty")})
        scene.expect(f"a tar with {name}", done.returncode == 1, done.stdout.decode())
    scene.expect("nothing is unpacked", not list((place / "empty").iterdir()) and not os.path.exists("/tmp/kaohe-escaped") and not (scene.folder / "escaped").exists())


def limit(size: int) -> None:
    """No file may grow beyond this: as on a disk that fills up."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def check_refused(scene: Scene) -> None:
    for more in ((), ("--tar",)):
        name = "full.tar" if more else "full"
        done = scene.archive(name, *more, preexec_fn=lambda: limit(100_000))
        left = [file.name for file in scene.folder.iterdir() if file.name.startswith("full")]
        scene.expect("a full disk", done.returncode == 2 and not left and b"full" in done.stderr, f"{left} {done.stderr.decode()}")
    (scene.folder / "all").mkdir()
    index = scene.folder / "all/index.jsonl"
    more = ("--append", "--document", "x" * 120_000)  # lines so long that the index is larger than any file of an archive
    for number in range(4):
        scene.archive(f"all/{number}", *more)
    before = index.read_bytes()
    done = scene.archive("all/last", *more, preexec_fn=lambda: limit(len(before) + 1000))
    scene.expect("an index that cannot be written", done.returncode == 2 and index.read_bytes() == before and not (scene.folder / "all/last").exists(), done.stderr.decode())
    scene.expect("and is whole all the same", scene.run("history", "all").returncode == 0)
    shutil.rmtree(index.parent)


def check_crash(scene: Scene) -> None:
    with open(scene.folder / "papers/big.bin", "wb") as big:
        big.truncate(4 << 30)
    (scene.folder / "big.csv").write_text("region,duty,date,status,evidence\n江西省,demo/chiefs,2017-05-02,established,big.bin\n", encoding="utf-8")
    for more in ((), ("--tar",)):
        name = "killed.tar" if more else "killed"
        command = [scene.program, "archive", "big.csv", "--rules", "rules", "--as-of", "2020-12-31", "--evidence", "papers", "-o", name, *more]
        with subprocess.Popen(command, cwd=scene.folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as child:
            while child.poll() is None and not list(scene.folder.glob(f"{name}.partial-*")):
                pass
            child.kill()
        left = [file for file in scene.folder.iterdir() if file.name.startswith("killed")]
        scene.expect("a crash leaves no half archive", not (scene.folder / name).exists(), left)
        for file in left:
            shutil.rmtree(file) if file.is_dir() else file.unlink()
    (scene.folder / "papers/big.bin").unlink()


def check_writers(scene: Scene) -> None:
    (scene.folder / "all").mkdir()
    command = [scene.program, "archive", "figures.csv", "--rules", "rules", "--append", "-q", "-o"]
    writers = [subprocess.Popen([*command, f"all/{number}"], cwd=scene.folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) for number in range(6)]
    for writer in writers:
        writer.wait()
    done = scene.run("history", "all", "--format", "json")
    scene.expect("six writers at once", done.returncode == 0 and done.stdout.count(b'"seal"') == 6, done.stdout.decode())


def most_memory(scene: Scene, *words) -> int:
    """KiB of memory that one run needed at most."""
    child = os.posix_spawn(scene.program, [scene.program, *words], {"LC_ALL": "C.UTF-8"},
                           file_actions=[(os.POSIX_SPAWN_OPEN, 0, "/dev/null", os.O_RDONLY, 0), (os.POSIX_SPAWN_OPEN, 1, "/dev/null", os.O_WRONLY, 0), (os.POSIX_SPAWN_OPEN, 2, "/dev/null", os.O_WRONLY, 0)])
    _, status, usage = os.wait4(child, 0)
    scene.expect(f"{words[:2]}", os.waitstatus_to_exitcode(status) in (0, 3))
    return usage.ru_maxrss


def check_memory(scene: Scene) -> str:
    os.chdir(scene.folder)
    told = []
    os.mkdir("pile")
    for number in range(FILES):
        pathlib.Path("pile", f"{number}.txt").write_text(f"{number}\n", encoding="utf-8")
    with open("pile/big.bin", "wb") as big:
        big.truncate(200 << 20)
    for name, evidence in (("small", ["0.txt"]), ("big", ["big.bin"]), ("many", [f"{number}.txt" for number in range(FILES)])):
        rows = [f"江西省,demo/chiefs,2017-05-02,established,{one}\n" for one in evidence]
        pathlib.Path("evidence.csv").write_text("region,duty,date,status,evidence\n" + "".join(rows), encoding="utf-8")
        common = ("archive", "evidence.csv", "--rules", "rules", "--only", "chiefs", "--as-of", "2020-12-31", "--evidence", "pile", "-q", "-o")
        told.append([most_memory(scene, *common, name), most_memory(scene, *common, f"{name}.tar", "--tar"), most_memory(scene, "verify", name), most_memory(scene, "verify", f"{name}.tar")])
    for row in told[1:] if not keeps_memory(scene.program) else []:
        for least, most in zip(told[0], row):
            scene.expect("memory", most < least + MOST_MORE, told)
    return f"KiB of memory for one small file, 200 MiB and {FILES} files: {told}"


def main() -> int:
    program, source = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    sys.stdout.reconfigure(encoding="utf-8")
    with tempfile.TemporaryDirectory(prefix="kaohe-archive-") as scratch:
        scene = Scene(program, source, pathlib.Path(scratch))
        files = check_form(scene)
        check_same(scene, files)
        check_elsewhere(scene, files)
        tried = check_tampered(scene, files)
        check_older(scene, files)
        check_options(scene, source)
        check_hostile_tars(scene)
        check_refused(scene)
        check_crash(scene)
        check_writers(scene)
        memory = check_memory(scene)
        os.chdir("/")
    print("\n".join(scene.faults))
    print(f"{len(files)} files in an archive, {tried} ways to tamper with it, {len(scene.faults)} faults\n{memory}")
    return 1 if scene.faults else 0


if __name__ == "__main__":
    sys.exit(main())
