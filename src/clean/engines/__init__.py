"""Engines: where the work is done. Each gives the same results in the same order."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from clean.engines import serial
from clean.engines.serial import Call, Owner, Spread


def run_calls(calls: Iterable[tuple[Owner, Call | None]], jobs: int) -> Iterator[tuple[Owner, Any]]:
    """Each call's result beside its owner, in the order of the calls, by so many processes (0: one a core)."""
    jobs = jobs or cores()
    if jobs == 1:
        return serial.run_calls(calls)
    from clean.engines import processes

    return processes.run_calls(calls, jobs)


def spread(jobs: int) -> Spread:
    """`map`, by so many processes (0: one a core).

    They are forked when the first result is asked for, and have all that there is in memory then: only parts and
    results are sent. All results must be taken.
    """
    jobs = jobs or cores()
    if jobs == 1:
        return map
    from clean.engines import processes

    return partial(processes.map_parts, jobs=jobs)


TOGETHER = 512
"""Articles, or pairs, that are worked on together: 10 to 100 ms, beside .2 to send them; their rows are 1.2 MB, and a
pipe carries larger pieces more slowly."""


def ranges(count: int) -> list[range]:
    """The numbers from 0 to before `count`, `TOGETHER` at a time."""
    return [range(first, min(first + TOGETHER, count)) for first in range(0, count, TOGETHER)]


def cores() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
