"""Runs of the program that are broken off, and what must hold of the files afterwards."""

from __future__ import annotations

import contextlib
import json
import os
import re
import select
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from tests.tally import PATIENCE, broken_if

ROOT = Path(__file__).resolve().parents[2]
EVERY = int(os.environ.get("NEWSCLEAN_EVERY", "1"))
"""One point of so many is tried: to have a look in little time."""
CLEAN = (sys.executable, "-P", "-m", "clean")  # -P: not with the working folder among the places of modules
FORKING = """
from clean.console import running

call = running._call

def call_as_for_large_inputs():
    import clean.engines
    import clean.pipeline

    clean.pipeline.LARGE = clean.pipeline.WIDE = 1
    clean.engines.TOGETHER = 64
    return call()

running._call = call_as_for_large_inputs
running.main()
"""
"""The program as it is for large inputs, with workers at each step, on small ones; signals are caught first."""

ENVIRONMENT = {**os.environ, "PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1", "OPENBLAS_NUM_THREADS": "1"}

STORY = """\
PORT ARDEN: The harbour master told council {n} that the winter storm had closed ferry line {n} for a week in all.
The council will vote on bridge {n} in spring, and the mayorâ€™s budget has money for it, the mayor’s office said.

Harbour master {n} asks council for a bridge
Harbour master {n} asks council for a bridge

"""
RUN = ("run", *"a.txt b.jsonl c.txt -o o.jsonl --audit u.jsonl --summary-json s.json --manifest".split())
OUTPUTS = ("u.jsonl", "s.json", "o.quarantine.jsonl", "o.jsonl", "o.jsonl.manifest.json")
"""What `RUN` writes, in the order in which it appears."""

DONE = {0, 1, 3}
"""The exit codes of what was done; 1 is `check --fix` that mended something."""

CODES = {0, 3, 65, 66, 70, 73, 74, 75}
"""The exit codes that a run may end with when something is broken around it (70: memory)."""


def news(count: int, first: int = 0) -> bytes:
    """A news file of so many stories."""
    return "".join(STORY.format(n=number) for number in range(first, first + count)).encode()


INPUTS = {"a.txt": news(3), "b.jsonl": b'{"text": 3}\n{"text": "Fine here."}\n', "c.txt": news(2, 2)}


def fill(folder: Path, files: Mapping[str, bytes]) -> Path:
    """A new folder with files in it."""
    folder.mkdir()
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return folder


class Ended(NamedTuple):
    """How a command ended; its code is negative where a signal ended it."""

    code: int
    out: bytes
    err: bytes


def call(command: Sequence[str], folder: Path) -> Ended:
    done = subprocess.run(
        command,
        cwd=folder,
        env=ENVIRONMENT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )
    return Ended(done.returncode, done.stdout, done.stderr)


class Zygote:
    """Runs of the program as forks of one process that has imported it (`zygote.py`), traced by strace if asked for."""

    def __init__(self, place: Path) -> None:
        self._out, self._err = place / "zygote.out", place / "zygote.err"
        command = [sys.executable, "-m", "tests.faults.zygote"]
        environment = {**ENVIRONMENT, "PYTHONPATH": os.pathsep.join(path for path in (str(ROOT), *sys.path) if path)}
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment)

    def call(self, arguments: Sequence[str], folder: Path, strace: Sequence[str] = ()) -> Ended:
        """Run the program in a folder; what takes longer than `PATIENCE` is killed, and hangs."""
        for path in (self._out, self._err):
            path.write_bytes(b"")
        asked = {
            "folder": str(folder),
            "arguments": arguments,
            "out": str(self._out),
            "err": str(self._err),
            "stop": bool(strace),
        }
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(asked).encode() + b"\n")
        self._process.stdin.flush()
        child = self._answer()
        try:
            with traced(child, strace) if strace else contextlib.nullcontext():
                code = self._answer()
        except BaseException:
            os.kill(child, signal.SIGKILL)
            self._answer()
            raise
        return Ended(code, self._out.read_bytes(), self._err.read_bytes())

    def _answer(self) -> int:
        assert self._process.stdout is not None
        if not select.select([self._process.stdout], [], [], PATIENCE)[0]:
            raise TimeoutError(f"not done after {PATIENCE} s")
        return int(self._process.stdout.readline())

    def close(self) -> None:
        """End the process."""
        self._process.communicate()


@contextlib.contextmanager
def traced(child: int, options: Sequence[str]) -> Iterator[None]:
    """Have strace look on a stopped process, which goes on when it does."""
    command = ["strace", "-p", str(child), *options]
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
        assert process.stderr is not None
        try:
            told = process.stderr.readline()
            assert b"attached" in told, told
            os.kill(child, signal.SIGCONT)
            yield
            process.communicate(timeout=PATIENCE)
        except BaseException:
            process.kill()  # it would wait for a child that hangs
            raise


