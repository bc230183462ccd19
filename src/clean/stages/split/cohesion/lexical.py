"""How alike two texts are by their words: the windows before and after a gap, what a word weighs, and the cosine.

A narrow window holds the paragraphs next to the gap, a wide one a story. The cosine is over the counts of words
(Hearst 1997, TextTiling), each as much as it is rare in the source (Spärck Jones 1972), the narrow one over sets.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from math import isqrt
from typing import NamedTuple, Protocol

NARROW, WIDE = 500, 4500  # letters: two or three paragraphs; a long story (with 3000 one error in thirty more)
# Units on either side of a gap at most. Of 209 errors in 16 languages 30 make seven fewer, and of 105 on web pages five
# more; 56, all of the window, make as many.
MAX_UNITS = 40
RAREST = 7  # what a word weighs that is in fewer than one unit in 64 of its source; one in every other unit weighs 1

# Steps of per mille at which a similarity becomes the next integer.
NARROW_STEPS = (0, 20, 40, 60, 80, 110, 140, 180, 230)
WIDE_STEPS = (2, 5, 15, 30, 50, 75, 105, 140, 180, 225, 275, 330, 390, 455)


class Weights(NamedTuple):
    """What words say in a source: `common` ones nothing, those of `told` (pairs) so much, all others as much as `rare`
    ones.
    """

    common: frozenset[str] = frozenset()
    told: frozenset[tuple[str, int]] = frozenset()
    rare: int = RAREST


UNTOLD = Weights()


class Sized(Protocol):
    """What has units of so many letters."""

    size: list[int]


def before(units: Sized, gap: int, low: int, letters: int) -> range:
    """The units before a gap, not below unit `low`, that hold so many letters."""
    start, held = gap, 0
    while start > low and held < letters:
        start -= 1
        held += units.size[start]
    return range(start, gap)


def after(units: Sized, start: int, high: int, letters: int) -> range:
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
