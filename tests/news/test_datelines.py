"""Datelines as agencies and newspapers of the world print them, and what begins like one: negatives first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clean.news.datelines import _CLOSER, _closers, read_dateline, read_place
from tests.news import datelines_latin, datelines_others
from tests.news.datelines_others import NAMED
from tests.news.no_datelines import NONE

SOME = datelines_latin.SOME + datelines_others.SOME

# No rule tells them from `PORT ELDEN: `; a story in which others speak after them does
# (`tests/stages/split/fields/test_read.py`).
NAMES = [
    "MARIA GARCIA: Lo vimos desde la ventana.",
    "APPLE: Shares rose by two per cent.",
    "London: A Biography is his best book.",
    "New York — The city that never sleeps — is tired.",
    "FC BAYERN: Die Mannschaft hat verloren.",
]

# Forms that are not known.
NOT_FOUND = [
    "الكويت 4 - 3 (كونا) -- قال المجلس",
    "الرباط/ 4 مارس 2019 (ومع) قال المجلس",
    "路透北京3月4日 - 委员会开会。",
    "【カイロ秋山一郎】委員会が開かれた。",
]


@pytest.mark.parametrize("text", NONE)
def test_no_dateline(text: str) -> None:
    assert read_dateline(text) is None


@pytest.mark.parametrize(("text", "written", "agency", "date"), SOME)
def test_dateline(text: str, written: str, agency: str, date: str) -> None:
    found = read_dateline(text)
    assert found is not None
    assert (found.written, found.agency, found.date, found.byline) == (written, agency, date, "")
    assert text[found.end :][:1].strip()


@pytest.mark.xfail(strict=True)
@pytest.mark.parametrize("text", NAMES)
def test_names(text: str) -> None:
    assert read_dateline(text) is None


@pytest.mark.xfail(strict=True)
@pytest.mark.parametrize("text", NOT_FOUND)
def test_not_found(text: str) -> None:
    assert read_dateline(text) is not None


@pytest.mark.parametrize(("text", "written", "agency", "name"), NAMED)
def test_the_reporter_whom_a_dateline_names(text: str, written: str, agency: str, name: str) -> None:
    found = read_dateline(text)
    assert found is not None
    assert (found.written, found.agency, found.byline) == (written, agency, name)
    assert text[found.end :][:1].strip()


@pytest.mark.parametrize(
    ("text", "weak"),
    [("ANNA: She saw it.", True), ("PORT ELDEN: The council met.", True), ("ANKARA: The council met.", False),
     ("LUNN – Lost his man.", True), ("LONDON – The council met.", False), ("LUNN, Ohio – It rained.", False),
     ("PORT ELDEN - The council met.", False), ("PORT ELDEN (AP): The council met.", False)],
)  # fmt: skip
def test_a_dateline_that_may_be_who_speaks_is_weak(text: str, weak: bool) -> None:
    found = read_dateline(text)
    assert found is not None
    assert found.weak is weak


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Kirchdorf Der Rat tagte.", None),
        ("Kirchdorf. der Rat tagte.", None),
        ("Ja. Das ist so.", None),
        ("Genau. Und nun?", None),
        ("Er kam. Sie ging.", None),
        ("Das Haus am Bach brannte. Niemand starb.", None),
        ("4. März. Der Rat tagte.", None),
        ("", None),
        ("Kirchdorf.", None),
        ("Kirchdorf. Der Rat tagte.", "Kirchdorf"),
        ("Bad Oberfeld. „Wir bauen“, sagte sie.", "Bad Oberfeld"),
        ("Lindach/Steinach. Die Brücke ist gesperrt.", "Lindach/Steinach"),
        ("On Monday – The council met.", None),
        ("Port Elden - the council met.", None),
        ("Port Elden-The council met.", None),
        ("Yes - The council met.", None),
        ("Port Elden - The council met.", "Port Elden"),
        ("Port Elden — The council met.", "Port Elden"),
    ],
)
def test_a_place_and_a_stop(text: str, place: str | None) -> None:
    found = read_place(text)
    assert (found and found.written) == place
    assert not found or text[found.end :].lstrip("„")[0].isupper()


@pytest.mark.parametrize("text", [case[0] for case in SOME])
def test_nothing_of_the_dateline_is_left_in_the_text(text: str) -> None:
    found = read_dateline(text)
    assert found is not None
    left = text[found.end :]
    assert left
    assert left[0] not in " -–—:_"
    assert not found.agency or found.agency not in left


@pytest.mark.parametrize("text", ["A" * 100_000, "A " * 50_000, "(" * 100_000, "LONDON, " * 20_000, "-" * 90_000])
def test_long_lines_are_only_looked_at_from_the_front(text: str) -> None:
    assert read_dateline(f"{text}: Rain fell.") is None
    short = read_dateline("LONDON (Reuters) - Rain fell.")
    assert short is not None
    assert read_dateline(f"LONDON (Reuters) - Rain fell. {text}") == short


@given(st.text(" \t\n-–—―_:./|)],(।ab1\u0601", max_size=20))
def test_each_closer_is_found_from_its_sign(head: str) -> None:
    assert [found.span() for found in _closers(head)] == [found.span() for found in _CLOSER.finditer(head)]
