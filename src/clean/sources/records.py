"""JSONL and CSV sources: blocks of whole records, and a block's records with their places."""

from __future__ import annotations

import csv
import itertools
import json
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any, NamedTuple

from clean.sources.blank_lines import LINE, RUN, cut_records, settled
from clean.sources.dialect import NO_TABLE, TOLD, Dialect, Open, open_after
from clean.sources.encodings import Encoding
from clean.sources.lines import TooLong, code_units
from clean.sources.text import Block, count_lines


class Fault(Enum):
    """What is wrong with a record, as far apart as what helps is another thing."""

    UTF8 = auto()  # bytes that are not UTF-8, where nothing says that they are in anything else
    JSON = auto()
    TEXT = auto()  # there is no field of the text's name
    OTHER = auto()


class Problem(NamedTuple):
    """Why a record cannot be read, in words."""

    kind: Fault
    why: str


class Record(NamedTuple):
    """One record: its bytes, where they stand, and its fields; `problem` says why it has none."""

    raw: bytes
    start: int
    end: int
    first_line: int
    last_line: int
    fields: dict[str, Any] | None
    problem: Problem | None = None


def record_blocks(
    raws: Iterable[bytes], encoding: Encoding, dialect: Dialect = NO_TABLE, largest: int = sys.maxsize
) -> Iterator[Block]:
    """Blocks that end at line ends as blocks that end at record ends.

    With a dialect the records are those of a table: a line end in a quoted field ends no record, and the block goes on
    until the field is closed. Raises TooLong where this makes it larger than `largest`. Blank lines at a block's end
    that may be one record with those that follow go with these.
    """
    offset, line = len(encoding.bom), 1
    held: list[bytes] = []
    size = 0
    state = Open.NOTHING
    for raw in raws:
        held.append(raw)
        size += len(raw)
        if size > largest:
            raise TooLong
        if dialect.delimiter:
            state = open_after(code_units(raw, encoding), state, dialect)
        if state is Open.NOTHING:
            block = b"".join(held)
            end = settled(block, offset, encoding)
            if dialect.escape and _goes_on(block[:end], encoding, dialect):  # the first of the blank lines is its last
                end += len(next(_cut(block[end:], encoding), b""))
            block, rest = block[:end], block[end:]
            held, size = [rest] if rest else [], len(rest)
            if block:
                yield Block(block, offset, line, offset, offset + len(block), False)
                offset, line = offset + len(block), line + count_lines(block, encoding)
    if held:
        block = b"".join(held)
        yield Block(block, offset, line, offset, offset + len(block), True)


def _goes_on(rows: bytes, encoding: Encoding, dialect: Dialect) -> bool:
    return open_after(code_units(rows, encoding), Open.NOTHING, dialect) is Open.PLAIN


def read_jsonl(block: Block, encoding: Encoding) -> Iterator[Record]:
    """The records of a block, one a line; some blank lines have neither fields nor a problem."""
    place, number = block.offset, block.first_line
    for raw in cut_records(block.raw, block.offset, encoding):
        fields, problem = _parse_json(raw, encoding)
        last = number if fields is not None or problem else number + count_lines(raw, encoding) - 1
        yield Record(raw, place, place + len(raw), number, last, fields, problem)
        place, number = place + len(raw), last + 1


def _parse_json(raw: bytes, encoding: Encoding) -> tuple[dict[str, Any] | None, Problem | None]:
    try:
        text = raw if encoding.name == "utf-8" else raw.decode(encoding.name).encode()
        if not text.strip():
            return None, None
        value = loads(text)
    except ValueError as error:
        return None, _why(raw, encoding, error)
    if not isinstance(value, dict):
        return None, Problem(Fault.OTHER, f"not a JSON object, but {_kind(value)}")
    if raw.count(b"[") + raw.count(b"{") > DEPTH and _is_deep(value):
        return None, Problem(Fault.OTHER, f"nested more than {DEPTH} deep")
    return (_with_exact_numbers(text) if BIG_NUMBER.search(text) else value), None


def _why(raw: bytes, encoding: Encoding, error: ValueError) -> Problem:
    """Why a line could not be read, in terms of the line alone: bytes that are no text come before all else."""
    try:
        raw.decode(encoding.name)
    except UnicodeDecodeError as damage:
        kind = Fault.UTF8 if encoding.name == "utf-8" else Fault.OTHER
        return Problem(kind, f"not {encoding.name}: its byte {damage.start + 1:,} is {raw[damage.start]:#04x}")
    if isinstance(error, json.JSONDecodeError):
        return Problem(Fault.JSON, f"not JSON: {error.msg}, at character {error.pos + 1:,}")
    return Problem(Fault.JSON, f"not JSON: {error}")


def loads(text: bytes) -> Any:
    """The value of JSON; `NaN` and `Infinity`, which JSON has not and Python's own writer writes, are null."""
    import orjson

    try:
        return orjson.loads(text)
    except ValueError:
        plain = _NO_NUMBER.sub(lambda found: b"null" if found[1] else found[0], text)
        if plain == text:
            raise
        return orjson.loads(plain)


