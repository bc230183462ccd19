"""Signals and kills at any moment: what is left of a run, and of its workers."""

from __future__ import annotations

import contextlib
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.faults.harness import (
    ENVIRONMENT,
    EVERY,
    FORKING,
    Ended,
    call,
    check_told,
    contents,
    fill,
    is_temporary,
    members,
    news,
)
from tests.tally import PATIENCE, Tally, broken_if

faults = pytest.mark.faults


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, bytes]]:
    """A folder with a run for workers in it, and what it should look like after."""
    text = news(400).replace(b"\n\n", b"\nPrinted in Port Arden on recycled paper\n\n")
    folder = fill(tmp_path_factory.mktemp("large") / "f", {"a.txt": text, "clean.toml": b"[read]\nblock = 5000\n"})
    assert call([sys.executable, "-c", FORKING, *LARGE_RUN], folder).code == 0
    held = contents(folder)
    assert b'"repeated-line"' in held["u.jsonl"]
    return folder, held


LARGE_RUN = "run a.txt -o o.jsonl --audit u.jsonl -q --jobs 2".split()


STEPS = {
    "read": "clean.flow.work.story_of",
    "lines": "clean.stages.boilerplate.repeated._columns",
    "copies": "clean.stages.boilerplate.repeated.are_copies",
    "take out": "clean.flow.repeats._stripped",
    "sign": "clean.flow.corpus._some_at_a_time",
    "run keys": "clean.similarity.candidates._sharers_of",
    "compare": "clean.similarity.overlap._overlaps",
    "judge": "clean.stages.dedupe.find._judged",
    "rows": "clean.sinks.jsonl.row",
    "audit": "clean.sinks.jsonl._told",
}
"""What workers do at each step of a run that is divided among them."""

STALLING = """
import importlib, os, sys, time

module, _, name = sys.argv.pop(1).rpartition(".")
place, parent = importlib.import_module(module), os.getpid()
work = getattr(place, name)

def stall(*arguments, **named):
    if os.getpid() != parent:
        open("stalled", "a").close()
        time.sleep(1000)
    return work(*arguments, **named)

setattr(place, name, stall)
for parts in {"PART", "WORDS"} & vars(place).keys():
    setattr(place, parts, 1000)
"""
"""Workers begin one step, and then do nothing any more."""


