"""What is kept of each text to find those like it: made by numpy, or by compiled code where there is much of it."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from clean.similarity.minhash import minima
from clean.similarity.runs import run_keys
from clean.similarity.shingles import exact_keys, shingles, tokens

if TYPE_CHECKING:
    from numpy.typing import NDArray

# Characters from which it pays to compile, which takes 10 s of the processor, once on a machine: without, a run takes
# 296 ms/MB in place of 121. To load what was compiled takes .7 s, half of it while other processes wait.
COMPILED_FROM = 50_000_000
LOADED_FROM = 10_000_000


def compiled_pays(characters: int) -> bool:
    """Whether compiled code pays for so many characters: for fewer where an earlier run kept it."""
    return characters >= COMPILED_FROM or (characters >= LOADED_FROM and _is_kept())


def _is_kept() -> bool:
    """Whether compiled code, not older than its source, lies beside it: to ask numba would be to load it.

    In another folder (`NUMBA_CACHE_DIR`) it is not looked for.
    """
    source = Path(__file__).with_name("kernel.py")
    version = f"{sys.version_info.major}{sys.version_info.minor}"
    kept = source.with_name("__pycache__").glob(f"kernel._sketch-*.py{version}*.nbi")
    return any(file.stat().st_mtime > source.stat().st_mtime for file in kept)


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
