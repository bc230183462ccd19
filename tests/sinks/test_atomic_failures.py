"""Atomic outputs: what is left after each failure, signal and kill, and what stays as it was."""

from __future__ import annotations

import errno
import fcntl
import os
import signal
import threading
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from clean.errors import OutputError, StreamError
from clean.sinks.atomic import OutputFile, Outputs, remove_stale, sync_folder
from tests.sinks.writing import A, B, failing, held, write


@pytest.mark.parametrize("before", [{}, {"a": b"old"}, {"a": b"old", "b": b"old"}])
@pytest.mark.parametrize(("name", "numbers"), [("fsync", range(4)), ("replace", range(2)), ("link", range(2))], ids=str)
def test_a_failure_while_publishing_leaves_all_as_it_was(
    name: str, numbers: range, before: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in numbers:
        for path in Path().iterdir():
            path.unlink()
        for file, data in before.items():
            Path(file).write_bytes(data)
        with monkeypatch.context() as context:
            context.setattr(os, name, failing(name, number, errno.EIO))
            with pytest.raises(StreamError, match=r"cannot write: [ab]: Input/output error"):
                write({A: b"one", B: b"two"})
        assert held() == before, number


@pytest.mark.parametrize("number", [0, 1])
def test_a_failure_after_a_file_was_taken_away_brings_it_back(number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    A.write_bytes(b"old")
    B.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", failing("fsync", 1 + number, errno.EIO))
    with pytest.raises(StreamError):
        write({A: b"one", B: None})
    assert held() == {"a": b"old", "b": b"old"}


def test_the_message_says_whether_the_file_before_is_unchanged(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", failing("fsync", 0, errno.ENOSPC))
    with pytest.raises(StreamError, match="cannot write: a: No space left on device") as caught:
        write({A: b"one"})
    assert caught.value.hint == "the previous file, if any, is unchanged"
    with pytest.raises(StreamError) as caught:
        write({Path("/dev/full"): b"one"})
    assert caught.value.hint == ""


def test_a_folder_whose_name_is_too_long_leaves_none_around_it() -> None:
    with pytest.raises(OutputError, match=r"^cannot create: new/n*: File name too long$"), Outputs() as outputs:
        outputs.make_folder(Path("new") / ("n" * 300))
    assert not Path("new").exists()


def test_below_a_file_is_no_folder() -> None:
    A.write_bytes(b"old")
    with pytest.raises(OutputError, match=r"^cannot create: a/new: Not a directory$"), Outputs() as outputs:
        outputs.make_folder(A / "new")


def test_what_could_not_be_kept_is_not_taken_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without links the previous file is gone when the new one has its name: better that one than none."""
    A.write_bytes(b"old")
    B.write_bytes(b"old")
    monkeypatch.setattr(os, "link", failing("link", 0, errno.EPERM))
    monkeypatch.setattr(os, "replace", failing("replace", 1, errno.EIO))
    with pytest.raises(StreamError, match="cannot write: a: Input/output error"):
        write({A: b"one", B: b"two"})
    assert held() == {"a": b"old", "b": b"two"}


@pytest.mark.parametrize("error", [errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK])
def test_a_file_system_without_links_is_written_all_the_same(error: int, monkeypatch: pytest.MonkeyPatch) -> None:
    A.write_bytes(b"old")
    monkeypatch.setattr(os, "link", failing("link", 0, error))
    write({A: b"new"})
    assert held() == {"a": b"new"}


def test_what_cannot_be_kept_is_not_taken_away(monkeypatch: pytest.MonkeyPatch) -> None:
    A.write_bytes(b"old")
    monkeypatch.setattr(os, "rename", failing("rename", 0, errno.EPERM))
    with pytest.raises(StreamError):
        write({A: None})
    assert held() == {"a": b"old"}


@pytest.mark.parametrize("error", [errno.EINVAL, errno.EOPNOTSUPP, errno.ENOSYS])
def test_a_file_system_that_cannot_flush_folders(error: int, monkeypatch: pytest.MonkeyPatch) -> None:
    handles = len(os.listdir("/proc/self/fd"))
    monkeypatch.setattr(os, "fsync", failing("fsync", 0, error))
    sync_folder(Path())
    assert len(os.listdir("/proc/self/fd")) == handles


def test_a_folder_that_cannot_be_listed_is_not_flushed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "open", failing("open", 0, errno.EACCES))
    sync_folder(Path())
    monkeypatch.setattr(os, "open", failing("open", 0, errno.EIO))
    with pytest.raises(OSError, match="Input/output error"):
        sync_folder(Path())


def test_a_folder_that_fails_to_flush(monkeypatch: pytest.MonkeyPatch) -> None:
    handles = len(os.listdir("/proc/self/fd"))
    monkeypatch.setattr(os, "fsync", failing("fsync", 0, errno.EIO))
    with pytest.raises(OSError, match="Input/output error"):
        sync_folder(Path())
    assert len(os.listdir("/proc/self/fd")) == handles


# ------------------------------------------------------------------ signals, and what a killed run left


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGINT, signal.SIGTERM])
def test_signals_wait_while_files_are_named(number: signal.Signals, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[dict[str, bytes]] = []
    replace = os.replace

    def interrupted(old: Path, new: Path) -> None:
        os.kill(os.getpid(), number)
        replace(old, new)

    def note(*_: object) -> None:
        heard.append(held())

    done = threading.Event()
    other = threading.Thread(target=done.wait)  # a signal may go to any thread
    other.start()
    before = signal.signal(number, note)
    try:
        monkeypatch.setattr(os, "replace", interrupted)
        write({A: b"one", B: b"two"})
        assert signal.getsignal(number) is note
    finally:
        signal.signal(number, before)
        done.set()
        other.join()
    assert heard == [{"a": b"one", "b": b"two"}] * 2


@pytest.mark.parametrize(("name", "waits"), [("a", True), ("new", True), ("pipe", False), ("null", False)])
def test_signals_wait_while_a_file_is_made_but_not_for_whoever_reads_a_pipe(
    name: str, waits: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    A.write_bytes(b"old")
    os.mkfifo("pipe")
    Path("null").symlink_to("/dev/null")
    heard: list[int] = []
    before = signal.signal(signal.SIGHUP, lambda number, _: heard.append(number))

    def open_file(*_: object) -> Any:
        signal.raise_signal(signal.SIGHUP)
        assert heard == ([] if waits else [signal.SIGHUP])
        return BytesIO()

    monkeypatch.setattr(OutputFile, "_open", open_file)
    try:
        with Outputs() as outputs:
            outputs.open(Path(name))
    finally:
        signal.signal(signal.SIGHUP, before)
    assert heard == [signal.SIGHUP]


def test_in_another_thread_files_are_named_too() -> None:
    other = threading.Thread(target=lambda: write({A: b"one"}))
    other.start()
    other.join()
    assert held() == {"a": b"one"}


@pytest.mark.parametrize("name", ["a", "a[b]*?", "n" * 200])
def test_what_a_killed_run_left_is_swept_up_by_the_next(name: str) -> None:
    final = Path(name)
    left, old, alive = (Path(f".{name[:100]}.{end}.tmp") for end in ("1", "1.old", "2"))
    others = [Path(other) for other in (".other.3.tmp", f".{name[:99]}.b.4.tmp", f"{name[:99]}.5.tmp", ".tmp")]
    for path in (left, old, alive, *others):
        path.write_bytes(b"")
    Path("bx").write_bytes(b"")
    with alive.open("rb") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        remove_stale([Path("none"), final])
    assert sorted(held()) == sorted([alive.name, *(other.name for other in others), "bx"])


@pytest.mark.parametrize("name", ["a", "n" * 200])
def test_what_a_run_writes_is_what_the_next_would_sweep_up(name: str) -> None:
    OutputFile(Path(name))._stream.close()  # as if killed: the lock is gone, the file is left
    assert len(held()) == 1
    remove_stale([Path(name)])
    assert held() == {}


def test_what_others_took_away_meanwhile_is_no_error_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(*_: object) -> None:
        for name in held():
            Path(name).unlink()
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    with Outputs() as outputs:
        file = outputs.open(A)
        for name in held():
            Path(name).unlink()
        file.retire()
    with monkeypatch.context() as context:
        context.setattr(os, "fchmod", gone)
        with pytest.raises(OutputError, match="cannot create: a: Input/output error"):
            OutputFile(A)
    with Outputs() as outputs:
        outputs.open(B)
        outputs.open(A)
        monkeypatch.setattr("clean.sinks.atomic.sync_folder", gone)  # when A has its name
        with pytest.raises(StreamError, match="cannot write: a: Input/output error"):
            outputs.publish()
    assert held() == {}


def test_a_folder_that_cannot_be_listed_is_not_swept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "listdir", failing("listdir", 0, errno.EACCES))
    write({A: b"one"})
    assert held() == {"a": b"one"}


def test_opening_an_output_sweeps_up() -> None:
    Path(".a.x.tmp").write_bytes(b"left")
    write({A: b"one"})
    assert held() == {"a": b"one"}


def test_temporary_files_are_named_after_what_a_link_leads_to_or_after_the_kin() -> None:
    Path("real").mkdir()
    A.symlink_to("real/b")
    for left in (Path("real/.b.x.tmp"), Path(".whole.x.tmp")):
        left.write_bytes(b"left")
    with Outputs() as outputs:
        outputs.open(A).write(b"one")
        outputs.open(Path("shard"), kin=Path("whole")).write(b"two")
        outputs.publish()
    assert held() == {"a": b"one", "shard": b"two"}
    assert [path.name for path in Path("real").iterdir()] == ["b"]


def test_a_living_run_holds_its_files() -> None:
    with Outputs() as outputs:
        outputs.open(A).write(b"one")
        remove_stale([A])
        assert len(held()) == 1
        write({A: b"another run"})
        outputs.publish()
    assert held() == {"a": b"one"}
