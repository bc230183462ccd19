"""Candidates: nothing lost beyond the S-curve, nothing quadratic."""

from __future__ import annotations

import numpy as np
import pytest
from datasketch import MinHash, MinHashLSH  # type: ignore[import-untyped]

from clean.similarity.candidates import (
    ANCHORS,
    CROWDED,
    NEIGHBOURS,
    band_keys,
    band_pairs,
    candidate_pairs,
    found_share,
    run_pairs,
)
from clean.similarity.overlap import jaccard, overlaps
from clean.similarity.sketches import Sketches, sketch

WORDS = np.array([f"word{number}" for number in range(3000)])


def texts_of(chance: np.random.Generator, count: int, length: int = 80) -> list[list[str]]:
    return [chance.choice(WORDS, length).tolist() for _ in range(count)]


def pairs_of(made: Sketches) -> set[tuple[int, int]]:
    found = candidate_pairs(band_keys(made.signatures, 32), made.runs, made.run_offsets, 0.3)
    return {(int(better), int(worse)) for better, worse in found}


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
    ours = {(int(pair) // 120, int(pair) % 120) for pair in band_pairs(band_keys(signatures, 32))}
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
    pairs = candidate_pairs(band_keys(made.signatures, 32), made.runs, made.run_offsets, 0.3)
    assert len(pairs) < len(texts) * 32 * (ANCHORS + NEIGHBOURS) / 4
    planted = [(int(number), 2000 + place) for place, number in enumerate(copied)]
    assert jaccard(overlaps(np.array(planted), np.zeros(len(texts), np.uint32), texts.__getitem__)).min() > 0.8
    assert {(int(better), int(worse)) for better, worse in pairs} >= set(planted)


def test_pairs_grow_with_the_texts_and_not_their_square() -> None:
    texts = ["the same words over and over again in this text"] * 3000
    made = sketch(texts, 16)
    keys = band_keys(made.signatures, 32)
    assert len(band_pairs(keys)) <= 3000 * (ANCHORS + NEIGHBOURS)
    assert len(run_pairs(made.runs, made.run_offsets, 0.3)) <= 3000 * ANCHORS


def test_a_crowd_in_every_band_gives_each_text_few_partners() -> None:
    keys = np.random.default_rng(9).integers(0, 4, (3000, 32)).astype(np.uint32)
    _, worse = np.divmod(band_pairs(keys), len(keys))
    assert np.bincount(worse).max() <= CROWDED + NEIGHBOURS * 2 * 32
    assert len(worse) <= len(keys) * (CROWDED + NEIGHBOURS * 32)
