"""The style of a source: what a first pass finds its stories to have in common, and what a second makes of it."""

from __future__ import annotations

import random

import numpy as np
import pytest

from clean.document import Mark
from clean.settings import Split
from clean.stages.split import judge_gaps, learn, profile, see
from clean.stages.split.block.units import Units
from clean.stages.split.usual.profile import PROFILED, sample
from clean.stages.split.usual.style import STEPS, TRAITS, Style, Styles, style_cues, style_of

NONE = [False] * len(TRAITS)
CREDIT, BLANK, PAIR = ([trait == name for trait in TRAITS] for name in ("credit", "blank", "pair"))


@pytest.mark.parametrize(
    ("traits", "headed", "headings", "expected"),
    [
        ([], [], 0, Style()),
        ([CREDIT], [True], 1, Style()),  # one boundary makes no style
        ([CREDIT, CREDIT], [True, True], 2, Style(True, (4, 0, 0, 0, 0, 0, 0), headed=4, cut=4)),
        ([CREDIT, NONE], [True, True], 9, Style(True, (2, 0, 0, 0, 0, 0, 0), headed=4, cut=1)),
        ([CREDIT, BLANK, BLANK], [True, False, False], 1, Style(True, (1, 0, 3, 0, 0, 0, 0), headed=1, cut=3)),
        ([NONE] * 5, [False] * 5, 0, Style(True, (0,) * 7, headed=0, cut=0)),
        ([CREDIT] * 99, [True] * 99, 99, Style(True, (5, 0, 0, 0, 0, 0, 0), headed=5, cut=5)),
    ],
)
def test_style(traits: list[list[bool]], headed: list[bool], headings: int, expected: Style) -> None:
    rows = np.array(traits, dtype=np.bool_).reshape(-1, len(TRAITS))
    found = style_of(rows, np.array(headed, dtype=np.bool_), headings, np.ones(len(rows), int), np.array(NONE))
    assert found == expected


@pytest.mark.parametrize(
    ("traits", "scores", "first", "marked"),
    [
        ([PAIR, PAIR, NONE], [900, 900, 30], NONE, False),  # the first story has its headline once
        ([PAIR, NONE, NONE], [900, 30, 30], PAIR, False),  # one more may be chance
        ([PAIR, PAIR, NONE, NONE], [400, 400, 300, 300], PAIR, False),  # stories of several looks
        ([CREDIT, CREDIT, CREDIT], [900, 900, 900], CREDIT, False),  # subheads lack a byline, but so do some stories
        ([PAIR, PAIR], [400, 400], PAIR, True),
        ([PAIR, PAIR, NONE, NONE, NONE], [900, 900, 90, 60, 30], PAIR, True),  # three subheads
    ],
)
def test_the_first_head_tells_what_the_others_look_like(
    traits: list[list[bool]], scores: list[int], first: list[bool], marked: bool
) -> None:
    rows = np.array(traits, dtype=np.bool_)
    style = style_of(rows, np.ones(len(rows), dtype=np.bool_), len(rows), np.array(scores), np.array(first))
    assert style.marks == (marked, False)
    cues = style_cues(Styles.of([style], np.zeros(2, int)), np.array([PAIR, NONE]), np.array([True, True]))
    assert cues["unlike_first"].tolist() == [False, marked]


def test_a_gap_agrees_with_the_style_or_lacks_what_others_have() -> None:
    style = Style(True, (4, 0, 2, 0, 0, 0, 0), headed=3, cut=5)
    cues = style_cues(
        Styles.of([style], np.zeros(3, int)), np.array([CREDIT, NONE, NONE]), np.array([True, True, False])
    )
    seen = [{name: int(column[row]) for name, column in cues.items() if column[row]} for row in range(3)]
    assert seen == [
        {"style_known": 1, "headings_cut": 5, "credit_in_style": 4, "blank_missing": 2},
        {"style_known": 1, "headings_cut": 5, "credit_missing": 4, "blank_missing": 2},
        {"style_known": 1, "headline_missing": 3},  # what is no headline has to have nothing else
    ]


def test_nothing_is_said_of_an_unknown_style() -> None:
    cues = style_cues(Styles.of([Style()], np.zeros(2, int)), np.array([CREDIT, NONE]), np.array([True, False]))
    assert not any(column.any() for column in cues.values())
    assert STEPS * 99 // 100 < STEPS  # no share is whole: the next story may be otherwise


