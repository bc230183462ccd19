"""Stories that must begin within a text, as the headline below them says."""

from __future__ import annotations

import numpy as np
import pytest

from clean.document import Mark
from clean.settings import Split
from clean.stages.split import judge_gaps, learn
from clean.stages.split.block.columns import HIDDEN, Columns
from clean.stages.split.block.units import Units
from clean.stages.split.model.implied import implied
from clean.stages.split.model.scoring import Judging, all_gaps, by_profile, score_gaps
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
KITTENS = [
    "Two lynx kittens have been born in the hills above Northfield, the first in the county for a century.",
    "The mother was released there in 2019 with a transmitter, and rangers found the den by its signal.",
]
QUAY = [
    "Port of Dunmere opens its new quay",
    "The port of Dunmere opened a quay on Monday, and two ships came to see it, the harbour master said.",
]
MORE = [
    "Lindow sells most of its apples to the juice makers of the valley, and the rest at the gate of the growers.",
    "The growers want a new cellar, but the union has no money for it before the apple harvest of next year.",
]
ISLANDS = [
    f"The council of island {n} said the storm had closed harbour {n} for a week, and its bridge." for n in range(60)
]
CAPTION = "Stand of the union"
BULLETS = ["- Prices will not fall", "- Cellars were empty"]


def _implied(lines: list[str]) -> list[int]:
    """The lines at which a story must begin, whatever their scores."""
    marks, settings = bytearray(Mark.BODY if line else Mark.BLANK for line in lines), Split()
    usual = learn(sample(lines, marks), settings, whole=True)
    columns = Columns(Units(lines, marks, 0), (usual.standing,), (usual.endings,))
    by = Judging(columns, [usual], by_profile(columns, usual))
    scored = score_gaps(by, np.flatnonzero(columns.worth), settings, 0)
    found: list[int] = scored.lines[implied(scored, columns)].tolist()
    return found


def _cut(lines: list[str]) -> list[tuple[int, bool]]:
    """The lines at which stories begin, and whether one had to."""
    marks, settings = bytearray([Mark.BODY] * len(lines)), Split()
    usual = learn(sample(lines, marks), settings, whole=True)
    gaps = judge_gaps(Units(lines, marks, usual.width), usual, settings, 0, len(lines))
    return [(gap.line, "implied" in gap.reasons) for gap in gaps if gap.boundary]


@pytest.mark.parametrize(
    "lines",
    [
        # Each of the first lacks but one thing that is asked.
        pytest.param([*FERRY, *APPLES, CAPTION, *TWICE, *TRAIN], id="a short line above: a caption printed twice"),
        pytest.param(FERRY + APPLES + TRAIN + TRAIN[:1] * 2 + QUAY, id="another headline between"),
        pytest.param(FERRY + APPLES + ["Growers"] * 2 + MORE, id="the text goes on below"),
        pytest.param(KITTENS + ["Lynx kittens born"] * 2 + APPLES + TWICE + TRAIN, id="no headline above"),
        pytest.param(FERRY[:1] + ISLANDS + APPLES + TWICE + TRAIN, id="the headline above is far"),
        pytest.param(TRAIN[:1] + FERRY[1:] + APPLES + TRAIN[:1] * 2 + QUAY, id="the headline above is the same"),
        pytest.param(FERRY + TRAIN, id="no headline twice"),
    ],
)
def test_none_must_begin(lines: list[str]) -> None:
    assert _implied(lines) == []


@pytest.mark.parametrize(
    ("above", "below"),
    [
        pytest.param([], TRAIN, id="a story follows"),
        pytest.param([], [], id="nothing follows"),
        pytest.param([], BULLETS, id="bullets of the headline follow"),
        pytest.param([], [*[""] * HIDDEN, *MORE], id="what follows is far"),
        pytest.param(KITTENS + ["Lynx kittens born"] * 2, TRAIN, id="only the headline right above counts"),
    ],
)
def test_one_must_begin(above: list[str], below: list[str]) -> None:
    assert _implied(above + FERRY + APPLES + TWICE + below) == [len(above + FERRY)]


@pytest.mark.parametrize("bullets", [[], BULLETS])
def test_a_story_begins_between_two_headlines(bullets: list[str]) -> None:
    lines = FERRY + APPLES + TWICE + bullets + TRAIN
    below = len(FERRY + APPLES + TWICE + bullets)
    assert [line for line, _ in _cut(lines)] == [len(FERRY), below]
    assert (len(FERRY), True) in _cut(lines)


def test_a_line_printed_twice_is_no_part_of_a_paragraph() -> None:
    lines = ["The rain of August came late, but it saved the", "harvest of the growers.", *TWICE]
    marks = bytearray([Mark.BODY] * len(lines))
    assert Units(lines, marks, 50).first == [0, 2, 3]


@pytest.mark.parametrize(
    ("above", "lead", "cue", "expected"),
    [
        (FERRY[3], APPLES[0], "hidden_foot", 0),
        (f"{FERRY[3]} (Reporting by Anna Reyes; editing by Tom Brandt)", APPLES[0], "hidden_foot", 1),
        (FERRY[3], APPLES[0], "hidden_short", 0),
        ("“Bread at last,” she said.", APPLES[0], "hidden_short", 1),
        (FERRY[3], APPLES[0], "hidden_speech", 0),
        (FERRY[3], f"“{APPLES[0][:-1]},” he said.", "hidden_speech", 1),
        (FERRY[3], f"– {APPLES[0]}", "hidden_speech", 1),
    ],
)
def test_what_chooses_among_the_paragraphs_above_a_tail(above: str, lead: str, cue: str, expected: int) -> None:
    lines = [*FERRY[:3], above, lead, *APPLES[1:], *TWICE, *QUAY]
    marks = bytearray([Mark.BODY] * len(lines))
    _, scored = all_gaps(lines, marks, learn(sample(lines, marks), Split(), whole=True))
    row = int(np.flatnonzero(scored.lines == 4)[0])
    assert int(scored.cues.plain_cues([cue])[cue][row]) == expected
