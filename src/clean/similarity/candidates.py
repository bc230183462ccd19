"""Pairs of texts worth comparing: those with an equal key, of a band or of a run of words.

Texts are numbered by rank, the preferred survivor first, and a pair is `(better, worse)`. Keys are sorted, a band at a
time, and equal ones stand in a row, which is far cheaper than a table of sets (`docs/design.md`). The number of pairs
is bounded by the number of keys, however many share one: members of a group are paired with its `ANCHORS` best and
with their `NEIGHBOURS` next when the group is sorted by the keys of the following bands, that is with those that have
more in common than the group has.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

import numpy as np

from clean.engines.serial import Spread
from clean.similarity.shingles import distinct

if TYPE_CHECKING:
    from numpy.typing import NDArray

# A group of up to ANCHORS + 1 texts is compared pair by pair: clusters of 2 to 17 are nearly all there are in news.
ANCHORS = 16
# Anchors that a text has from all crowds, groups of more. The copies of one text have the same ones in every band; a
# filling of a template has others in each of 32, and would be compared with more the larger the crowd is.
CROWDED = 64
NEIGHBOURS = 2  # a band: near duplicates of a bucket of thousands stand side by side in most of the 32 orders
MERGE_FROM = 1 << 22  # pairs that are held before they are sorted into those known: 32 MB
# Keys of runs that are sorted at a time, perhaps by another process, of a part of all the values that keys have: 32 MB,
# and some 100 while their groups are found. Each part reads all keys once more, 3 ns a key.
PART = 1 << 22


class Runs(NamedTuple):
    """Keys of runs of some texts: the first `counts[0]` of `keys` are those of text `texts[0]`, and so on."""

    texts: NDArray[np.int64]
    counts: NDArray[np.int64]
    keys: NDArray[np.uint32]

    def where(self, wanted: NDArray[np.bool_]) -> Runs:
        """Those of some of the texts."""
        return Runs(self.texts[wanted], self.counts[wanted], self.keys[np.repeat(wanted, self.counts)])


class Keys(Protocol):
    """Keys of texts, wherever they lie: of many texts they are more than should be in memory at once."""

    @property
    def words(self) -> NDArray[np.uint32]:
        """How many tokens each text has."""

    def band(self, number: int) -> NDArray[np.uint32]:
        """The key of a band of each text."""

    def run_blocks(self) -> Iterator[Runs]:
        """The keys of the runs of all texts, those of some at a time, in the same order each time."""


class Chosen(NamedTuple):
    """The keys of some texts of all, numbered in the order in which these are given."""

    keys: Keys
    texts: NDArray[np.int64]

    @property
    def words(self) -> NDArray[np.uint32]:
        """How many tokens each text has."""
        return self.keys.words[self.texts]

    def band(self, number: int) -> NDArray[np.uint32]:
        """The key of a band of each text."""
        return self.keys.band(number)[self.texts]

    def run_blocks(self) -> Iterator[Runs]:
        """The keys of the runs of all texts, those of some at a time."""
        number = np.full(len(self.keys.words), -1, dtype=np.int64)
        number[self.texts] = np.arange(len(self.texts))
        for block in self.keys.run_blocks():
            mine = block._replace(texts=number[block.texts])
            yield mine if mine.texts.min(initial=0) >= 0 else mine.where(mine.texts >= 0)


def band_keys(signatures: NDArray[np.uint32], bands: int) -> NDArray[np.uint32]:
    """A key for each band of consecutive signature values, uint32[n, bands]; what bands leave over is not used.

    32 bits: among a million texts a band has a hundred pairs with equal keys by chance, and every pair is verified.
    """
    rows = signatures.shape[1] // bands
    keys = np.zeros((len(signatures), bands), dtype=np.uint64)
    for row in range(rows):
        keys ^= signatures[:, row : bands * rows : rows]
        keys *= np.uint64(0x9E3779B97F4A7C15)  # golden ratio, odd: no two states collide
        keys ^= keys >> np.uint64(29)
    return (keys >> np.uint64(32)).astype(np.uint32)


def found_share(similarity: float, bands: int, rows: int) -> float:
    """The share of pairs of a Jaccard similarity that have a band in common (the S-curve)."""
    return 1.0 - (1.0 - similarity**rows) ** bands


def candidate_pairs(keys: Keys, bands: int, share: float, spread: Spread = map) -> NDArray[np.int64]:
    """Pairs, int64[k, 2] in order, of texts with the key of one of so many bands, or `share` of the run keys, in
    common.
    """
    pairs = distinct(np.concatenate((band_pairs(keys, bands), run_pairs(keys, share, spread))))
    return np.stack(np.divmod(pairs, max(len(keys.words), 1)), axis=1)


def band_pairs(keys: Keys, bands: int) -> NDArray[np.int64]:
    """Pairs of texts that have the key of a band in common, as `better * n + worse`."""
    pairs = np.zeros(0, dtype=np.int64)
    fresh: list[NDArray[np.int64]] = []
    held = np.zeros(len(keys.words), dtype=np.int64)  # anchors of crowds that a text has
    for band in range(bands):
        fresh.append(_pairs_of(keys, band, bands, held))
        if band + 1 == bands or sum(map(len, fresh)) > len(pairs) + MERGE_FROM:
            pairs = distinct(np.concatenate((pairs, *fresh)))
            fresh = []
    return pairs


def run_pairs(keys: Keys, share: float, spread: Spread = map) -> NDArray[np.int64]:
    """Pairs of texts with at least `share` of the shorter list of run keys in common, as `better * n + worse`.

    A key shared by many counts for the best of its texts alone.
    """
    count = len(keys.words)
    held = np.zeros(count, dtype=np.int64)
    for block in keys.run_blocks():
        held[block.texts] = block.counts
    sharers = _sharers(keys, held, spread)

    def found(texts: tuple[int, int]) -> NDArray[np.int64]:
        shared = np.sort(sharers.pairs(*texts))
        pairs = distinct(shared)
        common = np.diff(np.append(np.searchsorted(shared, pairs), len(shared)))
        better, worse = np.divmod(pairs, count)
        enough = (better != worse) & (common >= share * np.minimum(held[better], held[worse]))
        strong: NDArray[np.int64] = pairs[enough]
        return strong

    return np.sort(np.concatenate([np.zeros(0, dtype=np.int64), *spread(found, list(sharers.slices()))]))


class _Sharers(NamedTuple):
    """Texts with equal run keys, group after group, the better first: text, how many of its group stand before it.

    `work` is how many pairs each text is the worse of. Pairs are many times as many as texts, and counted for some
    texts at a time.
    """

    member: NDArray[np.uint32]
    place: NDArray[np.uint32]
    work: NDArray[np.int64]

    def slices(self) -> Iterator[tuple[int, int]]:
        """Texts, from the first to before the last of some, with `MERGE_FROM` pairs or a little more."""
        done = np.cumsum(self.work)
        first = 0
        while first < len(done):
            before = int(done[first - 1]) if first else 0
            last = int(np.searchsorted(done, before + MERGE_FROM)) + 1
            yield first, min(last, len(done))
            first = last

    def pairs(self, first: int, last: int) -> NDArray[np.int64]:
        """The pairs of which these texts are the worse, once for each key that two have in common."""
        rows = np.flatnonzero((self.place > 0) & (self.member >= first) & (self.member < last))
        return _anchored(self.member, rows, self.place[rows].astype(np.int64), len(self.work))


def _sharers(keys: Keys, held: NDArray[np.int64], spread: Spread) -> _Sharers:
    """The texts that share run keys; `held` is how many keys each text has."""
    members, places = array("I"), array("I")
    work = np.zeros(len(held), dtype=np.int64)
    parts = 1 + int(held.sum()) // PART
    for member, place in spread(partial(_sharers_of, keys, parts), range(parts)):
        np.add.at(work, member, np.minimum(place, ANCHORS))
        members.frombytes(member.tobytes())
        places.frombytes(place.tobytes())
    return _Sharers(np.asarray(members, dtype=np.uint32), np.asarray(places, dtype=np.uint32), work)


def _sharers_of(keys: Keys, parts: int, part: int) -> tuple[NDArray[np.uint32], NDArray[np.uint32]]:
    """The texts that share run keys of a part of all values, and how many of its group stand before each."""
    low, high = (part << 32) // parts, ((part + 1) << 32) // parts - 1
    packed = [np.zeros(0, dtype=np.uint64)]
    for block in keys.run_blocks():
        texts, wanted = np.repeat(block.texts, block.counts), (block.keys >= low) & (block.keys <= high)
        packed.append(_packed(block.keys[wanted], texts[wanted]))
    member, start, _ = _groups(np.concatenate(packed))
    return member.astype(np.uint32), (np.arange(len(member)) - start).astype(np.uint32)


def _pairs_of(keys: Keys, band: int, bands: int, held: NDArray[np.int64]) -> NDArray[np.int64]:
    """The pairs of one band; counts in `held` what texts have from its crowds."""
    member, start, size = _groups(_packed(keys.band(band), np.arange(len(held))))
    hot = size > ANCHORS + 1
    rows = np.flatnonzero(~hot | (held[member] < CROWDED))
    anchored = _anchored(member, rows, rows - start[rows], len(held))
    if not hot.any():
        return anchored
    held[member[hot]] += ANCHORS
    following: list[NDArray[Any]] = [keys.band((band + step) % bands)[member[hot]] for step in (3, 2, 1)]
    order = np.lexsort([*following, start[hot]])
    crowd, group = member[hot][order], start[hot][order]
    near = [anchored]
    for step in range(1, NEIGHBOURS + 1):
        within = group[:-step] == group[step:]
        near.append(_coded(crowd[:-step][within], crowd[step:][within], len(held)))
    return np.concatenate(near)


def _packed(keys: NDArray[np.uint32], texts: NDArray[np.int64]) -> NDArray[np.uint64]:
    """Keys with the texts that have them, as numbers that sort by key and then by text."""
    packed = keys.astype(np.uint64)
    packed <<= np.uint64(32)
    packed |= texts.astype(np.uint64)
    return packed


def _groups(packed: NDArray[np.uint64]) -> tuple[NDArray[np.int64], ...]:
    """Texts with equal keys, group after group: text, place of the group's first, size of the group."""
    packed.sort()  # far faster than an argsort
    key = packed >> np.uint64(32)
    fresh = np.ones(len(key), dtype=bool)
    fresh[1:] = key[1:] != key[:-1]
    sizes = np.diff(np.append(np.flatnonzero(fresh), len(key)))
    many = np.repeat(sizes > 1, sizes)
    sizes = sizes[sizes > 1]
    start = np.repeat(np.cumsum(sizes) - sizes, sizes)
    return (packed[many] & np.uint64(0xFFFFFFFF)).astype(np.int64), start, np.repeat(sizes, sizes)


def _anchored(member: NDArray[Any], rows: NDArray[np.int64], place: NDArray[np.int64], count: int) -> NDArray[np.int64]:
    """The members of these rows, so many of whose group stand before each, with the first `ANCHORS` of these."""
    parts = [np.zeros(0, dtype=np.int64)]
    for anchor in range(ANCHORS):
        later = place > anchor
        if not later.any():
            break
        rows, place = rows[later], place[later]
        better, worse = member[rows - place + anchor], member[rows]
        parts.append(_coded(better.astype(np.int64, copy=False), worse.astype(np.int64, copy=False), count))
    return np.concatenate(parts)


def _coded(one: NDArray[np.int64], other: NDArray[np.int64], count: int) -> NDArray[np.int64]:
    return np.minimum(one, other) * count + np.maximum(one, other)
