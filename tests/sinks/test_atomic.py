"""Atomic outputs: in which order what is done, and what they refuse."""

from __future__ import annotations

import errno
import os
import stat
import sys
from hashlib import sha256
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import BinaryIO

import pytest

from clean.errors import OutputError, StreamError
from clean.sinks.atomic import STDOUT, OutputFile, Outputs
from tests.sinks.writing import A, B, failing, held, write
from tests.support import pipe_read


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


def test_folders_made_for_what_is_not_published_go_and_others_stay() -> None:
    Path("old").mkdir()
    with Outputs() as outputs:
        outputs.make_folder(Path("old/new/newer"))
        assert Path("old/new/newer").is_dir()
        outputs.open(Path("old/new/newer/a")).write(b"one")
    assert [*Path("old").rglob("*")] == []
    with Outputs() as outputs:
        outputs.make_folder(Path("old/new/newer"))
        outputs.open(Path("old/new/a")).write(b"one")
        outputs.publish()
    assert [*Path("old").rglob("*")] == [Path("old/new"), Path("old/new/a")]


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


def test_a_pipe_is_not_released() -> None:
    with pipe_read("pipe") as told, Outputs() as outputs:
        pipe = outputs.open(Path("pipe"))
        pipe.release()  # it is all that it can be told by
        pipe.write(b"one")
        outputs.publish()
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


def test_a_pipe_is_written_as_it_comes() -> None:
    with pipe_read("pipe") as told, Outputs() as outputs:
        file = outputs.open(Path("pipe"), vacates=True)
        assert not file.can_amend
        file.write(b"one")
        file.retire()  # what went out is out
        outputs.publish()
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
