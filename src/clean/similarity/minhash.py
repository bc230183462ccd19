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
