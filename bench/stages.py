"""What each stage costs: a run of the whole flow in one process, its functions timed where the flow calls them.

So what is measured is what runs, and the times add up to the run's. A function's time is without that of the timed
functions that it calls.
"""

from __future__ import annotations

import contextlib
import importlib
import os
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import Any
from unittest.mock import patch

STAGES: dict[str, tuple[str, ...]] = {
    "read, hash, cut lines": (
        "clean.flow.reading.Tally.__next__",
        "clean.flow.reading.detect",
        "clean.flow.reading.learn",
        "clean.flow.work.read_lines",
    ),
    "normalize": ("clean.stages.normalize.normalize",),
    "line rules": ("clean.stages.boilerplate.mark_lines",),
    "split: boundaries": (
        "clean.flow.work.Usual.judge",
        *(f"clean.flow.{where}.judge_all" for where in ("work", "records", "reading")),
    ),
    "split: fields": ("clean.flow.work.story_of",),
    "sweep to articles": ("clean.flow.work.assemble",),
    "boundaries as columns": ("clean.flow.batch.BatchMaker.add_gaps",),
    "rows and audit as JSON": ("clean.flow.batch.BatchMaker.add_story", "clean.flow.batch.BatchMaker.done"),
    "sign": ("clean.stages.dedupe.sign",),
    "keep": ("clean.flow.shelf.Shelf.add",),
    "repeated lines": ("clean.pipeline.remove_repeated_lines",),
    "dedupe": ("clean.pipeline.find_duplicates", "clean.pipeline.name_articles"),
    "emit": ("clean.pipeline.Sinks.write",),
}
"""The functions of each stage, by the names under which they are called."""

REST = "all else"


class Clock:
    """Adds up the time by stage: the processor's, or what else it is given to read the time from."""

    def __init__(self, now: Callable[[], float] = time.process_time) -> None:
        self.seconds: dict[str, float] = defaultdict(float)
        self._now = now
        self._stack = [REST]
        self._since = now()

    def switch(self, stage: str) -> None:
        """From now on it is that stage's time, until `back`."""
        self._charge()
        self._stack.append(stage)

    def back(self) -> None:
        """From now on it is again the time of the stage before."""
        self._charge()
        self._stack.pop()

    def _charge(self) -> None:
        now = self._now()
        self.seconds[self._stack[-1]] += now - self._since
        self._since = now


def seconds_of_stages(folder: Path, out: Path, compiled: bool, runs: int) -> dict[str, float]:
    """Seconds of the processor for each stage of a run on one core over `files` in a folder: the median of some runs.

    `compiled` has the articles signed by compiled code, as in large runs, however few there are.
    """
    from clean.console.running import spare

    spare()
    with contextlib.chdir(folder), _signing(compiled):
        _one(min(str(path) for path in Path("files").iterdir()), out)  # so that all is imported
        taken = [_one("files", out) for _ in range(runs)]
    return {stage: median(seconds[stage] for seconds in taken) for stage in (*STAGES, REST)}


def _one(source: str, out: Path) -> dict[str, float]:
    from clean.flow.telling import silent
    from clean.pipeline import Job, run
    from clean.settings import Settings

    with contextlib.ExitStack() as stack:
        clock = Clock()
        for stage, names in STAGES.items():
            for name in names:
                timed(stack, [clock], stage, name)
        run(Job((source,), out, out.with_suffix(".audit.jsonl")), Settings(), silent)
        clock.switch(REST)
    return clock.seconds


def timed(stack: contextlib.ExitStack, clocks: Sequence[Clock], stage: str, name: str) -> None:
    """Have clocks told of each call of a function."""
    owner, attribute = _owner(name)
    stack.enter_context(patch.object(owner, attribute, _timed(getattr(owner, attribute), clocks, stage)))


def _timed(function: Callable[..., Any], clocks: Sequence[Clock], stage: str) -> Callable[..., Any]:
    def told(*args: Any, **kwargs: Any) -> Any:
        for clock in clocks:
            clock.switch(stage)
        try:
            return function(*args, **kwargs)
        finally:
            for clock in clocks:
                clock.back()

    return told


def _owner(name: str) -> tuple[Any, str]:
    """The module or class that a function is looked up in, and its name there."""
    path, attribute = name.rsplit(".", 1)
    try:
        return importlib.import_module(path), attribute
    except ModuleNotFoundError:
        module, owner = path.rsplit(".", 1)
        return getattr(importlib.import_module(module), owner), attribute


@contextlib.contextmanager
def _signing(compiled: bool) -> Iterator[None]:
    """Compiled code from the first byte on, loaded (where need be compiled) before anything is measured; or none."""
    from clean.settings import Dedupe
    from clean.stages.dedupe import sign

    with (
        patch("clean.similarity.sketches.compiled_pays", lambda _: compiled),
        patch("clean.pipeline.LARGE", 0),  # below it a run signs at its end, by whatever is loaded
        patch("os.fsync", _no_wait),
    ):
        sign(["words that load what signing needs"], Dedupe(), compiled)
        yield


def _no_wait(descriptor: int) -> None:
    """In place of fsync, which measures the disk: says only that the file is open."""
    os.fstat(descriptor)
