"""The counts of `counts.py` for all gaps of a block at once, compiled by numba: the same numbers.

Importing numba costs 0.3 s and compiling some seconds once (see `similarity/kernel.py`), so callers come here with tens
of megabytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, cast

import numpy as np

from clean.similarity.kernel import compiled
from clean.stages.split.counts import BESIDE, OFTEN, Counts
from clean.stages.split.lexical import NARROW, UNTOLD, WIDE, Weights
from clean.stages.split.packed import Packed, pack
from clean.stages.split.sieve import may_be
from clean.stages.split.sieve.closed import may_close
from clean.stages.split.sieve.folded import sums_of
from clean.stages.split.vocabulary import numbered

if TYPE_CHECKING:
    from numpy.typing import NDArray


def count_all(texts: Packed, sizes: Sequence[int] | NDArray[np.int64], rows: Any, weights: Weights) -> Any:
    """The counts at these gaps (rows of `Place`) between units of these texts and sizes, as rows of `Counts`."""
    counts = np.zeros((len(rows), len(Counts._fields)), dtype=np.int64)
    if len(rows):
        ids, starts, weight = numbered(*texts, weights)
        seen, bags = np.zeros(len(weight), dtype=np.uint8), np.zeros((len(weight), 2), dtype=np.int32)
        touched = np.zeros(len(weight) + 1, dtype=np.int32)
        lengths = np.array(sizes, dtype=np.int64)
        _count(rows, lengths, ids, starts, weight, seen, bags, touched, counts)
    return counts


def load() -> None:
    """Load the compiled code and its tables, or compile it: before workers are forked, which then have it too."""
    texts, sizes = pack(["one", "two"]), np.array([3, 3])
    may_be(texts, sizes)
    sums_of(texts, sizes > 0)
    may_close(texts, sizes > 0)
    count_all(texts, sizes, np.array([[1, 1, 0, 2, -1, -1, -1]]), UNTOLD)


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
_NARROW, _WIDE, _NONE = cast("Any", map(np.int64, (NARROW, WIDE, 0)))
# The bags of the wide windows, side by side: a word's counts are in the cache at once.
AHEAD, BEHIND = cast("Any", map(np.int64, (0, 1)))
# What was seen of a word: near before, near after, in a headline, in a story.
BEFORE, AFTER, OWN, STORY = cast("Any", map(np.uint8, (1, 2, 4, 8)))


@compiled
def _flag(ids: Any, begin: int, end: int, flag: int, seen: Any) -> int:  # pragma: no cover (compiled)
    """Flag the words; how many different ones that had no such flag there are."""
    fresh = 0
    for place in range(begin, end):
        flags = seen[ids[place]]
        fresh += (flags & flag) == 0
        seen[ids[place]] = flags | flag
    return fresh


@compiled
def _unflag(ids: Any, begin: int, end: int, flag: int, seen: Any) -> None:  # pragma: no cover (compiled)
    for place in range(begin, end):
        seen[ids[place]] &= ~flag


@compiled
def _also(ids: Any, begin: int, end: int, flag: int, other: int, seen: Any) -> int:  # pragma: no cover (compiled)
    """How many different words of these, all of which have the flag, have the other one too."""
    also = 0
    for place in range(begin, end):
        flags = seen[ids[place]]
        also += (flags & (flag | other)) == (flag | other)
        seen[ids[place]] = flags & ~flag
    for place in range(begin, end):
        seen[ids[place]] |= flag
    return also


@compiled
def _bag(
    ids: Any, begin: int, end: int, side: int, bags: Any, touched: Any, held: int
) -> int:  # pragma: no cover (compiled)
    """Count the words into the bag of a side; those that are in neither yet are added to the ones touched: how many
    those are.
    """
    for place in range(begin, end):
        word = ids[place]
        touched[held] = word
        held += bags[word, AHEAD] == 0 and bags[word, BEHIND] == 0
        bags[word, side] += 1
    return held


@compiled
def _compare(touched: Any, held: int, bags: Any, weight: Any, counts: Any) -> None:  # pragma: no cover (compiled)
    """The wide windows: product and squares of their bags."""
    product = square_before = square_after = 0
    for place in range(held):
        word = touched[place]
        one: Any = weight[word] * bags[word, AHEAD]
        other: Any = weight[word] * bags[word, BEHIND]
        product += one * other
        square_before += one * one
        square_after += other * other
    counts[3], counts[4], counts[5] = product, square_before, square_after


@compiled
def _beside(
    ids: Any, begin: int, end: int, side: int, weight: Any, seen: Any, bags: Any, counts: Any, column: int
) -> None:  # pragma: no cover (compiled)
    """What the different words of the paragraphs beside a gap weigh, and those of them that the other side has."""
    for place in range(begin, end):
        word = ids[place]
        if not seen[word] & OWN:
            seen[word] |= OWN
            counts[column] += weight[word]
            if bags[word, side]:
                counts[column + 1] += weight[word]
    _unflag(ids, begin, end, OWN, seen)


@compiled
def _head(
    ids: Any, begin: int, end: int, weight: Any, seen: Any, bags: Any, counts: Any
) -> None:  # pragma: no cover (compiled)
    """A headline below the gap: its different words, and where they stand how often."""
    for place in range(begin, end):
        word = ids[place]
        flags = seen[word]
        if flags & OWN:
            continue
        seen[word] = flags | OWN
        before, after = bags[word, AHEAD], bags[word, BEHIND]
        counts[10] += 1
        counts[11] += (flags & AFTER) != 0
        counts[12] += weight[word]
        counts[13] += weight[word] * min(OFTEN, before)
        counts[14] += weight[word] * min(OFTEN, after)
        counts[15] = max(counts[15], after - before)
    _unflag(ids, begin, end, OWN, seen)


@compiled
def _met(ids: Any, starts: Any, head: int, first: int, last: int, seen: Any) -> int:  # pragma: no cover (compiled)
    """How many different words of a headline, all flagged OWN, stand in units `[first, last)`."""
    _flag(ids, starts[first], starts[last], STORY, seen)
    met = _also(ids, starts[head], starts[head + 1], OWN, STORY, seen)
    _unflag(ids, starts[first], starts[last], STORY, seen)
    return met


@compiled
def _tail(row: Any, sizes: Any, ids: Any, starts: Any, seen: Any, counts: Any) -> None:  # pragma: no cover (compiled)
    """A headline above the gap, at the end of its story."""
    low, tail = row[2], row[5]
    begin, end = starts[tail], starts[tail + 1]
    counts[16] = _flag(ids, begin, end, OWN, seen)
    counts[17] = _met(ids, starts, tail, _before(sizes, tail - 1, low, _WIDE), tail - 1, seen)
    counts[18] = _also(ids, begin, end, OWN, AFTER, seen)
    _unflag(ids, begin, end, OWN, seen)


@compiled
def _below(row: Any, ids: Any, starts: Any, seen: Any, counts: Any) -> None:  # pragma: no cover (compiled)
    """A headline below the paragraphs that the gap begins."""
    unit, below = row[0], row[6]
    begin, end = starts[below], starts[below + 1]
    counts[19] = _flag(ids, begin, end, OWN, seen)
    counts[20] = _met(ids, starts, below, unit, below - 1, seen)
    counts[21] = _met(ids, starts, below, unit, unit + 1, seen)
    counts[22] = _also(ids, begin, end, OWN, BEFORE, seen)
    _unflag(ids, begin, end, OWN, seen)


@compiled
def _count_one(
    row: Any, sizes: Any, ids: Any, starts: Any, weight: Any, seen: Any, bags: Any, touched: Any, counts: Any
) -> None:  # pragma: no cover (compiled)
    """Fill in the counts of one gap; `seen`, `bags` and `touched` are room, clean before and after."""
    unit, body, low, high = row[0], row[1], row[2], row[3]
    near, far = _before(sizes, unit, low, _NARROW), _after(sizes, body, high, _NARROW)
    counts[0] = _flag(ids, starts[near], starts[unit], BEFORE, seen)
    counts[1] = _flag(ids, starts[body], starts[far], AFTER, seen)
    counts[2] = _also(ids, starts[near], starts[unit], BEFORE, AFTER, seen)
    held = _bag(ids, starts[_before(sizes, unit, low, _WIDE)], starts[unit], AHEAD, bags, touched, _NONE)
    held = _bag(ids, starts[body], starts[_after(sizes, body, high, _WIDE)], BEHIND, bags, touched, held)
    _compare(touched, held, bags, weight, counts)
    _beside(ids, starts[max(low, unit - BESIDE)], starts[unit], BEHIND, weight, seen, bags, counts, 6)
    _beside(ids, starts[body], starts[min(high, body + BESIDE)], AHEAD, weight, seen, bags, counts, 8)
    if row[4] >= 0:
        _head(ids, starts[row[4]], starts[row[4] + 1], weight, seen, bags, counts)
    if row[5] >= 0:
        _tail(row, sizes, ids, starts, seen, counts)
    if row[6] >= 0:
        _below(row, ids, starts, seen, counts)
    for place in range(held):
        word = touched[place]
        bags[word, AHEAD] = bags[word, BEHIND] = seen[word] = 0


@compiled
def _count(
    rows: Any, sizes: Any, ids: Any, starts: Any, weight: Any, seen: Any, bags: Any, touched: Any, counts: Any
) -> None:  # pragma: no cover (compiled)
    """Fill in the counts of all gaps, a row each."""
    for gap in range(len(rows)):
        _count_one(rows[gap], sizes, ids, starts, weight, seen, bags, touched, counts[gap])
