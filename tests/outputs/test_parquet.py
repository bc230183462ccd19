"""OUT as Parquet: the rows and their columns, damage and forgery."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from clean.errors import CleanError, DataError, MissingPart, StreamError, UsageError
from clean.flow.telling import silent
from clean.pipeline import Job, run
from clean.proof.restore import restore
from clean.proof.rows import out_lines
from clean.proof.verify import verify
from clean.settings import Settings
from tests.outputs.runs import FILES, check, clean


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
