"""OUT as Parquet: the columns are the keys of a row; rows come back as the very lines of JSON that they were.

`metadata`, which may hold anything, is JSON: a column of Parquet's logical type JSON, which Arrow reads as its
extension type `arrow.json`, `datasets` as its feature `Json`, and others as text.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec
from io import RawIOBase
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, get_args, get_origin, get_type_hints, is_typeddict

import orjson

from clean.contract import ROW, Row
from clean.errors import DataError, MissingPart, StreamError
from clean.sinks.atomic import OutputFile
from clean.sources.find import shown

if TYPE_CHECKING:
    import pyarrow as pa

ROW_GROUP = 1 << 24
"""Bytes of rows in a row group: held in memory until it is written, some five times over (pyarrow takes 120 MB)."""

BATCH = 1000
"""Rows that are read at once."""

METADATA = b',"metadata":'
"""What stands before the metadata in a row, and nowhere before: inside a string its quotes would be escaped."""


def require(what: Path | str) -> None:
    """Raise MissingPart where pyarrow is not installed; it is not loaded yet."""
    if find_spec("pyarrow") is None:
        raise MissingPart(
            "an optional part is not installed",
            "pyarrow",
            f"{shown(what)} needs it",
            "pip install 'newsclean[parquet]'",
        )


def schema() -> pa.Schema:
    """The columns of OUT."""
    import pyarrow as pa

    return _schema(pa.json_(pa.string()))


def _schema(metadata: pa.DataType) -> pa.Schema:
    import pyarrow as pa

    plain: dict[type, pa.DataType] = {str: pa.string(), int: pa.int64(), float: pa.float64()}

    def fields(kind: type) -> list[pa.Field]:
        return [pa.field(key, of(hint)) for key, hint in get_type_hints(kind).items()]

    def of(hint: Any) -> pa.DataType:
        if get_origin(hint) is list:
            return pa.list_(of(get_args(hint)[0]))
        if get_origin(hint) is dict:
            return metadata
        return pa.struct(fields(hint)) if is_typeddict(hint) else plain[hint]

    return pa.schema(fields(Row))


class ParquetRows:
    """Takes rows as lines of JSON, and writes them to a file, a row group at a time."""

    def __init__(self, file: OutputFile) -> None:
        import pyarrow as pa
        from pyarrow import parquet

        self._stored = _schema(pa.string())
        self._lines: list[bytes] = []
        self._held = 0
        # As pyarrow has it unasked but for what is said: Zstandard packs text to half of what Snappy does, and a
        # checksum a page tells of damage.
        self._writer = parquet.ParquetWriter(
            pa.PythonFile(_Stream(file), mode="w"),
            schema(),
            compression="zstd",
            compression_level=3,
            write_page_checksum=True,
        )

    def write(self, lines: bytes) -> None:
        """Add rows."""
        for line in lines.splitlines(keepends=True):
            self._lines.append(line)
            self._held += len(line)
            if self._held >= ROW_GROUP:
                self._write_group()

    def close(self) -> None:
        """Write what is held, and the file's end."""
        if self._lines:
            self._write_group()
        self._writer.close()

    def _write_group(self) -> None:
        import pyarrow as pa

        rows = map(_row, self._lines)
        stored = pa.RecordBatch.from_pylist(list(rows), self._stored)
        columns = stored.columns
        kind = schema().field("metadata").type
        columns[-1] = pa.ExtensionArray.from_storage(kind, columns[-1])
        self._writer.write_table(pa.Table.from_arrays(columns, schema=schema()), row_group_size=len(self._lines))
        self._lines, self._held = [], 0


def _row(line: bytes) -> dict[str, Any]:
    """A row with its metadata as JSON."""
    head, _, metadata = line.partition(METADATA)
    row: dict[str, Any] = orjson.loads(head + b"}")
    row["metadata"] = metadata.removesuffix(b"}\n").decode()
    return row


class _Stream(RawIOBase):
    """An output as the file that Arrow writes to, from its first byte to its last."""

    def __init__(self, file: OutputFile) -> None:
        self._file = file
        self._place = 0

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        self._file.write(data)
        self._place += len(data)
        return len(data)

    def tell(self) -> int:
        return self._place


def read_lines(stream: BinaryIO, name: str) -> Iterator[bytes]:
    """The rows of a Parquet file, which messages call `name`, as the lines of JSON that they were written from.

    Raises StreamError where it cannot be read, DataError where it is damaged or no OUT.
    """
    import pyarrow as pa

    try:
        yield from _lines(stream, name)
    except (pa.ArrowException, TypeError, ValueError) as error:  # TypeError: columns of types that JSON has not
        raise DataError("broken input", name, f"not as Parquet is: {error}") from error
    except OSError as error:
        if error.errno is None:  # Arrow's own, of a damaged file
            raise DataError("broken input", name, f"not as Parquet is: {error}") from error
        raise StreamError("reading failed", name, error.strerror or str(error)) from error


def _lines(stream: BinaryIO, name: str) -> Iterator[bytes]:
    from pyarrow import parquet

    file = parquet.ParquetFile(stream, page_checksum_verification=True)
    if missing := [name for name in ROW if name not in file.schema_arrow.names]:
        raise DataError("not an OUT of clean run", name, f"columns missing: {', '.join(missing)}")
    for batch in file.iter_batches(BATCH, columns=list(ROW)):
        for row in batch.select(list(ROW)).to_pylist():
            metadata = row.pop("metadata")
            if not isinstance(metadata, str) or not isinstance(orjson.loads(metadata), dict):
                raise TypeError("metadata that is no object")  # put into a line unread, it could tell of other columns
            yield orjson.dumps(row)[:-1] + METADATA + metadata.encode() + b"}\n"
