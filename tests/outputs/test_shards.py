"""OUT in many files: whole or not at all, in order, and the set of before does not stay."""

from __future__ import annotations

import errno
import json
import os
import shutil
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from clean.errors import CleanError, DataError, OutputError, StreamError, UsageError
from clean.flow.telling import silent
from clean.pipeline import Job, run
from clean.proof.restore import restore
from clean.proof.rows import out_lines
from clean.proof.verify import verify
from clean.settings import Settings
from clean.sinks.forms import shard_name, shards, whole_of
from clean.sinks.out import Sharding
from tests.outputs.runs import FILES, check, clean


@pytest.mark.parametrize(
    ("out", "name"),
    [
        ("out", "out-00001-of-00004"),
        ("out.txt", "out-00001-of-00004.txt"),
        ("a.b.jsonl", "a.b-00001-of-00004.jsonl"),
        ("dir/out.jsonl.ZST", "dir/out-00001-of-00004.jsonl.ZST"),
        ("out.parquet", "out-00001-of-00004.parquet"),
    ],
)
def test_shards_are_named_as_others_name_them(out: str, name: str) -> None:
    assert shard_name(Path(out), 1, 4) == Path(name)
    assert whole_of(Path(name)) == Path(out)
    assert whole_of(Path(out)) is None


def test_only_shards_are_taken_for_shards() -> None:
    for name in ("s-00000-of-00002.jsonl", "s-0-of-2.jsonl", "s-00000-of-00002.jsonl.gz", "xs-00000-of-00002.jsonl"):
        Path(name).touch()
    assert shards(Path("s.jsonl")) == [Path("s-00000-of-00002.jsonl")]
    assert shards(Path("no/such/folder/s.jsonl")) == []


@pytest.mark.parametrize("suffix", [".jsonl", ".jsonl.gz", ".parquet"])
@pytest.mark.parametrize("sharding", [Sharding(count=3), Sharding(count=1), Sharding(count=9), Sharding(size=1000)])
def test_the_rows_of_all_shards_are_the_rows(suffix: str, sharding: Sharding) -> None:
    if suffix == ".parquet":
        pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    job = clean(f"out{suffix}", sharding=sharding, has_manifest=True)
    assert not job.out.exists()
    assert list(out_lines(job.out)) == Path("plain.jsonl").read_bytes().splitlines(keepends=True)
    found = shards(job.out)
    assert found == [shard_name(job.out, number, len(found)) for number in range(len(found))]
    assert len(found) == sharding.count or (not sharding.count and len(found) > 2)
    manifest = json.loads(Path(f"out{suffix}.manifest.json").read_bytes())
    assert [entry["name"] for entry in manifest["outputs"] if entry["role"] == "out"] == list(map(str, found))
    check(f"out{suffix}")


