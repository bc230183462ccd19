"""Whether a unit may hold a date, as the sieve tells it: a number beside what may be a month, or three in a row."""

from __future__ import annotations

from typing import Any

from clean.similarity.kernel import compiled
from clean.stages.split.block.sieve.glyphs import (
    BLANK,
    DASH,
    DIGIT,
    DIGITAL,
    KINDS,
    LETTER,
    OTHER,
    SLASH,
    STOP,
    TICK,
    is_quote,
    may_begin,
    past,
)

_D = ord("d")


@compiled
def may_be_dated(data: Any, begin: Any, end: Any, kinds: Any, months: Any) -> Any:  # pragma: no cover (compiled)
    """Whether a number stands beside what may be a month, or three of them in a row."""
    if kinds & OTHER:
        for place in range(begin, end):
            if DIGITAL[data[place]]:
                return True
    place = begin
    while place < end:
        if not KINDS[data[place]] & DIGIT:
            place += 1
            continue
        if may_count_days(data, begin, place, months):
            return True
        place = past(data, place, DIGIT)
    return False


@compiled
def may_count_days(data: Any, begin: Any, place: Any, months: Any) -> Any:  # pragma: no cover (compiled)
    """Whether the number that begins here may be in a date."""
    after = past(data, place, DIGIT)
    return _are_three(data, after) or _month_behind(data, after, months) or _month_before(data, begin, place, months)


@compiled
def _are_three(data: Any, after: Any) -> Any:  # pragma: no cover (compiled)
    """Whether two more numbers follow a number, each behind a stroke, dash or full stop, and a blank perhaps."""
    for _ in range(2):
        if data[after] not in (DASH, STOP, SLASH):
            return False
        place = past(data, after + 1, BLANK)
        if data[place] >= 0x80:
            return not is_quote(data, place)
        if not KINDS[data[place]] & DIGIT:
            return False
        after = past(data, place, DIGIT)
    return True


@compiled
def _month_behind(data: Any, place: Any, months: Any) -> Any:  # pragma: no cover (compiled)
    """Whether a month may follow a day or a year: `4 March`, `4th March`, `1º de março`, `4-Mar`."""
    if is_quote(data, place):
        return False
    if KINDS[data[place]] & LETTER and _may_be_month(data, place + 2, months):
        return True  # behind two letters of an ordinal
    return _may_be_month(data, place + (data[place] == STOP), months)


@compiled
def _may_be_month(data: Any, place: Any, months: Any) -> Any:  # pragma: no cover (compiled)
    """Whether a month may stand here, behind a blank or a dash perhaps, and `de` or `d'`."""
    place += data[place] in (DASH, SLASH) or (KINDS[data[place]] & BLANK != 0 and data[place] != 10)
    if is_quote(data, place):
        return False
    if may_begin(data, place, months):
        return True
    if data[place] | 32 != _D:
        return False
    if is_quote(data, place + 1):
        return may_begin(data, place + 4, months)
    return may_begin(data, place + (2 if data[place + 1] == TICK else 3), months)


@compiled
def _month_before(data: Any, begin: Any, place: Any, months: Any) -> Any:  # pragma: no cover (compiled)
    """Whether a month may stand before a day: `March 4`, `Mar. 4`."""
    place -= 1
    if place <= begin or (data[place] < 0x80 and not KINDS[data[place]] & BLANK):
        return False
    if data[place] >= 0x80:
        return place < begin + 2 or not is_quote(data, place - 2)
    place -= 1
    place -= data[place] == STOP
    while place >= begin and KINDS[data[place]] & LETTER:
        place -= 1
    if place >= begin and data[place] >= 0x80 and (place < begin + 2 or not is_quote(data, place - 2)):
        return True
    return KINDS[data[place + 1]] & LETTER != 0 and may_begin(data, place + 1, months)
