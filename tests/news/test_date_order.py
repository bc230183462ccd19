"""What stands first in dates of numbers, day or month: told by a source's own dates, or by the settings."""

from __future__ import annotations

import pytest

from clean.news.date_order import date_order
from clean.settings import Settings, Split
from tests.support import check, clean


@pytest.mark.parametrize(
    ("lines", "order"),
    [
        ([], ""),
        (["25/03/2024"], ""),
        (["25/03/2024", "03/25/2024", "26/03/2024"], ""),
        (["04/03/2024", "05/03/2024"], ""),
        (["25.03.2024", "26.03.2024"], ""),
        (["2024/03/25", "2024-03-26"], ""),
        (["25/13/2024", "32/03/2024", "26/00/2024"], ""),
        (["Room 25/03/2024/7", "v25/03/2024", "125/03/2024"], ""),
        (["25/03/2024", "04/03/2024", "Posted 26/03/2024 10:32"], "day"),
        (["25-03-2024 and 26-03-2024"], "day"),
        (["03/25/2024", "Updated 3/26/2024, 10:32"], "month"),
    ],
)
def test_what_stands_first(lines: list[str], order: str) -> None:
    assert date_order(lines) == order


BODIES = (
    "The harbour wall fell in the storm on Monday night. Nobody was hurt, the captain told the council in the morning.",
    "Teachers of both schools want smaller classes. The ministry has money for nine of them, and none for the others.",
    "A bridge over the river will be open to walkers in spring. Two hundred people came to see the first stone laid.",
    "Wheat prices rose again at the market this week. Farmers said that rain had come too late for most of the fields.",
)
HEADLINES = ("Harbour wall falls", "Teachers want smaller classes", "Bridge to open in spring", "Wheat prices rise")


def feed(*days: str) -> bytes:
    stories = zip(HEADLINES, days, BODIES, strict=False)
    return "\n".join(f"{head}\nBy Jane Example\n{day}\n\n{body}\n" for head, day, body in stories).encode()


def dates(data: bytes, order: str = "auto") -> list[str]:
    files = {"feed.txt": data}
    result = clean(files, Settings(split=Split(date_order=order)))  # type: ignore[arg-type]
    check(result, files)
    assert [row["headline"] for row in result.rows] == list(HEADLINES)
    return [row["date"] for row in result.rows]


def test_the_other_dates_of_a_source_tell() -> None:
    found = dates(feed("04/03/2024", "25/03/2024", "26/03/2024", "02/04/2024 10:32"))
    assert found == ["2024-03-04", "2024-03-25", "2024-03-26", "2024-04-02"]
    found = dates(feed("04/03/2024", "03/25/2024", "3/26/2024", "Posted 02/04/2024"))
    assert found == ["2024-04-03", "2024-03-25", "2024-03-26", "2024-02-04"]


def test_where_none_or_one_tells_the_date_is_open() -> None:
    assert dates(feed("04/03/2024", "05/03/2024", "06/06/2024", "25/03/2024")) == ["", "", "2024-06-06", "2024-03-25"]
    assert dates(feed("04/03/2024", "25/03/2024", "03/26/2024", "27/03/2024"))[0] == ""


@pytest.mark.parametrize(("order", "first"), [("auto", ""), ("day", "2024-03-04"), ("month", "2024-04-03")])
def test_the_settings_tell(order: str, first: str) -> None:
    assert dates(feed("04/03/2024", "05/05/2024", "25/03/2024", "7 March 2024"), order)[0] == first


def test_behind_a_byline_and_in_a_dateline() -> None:
    data = feed("25/03/2024", "26/03/2024", "27/03/2024", "28/03/2024").decode()
    data = data.replace("By Jane Example\n25/03/2024\n", "By Jane Example | 04/03/2024\n")
    data = data.replace("By Jane Example\n26/03/2024\n\n", "\nRABAT, 05/03/2024 (MAP) - ")
    found = dates(data.encode())
    assert found == ["2024-03-04", "2024-03-05", "2024-03-27", "2024-03-28"]
