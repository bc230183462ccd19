"""The counts of `counts.py` for all gaps of a block at once, compiled by numba: the same numbers.

Importing numba costs 0.3 s and compiling some seconds once (see `similarity/kernel.py`), so callers come here with tens
of megabytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, cast

import numpy as np

from clean.similarity.kernel import compiled
from clean.stages.split.block.packed import pack
from clean.stages.split.block.sieve import may_be
from clean.stages.split.block.sieve.closed import may_close
from clean.stages.split.block.sieve.folded import sums_of
from clean.stages.split.cohesion.counts import ADJACENT, OFTEN, Counts, Weighed
from clean.stages.split.cohesion.lexical import NARROW, UNTOLD, WIDE
from clean.stages.split.cohesion.vocabulary import numbered

if TYPE_CHECKING:
    from numpy.typing import NDArray


def count_all(sizes: Sequence[int] | NDArray[np.int64], rows: Any, words: Weighed) -> Any:
    """The counts at these gaps (rows of `Place`) between units of these sizes and words, as rows of `Counts`."""
    counts = np.zeros((len(rows), len(Counts._fields)), dtype=np.int64)
    if len(rows):
        ids, starts, weight = words
        seen, bags = np.zeros((2, len(weight), 4), dtype=np.int32)
        bags[:, WEIGHT] = weight
        _count(rows, np.array(sizes, dtype=np.int64), ids, starts, bags, seen, counts)
    return counts


def load() -> None:
    """Load the compiled code and its tables, or compile it: before workers are forked, which then have it too."""
    texts, sizes = pack(["one", "two"]), np.array([3, 3])
    may_be(texts, sizes)
    sums_of(texts, sizes > 0)
    may_close(texts, sizes > 0)
    count_all(sizes, np.array([[1, 1, 0, 2, -1, -1, -1]]), Weighed(*numbered(*texts, UNTOLD)))


@compiled
def _before(sizes: Any, gap: int, low: int, letters: int) -> int:  # pragma: no cover (compiled)
    """Where the units before a gap begin that hold so many letters: `lexical.before`."""
    held = 0
    while gap > low and held < letters:
        gap -= 1
        held += sizes[gap]
    return gap


@compiled
def _after(sizes: Any, start: int, high: int, letters: int) -> int:  # pragma: no cover (compiled)
    """Where the units from a start on end that hold so many letters: `lexical.after`."""
    held = 0
    while start < high and held < letters:
        held += sizes[start]
        start += 1
    return start


# Numbers of numpy, as numba would compile a function anew for each Python integer that it is called with.
_NARROW, _WIDE = cast("Any", map(np.int64, (NARROW, WIDE)))
# What is held of a word: how often it stands in the wide windows, and what it weighs; side by side, to be in the cache
# at once. Of the bags as a whole: the squares of either, and their product.
AHEAD, BEHIND, WEIGHT = cast("Any", map(np.int64, (0, 1, 2)))
PRODUCT = WEIGHT
# Where a word was last seen at what tick: near before a gap, near after, in a headline, in a story.
BEFORE, AFTER, OWN, STORY = cast("Any", map(np.int64, (0, 1, 2, 3)))
TICKS = 6  # a gap: words are seen anew at each, so that nothing has to be cleared


@compiled
def _hold(
    ids: Any, starts: Any, begin: int, end: int, side: int, edges: Any, bags: Any, sums: Any
) -> None:  # pragma: no cover (compiled)
    """Have the bag of a side hold units `[begin, end)`: what it held for the gap before stays where it is wanted."""
    first, last = edges[side, 0], edges[side, 1]
    if begin >= last or end <= first:
        _change(ids, starts[first], starts[last], side, -1, bags, sums)
        first = last = begin
    _change(ids, starts[begin], starts[first], side, 1, bags, sums)
    _change(ids, starts[first], starts[begin], side, -1, bags, sums)
    _change(ids, starts[last], starts[end], side, 1, bags, sums)
    _change(ids, starts[end], starts[last], side, -1, bags, sums)
    edges[side, 0], edges[side, 1] = begin, end


@compiled
def _change(
    ids: Any, begin: int, end: int, side: int, by: int, bags: Any, sums: Any
) -> None:  # pragma: no cover (compiled)
    """Put words into the bag of a side, or take them out: what this makes of the bags' squares and product."""
    other = 1 - side
    square = product = 0
    for place in range(begin, end):
        word = ids[place]
        held, weight = bags[word, side], bags[word, WEIGHT]
        square += weight * weight * (2 * by * held + 1)
        product += weight * weight * by * bags[word, other]
        bags[word, side] = held + by
    sums[side] += square
    sums[PRODUCT] += product


@compiled
def _look(
    ids: Any, begin: int, end: int, column: int, tick: int, other: int, since: int, seen: Any
) -> Any:  # pragma: no cover (compiled)
    """See the words: how many different ones there are, and how many of these were seen elsewhere at a tick."""
    different = also = 0
    for place in range(begin, end):
        word = ids[place]
        if seen[word, column] != tick:
            seen[word, column] = tick
            different += 1
            also += seen[word, other] == since
    return different, also


