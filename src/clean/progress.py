"""Progress on standard error, where a person looks on: nothing otherwise."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

DELAY = 0.5  # seconds: what is over sooner needs no bar
INTERVAL = 0.1  # seconds between two pictures: faster is not seen


def silent(stage: str, size: int) -> None:
    """Hears of each step, and says nothing."""


@contextmanager
def progress_bar(shown: bool) -> Iterator[Callable[[str, int], None]]:
    """A function that hears of each step, and shows bytes and speed on a terminal."""
    if not shown or sys.stderr is None or not sys.stderr.isatty():
        yield silent
        return
    line = _Line()
    try:
        yield line.tell
    finally:
        line.clear()


class _Line:
    """One line that is written over."""

    def __init__(self) -> None:
        self._start = time.monotonic()
        self._last = self._start + DELAY - INTERVAL
        self._done: dict[str, int] = {}
        self._visible = False

    def tell(self, stage: str, size: int) -> None:
        """Add to what a stage has done."""
        self._done[stage] = self._done.get(stage, 0) + size
        now = time.monotonic()
        if now - self._last < INTERVAL:
            return
        self._last, self._visible = now, True
        read = self._done.get("read", 0) / 1e6
        sys.stderr.write(f"\r\x1b[K{stage}: {read:,.1f} MB read, {read / (now - self._start):,.1f} MB/s")
        sys.stderr.flush()

    def clear(self) -> None:
        if self._visible:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
