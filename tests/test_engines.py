"""Engines: the results of calls in their order, whatever becomes of those that work them out."""

from __future__ import annotations

import os
import signal
import threading
import time
from functools import partial

import pytest

from clean.engines import run_calls
from clean.engines.serial import Call
from clean.errors import DataError, RetryError

KILLED = "a worker process was killed from outside"


def slow(number: int) -> int:
    time.sleep(0.002 * (number % 3))
    return number


def fail(error: Exception) -> None:
    raise error


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def die_answering(size: int) -> bytes:
    """An answer that takes longer to send than its worker lives, on most machines."""
    threading.Timer(0.01, die).start()
    return bytes(size)


@pytest.mark.parametrize("jobs", [1, 2, 5])
@pytest.mark.parametrize("count", [0, 1, 40])
def test_results_come_in_the_order_of_the_calls(count: int, jobs: int) -> None:
    calls = ((number, partial(slow, number) if number % 4 else None) for number in range(count))
    expected = [(number, number if number % 4 else None) for number in range(count)]
    assert list(run_calls(calls, jobs)) == expected


@pytest.mark.parametrize("error", [DataError("cannot", "this"), ValueError("odd"), MemoryError()])
def test_an_error_of_a_call_is_raised_here(error: Exception) -> None:
    with pytest.raises(type(error)) as raised:
        list(run_calls([(1, partial(slow, 1)), (2, partial(fail, error))], 2))
    assert str(raised.value) == str(error)
    told = "".join(getattr(raised.value, "__notes__", []))
    assert ("in fail" in told) == (not isinstance(error, DataError))


@pytest.mark.parametrize("call", [die, partial(die_answering, 1), partial(die_answering, 300_000_000)])
def test_a_killed_worker_ends_the_run(call: Call) -> None:
    work = [(number, partial(slow, number)) for number in range(8)]
    with pytest.raises(RetryError, match=KILLED):
        list(run_calls([*work, (8, call), *work, (9, partial(time.sleep, 0.2)), *work], 2))


def test_no_worker_is_left_when_nobody_wants_the_rest() -> None:
    results = run_calls(((number, os.getpid) for number in range(100)), 2)
    workers = {next(results)[1] for _ in range(20)}
    del results
    for worker in workers:
        with pytest.raises(ProcessLookupError):
            os.kill(worker, 0)
