"""What stands above and below one story: page headers, dates, labels, names with and without `By`, sign-offs."""

from __future__ import annotations

import numpy as np
import pytest

from clean.news.dates import read_date
from clean.stages.split import profile
from clean.stages.split.block.columns import Columns
from clean.stages.split.block.heads import read_heads
from clean.stages.split.block.units import Units
from tests.stages.split.fields.reading import BODY_LINES, FOLIO, HEADLINE, read, text

# Lines above the body, the fields that they are, and those of them that stay in the text.
HEADS = [
    ([HEADLINE], {}, []),
    ([HEADLINE, "By Night"], {}, ["By Night"]),
    ([HEADLINE, "Port Elden"], {}, ["Port Elden"]),
    ([HEADLINE, "Members were split on the cost"], {}, ["Members were split on the cost"]),
    ([HEADLINE, "Port Elden Council"], {}, ["Port Elden Council"]),
    ([HEADLINE, "Key Points", "Jane Example"], {"byline": "Jane Example"}, ["Key Points"]),
    ([HEADLINE, "Jane Example"], {"byline": "Jane Example"}, []),
    ([HEADLINE, "Jane Example in Berlin"], {"byline": "Jane Example in Berlin"}, []),
    ([HEADLINE, "Members were split on the cost", "Jane Example"], {"byline": "Jane Example"},
     ["Members were split on the cost"]),
    ([HEADLINE, "After a long debate the council has voted. It took all night.", "By Jane Example"],
     {"byline": "Jane Example"}, ["After a long debate the council has voted. It took all night."]),
    ([HEADLINE, "Courier Staff Writer"], {"byline": "Courier Staff Writer"}, []),
    ([HEADLINE, "By JANE EXAMPLE", "Courier Staff Writer"], {"byline": "JANE EXAMPLE, Courier Staff Writer"}, []),
    ([HEADLINE, "Staff Reporter"], {"byline": "Staff Reporter"}, []),
    ([HEADLINE, "By JOHN SMITH, Post Staff"], {"byline": "JOHN SMITH, Post Staff"}, []),
    ([HEADLINE, "By Jane Example | March 4, 2019"], {"byline": "Jane Example", "date": "2019-03-04"}, []),
    ([HEADLINE, "Jane Example", "March 4, 2019"], {"byline": "Jane Example", "date": "2019-03-04"}, []),
    ([HEADLINE, "Jane Example", "March 4, 2019 / 10:10 AM EDT / CBS News"],
     {"byline": "Jane Example", "date": "2019-03-04"}, []),
    ([HEADLINE, "Example Times, March 4, 2019"], {"date": "2019-03-04"}, []),
    ([HEADLINE, "Mar 4, 2019 - 3 min read", "By Jane Example"], {"byline": "Jane Example", "date": "2019-03-04"}, []),
    ([HEADLINE, "Jane Example | 4 March 2019"], {"byline": "Jane Example", "date": "2019-03-04"}, []),
    ([HEADLINE, "Posted on March 4, 2019 by Jane Example"], {"byline": "Jane Example", "date": "2019-03-04"}, []),
    ([HEADLINE, "2019-03-04 18:04:11 来源：例子日报 作者：李四"], {"byline": "李四", "date": "2019-03-04"}, []),
    ([HEADLINE, "Jane Example, 4 March 2019"], {"byline": "Jane Example", "date": "2019-03-04"}, []),
    ([HEADLINE, "例子市＝山田花子"], {"byline": "山田花子", "dateline": "例子市"}, []),
    ([HEADLINE, "A＝山田花子"], {}, ["A＝山田花子"]),
    ([HEADLINE, "Rain in Lindow - 4 March 2019"], {}, ["Rain in Lindow - 4 March 2019"]),
    ([HEADLINE, "The show begins - 4 March 2019 - 10:15"], {}, ["The show begins - 4 March 2019 - 10:15"]),
    ([HEADLINE, "Lindow 2 - 4 March 2019 - 10:15"], {}, ["Lindow 2 - 4 March 2019 - 10:15"]),
    ([HEADLINE, "JANE EXAMPLE", "Lindow - 04 MAR 2019 - 19:42 CET"],
     {"byline": "JANE EXAMPLE", "dateline": "Lindow - 04 MAR 2019", "date": "2019-03-04"}, []),
    ([HEADLINE, "Juana Ejemplo", "Santa Ejemplo | 4 de marzo de 2019 - 08:10 CEST"],
     {"byline": "Juana Ejemplo", "dateline": "Santa Ejemplo | 4 de marzo de 2019", "date": "2019-03-04"}, []),
    (["PROFILE", HEADLINE, "By Jane Example"], {"byline": "Jane Example"}, []),
    (["ESSAY", HEADLINE], {}, []),
    ([HEADLINE, "Reuters"], {"agency": "Reuters"}, []),
    ([HEADLINE, "Jane Example", "London"], {"byline": "Jane Example", "dateline": "London"}, []),
    ([HEADLINE, "Published"], {}, ["Published"]),
    ([HEADLINE, "Updated", "Members were split on the cost"], {}, ["Updated", "Members were split on the cost"]),
    ([HEADLINE, "Published", "4 March 2019", "By Jane Example", "BBC News"],
     {"date": "2019-03-04", "byline": "Jane Example", "agency": "BBC News"}, []),
    ([HEADLINE, "Published:", "4 March 2019", "Updated", "5 March 2019"], {"date": "2019-03-04"}, []),
    ([HEADLINE, "Publié le", "4 mars 2019"], {"date": "2019-03-04"}, []),
    (["Veröffentlicht am", "4. März 2019", HEADLINE], {"date": "2019-03-04"}, []),
    (["By Jane Example", HEADLINE], {"byline": "Jane Example"}, []),
    (["4 March 2019", HEADLINE], {"date": "2019-03-04"}, []),
    (["THE DAILY EXAMPLE Monday, 4 March 2019 Page 3", HEADLINE], {"date": "2019-03-04"}, []),
    (["The Daily Example | 4 March 2019 | Page A3", "By Jane Example", HEADLINE],
     {"date": "2019-03-04", "byline": "Jane Example"}, []),
]  # fmt: skip


