"""Closed pipes and signals."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.command import CLEAN, STORY, names


def test_a_closed_pipe_ends_quietly() -> None:
    Path("big.txt").write_text("".join(f"ARDEN: Story {n} is another one.\n" for n in range(20_000)), encoding="utf-8")
    shell = shutil.which("bash")
    assert shell is not None
    line = f'{sys.executable} -m clean run big.txt -q -o - --skip dedupe | head -c 1; echo "${{PIPESTATUS[0]}}"'
    done = subprocess.run([shell, "-c", line], capture_output=True, text=True, timeout=60, check=False)
    assert (done.stdout, done.stderr) == ("{0\n", "")


@pytest.mark.parametrize("command", ["explain", "explain mojibake", "config", "--help", "--version"])
def test_what_is_only_printed_ends_quietly_too(command: str) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    try:
        ended = subprocess.run([*CLEAN, *command.split()], stdout=writer, stderr=subprocess.PIPE, check=False)
    finally:
        os.close(writer)
    assert (ended.returncode, ended.stderr) == (0, b"")


@pytest.fixture
def waiting() -> Iterator[subprocess.Popen[bytes]]:
    """A run that waits for more input."""
    command = [*CLEAN, "run", "-", "-o", "o.jsonl", "--audit", "u.jsonl"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdin is not None
        process.stdin.write(STORY.encode())
        process.stdin.flush()
        end = time.monotonic() + 30
        while not list(Path().glob(".u.jsonl.*")) and time.monotonic() < end:
            time.sleep(0.01)
        yield process
        process.kill()


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_the_run_and_leaves_nothing(number: signal.Signals, waiting: subprocess.Popen[bytes]) -> None:
    assert len(names()) > 1
    waiting.send_signal(number)
    out, err = waiting.communicate(timeout=30)
    assert waiting.returncode == -number
    assert (out, err) == (b"", b"")
    assert names() == ["a.txt"]


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_a_run_that_waits_for_the_reader_of_a_pipe(number: signal.Signals) -> None:
    os.mkfifo("u")
    command = [*CLEAN, "run", "a.txt", "-o", "o.jsonl", "--audit", "u", "-q"]
    with subprocess.Popen(command, stderr=subprocess.PIPE) as process:
        end = time.monotonic() + 30
        while not list(Path().glob(".o.jsonl.*")) and time.monotonic() < end:
            time.sleep(0.01)
        time.sleep(0.2)  # OUT's temporary file is there; the audit's pipe is opened next
        process.send_signal(number)
        try:
            assert process.communicate(timeout=30)[1] == b""
        finally:
            process.kill()
    assert process.returncode == -number
    assert names() == ["a.txt", "u"]


SWALLOWED = """
import os, signal, time
from clean.sinks.atomic import OutputFile
class Ending:
    def __del__(self):
        os.kill(os.getpid(), signal.SIGTERM)
def write(self, data):
    Ending()
    time.sleep(60)
OutputFile.write = write
from clean.console.running import main
main()
"""
"""`clean`, which is asked to end where Python swallows exceptions, as it also does in hooks around a fork."""


def test_a_signal_that_python_swallows_ends_it_nonetheless(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A story.\n", encoding="utf-8")
    command = [sys.executable, "-c", SWALLOWED, "run", "a.txt", "-o", "out.jsonl"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, timeout=50, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (-signal.SIGTERM, b"", b"")
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]
