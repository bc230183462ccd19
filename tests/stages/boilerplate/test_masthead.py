"""Mastheads of printed newspapers: what stays and what goes."""

from __future__ import annotations

import pytest

from clean.stages.boilerplate import mark_mastheads
from tests.stages.boilerplate.kept import kept_by
from tests.support import check, clean

TEXT = "The council of Port Elden met on Monday and voted for a new harbour wall."
DATE = "Tuesday, March 4, 2025"


def kept(lines: list[str], off: frozenset[str] = frozenset()) -> list[str]:
    """The lines that stay."""
    return kept_by(mark_mastheads, lines, off)


NUMBER = "Vol. 12 No. 3"
# Each lacks but one thing that is asked.
STAY = {
    "a headline above its date": ["The Elden Herald", DATE, TEXT],
    "a headline in capitals above its date": ["FIRE ON THE DAILY FERRY", "November 5, 2025", TEXT],
    "a headline above a magazine's number": ["Council approves harbour wall", NUMBER, DATE, TEXT],
    "a headline that ends like a name": ["Council picks its new leader", NUMBER, DATE, TEXT],
    "a headline that begins like a name": ["Sunday market opens", NUMBER, DATE, TEXT],
    "a headline with such words within": ["Star Player Leaves Club", NUMBER, DATE, TEXT],
    "a headline with such a word third": ["Council Opens Sunday Market", NUMBER, DATE, TEXT],
    "one word": ["Daily", NUMBER, DATE, TEXT],
    "a name of seven words": ["The Elden and Ashby and Lindow Daily", NUMBER, DATE, TEXT],
    "a name without a date": ["The Elden Herald", NUMBER, TEXT],
    "a name with a date that is not certain": ["The Elden Herald", NUMBER, "04/03/2025", TEXT],
    "a date in a headline": ["The Elden Herald", NUMBER, "March of March 4, 2025", TEXT],
    "a line above the name": ["Council approves harbour wall", "The Elden Herald", NUMBER, DATE, TEXT],
    "a blank line between": ["The Elden Herald", "", NUMBER, DATE, TEXT],
    "a blank line above the date": ["The Elden Herald", NUMBER, "", DATE, TEXT],
    "a sentence that opens so": ["The Elden Herald", "No. 3 of the harbour's piers fell.", DATE, TEXT],
    "a sentence between": ["The Elden Herald", TEXT, NUMBER, DATE, TEXT],
    "a line of 91 characters": ["The Elden Herald", "x" * 91, NUMBER, DATE, TEXT],
    "a number of 91 characters": ["The Elden Herald", f"No. {'3' * 87}", DATE, TEXT],
    "six lines above the number": ["The Elden Herald", *["Elden"] * 5, NUMBER, DATE, TEXT],
    "six lines below the number": ["The Elden Herald", NUMBER, *["Elden"] * 5, DATE, TEXT],
    "numbers and a word": ["The Elden Herald", "No. 3 Elden", DATE, TEXT],
    "an address": ["The Elden Herald, 3 Main Street", NUMBER, DATE, TEXT],
}


@pytest.mark.parametrize("lines", STAY.values(), ids=STAY)
def test_what_is_no_masthead_stays(lines: list[str]) -> None:
    assert kept(lines) == [line for line in lines if line]


GO = {
    "a volume and a number": ["THE DAILY EXAMPLE", DATE, "Vol. 12 No. 3"],
    "a number above the date": ["Ashby Herald", "No. 4,512", "Thursday 6 March 2025"],
    "the year it was founded, a price": ["The Daily Example", "Established 1894", f"{DATE} | $1.50"],
    "all in one line": ["Ashby County News", f"Vol. XII, Issue 3 | {DATE} | 75 cents"],
    "in German": ["Elden Tageblatt", "Jahrgang 12, Nr. 3", "Dienstag, 4. März 2025"],
    "in French": ["La Gazette d Elden", "N° 4512", "mardi 4 mars 2025"],
    "in Spanish": ["El Diario de Elden", "Año XII, n° 3", "4 de marzo de 2025"],
    "a small word in its name": ["Sunday News of the Isles", NUMBER, DATE],
    "a name of six words": ["The Elden and Ashby Lindow Daily", NUMBER, DATE],
    "a number of 90 characters": ["The Elden Herald", f"No. {'3' * 86}", DATE],
    **{
        f"opens with {line}": ["The Elden Herald", line, DATE]
        for line in (
            "Volume XII",
            "Issue 3",
            "No 3",
            "Nr. 3",
            "nº 3",
            "N° 3",
            "№ 3",
            "Jahrgang 12",
            "Jg. 12",
            "Anno XII",
            "Año XII",
            "Est. 1894",
            "Founded in 1894",
            "Since 1894",
            "Gegründet 1894",
        )
    },
    **{
        f"begins with {word}": [f"{word} Example", NUMBER, DATE]
        for word in ("Daily", "Weekly", "Sunday", "Saturday", "Evening", "Morning")
    },
    **{
        f"ends with {word}": [f"Port Elden {word}", NUMBER, DATE]
        for word in (
            "News",
            "Daily",
            "Weekly",
            "Monthly",
            "Press",
            "Review",
            "Reporter",
            "Standard",
            "Record",
            "Star",
            "Sun",
            "Leader",
            "Citizen",
            "Bulletin",
            "Register",
        )
    },
}


@pytest.mark.parametrize("lines", GO.values(), ids=GO)
def test_mastheads_go(lines: list[str]) -> None:
    below = ["Council votes for harbour wall", "", TEXT]
    assert kept([*lines, *below]) == [below[0], TEXT]
    assert kept([*lines, "", *below]) == [below[0], TEXT]
    assert kept([*lines, TEXT], frozenset({"page-furniture"})) == [*lines, TEXT]


@pytest.mark.parametrize("between", [[NUMBER, *["Elden"] * 4, DATE], [*["Elden"] * 4, NUMBER, DATE]])
def test_four_lines_may_stand_between(between: list[str]) -> None:
    assert kept(["The Elden Herald", *between, TEXT]) == [*["Elden"] * 4, TEXT]


def test_a_motto_stays() -> None:
    assert kept(["Ashby Herald", "All that Ashby does", "Vol. 3", DATE, "", TEXT]) == ["All that Ashby does", TEXT]


def test_the_first_story_has_its_own_headline() -> None:
    stories = [
        f"Council approves new bridge over Ashby\nBy Jane Doe\n\n{TEXT}\n\nThe bridge will cost 12 million crowns.",
        "School bus drivers to strike on Friday\nBy Peter Moss\n\nDrivers in Elden County will strike after talks "
        "over pay broke down, their union said.\n\nAbout 4,000 pupils take a bus to school.",
    ]
    data = "\n\n".join([f"THE DAILY EXAMPLE\n{DATE}\nVol. 12 No. 3\nCOMMUNITY NEWS", *stories]).encode()
    result = clean({"a.txt": data})
    assert [row["headline"] for row in result.rows] == [story.split("\n")[0] for story in stories]
    assert result.rows[0]["metadata"] == {"section": "COMMUNITY NEWS"}
    check(result, {"a.txt": data})
