"""Running commands in turn, and what each took: time, the processors' time, memory with that of its children."""

from __future__ import annotations

import os
import resource
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import NamedTuple

EVERY = 0.1  # seconds between two looks at a run's memory; each costs some milliseconds


class Cost(NamedTuple):
    """Seconds by the clock and of the processors, children included; bytes at the peak.

    `largest` is the resident memory of the largest process, as the kernel tells at its end; 0 where that is no more
    than this program's own, which it starts from. `together` is that of all processes, pages that several share counted
    once, looked at now and then; 0 where it was not looked at.
    """

    wall: float
    cpu: float
    largest: int
    together: int


@dataclass(frozen=True, slots=True)
class Command:
    """A command, the folder it runs in, and the bytes of input that it works through."""

    words: Sequence[str]
    folder: Path
    bytes: int = 0


class FailedError(Exception):
    """A command that is measured has failed."""


def in_turn(commands: Mapping[str, Command], runs: int) -> dict[str, Cost]:
    """The median cost of each command over so many rounds.

    A round runs each once, so that what else the machine does falls on all alike. One more round goes before: it fills
    the caches and is used to look at the memory.
    """
    first = {name: once(command, watch=True) for name, command in commands.items()}
    rounds = [{name: once(command) for name, command in commands.items()} for _ in range(runs)]
    return {name: _middle([each[name] for each in rounds] or [cost], cost) for name, cost in first.items()}


def _middle(costs: Sequence[Cost], first: Cost) -> Cost:
    return Cost(
        median(cost.wall for cost in costs),
        median(cost.cpu for cost in costs),
        max(cost.largest for cost in costs),
        first.together,
    )


def once(command: Command, watch: bool = False) -> Cost:
    """What one run costs; raises FailedError with the end of its messages."""
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss  # a process has this before it becomes the command
    begin = time.perf_counter()
    with subprocess.Popen(
        command.words, cwd=command.folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    ) as process:
        watcher = Watcher(process.pid) if watch else None
        assert process.stderr is not None  # noqa: S101  as asked for above
        messages = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        wall = time.perf_counter() - begin
    together = watcher.end() if watcher is not None else 0
    if process.returncode:
        raise FailedError(f"{' '.join(command.words)[:200]}: exit {process.returncode}\n{messages.decode()[-2000:]}")
    largest = usage.ru_maxrss * 1024 if usage.ru_maxrss > own else 0  # Linux counts in KB
    return Cost(wall, usage.ru_utime + usage.ru_stime, largest, together)


class Watcher:
    """Looks at the memory of a process and its descendants while they run (Linux; elsewhere it sees nothing)."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._peak = 0
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def end(self) -> int:
        """Bytes at the peak."""
        self._ended.set()
        self._thread.join()
        return self._peak

    def _watch(self) -> None:
        while not self._ended.wait(EVERY):
            self._peak = max(self._peak, sum(map(_proportional, _family(self._pid))))


def _family(pid: int) -> list[int]:
    """A process and its descendants."""
    found = [pid]
    for member in found:
        found += map(int, _read(f"/proc/{member}/task/{member}/children").split())
    return found


def _proportional(pid: int) -> int:
    """A process's resident bytes, its part of each page that it shares."""
    for row in _read(f"/proc/{pid}/smaps_rollup").splitlines():
        if row.startswith("Pss:"):
            return int(row.split()[1]) * 1024
    return 0


def _read(path: str) -> str:
    """A file of the kernel's, empty when the process has ended."""
    try:
        return Path(path).read_text(encoding="ascii")
    except (FileNotFoundError, ProcessLookupError):
        return ""
