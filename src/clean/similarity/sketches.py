"""What is kept of each text to find those like it: made by numpy, or by compiled code where there is much of it."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from clean.similarity.minhash import minima
from clean.similarity.runs import run_keys
from clean.similarity.shingles import exact_keys, shingles, tokens

if TYPE_CHECKING:
    from numpy.typing import NDArray

# Characters from which compiled code pays: numpy does 18 MB/s, numba 150 after 0.5 s to load it (20 s to compile it,
# once on a machine).
COMPILED_FROM = 50_000_000


def is_loaded() -> bool:
    """Whether the compiled code is there already, so that using it costs nothing: both ways give the same bits."""
    return "clean.similarity.kernel" in sys.modules


@dataclass(frozen=True, slots=True)
class Sketches:
    """Keys of n texts.

    `signatures` uint32[n, 128]: MinHash, datasketch's `affine32`; `exact` uint64[n, 2]: of the folded token sequence;
    `words` uint32[n]: its length; `runs` uint32: keys of runs of words, text i having
    `runs[run_offsets[i]:run_offsets[i + 1]]`.
    """

    signatures: NDArray[np.uint32]
    exact: NDArray[np.uint64]
    words: NDArray[np.uint32]
    runs: NDArray[np.uint32]
    run_offsets: NDArray[np.int64]


def sketch(texts: Sequence[str], window: int, compiled: bool = False) -> Sketches:
    """The sketches of texts, all worked at once: give some MB at a time. Both ways give the same bits."""
    if compiled:
        from clean.similarity import kernel

        return Sketches(*kernel.sketch(*kernel.pack(texts), window))
    tokenised = tokens(texts)
    shingled = shingles(tokenised)
    words = np.diff(tokenised.offsets).astype(np.uint32)
    return Sketches(minima(shingled), exact_keys(tokenised), words, *run_keys(shingled, window))
