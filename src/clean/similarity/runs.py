"""Keys of runs of words, by which a text is found that stands within a longer one.

Banding finds texts with much in common relative to both; a brief within a long story has not. Winnowing (Schleimer,
Wilkerson and Aiken, SIGMOD 2003) keeps the least hash of every window of shingles, so that two texts that share a run
of `window + 2` words share a key, whatever stands around it, and a text keeps some 2 of every `window + 1` shingles.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from clean.similarity.shingles import Shingles

SPREAD = 0x9E3779B97F4A7C15  # the least of a window are small numbers; multiplied, their upper half is even again


def run_keys(of: Shingles, window: int) -> tuple[NDArray[np.uint32], NDArray[np.int64]]:
    """Keys of the texts' runs, `keys[offsets[i]:offsets[i + 1]]` for text i: one if it is shorter than a window."""
    counts = np.diff(of.offsets)
    left = np.repeat(of.offsets[1:], counts) - np.arange(len(of.hashes))
    least = window_minima(of.hashes, window)
    starts = of.offsets[:-1][counts > 0]
    chosen = left >= window  # windows that end within their text
    chosen[1:] &= least[1:] != least[:-1]
    chosen[starts] = True
    short = (counts > 0) & (counts < window)
    if short.any():
        first = of.offsets[:-1][counts > 0]
        least[of.offsets[:-1][short]] = np.minimum.reduceat(of.hashes, first)[short[counts > 0]]
    totals = np.zeros(len(chosen) + 1, dtype=np.int64)
    np.cumsum(chosen, out=totals[1:])
    return ((least[chosen] * np.uint64(SPREAD)) >> np.uint64(32)).astype(np.uint32), totals[of.offsets]


def window_minima(values: NDArray[np.uint64], window: int) -> NDArray[np.uint64]:
    """The least of each `window` values from a place on (of those there are, at the end), in log2(window) passes."""
    least = values.copy()
    width = 1
    while width < window:
        step = min(width, window - width)
        np.minimum(least[:-step], least[step:], out=least[:-step]) if step < len(least) else None
        width += step
    return least
