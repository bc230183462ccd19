"""Engines: the results of calls in their order, whatever becomes of those that work them out."""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
import threading
import time
from functools import partial

import pytest

from clean.engines import run_calls, spread
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


class Odd(Exception):
    """An error that cannot be made again from what it says."""

    def __init__(self, said: str, place: int) -> None:
        super().__init__(f"{said} at {place}")


def fail_oddly(here: bool) -> None:
    raise Odd("broken", 7) if here else pickle.PicklingError("not this one")


def test_an_error_that_no_pipe_carries_is_told_as_what_it_was() -> None:
    with pytest.raises(RuntimeError, match=r"^Odd: broken at 7\b") as raised:
        list(run_calls([(1, partial(fail_oddly, True)), (2, partial(slow, 2))], 2))
    assert "in fail_oddly" in "".join(raised.value.__notes__)
    with pytest.raises(pickle.PicklingError, match="not this one"):
        list(run_calls([(1, partial(fail_oddly, False)), (2, partial(slow, 2))], 2))


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


@pytest.mark.parametrize("jobs", [1, 2, 5])
@pytest.mark.parametrize("count", [0, 1, 2, 40])
def test_work_is_spread_and_comes_back_in_order(count: int, jobs: int) -> None:
    """The work need not be sent: it may look at anything that there is."""
    known = dict(enumerate(range(100, 140)))
    lock = threading.Lock()  # which no pipe would carry
    found = spread(jobs)(lambda number: (slow(known[number]), lock.locked()), range(count))
    assert list(found) == [(known[number], False) for number in range(count)]


def test_a_single_part_is_worked_on_here() -> None:
    assert list(spread(2)(lambda _: os.getpid(), [1])) == [os.getpid()]
    assert os.getpid() not in list(spread(2)(lambda _: os.getpid(), [1, 2]))


@pytest.mark.parametrize("error", [DataError("cannot", "this"), ValueError("odd"), MemoryError()])
def test_an_error_of_spread_work_is_raised_here(error: Exception) -> None:
    with pytest.raises(type(error)) as raised:
        list(spread(2)(lambda number: fail(error) if number == 7 else number, range(20)))
    assert str(raised.value) == str(error)


@pytest.mark.parametrize("call", [die, partial(die_answering, 300_000_000)])
def test_a_worker_killed_at_spread_work_ends_the_run(call: Call) -> None:
    with pytest.raises(RetryError, match=KILLED):
        list(spread(2)(lambda number: call() if number == 7 else slow(number), range(20)))


def test_no_worker_of_spread_work_is_left() -> None:
    workers = set(spread(3)(lambda _: os.getpid(), range(20)))
    results = spread(2)(lambda _: os.getpid(), range(20))
    workers |= {next(results) for _ in range(10)}
    del results
    for worker in workers:
        with pytest.raises(ProcessLookupError):
            os.kill(worker, 0)


def test_signals_to_all_processes_are_told_once(capfd: pytest.CaptureFixture[str]) -> None:
    """A worker that is just forked would take a signal as its parent does, and tell of it."""
    parent, taken = os.getpid(), []

    def take(number: int, _: object) -> None:
        taken.append(number)
        assert os.getpid() == parent, "a worker took it"

    before = signal.signal(signal.SIGINT, take)
    try:
        with subprocess.Popen([sys.executable, "-c", KILLER, str(parent)]) as killer:
            try:
                while killer.poll() is None:
                    assert list(spread(2)(abs, range(4))) == [0, 1, 2, 3]
            finally:
                killer.kill()
        assert killer.returncode == 0
    finally:
        signal.signal(signal.SIGINT, before)
    assert taken
    assert capfd.readouterr().err == ""


KILLER = """
import os, signal, sys, time
parent = sys.argv[1]
for _ in range(500):
    for process in (parent, *open(f"/proc/{parent}/task/{parent}/children").read().split()):
        if int(process) != os.getpid():
            try:
                os.kill(int(process), signal.SIGINT)
            except ProcessLookupError:
                pass
    time.sleep(0.001)
"""
"""Sends an interrupt to a process and to all its children, again and again."""
