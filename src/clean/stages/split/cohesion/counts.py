"""What is counted in the windows around a gap, from which its lexical cues are told (`cues/words.py`).

Two ways to the same numbers: `count` here, a gap at a time in plain Python, and `windows.py`, compiled, all gaps of a
block at once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from clean.stages.split.block.columns import Column
from clean.stages.split.block.units import Units
from clean.stages.split.cohesion import lexical

OFTEN = 3  # times from which it tells nothing more how often a headline's word stands in a window
ADJACENT = 2  # paragraphs right above and below a gap, asked for what the other side knows of them


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


class Weighed(NamedTuple):
    """Words of units as numbers, but for those that say nothing: those of unit k are `ids[starts[k] : starts[k + 1]]`;
    and what the word of each number weighs.
    """

    ids: NDArray[np.int32]
    starts: NDArray[np.int64]
    weight: NDArray[np.int64]

    @classmethod
    def of(cls, units: Units, words: lexical.Weights, wanted: Iterable[int]) -> Weighed:
        """The words of some units, which weigh so much; none are told of the others."""
        told, numbers = dict(words.told), dict[str, int]()
        ids: list[int] = []
        sizes = [0] * len(units)
        for k in wanted:
            row = [word for word in units.words(k) if word not in words.common]
            sizes[k] = len(row)
            ids += [numbers.setdefault(word, len(numbers)) for word in row]
        weight = [told.get(word, words.rare) for word in numbers]
        starts = np.concatenate(([0], np.cumsum(sizes, dtype=np.int64)))
        return cls(np.array(ids, dtype=np.int32), starts, np.array(weight, dtype=np.int64))


class Bags:
    """Words as plain numbers, for `count`."""

    def __init__(self, words: Weighed, sizes: list[int]) -> None:
        self.ids: list[int] = words.ids.tolist()
        self.starts: list[int] = words.starts.tolist()
        self.weight: list[int] = words.weight.tolist()
        self.size = sizes

    def of(self, units: range) -> list[int]:
        """The words of these units."""
        return self.ids[self.starts[units.start] : self.starts[units.stop]]

    def weigh(self, words: Iterable[int]) -> int:
        """What these words weigh."""
        return sum(map(self.weight.__getitem__, words))

    def product(self, one: Counter[int], other: Counter[int]) -> int:
        """The inner product of two bags, of words as much as they weigh."""
        weight = self.weight
        return sum([times * other[word] * weight[word] ** 2 for word, times in one.items() if word in other])


def count_here(units: Units, rows: Column, words: Weighed) -> Column:
    """The counts at these gaps (rows of `Place`), as rows of `Counts`."""
    bags = Bags(words, units.size)
    counts = np.zeros((len(rows), len(Counts._fields)), dtype=np.int64)
    said = _are_said(rows, words.starts)
    if said.any():
        counts[said] = [count(bags, Place(*row)) for row in rows[said].tolist()]
    return counts


def _are_said(rows: Column, starts: Column) -> NDArray[np.bool_]:
    """Whether any words are said around these gaps: where lines have none, as in a table of numbers, all counts are 0,
    and forty lines either side need not be looked at.
    """
    _, _, low, high, head, tail, below = rows.T
    said: NDArray[np.bool_] = starts[high] > starts[low]
    for unit in (head, tail, below):
        said |= (unit >= 0) & (starts[unit + 1] > starts[unit])
    return said


def within_reach(rows: Column, count: int) -> list[int]:
    """The units, of so many, whose words are asked for at these gaps."""
    unit, _, low, high, head, tail, below = rows.T
    steps = np.zeros(count + 1, dtype=np.int64)
    ranges = (low, high), (unit, below + 1), (head, head + 1), (tail, tail + 1)
    for begin, end in ranges:
        asked = (begin >= 0) & (end > begin)
        np.add.at(steps, begin[asked], 1)
        np.add.at(steps, end[asked], -1)
    reached: list[int] = np.flatnonzero(np.cumsum(steps)).tolist()
    return reached


def count(bags: Bags, place: Place) -> Counts:
    """The counts at one gap."""
    unit, body, low, high = place.unit, place.body, place.low, place.high
    before = set(bags.of(lexical.before(bags, unit, low, lexical.NARROW)))
    after = set(bags.of(lexical.after(bags, body, high, lexical.NARROW)))
    above = Counter(bags.of(lexical.before(bags, unit, low, lexical.WIDE)))
    below = Counter(bags.of(lexical.after(bags, body, high, lexical.WIDE)))
    last = set(bags.of(range(max(low, unit - ADJACENT), unit)))
    lead = set(bags.of(range(body, min(high, body + ADJACENT))))
    head = set(bags.of(range(place.head, place.head + 1))) if place.head >= 0 else set[int]()
    return Counts(
        *(len(before), len(after), len(before & after)),
        *(bags.product(above, below), bags.product(above, above), bags.product(below, below)),
        *(bags.weigh(last), bags.weigh(last & below.keys()), bags.weigh(lead), bags.weigh(lead & above.keys())),
        *_head_counts(bags, head, after, above, below),
        *_tail_counts(bags, place, after),
        *_below_counts(bags, place, before),
    )


def _head_counts(
    bags: Bags, head: set[int], after: set[int], above: Counter[int], below: Counter[int]
) -> tuple[int, int, int, int, int, int]:
    """Words of the headline below the gap, and where they stand."""
    often = [sum(bags.weight[word] * min(OFTEN, bag[word]) for word in head) for bag in (above, below)]
    gain = max([0, *(below[word] - above[word] for word in head)])
    return len(head), len(head & after), bags.weigh(head), often[0], often[1], gain


def _tail_counts(bags: Bags, place: Place, after: set[int]) -> tuple[int, int, int]:
    """Words of the headline above the gap, in the story above it and in what follows the gap."""
    if place.tail < 0:
        return 0, 0, 0
    words = set(bags.of(range(place.tail, place.tail + 1)))
    above = bags.of(lexical.before(bags, place.tail - 1, place.low, lexical.WIDE))
    return len(words), len(words.intersection(above)), len(words & after)


def _below_counts(bags: Bags, place: Place, before: set[int]) -> tuple[int, int, int, int, int]:
    """Words of the headline below the paragraphs, in all of those, in the first one, before the gap, and in the first
    ADJACENT ones.
    """
    if place.below < 0:
        return 0, 0, 0, 0, 0
    words = set(bags.of(range(place.below, place.below + 1)))
    own = bags.of(range(place.unit, max(place.unit, place.below - 1)))
    opening = bags.of(range(place.unit, max(place.unit, min(place.unit + ADJACENT, place.below - 1))))
    lead = bags.of(range(place.unit, place.unit + 1))
    in_own, in_lead, in_before, in_opening = (len(words.intersection(said)) for said in (own, lead, before, opening))
    return len(words), in_own, in_lead, in_before, in_opening