@pytest.mark.parametrize(("head", "fields", "kept"), HEADS, ids=lambda value: "|".join(value)[:50])
def test_head(head: list[str], fields: dict[str, str], kept: list[str]) -> None:
    lines = [*head, *BODY_LINES]
    story = read(lines)
    found = {name: getattr(story, name) for name in ("byline", "dateline", "agency", "date") if getattr(story, name)}
    assert story.headline == HEADLINE
    assert found == fields
    assert text(lines, story) == [*kept, *BODY_LINES]


@pytest.mark.parametrize(
    "headline",
    [
        "Von Mäusen und Menschen",
        "By Night All Cats Are Grey",
        "US / China",
        "Weather",
        "Gaza: Two killed in raid",
        "Who pays for the wall..",
    ],
)
def test_a_headline_that_begins_like_a_byline_or_a_label_is_one(headline: str) -> None:
    assert read([headline, *BODY_LINES]).headline == headline


@pytest.mark.parametrize("headline", ["Winter fair on the island goes on", "What the old ferry was built for"])
def test_a_headline_printed_twice_that_ends_like_half_of_one_is_whole(headline: str) -> None:
    assert read([headline, headline, *BODY_LINES]).headline == headline


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("CENTS ON RAIN NEWS", ""),
        ("RAIN RUINS FIELDS", ""),
        ("JANE EXAMPLE", "JANE EXAMPLE"),
        ("Jane Example", "Jane Example"),
    ],
)
def test_above_a_dateline_capitals_that_the_story_says_are_no_byline(line: str, byline: str) -> None:
    lines = ["CORN CROP IS LATE", line, "LINDOW, Dec. 9 (AP) - Rain has kept growers from the fields.", *BODY_LINES]
    story = read(lines)
    assert (story.byline, story.dateline, story.agency) == (byline, "LINDOW, Dec. 9", "AP")


@pytest.mark.parametrize(
    ("day", "other", "stays"),
    [
        ("Monday, Feb. 5", "Tuesday, Feb. 6", True),
        ("5 February", "6 February", True),
        ("Monday, Feb. 5", "Monday, Feb. 5", False),
        ("Monday, Feb. 5, 2024", "Tuesday, Feb. 6, 2024", False),
        ("04/03/2020", "05/03/2020", False),
        ("Updated Feb. 5", "Tuesday, Feb. 6", False),
        ("Monday, Feb. 5", "The wall on Feb. 6", False),
    ],
)
def test_days_that_head_the_entries_of_a_log_stay(day: str, other: str, stays: bool) -> None:
    lines = ["Harbour log", day, BODY_LINES[0], other, BODY_LINES[1]]
    assert (text(lines, read(lines)) == lines[1:]) is stays


def test_bylines_turned_off_stay() -> None:
    lines = [HEADLINE, "By Jane Example", "Staff Reporter", *BODY_LINES]
    assert text(lines, read(lines, "byline")) == lines[1:]


def test_who_speaks_is_no_place() -> None:
    lines = [HEADLINE, "ANNA: It fell in the night.", "BEN: So did I hear.", "ANNA: The wall was old.", *BODY_LINES]
    assert read(lines).dateline == ""


def test_names_before_dashes_one_below_the_other_are_no_places() -> None:
    ratings = ["PELL – Made one fine save.", "LUNN – Lost his man for the second.", "OKORO – Quick and brave."]
    story = read(["Rovers player ratings", *ratings])
    assert (story.dateline, text(["Rovers player ratings", *ratings], story)) == ("", ratings)


