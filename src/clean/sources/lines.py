"""Cutting a source into blocks that end at line ends, and a block into lines with their byte offsets.

A line ends at LF, CRLF or CR alone; never at U+0085, U+2028, a vertical tab or a form feed. A
line's text in the source's encoding, or its bytes in `Document.raw`, and its ending give back the source's bytes.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import accumulate, chain, count
from operator import add
from typing import NamedTuple

from clean.document import Document
from clean.sources.encodings import REPLACEMENT, SAMPLE, Encoding, decode_line, one_to_one, whole_lines

LINE_ENDINGS = (b"\n", b"\r\n", b"\r")

BLOCK = 1 << 20
"""Bytes of a block: large enough that the work outweighs the call, small enough for the processor's caches."""


def peek(chunks: Iterator[bytes], size: int = SAMPLE) -> tuple[bytes, Iterator[bytes]]:
    """The first `size` bytes of a stream, and the whole stream as if nothing had been read."""
    head: list[bytes] = []
    length = 0
    while length < size and (chunk := next(chunks, b"")):
        head.append(chunk)
        length += len(chunk)
    return b"".join(head)[:size], chain(head, chunks)


def main_line_ending(sample: bytes, encoding: Encoding) -> bytes:
    r"""The line ending that most lines of the sample have: b"\n", b"\r\n" or b"\r", the first of these when equal.

    In a wide encoding too: the line ending as ASCII has it.
    """
    units = code_units(whole_lines(sample, encoding.width), encoding)
    if b"\r" not in units:  # told in a tenth of the time that counting takes
        return b"\n"
    both = units.count(b"\r\n")
    counts = (units.count(b"\n") - both, both, units.count(b"\r") - both)
    return LINE_ENDINGS[counts.index(max(counts))]


def blocks(
    chunks: Iterator[bytes], encoding: Encoding, size: int = BLOCK, longest: int = sys.maxsize
) -> Iterator[bytes]:
    """The stream without its byte order mark, in blocks of some `size` bytes that end at line ends.

    A block ends at the last line end in its first `size` bytes, or, where a line is longer, at the first after them.
    Raises TooLong for a line of more than `longest` bytes, its ending included.
    """
    size = min(size, longest)  # so that a block with such a line holds nothing else
    buffer = bytearray()
    searched = 0
    to_skip = len(encoding.bom)
    for chunk in chunks:
        buffer += chunk
        if to_skip:
            if len(buffer) < to_skip:
                continue
            del buffer[:to_skip]
            to_skip = 0
        while len(buffer) > size:
            end = _block_end(buffer, size, searched, encoding)
            if (end or len(buffer)) > longest:
                raise TooLong
            if not end:
                searched = len(buffer)
                break
            block = bytes(memoryview(buffer)[:end])
            del buffer[:end]
            searched = 0
            yield block
    if len(buffer) > longest:
        raise TooLong
    if buffer and not to_skip:
        block = bytes(buffer)
        buffer.clear()  # a line of hundreds of MB is not held twice
        yield block


