"""The fingerprints of a run's articles, from when they are signed to when duplicates are looked for."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from clean.flow.store import Store
from clean.similarity.candidates import Runs

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from clean.stages.dedupe import Fingerprints

ROWS = 1 << 16
"""Fingerprints written, or read, together: some 10 MB of keys of runs. Of a band they lie side by side: 256 KB."""


class Chunk(NamedTuple):
    """Where the bands of some fingerprints begin in the store, and of how many."""

    start: int
    rows: int


class Prints:
    """Fingerprints in rows, as they are added; the last of an article's counts.

    Two columns are large, the keys of bands and of runs, some 130 and 160 bytes an article of 400 words: beyond
    `memory` bytes each lies in a file without a name in the folder.
    """

    def __init__(self, folder: Path | None, memory: int) -> None:
        self._articles = array("I")
        self._words = array("I")
        self._exact = array("Q")  # two an article
        self._counts = array("I")  # of keys of runs
        self._runs = Store(folder, memory)
        self._bands = Store(folder, memory)
        self._chunks: list[Chunk] = []
        self._waiting: list[NDArray[np.uint32]] = []  # bands that are not stored yet

    def add(self, articles: Sequence[int], prints: Fingerprints) -> None:
        """The fingerprints of these articles."""
        self._articles.extend(articles)
        self._words.frombytes(prints.words.tobytes())
        self._exact.frombytes(prints.exact.tobytes())
        self._counts.frombytes(np.diff(prints.run_offsets).astype(np.uint32).tobytes())
        self._runs.append(prints.runs.tobytes())
        self._waiting.append(prints.bands)
        if sum(map(len, self._waiting)) >= ROWS:
            self._store_bands()

    def _store_bands(self) -> None:
        rows = np.concatenate(self._waiting)
        self._chunks.append(Chunk(self._bands.append(rows.T.tobytes()), len(rows)))
        self._waiting = []

    def missing(self, articles: int) -> NDArray[np.int64]:
        """Which of so many articles have none, in order."""
        signed = np.zeros(articles, dtype=bool)
        signed[np.asarray(self._articles, dtype=np.uint32)] = True
        return np.flatnonzero(~signed)

    def of(self, articles: int) -> Signed:
        """The fingerprints of so many articles, each of which has one."""
        if self._waiting:
            self._store_bands()
        owners = np.asarray(self._articles, dtype=np.uint32)
        rows = np.zeros(articles, dtype=np.uint32)
        rows[owners] = np.arange(len(owners), dtype=np.uint32)  # of several the last
        words, exact = np.asarray(self._words, dtype=np.uint32), np.asarray(self._exact, dtype=np.uint64)
        return Signed(words[rows], exact.reshape(-1, 2)[rows], self, rows)

    def band(self, number: int) -> NDArray[np.uint32]:
        """The key of a band of each row."""
        some = [self._bands.read(chunk.start + 4 * chunk.rows * number, 4 * chunk.rows) for chunk in self._chunks]
        return np.frombuffer(b"".join(some), dtype=np.uint32)

    def run_blocks(self) -> Iterator[tuple[int, Runs]]:
        """The keys of the runs of all rows, some rows at a time, each with the number of the first."""
        place = 0
        for first in range(0, len(self._counts), ROWS):
            counts = np.array(self._counts[first : first + ROWS], dtype=np.int64)
            size = 4 * int(counts.sum())
            owners = np.array(self._articles[first : first + ROWS], dtype=np.int64)
            yield first, Runs(owners, counts, np.frombuffer(self._runs.read(place, size), dtype=np.uint32))
            place += size

    def close(self) -> None:
        """Give the keys up."""
        self._runs.close()
        self._bands.close()


class Signed(NamedTuple):
    """The fingerprints of all articles, as `stages.dedupe` asks for them: `Keys`."""

    words: NDArray[np.uint32]
    exact: NDArray[np.uint64]
    prints: Prints
    rows: NDArray[np.uint32]  # the row of each article

    def band(self, number: int) -> NDArray[np.uint32]:
        """The key of a band of each article."""
        return self.prints.band(number)[self.rows]

    def run_blocks(self) -> Iterator[Runs]:
        """The keys of the runs of all articles, those of some at a time."""
        for first, block in self.prints.run_blocks():
            counting = self.rows[block.texts] == np.arange(first, first + len(block.texts))
            yield block if counting.all() else block.where(counting)
