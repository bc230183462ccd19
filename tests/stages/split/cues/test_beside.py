"""How alike texts are at a gap, beside how alike they are at the headings near it."""

from __future__ import annotations

import numpy as np
import pytest

from clean.stages.split.cues.beside import NEIGHBOURS, beside_cues
from clean.stages.split.cues.reach import WINDOW

LEVEL = [6] * NEIGHBOURS


@pytest.mark.parametrize(
    ("alike", "least", "more"),
    [
        ([], [], []),
        ([3], [0], [0]),  # nothing to compare with
        ([6, 1], [0, 0], [5, 0]),  # on one side only
        ([1, 2, 1], [0, 0, 0], [0, 1, 0]),  # headlines, each as unlike as the next
        ([2, 1, 2], [0, 0, 0], [1, 0, 1]),  # not by enough
        ([6, 1, 6], [0, 1, 0], [5, 0, 5]),
        ([6, 2, 3, 6], [0, 1, 0, 0], [4, 0, 1, 4]),
        ([14, 0, 14], [0, 1, 0], [14, 0, 14]),
        ([0, *LEVEL, 1, *LEVEL, 0], [0, *[0] * 4, 1, *[0] * 4, 0], [0, *[6] * 4, 0, *[6] * 4, 0]),
    ],
)
def test_a_gap_among_others(alike: list[int], least: list[int], more: list[int]) -> None:
    rows, every = np.array(alike, dtype=np.int64), np.ones(len(alike), dtype=np.bool_)
    found = beside_cues(np.arange(len(alike)) * 3, rows, every, every)
    assert (found["least_alike"].astype(int).tolist(), found["more_alike"].tolist()) == (least, more)


def test_what_is_far_or_no_heading_or_hopeless_is_not_beside() -> None:
    alike, every, none = np.array([6, 1, 6]), np.ones(3, dtype=np.bool_), np.zeros(3, dtype=np.bool_)
    far = np.array([0, WINDOW + 1, 2 * WINDOW + 2])
    assert not any(column.any() for column in beside_cues(far, alike, every, every).values())
    assert beside_cues(far - [0, 1, 2], alike, every, every)["least_alike"].tolist() == [False, True, False]
    middle = np.array([False, True, False])
    for headed, counted in ((every, none), (none, every), (middle, every), (every, middle)):
        assert not beside_cues(np.arange(3), alike, headed, counted)["least_alike"].any()
