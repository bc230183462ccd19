"""How far words are compared around a gap where a story stands twice: no paragraph on one side with its copy on the
other, or the words of the two would be taken for those of one story.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from clean.stages.split.block.columns import PARAGRAPH, Column, Columns
from clean.stages.split.cohesion import lexical


class Run(NamedTuple):
    """Paragraphs in a row `[start, end)` that stand again so many paragraphs on; other units are not counted."""

    start: int
    end: int
    away: int


def kept_apart(units: Columns, k: Column, low: Column, high: Column) -> tuple[Column, Column]:
    """The part of the units `[low, high)` around the gap before each unit that has no paragraph on both sides.

    Of paragraphs in a row that stand on both sides, those nearer to the gap stay: what is farther is another story's
    copy. Where they are as near, as those of a dump right below itself, half of them stay on either side.
    """
    plain = np.flatnonzero(~units.light[: units.count] & (units.size[: units.count] > PARAGRAPH))
    low, high = low.copy(), high.copy()
    gap, begin, end = (np.searchsorted(plain, edge) for edge in (k, low, high))
    for run in _runs(plain, units.copied):
        near = slice(*np.searchsorted(gap, (run.start + 1, run.end + run.away)))
        first = np.maximum(np.maximum(run.start, gap[near] - run.away), begin[near])
        last = np.minimum(np.minimum(run.end, gap[near]), end[near] - run.away)
        above, below = gap[near] - last, first + run.away - gap[near]
        middle = np.where(above < below, first, np.where(above > below, last, (first + last) // 2))
        cut = (first < middle) & (first < last)
        low[near][cut] = np.maximum(low[near], plain[middle - 1] + 1)[cut]
        cut = (middle < last) & (first < last)
        high[near][cut] = np.minimum(high[near], plain[np.minimum(middle + run.away, len(plain) - 1)])[cut]
    return low, high


def _runs(plain: Column, copied: Column) -> Iterator[Run]:
    """The runs of the paragraphs `plain` that stand again where a gap between has both in reach."""
    source = copied[plain]
    again = np.flatnonzero((source >= 0) & (plain - source < 2 * lexical.MAX_UNITS))
    if not len(again):
        return
    first = np.searchsorted(plain, source[again])
    edges = np.flatnonzero((np.diff(again) > 1) | (np.diff(first) != 1)) + 1
    for begin, end in pairwise([0, *edges.tolist(), len(again)]):
        yield Run(int(first[begin]), int(first[end - 1]) + 1, int(again[begin] - first[begin]))
