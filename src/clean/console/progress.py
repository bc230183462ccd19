"""Progress on standard error: a bar where a person looks on, a line every few seconds where one was asked for."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from clean.flow.telling import Tell, silent
from clean.rules import STAGES

if TYPE_CHECKING:
    from rich.progress import Progress

DELAY = 0.5  # seconds: what is over sooner needs no bar
INTERVAL = 0.1  # seconds between two pictures: faster is not seen
PLAIN_INTERVAL = 5.0  # seconds between two lines of a log


@contextmanager
def progress_bar(shown: bool, plain: bool = False) -> Iterator[Tell]:
    """What hears of each step and shows how far the run is; `plain` asks for lines where there is no terminal."""
    terminal = sys.stderr is not None and sys.stderr.isatty()
    if not shown or sys.stderr is None or not (terminal or plain):
        yield silent
        return
    meter = Meter(_Bar() if terminal else _Lines())
    try:
        yield meter.tell
    finally:
        meter.display.close()


class Meter:
    """Adds up what is told, and has it shown now and then."""

    def __init__(self, display: _Bar | _Lines) -> None:
        self.display = display
        self._start = time.monotonic()
        self._next = self._start + DELAY
        self._done: dict[str, int] = {}

    def tell(self, stage: str, size: int) -> None:
        """Add to what a stage has done."""
        self._done[stage] = self._done.get(stage, 0) + size
        now = time.monotonic()
        if now >= self._next:
            self._next = now + self.display.interval
            self.display.show(stage if stage in STAGES else "read", self._done, now - self._start)


class _Lines:
    """A line of text now and then, for logs."""

    interval = PLAIN_INTERVAL

    def show(self, stage: str, done: dict[str, int], seconds: float) -> None:
        read, total, articles = (done.get(name, 0) for name in ("read", "total", "articles"))
        rate = read / seconds
        left = f", {max(0, total - read) / rate:,.0f} s left" if rate and total > read else ""
        amount = f"{read / 1e6:,.1f} of {total / 1e6:,.1f} MB, {articles:,} articles, {rate / 1e6:,.1f} MB/s"
        sys.stderr.write(f"{stage}: {amount}{left}\n")
        sys.stderr.flush()

    def close(self) -> None:
        """Nothing is left to take away."""


class _Bar:
    """rich's bar, drawn when told and never by a thread: worker processes are forked beside it."""

    interval = INTERVAL

    def __init__(self) -> None:
        self._progress: Progress | None = None

    def show(self, stage: str, done: dict[str, int], seconds: float) -> None:
        if self._progress is None:
            self._progress = self._begin()
        read, total = done.get("read", 0), done.get("total", 0)
        self._progress.update(
            self._task,
            completed=read,
            total=max(total, read) or None,
            description=stage,
            articles=f"{done.get('articles', 0):,} articles, {done.get('articles', 0) / seconds:,.0f}/s",
        )
        self._progress.refresh()

    def _begin(self) -> Progress:
        from rich import progress
        from rich.console import Console

        bar = progress.Progress(
            progress.TextColumn("{task.description}"),
            progress.BarColumn(),
            progress.DownloadColumn(),
            progress.TransferSpeedColumn(),
            progress.TextColumn("{task.fields[articles]}"),
            progress.TimeRemainingColumn(),
            console=Console(stderr=True),
            auto_refresh=False,
            transient=True,
        )
        bar.start()
        self._task = bar.add_task("read", total=None, articles="")
        return bar

    def close(self) -> None:
        """Take the bar away."""
        if self._progress is not None:
            self._progress.stop()
