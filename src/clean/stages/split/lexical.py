"""How much the text before a gap and the text after it speak of the same: cues in small integers.

A narrow window holds the paragraphs next to the gap, a wide one most of a story. Words that recur in the wide window
are its topic; the cosine is over their counts (Hearst 1997, TextTiling), the narrow one over sets.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from itertools import chain
from math import isqrt

from clean.stages.split.units import Units

NARROW, WIDE = 500, 3000  # letters: two or three paragraphs; a story of usual length
MAX_UNITS = 40
TOPICAL = 3  # times a word stands in a wide window from which it is one of its topics

# Steps of per mille at which a similarity becomes the next integer.
NARROW_STEPS = (0, 20, 40, 60, 80, 110, 140, 180, 230)
WIDE_STEPS = (10, 20, 35, 50, 70, 100, 130, 170, 220, 280, 350, 450)
NAME_STEPS = (0, 30, 60, 100, 150, 200, 270)


def before(units: Units, gap: int, low: int, letters: int) -> range:
    """The units before a gap, not below unit `low`, that hold so many letters."""
    start, held = gap, 0
    while start > low and held < letters:
        start -= 1
        held += units.size[start]
    return range(start, gap)


def after(units: Units, start: int, high: int, letters: int) -> range:
    """The units from `start`, below unit `high`, that hold so many letters."""
    end, held = start, 0
    while end < high and held < letters:
        held += units.size[end]
        end += 1
    return range(start, end)


def step(value: int, steps: Sequence[int]) -> int:
    """How many of the steps a value is above."""
    return bisect_left(steps, value)


def per_mille(shared: int, squares: int) -> int:
    """`1000 * shared / sqrt(squares)` in whole numbers, so that no processor decides otherwise."""
    return isqrt(1_000_000 * shared * shared // squares) if squares else 0


def bag(units: Units, place: range, stop: frozenset[str]) -> Counter[str]:
    """The words of these units with their counts."""
    found = Counter(chain.from_iterable(map(units.words, place)))
    for word in stop & found.keys():
        del found[word]
    return found


def word_set(units: Units, place: range, stop: frozenset[str]) -> set[str]:
    """The different words of these units."""
    return set(chain.from_iterable(map(units.words, place))) - stop


def name_set(units: Units, place: range) -> set[str]:
    """The different capitalised words of these units."""
    return set(chain.from_iterable(map(units.names, place)))
