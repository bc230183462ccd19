"""Stories that must begin within a text, as the headline below them says."""

from __future__ import annotations

import pytest

from clean.document import Mark
from clean.settings import Split
from clean.stages.split import judge_gaps, learn
from clean.stages.split.block.units import Units
from clean.stages.split.usual.profile import sample

FERRY = [
    "Ferry captain asks council for a bridge after winter storm",
    "The captain of the ferry told the council on Monday that the winter storm had closed the harbour for a week.",
    "“Nobody on the island had fresh bread,” said Anna Reyes, who keeps the only shop. The storm took her roof.",
    "The council will vote on the bridge in spring, its speaker said, once the engineers have measured the strait.",
]
APPLES = [
    "Growers around Lindow have brought in more than in any autumn since 1998, their union said on Friday.",
    "The rain of August came late, but it saved the apple harvest. Cellars were empty after two dry years.",
    "Prices will not fall, traders said: juice makers buy whatever the growers cannot sell on the markets.",
]
TWICE = ["Late rain saves the apple harvest around Lindow"] * 2
TRAIN = [
    "Night train to the coast runs again",
    "The night train to the coast will run again from June, the railway said after nine years without one.",
    "Tickets for the train cost forty crowns, and passengers may take a bicycle along for five crowns more.",
]
CAPTIONS = ["Stand of the union", "Juice of this year"]


def _cut(lines: list[str]) -> list[tuple[int, bool]]:
    """The lines at which stories begin, and whether one had to."""
    marks, settings = bytearray([Mark.BODY] * len(lines)), Split()
    gaps = judge_gaps(lines, marks, learn(sample(lines, marks), settings, whole=True), settings, 0, len(lines))
    return [(gap.line, "implied" in gap.reasons) for gap in gaps if gap.boundary]


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(FERRY + CAPTIONS + TWICE + TRAIN, id="captions, one of them twice"),
        pytest.param([*FERRY, FERRY[0], FERRY[0], *TRAIN], id="the headline of the text itself"),
        pytest.param([*FERRY, *APPLES[:1], *TWICE, *APPLES[1:], *TRAIN], id="the text goes on below"),
        pytest.param(FERRY + TRAIN, id="no headline twice"),
    ],
)
def test_none_must_begin(lines: list[str]) -> None:
    assert not any(sure for _, sure in _cut(lines))


@pytest.mark.parametrize("bullets", [[], ["- Prices will not fall", "- Cellars were empty"]])
def test_a_story_begins_between_two_headlines(bullets: list[str]) -> None:
    lines = FERRY + APPLES + TWICE + bullets + TRAIN
    below = len(FERRY + APPLES + TWICE + bullets)
    assert [line for line, _ in _cut(lines)] == [len(FERRY), below]
    assert (len(FERRY), True) in _cut(lines)


def test_a_line_printed_twice_is_no_part_of_a_paragraph() -> None:
    lines = ["The rain of August came late, but it saved the", "harvest of the growers.", *TWICE]
    marks = bytearray([Mark.BODY] * len(lines))
    assert Units(lines, marks, 50).first == [0, 2, 3]
