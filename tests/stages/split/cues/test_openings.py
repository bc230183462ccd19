"""Heads with which only a story begins."""

from __future__ import annotations

import numpy as np
import pytest

from clean.document import Mark
from clean.settings import Settings
from clean.stages.split.block.columns import Columns
from clean.stages.split.block.units import Units
from clean.stages.split.cues.openings import first_traits
from clean.stages.split.cues.plain import plain_cues
from clean.stages.split.usual.profile import Profile
from clean.stages.split.usual.style import TRAITS
from tests.support import clean

TEXT = "The ferry to the outer islands will run twice a day from May, the harbour office said in a notice to residents."
LATER = "Knead the dough until it no longer sticks to the bowl, and let it rest under a cloth for an hour or more."
NAME, DATE, PLACED = "By Ada Example", "March 4, 2020", f"DUNMERE, March 4 (Reuters) - {LATER}"
DECK = "Bakers say yes, and some of their guests agree"
HEAD = "Is a sourdough worth the wait?"


def columns(lines: list[str]) -> Columns:
    return Columns(Units(lines, bytearray([Mark.BODY] * len(lines)), 0))


@pytest.mark.parametrize(
    ("above", "below", "expected"),
    [
        ([TEXT], [LATER], (False, False, True)),
        ([TEXT], [DATE, LATER], (False, False, True)),  # the date of an entry, a chapter, a letter
        ([TEXT], [NAME, LATER], (True, False, True)),  # who wrote a part of it, perhaps
        ([TEXT, "Back to the list"], [NAME, LATER], (False, False, True)),
        ([TEXT], [NAME, DATE, LATER], (True, True, False)),
        ([TEXT], [DATE, NAME, LATER], (True, True, False)),
        ([TEXT, "Back to the list"], [NAME, DATE, LATER], (True, True, False)),
        ([TEXT], [NAME, DATE, "Serves four", LATER], (True, True, False)),
        ([TEXT], [DECK, NAME, DATE, LATER], (True, True, False)),
        ([TEXT], [DECK, NAME, LATER], (True, False, True)),
        ([TEXT, "Back to the list"], [DECK, NAME, DATE, LATER], (False, False, True)),
        ([TEXT], [DECK, DECK, NAME, DATE, LATER], (False, False, True)),
        ([TEXT], [NAME, DATE], (False, False, True)),  # teasers: nothing stands below
        ([TEXT], [PLACED], (True, False, False)),
        ([TEXT, "Back to the list"], [PLACED], (False, False, True)),
    ],
)
def test_a_byline_and_a_date_below_a_headline(
    above: list[str], below: list[str], expected: tuple[bool, bool, bool]
) -> None:
    units = columns([TEXT, *above, HEAD, *below])
    _, _, found = plain_cues(units, np.array([1 + len(above)]), [Profile()])
    told = (found["opened"][0], found["signed"][0], found["question"][0])
    assert tuple(map(bool, told)) == expected


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ([], set()),
        ([HEAD, LATER], set()),
        ([HEAD, NAME, LATER], set()),
        ([HEAD, NAME, DATE], set()),
        ([HEAD, NAME, DATE, LATER], {"signed"}),
        ([HEAD, DECK, NAME, DATE, LATER], {"signed"}),
        ([HEAD, HEAD, LATER], {"pair"}),
        ([HEAD, HEAD, NAME, DATE, LATER], {"pair"}),
        ([HEAD, PLACED], {"place"}),
        ([LATER, HEAD, HEAD], set()),  # its headline stands below
    ],
)
def test_what_the_first_head_of_a_source_has(head: list[str], expected: set[str]) -> None:
    (traits,) = first_traits(columns(head)).tolist()
    assert {trait for trait, has in zip(TRAITS, traits, strict=True) if has} == expected


PARAGRAPHS = [
    TEXT,
    "Nobody had asked for it, its head said, and the ship will be a small one.",
    "It costs four crowns.",
]


@pytest.mark.parametrize("gap", ["\n", "\n\n"], ids=["a line each", "blank lines between"])
@pytest.mark.parametrize("credit", [[NAME, DATE], [DATE, NAME], [NAME], [f"{NAME} | {DATE}"]], ids=" ".join)
def test_a_story_with_a_deck_begins_at_its_headline(credit: list[str], gap: str) -> None:
    head = ["Ferry to the islands will run twice a day", "Harbour office hopes for more guests in summer", *credit]
    other = ["First lynx kittens in a century", "Rangers ask walkers to keep dogs on the lead", *credit]
    body = [
        "Two lynx kittens have been born in the hills, rangers said.",
        "Farmers want money for lambs that are lost.",
    ]
    one, two = gap.join([*head, *PARAGRAPHS]), gap.join([*other, *body])
    assert [row["headline"] for row in clean({"a.txt": one.encode()}).rows] == [head[0]]
    feed = gap.join([one, two, one.replace("ferry", "train").replace("Ferry", "Train"), ""])
    found = clean({"a.txt": feed.encode()}, Settings(skip=frozenset({"dedupe"}))).rows
    assert [row["headline"] for row in found] == [head[0], other[0], head[0].replace("Ferry", "Train")]
