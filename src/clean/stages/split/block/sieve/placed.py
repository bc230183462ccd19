"""Whether a unit may open with a dateline, as the sieve tells it: by what stands before the first sign that may close
one.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from clean.news.bylines import OPENING
from clean.news.datelines import DESK, PIECE, REACH
from clean.similarity.kernel import compiled
from clean.stages.split.block.sieve.dated import may_count_days
from clean.stages.split.block.sieve.glyphs import (
    BAR,
    BLANK,
    BRACKET,
    CAPITAL,
    COLON,
    COMMA,
    DASH,
    DIGIT,
    KINDS,
    LETTER,
    LINE,
    QUOTE,
    SLASH,
    SMALL,
    STOP,
    is_quote,
    may_be_among,
    past,
)

_MAY, _MAY_NOT, _NOTHING, _BY_DATE = 1, 0, -1, -2
_PIECE = PIECE + 4  # letters within which the first sign stands that may close a dateline


@compiled
def may_open(data: Any, place: Any, openings: Any) -> Any:  # pragma: no cover (compiled)
    """Whether the first letters of the word that begins here are those of one in the table, or not all of ASCII."""
    value = np.uint64(0)
    for letter in range(place, place + OPENING):
        if data[letter] >= 0x80:
            return True
        if not KINDS[data[letter]] & LETTER:
            break
        value = value << np.uint64(8) | np.uint64(data[letter] | 32)
    return may_be_among(value, openings)


@compiled
def may_be_placed(data: Any, begin: Any, end: Any, small: Any) -> Any:  # pragma: no cover (compiled)
    """Whether a unit may open with a dateline: by what stands before the first sign that may close one.

    Words in small letters that are in no place's and no agency's name stand in none, unless a date or an agency
    follows soon. Where a number decides, as it may be in a date, its place is given below 0.
    """
    if data[begin] in (QUOTE, DASH) or (is_quote(data, begin) and data[begin + 2] in (0x9C, 0x9D)):
        return False
    lost = lower = False
    place = begin
    count = letters = 0  # characters so far
    while place < end and count <= _PIECE:
        after = past(data, place, LETTER)
        if after > place:
            lower = lower or past(data, place, CAPITAL) < after
            lost = lost or _is_lost(data, begin, place, after, small)
            if lost and letters > DESK:  # with more before the date no agency makes up for such a word
                return _is_exempt(data, begin, place, end)
            letters += after - place
            count += after - place
        else:
            told = _told(data, place, lost, lower)
            if told == _BY_DATE:
                return -place
            if told != _NOTHING:
                return told == _MAY or _is_exempt(data, begin, place, end)
            after = place + (3 if is_quote(data, place) else 2 if _is_letter(data[place]) else 1)
            count += 1
        place = after
    return False


@compiled
def _told(data: Any, place: Any, lost: Any, lower: Any) -> Any:  # pragma: no cover (compiled)
    """What a sign tells of the dateline before it: MAY, MAY_NOT, BY_DATE or NOTHING."""
    byte = data[place]
    if byte == 32:  # as most signs are
        return _NOTHING
    if _is_closer(data, place):
        return _MAY_NOT if lost else _MAY
    if KINDS[byte] & DIGIT:  # a place has no number
        return _BY_DATE if lost else _MAY
    if byte == STOP:  # a place in capitals and a stop, or the address of a site
        return _MAY if not lower or KINDS[data[place + 1]] & LETTER else _NOTHING
    if byte >= 0x80:
        return _NOTHING if is_quote(data, place) or _is_letter(byte) else _MAY
    return _MAY if KINDS[byte] & BRACKET or byte in (SLASH, BAR) else _NOTHING


@compiled
def _is_exempt(data: Any, begin: Any, place: Any, end: Any) -> Any:  # pragma: no cover (compiled)
    """Whether words of any case may stand before a dateline: the names of who wrote it before a stroke and brackets,
    from this place on, or a desk that one comma parts from a colon.
    """
    last = min(end, begin + 4 * REACH)
    while place < last and (
        KINDS[data[place]] & (LETTER | BLANK) or data[place] in (DASH, COMMA) or data[place] >= 0x80
    ):
        place += 1
    if place < last and data[place] == SLASH:
        return True
    place, commas = begin, 0
    while place < last and commas < 2:
        byte = data[place]
        if byte == COLON or (byte == 0xE0 and data[place + 1] == 0xA5):  # or a danda
            return commas == 1
        if KINDS[byte] & (DIGIT | BRACKET) or byte in (STOP, 59):  # a semicolon
            return False
        commas += byte == COMMA
        place += 1
    return False


@compiled
def _is_letter(byte: Any) -> Any:  # pragma: no cover (compiled)
    """Whether a byte begins a letter of two: Latin, Greek or Cyrillic."""
    return 0xC3 <= byte <= 0xD1


@compiled
def may_be_day(data: Any, begin: Any, place: Any, months: Any) -> Any:  # pragma: no cover (compiled)
    """Whether the number that begins here may be in a date, or the day and the month in numbers."""
    after = past(data, place, DIGIT)
    numbers = data[after] in (STOP, SLASH) and KINDS[data[after + 1]] & DIGIT != 0
    return numbers or may_count_days(data, begin, place, months)


@compiled
def _is_closer(data: Any, place: Any) -> Any:  # pragma: no cover (compiled)
    """Whether a sign that may close a dateline stands here: a colon, a dash that is none within a word."""
    byte, before, after = data[place], data[place - 1], data[place + 1]
    if byte == COLON:
        return not (KINDS[after] & DIGIT and KINDS[data[place + 2]] & DIGIT)
    if byte == 0xE2:
        return after == 0x80 and 0x93 <= data[place + 2] <= 0x95
    if byte not in (DASH, LINE):
        return False
    return KINDS[before] & BLANK != 0 or before in (STOP, COMMA, DASH) or after == DASH


@compiled
def _is_lost(data: Any, begin: Any, place: Any, after: Any, small: Any) -> Any:  # pragma: no cover (compiled)
    """Whether a word stands between blanks or before a comma, in small letters, that is in no name of the table."""
    if not KINDS[data[place]] & SMALL or not (place == begin or KINDS[data[place - 1]] & BLANK):
        return False
    if not KINDS[data[after]] & BLANK and data[after] != COMMA:
        return False
    value = np.uint64(0)
    for letter in range(place, min(after, place + 8)):
        value = value << np.uint64(8) | np.uint64(data[letter] | 32)
    return not may_be_among(value, small)
