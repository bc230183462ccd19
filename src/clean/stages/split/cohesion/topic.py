"""Boundaries by lexical cohesion alone, for text without headlines: transcripts, stripped corpora.

Segments are the most probable ones under a model in which each has its own distribution of words (Utiyama and Isahara
2001, "A statistical model for domain-independent text segmentation"), found by dynamic programming. To stay local, the
text is worked in windows that begin and end MARGIN units beyond two anchors: gaps at which the text before and after
differ most within ANCHOR_REACH units. A window decides for the gaps between its anchors. Costs are whole numbers.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from math import log2
from typing import TYPE_CHECKING

from clean.stages.split.block.units import Units

if TYPE_CHECKING:
    import numpy as np

# All in lines. What decides at a gap lies within REACH + MARGIN, and within REACH + ANCHOR_REACH + ANCHOR_WINDOW of it:
# both within a block's context.
ANCHOR_REACH = 16  # on either side within which an anchor is the best gap: a story or two
ANCHOR_WINDOW = 12  # on either side that are compared at a possible anchor
REACH = 28  # from a gap within which its anchors are looked for
MARGIN = 36  # beyond its anchors that a window takes in, so that what is near its ends does not decide
_SCALE = 1024  # of the logarithms
VOCABULARY = 300  # different words at least that Laplace's rule reckons with, lest short windows be cut more
PRIOR = 105  # per cent of log2 of the words in sight that a further segment must gain; the paper has 100
_STEM = 5  # letters; transcripts have few words to tell a topic by, so more of them must meet


@cache
def _logarithm(value: int) -> int:
    return round(_SCALE * log2(value))


@dataclass(slots=True)
class _Text:
    """Units as rows of word numbers with their lines, the gain of each gap, and the windows worked so far."""

    words: list[list[int]]
    lines: list[int]
    gains: list[int]
    cuts: dict[tuple[int, int], set[int]]

    def back(self, k: int, lines: int) -> int:
        """The first unit that is so many lines or fewer above unit k."""
        return bisect_left(self.lines, self.lines[k] - lines)

    def ahead(self, k: int, lines: int) -> int:
        """The first unit that is so many lines or more below unit k."""
        return bisect_left(self.lines, self.lines[k] + lines)


def topic_boundaries(units: Units) -> list[int]:
    """The units at which another topic begins."""
    numbers: dict[str, int] = {}
    words = [[numbers.setdefault(word[:_STEM], len(numbers)) for word in units.words(k)] for k in range(len(units))]
    text = _Text(words, units.first, [], {})
    text.gains = [_gain(words, k, text.back(k, ANCHOR_WINDOW), text.ahead(k, ANCHOR_WINDOW)) for k in range(len(words))]
    return [k for k in range(1, len(words)) if _begins(text, k)]


def _gain(words: list[list[int]], gap: int, start: int, end: int) -> int:
    """How much cheaper the words of `[start, end)` are told in two segments than in one."""
    if gap == 0:
        return 0
    both = [word for row in words[start:end] for word in row]
    kinds = len(set(both))
    one = [word for row in words[start:gap] for word in row]
    other = [word for row in words[gap:end] for word in row]
    return _cost(both, kinds) - _cost(one, kinds) - _cost(other, kinds)


def _cost(words: list[int], kinds: int) -> int:
    """Bits (times the scale) that tell these words when each is as probable as it is frequent, by Laplace's rule."""
    counts: dict[int, int] = {}
    for word in words:
        counts[word] = counts.get(word, 0) + 1
    held = sum(n * _logarithm(n + 1) for n in counts.values())
    return len(words) * _logarithm(len(words) + kinds) - held if words else 0


def _is_anchor(text: _Text, k: int) -> bool:
    """Whether no gap within reach divides its neighbours better; of equals the first."""
    own = (text.gains[k], -k)
    near = range(max(1, text.back(k, ANCHOR_REACH)), text.ahead(k, ANCHOR_REACH))
    return all((text.gains[i], -i) <= own for i in near)


def _begins(text: _Text, k: int) -> bool:
    """Whether a segment begins at gap k, by the window of the anchors around it."""
    line = text.lines[k]
    above = next((i for i in range(k - 1, max(0, text.back(k, REACH) - 1), -1) if _is_anchor(text, i)), None)
    below = next((i for i in range(k, text.ahead(k, REACH)) if _is_anchor(text, i)), None)
    start = (line - REACH if above is None else text.lines[above]) - MARGIN
    end = (line + REACH if below is None else text.lines[below]) + MARGIN
    window = bisect_left(text.lines, start), bisect_left(text.lines, end)
    known = text.cuts.get(window)
    if known is None:
        known = text.cuts[window] = {window[0] + cut for cut in _cheapest(text.words[slice(*window)])}
    return k in known


def _price(words: list[list[int]]) -> int:
    """What a further segment costs: log2 of the words in sight, as in the paper."""
    return PRIOR * _logarithm(max(2, sum(map(len, words)))) // 100


def _cheapest(words: list[list[int]]) -> list[int]:
    """The cuts, as numbers of rows, that make the rows cheapest; a further segment costs the price."""
    import numpy as np

    count = len(words)
    if count < 2:
        return []
    price = _price(words)
    costs = _segment_costs(words)
    best = np.zeros(count + 1, np.int64)
    origin = [0] * (count + 1)
    for end in range(1, count + 1):
        totals = best[:end] + costs[:end, end] + price
        origin[end] = int(totals.argmin())
        best[end] = totals[origin[end]]
    cuts = []
    place = origin[count]
    while place > 0:
        cuts.append(place)
        place = origin[place]
    return cuts[::-1]


def _segment_costs(words: list[list[int]]) -> np.ndarray:
    """Cost of each segment `[i, j)`, as a square of whole numbers; see `_cost`."""
    import numpy as np

    kinds = {word: number for number, word in enumerate(sorted({word for row in words for word in row}))}
    count = len(words)
    sums = np.zeros((count + 1, len(kinds)), np.int64)
    for i, row in enumerate(words):
        for word in row:
            sums[i + 1, kinds[word]] += 1
    sums = sums.cumsum(0)
    most = int(sums[-1].max()) if kinds else 0
    weighed = np.array([n * _logarithm(n + 1) for n in range(most + 1)], np.int64)
    sizes = sums.sum(1)
    vocabulary = max(VOCABULARY, len(kinds))
    total = np.array([n * _logarithm(n + vocabulary) if n else 0 for n in range(int(sizes[-1]) + 1)], np.int64)
    costs = np.zeros((count + 1, count + 1), np.int64)
    for i in range(count):
        held = sums[i + 1 :] - sums[i]
        costs[i, i + 1 :] = total[sizes[i + 1 :] - sizes[i]] - weighed[held].sum(1)
    return costs
