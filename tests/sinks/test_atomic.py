"""Atomic outputs: in which order what is done, what is left after each failure, what stays as it was."""

from __future__ import annotations

import errno
import fcntl
import os
import signal
import stat
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import chdir
from hashlib import sha256
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any, BinaryIO

import pytest

from clean.errors import OutputError, StreamError
from clean.sinks.atomic import STDOUT, OutputFile, Outputs, remove_stale, sync_folder

A, B = Path("a"), Path("b")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path) -> Iterator[Path]:
    """The working folder, empty."""
    with chdir(tmp_path):
        yield tmp_path


def held() -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(Path().iterdir()) if path.is_file()}


def write(data: Mapping[Path, bytes | None]) -> None:
    """Write and publish files; None is one that is retired."""
    with Outputs() as outputs:
        for path, content in data.items():
            file = outputs.open(path)
            if content is None:
                file.retire()
            else:
                file.write(content)
        outputs.publish()


def failing(name: str, number: int, error: int) -> Callable[..., Any]:
    """A function of `os` that fails with an error when it is called for the so many-th time, counted from 0."""
    whole = getattr(os, name)
    calls = iter(range(1000))

    def call(*arguments: Any, **more: Any) -> Any:
        if next(calls) == number:
            raise OSError(error, os.strerror(error))
        return whole(*arguments, **more)

    return call


# ------------------------------------------------------------------ when all goes well


@pytest.mark.parametrize("before", [{}, {"a": b"old"}, {"a": b"old", "b": b"old"}])
def test_files_are_as_written_and_nothing_else_is_there(before: dict[str, bytes]) -> None:
    for name, data in before.items():
        Path(name).write_bytes(data)
    write({A: b"one", B: b"two"})
    assert held() == {"a": b"one", "b": b"two"}


def test_small_pieces_are_written_together() -> None:
    """By a buffer, which also goes on where the system takes a piece only in part."""
    with Outputs() as outputs:
        file = outputs.open(A)
        file.write(b"one")
        (temporary,) = Path().iterdir()
        assert temporary.stat().st_size == 0
        file.finish()
        assert temporary.stat().st_size == 3


def test_nothing_has_its_name_before_all_are_published() -> None:
    with Outputs() as outputs:
        outputs.open(A).write(b"one")
        outputs.open(B)
        assert not {"a", "b"} & set(held())
        assert len(held()) == 2
        outputs.publish()
        assert held() == {"a": b"one", "b": b""}
    assert held() == {"a": b"one", "b": b""}


def test_without_publishing_all_is_as_before() -> None:
    A.write_bytes(b"old")
    with Outputs() as outputs:
        for path in (A, B):
            outputs.open(path).write(b"new")
    assert held() == {"a": b"old"}


