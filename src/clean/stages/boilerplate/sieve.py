"""Which lines of a large block the line rules must look at, told from its bytes at once.

A line that is no body always passes; of others as many as cannot be told from it by eight bytes at either end.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from clean.news.formulaic.shapes import DECORATION, QUOTES, Table

if TYPE_CHECKING:
    from numpy.typing import NDArray

KEY = 8  # bytes of a line's start and end that are looked at: one number
UTF8 = 4  # bytes of a character, at most
SCRIPT = (b"{", b"}", b";")  # any of these may be a part of a page's program
CREDIT = (b"/", b"|", b"@")  # and of these, in a line not too long, of a credit
# The bits of eight bytes: those that tell small letters from capitals, and those of what is beyond ASCII.
_SMALL, _BEYOND = np.uint64(0x2020202020202020), np.uint64(0x8080808080808080)
_MIX = np.uint64(0x9E3779B97F4A7C15)  # odd, of no pattern (2**64 / golden ratio)
_BITS = 16  # of a cue's hash: of 3,000 cues, one line in twenty that begins with none passes
_LETTERS = np.array([byte < 0x80 and chr(byte).isalpha() for byte in range(256)])
_DECORATION = np.array([chr(byte) in DECORATION and byte < 0x80 for byte in range(256)])


def sieve(utf8: bytes, shapes: Table, short: int, credit: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The lines to look at, and those that are empty; the lines are given in UTF-8, each with its line feed.

    Lines of up to `short` characters are looked at in any case, for the signs of a credit those of up to `credit`.
    """
    around = bytes(KEY + 1)
    data = np.frombuffer(b"%b%b%b%b" % (around, utf8, b"" if utf8.endswith(b"\n") else b"\n", around), np.uint8)
    feeds = np.flatnonzero(data == ord("\n"))
    starts = np.append(len(around), feeds[:-1] + 1)
    size = feeds - starts
    head, last, last_but_one = (_eight(data, places) for places in (starts, feeds - KEY, feeds - KEY - 1))
    told = (size <= short * UTF8) | _are_among(last, shapes.last_cues, KEY)
    told |= _are_among(last_but_one, shapes.last_cues, KEY)
    wanted = told | ~_LETTERS[data[starts]] | ((head | last | last_but_one) & _BEYOND != 0)
    for length in (2, 4, KEY):  # of the cues; lines that have no more are short
        wanted |= _are_among(head, shapes.cues, length)
    # A line that begins with a quotation mark begins with no cue, and if it ends with one, ends with none.
    marks = _marks(shapes.cues, shapes.last_cues)
    quoted = np.flatnonzero(np.isin(data[starts], [mark[0] for mark in marks]))
    quoted = quoted[_has_one(head[quoted], marks, at_end=False)]
    open_end = ((last | last_but_one)[quoted] & _BEYOND != 0) & ~_has_one(last[quoted], marks, at_end=True)
    wanted[quoted] = told[quoted] | open_end | (_DECORATION[data[feeds - 1]] & _DECORATION[data[feeds - 2]])[quoted]
    for sign in (*SCRIPT, *CREDIT):
        lines = np.searchsorted(feeds - len(around), list(_having(sign, utf8)))
        wanted[lines if sign in SCRIPT else lines[size[lines] <= credit * UTF8]] = True
    return np.flatnonzero(wanted & (size > 0)), np.flatnonzero(size == 0)


def _having(sign: bytes, utf8: bytes) -> Iterator[int]:
    """Where a sign first stands in each line that has it: they are few, and numpy takes longer to find one."""
    place = -1
    while (found := utf8.find(sign, place + 1)) >= 0:
        yield found
        if (place := utf8.find(b"\n", found)) < 0:
            return


def _eight(data: NDArray[np.uint8], places: NDArray[np.int64]) -> NDArray[np.uint64]:
    """Eight bytes from each place on, as a number, its first byte the lowest."""
    numbers: NDArray[np.uint64] = sliding_window_view(data, KEY)[places].view("<u8")[:, 0]
    return numbers


@cache
def _marks(cues: frozenset[str], last_cues: frozenset[str]) -> list[bytes]:
    """The quotation marks that are no decoration, begin no cue and end no last one."""
    others = {*DECORATION, *(cue[0] for cue in cues), *(cue[-1] for cue in last_cues)}
    return [mark.encode() for mark in sorted(QUOTES - others)]


def _has_one(pieces: NDArray[np.uint64], marks: list[bytes], at_end: bool) -> NDArray[np.bool_]:
    """Whether eight bytes begin, or end, with one of these."""
    found = np.zeros(len(pieces), bool)
    for mark in marks:
        unread = np.uint64(8 * (KEY - len(mark)))
        value = np.uint64(int.from_bytes(mark, "little"))
        found |= pieces >> unread == value if at_end else pieces << unread == value << unread
    return found


def _are_among(pieces: NDArray[np.uint64], cues: frozenset[str], length: int) -> NDArray[np.bool_]:
    """Whether the first so many of eight bytes may be a cue."""
    found: NDArray[np.bool_] = _table(cues, length)[_hashes(pieces, length)]
    return found


@cache
def _table(cues: frozenset[str], length: int) -> NDArray[np.bool_]:
    """By hash, whether a cue of ASCII and this length has it."""
    table = np.zeros(1 << _BITS, bool)
    pieces = b"".join(cue.encode().ljust(KEY) for cue in sorted(cues) if len(cue) == length and cue.isascii())
    table[_hashes(np.frombuffer(pieces, "<u8"), length)] = True
    return table


def _hashes(pieces: NDArray[np.uint64], length: int) -> NDArray[np.uint64]:
    """Hashes of the first so many of eight bytes, the same for capitals and small letters."""
    small = (pieces | _SMALL) << np.uint64(8 * (KEY - length))
    return (small * _MIX) >> np.uint64(64 - _BITS)
