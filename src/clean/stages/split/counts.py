"""What is counted in the windows around a gap, from which its lexical cues are told (`cues.py`).

Two ways to the same numbers: `count` here, a gap at a time in plain Python, and `windows.py`, compiled, all gaps of a
block at once.
"""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from clean.stages.split import lexical
from clean.stages.split.units import Units

OFTEN = 3  # times from which it tells nothing more how often a headline's word stands in a window


class Place(NamedTuple):
    """A gap and what stands around it, as unit numbers.

    `unit` is the one after the gap, `body` the first one after the headline block that begins there, `[low, high)` what
    lies within reach; `head` is the headline below the gap, `tail` the one that was printed above it and `below` the
    one that is printed below its paragraphs (-1 without one).
    """

    unit: int
    body: int
    low: int
    high: int
    head: int
    tail: int
    below: int


class Counts(NamedTuple):
    """Different words of the narrow windows before and after a gap, product and squares of the bags of the wide ones,
    topics of either side and those that the other side holds, names, and the words of a headline and where they stand.
    """

    near_before: int = 0
    near_after: int = 0
    near_both: int = 0
    wide_product: int = 0
    wide_square_before: int = 0
    wide_square_after: int = 0
    topics_before: int = 0
    topics_kept: int = 0
    topics_after: int = 0
    topics_known: int = 0
    names_before: int = 0
    names_after: int = 0
    names_both: int = 0
    head: int = 0
    head_before_near: int = 0
    head_after_near: int = 0
    head_before_wide: int = 0
    head_after_wide: int = 0
    tail: int = 0
    tail_said: int = 0
    tail_ahead: int = 0
    below: int = 0
    below_own: int = 0
    below_lead: int = 0
    below_above: int = 0


def count(units: Units, place: Place, common: frozenset[str]) -> Counts:
    """The counts at one gap; `common` are words that say nothing in this source."""
    unit, body, low, high = place.unit, place.body, place.low, place.high
    near_places = lexical.before(units, unit, low, lexical.NARROW), lexical.after(units, body, high, lexical.NARROW)
    before, after = (lexical.word_set(units, span, common) for span in near_places)
    names_before, names_after = (lexical.name_set(units, span) for span in near_places)
    ahead = lexical.bag(units, lexical.before(units, unit, low, lexical.WIDE), common)
    behind = lexical.bag(units, lexical.after(units, body, high, lexical.WIDE), common)
    topics, later = _topics(ahead), _topics(behind)
    head = set(units.words(place.head)) - common if place.head >= 0 else set()
    return Counts(
        *(len(before), len(after), len(before & after)),
        *(sum(ahead[word] * behind[word] for word in ahead.keys() & behind.keys()), _square(ahead), _square(behind)),
        *(len(topics), sum(word in behind for word in topics), len(later), sum(word in ahead for word in later)),
        *(len(names_before), len(names_after), len(names_before & names_after)),
        *(len(head), len(head & before), len(head & after), _known(head, ahead), _known(head, behind)),
        *_tail_counts(units, place, after, common),
        *_below_counts(units, place, before, common),
    )


def _topics(bag: Counter[str]) -> list[str]:
    return [word for word, times in bag.items() if times >= lexical.TOPICAL]


def _square(bag: Counter[str]) -> int:
    return sum(times * times for times in bag.values())


def _known(words: set[str], bag: Counter[str]) -> int:
    return sum(min(OFTEN, bag[word]) for word in words)


def _tail_counts(units: Units, place: Place, after: set[str], common: frozenset[str]) -> tuple[int, int, int]:
    """Words of the headline above the gap, in the story above it and in what follows the gap."""
    if place.tail < 0:
        return 0, 0, 0
    words = set(units.words(place.tail)) - common
    above = lexical.before(units, place.tail - 1, place.low, lexical.WIDE)
    return len(words), len(words & lexical.word_set(units, above, common)), len(words & after)


def _below_counts(units: Units, place: Place, before: set[str], common: frozenset[str]) -> tuple[int, int, int, int]:
    """Words of the headline below the paragraphs, in all of those, in the first one, and before the gap."""
    if place.below < 0:
        return 0, 0, 0, 0
    words = set(units.words(place.below)) - common
    own = lexical.word_set(units, range(place.unit, place.below - 1), common)
    return len(words), len(words & own), len(words & set(units.words(place.unit))), len(words & before)
