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

if TYPE_CHECKING:
    from numpy.typing import NDArray

# A group of up to ANCHORS + 1 texts is compared pair by pair: clusters of 2 to 17 are nearly all there are in news.
ANCHORS = 16
NEIGHBOURS = 16


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


def band_pairs(keys: NDArray[np.uint32]) -> NDArray[np.int64]:
    """Pairs, int64[k, 2] in order, of texts that have the key of a band in common; `keys` is uint32[n, bands]."""
    pairs = np.zeros(0, dtype=np.int64)
    for band in range(keys.shape[1]):
        pairs = np.union1d(pairs, _pairs_of(keys, band))
    return np.stack((pairs // max(len(keys), 1), pairs % max(len(keys), 1)), axis=1)


def _pairs_of(keys: NDArray[np.uint32], band: int) -> NDArray[np.int64]:
    """The pairs of one band, each as `better * n + worse`."""
    column = keys[:, band]
    order = np.argsort(column, kind="stable")
    member, start, size = _groups(column[order], order)
    anchored = _anchored(member, start, ANCHORS, len(keys))
    hot = size > ANCHORS + 1
    if not hot.any():
        return anchored
    following = [keys[member[hot], (band + step) % keys.shape[1]] for step in (3, 2, 1, 0)]
    crowd = member[hot][np.lexsort(following)]
    near = [_coded(crowd[:-step], crowd[step:], len(keys)) for step in range(1, NEIGHBOURS + 1)]
    return np.concatenate((anchored, *near))


def _groups(keys: NDArray[np.uint32], member: NDArray[np.int64]) -> tuple[NDArray[np.int64], ...]:
    """Of sorted keys and their texts, those that are not alone: text, place of the group's first, size of the group."""
    fresh = np.ones(len(keys), dtype=bool)
    fresh[1:] = keys[1:] != keys[:-1]
    first = np.flatnonzero(fresh)
    sizes = np.diff(np.append(first, len(keys)))
    many = np.repeat(sizes > 1, sizes)
    sizes = sizes[sizes > 1]
    start = np.repeat(np.cumsum(sizes) - sizes, sizes)
    return member[many], start, np.repeat(sizes, sizes)


def _anchored(member: NDArray[np.int64], start: NDArray[np.int64], anchors: int, count: int) -> NDArray[np.int64]:
    """Each member with the first `anchors` of its group that stand before it."""
    place = np.arange(len(member)) - start
    parts = [np.zeros(0, dtype=np.int64)]
    for anchor in range(anchors):
        later = place > anchor
        if not later.any():
            break
        parts.append(_coded(member[start[later] + anchor], member[later], count))
    return np.concatenate(parts)


def _coded(left: NDArray[np.int64], right: NDArray[np.int64], count: int) -> NDArray[np.int64]:
    return np.minimum(left, right) * count + np.maximum(left, right)


def run_pairs(keys: NDArray[np.uint32], offsets: NDArray[np.int64], share: float) -> NDArray[np.int64]:
    """Pairs, int64[k, 2] in order, of texts with at least `share` of the shorter list of run keys in common.

    `keys[offsets[i]:offsets[i + 1]]` are those of text i. A key shared by many counts for the best of its texts alone.
    """
    count = len(offsets) - 1
    text = np.repeat(np.arange(count), np.diff(offsets))
    order = np.argsort(keys, kind="stable")
    member, start, _ = _groups(keys[order], text[order])
    pairs, common = np.unique(_anchored(member, start, ANCHORS, count), return_counts=True)
    better, worse = pairs // max(count, 1), pairs % max(count, 1)
    held = np.diff(offsets)
    enough = (better != worse) & (common >= share * np.minimum(held[better], held[worse]))
    return np.stack((better[enough], worse[enough]), axis=1)
