"""MinHash signatures in datasketch's `affine32` scheme, bit for bit, without importing datasketch (0.6 s, for scipy).

A signature's value k is the least `a[k] * fmix32(h) + b[k]` modulo 2**32 over the 32-bit hashes h of a text's shingles.
datasketch draws a and b from numpy's legacy generator, seeded with 1, whose stream numpy keeps stable (NEP 19). So a
signature loads into any datasketch index as `MinHash(hashvalues=signature, scheme="affine32")`.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from clean.similarity.shingles import Shingles

VALUES = 128  # datasketch's default
SEED = 1  # datasketch's default
EMPTY = 0xFFFFFFFF  # every value of a text without shingles
FMIX = (0x85EBCA6B, 0xC2B2AE35)
PIECE = 2048  # shingles at a time: 1 MB of products, which stays in a second-level cache


@cache
def permutations() -> tuple[NDArray[np.uint32], NDArray[np.uint32]]:
    """Factors (odd) and summands of the `VALUES` permutations, as `datasketch.MinHash(seed=1)` has them."""
    generator = np.random.RandomState(SEED)
    factors = generator.randint(0, 1 << 31, VALUES, dtype=np.uint32) * np.uint32(2) + np.uint32(1)
    return factors, generator.randint(0, 1 << 32, VALUES, dtype=np.uint32)


def fmix(hashes: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """The 32-bit finaliser of MurmurHash3, datasketch's pre-mix."""
    hashes = (hashes ^ (hashes >> np.uint32(16))) * np.uint32(FMIX[0])
    hashes = (hashes ^ (hashes >> np.uint32(13))) * np.uint32(FMIX[1])
    return hashes ^ (hashes >> np.uint32(16))


def minima(of: Shingles) -> NDArray[np.uint32]:
    """The signatures, uint32[n, VALUES], of texts."""
    signatures = np.full((len(of), VALUES), EMPTY, dtype=np.uint32)
    factors, summands = permutations()
    mixed = fmix((of.hashes >> np.uint64(32)).astype(np.uint32))
    filled = np.flatnonzero(np.diff(of.offsets))
    starts = of.offsets[filled]
    for begin in range(0, len(mixed), PIECE):
        products = np.multiply.outer(mixed[begin : begin + PIECE], factors)
        products += summands
        low = int(np.searchsorted(starts, begin, side="right")) - 1
        high = int(np.searchsorted(starts, begin + len(products), side="left"))
        cuts = np.maximum(starts[low:high] - begin, 0)
        rows = filled[low:high]
        signatures[rows] = np.minimum(signatures[rows], np.minimum.reduceat(products, cuts, axis=0))
    return signatures