@compiled
def _beside(
    ids: Any, begin: int, end: int, side: int, tick: int, bags: Any, seen: Any, counts: Any, column: int
) -> None:  # pragma: no cover (compiled)
    """What the different words of the paragraphs beside a gap weigh, and those of them that the other side has."""
    for place in range(begin, end):
        word = ids[place]
        if seen[word, OWN] != tick:
            seen[word, OWN] = tick
            counts[column] += bags[word, WEIGHT]
            counts[column + 1] += bags[word, WEIGHT] * (bags[word, side] > 0)


@compiled
def _head(
    ids: Any, begin: int, end: int, tick: int, since: int, bags: Any, seen: Any, counts: Any
) -> None:  # pragma: no cover (compiled)
    """A headline below the gap: its different words, and where they stand how often."""
    for place in range(begin, end):
        word = ids[place]
        if seen[word, OWN] != tick:
            seen[word, OWN] = tick
            before, after, weight = bags[word, AHEAD], bags[word, BEHIND], bags[word, WEIGHT]
            counts[10] += 1
            counts[11] += seen[word, AFTER] == since
            counts[12] += weight
            counts[13] += weight * min(OFTEN, before)
            counts[14] += weight * min(OFTEN, after)
            counts[15] = max(counts[15], after - before)


@compiled
def _count_one(
    row: Any, sizes: Any, ids: Any, starts: Any, tick: int, edges: Any, bags: Any, sums: Any, seen: Any, counts: Any
) -> None:  # pragma: no cover (compiled)
    """Fill in the counts of one gap, from this tick on."""
    unit, body, low, high, head, tail, below = row
    near, far = _before(sizes, unit, low, _NARROW), _after(sizes, body, high, _NARROW)
    counts[0], _ = _look(ids, starts[near], starts[unit], BEFORE, tick, AFTER, tick, seen)
    counts[1], counts[2] = _look(ids, starts[body], starts[far], AFTER, tick, BEFORE, tick, seen)
    _hold(ids, starts, _before(sizes, unit, low, _WIDE), unit, AHEAD, edges, bags, sums)
    _hold(ids, starts, body, _after(sizes, body, high, _WIDE), BEHIND, edges, bags, sums)
    counts[3], counts[4], counts[5] = sums[PRODUCT], sums[AHEAD], sums[BEHIND]
    _beside(ids, starts[max(low, unit - ADJACENT)], starts[unit], BEHIND, tick, bags, seen, counts, 6)
    _beside(ids, starts[body], starts[min(high, body + ADJACENT)], AHEAD, tick + 1, bags, seen, counts, 8)
    if head >= 0:
        _head(ids, starts[head], starts[head + 1], tick + 2, tick, bags, seen, counts)
    if tail >= 0:
        counts[16], counts[18] = _look(ids, starts[tail], starts[tail + 1], OWN, tick + 3, AFTER, tick, seen)
        _look(ids, starts[_before(sizes, tail - 1, low, _WIDE)], starts[tail - 1], STORY, tick + 4, OWN, tick, seen)
        _, counts[17] = _look(ids, starts[tail], starts[tail + 1], OWN, tick + 4, STORY, tick + 4, seen)
    if below >= 0:
        counts[19], counts[22] = _look(ids, starts[below], starts[below + 1], OWN, tick + 5, BEFORE, tick, seen)


@compiled
def _count(
    rows: Any, sizes: Any, ids: Any, starts: Any, bags: Any, seen: Any, counts: Any
) -> None:  # pragma: no cover (compiled)
    """Fill in the counts of all gaps, a row each."""
    edges, sums = np.zeros((2, 2), dtype=np.int64), np.zeros(3, dtype=np.int64)
    for gap in range(len(rows)):
        _count_one(rows[gap], sizes, ids, starts, TICKS * (gap + 1), edges, bags, sums, seen, counts[gap])
    _count_own(rows, ids, starts, seen, counts)


@compiled
def _count_own(rows: Any, ids: Any, starts: Any, seen: Any, counts: Any) -> None:  # pragma: no cover (compiled)
    """Fill in how many different words of the headline below its paragraphs stand in them, in the first one and in the
    first ADJACENT ones: from the last gap up, so that each paragraph is looked at once for where a word comes next.
    """
    following = np.full(len(seen), len(starts))  # the unit in which a word does
    tail = edge = -1  # the headline whose paragraphs were looked at, from this one on
    for gap in range(len(rows) - 1, -1, -1):
        unit, below = rows[gap, 0], rows[gap, 6]
        if below < 0:
            continue
        if below != tail or unit > edge:
            tail, edge = below, max(below - 1, unit + 1)
        for paragraph in range(edge - 1, unit - 1, -1):
            for place in range(starts[paragraph], starts[paragraph + 1]):
                following[ids[place]] = paragraph
        edge = unit
        for place in range(starts[below], starts[below + 1]):
            word = ids[place]
            if seen[word, OWN] != -gap - 1:
                seen[word, OWN] = -gap - 1
                counts[gap, 20] += unit <= following[word] < below - 1
                counts[gap, 21] += following[word] == unit
                counts[gap, 23] += unit <= following[word] < min(unit + ADJACENT, below - 1)
