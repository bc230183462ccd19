"""What was tried to break the program, and what broke: counted over all tests, printed at the end."""

from __future__ import annotations

import contextlib
import signal
import subprocess
import threading
from collections import Counter
from collections.abc import Callable, Iterator

KINDS = ("partial outputs", "lost bytes", "tracebacks", "hangs", "orphans")
"""What must not be, whatever is tried."""


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
        self.broken: Counter[str] = Counter()
        self.told: list[str] = []
        self._lock = threading.Lock()

    @contextlib.contextmanager
    def attempt(self, where: object) -> Iterator[Callable[[str], None]]:
        """One try, which says at its end what it was; what breaks in it is counted, and the sweep goes on."""
        try:
            yield self.note
        except Broken as problem:
            self._note_broken(problem.kind, f"{where}: {problem}")
        except (subprocess.TimeoutExpired, TimeoutError) as problem:
            self._note_broken("hangs", f"{where}: {problem}")
        except AssertionError as problem:
            self._note_broken("other failures", f"{where}: {problem}")

    def note(self, what: str, number: int = 1) -> None:
        """Count something that was tried, and went as it should."""
        with self._lock:
            self.tried[what] += number

    def _note_broken(self, kind: str, what: str) -> None:
        with self._lock:
            self.broken[kind] += 1
            if len(self.told) < 10:
                self.told.append(what)

    def add(self, other: Tally) -> None:
        """Count what another has counted."""
        self.tried += other.tried
        self.broken += other.broken

    def lines(self) -> list[str]:
        """The counts, a line each; last what must not be, and how often it was."""
        tried = [f"{number:7,}  {name}" for name, number in sorted(self.tried.items())]
        kinds = [*KINDS, *(kind for kind in self.broken if kind not in KINDS)]
        return [*tried, ", ".join(f"{self.broken[kind]:,} {kind}" for kind in kinds)]


@contextlib.contextmanager
def patience(seconds: int) -> Iterator[None]:
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
