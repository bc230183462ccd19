"""Nothing is lost or half done, whatever breaks: kills, failing system calls, full disks, no memory."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

import pytest

from tests.faults.harness import (
    CLEAN,
    DONE,
    EVERY,
    INPUTS,
    RUN,
    Scenario,
    Zygote,
    call,
    check_told,
    contents,
    fill,
    injected,
    news,
    points,
)
from tests.tally import Tally, broken_if

faults = pytest.mark.faults
needs_strace = pytest.mark.skipif(
    shutil.which("strace") is None, reason="strace is not installed: apt-get install strace"
)


@pytest.fixture(scope="module")
def scenarios(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Scenario]:
    """Each scenario in the order in which they leave one folder."""
    place = fill(tmp_path_factory.mktemp("scenarios") / "first", INPUTS)
    found = {"run": Scenario.of(" ".join(RUN), place)}
    found["restore"] = Scenario.of("restore o.jsonl u.jsonl --to back -q", place)
    found["learn"] = Scenario.of("boilerplate learn a.txt c.txt -q -o lines.txt", place)
    (place / "a.txt").write_bytes(news(4))
    (place / "b.jsonl").write_bytes(b'{"text": "All is fine here."}\n{"text": 4}\n')
    found["run, compressed"] = Scenario.of("run a.txt b.jsonl c.txt -o z.jsonl.gz --audit zu.jsonl --manifest", place)
    found["run, in shards"] = Scenario.of("run a.txt c.txt -o h.jsonl --shards 2 --audit hu.jsonl --manifest", place)
    found["run over old outputs"] = Scenario.of(" ".join(RUN), place)
    found["restore over old files"] = Scenario.of("restore o.jsonl u.jsonl --to back -q", place)
    found["mend"] = Scenario.of("check --fix a.txt c.txt", place)
    return found


NAMES = (
    "run",
    "run over old outputs",
    "run, compressed",
    "run, in shards",
    "restore",
    "restore over old files",
    "learn",
    "mend",
)

Case = TypeVar("Case")


@pytest.fixture
def zygotes(tmp_path: Path) -> Iterator[list[Zygote]]:
    """Two of them, each with a folder of its own."""
    for number in range(WORKERS):
        (tmp_path / f"z{number}").mkdir()
    zygotes = [Zygote(tmp_path / f"z{number}") for number in range(WORKERS)]
    yield zygotes
    for zygote in zygotes:
        zygote.close()


WORKERS = 2


def spread(work: Callable[[int, Case], None], cases: list[Case]) -> None:
    """Do the work on each case, two at a time; it is told which of the two does it."""

    def one(number: int) -> None:
        for case in cases[number::WORKERS]:
            work(number, case)

    with ThreadPoolExecutor(WORKERS) as pool:
        list(pool.map(one, range(WORKERS)))


# ------------------------------------------------------------------ kills and failing calls

KILLED_AT = (
    "write",
    "pwrite64",
    "fsync",
    "rename",
    "link",
    "unlink",
    "openat",
    "close",
    "fchmod",
    "flock",
    "mkdir",
    "read",
    "lseek",
    "newfstatat",
    "readlink",
)


@faults
@needs_strace
@pytest.mark.parametrize("name", NAMES)
def test_killed_at_every_call(
    name: str, scenarios: dict[str, Scenario], zygotes: list[Zygote], tmp_path: Path, tally: Tally
) -> None:
    scenario = scenarios[name]
    found = [points(scenario, zygote, tmp_path / f"w{number}", KILLED_AT) for number, zygote in enumerate(zygotes)]
    assert len(found[0]) == len(found[1]) > 20

    def kill(worker: int, index: int) -> None:
        folder, point = tmp_path / f"w{worker}", found[worker][index]
        with tally.attempt("kill points", (name, point)) as note:
            ended = injected(scenario, zygotes[worker], folder, point, "signal=SIGKILL")
            assert ended.code == -signal.SIGKILL, ended
            scenario.check_broken_off(folder)
            scenario.check_again(zygotes[worker], folder)
            note("at reads" if point[0] in READS else "at writes, opens and closes")

    spread(kill, list(range(len(found[0])))[::EVERY])


READS = {"read", "lseek", "newfstatat", "readlink"}

FAILING = {
    "write": ("EIO", "ENOSPC", "EDQUOT"),
    "pwrite64": ("EIO", "ENOSPC"),
    "fsync": ("EIO", "ENOSPC", "EDQUOT"),
    "rename": ("EIO", "ENOSPC", "EDQUOT", "EROFS"),
    "link": ("EIO", "ENOSPC", "EPERM"),
    "openat": ("EIO", "ENOSPC", "EDQUOT", "EMFILE", "EACCES"),
    "close": ("EIO", "EDQUOT"),
    "read": ("EIO",),
    "fchmod": ("EIO", "EROFS"),
}


@faults
@needs_strace
@pytest.mark.parametrize("name", NAMES)
def test_every_call_failing(
    name: str, scenarios: dict[str, Scenario], zygotes: list[Zygote], tmp_path: Path, tally: Tally
) -> None:
    scenario = scenarios[name]
    found = [points(scenario, zygote, tmp_path / f"w{number}", [*FAILING]) for number, zygote in enumerate(zygotes)]
    cases = [(index, error) for index, (call_name, _) in enumerate(found[0]) for error in FAILING[call_name]]

    def fail(worker: int, case: tuple[int, str]) -> None:
        index, error = case
        folder, point = tmp_path / f"w{worker}", found[worker][index]
        with tally.attempt("failing calls", (name, point, error)) as note:
            ended = injected(scenario, zygotes[worker], folder, point, f"error={error}")
            scenario.check_failed(folder, ended)
            told = "done in spite of it" if ended.code in DONE else "told in one line, all files as before"
            note(f"{error} at {'reads' if point[0] in READS else 'writes, opens and closes'}", told)

    spread(fail, cases[::EVERY])


@needs_strace
@pytest.mark.parametrize(("call_name", "error"), [("fsync", "EIO"), ("rename", "ENOSPC"), ("write", "ENOSPC")])
def test_some_calls_failing(
    call_name: str, error: str, scenarios: dict[str, Scenario], zygotes: list[Zygote], tmp_path: Path
) -> None:
    scenario = scenarios["run over old outputs"]
    point = points(scenario, zygotes[0], tmp_path / "w", [call_name])[-2]
    ended = injected(scenario, zygotes[0], tmp_path / "w", point, f"error={error}")
    assert ended.code == 74
    scenario.check_failed(tmp_path / "w", ended)


# ------------------------------------------------------------------ full disks and standard output


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Callable[[int], Path]]:
    """Makes file systems of a size in bytes; skips where mounting is not allowed."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted: list[Path] = []

    def mount(size: int) -> Path:
        if mounted:
            subprocess.run(["umount", str(place)], check=True)
            mounted.clear()
        done = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(place)], capture_output=True, check=False
        )
        if done.returncode:
            pytest.skip("mounting a small disk is not allowed: it takes root")
        mounted.append(place)
        return place

    yield mount
    if mounted:
        subprocess.run(["umount", str(place)], check=True)


