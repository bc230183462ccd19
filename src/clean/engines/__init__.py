"""Engines: where the work on the blocks is done. Each gives the same results in the same order."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import Any

from clean.engines import serial
from clean.engines.serial import Call, Owner


def run_calls(calls: Iterable[tuple[Owner, Call | None]], jobs: int) -> Iterator[tuple[Owner, Any]]:
    """Each call's result beside its owner, in the order of the calls, by so many processes (0: one a core)."""
    jobs = jobs or cores()
    if jobs == 1:
        return serial.run_calls(calls)
    from clean.engines import processes

    return processes.run_calls(calls, jobs)


def cores() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
