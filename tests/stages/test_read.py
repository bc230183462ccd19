"""What stands above and below one story: page headers, dates, labels, names with and without `By`, sign-offs."""

from __future__ import annotations

import numpy as np
import pytest

from clean.document import BODY, Edit, Mark
from clean.news.dates import read_date
from clean.settings import Split
from clean.stages.split import profile, read_story
from clean.stages.split.block.columns import Columns
from clean.stages.split.block.heads import read_heads
from clean.stages.split.block.units import Units
from clean.story import Story

HEADLINE = "Council votes to rebuild harbour wall"
BODY_LINES = [
    "The council of Port Elden met on Monday and voted for a new harbour wall, which will cost four million crowns.",
    "The vote was close, with nine members against the plan and eleven for it, the clerk said.",
    "Work will begin in spring and last for two years, during which ferries will land at the old pier.",
]


def read(lines: list[str], off: str = "") -> Story:
    return read_story(lines, bytearray(len(lines)), Split(off=frozenset({off} if off else ())))


def text(lines: list[str], story: Story) -> list[str]:
    return [line for line, mark in zip(lines, story.marks, strict=True) if mark == BODY]


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


def test_what_signs_a_story_goes() -> None:
    lines = [HEADLINE, *BODY_LINES, "(dpa)", "je/js"]
    story = read(lines)
    assert text(lines, story) == BODY_LINES
    assert story.rules == {4: "wire-sign-off", 5: "wire-sign-off"}
    assert story.marks[-1] == Mark.BOILERPLATE


def test_an_agency_behind_the_last_sentence_goes() -> None:
    story = read([HEADLINE, *BODY_LINES[:2], f"{BODY_LINES[2]} (Reuters)"])
    last = len(BODY_LINES[2])
    assert story.edits == {3: [Edit(last, last + len(" (Reuters)"), "", "wire-sign-off")]}


@pytest.mark.parametrize(("sign", "agency", "rule"), [
    (" — Reuters", "Reuters", "wire-sign-off"), (" PTI ABC XYZ", "PTI", "wire-sign-off"),
    (" – Agencies", "", "wire-sign-off"), (" Enditem", "", "end-mark"), (" ENDS", "", "end-mark"),
])  # fmt: skip
def test_what_signs_the_only_paragraph_goes_and_names_the_agency(sign: str, agency: str, rule: str) -> None:
    last = len(BODY_LINES[0])
    story = read([HEADLINE, BODY_LINES[0] + sign])
    assert (story.agency, story.edits) == (agency, {1: [Edit(last, last + len(sign), "", rule)]})
    assert read([HEADLINE, BODY_LINES[0] + sign], rule).edits == {}


def test_an_agency_of_the_dateline_stays_the_agency() -> None:
    assert read([HEADLINE, f"PORT ELDEN, March 4 (AP) - {BODY_LINES[0]} — Agence France-Presse"]).agency == "AP"


@pytest.mark.parametrize(
    ("paragraph", "rules"),
    [
        ("LINDOW (AP). – EFE", ["wire-sign-off"]),
        ("PORT ELDEN, March 4 (AP) – It fell. EFE", ["dateline", "wire-sign-off"]),
    ],
)
def test_a_dateline_that_is_all_of_a_signed_paragraph_stays(paragraph: str, rules: list[str]) -> None:
    story = read([HEADLINE, paragraph])
    assert ([edit.rule for edit in story.edits[1]], story.dateline != "") == (rules, "dateline" in rules)


def test_a_reporter_in_brackets_at_the_end_is_the_byline() -> None:
    story = read(
        [
            "阿尔河大桥因裂缝封闭",
            "埃尔布鲁克市阿尔河大桥4日因发现支撑梁裂缝而封闭。",
            "大桥将关闭三个月。",
            "（记者 张三）",
        ]
    )
    assert story.byline == "记者 张三"


def test_an_agency_within_a_story_stays() -> None:
    lines = [HEADLINE, BODY_LINES[0], "je/js", *BODY_LINES[1:]]
    assert text(lines, read(lines)) == lines[1:]


def test_blank_lines_that_are_body_sign_nothing() -> None:
    lines = [HEADLINE, "", *BODY_LINES, "(dpa)", ""]
    story = read(lines)
    assert story.marks[-2] == Mark.BOILERPLATE
    assert text(lines, story)[-2:] == [BODY_LINES[-1], ""]


@pytest.mark.parametrize("above", ["4 March 2019", "THE DAILY EXAMPLE Monday, 4 March 2019 Page 3", "By Jane Example"])
def test_a_date_or_byline_behind_a_paragraph_begins_the_head_of_the_headline_below(above: str) -> None:
    lines = [*BODY_LINES, above, HEADLINE, *BODY_LINES]
    marks = bytearray(len(lines))
    columns = Columns(Units(lines, marks, 0), [profile(lines, marks).standing])
    heads = read_heads(columns, np.array([3]), np.array([len(lines)]))
    assert (heads.headline[0], heads.body[0]) == (4, 5)


