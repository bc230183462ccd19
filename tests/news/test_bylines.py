"""Bylines of newspapers and agencies over the world, and lines that begin like one: negatives first."""

from __future__ import annotations

import pytest

from clean.news.bylines import names_author, names_role, person, read_byline, read_signed
from tests.news import bylines_latin, bylines_others
from tests.news.no_bylines import NONE

BYLINES = bylines_latin.BYLINES + bylines_others.BYLINES

# Capitalised throughout, they cannot be told from names.
KNOWN_FAILURES = [
    "Av Club Closes",
    "Por Amor al Arte",
    "Von Trapp Family Sells House",
]

NO_AUTHORS = [
    "Harbour wall to be rebuilt",
    "Boris Johnson is in Berlin",
    "What we know",
    "New rules for bridges",
    "The Big Read",
    "5 things to know",
    "Rain",
    "CENTS ON RAIN NEWS",
    "MAY CLOSES BELOW A DOLLAR",
    "TOP STORIES",
    "TECH STOCKS",
    "MAYOR SAYS SORRY",
    "POLICE IN UPROAR",
    "Editor: what now?",
    "Merkel and the bridge",
    "Council Votes To Rebuild Harbour Wall After The Storm",
    "Storm, rain and floods",
    "قال الوزير إن المجلس سيجتمع غدا في العاصمة ويقرر ما يلزم",
    "Reuters",
    "",
]
AUTHORS = [
    "Jane Example",
    "Jane Example and John Sample",
    "JANE EXAMPLE",
    "ANNA DAY",
    "JUANA DE LA EJEMPLO",
    "JANE EXAMPLE IN BERLIN",
    "LI NA",
    "Jane Example, Staff Writer",
    "Jane Example | The Daily Example",
    "Jane Example, BBC News",
    "Jane Example in Berlin",
    "Jane Example, Political Editor",
    "Jane Example and agencies",
    "Courier Staff Writer",
    "Staff Reporter",
    "Post Staff",
    "Special Correspondent",
    "Jana Beispiel, Berlin",
    "Jana Beispiel",
    "Jana Beispiel und Max Muster",
    "Jeanne Exemple (avec AFP)",
    "Jeanne Exemple, à Lyon",
    "Juana Ejemplo / Madrid",
    "Juana Ejemplo | Madrid",
    "JUANA EJEMPLO Madrid",
    "Joana Exemplo",
    "Joana Exemplo - O Estado de S. Paulo",
    "Gianna Esempio",
    "Jan van der Voorbeeld",
    "Ayşe ÖRNEK",
    "Ayşe Örnek / ANKARA",
    "Ayşe ÖRNEK/İSTANBUL, (DHA)",
    "Иван Примеров",
    "Иван ПРИМЕРОВ",
    "Иван Примеров, Москва",
    "Jan Przykład",
    "منى مثال - القاهرة",
    "منى مثال",
    "J. R. Example",
    "Jane Example, AP Science Writer",
    "Associated Press Writer",
    "Jane Example, Correspondent, Nairobi",
    "Jean-Pierre Exemple",
    "Juan de la Cruz",
    "Daily Example Staff Report",
]


@pytest.mark.parametrize("line", NONE)
def test_no_byline(line: str) -> None:
    assert read_byline(line) == ""


@pytest.mark.parametrize(("line", "names"), BYLINES)
def test_byline(line: str, names: str) -> None:
    assert read_byline(line) == names


@pytest.mark.xfail(strict=True)
@pytest.mark.parametrize("line", KNOWN_FAILURES)
def test_known_failures(line: str) -> None:
    assert read_byline(line) == ""


@pytest.mark.parametrize("line", NO_AUTHORS)
def test_no_author(line: str) -> None:
    assert not names_author(line)


@pytest.mark.parametrize("line", AUTHORS)
def test_author(line: str) -> None:
    assert names_author(line)


@pytest.mark.parametrize(
    ("line", "names", "iso"),
    [
        ("Janetta Example, 4 March 2020", "", ""),
        ("Georgia Example, 4 March 2020", "", ""),
        ("Paul Bay, 4 March 2020", "", ""),
        ("Jane, 4 March 2020", "", ""),
        ("Port Example, 4 March 2020", "", ""),
        ("Port Example, Ohio - March 4, 2020 - The council met", "", ""),
        ("Jane Example | 04/03/2020", "", ""),
        ("Jane Example | March 4", "", ""),
        ("Rain | 4 March 2020", "", ""),
        ("Jane Example | The bridge of 4 March 2020", "", ""),
        ("Jane Example | 4 March 2020", "Jane Example", "2020-03-04"),
        ("Jane Example, 4 March 2020", "Jane Example", "2020-03-04"),
        ("Juan de la Ejemplo, 4 de marzo de 2020", "Juan de la Ejemplo", "2020-03-04"),
        ("Jane Example - March 4, 2020 10:15", "Jane Example", "2020-03-04"),
        ("JANA BEISPIEL • 4. März 2020", "JANA BEISPIEL", "2020-03-04"),
        ("Redacción | 4 de marzo de 2020", "Redacción", "2020-03-04"),
        ("Courier Staff Writer / 4 March 2020", "Courier Staff Writer", "2020-03-04"),
    ],
)
def test_name_and_date(line: str, names: str, iso: str) -> None:
    assert read_signed(line) == (names, iso)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Jane Example in Berlin", "Jane Example"),
        ("Jane Example, Staff Writer", "Jane Example"),
        ("Juan de la Cruz", "Juan de la Cruz"),
        ("Courier Staff Writer", ""),
        ("", ""),
    ],
)
def test_person(line: str, name: str) -> None:
    assert person(line) == name


@pytest.mark.parametrize(
    ("line", "role"),
    [("Courier Staff Writer", True), ("Jane Example, BBC Correspondent", True), ("Jane Example", False)],
)
def test_role(line: str, role: bool) -> None:
    assert names_role(line) is role
