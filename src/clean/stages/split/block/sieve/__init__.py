"""What units may be, as `gates.may_be` tells it, but sharper: a look at each byte of their heads, compiled by numba.

Only ASCII is known here, and curved quotes; what else there is lets a unit through. For what compiled code costs see
`similarity/kernel.py`.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np

from clean.news import bylines, captions, datelines, dates, labels, signoffs
from clean.news.agencies import AGENCIES
from clean.news.calendar import HEADINGS, MONTHS
from clean.news.places import CITIES
from clean.similarity.kernel import compiled
from clean.stages.split.block.gates import BYLINE, CAPTION, DATE, DATELINE, HEADING, LABEL, SIGN, SIGNATURE
from clean.stages.split.block.packed import WEIGHTS, Packed, sums
from clean.stages.split.block.sieve.dated import may_be_dated
from clean.stages.split.block.sieve.glyphs import (
    BAR,
    BLANK,
    BRACKET,
    CAPITAL,
    COLON,
    COMMA,
    DASH,
    DIGIT,
    EASTERN,
    EQUALS,
    KINDS,
    LETTER,
    OTHER,
    SLASH,
    SMALL,
    STOP,
    WRAPPING,
    beginnings,
    is_quote,
    kinds_of,
    may_begin,
    past,
    table_of,
    words_of,
)
from clean.stages.split.block.sieve.placed import may_be_day, may_be_placed, may_open

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from clean.stages.split.block.columns import Column
    from clean.stages.split.block.sieve.glyphs import Table

_CAPTIONED = 200  # letters: of longer units few are asked whether they are captions
_SUMS = 1 << 16  # places of a table of sums; that labels share some with others lets a unit through
_B, _Y = map(ord, "by")


def may_be(texts: Packed, letters: Column) -> NDArray[np.uint8]:
    """What each text of so many letters may be."""
    found = np.zeros(len(letters), dtype=np.uint8)
    _sieve(*texts, letters, *_tables(), found)
    return found


@cache
def _tables() -> tuple[Table, Table, Table, Table, Table, Table]:
    """How months begin, what opens bylines, agencies and end words, what is said of dates; what labels come to; words
    in small letters that stand in the names of places and agencies.
    """
    words = {word for name in (*datelines.PARTICLES, *CITIES, *AGENCIES) for word in name.split()}
    return (
        beginnings(MONTHS),
        words_of(bylines.OPENINGS),
        beginnings((*AGENCIES, *signoffs.OPENERS)),
        beginnings(HEADINGS),
        table_of(sums(sorted(labels.KNOWN)) >> 16, _SUMS),
        words_of(words),
    )


@compiled
def _sieve(
    data: Any, begins: Any, ends: Any, letters: Any, months: Any, openings: Any, signers: Any, headings: Any,
    known: Any, small: Any, found: Any,
) -> None:  # fmt: skip  # pragma: no cover (compiled)
    for text in range(len(begins)):
        begin, end, count = begins[text], ends[text] - 1, letters[text]
        placed = may_be_placed(data, begin, end, small)
        may = DATELINE * (placed > 0 or (placed < 0 and may_be_day(data, begin, -placed, months)))
        may |= CAPTION * (count > _CAPTIONED or _may_be_captioned(data, begin, end))
        may |= SIGNATURE * _may_list(data, begin, end)
        if count <= dates.LONGEST:
            kinds = kinds_of(data, begin, end)
            dated = (kinds & DIGIT) != 0 and may_be_dated(data, begin, end, kinds, months)
            may |= DATE * dated
            may |= BYLINE * (count <= bylines.LONGEST and _may_be_byline(data, begin, end, kinds, dated, openings))
            may |= LABEL * (count <= labels.LONGEST and (kinds & OTHER != 0 or _may_be_known(data, begin, end, known)))
            may |= HEADING * (count <= dates.LONGEST_HEADING and may_begin(data, begin, headings))
            may |= SIGN * (count <= signoffs.LONGEST and _may_sign(data, begin, signers))
        found[text] = may


@compiled
def _may_be_known(data: Any, begin: Any, end: Any, known: Any) -> Any:  # pragma: no cover (compiled)
    """Whether the letters come to what those of a label do, or a bar stands between two."""
    total = np.uint32(0)
    for place in range(begin, end):
        byte = data[place]
        if byte in (BAR, SLASH, 62):
            return True
        total = np.uint32(total + WEIGHTS[byte])
    return known[total >> np.uint32(16)]


@compiled
def _may_be_byline(
    data: Any, begin: Any, end: Any, kinds: Any, dated: Any, openings: Any
) -> Any:  # pragma: no cover (compiled)
    """Whether a unit may be a byline: by what opens it, or what stands behind a date."""
    if kinds & EASTERN or (dated and kinds & OTHER):
        return True
    place = past(data, begin, WRAPPING)
    if not is_quote(data, place) and may_open(data, place, openings):
        return True
    while dated and place < end:
        after = past(data, place, LETTER)
        if after > place and may_open(data, place, openings):
            return True
        place = after + (after == place)
    return False


@compiled
def _may_sign(data: Any, begin: Any, signers: Any) -> Any:  # pragma: no cover (compiled)
    """Whether a unit may be an agency's name or initials, by its first word: five small letters, four capitals."""
    place = begin
    while KINDS[data[place]] & WRAPPING or data[place] in (SLASH, DASH, EQUALS, 60, 62):  # < and >
        if data[place] == 10:
            return False
        place += 1
    if is_quote(data, place):
        return False
    after = past(data, place, LETTER)
    if may_begin(data, place, signers) or data[after] >= 0x80:
        return True
    small, capital = past(data, place, SMALL), past(data, place, CAPITAL)
    return (after > place) & (((small == after) & (after - place <= 5)) | ((capital == after) & (after - place <= 4)))


@compiled
def _may_list(data: Any, begin: Any, end: Any) -> Any:  # pragma: no cover (compiled)
    """Whether a comma stands behind the first word of a unit or the second."""
    words, between = 0, True
    for place in range(begin, end):
        if data[place] == COMMA:
            return True
        if KINDS[data[place]] & BLANK:
            between = True
        elif between:
            if words == 2:
                return False
            words, between = words + 1, False
    return False


@compiled
def _may_be_captioned(data: Any, begin: Any, end: Any) -> Any:  # pragma: no cover (compiled)
    """Whether a unit ends in a bracket, or near its end a sign stands that follows `Photo`."""
    last = end - 1 - (data[end - 1] == STOP)
    if last >= begin and KINDS[data[last]] & BRACKET:
        return True
    place = end - 1
    for _ in range(captions.END):
        if place < begin:
            return False
        byte = data[place]
        if byte >= 0x80:
            if place < begin + 2 or not is_quote(data, place - 2):
                return True
            place -= 2
        by = byte | 32 == _Y and place > begin + 1 and data[place - 1] | 32 == _B
        if byte in (COLON, EQUALS) or (by and not KINDS[data[place + 1]] & LETTER):
            return True
        place -= 1
    return False
