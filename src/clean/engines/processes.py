"""The engine that uses all cores of one machine: worker processes, results in the order of the calls.

A worker that is killed ends the run (`concurrent.futures` notices; `multiprocessing.Pool` would wait for ever), and
workers die with their parent, however it dies.
"""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import signal
import sys
import warnings
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.process import BaseProcess
from typing import Any

from clean.engines.serial import Call, Owner
from clean.errors import RetryError

AHEAD = 2
"""Calls waiting for each worker: one at hand when it finishes, one while the parent writes. More only costs memory."""

PR_SET_PDEATHSIG = 1  # prctl(2): the signal a process gets when its parent dies


def run_calls(calls: Iterable[tuple[Owner, Call | None]], jobs: int) -> Iterator[tuple[Owner, Any]]:
    """Each call's result beside its owner, in the order of the calls, worked out by `jobs` processes."""
    others = multiprocessing.active_children()  # of whoever calls us, who may be no command line
    pool = ProcessPoolExecutor(jobs, multiprocessing.get_context("fork"), _begin_worker, (os.getpid(),))
    waiting: deque[tuple[Owner, Future[Any] | None]] = deque()
    try:
        for owner, call in calls:
            waiting.append((owner, _submit(pool, call) if call is not None else None))
            while len(waiting) > AHEAD * jobs:
                yield _result(*waiting.popleft())
        while waiting:
            yield _result(*waiting.popleft())
    except BrokenProcessPool as error:
        hint = "perhaps memory ran out: try --jobs 1"
        raise RetryError("a worker process was killed from outside", hint=hint) from error
    finally:
        _end(pool, others)


def _submit(pool: ProcessPoolExecutor, call: Call) -> Future[Any]:
    with warnings.catch_warnings():
        # The first call forks the workers. What threads there are then (BLAS starts some) sleep, and are not needed.
        warnings.simplefilter("ignore", DeprecationWarning)
        return pool.submit(call)


def _result(owner: Owner, future: Future[Any] | None) -> tuple[Owner, Any]:
    return owner, None if future is None else future.result()


def _begin_worker(parent: int) -> None:
    """Leave signals from the keyboard to the parent, and die with it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:  # it died before we asked
            os._exit(1)


def _end(pool: ProcessPoolExecutor, others: list[BaseProcess]) -> None:
    """Have no worker left: those still at work when the run was given up are killed, `others` let be."""
    for process in multiprocessing.active_children():
        if process not in others:
            process.kill()
    pool.shutdown(wait=True, cancel_futures=True)
