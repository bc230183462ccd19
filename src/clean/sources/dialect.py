"""How a table is written: what parts its fields, what stands before a quote inside one, whether it has quotes."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from enum import Enum
from functools import cache
from io import StringIO
from typing import TYPE_CHECKING, NamedTuple

from clean.sources.encodings import SAMPLE, Encoding, whole_lines

if TYPE_CHECKING:
    from _csv import Reader

DELIMITERS = {"csv": ",;\t|", "tsv": "\t"}
"""What may part the fields of a table: spreadsheets write a semicolon where the comma stands in numbers."""
FIELD_LIMIT = 1 << 30
"""Characters a CSV field may have. Python's own limit, 131,072, is less than a long read."""
BACKSLASH = "\\"


class Dialect(NamedTuple):
    """What parts the fields of a table, "" where records are no rows, and what stands before a quote inside a field.

    By RFC 4180 that is another quote. MySQL, PHP and pandas (`escapechar`) write a backslash, where `escape` has it.
    By IANA's text/tab-separated-values there are no `quotes` around fields: they are letters of the text.
    """

    delimiter: str = ""
    escape: str = ""
    quotes: bool = True

    def reader(self, lines: Iterator[str]) -> Reader:
        """Rows of these lines, strictly."""
        csv.field_size_limit(FIELD_LIMIT)
        if not self.quotes:
            return csv.reader(lines, delimiter=self.delimiter, quoting=csv.QUOTE_NONE, strict=True)
        return csv.reader(lines, delimiter=self.delimiter, escapechar=self.escape or None, strict=True)

    def literal(self, value: str, quoted: bool = False) -> str | None:
        """A value as it stands in a row, in quotes if it is to be, or has to; None where it cannot."""
        if not self.quotes:
            return None if any(char in value for char in ("\r", "\n", self.delimiter)) else value
        if self.escape:
            value = value.replace(self.escape, 2 * self.escape).replace('"', self.escape + '"')
        elif '"' in value:
            value, quoted = value.replace('"', '""'), True
        quoted = quoted or any(char in value for char in ('"', "\r", "\n", self.delimiter))
        return f'"{value}"' if quoted else value


NO_TABLE = Dialect()


def dialect_of(kind: str, sample: bytes, encoding: Encoding) -> Dialect:
    """How a table of this format is written that begins like this.

    Its fields are parted by what its first line says, as Excel has it, or by what its header has most of, of several
    the first of `DELIMITERS`.
    """
    may_be = DELIMITERS.get(kind, "")
    if not may_be:
        return NO_TABLE
    top = sample[len(encoding.bom) : HEADER].decode(encoding.name, "replace").lstrip("\r\n")
    if told := TOLD.fullmatch(_first_line(top)):
        delimiter = told["delimiter"]
    else:
        delimiter = max(may_be, key=_first_line(_QUOTES.sub("", top)).count)
    escaped, bare = Dialect(delimiter, BACKSLASH), Dialect(delimiter, quotes=False)
    if delimiter != BACKSLASH and _is_escaped(escaped, sample, encoding):
        return escaped
    return bare if _is_bare(bare, sample, encoding) else Dialect(delimiter)


def _first_line(text: str) -> str:
    return text.partition("\n")[0].partition("\r")[0]


TOLD = re.compile(r"(?P<quote>\"?)sep=(?P<delimiter>[^\w\s\"]|\t)(?P=quote)", re.IGNORECASE)
"""A line above the header that says what parts the fields; programs that quote every field quote it too."""


HEADER = 1 << 16
"""Bytes at the beginning of a table that its header has at most."""

_QUOTES = re.compile(r'"[^"]*"')


def _is_escaped(escaped: Dialect, sample: bytes, encoding: Encoding) -> bool:
    """Whether the table's rows can be read with backslashes before quotes, and cannot without.

    A backslash before a quote may as well be the last letter of a field that the quote closes: so the rows decide.
    """
    if not _stands_alone(encoding) or (encoding.width == 1 and b'\\"' not in sample):
        return False
    text = _rows_of(sample, encoding)
    return f'{BACKSLASH}"' in text and _is_better(escaped, text, len(sample) >= SAMPLE)