def contents(folder: Path) -> dict[str, bytes]:
    """All files below a folder, hidden ones too."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def is_temporary(name: str) -> bool:
    return Path(name).name.startswith(".") and name.endswith(".tmp")


@dataclass(frozen=True, slots=True)
class Scenario:
    """A command in a folder, and how the folder looks before and after it."""

    arguments: tuple[str, ...]
    before: Mapping[str, bytes]
    after: Mapping[str, bytes]
    code: int

    @classmethod
    def of(cls, command: str, before: Path) -> Scenario:
        """The scenario of a command in a folder that is as it should be before it."""
        held = contents(before)
        ended = call([*CLEAN, *command.split()], before)
        assert ended.code in DONE, ended.err
        return cls(tuple(command.split()), held, contents(before), ended.code)

    def lay_out(self, folder: Path) -> None:
        """Have the folder as it is before the command."""
        shutil.rmtree(folder, ignore_errors=True)
        for name, data in self.before.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)

    def check_broken_off(self, folder: Path) -> None:
        """Each file is whole: as it was before, or as it should be; OUT is new only when all it needs is."""
        held = contents(folder)
        for name in {**self.before, **self.after}:
            if self.before.get(name) == self.after.get(name):
                broken_if(held.get(name) != self.before[name], "lost bytes", f"{name} is not as it was")
            allowed = [self.before.get(name), self.after.get(name)]
            if name.endswith(".manifest.json"):
                allowed.append(None)  # taken away before it is replaced
            broken_if(held.get(name) not in allowed, "partial outputs", f"{name} is neither as it was nor as it should")
        if self.arguments == RUN and held.get("o.jsonl") == self.after["o.jsonl"]:
            late = [name for name in OUTPUTS[:3] if held.get(name) != self.after.get(name)]
            broken_if(late, "partial outputs", f"OUT is there before {late}")
        strange = [name for name in held if name not in self.before and name not in self.after]
        broken_if(not all(map(is_temporary, strange)), "partial outputs", strange)

    def check_failed(self, folder: Path, ended: Ended) -> None:
        """After an error all is as it was, nothing is left over, and one line said why."""
        held = contents(folder)
        if ended.code in DONE:
            broken_if(held != self.after, "partial outputs", sorted(held.keys() ^ self.after.keys()))
            return
        allowed = [self.before]
        if self.arguments[0] == "check":  # which mends each file by itself: those before the error stay mended
            allowed.append(self.after)
            told = [line for line in ended.err.splitlines(keepends=True) if b": mended " not in line]
            ended = ended._replace(err=b"".join(told))
        strange = [name for name, data in held.items() if all(data != state.get(name) for state in allowed)]
        missing = sorted(self.before.keys() - held.keys())
        broken_if(strange or missing, "partial outputs", (strange, missing))
        check_told(ended)

    def check_again(self, zygote: Zygote, folder: Path) -> None:
        """The same command gives what it should, and sweeps up what the broken run left."""
        ended = zygote.call(self.arguments, folder)
        codes = {self.code} if self.code != 1 else {0, 1}  # what a killed run has mended is not mended again
        assert ended.code in codes, ended
        broken_if(contents(folder) != self.after, "lost bytes", "the next run does not give what it should")


def check_told(ended: Ended) -> None:
    """An error was told in one line, with at most a hint, and by a code that is documented."""
    broken_if(b"Traceback" in ended.err, "tracebacks", ended)
    assert ended.code in CODES, ended
    first, *rest = ended.err.decode().splitlines() or [""]
    assert first.startswith("clean: error: "), ended.err
    assert "internal error" not in first, ended.err
    assert len(rest) <= 1
    assert all(line.startswith("hint: ") for line in rest), ended.err


# ------------------------------------------------------------------ strace

_CALL = re.compile(r"^(?:\[pid +\d+\] |\d+ +)?(\w+)\((.*)")
_WORKING_FOLDER = re.compile(r"AT_FDCWD<[^>]*>")


def points(scenario: Scenario, zygote: Zygote, folder: Path, calls: Sequence[str]) -> list[tuple[str, int]]:
    """The system calls of a scenario that have to do with its folder: each by name and its number among its like."""
    scenario.lay_out(folder)
    log = folder.parent / f"{folder.name}.strace"
    zygote.call(scenario.arguments, folder, ["-y", "-o", str(log), "-e", f"trace={','.join(calls)}"])
    names = {Path(name).parts[0] for name in (*scenario.before, *scenario.after)}
    found: list[tuple[str, int]] = []
    numbers: dict[str, int] = {}
    for line in log.read_text(errors="replace").splitlines():
        if match := _CALL.match(line):
            name = match[1]
            numbers[name] = numbers.get(name, 0) + 1
            rest = _WORKING_FOLDER.sub("", match[2])  # which every path is told with, the interpreter's own too
            if str(folder) in rest or any(f'"{file}' in rest for file in names):
                found.append((name, numbers[name]))
    return found


def injected(scenario: Scenario, zygote: Zygote, folder: Path, point: tuple[str, int], fault: str) -> Ended:
    """Run a scenario with a fault at one system call."""
    name, number = point
    scenario.lay_out(folder)
    inject = f"inject={name}:{fault}:when={number}"
    return zygote.call(scenario.arguments, folder, ["-o", "/dev/null", "-e", f"trace={name}", "-e", inject])


# ------------------------------------------------------------------ processes


def members(group: int) -> Iterator[int]:
    """The living processes of a process group."""
    for place in Path("/proc").iterdir():
        if place.name.isdigit():
            try:
                fields = (place / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            if int(fields[2]) == group and fields[0] != "Z":
                yield int(place.name)
