"""The forms of OUT: whatever it is called, its rows are the same, and come back."""

from __future__ import annotations

import bz2
import dataclasses
import errno
import gzip
import json
import lzma
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import timedelta
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from clean.errors import CleanError, DataError, MissingPart, OutputError, StreamError, UsageError
from clean.forms import base_name, shard_name, shards, whole_of
from clean.pipeline import Job, run
from clean.progress import silent
from clean.restore import restore
from clean.rows import out_lines
from clean.settings import Settings
from clean.sinks.out import Sharding
from clean.verify import verify
from tests.support import folder_of

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

STORY = """\
PORT ARDEN: The harbour master told council {n} that the winter storm had closed ferry line {n} for a week in all.
The council will vote on bridge {n} in spring, and the mayorâ€™s budget has money for it, the mayor’s office said.

Harbour master {n} asks council for a bridge
Harbour master {n} asks council for a bridge

"""
FILES = {
    "a.txt": "".join(STORY.format(n=number) for number in range(5)).encode(),
    "b.jsonl": b'{"text": 3}\n{"text": "Fine here.", "x": 123456789012345678901234567890, "y": {"z": [null]}}\n',
    "c.txt": STORY.format(n=2).encode("utf-16"),
}
UNPACK: dict[str, Callable[[bytes], bytes]] = {
    "": bytes,
    ".gz": gzip.decompress,
    ".zst": zstd.decompress,
    ".bz2": bz2.decompress,
    ".xz": lzma.decompress,
}


@pytest.fixture(autouse=True)
def folder() -> Iterator[Path]:
    """The working folder: the inputs, and OUT and its audit as lines."""
    with folder_of(FILES) as place:
        clean("plain.jsonl")
        yield place


def clean(out: str, **more: object) -> Job:
    """Run over all inputs, OUT's audit beside it."""
    job = Job(tuple(FILES), Path(out), Path(f"{out}.audit"), **more)  # type: ignore[arg-type]
    run(job, Settings(), silent)
    return job


def check(out: str) -> None:
    """OUT and its audit are well, and the inputs come back from them."""
    verdict = verify(Path(out), Path(f"{out}.audit"), list(FILES))
    assert (verdict.findings, verdict.articles) == ([], len(Path("plain.jsonl").read_bytes().splitlines()))
    restore(Path(out), Path(f"{out}.audit"), Path("back"))
    assert {name: (Path("back") / name).read_bytes() for name in FILES} == FILES
    shutil.rmtree("back")


@pytest.mark.parametrize(
    ("out", "base"),
    [
        ("out", "out"),
        ("out.txt", "out.txt"),
        ("out.json", "out.json"),
        ("a.b.jsonl", "a.b"),
        ("out.jsonl.jsonl", "out.jsonl"),
        ("out.jsonl", "out"),
        ("out.parquet", "out"),
        ("out.JSONL.GZ", "out"),
        ("out.zst", "out"),
        (".jsonl", ".jsonl"),
    ],
)
def test_what_stands_beside_out_has_its_name(out: str, base: str) -> None:
    assert base_name(Path(out)) == base


# ------------------------------------------------------------------ compressed


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


# ------------------------------------------------------------------ Parquet


@pytest.fixture
def arrow() -> Any:
    """pyarrow's module for Parquet."""
    return pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")


@pytest.mark.usefixtures("arrow")
def test_parquet_holds_the_rows() -> None:
    job = clean("out.parquet", has_manifest=True)
    assert list(out_lines(job.out)) == Path("plain.jsonl").read_bytes().splitlines(keepends=True)
    assert Path("out.quarantine.jsonl").exists()
    check("out.parquet")


def test_parquet_has_the_columns_of_a_row(arrow: Any) -> None:
    table = arrow.read_table(clean("out.parquet").out)
    rows = [json.loads(line) for line in Path("plain.jsonl").read_bytes().splitlines()]
    assert table.schema.names == list(rows[0])
    found = table.to_pylist()
    for row in found:
        row["metadata"] = json.loads(row["metadata"])
    assert found == rows
    column = table.schema.field("metadata")
    assert (str(column.type), column.type.storage_type) == ("extension<arrow.json>", table.schema.field("id").type)