# Stories whose subheads are as long as headlines.
STORIES = [
    ("Sawmill burns down above Valbrune", "A fire that began in the sharpening room has destroyed a sawmill above the "
     "village, where forty people worked.", "Police open an inquiry",
     "Officers from Montclair asked those who had been on the late shift to come to the station by Friday."),
    ("Covered market to open again in June", "Thirty traders will sell fish, bread and flowers under the new roof of "
     "the hall, which cost four million.", "Car park below the square",
     "Drivers pay nothing for the first hour, and the entrance lies on the side of the river."),
    ("Village finds a doctor after four years", "Ines Ferrand has her rooms in the old post office, for which "
     "the council asks no rent until spring.", "Patients from far away",
     "Two hundred have put their names down so far, some from towns an hour to the north."),
    ("Rain ends the drought in the northern hills", "Rivers ran high on Sunday for the first time since the autumn "
     "before last, and reservoirs are half full.", "Farmers count on a harvest",
     "Beans were sowed again at once, said the union, whose members lost most of their maize."),
    ("Rugby side loses by a point in the last minute", "A penalty struck the post late in the game, and the visitors "
     "went home with nineteen points to twenty.", "Coach calls it cruel",
     "His team had been thirteen behind at half time, and scored two tries with the wind."),
]  # fmt: skip


def lines_of(byline: bool) -> list[str]:
    lines = []
    for headline, first, subhead, second in STORIES:
        lines += [headline, *(["By Anna Reyes", "March 4, 2024"] if byline else []), first, subhead, second]
    return lines


def starts(lines: list[str]) -> list[str]:
    marks = bytearray([Mark.BODY]) * len(lines)
    text = sample(lines, marks)
    usual = learn(text, Split(), whole=True)
    gaps = judge_gaps(Units(lines, marks, usual.width), usual, Split(), 0, len(lines))
    assert see([text], Split())[0].gaps == gaps
    return [lines[gap.line] for gap in gaps if gap.boundary]


def test_where_every_story_has_a_byline_a_heading_without_one_is_a_subhead() -> None:
    assert starts(lines_of(byline=True)) == [headline for headline, *_ in STORIES[1:]]


def strange_stories() -> list[str]:
    """Stories of words that no other has, each with a byline: twice the sample's lines."""
    rng = random.Random(1)
    lines: list[str] = []
    while len(lines) < 2 * PROFILED:
        own = ["".join(rng.choice("bdgklmnprst") + rng.choice("aeiou") for _ in range(3)) for _ in range(30)]
        texts = [" ".join(rng.choices(own, k=40)).capitalize() + "." for _ in range(3)]
        lines += [" ".join(own[:6]).capitalize(), "By Anna Reyes", "March 4, 2024", *texts]
    return lines


def test_the_first_lines_of_a_long_source_tell_its_style() -> None:
    lines = strange_stories()[: 2 * PROFILED]
    marks = bytearray([Mark.BODY]) * len(lines)
    usual = learn(sample(lines, marks), Split(), whole=False)
    assert usual == learn(sample(lines[:PROFILED], marks[:PROFILED]), Split(), whole=False)
    assert usual.style.known
    assert not usual.one


QUESTIONS = ["Wie kam es dazu?", "Und dann?", "Wer half Ihnen?", "Was kostet das?", "Wann wird gebaut?", "Und der Rat?"]


@pytest.mark.parametrize(
    ("openings", "expected"),
    [
        (["Kirchdorf.", "Lindach.", "Oberfeld.", "Lindach."], True),
        (["Kirchdorf.", "Lindach (eb).", "Oberfeld.", "Lindach."], True),
        (["Kirchdorf.", "Lindach."], False),  # twice may be chance
        (["Kirchdorf.", "Lindach.", "Oberfeld.", "Am Bach", "Die Stadt", "Ein Mann"], False),
        (["Ja.", "Nein.", "Genau.", "Natürlich.", "Doch.", "Schon."], False),
    ],
)
def test_whether_stories_open_with_a_place_and_a_stop(openings: list[str], expected: bool) -> None:
    lines = [
        line
        for heading, opening in zip(QUESTIONS, openings, strict=False)
        for line in (heading, f"{opening} Der Neubau an der Straße zum Bach kostet die Gemeinde mehr, als sie dachte.")
    ]
    assert profile(lines, bytearray(len(lines))).places is expected


def test_topics_have_no_style() -> None:
    lines = lines_of(byline=True)
    marks = bytearray(len(lines))
    assert learn(sample(lines, marks), Split(mode="topic"), whole=True) == profile(lines, marks)
