"""Which gaps stand, and what spoke for them: whole columns tell what a look at each gap does."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from clean.stages.split.cues.reach import RIVALS
from clean.stages.split.model.certain import Certain
from clean.stages.split.model.reasons import in_favour, shares
from clean.stages.split.model.rivals import EVEN, best_hidden, unbeaten
from clean.stages.split.model.scored import Scored
from tests.stages.split.model.scored_gaps import scored_gaps

LEAST = 5
# How many units and lines a gap is below the one before, how many units its head has, its score, whether it stands
# above a tail (1: that of the gap before, 2: another one), brief.
STEPS = st.tuples(
    st.integers(1, 3), st.integers(1, 5), st.integers(0, 4), st.integers(-4, 12), st.integers(0, 2), st.booleans()
)


def _scored(steps: list[tuple[int, int, int, int, int, bool]], begun: int = -1, at: int = 0) -> Scored:
    """Gaps of one source, whose first unit begins the story of the tail `begun`, or, not at 0, another for certain."""
    below, lines, heads, scores, tails, brief = (np.array(column) for column in zip(*steps, strict=True))
    unit = np.cumsum(below)
    certain = Certain(np.array([0, at]), np.array([-1, begun])) if at else Certain(np.array([0]), np.array([begun]))
    return scored_gaps(
        unit=unit,
        body=unit + heads,
        below=np.where(tails > 0, np.cumsum(tails == 2), -1),
        lines=np.cumsum(below + lines),
        scores=scores,
        brief=brief > 0,
        certain=certain,
    )


def _stand(gaps: Scored) -> list[int]:
    """The rows that stand, told one by one."""
    plain: list[int] = []
    best: dict[tuple[int, int], int] = {}
    headed = 0
    for row, tail in enumerate(gaps.places.below.tolist()):
        if tail < 0:
            plain.append(row)
            headed += bool(gaps.scores[row] > EVEN)
        elif gaps.scores[row] > gaps.scores[best.setdefault((tail, headed), row)]:
            best[tail, headed] = row
    begun = int(gaps.certain.units[-1])
    ahead = sum(gaps.scores[row] > EVEN for row in plain if gaps.places.unit[row] < begun)
    tail = (int(gaps.certain.tails[-1]), ahead)
    kept = sorted([*plain, *(row for run, row in best.items() if run != tail or gaps.places.unit[row] < begun)])
    return [row for row in kept if gaps.scores[row] >= LEAST and not any(_beats(gaps, other, row) for other in kept)]


def _beats(gaps: Scored, other: int, row: int) -> bool:
    above, below = sorted((other, row))
    if above == below or gaps.lines[below] - gaps.lines[above] > RIVALS or (gaps.brief[above] and gaps.brief[below]):
        return False
    if gaps.places.unit[below] not in (gaps.places.unit[above] + 1, gaps.places.body[above]):
        return False
    return bool(gaps.scores[other] > gaps.scores[row] or (gaps.scores[other] == gaps.scores[row] and other < row))


@given(st.lists(STEPS, min_size=1, max_size=30), st.integers(-1, 2), st.integers(0, 20))
def test_gaps_that_none_beside_them_beats(
    steps: list[tuple[int, int, int, int, int, bool]], begun: int, at: int
) -> None:
    gaps = _scored(steps, begun, at)
    assert unbeaten(gaps, LEAST).tolist() == _stand(gaps)


def test_of_no_gaps_none_stands() -> None:
    none = np.zeros(0, dtype=np.int64)
    gaps = scored_gaps(unit=none, body=none, below=none, lines=none, scores=none)
    assert unbeaten(gaps, 0).tolist() == []


@pytest.mark.parametrize(
    ("cues", "expected"),
    [
        ({}, 1),  # the score alone
        ({"hidden_short": [0, 0, 1]}, 2),
        ({"hidden_foot": [1, 0, 0], "hidden_short": [0, 1, 1]}, 0),  # what ends a story tells more
        ({"hidden_speech": [0, 1, 0]}, 2),
        ({"hidden_speech": [0, 1, 0], "hidden_foot": [0, 1, 0]}, 1),
    ],
)
def test_of_the_gaps_above_a_tail_the_cues_choose(cues: dict[str, list[int]], expected: int) -> None:
    unit = np.array([3, 6, 9])
    gaps = scored_gaps(
        unit=unit,
        body=unit,
        below=np.full(3, 12),
        lines=unit,
        scores=np.array([10, 60, 50]),
        cues={name: np.array(seen) for name, seen in cues.items()},
    )
    assert best_hidden(gaps).tolist() == [expected]
    assert unbeaten(gaps, 60).tolist() == [row for row in [expected] if gaps.scores[row] >= 60]  # no score is changed


@pytest.mark.parametrize(
    ("seen", "reasons"),
    [
        ((1, 1, 1, 1), ("blank", "byline", "headline")),
        ((3, 2, 0, 9), ("byline", "headline")),
        ((4, 2, 1, 0), ("headline", "byline", "blank")),
        ((0, 0, 0, 2), ("short",)),
        ((0, 0, 0, 0), ()),
    ],
)
def test_what_spoke_for_a_gap_is_told_by_what_it_counts(seen: tuple[int, ...], reasons: tuple[str, ...]) -> None:
    names, weights = ("headline", "byline", "blank", "short"), {"headline": 20, "byline": 30, "blank": 30, "short": -5}
    told = in_favour(names, np.array([seen, (0, 0, 0, 1)]), weights)
    assert told == [reasons, ("short",)]
    favour = [share.cue for share in shares(dict(zip(names, seen, strict=True)), weights) if share.points > 0]
    assert tuple(favour) == (reasons if any(seen[:3]) else ())
