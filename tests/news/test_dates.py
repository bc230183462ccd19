"""Dates as newspapers of the world write them, alone on a line: tables, negatives first."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from clean.news.calendar import _MONTHS, MONTHS
from clean.news.dates import (
    date_line,
    find_date,
    heads_date,
    is_dated,
    is_running_head,
    iso_date,
    paper_date,
)
from tests.news import world_dates

NO_DATES = [
    "Embargo on oil ends March 4, 2020",
    "For release of prisoners, March 4, 2020",
    "March 4, 2020: eastern time zones change",
    "From March 4, 2020 to April 5, 2020", "4 March 2020, 5 March 2020, 6 March 2020", "2024.13",
    "version 2024.03.04.1", "Ona was born March 4, 2020", "May Day", "March on the capital", "4 of 10",
    "The 4 March 2020 meeting", "March 4, 2020 / 10:10 AM / Town Hall", "4 March 2020 - 3 min to go",
    "Morning News, 4 March 2020", "Weekly Digest: 4 March 2020", "Hard Time, March 4, 2020",
    "1 April fools us", "2020", "10.45.12", "31.13.24", "04.03.24.15", "02.03.04.05.06", "04.03.24 %", "4 มี.ค. 67 คน",
    "4 Mar. 67", "",
]  # fmt: skip
DATES = [
    ("Mon Mar 04 2024 - 05:30", "2024-03-04"),
    ("2024.03.04 10:32", "2024-03-04"),
    ("입력 2024.03.04 10:32 수정 2024.03.05 11:15", "2024-03-04"),
    ("Giriş: 04.03.2024 - 10:32 Güncelleme: 05.03.2024 - 11:15", "2024-03-04"),
    ("Publié le 4 mars 2024 à 10h32 | Mis à jour le 5 mars 2024 à 11h", "2024-03-04"),
    ("Published on March 4, 2024 at 5:00 am, updated March 5, 2024", "2024-03-04"),
    ("31/03/2024 10h32 Atualizado 01/04/2024 11h15", "2024-03-31"),
    ("04/03/2024 10h32 Atualizado 04/03/2024 11h15", ""),
    ("2024年3月4日 5時00分", "2024-03-04"),
    ("2024-03-04 18:04:11 来源：例子日报", "2024-03-04"),
    ("2024-03-04 18:04 来源：例子网 责任编辑：张三", "2024-03-04"),
    ("Mar 4, 2024 - 3 min read", "2024-03-04"),
    ("4 mars 2024 · 3 min de lecture", "2024-03-04"),
    ("4. März 2024 | Lesezeit: 3 Min.", "2024-03-04"),
    ("4 de marzo de 2024 - Lectura 3 min", "2024-03-04"),
    ("First published on Mon 4 Mar 2024 18.04 GMT", "2024-03-04"),
    ("Published: 00:01 GMT, 4 March 2024 | Updated: 08:20 GMT, 5 March 2024", "2024-03-04"),
    ("Publié le 4 mars 2024 à 18h04, mis à jour le 5 mars 2024 à 09h10", "2024-03-04"),
    ("4.mar.2026 às 18h32", "2026-03-04"),
    ("March 4, 2020", "2020-03-04"),
    ("4 March 2020", "2020-03-04"),
    ("Wednesday, March 4th, 2020", "2020-03-04"),
    ("2020-03-04", "2020-03-04"),
    ("Published: 4 March 2020 10:32 GMT", "2020-03-04"),
    ("For immediate release: 4 March 2020", "2020-03-04"),
    ("EMBARGOED UNTIL 6 a.m. March 4, 2020", "2020-03-04"),
    ("March 04, 2020 09:00 AM Eastern Standard Time", "2020-03-04"),
    ("March 04, 2020 09:00 ET | Source: Example Foods", "2020-03-04"),
    ("Last updated on March 4, 2020 at 10:32 a.m. EST", "2020-03-04"),
    ("4. März 2020", "2020-03-04"),
    ("4 de marzo de 2020", "2020-03-04"),
    ("4 mars 2020", "2020-03-04"),
    ("4 марта 2020", "2020-03-04"),
    ("2020年3月4日", "2020-03-04"),
    ("04.03.2020", "2020-03-04"),
    ("25/03/2020", "2020-03-25"),
    ("04/03/2020", ""),
    ("Publié le 25/03/2020 à 18h02", "2020-03-25"),
    ("Mis à jour le 4 mars 2020 à 18:02", "2020-03-04"),
    ("Publicado em 25/03/2020 às 18h02", "2020-03-25"),
    ("Publicado el 4 de marzo de 2020 a las 18:02", "2020-03-04"),
    ("Pubblicato il 4 marzo 2020 alle ore 18:02", "2020-03-04"),
    ("Erschienen am 4. März 2020 um 18:02 Uhr", "2020-03-04"),
    ("Опубликовано 4 марта 2020 в 18:02", "2020-03-04"),
    ("Опубліковано 4 березня 2020 о 18:02", "2020-03-04"),
    ("4 HAZİRAN 2020", "2020-06-04"),
    ("March 4", ""),
    ("31 February 2020", ""),
]


@pytest.mark.parametrize("line", NO_DATES + world_dates.NONE)
def test_no_date_line(line: str) -> None:
    assert date_line(line) == (False, "")


@pytest.mark.parametrize(("line", "iso"), DATES + world_dates.SOME)
def test_date_line(line: str, iso: str) -> None:
    assert date_line(line) == (True, iso)


NO_HEADERS = [
    "Morning News, 4 March 2020", "Local News - March 4, 2020", "Weather Bulletin, 4 March 2020", "Times, 4 March 2020",
    "March 4, 2020 / 10:10 AM / Town Hall", "Jane Example, 4 March 2020",
    "Jane Example of the Times, 4 March 2020, said",
    "Port Example, 4 March 2020",
]  # fmt: skip


@pytest.mark.parametrize("line", NO_HEADERS)
def test_no_paper_and_date(line: str) -> None:
    assert not is_dated(line)
    assert not paper_date(line)


HEADERS = [
    "Example Times, March 4, 2020",
    "The Times, March 4, 2020",
    "Port Example Herald - Wednesday, March 4, 2020",
    "March 4, 2020 / 10:10 AM EDT / CBS News",
    "BBC News | 4 March 2020",
    "Diario de Ejemplo, 4 de marzo de 2020",
    "Beispieler Zeitung, 4. März 2020",
    "例子日报 2020年3月4日",
    "La Gazette du Port, 4 mars 2020",
]  # fmt: skip


@pytest.mark.parametrize("line", HEADERS)
def test_paper_and_date(line: str) -> None:
    assert paper_date(line) == "2020-03-04"
    assert is_dated(line) is (":" in line)  # without a time it is as often a source that a story names


@pytest.mark.parametrize("written", [str.lower, str.upper, str.title])
@pytest.mark.parametrize("name", [name for name in MONTHS if name[-1].isalpha() and name.upper().lower() == name])
def test_a_month_by_each_of_its_names_in_any_case(name: str, written: Callable[[str], str]) -> None:
    iso = f"2020-{MONTHS[name]:02}-04"
    assert date_line(f"4 {written(name)} 2020") == (True, iso)
    assert date_line(f"2020 {written(name)} 4") == (True, iso)
    if " " not in name:  # before its day a name has one word
        assert date_line(f"{written(name)} 4, 2020") == (True, iso)


@pytest.mark.parametrize(
    "text", ["12 people in 2019", "4 marching bands", "1234-56", "mar4", "4martial", "Ma 4", "4 m 2019"]
)
def test_no_date_though_numbers_stand_there(text: str) -> None:
    assert find_date(text) is None


def test_no_name_is_that_of_two_months() -> None:
    names = [name for names in _MONTHS for name in set(names.split())]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("1 فروردین 1400", "2021-03-21"),
        ("29 اسفند 1399", "2021-03-19"),
        ("30 اسفند 1399", "2021-03-20"),
        ("1 فروردین 1403", "2024-03-20"),
        ("22 بهمن 1357", "1979-02-11"),
        ("31 شهریور 1359", "1980-09-22"),
        ("31 مهر 1400", ""),
    ],
)
def test_iranian_dates(line: str, iso: str) -> None:
    found = find_date(line)
    assert found is not None
    assert iso_date(found) == iso


@pytest.mark.parametrize(
    "line",
    ["", ":", "Date", "On", "Published by Example House", "Update", "Le", "Erschienen ist es nie", "4 March 2019"],
)
def test_heads_no_date(line: str) -> None:
    assert not heads_date(line)


WORDS = "Published PUBLISHED Updated: Pubblicato Опубликовано 发布时间： 公開日 입력 Güncelleme".split()
PHRASES = ["Last modified", "Publié le", "Mis à jour le :", "Veröffentlicht am", "Publicado el", "نشر في"]


@pytest.mark.parametrize("line", WORDS + PHRASES)
def test_heads_a_date(line: str) -> None:
    assert heads_date(line)


NO_RUNNING_HEADS = [
    "March 4, 2025",
    "CITY HALL, MARCH 4, 2025",
    "THE DAILY EXAMPLE TUESDAY, MARCH 4, 2025",
    "Concert, March 4, 2025, page 3.",
    "The Example Times, March 4, 2025, Page A3",
    "Trains leave from platform 4 on March 4, 2025",
    "MARCH 4, 2025 7",
    "By March 4, 2025 the bill had 12",
    "A4",
    "B2 BOMBERS STRIKE MARCH 4, 2025",
    "G20 SUMMIT SEPTEMBER 9, 2023",
    "SECTION 28 REPEALED NOVEMBER 18, 2003",
    "EXECUTIVE ORDER NO. 9066, FEBRUARY 19, 1942",
]
RUNNING_HEADS = [
    "A4 THE DAILY EXAMPLE TUESDAY, MARCH 4, 2025",
    "TUESDAY, MARCH 4, 2025 THE DAILY EXAMPLE A5",
    "THE DAILY EXAMPLE | MARCH 4, 2025 | PAGE 7",
    "Dienstag, 4. März 2025 NORDFELDER BOTE Seite 7",
]


@pytest.mark.parametrize("line", NO_RUNNING_HEADS)
def test_no_running_head(line: str) -> None:
    assert not is_running_head(line)


@pytest.mark.parametrize("line", RUNNING_HEADS)
def test_running_head(line: str) -> None:
    assert is_running_head(line)