def _block_end(buffer: bytearray, size: int, searched: int, encoding: Encoding) -> int:
    """Where the block ends that the buffer begins with; 0 when more must be read to know."""
    if searched < size + encoding.width:  # what a carriage return at the size's end is, the code unit behind it tells
        end = _last_end(buffer, size, encoding)
        if end:
            return end
    width = encoding.width
    return _first_end(buffer, max(size, searched - 2 * width) // width * width, encoding)


def _last_end(buffer: bytearray, size: int, encoding: Encoding) -> int:
    """The last place up to `size` where a line has ended for certain, 0 when there is none."""
    width = encoding.width
    line_feed, carriage_return = (char.encode(encoding.name) for char in "\n\r")
    feed = _rfind(buffer, line_feed, size, width) + width
    bare = size
    while (bare := _rfind(buffer, carriage_return, bare, width)) >= feed:
        if _is_bare(buffer, bare + width, line_feed):
            return bare + width
    return feed if feed >= width else 0


def _first_end(buffer: bytearray, start: int, encoding: Encoding) -> int:
    """The first place from `start` on where a line has ended for certain, 0 when there is none."""
    width = encoding.width
    line_feed, carriage_return = (char.encode(encoding.name) for char in "\n\r")
    feed = _find(buffer, line_feed, start, width)
    bare = _find(buffer, carriage_return, start, width)
    while bare >= 0 and (feed < 0 or bare < feed):
        if _is_bare(buffer, bare + width, line_feed):
            return bare + width
        bare = _find(buffer, carriage_return, bare + width, width)
    return feed + width if feed >= 0 else 0


def _is_bare(buffer: bytearray, place: int, line_feed: bytes) -> bool:
    """Whether what stands here is known, and no line feed: the carriage return before it ends a line by itself."""
    follows = bytes(buffer[place : place + len(line_feed)])
    return len(follows) == len(line_feed) and follows != line_feed


def _rfind(buffer: bytearray, unit: bytes, end: int, width: int) -> int:
    """`buffer.rfind(unit, 0, end)` among whole code units; -width when there is none."""
    place = buffer.rfind(unit, 0, end)
    while place >= 0 and place % width:
        place = buffer.rfind(unit, 0, place + width - 1)
    return place if place >= 0 else -width


def _find(buffer: bytearray, unit: bytes, start: int, width: int) -> int:
    """`buffer.find(unit, start)` among whole code units."""
    place = buffer.find(unit, start)
    while place >= 0 and place % width:
        place = buffer.find(unit, place + 1)
    return place


class TooLong(Exception):
    """A line, or a record, is longer than may be."""


class Cut(NamedTuple):
    """Lines cut out of a block, without their endings: `ending` is that of all but the `others`, by line."""

    pieces: list[bytes]
    ending: bytes
    others: dict[int, bytes]

    @property
    def is_even(self) -> bool:
        """Whether all lines but perhaps the last have the same ending."""
        return not self.others or (len(self.others) == 1 and self.others.get(len(self.pieces) - 1) == b"")


def read_lines(
    raw: bytes, encoding: Encoding, line_ending: bytes = b"\n", base: int = 0, first_line: int = 1
) -> Document:
    """The lines of a block, which begins at byte `base` of the source with its line `first_line`.

    `line_ending` is the source's; `Document.endings` has the others, as ASCII has them in wide encodings too.
    """
    cut = _cut(code_units(raw, encoding))
    offsets = _offsets(cut, base, encoding.width)
    if encoding.width > 1:
        offsets[-1] = base + len(raw)  # less than a whole code unit may stand at the end
        lines, exceptions = _decode(_wide_pieces(raw, cut.pieces, offsets, encoding.width, base), encoding)
    else:
        lines, exceptions = _decode(cut.pieces, encoding)
    utf8 = raw if encoding.name == "utf-8" and cut.ending == b"\n" and not exceptions and cut.is_even else b""
    return Document(lines, offsets, first_line, raw=exceptions, endings=_exceptions(cut, line_ending), utf8=utf8)


def rule_of(text: str) -> str:
    """Why a line stands in `Document.raw`, told by its text as it was decoded."""
    return "undecodable" if REPLACEMENT in text else "line-encoding"


def rule_of_ending(ending: bytes) -> str:
    """Why a line stands in `Document.endings`."""
    return "line-ending" if ending else "final-newline"


def encode_ending(ending: bytes, encoding: Encoding) -> bytes:
    """The bytes of a line ending that is given as ASCII has it."""
    return ending.decode("ascii").encode(encoding.name) if encoding.width > 1 else ending


def code_units(raw: bytes, encoding: Encoding) -> bytes:
    """One byte for each code unit, the same for the line ends, so that lines are found in any encoding alike."""
    if encoding.width == 1:
        return raw
    import numpy as np

    order = "<" if encoding.name.endswith("le") else ">"
    units = np.frombuffer(raw, f"{order}u{encoding.width}", count=len(raw) // encoding.width)
    narrow = np.where(units < 128, units, ord("x")).astype(np.uint8).tobytes()
    return narrow + b"x" * (len(raw) % encoding.width > 0)


def _cut(units: bytes) -> Cut:
    if b"\r" not in units:
        pieces = units.split(b"\n")  # a third faster than splitlines
        ended = len(pieces) - 1
        if not pieces[-1]:
            pieces.pop()
        return Cut(pieces, b"\n", {} if ended == len(pieces) else {ended: b""})
    pieces = units.splitlines()  # of bytes: at LF, CRLF and CR alone
    feeds, returns = units.count(b"\n"), units.count(b"\r")
    ended = len(pieces) - (not units.endswith((b"\n", b"\r")))
    if feeds and not feeds == returns == ended:
        endings = [line[len(piece) :] for line, piece in zip(units.splitlines(keepends=True), pieces, strict=True)]
        return Cut(pieces, b"\n", {line: ending for line, ending in enumerate(endings) if ending != b"\n"})
    return Cut(pieces, b"\r\n" if feeds else b"\r", {} if ended == len(pieces) else {ended: b""})


def _offsets(cut: Cut, base: int, width: int) -> list[int]:
    """Where the lines begin, and the last one ends, in bytes; a code unit has `width`."""
    sizes, extra = map(len, cut.pieces), len(cut.ending)
    if not cut.others and width == 1:
        return list(map(add, accumulate(sizes, initial=base), count(0, extra)))
    whole = [(size + extra) * width for size in sizes]
    for line, other in cut.others.items():
        whole[line] += (len(other) - extra) * width
    return list(accumulate(whole, initial=base))


def _exceptions(cut: Cut, line_ending: bytes) -> dict[int, bytes]:
    """The lines whose ending is not the source's."""
    if cut.ending == line_ending:
        return cut.others
    endings = dict.fromkeys(range(len(cut.pieces)), cut.ending) | cut.others
    return {line: ending for line, ending in endings.items() if ending != line_ending}


def _wide_pieces(raw: bytes, pieces: list[bytes], offsets: list[int], width: int, base: int) -> list[bytes]:
    """The lines' bytes where a code unit has several."""
    starts = (offset - base for offset in offsets)
    return [raw[start : start + len(piece) * width] for start, piece in zip(starts, pieces, strict=False)]


def _decode(pieces: list[bytes], encoding: Encoding) -> tuple[list[str], dict[int, bytes]]:
    """The lines' text, and the bytes of those that the encoding does not give back.

    Line by line even so: a curly quote makes a whole block two bytes a character, which costs more than the calls.
    """
    if encoding.name == "utf-8" and not encoding.shifts:
        try:
            return list(map(bytes.decode, pieces)), {}
        except UnicodeDecodeError:
            pass
    lines: list[str] = []
    exceptions: dict[int, bytes] = {}
    sure = encoding.width == 1 and one_to_one(encoding.name)
    for piece in pieces:
        text, exact = decode_line(piece, encoding, sure)
        if not exact:
            exceptions[len(lines)] = piece
        lines.append(text)
    return lines, exceptions
