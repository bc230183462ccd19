"""What words weigh in a source: fillers nothing where it has few units, in compiled code and in Python."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from clean.stages.split.block.columns import Columns
from clean.stages.split.block.joined import Joined
from clean.stages.split.block.units import Units
from clean.stages.split.cohesion.said import Said
from clean.stages.split.usual.profile import sample

OTHERS = "harbour ferry pilot anchor lantern compass rigging cargo keel tide".split()


def told(units: int, sentence: str) -> list[str]:
    """So many units of different words, the sentence in the first of them."""
    return [sentence, *(f"The {OTHERS[k % 10]} number {k} {chr(97 + k % 26) * 5}" for k in range(units - 1))]


def weights(texts: list[list[str]], compiled: bool) -> list[dict[str, int]]:
    """What each word of each source weighs."""
    units = Units.of(Joined.of([sample(lines, bytearray(len(lines))) for lines in texts]), compiled)
    said = Said.by(Columns(units), compiled)
    pairs = list(zip(said.written(np.arange(said.known), units), said.weights().tolist(), strict=True))
    return [dict(pairs[first:last]) for first, last in pairwise(said.edges.tolist())]


@pytest.mark.parametrize("compiled", [False, True])
@pytest.mark.parametrize(
    ("units", "word", "silent"),
    [
        (40, "mayor", False),
        (40, "membrane", False),  # six letters of it are no filler's
        (41, "increasingly", False),
        (200, "support", False),
        (2, "increasingly", True),
        (40, "increased", True),  # by its stem
        (40, "support", True),
    ],
)
def test_fillers_weigh_nothing_in_a_source_of_few_units(units: int, word: str, silent: bool, compiled: bool) -> None:
    assert (weights([told(units, f"Sailors {word}")], compiled)[0][word[:6]] == 0) is silent


@pytest.mark.parametrize("compiled", [False, True])
def test_each_source_of_several_has_its_fillers(compiled: bool) -> None:
    texts = [told(60, "Sailors support"), told(5, "Sailors support")]
    assert [found["suppor"] == 0 for found in weights(texts, compiled)] == [False, True]
