"""Candidates: nothing lost beyond the S-curve, nothing quadratic."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pytest
from datasketch import MinHash, MinHashLSH  # type: ignore[import-untyped]

from clean.similarity.candidates import (
    ANCHORS,
    CROWDED,
    NEIGHBOURS,
    Chosen,
    Runs,
    band_keys,
    band_pairs,
    candidate_pairs,
    found_share,
    run_pairs,
)
from clean.similarity.overlap import jaccard, overlaps
from clean.similarity.sketches import Sketches, sketch

if TYPE_CHECKING:
    from numpy.typing import NDArray

WORDS = np.array([f"word{number}" for number in range(3000)])


def texts_of(chance: np.random.Generator, count: int, length: int = 80) -> list[list[str]]:
    return [chance.choice(WORDS, length).tolist() for _ in range(count)]


@dataclass(frozen=True)
class Held:
    """Keys in memory, the run keys of some texts at a time."""

    bands: NDArray[np.uint32]
    runs: NDArray[np.uint32]
    offsets: NDArray[np.int64]
    at_once: int = 1000

    @classmethod
    def of(cls, made: Sketches, at_once: int = 1000) -> Held:
        return cls(band_keys(made.signatures, 32), made.runs, made.run_offsets, at_once)

    @property
    def words(self) -> NDArray[np.uint32]:
        return np.zeros(len(self.bands), np.uint32)

    def band(self, number: int) -> NDArray[np.uint32]:
        return self.bands[:, number]

    def run_blocks(self) -> Iterator[Runs]:
        for first in range(0, len(self.bands), self.at_once):
            offsets = self.offsets[first : first + self.at_once + 1]
            yield Runs(
                np.arange(first, first + len(offsets) - 1), np.diff(offsets), self.runs[offsets[0] : offsets[-1]]
            )


def keys_of_bands(bands: NDArray[np.uint32]) -> Held:
    """Of texts without runs."""
    return Held(bands, np.zeros(0, np.uint32), np.zeros(len(bands) + 1, np.int64))


def pairs_of(made: Sketches) -> set[tuple[int, int]]:
    return {(int(better), int(worse)) for better, worse in candidate_pairs(Held.of(made), 32, 0.3)}


def test_no_texts() -> None:
    made = sketch([], 16)
    assert pairs_of(made) == set()


def test_bands_find_what_datasketch_finds() -> None:
    chance = np.random.default_rng(1)
    words = texts_of(chance, 60)
    for copy in texts_of(chance, 60):
        kept = int(chance.integers(20, 78))
        words.append(words[int(chance.integers(60))][:kept] + copy[kept:])
    signatures = sketch([" ".join(text) for text in words], 16).signatures
    index = MinHashLSH(num_perm=128, params=(32, 4))
    sketches = [MinHash(hashvalues=signature, scheme="affine32") for signature in signatures]
    for number, one in enumerate(sketches):
        index.insert(number, one)
    theirs = {(min(i, j), max(i, j)) for i, one in enumerate(sketches) for j in index.query(one) if i != j}
    ours = {(int(pair) // 120, int(pair) % 120) for pair in band_pairs(keys_of_bands(band_keys(signatures, 32)), 32)}
    assert theirs
    assert theirs <= ours
    assert len(ours - theirs) <= 1  # by chance, of 32-bit keys


@pytest.mark.parametrize(("similarity", "share"), [(0.5, 0.873), (0.6, 0.988), (0.7, 0.9998), (0.8, 1.0)])
def test_s_curve(similarity: float, share: float) -> None:
    assert found_share(similarity, 32, 4) == pytest.approx(share, abs=0.001)


def test_a_brief_is_found_by_its_runs() -> None:
    chance = np.random.default_rng(2)
    long = texts_of(chance, 40, 600)
    briefs = [text[start : start + 40] for text, start in zip(long, chance.integers(0, 560, 40), strict=True)]
    found = pairs_of(sketch([" ".join(text) for text in long + briefs], 16))
    assert found >= {(number, 40 + number) for number in range(40)}


def test_near_duplicates_in_a_hot_bucket_are_found() -> None:
    """Two thousand texts with half of their words in common, and copies of some of them."""
    chance = np.random.default_rng(3)
    pattern = chance.choice(WORDS, 200)
    words = []
    for own in texts_of(chance, 2000, 200):
        blocks = np.repeat(chance.permutation(20) < 10, 10)
        words.append(np.where(blocks, pattern, own).tolist())
    copied = chance.choice(2000, 100, replace=False)
    for number in copied:
        copy = list(words[number])
        start = int(chance.integers(190))
        copy[start : start + 8] = chance.choice(WORDS, 8)
        words.append(copy)
    texts = [" ".join(text) for text in words]
    made = sketch(texts, 16)
    pairs = candidate_pairs(Held.of(made), 32, 0.3)
    assert len(pairs) < len(texts) * 32 * (ANCHORS + NEIGHBOURS) / 4
    planted = [(int(number), 2000 + place) for place, number in enumerate(copied)]
    assert jaccard(overlaps(np.array(planted), np.zeros(len(texts), np.uint32), texts.__getitem__)).min() > 0.8
    assert {(int(better), int(worse)) for better, worse in pairs} >= set(planted)


def test_pairs_grow_with_the_texts_and_not_their_square() -> None:
    texts = ["the same words over and over again in this text"] * 3000
    made = sketch(texts, 16)
    keys = Held.of(made)
    assert len(band_pairs(keys, 32)) <= 3000 * (ANCHORS + NEIGHBOURS)
    assert len(run_pairs(keys, 0.3)) <= 3000 * ANCHORS


def test_a_crowd_in_every_band_gives_each_text_few_partners() -> None:
    keys = np.random.default_rng(9).integers(0, 4, (3000, 32)).astype(np.uint32)
    _, worse = np.divmod(band_pairs(keys_of_bands(keys), 32), len(keys))
    assert np.bincount(worse).max() <= CROWDED + NEIGHBOURS * 2 * 32
    assert len(worse) <= len(keys) * (CROWDED + NEIGHBOURS * 32)


def news(count: int) -> list[str]:
    """Texts some of which share passages, of many lengths."""
    chance = np.random.default_rng(4)
    passages = texts_of(chance, 12, 30)
    words = [
        [word for place in chance.choice(12, int(chance.integers(0, 4))) for word in passages[place]] + own
        for own in texts_of(chance, count, 60)
    ]
    return [" ".join(text[: int(chance.integers(2, 160))]) for text in words]


@pytest.mark.parametrize("at_once", [1, 7, 1000])
@pytest.mark.parametrize(("part", "merge"), [(1, 1), (50, 10), (1 << 23, 1 << 22)])
def test_runs_are_worked_some_at_a_time(monkeypatch: pytest.MonkeyPatch, at_once: int, part: int, merge: int) -> None:
    """However few keys and pairs are held, the pairs are those that a look at each two texts finds."""
    texts = news(60)
    made = sketch(texts, 16)
    monkeypatch.setattr("clean.similarity.candidates.PART", part)
    monkeypatch.setattr("clean.similarity.candidates.MERGE_FROM", merge)
    sets = [made.runs[made.run_offsets[i] : made.run_offsets[i + 1]] for i in range(len(texts))]
    expected = [
        len(texts) * one + other
        for one in range(len(texts))
        for other in range(one + 1, len(texts))
        if (sets[one][:, None] == sets[other]).sum() >= 0.3 * min(len(sets[one]), len(sets[other]))
    ]
    assert run_pairs(Held.of(made, at_once), 0.3).tolist() == expected
    assert len(expected) > 20


def test_chosen_texts_are_those_alone() -> None:
    """Pairs among some texts in another order are those of these texts by themselves."""
    texts = news(60)
    chosen = np.random.default_rng(5).permutation(60)[:40]
    alone = candidate_pairs(Held.of(sketch([texts[i] for i in chosen], 16)), 32, 0.3)
    assert candidate_pairs(Chosen(Held.of(sketch(texts, 16), 7), chosen), 32, 0.3).tolist() == alone.tolist()
    assert len(alone) > 10
