"""Compressed OUT: the same rows, the same bytes every time, and damage is found."""

from __future__ import annotations

import dataclasses
import shutil
from pathlib import Path

import pytest

from clean.errors import CleanError, DataError
from clean.flow.telling import silent
from clean.pipeline import Job, run
from clean.proof.restore import restore
from clean.proof.rows import out_lines
from clean.proof.verify import verify
from clean.settings import Settings
from tests.outputs.runs import UNPACK, check, clean


@pytest.mark.parametrize("suffix", UNPACK)
def test_compressed_rows_are_the_rows(suffix: str) -> None:
    job = clean(f"out.jsonl{suffix}", has_manifest=True)
    assert UNPACK[suffix](job.out.read_bytes()) == Path("plain.jsonl").read_bytes()
    assert Path("out.quarantine.jsonl").read_bytes() == Path("plain.quarantine.jsonl").read_bytes()
    check(str(job.out))


@pytest.mark.parametrize("suffix", UNPACK)
def test_the_audit_is_that_of_the_rows(suffix: str) -> None:
    """Packing OUT, or unpacking it, after the run makes no other corpus of it."""
    clean(f"out.jsonl{suffix}")
    assert Path(f"out.jsonl{suffix}.audit").read_bytes() == Path("plain.jsonl.audit").read_bytes()
    shutil.copy("plain.jsonl.audit", f"out.jsonl{suffix}.audit")
    check(f"out.jsonl{suffix}")


@pytest.mark.parametrize("suffix", UNPACK)
def test_compressed_bytes_are_the_same_every_time(suffix: str) -> None:
    made = {clean(f"{name}.jsonl{suffix}", jobs=jobs).out.read_bytes() for name, jobs in (("one", 1), ("two", 2))}
    assert len(made) == 1


def test_a_compressed_file_tells_no_time_and_no_name() -> None:
    data = clean("out.jsonl.gz").out.read_bytes()
    assert (data[3], data[4:8]) == (0, bytes(4))  # RFC 1952: flags, time


@pytest.mark.parametrize("suffix", [suffix for suffix in UNPACK if suffix])
def test_a_damaged_compressed_out_is_found(suffix: str) -> None:
    out = clean(f"out.jsonl{suffix}").out
    whole = out.read_bytes()
    for data in (whole[:-1], whole[: len(whole) // 2], b"", whole[:60] + b"\0\0" + whole[62:], whole + b"x"):
        out.write_bytes(data)
        assert verify(out, Path(f"{out}.audit")).findings
        with pytest.raises(DataError):
            restore(out, Path(f"{out}.audit"), Path("back"))
    assert not Path("back/a.txt").exists()


def test_lines_are_those_of_the_chunks_whatever_these_are(monkeypatch: pytest.MonkeyPatch) -> None:
    clean("out.jsonl.gz")
    lines = Path("plain.jsonl").read_bytes().splitlines(keepends=True)
    for size in (1, 7, 1000):
        monkeypatch.setattr("clean.sources.compression.CHUNK", size)
        assert list(out_lines(Path("out.jsonl.gz"))) == lines


@pytest.mark.parametrize("name", ["none.jsonl", "none.jsonl.gz", "."])
def test_an_out_that_is_not_there(name: str) -> None:
    with pytest.raises(CleanError, match="cannot read") as caught:
        list(out_lines(Path(name)))
    assert caught.value.exit_code == 66


def test_an_out_that_unpacks_to_much_comes_back() -> None:
    """OUT may be far smaller than what it unpacks to: the run that wrote it has judged its inputs."""
    Path("long.txt").write_bytes(b"The same words again and again. " * 400_000)
    job = Job(("long.txt",), Path("long.jsonl.zst"), Path("long.audit"))
    run(job, Settings(skip=frozenset({"normalize", "boilerplate", "split", "dedupe"})), silent)
    assert job.out.stat().st_size < 12_800_000 / 250
    restore(job.out, Path("long.audit"), Path("back"))
    assert Path("back/long.txt").read_bytes() == Path("long.txt").read_bytes()


def test_a_run_reads_what_a_run_wrote() -> None:
    """OUT, compressed, is an input like any other, and keeps its texts."""
    clean("out.jsonl.zst")
    run(
        dataclasses.replace(clean("other.jsonl"), inputs=("out.jsonl.zst",), out=Path("again.jsonl")),
        Settings(),
        silent,
    )
    again = [line.partition(b'"headline"')[2].partition(b'"source"')[0] for line in out_lines(Path("again.jsonl"))]
    assert again == [
        line.partition(b'"headline"')[2].partition(b'"source"')[0] for line in out_lines(Path("plain.jsonl"))
    ]