def _is_bare(bare: Dialect, sample: bytes, encoding: Encoding) -> bool:
    """Whether the table's rows can be read with quotes as letters, and cannot with quotes around fields.

    In a table that has them most are closed, and of its rows too more can be read if they are letters.
    """
    if b'"' not in sample:
        return False
    text = _rows_of(sample, encoding)
    opened = text.count(f'{bare.delimiter}"') + text.count('\n"')
    if not opened:
        return False
    delimiter = re.escape(bare.delimiter)
    closed = re.compile(rf'(?<=[{delimiter}\n])"(?:[^"]++|"")*+"(?=[{delimiter}\r\n])')
    return len(closed.findall(text)) * 2 < opened and _is_better(bare, text, len(sample) >= SAMPLE)


def _rows_of(sample: bytes, encoding: Encoding) -> str:
    """The whole lines that a table begins with."""
    return whole_lines(sample[:SAMPLE], encoding.width)[len(encoding.bom) :].decode(encoding.name, "replace")


def _is_better(dialect: Dialect, text: str, cut: bool) -> bool:
    """Whether so many rows can be read in this dialect that cannot by RFC 4180 that it is the table's own."""
    broken = _broken_rows(text, Dialect(dialect.delimiter), cut)
    return broken > 0 and _broken_rows(text, dialect, cut) * BETTER <= broken


def _stands_alone(encoding: Encoding) -> bool:
    """Whether the byte of a backslash is one wherever it stands; in Shift JIS and Big5 it may end another character."""
    high = bytes(range(128, 256))
    return encoding.name.startswith("utf-") or len(high.decode(encoding.name, "replace")) == len(high)


BETTER = 10
"""How many times fewer rows must be broken that are not read by RFC 4180: a few are in any large dump."""


def _broken_rows(text: str, dialect: Dialect, cut: bool) -> int:
    """How many rows cannot be read, or have other fields than the first; of a text that was cut but the last."""
    reader = dialect.reader(StringIO(text, newline=""))
    columns = broken = 0
    last = False
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return broken - (cut and last)
        except csv.Error:
            last = True
        else:
            if not columns and TOLD.fullmatch(dialect.delimiter.join(row)):
                continue
            columns = columns or len(row)
            last = len(row) not in (0, columns)
        broken += last


class Open(Enum):
    """What goes on behind some whole lines of a table."""

    NOTHING = 0
    QUOTED = 1
    """A field in quotes, which are not closed yet."""
    PLAIN = 2
    """A field without, for a backslash stands before the line end."""


def open_after(lines: bytes, state: Open, dialect: Dialect) -> Open:
    """What is open after these whole lines, by what was before them.

    As strict `csv.reader` has it: a quote opens a field at its start alone, and what is wrong ends with its line.
    """
    if not dialect.quotes:
        return Open.NOTHING
    opening, quoted = _patterns(dialect)
    place, begins = 0, state is Open.NOTHING
    while place < len(lines) or state is Open.QUOTED:
        if state is not Open.QUOTED:
            if not (begins and lines.startswith(b'"', place)):
                found = opening.search(lines, place)
                if not found:
                    return Open.PLAIN if dialect.escape and _GOES_ON.search(lines) else Open.NOTHING
                place = found.end() - 1
            place += 1
        closed = quoted.match(lines, place)
        if not closed:
            return Open.QUOTED
        place, state, begins = closed.end(), Open.NOTHING, True
        if place < len(lines) and lines[place : place + 1] not in (dialect.delimiter.encode(), b"\r", b"\n"):
            end = _LINE_END.search(lines, place)
            if not end:
                return Open.NOTHING
            place = end.start()
        place += 1
    return Open.NOTHING


@cache
def _patterns(dialect: Dialect) -> tuple[re.Pattern[bytes], re.Pattern[bytes]]:
    """The beginning of a field in quotes, and what is left of one behind its first quote, closing quote included."""
    ends = rb"[\r\n" + re.escape(dialect.delimiter.encode()) + rb']"'
    if dialect.escape:
        return re.compile(rb"(?<!\\)(?:\\\\)*+" + ends), re.compile(rb'(?:[^"\\]+|""|\\.)*+"', re.DOTALL)
    return re.compile(ends), re.compile(rb'(?:[^"]+|"")*+"')


_LINE_END = re.compile(rb"[\r\n]")
_GOES_ON = re.compile(rb"(?<!\\)(?:\\\\)*+\\[\r\n]\Z")
"""A backslash before a line end that is no CRLF: of that it takes the CR alone, and the row ends at the LF."""
