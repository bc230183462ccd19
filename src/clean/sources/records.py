"""JSONL and CSV sources: blocks of whole records, and a block's records with their places."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from clean.sources.encodings import Encoding
from clean.sources.text import Block, count_lines

DELIMITERS = {"csv": ",", "tsv": "\t"}
FIELD_LIMIT = 1 << 30
"""Characters a CSV field may have. Python's own limit, 131,072, is less than a long read."""


class Record(NamedTuple):
    """One record: its bytes, where they stand, and its fields; `error` says why it has none."""

    raw: bytes
    start: int
    end: int
    first_line: int
    last_line: int
    fields: dict[str, Any] | None
    error: str = ""


def record_blocks(raws: Iterable[bytes], encoding: Encoding, quoted: bool) -> Iterator[Block]:
    """Blocks that end at line ends as blocks that end at record ends.

    With `quoted` a line end between quotes ends no record: a block goes on until the quotes in it are even.
    """
    offset, line = len(encoding.bom), 1
    held: list[bytes] = []
    quotes = 0
    for raw in raws:
        held.append(raw)
        quotes += raw.count(b'"') if quoted else 0
        if quotes % 2 == 0:
            block = b"".join(held)
            yield Block(block, offset, line, offset, offset + len(block), False)
            offset, line = offset + len(block), line + count_lines(block, encoding)
            held, quotes = [], 0
    if held:
        block = b"".join(held)
        yield Block(block, offset, line, offset, offset + len(block), True)


def read_jsonl(block: Block) -> Iterator[Record]:
    """The records of a block, one a line; a blank line has neither fields nor an error."""
    place, number = block.offset, block.first_line
    for raw in io.BytesIO(block.raw):  # cuts at LF alone, as JSON Lines does
        fields, error = _parse_json(raw)
        last = number + count_lines(raw, UTF8) - 1
        yield Record(raw, place, place + len(raw), number, last, fields, error)
        place, number = place + len(raw), last + 1


UTF8 = Encoding()


def _parse_json(raw: bytes) -> tuple[dict[str, Any] | None, str]:
    import orjson

    if not raw.strip():
        return None, ""
    try:
        value = orjson.loads(raw)
    except orjson.JSONDecodeError as error:
        return None, f"not JSON: {error}"
    if not isinstance(value, dict):
        return None, f"not a JSON object, but {_kind(value)}"
    return value, ""


def _kind(value: object) -> str:
    kinds = {list: "an array", str: "a string", bool: "a truth value", int: "a number", float: "a number"}
    return kinds.get(type(value), "null")


@dataclass(frozen=True, slots=True)
class Table:
    """How the rows of a CSV source are read: its columns' names, delimiter and encoding."""

    columns: tuple[str, ...]
    delimiter: str
    encoding: Encoding


def read_header(block: Block, delimiter: str, encoding: Encoding) -> tuple[Table, Record | None]:
    """The table that a CSV source's first block begins, and its header as a record without fields."""
    for record, row in _rows(block, delimiter, encoding):
        return Table(tuple(row or ()), delimiter, encoding), record
    return Table((), delimiter, encoding), None


def read_csv(block: Block, table: Table) -> Iterator[Record]:
    """The rows of a block as records; a blank line has neither fields nor an error."""
    for record, row in _rows(block, table.delimiter, table.encoding):
        if not row:
            yield record
        elif len(row) != len(table.columns):
            yield record._replace(error=f"{len(row)} fields where the header has {len(table.columns)}")
        else:
            yield record._replace(fields=dict(zip(table.columns, row, strict=True)))


def _rows(block: Block, delimiter: str, encoding: Encoding) -> Iterator[tuple[Record, list[str] | None]]:
    """Each row with its bytes; None for one that cannot be read."""
    csv.field_size_limit(FIELD_LIMIT)
    lines = _Lines(block.raw, encoding)
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    place, number = block.offset, block.first_line
    while True:
        error = ""
        row: list[str] | None = None
        try:
            row = next(reader)
        except StopIteration:
            return
        except (csv.Error, UnicodeDecodeError) as problem:
            error = f"not CSV: {problem}"
            reader = csv.reader(lines, delimiter=delimiter, strict=True)
        raw = lines.taken()
        if not raw:
            return
        last = number + count_lines(raw, encoding) - 1
        yield Record(raw, place, place + len(raw), number, last, None, error), row
        place, number = place + len(raw), last + 1


class _Lines:
    """The lines of a block as text for `csv.reader`, which remembers the bytes of those it took."""

    def __init__(self, raw: bytes, encoding: Encoding) -> None:
        self._encoding = encoding
        self._pieces = _cut(raw, encoding)
        self._taken: list[bytes] = []

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        piece = next(self._pieces)
        self._taken.append(piece)
        return piece.decode(self._encoding.name)

    def taken(self) -> bytes:
        """The bytes taken since this was last asked."""
        taken, self._taken = b"".join(self._taken), []
        return taken


def _cut(raw: bytes, encoding: Encoding) -> Iterator[bytes]:
    """The lines of a block as bytes, endings included: LF, CRLF or CR alone."""
    if encoding.width > 1:
        for text in io.StringIO(raw.decode(encoding.name, "replace"), newline=""):
            yield text.encode(encoding.name)
        return
    for line in io.BytesIO(raw):
        bare = line.removesuffix(b"\n").removesuffix(b"\r")
        if b"\r" not in bare:
            yield line
            continue
        *pieces, last = line[: len(bare)].split(b"\r")
        yield from (piece + b"\r" for piece in pieces)
        yield last + line[len(bare) :]
