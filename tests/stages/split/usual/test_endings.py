"""What the lines below the stories of a source end in."""

from __future__ import annotations

import numpy as np
import pytest

from clean.document import Mark
from clean.settings import Split
from clean.stages.split import learn
from clean.stages.split.block.columns import Columns
from clean.stages.split.block.endings import end_as_usual, ending
from clean.stages.split.block.units import Units
from clean.stages.split.usual.endings import usual_endings
from clean.stages.split.usual.profile import sample
from tests.support import boundaries

STORIES = [
    [
        "Ferry captain asks council for a bridge",
        "The captain of the ferry told the council on Monday that the storm had closed the harbour for a week.",
        "“Nobody on the island had fresh bread,” said Anna Reyes. The council will vote on a bridge in spring.",
    ],
    [
        "Late rain saves the apple harvest",
        "Growers around Lindow have brought in more apples than in any autumn since 1998, their union said on Friday.",
        "The rain of August came late, but it came. Prices will not fall, for the cellars were empty for a long time.",
    ],
    [
        "Night train will run again in June",
        "The railway said that sleeping cars bought in the south are being painted in its workshops, two of them blue.",
        "The line was stopped nine years ago because too few people took it, and tickets will cost forty crowns each.",
    ],
    [
        "Museum buys a whale of wood",
        "Carvers worked for eleven winters on the animal, which is as long as a bus and was shown in a barn until now.",
        "Visitors may walk through its ribs from the first of the month, children may slide down its tongue for free.",
    ],
]
FEET = {
    "page": [f"Jane Example / For Example Weekly (Example Weekly 0{n}/04/2024 page{n + 7})" for n in (1, 2, 3, 4)],
    "source": [f"Follow {name} on Example Source: Example News" for name in ("Ann", "Bob", "Cem", "Dea")],
    "button": [f"How will {what} change your life? Tell us more" for what in ("it", "rain", "rail", "art")],
}


def units_of(lines: list[str]) -> Units:
    return Units(lines, marked(lines), 0)


def marked(lines: list[str]) -> bytearray:
    return bytearray(Mark.BODY if line else Mark.BLANK for line in lines)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("", ""),
        ("Tell us more", ""),
        ("Read it in full", ""),
        ("Storms at the end of the year", ""),
        ("How will it change you? Tell us more", "tell us more"),
        ("What now? Learn more", "learn more"),
        ("What now? More", ""),
        ("Jane Doe (Example Weekly 03/04/2024 page5)", "weekly #/#/# page#)"),
        ("Send it on Permalink http://example.com/p/2aMlt", "on permalink ://"),
        ("Follow Jane Doe on Example Source: Example News", "source: example news"),
    ],
)
def test_what_a_line_ends_in(line: str, found: str) -> None:
    assert ending(line) == found


@pytest.mark.parametrize("foot", FEET.values(), ids=FEET)
def test_lines_that_end_alike_part_stories(foot: list[str]) -> None:
    lines = [line for story, last in zip(STORIES, foot, strict=True) for line in (*story, last)]
    assert usual_endings(units_of(lines)) == [{ending(foot[0])}]
    marks, settings = marked(lines), Split()
    usual = learn(sample(lines, marks), settings, whole=True)
    assert boundaries(lines, marks, usual, settings) == [4, 8, 12]


@pytest.mark.parametrize(
    "lines",
    [
        ["Ann Doe in the Example News", STORIES[0][1], "Bob Roe in the Example News", STORIES[1][1]],
        [STORIES[0][1], "Storm in the Example News", "By Jane Doe", STORIES[1][1], "Rain in the Example News"],
        [STORIES[0][1], FEET["page"][0], "A headline", STORIES[1][1]],
        [STORIES[0][1], FEET["page"][0], "A headline", STORIES[1][1], FEET["page"][0], "A headline"],
        [
            STORIES[0][1],
            "UPDATE 1-Storm closes the old harbour",
            "A deck",
            "UPDATE 2-Storm closes the old harbour",
            "No",
        ],
        [STORIES[0][1], "He saw the Example News.", "A headline", STORIES[1][1], "She read the Example News.", "No"],
    ],
    ids=["headlines", "below a byline once", "one", "one twice", "wire", "sentences"],
)
def test_lines_that_stand_elsewhere_or_say_the_same_have_no_usual_ending(lines: list[str]) -> None:
    assert usual_endings(units_of(lines)) == [set()]


def test_what_a_story_tells_is_without_its_usual_ending() -> None:
    lines = [
        f"{' '.join(STORIES[0])} {FEET['source'][0]}",
        STORIES[1][0],
        FEET["source"][1],
        STORIES[1][0],
        STORIES[1][1],
    ]
    units = units_of(lines)
    Columns(units, endings=[frozenset({ending(FEET["source"][0])})])
    assert "news" not in units.words(0)
    assert "storm" in units.words(0)
    assert units.words(2) == []
    assert "apple" in units.words(3)


def test_only_known_endings_are_usual() -> None:
    lines = [FEET["page"][0], FEET["source"][0], STORIES[0][1], "Night train (Example Weekly ٣/٣/٣ page٣)"]
    places = np.arange(len(lines))
    assert end_as_usual(units_of(lines), places, [frozenset({"weekly #/#/# page#)"})]).tolist() == [
        True,
        False,
        False,
        True,
    ]
    assert not end_as_usual(units_of(lines), places, []).any()
