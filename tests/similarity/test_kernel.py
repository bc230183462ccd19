"""Compiled and numpy code give the same bits."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clean.similarity import kernel, sketches
from clean.similarity.characters import EXPANDED, IGNORED, UNSPACED, expansions, table
from clean.similarity.overlap import _blocks, _overlaps, overlaps
from clean.similarity.shingles import sets, shingles, tokens
from clean.similarity.sketches import sketch

TEXTS = [
    "",
    " … ",
    "one",
    "one two",
    "one two three",
    "Rivers rose on Sunday, and the dam – so far – held: “It’s safe.”",
    "Straße STRASSE ﬁsh İstanbul ŒUVRE ΣΊΣΥΦΟΣ Ёлка ǅ",
    "soft\u00adhyphen zero\u200bwidth \u200d\u00ad ok",
    "河川の水位は日曜日に上昇した。2024年 NHK ニュース\u200b放送",
    "中",
    "中文",
    "中\u00ad文 字a字",
    "แม่น้ำเพิ่มขึ้นในวันอาทิตย์ ตาม รายงาน",
    "emoji 😀 between 👩\u200d👩\u200d👧 words 𝒜𝒷 𠀀𠀁𠀂𠀃",
    "lone \ud800 surrogate",
    "word " * 4000,
]


def same(texts: list[str], window: int = 24) -> None:
    plain, compiled = sketch(texts, window), sketch(texts, window, compiled=True)
    for column in ("signatures", "exact", "words", "runs", "run_offsets"):
        one, other = getattr(plain, column), getattr(compiled, column)
        assert one.dtype == other.dtype
        assert np.array_equal(one, other), column
    hashes, offsets = kernel.shingle_sets(*kernel.pack(texts))
    for text, of in enumerate(sets(shingles(tokens(texts)))):
        assert np.array_equal(hashes[offsets[text] : offsets[text + 1]], of)


@pytest.mark.parametrize("window", [1, 2, 24, 100])
def test_chosen_texts(window: int) -> None:
    same(TEXTS, window)


@given(st.lists(st.text(max_size=60), max_size=5), st.integers(1, 9))
@settings(deadline=None)
def test_any_texts(texts: list[str], window: int) -> None:
    same(texts, window)


@given(st.text(st.sampled_from("ab ,ß中文ก\u00ad’İ"), max_size=60))
@settings(deadline=None)
def test_texts_of_mixed_scripts(text: str) -> None:
    same([text, text + "x"], 3)


def test_overlaps() -> None:
    chance = np.random.default_rng(5)
    texts = [" ".join(chance.choice(list("abcdef"), chance.integers(40))) for _ in range(60)]
    pairs = np.array([(i, j) for i in range(60) for j in range(i + 1, 60)], dtype=np.int64)
    assert np.array_equal(_overlaps(pairs, texts.__getitem__, False), _overlaps(pairs, texts.__getitem__, True))


def test_overlaps_in_blocks_are_those_of_all_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = np.random.default_rng(6)
    texts = [" ".join(chance.choice(list("abcdef"), chance.integers(1, 40))) for _ in range(40)]
    words = np.array([text.count(" ") + 1 for text in texts], np.uint32)
    pairs = np.array([(i, j) for i in range(40) for j in range(i + 1, 40)], dtype=np.int64)
    whole = overlaps(pairs, words, texts.__getitem__)
    monkeypatch.setattr("clean.similarity.overlap.WORDS", 100)
    assert len(_blocks(pairs, words)) > 100
    assert np.array_equal(overlaps(pairs, words, texts.__getitem__), whole)
    assert overlaps(pairs[:0], words, texts.__getitem__).shape == (0, 3)


def test_expansions_are_word_characters() -> None:
    points, rows = expansions()
    assert (table()[points] == points | EXPANDED).all()
    assert ((rows == IGNORED) | ((rows > IGNORED) & (rows < EXPANDED))).all()


def test_folding_twice_changes_nothing() -> None:
    codes = table()
    plain = np.flatnonzero((codes > IGNORED) & (codes & np.uint32(EXPANDED) == 0))
    folded = codes[plain] & np.uint32(UNSPACED - 1)
    assert np.array_equal(codes[folded], codes[plain])


@pytest.mark.parametrize(
    ("characters", "kept", "pays"),
    [
        (9_999_999, "newer", False),
        (10_000_000, "", False),
        (10_000_000, "older", False),  # of a version before: it would be compiled anew
        (10_000_000, "other", False),  # of another Python
        (10_000_000, "newer", True),
        (49_999_999, "", False),
        (50_000_000, "", True),
    ],
)
def test_compiled_code_pays_for_much_text_and_for_less_where_it_was_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, characters: int, kept: str, pays: bool
) -> None:
    source = tmp_path / "kernel.py"
    source.touch()
    (tmp_path / "__pycache__").mkdir()
    version = "27" if kept == "other" else f"{sys.version_info.major}{sys.version_info.minor}"
    if kept:
        file = tmp_path / "__pycache__" / f"kernel._sketch-280.py{version}.nbi"
        file.touch()
        time = source.stat().st_mtime + (-10 if kept == "older" else 10)
        os.utime(file, (time, time))
    monkeypatch.setattr(sketches, "__file__", str(tmp_path / "sketches.py"))
    assert sketches.compiled_pays(characters) == pays
