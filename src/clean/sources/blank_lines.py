"""Blank lines between records: those one after another are told of together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clean.sources.encodings import Encoding
from clean.sources.lines import code_units

RUN = 1 << 16
"""Bytes of a source: blank lines one after another that begin in the same so many are one record. A line of the audit
for each would take thirty times as long as to read it, and one for all could be of any size."""

LINE = re.compile(rb"\r\n?|\n")
_BLANK = re.compile(rb"(?:[ \t\v\f]*+(?:\r\n?|\n))++")


def settled(raw: bytes, offset: int, encoding: Encoding) -> int:
    """Where the blank lines at the end of a block begin that may go on in the next."""
    units, width = code_units(raw, encoding), encoding.width
    spoken = len(units.rstrip())
    if len(raw) % width or not units[spoken:]:
        return len(raw)
    border = -(-((offset + len(raw)) // RUN * RUN - offset) // width)
    return min(_line_from(units, max(border, spoken + (spoken > 0))), len(units)) * width


def _line_from(units: bytes, place: int) -> int:
    """Where the first line from a place on begins."""
    above, here = units[place - 1 : place], units[place : place + 1]
    if place <= 0 or above == b"\n" or (above == b"\r" and here != b"\n"):
        return max(place, 0)
    return _next_line(units, place)


def _runs(units: bytes, place: int, end: int, offset: int, width: int) -> Iterator[int]:
    """Where the runs of blank lines that are one record end, in the code units `[place, end)` of nothing else."""
    while place < end:
        border = ((offset + place * width) // RUN + 1) * RUN - offset
        place = min(end, _line_from(units, -(-border // width)))
        yield place


def cut_records(raw: bytes, offset: int, encoding: Encoding) -> Iterator[bytes]:
    """The lines of a block as bytes, endings included, blank ones together (see `RUN`)."""
    width = encoding.width
    units = code_units(raw, encoding)
    place = 0
    while place < len(units):
        blank = _BLANK.match(units, place)
        ends = _runs(units, place, blank.end(), offset, width) if blank else (_next_line(units, place),)
        for end in ends:
            yield raw[place * width : end * width]
            place = end
    if place * width < len(raw):
        yield raw[place * width :]


def _next_line(units: bytes, place: int) -> int:
    """Where the line ends that begins at a place."""
    end = LINE.search(units, place)
    return end.end() if end else len(units)