_NO_NUMBER = re.compile(rb'"(?:[^"\\]++|\\.)*+"?|(?<![\w.+-])(-?(?:NaN|Infinity))(?!\w)', re.DOTALL)
"""A string, to its end or that of the line; or in place of a number what is none."""


def exact_json(raw: bytes) -> Any:
    """The value of JSON in UTF-8, with whole numbers as they are; ValueError where it is none."""
    import orjson

    return _with_exact_numbers(raw) if BIG_NUMBER.search(raw) else orjson.loads(raw)


BIG_NUMBER = re.compile(rb"\d{19}")
"""What may be a whole number that 64 bits do not hold: orjson makes the nearest float of it."""


def _with_exact_numbers(text: bytes) -> dict[str, Any]:
    """The object with its whole numbers as they are."""
    value: dict[str, Any] = json.loads(text, parse_int=_exact_int, parse_constant=lambda _: None)
    return value


def _exact_int(digits: str) -> int | str:
    return int(digits) if len(digits) < 4000 else digits  # Python itself refuses 4,300 digits and more


DEPTH = 200
"""Arrays and objects that may stand in each other: orjson reads 1,024 of them, but writes no more than 254."""


def _is_deep(value: dict[str, Any]) -> bool:
    """Whether more than `DEPTH` arrays and objects stand in each other here."""
    level: list[Any] = [value]
    for _ in range(DEPTH):
        level = [
            inner
            for outer in level
            for inner in (outer.values() if isinstance(outer, dict) else outer)
            if isinstance(inner, dict | list)
        ]
    return bool(level)


def _kind(value: object) -> str:
    kinds = {list: "an array", str: "a string", bool: "a truth value", int: "a number", float: "a number"}
    return kinds.get(type(value), "null")


@dataclass(frozen=True, slots=True)
class Table:
    """How the rows of a CSV source are read: its columns' names, dialect and encoding."""

    columns: tuple[str, ...]
    dialect: Dialect
    encoding: Encoding


def read_header(block: Block, dialect: Dialect, encoding: Encoding) -> tuple[Table, Record | None]:
    """The table that a CSV source's first block begins, and its header, with blank lines above, as a record."""
    above: list[Record] = []
    for record, row in _rows(block, dialect, encoding):
        above.append(record)
        if row != [] and not TOLD.fullmatch(dialect.delimiter.join(row or ())):
            return Table(_distinct(row or ()), dialect, encoding), _together(above)
    return Table((), dialect, encoding), _together(above) if above else None


def _distinct(names: Sequence[str]) -> tuple[str, ...]:
    """The columns' names; one that came before gets a number, as in pandas (`text`, `text.1`), so that all are kept."""
    known: dict[str, None] = {}
    for name in names:
        numbered = (f"{name}.{number}" for number in itertools.count(1))
        known[next(each for each in itertools.chain((name,), numbered) if each not in known)] = None
    return tuple(known)


def read_csv(block: Block, table: Table) -> Iterator[Record]:
    """The rows of a block as records; some blank lines have neither fields nor a problem."""
    blank: list[Record] = []
    for record, row in _rows(block, table.dialect, table.encoding):
        if blank and (row != [] or record.start // RUN != blank[0].start // RUN):
            yield _together(blank)
            blank = []
        if row == []:
            blank.append(record)
        elif row is None:
            yield record
        elif len(row) != len(table.columns):
            why = f"{len(row)} fields where the header has {len(table.columns)}"
            yield record._replace(problem=Problem(Fault.OTHER, why))
        else:
            yield record._replace(fields=dict(zip(table.columns, row, strict=True)))
    if blank:
        yield _together(blank)


def _together(records: list[Record]) -> Record:
    """Records without fields that follow one another, blank lines say, as one."""
    raw = b"".join(record.raw for record in records)
    return records[0]._replace(raw=raw, end=records[-1].end, last_line=records[-1].last_line)


def _rows(block: Block, dialect: Dialect, encoding: Encoding) -> Iterator[tuple[Record, list[str] | None]]:
    """Each row with its bytes; None for one that cannot be read."""
    lines = _Lines(block.raw, encoding)
    reader = dialect.reader(lines)
    place, number = block.offset, block.first_line
    while True:
        problem: Problem | None = None
        row: list[str] | None = None
        try:
            row = next(reader)
        except StopIteration:
            return
        except (csv.Error, UnicodeDecodeError) as error:
            problem = Problem(Fault.OTHER, f"not CSV: {error}")
            reader = dialect.reader(lines)
        raw = lines.taken()
        if not raw:
            return
        last = number + count_lines(raw, encoding) - 1
        yield Record(raw, place, place + len(raw), number, last, None, problem), row
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
    width = encoding.width
    units = code_units(raw, encoding)
    place = 0
    for end in LINE.finditer(units):
        yield raw[place * width : end.end() * width]
        place = end.end()
    if place * width < len(raw):
        yield raw[place * width :]