@faults
def test_a_disk_that_is_full(tmp_path: Path, small_disk: Callable[[int], Path], tally: Tally) -> None:
    (tmp_path / "a.txt").write_bytes(news(300))
    arguments = ["run", "a.txt", "-o", "disk/o.jsonl", "--audit", "disk/u.jsonl", "-q"]
    needed = 420_000  # more than both files
    codes: Counter[int] = Counter()
    for step in range(30):
        disk = small_disk(4096 + needed * step // 30 // 4096 * 4096)
        (disk / "o.jsonl").write_bytes(b"old")
        with tally.attempt("sizes of a disk", f"step {step}") as note:
            ended = call([*CLEAN, *arguments], tmp_path)
            codes[ended.code] += 1
            if ended.code:
                assert ended.code in {73, 74}
                check_told(ended)
                broken_if(contents(disk) != {"o.jsonl": b"old"}, "partial outputs", sorted(contents(disk)))
            else:
                broken_if(set(contents(disk)) != {"o.jsonl", "u.jsonl"}, "partial outputs", sorted(contents(disk)))
            note("too small: told, the old file as before" if ended.code else "large enough")
    assert codes[74] > 5
    assert codes[0] > 0


STDOUT = [
    "--version",
    "--help",
    "explain",
    "explain mojibake",
    "run --help",
    "run a.txt -q -o -",
    "boilerplate learn a.txt -q -o -",
    "verify -q o.jsonl other.jsonl",
    "check b.txt",
]


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which every subcommand has something to print."""
    folder = fill(tmp_path_factory.mktemp("stdout") / "f", {"a.txt": news(3), "b.txt": b"A line  \n\n\n\n"})
    assert call([*CLEAN, *"run a.txt -q -o o.jsonl --audit u.jsonl".split()], folder).code == 0
    assert call([*CLEAN, *"run b.txt -q -o x.jsonl --audit other.jsonl".split()], folder).code == 0
    return folder


@pytest.mark.harm
@pytest.mark.parametrize("command", STDOUT)
def test_standard_output_that_fails(command: str, printed: Path, tally: Tally) -> None:
    line = f"{sys.executable} -m clean {command}"
    for redirection in (">/dev/full", ">&-"):
        with tally.attempt("standard outputs", (command, redirection)) as note:
            ended = call(["bash", "-c", f"{line} {redirection}"], printed)
            assert ended.code == 74, ended
            check_told(ended)
            note("full or closed: told")
    with tally.attempt("standard outputs", (command, "a pipe that nobody reads")) as note:
        ended = call(["bash", "-c", f"{line} | :; exit ${{PIPESTATUS[0]}}"], printed)
        assert ended.code in {0, 1}
        assert ended.err == b""
        note("a broken pipe: a quiet end")


# ------------------------------------------------------------------ memory


@pytest.mark.parametrize("command", ["run a.txt -o o.jsonl", "check a.txt", "boilerplate learn a.txt -o l.txt"])
def test_too_little_memory_for_numpy_is_told(command: str, tmp_path: Path) -> None:
    """Asked for it all the same, its OpenBLAS would end the program by code 1, or it would fail as a broken install."""
    folder = fill(tmp_path / "f", {"a.txt": news(3)})
    for limit in (70_000_000, 115_000_000):
        ended = call(["prlimit", f"--as={limit}", *CLEAN, *command.split()], folder)
        assert ended == (70, b"", b"clean: error: out of memory\nhint: use --jobs 1, or a machine with more\n")
        assert set(contents(folder)) == {"a.txt"}


@faults
def test_little_memory(tmp_path: Path, tally: Tally) -> None:
    folder = fill(tmp_path / "f", {"a.txt": news(300)})
    command = [*CLEAN, *"run a.txt -q -o o.jsonl --jobs 1".split()]
    assert call(command, folder).code == 0
    after = contents(folder)
    for step in range(20):
        limit = 30_000_000 + step * 10_000_000
        (folder / "o.jsonl").unlink(missing_ok=True)
        with tally.attempt("memory limits", f"{limit} bytes") as note:
            ended = call(["prlimit", f"--as={limit}", *command], folder)
            held = contents(folder)
            broken_if(
                held != (after if ended.code == 0 else {"a.txt": after["a.txt"]}), "partial outputs", sorted(held)
            )
            assert b"OpenBLAS" not in ended.err, ended
            # Below what Python itself needs to begin, it cannot be ours to tell.
            if ended.code and b"clean: error:" in ended.err:
                check_told(ended)
            told = "told" if b"clean: error:" in ended.err else "too little for Python to begin"
            note(told if ended.code else "enough")
