"""What was tried to break the program, and what broke: counted by subject over all tests, printed at the end."""

from __future__ import annotations

import contextlib
import signal
import subprocess
import threading
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator

KINDS = ("partial outputs", "lost bytes", "tracebacks", "hangs", "orphans")
"""What must not be, whatever is tried."""


PATIENCE = 300
"""Seconds after which what takes two hangs: on a machine that others have too, it may take fifty times as long."""


class Broken(AssertionError):
    """One of `KINDS` happened."""

    def __init__(self, kind: str, what: str) -> None:
        super().__init__(f"{kind}: {what}")
        self.kind = kind


def broken_if(condition: object, kind: str, what: object) -> None:
    """Raise Broken where something is as it must not be."""
    if condition:
        raise Broken(kind, str(what))


class Tally:
    """Counts of what was tried and of what broke, with the first few of these told at length; threads may share it."""

    def __init__(self) -> None:
        self.tried: Counter[str] = Counter()
        self.ends: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self.broken: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self.told: list[str] = []
        self._lock = threading.Lock()

    @contextlib.contextmanager
    def attempt(self, subject: str, where: object, number: int = 1) -> Iterator[Callable[..., None]]:
        """So many tries of a subject, which are told how they ended; what breaks is counted, and the sweep goes on."""
        try:
            yield lambda *ends: self._count(subject, number, *ends)
        except Broken as problem:
            self._count_broken(subject, number, problem.kind, f"{where}: {problem}")
        except (subprocess.TimeoutExpired, TimeoutError) as problem:
            self._count_broken(subject, number, "hangs", f"{where}: {problem}")
        except AssertionError as problem:
            self._count_broken(subject, number, "other failures", f"{where}: {problem}")

    def _count(self, subject: str, number: int, *ends: str) -> None:
        with self._lock:
            self.tried[subject] += number
            self.ends[subject].update(dict.fromkeys(ends, number))

    def _count_broken(self, subject: str, number: int, kind: str, what: str) -> None:
        self._count(subject, number)
        with self._lock:
            self.broken[subject][kind] += 1
            if len(self.told) < 10:
                self.told.append(f"{subject}, {what}")

    def add(self, other: Tally) -> None:
        """Count what another has counted."""
        self.tried += other.tried
        for mine, others in ((self.ends, other.ends), (self.broken, other.broken)):
            for subject, counts in others.items():
                mine[subject] += counts

    def lines(self) -> list[str]:
        """A line a subject: how often it was tried, what must not be and how often it was, how the tries ended."""
        subjects = sorted(self.tried)
        lines = [_line(f"{name} {self.tried[name]:,}", self.broken[name], self.ends[name]) for name in subjects]
        every = sum(self.broken.values(), Counter())
        return [*lines, _line(f"all {self.tried.total():,}", every, Counter())]


def _line(tried: str, broken: Counter[str], ends: Counter[str]) -> str:
    kinds = [*KINDS, *(kind for kind in broken if kind not in KINDS)]
    told = ", ".join(f"{count:,} {end}" for end, count in sorted(ends.items()))
    return f"{tried}: {', '.join(f'{broken[kind]:,} {kind}' for kind in kinds)}{told and f' ({told})'}"


@contextlib.contextmanager
def patience(seconds: int = PATIENCE) -> Iterator[None]:
    """TimeoutError in what takes longer."""

    def stop(*_: object) -> None:
        raise TimeoutError(f"not done after {seconds} s")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