def test_parquet_is_written_a_row_group_at_a_time(arrow: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("clean.sinks.parquet.ROW_GROUP", 800)
    made = {clean(f"{name}.parquet", jobs=jobs).out.read_bytes() for name, jobs in (("one", 1), ("two", 2))}
    assert len(made) == 1
    assert arrow.ParquetFile("one.parquet").num_row_groups > 2
    check("one.parquet")


@pytest.mark.usefixtures("arrow")
def test_parquet_of_nothing_has_columns_all_the_same() -> None:
    Path("empty.txt").touch()
    run(Job(("empty.txt",), Path("empty.parquet"), Path("empty.audit")), Settings(), silent)
    assert list(out_lines(Path("empty.parquet"))) == []
    assert verify(Path("empty.parquet"), Path("empty.audit"), ["empty.txt"]).findings == []


@pytest.mark.usefixtures("arrow")
def test_damaged_parquet_is_found() -> None:
    out = clean("out.parquet").out
    whole = out.read_bytes()
    for data in (b"", b"PAR1", whole[:-1], whole[:-9], flipped(whole, whole.index(b"PORT"))):
        out.write_bytes(data)
        assert verify(out, Path("out.parquet.audit")).findings
        with pytest.raises(DataError):
            restore(out, Path("out.parquet.audit"), Path("back"))


@pytest.mark.usefixtures("arrow")
def test_a_flipped_bit_in_parquet_is_found_or_changes_nothing() -> None:
    """Pages have checksums; what tells of them may be wrong where it does not matter."""
    out = clean("out.parquet").out
    whole, rows = out.read_bytes(), list(out_lines(out))
    found = 0
    for place in range(0, len(whole), 101):
        out.write_bytes(flipped(whole, place))
        try:
            is_changed = list(out_lines(out)) != rows
        except DataError:
            is_changed = True
        assert bool(verify(out, Path("out.parquet.audit")).findings) is is_changed
        found += is_changed
    assert found > 10


def flipped(data: bytes, place: int) -> bytes:
    return data[:place] + bytes([data[place] ^ 4]) + data[place + 1 :]


def test_parquet_of_others_is_no_out(arrow: Any) -> None:
    import pyarrow as pa

    arrow.write_table(pa.table({"text": ["Rain fell."]}), "other.parquet")
    with pytest.raises(
        DataError, match=r"not an OUT of clean run: other\.parquet: columns missing: id, headline, byline"
    ):
        list(out_lines(Path("other.parquet")))


FORGED_METADATA = ['{},"text":"Nothing happened."', '{}}\n{"id":"x"', "{}}", "", "[]", "null", '"x"', "{'a': 1}", None]


@pytest.mark.parametrize("metadata", FORGED_METADATA)
def test_metadata_cannot_tell_of_other_columns(metadata: str | None, arrow: Any) -> None:
    """It is text that stands in a row as it is: by itself it must be an object, or the row would be another."""
    out = clean("out.parquet").out
    check_refused(arrow, out, "metadata", lambda table: [metadata] * table.num_rows)


OF_OTHER_TYPES: list[Callable[[Any], list[Any]]] = [
    lambda table: [b"x"] * table.num_rows,
    lambda table: [Decimal(1)] * table.num_rows,
    lambda table: [timedelta(1)] * table.num_rows,
]


@pytest.mark.parametrize("values", OF_OTHER_TYPES, ids=["bytes", "decimal", "duration"])
def test_columns_of_types_that_json_has_not(values: Callable[[Any], list[Any]], arrow: Any) -> None:
    check_refused(arrow, clean("out.parquet").out, "text", values)


def check_refused(arrow: Any, out: Path, column: str, values: Callable[[Any], list[Any]]) -> None:
    """With a column of other values, OUT is broken to `restore`, and a finding to `verify`; no row is made of it."""
    import pyarrow as pa

    table = arrow.read_table(out)
    place = table.schema.names.index(column)
    arrow.write_table(table.set_column(place, column, pa.array(values(table))), out)
    with pytest.raises(DataError, match=r"broken input: out\.parquet: not as Parquet is"):
        list(out_lines(out))
    assert "broken input: out.parquet" in verify(out, Path("out.parquet.audit")).findings[0]


@pytest.mark.usefixtures("arrow")
def test_parquet_on_a_full_disk_is_told() -> None:
    with pytest.raises(StreamError, match=r"cannot write: full\.parquet: No space left on device"):
        run(Job(tuple(FILES), link("full.parquet", "/dev/full")), Settings(), silent)


def link(name: str, target: str) -> Path:
    """A link, by the name of which the form is chosen."""
    Path(name).symlink_to(target)
    return Path(name)


@pytest.mark.parametrize("name", ["none.parquet", "folder.parquet"])
@pytest.mark.usefixtures("arrow")
def test_parquet_that_is_not_there(name: str) -> None:
    Path("folder.parquet").mkdir()
    with pytest.raises(CleanError, match="cannot read") as caught:
        list(out_lines(Path(name)))
    assert caught.value.exit_code == 66


def test_parquet_without_pyarrow_is_told_before_the_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("clean.sinks.parquet.find_spec", lambda _: None)
    for task in (lambda: clean("out.parquet"), lambda: list(out_lines(Path("out.parquet")))):
        with pytest.raises(MissingPart) as caught:
            task()
        assert str(caught.value) == "an optional part is not installed: pyarrow: out.parquet needs it"
        assert (caught.value.hint, caught.value.exit_code) == ("pip install 'newsclean[parquet]'", 69)
    assert not Path("out.parquet").exists()


def test_parquet_is_not_compressed_from_outside() -> None:
    with pytest.raises(UsageError, match=r"no such form: out\.parquet\.gz: Parquet is compressed inside"):
        clean("out.parquet.gz")


# ------------------------------------------------------------------ shards


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
    assert verify(Path("out.jsonl"), Path("out.jsonl.audit")).findings[0].startswith(finding)
    Path("out-00003-of-00004.jsonl").unlink()
    whole[2].unlink()
    with pytest.raises(DataError, match="its shards are not one whole set"):
        restore(Path("out.jsonl"), Path("out.jsonl.audit"), Path("back"))
    with pytest.raises(DataError) as caught:
        restore(whole[0], Path("out.jsonl.audit"), Path("back"))
    assert caught.value.hint == "this is one of the shards of out.jsonl: name that"


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
from clean.running import main
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


# ------------------------------------------------------------------ for others


def test_rows_are_documents_of_dolma() -> None:
    """The toolkit demands strings `id`, `text` and `source`, and knows `metadata`; it passes over other keys."""
    clean("documents.jsonl.gz")
    seen = set()
    for line in gzip.decompress(Path("documents.jsonl.gz").read_bytes()).splitlines():
        row = json.loads(line)
        assert all(isinstance(row[key], str) for key in ("id", "text", "source"))
        assert isinstance(row["metadata"], dict)
        assert not {"version", "added", "created", "attributes"} & row.keys()  # which Dolma would read something into
        seen.add(row["id"])
    assert len(seen) > 4


# ------------------------------------------------------------------ the command line


WITHOUT = "import sys; sys.modules['pyarrow'] = None; from clean.running import main; main()"


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (
            ["run", "a.txt", "-o", "out.parquet"],
            69,
            "clean: error: an optional part is not installed: pyarrow: out.parquet needs it\n"
            "hint: pip install 'newsclean[parquet]'\n",
        ),
        (
            ["run", "a.txt", "-o", "out.jsonl", "--shards", "2", "--shard-size", "1K"],
            2,
            "clean: error: both --shards and --shard-size\nhint: give one of the two\n",
        ),
        (
            ["run", "a.txt", "-o", "out.jsonl", "--shard-size", "big"],
            2,
            "clean: error: not a size: big\nhint: sizes are like 512M or 2G\n",
        ),
        (["run", "a.txt", "-o", "out.jsonl.xz", "--shards", "2", "-q"], 0, ""),
    ],
)
def test_the_command_tells_what_it_cannot_write(arguments: list[str], code: int, told: str) -> None:
    done = subprocess.run([sys.executable, "-c", WITHOUT, *arguments], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (code, "", told)
