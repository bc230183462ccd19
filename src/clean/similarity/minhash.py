"""MinHash signatures in datasketch's `affine32` scheme, bit for bit, without importing datasketch (0.6 s, for scipy).

A signature's value k is the least `a[k] * fmix32(h) + b[k]` modulo 2**32 over the 32-bit hashes h of a text's shingles.
datasketch draws a and b from numpy's legacy generator, seeded with 1, whose stream numpy keeps stable (NEP 19). So a
signature loads into any datasketch index as `MinHash(hashvalues=signature, scheme="affine32")`.
"""

from __future__ import annotations

from functools import cache
from random import Random
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from clean.similarity.shingles import Shingles

VALUES = 128  # datasketch's default
SEED = 1  # datasketch's default
STATE = 624  # words of a Mersenne Twister
EMPTY = 0xFFFFFFFF  # every value of a text without shingles
FMIX = (0x85EBCA6B, 0xC2B2AE35)


@cache
def permutations() -> tuple[NDArray[np.uint32], NDArray[np.uint32]]:
    """Factors (odd) and summands of the `VALUES` permutations, as `datasketch.MinHash(seed=1)` has them."""
    drawn = np.array(_draws(2 * VALUES), dtype=np.uint32).reshape(2, VALUES)
    return drawn[0] * np.uint32(2) + np.uint32(1), drawn[1]


def _draws(count: int) -> list[int]:
    """What `numpy.random.RandomState(SEED)` draws first, 32 bits each, without its import (14 ms).

    Both have the Mersenne Twister; Python's does not seed it with a number as Matsumoto and Nishimura's `init_genrand`.
    """
    state = [SEED]
    for place in range(1, STATE):
        state.append((1812433253 * (state[-1] ^ state[-1] >> 30) + place) & EMPTY)
    generator = Random()  # noqa: S311  its draws are known: that is what is wanted
    generator.setstate((3, (*state, STATE), None))
    return [generator.getrandbits(32) for _ in range(count)]


def fmix(hashes: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """The 32-bit finaliser of MurmurHash3, datasketch's pre-mix."""
    hashes = (hashes ^ (hashes >> np.uint32(16))) * np.uint32(FMIX[0])
    hashes = (hashes ^ (hashes >> np.uint32(13))) * np.uint32(FMIX[1])
    return hashes ^ (hashes >> np.uint32(16))


def minima(of: Shingles) -> NDArray[np.uint32]:
    """The signatures, uint32[n, VALUES], of texts: a value of all texts at a time, which is what numpy is fast at."""
    columns = np.full((VALUES, len(of)), EMPTY, dtype=np.uint32)
    filled = np.flatnonzero(np.diff(of.offsets))
    if len(filled):
        mixed = fmix((of.hashes >> np.uint64(32)).astype(np.uint32))
        products = np.empty_like(mixed)
        for value, (factor, summand) in enumerate(zip(*permutations(), strict=True)):
            np.multiply(mixed, factor, out=products)
            np.add(products, summand, out=products)
            columns[value, filled] = np.minimum.reduceat(products, of.offsets[filled])
    return np.ascontiguousarray(columns.T)