def test_rows_are_dealt_in_order_and_evenly() -> None:
    rows = len(Path("plain.jsonl").read_bytes().splitlines())
    for count, allowed in ((3, {rows // 3, rows // 3 + 1}), (9, {0, 1})):
        clean("out.jsonl", sharding=Sharding(count=count))
        sizes = [len(path.read_bytes().splitlines()) for path in shards(Path("out.jsonl"))]
        assert (len(sizes), sum(sizes)) == (count, rows)
        assert set(sizes) <= allowed


@pytest.mark.parametrize("size", [1, 1000, 2000, 10**6])
def test_a_shard_is_as_large_as_its_size_allows(size: int) -> None:
    clean("out.jsonl", sharding=Sharding(size=size))
    files = [path.read_bytes() for path in shards(Path("out.jsonl"))]
    assert all(len(data) <= size or data.count(b"\n") == 1 for data in files)
    for data, after in pairwise(files):
        assert len(data) + len(after.splitlines(keepends=True)[0]) > size


def test_shards_of_nothing_are_one_empty_file() -> None:
    Path("empty.txt").touch()
    run(Job(("empty.txt",), Path("out.jsonl"), sharding=Sharding(size=1000)), Settings(), silent)
    assert [(path.name, path.stat().st_size) for path in shards(Path("out.jsonl"))] == [("out-00000-of-00001.jsonl", 0)]


def test_shards_of_a_run_before_do_not_stay() -> None:
    """Whatever stood for OUT is replaced: more shards, fewer, one file; what only looks alike is left alone."""
    Path("out-0-of-1.jsonl").touch()
    clean("out.jsonl")
    for count in (4, 3, 5):
        clean("out.jsonl", sharding=Sharding(count=count))
        assert len(shards(Path("out.jsonl"))) == count
        assert not Path("out.jsonl").exists()
        check("out.jsonl")
    clean("out.jsonl", sharding=Sharding(size=10**6), has_manifest=True)
    assert len(shards(Path("out.jsonl"))) == 1
    assert Path("out-0-of-1.jsonl").exists()
    assert not list(Path().glob(".*.tmp"))


def test_shards_of_a_run_before_are_no_inputs(folder: Path) -> None:
    for _ in range(2):
        run(Job((".",), Path("out.jsonl"), Path("u.audit"), sharding=Sharding(count=2)), Settings(), silent)
        names = [facts["name"] for facts in json.loads(Path("u.audit").read_bytes().splitlines()[0])["sources"]]
        assert "out-00000-of-00002.jsonl" not in names
    with pytest.raises(UsageError, match="the output is also an input"):
        run(Job(("out-00001-of-00002.jsonl",), Path("out.jsonl"), sharding=Sharding(count=2)), Settings(), silent)
    assert len(list(folder.glob("out-*"))) == 2


def test_a_set_that_is_not_whole_is_refused() -> None:
    clean("out.jsonl", sharding=Sharding(count=3))
    whole = shards(Path("out.jsonl"))
    shutil.copy(whole[1], "out-00003-of-00004.jsonl")
    finding = "its shards are not one whole set: out.jsonl: 4 of them, from out-00000-of-00003.jsonl to"
    (found,) = verify(Path("out.jsonl"), Path("out.jsonl.audit")).findings
    assert found.startswith(finding)
    Path("out-00003-of-00004.jsonl").unlink()
    whole[2].unlink()
    with pytest.raises(DataError, match="not all of its shards are there"):
        restore(Path("out.jsonl"), Path("out.jsonl.audit"), Path("back"))
    with pytest.raises(DataError) as caught:
        restore(whole[0], Path("out.jsonl.audit"), Path("back"))
    assert caught.value.hint == "this is one of the shards of out.jsonl: name that"


@pytest.mark.parametrize(("gone", "told"), [
    ([0], "out-00000-of-00004.jsonl missing"),
    ([2], "out-00002-of-00004.jsonl missing"),
    ([3], "out-00003-of-00004.jsonl missing"),
    ([3, 1, 2], "out-00001-of-00004.jsonl and 2 more missing"),
])  # fmt: skip
def test_a_shard_that_is_missing_is_named_in_one_finding(gone: list[int], told: str) -> None:
    clean("out.jsonl", sharding=Sharding(count=4), has_manifest=True)
    for number in gone:
        shard_name(Path("out.jsonl"), number, 4).unlink()
    verdict = verify(Path("out.jsonl"), Path("out.jsonl.audit"), [*FILES])
    assert verdict.findings == [f"not all of its shards are there: out.jsonl: {told}"]
    assert verdict.summary() == "1 finding: 0 articles, 0 changes, 0 sources, 0 bytes"


def test_a_shard_of_another_run_is_found() -> None:
    clean("out.jsonl", sharding=Sharding(count=3), has_manifest=True)
    Path("out-00001-of-00003.jsonl").write_bytes(Path("out-00000-of-00003.jsonl").read_bytes())
    findings = verify(Path("out.jsonl"), Path("out.jsonl.audit")).findings
    assert any(
        finding.startswith("out-00001-of-00003.jsonl: its SHA-256 is not the manifest's") for finding in findings
    )
    with pytest.raises(DataError):
        restore(Path("out.jsonl"), Path("out.jsonl.audit"), Path("back"))


@pytest.mark.parametrize(("call", "calls"), [("replace", 5), ("rename", 8)])
def test_a_failure_between_two_shards_leaves_the_set_of_before(
    call: str, calls: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Old names given up one by one, then new ones taken: wherever that fails, all is as it was."""
    clean("out.jsonl", sharding=Sharding(count=3), has_manifest=True)
    before = {path.name: path.read_bytes() for path in Path().iterdir() if path.is_file()}
    works = getattr(os, call)
    for limit in range(calls):
        left = limit

        def failing(*names: Any) -> None:
            nonlocal left
            left -= 1
            if left == -1:
                raise OSError(errno.EIO, "Input/output error")
            works(*names)

        monkeypatch.setattr(os, call, failing)
        with pytest.raises(StreamError):
            run(Job(("a.txt",), Path("out.jsonl"), sharding=Sharding(count=4), has_manifest=True), Settings(), silent)
        monkeypatch.setattr(os, call, works)
        assert {path.name: path.read_bytes() for path in Path().iterdir() if path.is_file()} == before


KILLED = """
import os, sys
left = int(sys.argv.pop(1))
def counted(works):
    def call(*names, **more):
        global left
        left -= 1
        if left < 0:
            os._exit(9)
        return works(*names, **more)
    return call
os.rename, os.replace = counted(os.rename), counted(os.replace)
from clean.console.running import main
main()
"""


def test_killed_between_two_renamings(folder: Path) -> None:
    """No mixture of two runs can be taken for a set, and the next run writes it whole and sweeps up."""
    run(Job(("a.txt",), Path("out.jsonl"), Path("out.jsonl.audit"), sharding=Sharding(3)), Settings(), silent)
    before = {path: path.read_bytes() for path in folder.glob("out*")}
    old, new = list(out_lines(Path("out.jsonl"))), list(out_lines(Path("plain.jsonl")))
    arguments = ["run", *FILES, "-o", "out.jsonl", "--audit", "out.jsonl.audit", "--shards", "3", "-q"]
    states = set()
    for limit in range(20):
        for path in [*folder.glob("out*"), *folder.glob(".out*")]:
            path.unlink()
        for path, data in before.items():
            path.write_bytes(data)
        done = subprocess.run([sys.executable, "-c", KILLED, str(limit), *arguments], check=False)
        try:
            rows = list(out_lines(Path("out.jsonl")))
        except CleanError:
            rows = []
        assert rows in ([], old, new)
        states.add((rows == old, rows == new, done.returncode))
        if done.returncode != 9:
            break
        clean("out.jsonl", sharding=Sharding(3))
        assert list(out_lines(Path("out.jsonl"))) == new
        assert not list(folder.glob(".out*"))
    assert states >= {(True, False, 9), (False, False, 9), (False, True, 3)}


@pytest.mark.parametrize("kept", ["out.jsonl", "out-00001-of-00002.jsonl"])
def test_no_clobber_holds_for_sets(kept: str) -> None:
    Path(kept).write_text("mine", encoding="utf-8")
    with pytest.raises(OutputError, match="will not overwrite"):
        clean("out.jsonl", sharding=Sharding(count=3), no_clobber=True)
    assert Path(kept).read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ({"sharding": Sharding(2, 2)}, "both --shards and --shard-size"),
        ({"sharding": Sharding(901)}, "too many shards: at most 900"),
        ({"sharding": Sharding(-1)}, "shards must be 0 or more: -1"),
        ({"sharding": Sharding(2), "depfile": Path("d")}, "no depfile of shards alone: there is no file of OUT's name"),
    ],
)
def test_shards_that_cannot_be(more: dict[str, Any], message: str) -> None:
    with pytest.raises(UsageError) as caught:
        clean("out.jsonl", **more)
    assert str(caught.value) == message


def test_there_are_no_shards_of_a_pipe() -> None:
    with pytest.raises(UsageError, match="no shards without a file"):
        run(Job(("a.txt",), Path("-"), sharding=Sharding(2)), Settings(), silent)


def test_the_depfile_of_shards_tells_of_the_manifest() -> None:
    clean("out.jsonl", sharding=Sharding(2), has_manifest=True, depfile=Path("out.d"))
    assert Path("out.d").read_text(encoding="utf-8").startswith("out.jsonl.manifest.json: \\\n a.txt")


def test_too_many_shards_of_a_size_write_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("clean.sinks.out.MOST_SHARDS", 3)
    with pytest.raises(UsageError, match="too many shards: at most 3"):
        clean("out.jsonl", sharding=Sharding(size=1))
    assert not shards(Path("out.jsonl"))
    assert not Path("out.jsonl.audit").exists()
