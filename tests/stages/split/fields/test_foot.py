"""What stands below a story: who signs it, the agency, the date."""

from __future__ import annotations

import pytest

from clean.document import Edit, Mark
from tests.stages.split.fields.reading import BODY_LINES, FOLIO, HEADLINE, read, text


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
