"""Whether a closing sentence may stand at the end of a unit, as the sieve tells it: by how it begins and ends."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np

from clean.news.formulaic.closing import LAST, SENTENCE_ENDS
from clean.news.formulaic.shapes import CREDIT, DECORATION, KEY, SHORT, table
from clean.similarity.kernel import compiled
from clean.stages.split.block.packed import Packed
from clean.stages.split.block.sieve.glyphs import (
    BAR,
    CAPITAL,
    KINDS,
    LETTER,
    QUOTE,
    SLASH,
    is_quote,
    may_be_among,
    table_of,
    words_of,
)

if TYPE_CHECKING:
    from clean.stages.split.block.columns import Flags
    from clean.stages.split.block.sieve.glyphs import Table

_AT = ord("@")
_BEGUN = (KEY, 4, 2)  # letters of a sentence's beginning that tell of its shape
_LAST = np.int64(KEY)  # and so many of its end
_WIDE = 2 * 4  # bytes more than letters, of four quotes
_ENDS = table_of((ord(end[0]) for end in SENTENCE_ENDS if end.isascii()), 256)
_DRAWN = table_of((ord(char) for char in DECORATION if char.isascii()), 256)


def may_close(texts: Packed, wanted: Flags) -> Flags:
    """For which of the texts wanted `formulaic.closing` may find a sentence."""
    found = np.zeros(len(wanted), dtype=np.bool_)
    _look(*texts, wanted, *_tables(), found)
    return found


@cache
def _tables() -> tuple[Table, Table]:
    """The first letters of formulaic lines, and the last."""
    shapes = table(frozenset())
    firsts, lasts = (words_of(filter(str.isascii, cues)) for cues in (shapes.cues, shapes.last_cues))
    return firsts, lasts


@compiled
def _look(
    data: Any, begins: Any, ends: Any, wanted: Any, firsts: Any, lasts: Any, found: Any
) -> None:  # pragma: no cover (compiled)
    for text in range(len(begins)):
        if wanted[text]:
            start = _last_sentence(data, begins[text], ends[text] - 1)
            found[text] = start < 0 or (
                start < ends[text] - 1 and _is_promising(data, start, ends[text] - 1, firsts, lasts)
            )


@compiled
def _last_sentence(data: Any, begin: Any, end: Any) -> Any:  # pragma: no cover (compiled)
    """Where the last sentence of a unit begins; its end where there is none, -1 where that cannot be told."""
    place = end - 1
    for _ in range(LAST):
        if place < begin:
            return end
        quote = data[place] >= 0x80 and place >= begin + 2 and is_quote(data, place - 2)
        if data[place] >= 0x80 and not quote:
            return -1
        if data[place + 1] == 32 and (data[place] == 0x9D if quote else _ENDS[data[place]]):
            return place + 2
        place -= 3 if quote else 1
    return end


@compiled
def _is_promising(data: Any, start: Any, end: Any, firsts: Any, lasts: Any) -> Any:  # pragma: no cover (compiled)
    """Whether a sentence may have a shape, as `formulaic.shapes.promising` tells it."""
    while start < end and _DRAWN[data[start]]:
        start += 1
    while start < end and _DRAWN[data[end - 1]]:
        end -= 1
    if start == end:
        return False
    if end - start <= SHORT + _WIDE and _letters(data, start, end) <= SHORT:
        return True
    quoted = data[start] == QUOTE or is_quote(data, start)
    if not quoted and (data[start] >= 0x80 or not KINDS[data[start]] & LETTER):
        return True
    if end - start <= CREDIT + _WIDE and _may_credit(data, start, end):
        return True
    for length in _BEGUN:
        if not quoted and _is_among(data, start, length, firsts):
            return True
    # Formulaic lines are known with plain quotes.
    return not is_quote(data, end - 3) and _is_among(data, end - _LAST, _LAST, lasts)


@compiled
def _may_credit(data: Any, begin: Any, end: Any) -> Any:  # pragma: no cover (compiled)
    """Whether a text has one of the signs of a short line that names who took a picture."""
    found = False
    for place in range(begin, end):
        found |= data[place] in (SLASH, BAR, _AT)
    return found


@compiled
def _letters(data: Any, begin: Any, end: Any) -> Any:  # pragma: no cover (compiled)
    """How many characters a text has."""
    count = 0
    for place in range(begin, end):
        count += data[place] & 0xC0 != 0x80
    return count


@compiled
def _is_among(data: Any, place: Any, length: Any, known: Any) -> Any:  # pragma: no cover (compiled)
    """Whether so many letters are among the known ones, whatever the case, or not all of ASCII."""
    value = np.uint64(0)
    for at in range(place, place + length):
        byte = np.uint64(data[at])
        if byte >= np.uint64(0x80):
            return True
        value = value << np.uint64(8) | (byte + np.uint64(32) * np.uint64(KINDS[data[at]] & CAPITAL != 0))
    return may_be_among(value, known)
