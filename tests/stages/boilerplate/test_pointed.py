"""Titles of other stories below what announces them."""

from __future__ import annotations

import pytest

from clean.document import Document, Mark
from clean.settings import Boilerplate
from clean.stages.boilerplate import mark_lines, mark_pointed
from tests.support import check, clean

TEXT = "The council of Port Elden met on Monday and voted for a new harbour wall."
TITLES = ["Harbour wall falls into the sea", "Who built the old pier?"]
NEXT = "Comet seen over Marlow"
OTHER = "A comet of long ago is back in the evening sky, and people in Marlow saw it first."
DECK = "Clouds may hide it by Friday"


def gone(lines: list[str]) -> list[str]:
    """The lines below the first two that go."""
    document = Document(lines, list(range(len(lines) + 1)))
    document.marks = bytearray(len(lines))
    mark_lines(document, Boilerplate())
    mark_pointed(document)
    below = zip(lines[2:], document.marks[2:], strict=True)
    return [line for line, mark in below if mark == Mark.BOILERPLATE]


STAY = {
    "the headline of the next story": [TEXT, "Related", NEXT, OTHER],
    "with its byline": [TEXT, "Related", NEXT, "By Jane Example", TEXT],
    "with its deck": [
        TEXT,
        "Related",
        NEXT,
        "Astronomers saw it first in January and will see it again in nine years",
        TEXT,
    ],
    "with a short deck": [TEXT, "Related", NEXT, DECK, OTHER],
    "with a deck, all apart": ["", "Related", "", NEXT, "", DECK, "", OTHER],
    "the only title, with words of both": [TEXT, "Related", "Comet over Port Elden's harbour", OTHER],
    "the only title, above a text of nothing else": [TEXT, "Related", "Who built the old pier?", OTHER],
    "the only title, above a byline": [TEXT, "Related", "Who built the old pier?", "By Jane Example", TEXT],
    "the only title, above a dateline": [TEXT, "Related", "Who built the old pier?", "ELDEN (CNA) - " + TEXT],
    "wrapped lines apart": ["", "Related", "", "The council met on Monday and", "voted for a wall."],
    "below a blank line": [TEXT, "Related", "", *TITLES],
    "what announces nothing": [TEXT, "Continue reading", *TITLES],
    "sentences": [TEXT, "Related", TEXT, TEXT],
    "a page of headlines": [TEXT, "Related", *(f"Title number {n} of many" for n in range(17))],
}


@pytest.mark.parametrize("lines", STAY.values(), ids=STAY)
def test_what_stays(lines: list[str]) -> None:
    assert gone(lines) == []


@pytest.mark.parametrize(
    "label", ["Related", "RELATED STORIES", "Read more:", "Lesen Sie auch", "À lire aussi :", "Читайте также:"]
)
@pytest.mark.parametrize(
    "below", [[], [""], ["", NEXT, "", TEXT], [NEXT, TEXT], [NEXT, "By Jane Example", TEXT], ["Advertisement", TEXT]]
)
def test_titles_go_with_what_announces_them(label: str, below: list[str]) -> None:
    assert gone([TEXT, label, *TITLES, *below])[: len(TITLES)] == TITLES
    assert NEXT not in gone([TEXT, label, *TITLES, *below])


@pytest.mark.parametrize(
    ("lines", "kept"),
    [
        ([TEXT, TEXT, "UP NEXT", "", TEXT], True),
        ([TEXT, TEXT, "Up next:", TEXT], False),  # announces others by its colon
        ([TEXT, TEXT, "UP NEXT", TEXT], True),
        ([TEXT, TEXT, "UP NEXT", "", "They play at Marlow on Friday at 7 p.m."], True),
        ([TEXT, TEXT, "UP NEXT", "", "He said: ‘They play at Marlow on Friday.’"], True),
        ([TEXT, TEXT, "UP NEXT", "", "“They play at Marlow”"], False),
        ([TEXT, TEXT, "UP NEXT", "", *TITLES], False),
        ([TEXT, TEXT, "UP NEXT", "", "", TEXT], False),
        ([TEXT, TEXT, "UP NEXT"], False),
        ([TEXT, TEXT, "Read next", TEXT], False),
    ],
)
def test_a_subhead_above_its_text_stays(lines: list[str], kept: bool) -> None:
    assert ("UP NEXT" in lines and "UP NEXT" not in gone(lines)) is kept


def test_titles_apart_from_the_paragraph_below_are_no_headline() -> None:
    assert gone([TEXT, "Related", *TITLES, "", TEXT]) == TITLES
    assert gone([TEXT, "Related", *TITLES, OTHER]) == TITLES[:1]
    assert gone([TEXT, "Related", *TITLES, "", "By Jane Example", TEXT]) == TITLES[:1]


@pytest.mark.parametrize("below", [[NEXT, DECK], [NEXT, DECK, "By Jane Example"]])
def test_a_headline_with_a_deck_below_titles_stays(below: list[str]) -> None:
    assert gone([TEXT, "More stories", *TITLES, *below, OTHER]) == TITLES
    apart = [line for text in ("More stories", *TITLES, *below, OTHER) for line in ("", text)]
    assert gone(apart) == TITLES


@pytest.mark.parametrize("title", ["Who built the old pier?", "Port Elden counts the cost of the storm"])
def test_a_title_within_a_story_goes(title: str) -> None:
    rest = "The wall in the harbour will stand by autumn, the council said."
    assert gone([TEXT, "Related", title, rest]) == [title]
    assert gone([TEXT, "", "Read more:", "", title, "", rest]) == ["Read more:", title]


def test_dates_among_titles_go_too() -> None:
    titles = [TITLES[0], "Published", "2 May 2023", TITLES[1], "4 May 2023"]
    assert gone([TEXT, "More on this story", *titles, "", NEXT, TEXT]) == titles
    assert gone([TEXT, "More on this story", *titles, NEXT, "Published", "7 May 2023", TEXT]) == titles


def test_as_many_titles_as_a_list_may_have_go() -> None:
    titles = [f"Title number {n} of many" for n in range(16)]
    assert gone([TEXT, "Related", *titles, TEXT]) == titles[:-1]
    assert gone([TEXT, "Related", *titles, "", NEXT, TEXT]) == titles


def test_titles_are_no_stories() -> None:
    stories = [
        f"{head}\nBy Jane Example\n{TEXT} It is number {n}.\n" for n, head in enumerate((NEXT, "Rain saves apples"))
    ]
    data = f"Read more:\n{TITLES[0]}\n{TITLES[1]}\n".join([*stories, ""]).encode()
    result = clean({"a.txt": data})
    assert [row["headline"] for row in result.rows] == [NEXT, "Rain saves apples"]
    assert not any(title in row["text"] for row in result.rows for title in TITLES)
    check(result, {"a.txt": data})