@pytest.mark.parametrize(
    ("opening", "below", "dateline"),
    [
        ("LINDOW – ", BODY_LINES[1], "LINDOW"),
        ("LINDOW – ", "NATO – which had built it – paid for the wall.", "LINDOW"),
        ("LONDON – ", "LINDOW – The council met.", "LONDON"),
        ("LINDOW, March 4 – ", "ELDEN – The council met.", "LINDOW, March 4"),
        ("LINDOW (AP) – ", "ELDEN – The council met.", "LINDOW"),
    ],
)
def test_a_place_before_a_dash_is_one(opening: str, below: str, dateline: str) -> None:
    assert read([HEADLINE, opening + BODY_LINES[0], below, *BODY_LINES]).dateline == dateline


def test_a_place_before_a_colon_is_one() -> None:
    story = read([HEADLINE, f"PORT ELDEN: {BODY_LINES[0]}", *BODY_LINES[1:], "NOTE: The council meets again in May."])
    assert story.dateline == "PORT ELDEN"


@pytest.mark.parametrize("above", ["4 March 2019", "THE DAILY EXAMPLE Monday, 4 March 2019 Page 3", "By Jane Example"])
def test_a_date_or_byline_behind_a_paragraph_begins_the_head_of_the_headline_below(above: str) -> None:
    lines = [*BODY_LINES, above, HEADLINE, *BODY_LINES]
    marks = bytearray(len(lines))
    columns = Columns(Units(lines, marks, 0), [profile(lines, marks).standing])
    heads = read_heads(columns, np.array([3]), np.array([len(lines)]))
    assert (heads.headline[0], heads.body[0]) == (4, 5)


LATER = ["Lynx seen in Garrow valley", *[line.replace("harbour", "forest") for line in BODY_LINES]]

STORY = [HEADLINE, *BODY_LINES]


@pytest.mark.parametrize(
    ("lines", "above", "below"),
    [
        ([*STORY, *LATER], False, False),
        ([*STORY, FOLIO, *LATER, FOLIO], False, True),
        ([*STORY, "4 March 2019", *LATER, "5 March 2019"], False, True),
        ([*STORY, FOLIO, *LATER], False, False),  # none below the last
        ([FOLIO, *STORY, FOLIO, *LATER, FOLIO], True, False),  # one above the first
        ([HEADLINE, "4 March 2019", *BODY_LINES, *LATER, FOLIO], False, False),  # one in its head
        ([*STORY, *LATER, FOLIO], False, False),  # a lone one says nothing of the others
        (["4 March 2019", "By Jane Example", *STORY], True, False),
        (["4 March 2019", "By Jane Example", "Von Erika Beispiel", "Par Paul Exemple", *STORY], False, False),
        (["4 March 2019", *BODY_LINES], False, False),  # no headline below
    ],
)
def test_on_which_side_of_stories_credits_stand(lines: list[str], above: bool, below: bool) -> None:
    usual = profile(lines, bytearray(len(lines)))
    assert (usual.credits_above, usual.dates_below) == (above, below)
    assert not profile(lines, bytearray(len(lines)), whole=False).dates_below


@pytest.mark.parametrize("credit", ["4 March 2019", "By Jane Example"])
def test_one_below_a_headline_begins_none(credit: str) -> None:
    lines = [*BODY_LINES, HEADLINE, credit, "Members were split on the cost", *BODY_LINES]
    marks = bytearray(len(lines))
    columns = Columns(Units(lines, marks, 0), [profile(lines, marks).standing])
    assert read_heads(columns, np.array([4]), np.array([len(lines)])).headline[0] == 4


@pytest.mark.parametrize(
    "line",
    [
        "読売新聞、2009年7月10日。",
        "NASA、2006年10月6日。",
        "『新しい橋が開通』。産業経済新聞社、2012年9月15日。",
        "Daily Example, March 4, 2009",
        "The committee met on March 4, 2009",
    ],
)
def test_a_source_with_its_date_is_no_page_header(line: str) -> None:
    assert read_date(line) is None


def test_a_page_header_has_the_names_in_capitals_or_a_page() -> None:
    assert read_date("THE DAILY EXAMPLE, Monday, March 4, 2009") == "2009-03-04"
    assert read_date("The Daily Example | 4 March 2009 | Page 3") == "2009-03-04"


@pytest.mark.parametrize(
    "headline", ["Minister resigns after row with @example", "Write to desk@example.com, says mayor"]
)
def test_an_address_stands_in_a_headline_above_a_credit_alone(headline: str) -> None:
    assert read([headline, "By Jane Example", *BODY_LINES]).headline == headline
    assert read([headline, *BODY_LINES]).headline == ""


def test_the_head_of_a_printed_page_within_a_story_goes() -> None:
    lines = [HEADLINE, BODY_LINES[0], "A5 THE DAILY EXAMPLE TUESDAY, MARCH 4, 2025", *BODY_LINES[1:]]
    story = read(lines)
    assert text(lines, story) == BODY_LINES
    assert story.rules == {2: "page-furniture"}
    assert text(lines, read(lines, off="page-furniture")) == lines[1:]