def test_all_is_flushed_before_a_name_is_given_and_the_first_is_named_last(monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []
    fsync, replace, link = os.fsync, os.replace, os.link

    def note_fsync(handle: int) -> None:
        done.append("sync folder" if stat.S_ISDIR(os.fstat(handle).st_mode) else f"sync {os.fstat(handle).st_size}")
        fsync(handle)

    def note_replace(old: Path, new: Path) -> None:
        done.append(f"name {new.name}")
        replace(old, new)

    def note_link(old: Path, new: Path) -> None:
        done.append(f"keep {old.name}")
        link(old, new)

    monkeypatch.setattr(os, "fsync", note_fsync)
    monkeypatch.setattr(os, "replace", note_replace)
    monkeypatch.setattr(os, "link", note_link)
    A.write_bytes(b"old")
    B.write_bytes(b"old")
    write({A: b"a" * 5, B: b"b" * 3_000_000})
    each = ["keep b", "name b", "sync folder", "keep a", "name a", "sync folder"]
    assert done == ["sync 5", "sync 3000000", *each]


def test_permissions_stay_and_new_files_get_the_usual_ones() -> None:
    A.write_bytes(b"old")
    A.chmod(0o640)
    mask = os.umask(0o027)
    try:
        write({A: b"one", B: b"two"})
        assert os.umask(0o027) == 0o027
    finally:
        os.umask(mask)
    assert [stat.S_IMODE(path.stat().st_mode) for path in (A, B)] == [0o640, 0o640]
    os.umask(0o022)
    B.unlink()
    write({B: b"two"})
    os.umask(mask)
    assert stat.S_IMODE(B.stat().st_mode) == 0o644


def test_a_link_stays_and_what_it_leads_to_is_replaced() -> None:
    Path("real").mkdir()
    Path("real/a").write_bytes(b"old")
    A.symlink_to("real/a")
    write({A: b"new"})
    assert A.is_symlink()
    assert Path("real/a").read_bytes() == b"new"
    assert [path.name for path in Path("real").iterdir()] == ["a"]


@pytest.mark.parametrize("is_there", [True, False])
def test_a_retired_output_takes_the_file_of_a_run_before_away(is_there: bool) -> None:
    if is_there:
        A.write_bytes(b"old")
    with Outputs() as outputs:
        file = outputs.open(A)
        file.write(b"new")
        outputs.open(B).write(b"two")
        file.retire()
        assert held().get("a") == (b"old" if is_there else None)
        outputs.publish()
    assert held() == {"b": b"two"}


def test_a_retired_output_holds_no_handle() -> None:
    handles = len(os.listdir("/proc/self/fd"))
    with Outputs() as outputs:
        outputs.open(A).retire()
        assert len(os.listdir("/proc/self/fd")) == handles


def test_a_released_output_holds_no_handle_and_is_published_all_the_same() -> None:
    handles = len(os.listdir("/proc/self/fd"))
    with Outputs() as outputs:
        file = outputs.open(A)
        file.write(b"one")
        file.release()
        assert len(os.listdir("/proc/self/fd")) == handles
        outputs.publish()
    assert held() == {"a": b"one"}


def test_a_pipe_is_not_released(folder: Path) -> None:
    os.mkfifo("pipe")
    told: list[bytes] = []
    reader = threading.Thread(target=lambda: told.append((folder / "pipe").read_bytes()))
    reader.start()
    with Outputs() as outputs:
        pipe = outputs.open(Path("pipe"))
        pipe.release()  # it is all that it can be told by
        pipe.write(b"one")
        outputs.publish()
    reader.join()
    assert told == [b"one"]


def test_a_released_output_is_on_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    with Outputs() as outputs:
        file = outputs.open(A)
        file.write(b"one")
        monkeypatch.setattr(os, "fsync", failing("fsync", 0, errno.EIO))
        with pytest.raises(StreamError, match="cannot write: a: Input/output error"):
            file.release()


@pytest.mark.parametrize("vacates", [True, False])
def test_what_stands_for_more_than_itself_is_out_of_the_way_first(
    vacates: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[bytes | None] = []
    synced: list[Path] = []
    replace = os.replace

    def note(old: Path, new: Path) -> None:
        seen.append(held().get("a"))
        assert len(synced) == len(seen) - 1 + vacates  # after each naming, and after what is taken away
        replace(old, new)

    monkeypatch.setattr(os, "replace", note)
    monkeypatch.setattr("clean.sinks.atomic.sync_folder", synced.append)
    A.write_bytes(b"old")
    with Outputs() as outputs:
        first = outputs.open(A, vacates=True) if vacates else outputs.open(A)
        first.write(b"one")
        outputs.open(B).write(b"two")
        outputs.publish()
    assert seen == [None if vacates else b"old"] * 2
    assert held() == {"a": b"one", "b": b"two"}
    alone = OutputFile(Path("c"))
    alone.discard()
    assert not alone.vacates


def test_what_is_out_of_the_way_comes_back_after_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    A.write_bytes(b"old")
    with monkeypatch.context() as context, Outputs() as outputs:
        context.setattr(os, "replace", failing("replace", 0, errno.EIO))
        outputs.open(A, vacates=True).write(b"one")
        outputs.open(B).write(b"two")
        with pytest.raises(StreamError):
            outputs.publish()
    assert held() == {"a": b"old"}


def test_what_was_written_can_be_amended_and_is_hashed_as_it_is() -> None:
    with Outputs() as outputs:
        file = outputs.open(A)
        assert file.can_amend
        file.write(b"0123456789")
        file.amend(3, b"xyz")
        file.write(b"!")
        file.finish()
        assert file.digest() == (11, sha256(b"012xyz6789!").hexdigest())
        outputs.publish()
        assert not file.can_amend
    assert held() == {"a": b"012xyz6789!"}


# ------------------------------------------------------------------ what is no regular file


def test_a_pipe_is_written_as_it_comes(folder: Path) -> None:
    os.mkfifo("pipe")
    told: list[bytes] = []
    reader = threading.Thread(target=lambda: told.append((folder / "pipe").read_bytes()))
    reader.start()
    with Outputs() as outputs:
        file = outputs.open(Path("pipe"), vacates=True)
        assert not file.can_amend
        file.write(b"one")
        file.retire()  # what went out is out
        outputs.publish()
    reader.join()
    assert told == [b"one"]
    assert stat.S_ISFIFO(Path("pipe").stat().st_mode)


def test_standard_output_is_left_open(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = TextIOWrapper(BytesIO())
    monkeypatch.setattr(sys, "stdout", stream)
    write({STDOUT: b"one"})
    assert not stream.buffer.closed
    assert stream.buffer.getvalue() == b"one"
    monkeypatch.setattr(sys, "stdout", None)
    with pytest.raises(StreamError, match="cannot write: standard output: it is closed"):
        OutputFile(STDOUT)


def test_a_broken_pipe_is_no_failed_write(monkeypatch: pytest.MonkeyPatch) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb", buffering=0) as raw:
        stream = TextIOWrapper(raw)
        monkeypatch.setattr(sys, "stdout", stream)
        with pytest.raises(BrokenPipeError):
            write({STDOUT: b"one"})
        stream.detach()


# ------------------------------------------------------------------ what cannot be opened


def test_no_clobber() -> None:
    A.write_bytes(b"old")
    Path("dangling").symlink_to("nowhere")
    for path in (A, Path("dangling")):
        with pytest.raises(OutputError, match=f"will not overwrite: {path}: it exists, and --no-clobber is given"):
            OutputFile(path, no_clobber=True)
    with Outputs() as outputs:
        outputs.open(B, no_clobber=True).write(b"two")
        outputs.publish()
    assert held() == {"a": b"old", "b": b"two"}


def test_a_folder_or_a_place_that_is_none() -> None:
    Path("d").mkdir()
    with pytest.raises(OutputError, match="cannot write: d: it is a folder"):
        OutputFile(Path("d"))
    with pytest.raises(OutputError, match="cannot create: x/a: No such file or directory"):
        OutputFile(Path("x/a"))


def test_a_file_that_may_not_be_written(monkeypatch: pytest.MonkeyPatch) -> None:
    A.write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda _path, mode: mode != os.W_OK)
    with pytest.raises(OutputError, match="cannot write: a: Permission denied"):
        OutputFile(A)
    OutputFile(B).discard()
    assert held() == {"a": b"old"}


@pytest.mark.parametrize("name", ["fchmod", "umask"])
def test_a_file_that_cannot_be_made_ready_is_not_left(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    handles = len(os.listdir("/proc/self/fd"))
    with monkeypatch.context() as context:
        context.setattr(os, name, failing(name, 0, errno.EIO))
        with pytest.raises(OutputError, match="cannot create: a: Input/output error"):
            OutputFile(A)
    assert held() == {}
    assert len(os.listdir("/proc/self/fd")) == handles


def test_a_file_without_memory_for_its_buffer_is_not_left(monkeypatch: pytest.MonkeyPatch) -> None:
    handles = len(os.listdir("/proc/self/fd"))

    def fail(handle: int, *_: object, **__: object) -> BinaryIO:
        os.close(handle)  # as `open` does
        raise MemoryError

    with monkeypatch.context() as context:
        context.setattr("clean.sinks.atomic.open", fail, raising=False)
        with pytest.raises(MemoryError), Outputs() as outputs:
            outputs.open(A)
    assert held() == {}
    assert len(os.listdir("/proc/self/fd")) == handles


# ------------------------------------------------------------------ failures midway


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