def begin(folder: Path, step: str = "") -> subprocess.Popen[bytes]:
    """Start the run for workers, as the first of a process group; they stall at a step if told so."""
    for name in ("o.jsonl", "u.jsonl", "stalled"):
        (folder / name).unlink(missing_ok=True)
    program = ["-c", STALLING + FORKING, STEPS[step]] if step else ["-c", FORKING]
    return subprocess.Popen(
        [sys.executable, *program, *LARGE_RUN],
        cwd=folder,
        env=ENVIRONMENT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def end(process: subprocess.Popen[bytes]) -> Ended:
    """How the run ended; one that does not is killed, with its workers, and hangs."""
    try:
        out, err = process.communicate(timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        raise
    return Ended(process.returncode, out, err)


def seconds_of(folder: Path) -> float:
    """How long the run takes, now: moments are chosen by it, nothing is judged by it."""
    begun = time.monotonic()
    end(begin(folder))
    return time.monotonic() - begun


def wait_for_workers(process: subprocess.Popen[bytes], number: int = 2) -> list[int]:
    """The processes of workers, once there are as many, or those that are left when the run has ended."""
    latest = time.monotonic() + PATIENCE
    while time.monotonic() < latest:
        workers = [pid for pid in members(process.pid) if pid != process.pid]
        if len(workers) >= number or process.poll() is not None:
            return workers
        time.sleep(0.002)
    raise TimeoutError("no workers")


def assert_none_left(group: int) -> None:
    """Processes that are told to end do so as soon as the machine lets them."""
    latest = time.monotonic() + PATIENCE / 5
    while list(members(group)):
        broken_if(time.monotonic() > latest, "orphans", "a process is left")
        time.sleep(0.01)


def check_files(folder: Path, after: dict[str, bytes], swept: bool) -> None:
    """Outputs are absent or whole, inputs as they were; nothing else is there if the run could sweep up."""
    held = {name: data for name, data in contents(folder).items() if swept or not is_temporary(name)}
    broken_if(any(data != after.get(name) for name, data in held.items()), "partial outputs", sorted(held))
    broken_if(after.keys() - held.keys() - {"o.jsonl", "u.jsonl"}, "lost bytes", sorted(held))
    broken_if("o.jsonl" in held and "u.jsonl" not in held, "partial outputs", "OUT is there before the audit")


def test_a_killed_worker_ends_the_run(large: tuple[Path, dict[str, bytes]]) -> None:
    folder, after = large
    process = begin(folder)
    os.kill(wait_for_workers(process)[0], signal.SIGKILL)
    ended = end(process)
    assert ended.code == 75
    check_told(ended)
    assert_none_left(process.pid)
    assert set(contents(folder)) == set(after) - {"o.jsonl", "u.jsonl"}


def test_workers_die_with_their_parent(large: tuple[Path, dict[str, bytes]]) -> None:
    process = begin(large[0])
    wait_for_workers(process)
    process.kill()
    end(process)
    assert_none_left(process.pid)


LESS_LIKELY = ("the parent is killed", "interrupt")


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("event", ["a worker is killed", *(pytest.param(event, marks=faults) for event in LESS_LIKELY)])
def test_what_ends_a_run_ends_it_at_each_step(event: str, step: str, large: tuple[Path, dict[str, bytes]]) -> None:
    folder, after = large
    process = begin(folder, step)
    try:
        wait_for(folder / "stalled", process)
        worker = next(pid for pid in members(process.pid) if pid != process.pid)
        if event == "interrupt":
            os.killpg(process.pid, signal.SIGINT)  # as a terminal sends it, to all
        else:
            os.kill(worker if event == "a worker is killed" else process.pid, signal.SIGKILL)
        ended = end(process)
    finally:
        (folder / "stalled").unlink(missing_ok=True)
    assert ended.code == {"a worker is killed": 75, "the parent is killed": -signal.SIGKILL}.get(event, -signal.SIGINT)
    if ended.code == 75:
        check_told(ended)
    else:
        assert ended.err == b""
    assert_none_left(process.pid)
    check_files(folder, after, swept=event != "the parent is killed")
    assert "o.jsonl" not in contents(folder)


def wait_for(path: Path, process: subprocess.Popen[bytes]) -> None:
    latest = time.monotonic() + PATIENCE
    while not path.exists():
        assert process.poll() is None, process.communicate()
        assert time.monotonic() < latest
        time.sleep(0.002)


@faults
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_at_any_moment(number: signal.Signals, large: tuple[Path, dict[str, bytes]], tally: Tally) -> None:
    folder, after = large
    chance = random.Random(number)
    duration = seconds_of(folder)
    for _ in range((60 if number == signal.SIGKILL else 30) // EVERY):
        process = begin(folder)
        moment = chance.uniform(0, 1.1 * duration)
        with tally.attempt("signals at random moments", (number.name, moment)) as note:
            time.sleep(moment)
            process.send_signal(number)
            code, out, err = end(process)
            assert code in {-number, 0}, (code, err)
            early = b"KeyboardInterrupt" in err and b", in main" not in err  # Python tells of it before we begin
            broken_if(err and not early, "tracebacks", err)
            assert out == b""
            assert_none_left(process.pid)
            check_files(folder, after, swept=number != signal.SIGKILL)
            note(f"{number.name}: {'dies by it' if code else 'done already'}")
    assert call([sys.executable, "-c", FORKING, *LARGE_RUN], folder).code == 0
    assert contents(folder) == after


@faults
def test_a_worker_killed_at_any_moment(large: tuple[Path, dict[str, bytes]], tally: Tally) -> None:
    folder, after = large
    chance = random.Random(75)
    duration = seconds_of(folder)
    for number in range(40 // EVERY):
        process = begin(folder)
        with tally.attempt("workers killed at random moments", number) as note:
            workers = wait_for_workers(process)
            time.sleep(chance.uniform(0, 0.5 * duration))
            with contextlib.suppress(ProcessLookupError, IndexError):  # it had ended
                os.kill(chance.choice(workers), signal.SIGKILL)
            ended = end(process)
            assert ended.code in {0, 75}, ended
            if ended.code:
                check_told(ended)
            assert_none_left(process.pid)
            check_files(folder, after, swept=True)
            note("told" if ended.code else "done already")
