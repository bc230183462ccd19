"""What is counted in the windows around a gap, from which its lexical cues are told (`cues.py`).

Two ways to the same numbers: `count` here, a gap at a time in plain Python, and `windows.py`, compiled, all gaps of a
block at once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from clean.stages.split import lexical
from clean.stages.split.units import Units

OFTEN = 3  # times from which it tells nothing more how often a headline's word stands in a window
BESIDE = 2  # paragraphs right above and below a gap, asked for what the other side knows of them


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
    """Different words of the narrow windows before and after a gap; product and squares of the weighed bags of the wide
    ones; what the words of the last paragraphs above weigh, and those of them that come again below, and what those of
    the first ones below weigh, and those that stood above; the words of a headline, what they weigh, and where they
    stand (at most OFTEN times each, weighed, in the wide windows), and how much more often below than above the word
    does that gains most.
    """

    near_before: int = 0
    near_after: int = 0
    near_both: int = 0
    wide_product: int = 0
    wide_square_before: int = 0
    wide_square_after: int = 0
    last: int = 0
    last_kept: int = 0
    lead: int = 0
    lead_known: int = 0
    head: int = 0
    head_after_near: int = 0
    head_weight: int = 0
    head_before_wide: int = 0
    head_after_wide: int = 0
    head_gain: int = 0
    tail: int = 0
    tail_said: int = 0
    tail_ahead: int = 0
    below: int = 0
    below_own: int = 0
    below_lead: int = 0
    below_above: int = 0
    below_opening: int = 0


def count(units: Units, place: Place, words: lexical.Weights, told: Mapping[str, int]) -> Counts:
    """The counts at one gap, where words weigh so much; `told` are the pairs of `words.told` as a mapping."""
    unit, body, low, high = place.unit, place.body, place.low, place.high
    common, rare = words.common, words.rare
    before = lexical.word_set(units, lexical.before(units, unit, low, lexical.NARROW), common)
    after = lexical.word_set(units, lexical.after(units, body, high, lexical.NARROW), common)
    above = lexical.bag(units, lexical.before(units, unit, low, lexical.WIDE), common)
    below = lexical.bag(units, lexical.after(units, body, high, lexical.WIDE), common)
    one, other = lexical.weighed(above, told, rare), lexical.weighed(below, told, rare)
    last = lexical.word_set(units, range(max(low, unit - BESIDE), unit), common)
    lead = lexical.word_set(units, range(body, min(high, body + BESIDE)), common)

    head = set(units.words(place.head)) - common if place.head >= 0 else set()

    def weight(found: Iterable[str]) -> int:
        return sum(told.get(word, rare) for word in found)

    return Counts(
        *(len(before), len(after), len(before & after)),
        *(lexical.product(one, other), lexical.product(one, one), lexical.product(other, other)),
        *(weight(last), weight(last & below.keys()), weight(lead), weight(lead & above.keys())),
        *_head_counts(head, after, above, below, weight),
        *_tail_counts(units, place, after, common),
        *_below_counts(units, place, before, common),
    )


def _head_counts(
    head: set[str], after: set[str], above: Counter[str], below: Counter[str], weight: Callable[[Iterable[str]], int]
) -> tuple[int, int, int, int, int, int]:
    """Words of the headline below the gap, and where they stand."""
    often = [weight(word for word in head for _ in range(min(OFTEN, bag[word]))) for bag in (above, below)]
    gain = max([0, *(below[word] - above[word] for word in head)])
    return len(head), len(head & after), weight(head), often[0], often[1], gain


def _tail_counts(units: Units, place: Place, after: set[str], common: frozenset[str]) -> tuple[int, int, int]:
    """Words of the headline above the gap, in the story above it and in what follows the gap."""
    if place.tail < 0:
        return 0, 0, 0
    words = set(units.words(place.tail)) - common
    above = lexical.before(units, place.tail - 1, place.low, lexical.WIDE)
    return len(words), len(words & lexical.word_set(units, above, common)), len(words & after)


def _below_counts(
    units: Units, place: Place, before: set[str], common: frozenset[str]
) -> tuple[int, int, int, int, int]:
    """Words of the headline below the paragraphs, in all of those, in the first one, before the gap, and in the first
    BESIDE ones.
    """
    if place.below < 0:
        return 0, 0, 0, 0, 0
    words = set(units.words(place.below)) - common
    own = lexical.word_set(units, range(place.unit, place.below - 1), common)
    opening = lexical.word_set(units, range(place.unit, min(place.unit + BESIDE, place.below - 1)), common)
    lead = set(units.words(place.unit))
    return len(words), len(words & own), len(words & lead), len(words & before), len(words & opening)
