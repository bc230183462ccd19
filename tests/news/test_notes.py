"""Lines below a story that head nothing; negatives first."""

from __future__ import annotations

import pytest

from clean.news.notes import is_note

NONE = [
    "Rovers beat Thorn at home: 5-0",  # a headline with its result
    "«Ashby» – «Thorn» – 2:2",
    "Harbour: who pays?",
    "Budget: the council votes again",
    "(Update) Ferry runs again",
    "(Ashby) votes (again)",
    "-5 degrees in Thorn",
    "- a point of a list",
    "Referee walks off after an hour",
    "Ferry runs again",
]
NOTES = [
    "($1 = 0.9251 euros)",
    "(From one of our reporters)",
    "（了）",
    "—JANE EXAMPLE",
    "-Jane Example",
    "— With a report from Thorn",
    "Attendance: 11,344",
    "Half-time: 1-0",
    "Zuschauer: 8204",
    "Referee: J Example",
    "Man of the match: Jo Example (Thorn)",
    "Arbitre : M. Exemple",
    "Судья: Иван Примеров (Ашби)",
]


@pytest.mark.parametrize("line", NONE)
def test_no_notes(line: str) -> None:
    assert not is_note(line)


@pytest.mark.parametrize("line", NOTES)
def test_notes(line: str) -> None:
    assert is_note(line)
