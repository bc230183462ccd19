"""Exact Jaccard similarity and containment of pairs, from the whole shingle sets."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np

from clean.engines.serial import Spread
from clean.similarity.shingles import distinct, sets, shingles, tokens
from clean.similarity.sketches import is_loaded

if TYPE_CHECKING:
    from numpy.typing import NDArray

# Of the texts whose shingle sets are held at a time: these are 4 MB, what numpy makes them of 30 times as much. Some
# .05 s of compiled code, perhaps of another process.
WORDS = 500_000
# Pairs from which compiled code pays: numpy takes 0.1 ms a pair, numba 0.01 after 0.5 s to load it.
COMPILED_FROM = 30_000


def overlaps(
    pairs: NDArray[np.int64], words: NDArray[np.uint32], text_of: Callable[[int], str], spread: Spread = map
) -> NDArray[np.int64]:
    """For each pair of texts of so many words: shingles in common, of the first, and of the second; int64[k, 3]."""
    compiled = len(pairs) >= COMPILED_FROM or is_loaded()
    if compiled:
        _overlaps(pairs[:1], text_of, compiled)  # loads the code before there are other processes, which then have it
    blocks = _blocks(pairs, words)
    return np.concatenate([*spread(lambda number: _overlaps(blocks[number], text_of, compiled), range(len(blocks)))])


def _blocks(pairs: NDArray[np.int64], words: NDArray[np.uint32]) -> list[NDArray[np.int64]]:
    """Consecutive pairs whose texts, each taken once, have so many words as can be held."""
    if len(pairs) < 2 or int(words[distinct(pairs.ravel())].sum(dtype=np.int64)) <= WORDS:
        return [pairs]
    middle = len(pairs) // 2
    return [*_blocks(pairs[:middle], words), *_blocks(pairs[middle:], words)]


def _overlaps(pairs: NDArray[np.int64], text_of: Callable[[int], str], compiled: bool) -> NDArray[np.int64]:
    known = distinct(pairs.ravel())
    texts = [text_of(int(text)) for text in known]
    places = np.searchsorted(known, pairs)
    if compiled:
        from clean.similarity import kernel

        found: NDArray[np.int64] = kernel.common(places, *kernel.shingle_sets(*kernel.pack(texts)))
        return found
    of = sets(shingles(tokens(texts)))
    counts = np.zeros((len(pairs), 3), dtype=np.int64)
    for row, (left, right) in enumerate(places):
        common = len(np.intersect1d(of[left], of[right], assume_unique=True))
        counts[row] = common, len(of[left]), len(of[right])
    return counts


def jaccard(counts: NDArray[np.int64]) -> NDArray[np.float64]:
    """Jaccard similarity of pairs; 0 for texts without shingles."""
    either = counts[:, 1] + counts[:, 2] - counts[:, 0]
    shares: NDArray[np.float64] = counts[:, 0] / np.maximum(either, 1)
    return shares


def containment(counts: NDArray[np.int64]) -> NDArray[np.float64]:
    """The share of the smaller set that the larger holds; 0 for texts without shingles."""
    shares: NDArray[np.float64] = counts[:, 0] / np.maximum(np.minimum(counts[:, 1], counts[:, 2]), 1)
    return shares
