"""The engine that uses all cores of one machine: worker processes, results in the order of what was asked.

Each worker has a pipe of its own, through which a thread of the parent asks it one thing after the other. One that is
killed in the middle of a result ends its pipe, and with it the run. (`concurrent.futures.ProcessPoolExecutor` has one
pipe for the results of all; a worker killed while it writes there keeps the pipe's lock, and the run would wait for
ever.) Workers die with their parent, however it dies.
"""

from __future__ import annotations

import contextlib
import ctypes
import multiprocessing
import operator
import os
import pickle
import signal
import sys
import traceback
import warnings
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from multiprocessing.reduction import ForkingPickler
from queue import SimpleQueue
from typing import Any, NamedTuple

from clean.engines.serial import Call, Owner, Part, Result
from clean.errors import CleanError, RetryError

AHEAD = 2
"""Things waiting for each worker: one at hand when it is free, one while the parent writes. More only costs memory."""

PR_SET_PDEATHSIG = 1  # prctl(2): the signal a process gets when its parent dies

SIGNALS = (signal.SIGHUP, signal.SIGINT, signal.SIGTERM)  # those that end a run


def run_calls(calls: Iterable[tuple[Owner, Call | None]], jobs: int) -> Iterator[tuple[Owner, Any]]:
    """Each call's result beside its owner, in the order of the calls, worked out by `jobs` processes."""
    return _results(operator.call, calls, jobs)


def map_parts(work: Callable[[Part], Result], parts: Sequence[Part], jobs: int) -> Iterator[Result]:
    """`map`, by `jobs` processes or as many as there are parts; for a single part none is started."""
    if len(parts) < 2:
        return map(work, parts)
    return (result for _, result in _results(work, ((None, part) for part in parts), min(jobs, len(parts))))


def _results(work: Callable[[Any], Any], asked: Iterable[tuple[Owner, Any]], jobs: int) -> Iterator[tuple[Owner, Any]]:
    """What the work makes of each thing asked, beside its owner; None where that is None."""
    crew = _Crew(work, jobs)
    waiting: deque[tuple[Owner, Future[Any] | None]] = deque()
    try:
        for owner, thing in asked:
            waiting.append((owner, crew.submit(thing) if thing is not None else None))
            while len(waiting) > AHEAD * jobs:
                yield _result(*waiting.popleft())
        while waiting:
            yield _result(*waiting.popleft())
    finally:
        crew.dismiss()


def _result(owner: Owner, future: Future[Any] | None) -> tuple[Owner, Any]:
    return owner, None if future is None else future.result()


class _Worker(NamedTuple):
    """A process, and the parent's end of its pipe."""

    process: BaseProcess
    pipe: Connection


class _Crew:
    """Workers, forked when the first thing is asked: they know the work, and all that the parent has by then."""

    def __init__(self, work: Callable[[Any], Any], jobs: int) -> None:
        self._work = work
        self._jobs = jobs
        self._workers: list[_Worker] = []
        self._free: SimpleQueue[_Worker] = SimpleQueue()
        self._threads: ThreadPoolExecutor | None = None  # as many as workers, so that each finds one free

    def submit(self, thing: Any) -> Future[Any]:
        """The result to come of what is asked."""
        if self._threads is None:
            self._threads = self._begin()
        return self._threads.submit(self._ask, thing)

    def _begin(self) -> ThreadPoolExecutor:
        """Fork all workers, before there are threads."""
        for _ in range(self._jobs):
            self._workers.append(_begin_worker(self._work))
            self._free.put(self._workers[-1])
        return ThreadPoolExecutor(self._jobs)

    def _ask(self, thing: Any) -> Any:
        """In a thread: what a free worker answers. RetryError when it was killed, and then all others are."""
        worker = self._free.get()
        try:
            # Not `send`: it lends its buffer, of which Python 3.13 tells on standard error when the worker is killed.
            worker.pipe.send_bytes(bytes(ForkingPickler.dumps(thing)))
            value, error = worker.pipe.recv()
        except (EOFError, OSError) as broken:
            self._kill()
            hint = "perhaps memory ran out: try --jobs 1"
            raise RetryError("a worker process was killed from outside", hint=hint) from broken
        finally:
            self._free.put(worker)
        if error is not None:
            raise error
        return value

    def _kill(self) -> None:
        for worker in self._workers:
            worker.process.kill()

    def dismiss(self) -> None:
        """Have no worker left: those still at work when the run was given up are killed."""
        self._kill()
        if self._threads is not None:
            self._threads.shutdown(wait=True, cancel_futures=True)
        for worker in self._workers:
            worker.process.join()
            worker.pipe.close()


def _begin_worker(work: Callable[[Any], Any]) -> _Worker:
    """Fork a worker. Its end of the pipe is open nowhere else, so that the pipe ends when it does."""
    fork = multiprocessing.get_context("fork")
    ours, theirs = fork.Pipe()
    process = fork.Process(target=_serve, args=(work, theirs, ours, os.getpid()))
    with warnings.catch_warnings(), _signals_waiting():
        # What threads there are (BLAS starts some) sleep, and are not needed.
        warnings.simplefilter("ignore", DeprecationWarning)
        try:
            process.start()
        except OSError as error:
            raise RetryError("cannot start a worker process", hint=f"{error.strerror}: try --jobs 1") from error
    theirs.close()
    return _Worker(process, ours)


@contextlib.contextmanager
def _signals_waiting() -> Iterator[None]:
    """Signals wait: a worker takes them as the parent does until it has followed, and would tell of them."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, SIGNALS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(work: Callable[[Any], Any], pipe: Connection, parents: Connection, parent: int) -> None:
    """In a worker: answer until nobody asks any more."""
    _follow(parent)
    parents.close()
    with contextlib.suppress(EOFError, ConnectionError):  # nobody asks, or listens, any more
        while True:
            pipe.send(_answer(work, pipe.recv()))


def _answer(work: Callable[[Any], Any], thing: Any) -> tuple[Any, Exception | None]:
    """What the work makes of it, or its error; one that is none of ours with its traceback, which no pipe carries."""
    try:
        return work(thing), None
    except CleanError as error:
        return None, error
    except Exception as error:  # noqa: BLE001 - it is raised again in the parent
        told = error if _is_carried(error) else RuntimeError(f"{type(error).__name__}: {error}")
        told.add_note(f"in a worker process:\n{traceback.format_exc()}")
        return None, told


def _is_carried(error: Exception) -> bool:
    """Whether an error comes out of a pipe as it went in, which those made of more than a message may not."""
    try:
        return type(pickle.loads(pickle.dumps(error))) is type(error)  # noqa: S301 - just made here
    except Exception:  # noqa: BLE001 - whatever its class does there
        return False


def _follow(parent: int) -> None:
    """Leave signals from the keyboard to the parent, and die with it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, SIGNALS)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:  # it died before we asked
            os._exit(1)
