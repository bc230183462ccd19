"""Pairs of texts worth comparing: those with an equal key, of a band or of a run of words.

Texts are numbered by rank, the preferred survivor first, and a pair is `(better, worse)`. Keys are sorted, a band at a
time, and equal ones stand in a row, which is far cheaper than a table of sets (`docs/design.md`). The number of pairs
is bounded by the number of keys, however many share one: members of a group are paired with its `ANCHORS` best and
with their `NEIGHBOURS` next when the group is sorted by the keys of the following bands, that is with those that have
more in common than the group has.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

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


def candidate_pairs(
    bands: NDArray[np.uint32], runs: NDArray[np.uint32], offsets: NDArray[np.int64], share: float
) -> NDArray[np.int64]:
    """Pairs, int64[k, 2] in order, of texts with the key of a band, or `share` of the run keys, in common.

    `bands` is uint32[n, bands]; `runs[offsets[i]:offsets[i + 1]]` are the run keys of text i.
    """
    pairs = distinct(np.concatenate((band_pairs(bands), run_pairs(runs, offsets, share))))
    return np.stack(np.divmod(pairs, max(len(bands), 1)), axis=1)


def band_pairs(keys: NDArray[np.uint32]) -> NDArray[np.int64]:
    """Pairs of texts that have the key of a band in common, as `better * n + worse`; `keys` is uint32[n, bands]."""
    pairs = np.zeros(0, dtype=np.int64)
    fresh: list[NDArray[np.int64]] = []
    held = np.zeros(len(keys), dtype=np.int64)  # anchors of crowds that a text has
    for band in range(keys.shape[1]):
        fresh.append(_pairs_of(keys, band, held))
        if band + 1 == keys.shape[1] or sum(map(len, fresh)) > len(pairs) + MERGE_FROM:
            pairs = distinct(np.concatenate((pairs, *fresh)))
            fresh = []
    return pairs


def run_pairs(keys: NDArray[np.uint32], offsets: NDArray[np.int64], share: float) -> NDArray[np.int64]:
    """Pairs of texts with at least `share` of the shorter list of run keys in common, as `better * n + worse`.

    A key shared by many counts for the best of its texts alone.
    """
    count = len(offsets) - 1
    member, start, _ = _groups(keys, np.repeat(np.arange(count), np.diff(offsets)))
    shared = np.sort(_anchored(member, start, count))
    pairs = distinct(shared)
    common = np.diff(np.append(np.searchsorted(shared, pairs), len(shared)))
    better, worse = np.divmod(pairs, max(count, 1))
    held = np.diff(offsets)
    enough: NDArray[np.bool_] = (better != worse) & (common >= share * np.minimum(held[better], held[worse]))
    return pairs[enough]


def _pairs_of(keys: NDArray[np.uint32], band: int, held: NDArray[np.int64]) -> NDArray[np.int64]:
    """The pairs of one band; counts in `held` what texts have from its crowds."""
    member, start, size = _groups(keys[:, band], np.arange(len(keys)))
    hot = size > ANCHORS + 1
    anchored = _anchored(member, start, len(keys), ~hot | (held[member] < CROWDED))
    if not hot.any():
        return anchored
    held[member[hot]] += ANCHORS
    following = [keys[member[hot], (band + step) % keys.shape[1]] for step in (3, 2, 1)]
    order = np.lexsort([*following, start[hot]])
    crowd, group = member[hot][order], start[hot][order]
    near = [anchored]
    for step in range(1, NEIGHBOURS + 1):
        within = group[:-step] == group[step:]
        near.append(_coded(crowd[:-step][within], crowd[step:][within], len(keys)))
    return np.concatenate(near)


def _groups(keys: NDArray[np.uint32], texts: NDArray[np.int64]) -> tuple[NDArray[np.int64], ...]:
    """Texts with equal keys, group after group: text, place of the group's first, size of the group."""
    packed = np.sort((keys.astype(np.uint64) << np.uint64(32)) | texts.astype(np.uint64))  # far faster than an argsort
    key = packed >> np.uint64(32)
    fresh = np.ones(len(key), dtype=bool)
    fresh[1:] = key[1:] != key[:-1]
    sizes = np.diff(np.append(np.flatnonzero(fresh), len(key)))
    many = np.repeat(sizes > 1, sizes)
    sizes = sizes[sizes > 1]
    start = np.repeat(np.cumsum(sizes) - sizes, sizes)
    return (packed[many] & np.uint64(0xFFFFFFFF)).astype(np.int64), start, np.repeat(sizes, sizes)


def _anchored(
    member: NDArray[np.int64], start: NDArray[np.int64], count: int, wanted: NDArray[np.bool_] | None = None
) -> NDArray[np.int64]:
    """Each member, or each that is wanted, with the first `ANCHORS` of its group that stand before it."""
    place = np.arange(len(member)) - start
    if wanted is not None:
        place[~wanted] = 0
    parts = [np.zeros(0, dtype=np.int64)]
    for anchor in range(ANCHORS):
        later = place > anchor
        if not later.any():
            break
        parts.append(_coded(member[start[later] + anchor], member[later], count))
    return np.concatenate(parts)


def _coded(one: NDArray[np.int64], other: NDArray[np.int64], count: int) -> NDArray[np.int64]:
    return np.minimum(one, other) * count + np.maximum(one, other)
