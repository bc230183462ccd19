"""The keys of articles: what the corpus step needs of each, in columns that can be made anywhere and joined."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import numpy as np

from clean.settings import Dedupe
from clean.similarity import candidates
from clean.similarity.candidates import Runs, band_keys
from clean.similarity.sketches import compiled_pays, is_loaded, sketch

if TYPE_CHECKING:
    from numpy.typing import NDArray

PIECE = 250_000  # characters worked at a time: the columns of as many stay in a cache of some MB


@dataclass(frozen=True, slots=True)
class Fingerprints:
    """Keys of n bodies.

    `bands` uint32[n, bands]: a key a band of the MinHash signature; `exact` uint64[n, 2]: of the folded token
    sequence; `words` uint32[n]: its length; `runs` uint32: keys of runs of words, body i having
    `runs[run_offsets[i]:run_offsets[i + 1]]`.
    """

    bands: NDArray[np.uint32]
    exact: NDArray[np.uint64]
    words: NDArray[np.uint32]
    runs: NDArray[np.uint32]
    run_offsets: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.words)

    def band(self, number: int) -> NDArray[np.uint32]:
        """The key of a band of each body."""
        return self.bands[:, number]

    def run_blocks(self) -> Iterator[Runs]:
        """The keys of the runs of all bodies."""
        yield Runs(np.arange(len(self)), np.diff(self.run_offsets), self.runs)


class Keys(candidates.Keys, Protocol):
    """Fingerprints of bodies, wherever they lie, as the corpus step asks for them."""

    @property
    def exact(self) -> NDArray[np.uint64]:
        """A key of each body's token sequence, uint64[n, 2]."""


def sign(bodies: Sequence[str], settings: Dedupe, compiled: bool | None = None) -> Fingerprints:
    """The fingerprints of bodies (without headline, dateline, boilerplate), the same in whatever batches.

    `compiled` says whether to use numba; by default, when it is loaded, or these bodies alone are worth it.
    """
    if compiled is None:
        compiled = is_loaded() or compiled_pays(sum(map(len, bodies)))
    return join([_sign(piece, settings, compiled) for piece in _pieces(bodies)], settings)


def join(parts: Iterable[Fingerprints], settings: Dedupe) -> Fingerprints:
    """Fingerprints of one batch after the other."""
    parts = [_sign([], settings), *parts]
    lengths = np.concatenate([np.diff(part.run_offsets) for part in parts])
    return Fingerprints(
        np.concatenate([part.bands for part in parts]),
        np.concatenate([part.exact for part in parts]),
        np.concatenate([part.words for part in parts]),
        np.concatenate([part.runs for part in parts]),
        np.concatenate((np.zeros(1, dtype=np.int64), np.cumsum(lengths))),
    )


def _sign(bodies: Sequence[str], settings: Dedupe, compiled: bool = False) -> Fingerprints:
    made = sketch(bodies, settings.window, compiled)
    return Fingerprints(band_keys(made.signatures, settings.bands), made.exact, made.words, made.runs, made.run_offsets)


def _pieces(bodies: Sequence[str]) -> Iterable[Sequence[str]]:
    """Consecutive bodies of some `PIECE` characters."""
    begin = size = 0
    for place, body in enumerate(bodies):
        size += len(body)
        if size > PIECE:
            yield bodies[begin : place + 1]
            begin, size = place + 1, 0
    if begin < len(bodies):
        yield bodies[begin:]