FOLIO = "The Elden Post, 4 March 2019, page 3"


@pytest.mark.parametrize(
    ("foot", "date"),
    [
        (["4 March 2019"], "2019-03-04"),
        ([FOLIO], "2019-03-04"),
        ([FOLIO, "(Reuters)"], "2019-03-04"),
        ([FOLIO, "The next sitting is in May."], ""),  # no foot
        ([FOLIO, BODY_LINES[1], FOLIO.replace("4", "5")], ""),  # of two stories, perhaps
    ],
)
def test_a_date_below_the_last_paragraph_is_that_of_a_story_without_one(foot: list[str], date: str) -> None:
    lines = [HEADLINE, *BODY_LINES, *foot]
    story = read(lines)
    assert story.date == date
    assert (foot[0] in text(lines, story)) == (not date)


def test_a_date_below_the_last_paragraph_stays_where_another_is_known() -> None:
    lines = [HEADLINE, "3 March 2019", *BODY_LINES, "4 March 2019"]
    story = read(lines)
    assert story.date == "2019-03-03"
    assert text(lines, story)[-1] == "4 March 2019"


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


KOREAN = "홍길동 기자 hong@example.co.kr"


@pytest.mark.parametrize(
    ("head", "foot", "byline", "left"),
    [
        ([], [KOREAN, "위원회가 열렸다."], "", [KOREAN, "위원회가 열렸다."]),  # no foot
        ([], ["hong@example.co.kr"], "", ["hong@example.co.kr"]),
        ([], [KOREAN], KOREAN, []),
        ([], ["Pewarta: Budi Contoh"], "Budi Contoh", []),
        (["홍길동 기자"], [KOREAN], "홍길동 기자", []),
        ([KOREAN], [], KOREAN, []),
    ],
)
def test_a_reporter_with_an_address_signs_above_or_below(
    head: list[str], foot: list[str], byline: str, left: list[str]
) -> None:
    lines = [HEADLINE, *head, *BODY_LINES, *foot]
    story = read(lines)
    assert story.byline == byline
    assert text(lines, story) == [*BODY_LINES, *left]


def test_below_a_byline_an_address_stays_where_sign_offs_do() -> None:
    lines = [HEADLINE, "홍길동 기자", *BODY_LINES, KOREAN]
    assert text(lines, read(lines, "wire-sign-off"))[-1] == KOREAN


@pytest.mark.parametrize(("below", "byline"), [
    (["Port Elden"], ""),
    (["Anna Reyes", "Tom Brandt"], ""),  # a list
    (["The clerk"], ""),
    (["Mr Clerk said so"], ""),
    (["Jane Example"], "Jane Example"),
    (["Omar Al-Sample"], "Omar Al-Sample"),
])  # fmt: skip
def test_a_name_alone_below_the_last_paragraph_signs_the_story(below: list[str], byline: str) -> None:
    lines = [HEADLINE, *BODY_LINES, *below]
    story = read(lines)
    assert story.byline == byline
    assert text(lines, story) == BODY_LINES + ([] if byline else below)


def test_a_name_that_the_story_says_signs_nothing() -> None:
    lines = [
        HEADLINE,
        *BODY_LINES,
        "“It is high time,” said Jane Example of the council, who voted for it.",
        "Jane Example",
    ]
    assert not read(lines).byline


@pytest.mark.parametrize(
    "headline", ["Minister resigns after row with @example", "Write to desk@example.com, says mayor"]
)
def test_an_address_stands_in_a_headline_above_a_credit_alone(headline: str) -> None:
    assert read([headline, "By Jane Example", *BODY_LINES]).headline == headline
    assert read([headline, *BODY_LINES]).headline == ""


def test_the_code_of_a_desk_signs_below_a_sentence_alone() -> None:
    assert text([HEADLINE, *BODY_LINES, "Y1X-ML"], read([HEADLINE, *BODY_LINES, "Y1X-ML"])) == BODY_LINES
    lines = [HEADLINE, *BODY_LINES, "The bus will leave from line", "A12-BC"]
    assert text(lines, read(lines)) == lines[1:]


def test_the_hindi_service_signs_with_names() -> None:
    lines = [
        "परिषद ने नए पूल के लिए मतदान किया",
        "परिषद ने मंगलवार को नए पूल के लिए मतदान किया जिस पर नौ करोड़ रुपये खर्च होंगे।",
        "भाषा उदाहरण नमूना",
    ]
    assert text(lines, read(lines)) == lines[1:2]


def test_the_head_of_a_printed_page_within_a_story_goes() -> None:
    lines = [HEADLINE, BODY_LINES[0], "A5 THE DAILY EXAMPLE TUESDAY, MARCH 4, 2025", *BODY_LINES[1:]]
    story = read(lines)
    assert text(lines, story) == BODY_LINES
    assert story.rules == {2: "page-furniture"}
    assert text(lines, read(lines, off="page-furniture")) == lines[1:]
