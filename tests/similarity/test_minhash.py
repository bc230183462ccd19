"""The signatures are datasketch's own, bit for bit."""

from __future__ import annotations

import numpy as np
import pytest
from datasketch import MinHash  # type: ignore[import-untyped]
from hypothesis import given
from hypothesis import strategies as st

from clean.similarity.minhash import minima, permutations
from clean.similarity.shingles import shingles, tokens

TEXTS = (
    "",
    "one",
    "one two",
    "Rivers rose on Sunday, and the dam held.",
    "«Die Flüsse stiegen», sagte sie. Straße, STRASSE",
    "河川の水位は日曜日に上昇した。2024年",
    "word " * 5000,
)


def datasketch_signatures(texts: list[str]) -> list[list[int]]:
    shingled = shingles(tokens(texts))
    signatures = []
    for start, end in zip(shingled.offsets, shingled.offsets[1:], strict=False):
        sketch = MinHash(128, hashfunc=int)
        if end > start:
            sketch.update_batch([int(value) >> 32 for value in shingled.hashes[start:end]])
        signatures.append(sketch.hashvalues.tolist())
    return signatures


def test_permutations_are_datasketchs() -> None:
    assert np.array_equal(np.array(permutations()), MinHash(128).permutations)


@pytest.mark.parametrize("text", TEXTS)
def test_signature_of_one_text(text: str) -> None:
    assert minima(shingles(tokens([text]))).tolist() == datasketch_signatures([text])


@given(st.lists(st.text(max_size=80), max_size=6))
def test_signatures_of_a_batch(texts: list[str]) -> None:
    assert minima(shingles(tokens(texts))).tolist() == datasketch_signatures(texts)
