"""Keys of runs of words, by which a text is found that stands within a longer one.

Banding finds texts with much in common relative to both; a brief within a long story has not. Winnowing (Schleimer,
Wilkerson and Aiken, SIGMOD 2003) keeps the least hash of every window of runs, here of nine tokens, so that two texts
that share `window + 8` tokens in a row share a key, whatever stands around it, and a text keeps some 2 of every
`window + 1` runs. Nine, as runs of three that have small hashes stand in thousands of texts ("one of the").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from clean.similarity.shingles import WEIGHTS, WIDTH, Shingles, mix

if TYPE_CHECKING:
    from numpy.typing import NDArray

REACH = 2 * WIDTH  # a run is three shingles side by side; the last begins so many tokens after the first
SPREAD = 0x9E3779B97F4A7C15  # the least of a window are small numbers; multiplied, their upper half is even again


def run_keys(of: Shingles, window: int) -> tuple[NDArray[np.uint32], NDArray[np.int64]]:
    """Keys of the texts' runs, `keys[offsets[i]:offsets[i + 1]]` for text i: one if it is shorter than a window."""
    runs = runs_of(of)
    counts = np.diff(runs.offsets)
    left = np.repeat(runs.offsets[1:], counts) - np.arange(len(runs.hashes))
    least = window_minima(runs.hashes, window)
    chosen = left >= window  # windows that end within their text
    chosen[1:] &= least[1:] != least[:-1]
    starts = runs.offsets[:-1][counts > 0]
    chosen[starts] = True
    short = counts[counts > 0] < window
    if short.any():
        least[starts[short]] = np.minimum.reduceat(runs.hashes, starts)[short]
    totals = np.zeros(len(chosen) + 1, dtype=np.int64)
    np.cumsum(chosen, out=totals[1:])
    return ((least[chosen] * np.uint64(SPREAD)) >> np.uint64(32)).astype(np.uint32), totals[runs.offsets]


def runs_of(of: Shingles) -> Shingles:
    """The hashes of the texts' runs of three shingles side by side; a text of fewer is one run."""
    counts = np.diff(of.offsets)
    left = np.repeat(of.offsets[1:], counts) - np.arange(len(of.hashes))
    padded = np.concatenate((of.hashes, np.zeros(REACH, dtype=np.uint64)))
    hashes = of.hashes * np.uint64(WEIGHTS[0])
    for weight, step in ((WEIGHTS[1], WIDTH), (WEIGHTS[2], REACH)):
        hashes += np.where(left > step, padded[step : step + len(hashes)], np.uint64(0)) * np.uint64(weight)
    whole = left > REACH
    whole[of.offsets[:-1][(counts > 0) & (counts <= REACH)]] = True
    offsets = np.zeros_like(of.offsets)
    np.cumsum(np.where(counts > REACH, counts - REACH, np.minimum(counts, 1)), out=offsets[1:])
    return Shingles(mix(hashes[whole]), offsets)


def window_minima(values: NDArray[np.uint64], window: int) -> NDArray[np.uint64]:
    """The least of each `window` values from a place on (of those there are, at the end), in log2(window) passes."""
    least = values.copy()
    width = 1
    while width < window:
        step = min(width, window - width)
        np.minimum(least[:-step], least[step:], out=least[:-step])
        width += step
    return least
