"""Where stories begin and what their lines are: made-up feeds with headlines above and below, stories to keep whole."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from clean.document import Document, Mark
from clean.errors import UsageError
from clean.news.wrap import runs_on, wrap_width
from clean.settings import Boilerplate, Split
from clean.stages.boilerplate import mark_lines
from clean.stages.split import judge_gaps, profile, read_story
from clean.stages.split.block.columns import BULLET, Columns
from clean.stages.split.block.units import Units
from clean.stages.split.model.scoring import all_gaps
from clean.story import Story
from tests.support import boundaries

HARBOUR = [
    "PORT EXAMPLE: The harbour wall that a storm broke in January will be rebuilt by next winter, Mayor Ines Carvalho "
    "told the harbour council on Monday.",
    "Carvalho, who has led the town for six years, said the rebuilding would cost nine million and that the harbour "
    "would stay open to fishing boats.",
    "“We have waited long enough for this wall,” she said. The council voted nine to two for the plan after two hours.",
    "Fishermen in the gallery clapped. Several of them lost their boats when the wall gave way and waves ran over the "
    "quay, and they had asked for a higher wall.",
    "The engineer who drew the plan said that the new wall would stand two metres above the highest tide measured.",
    "Work begins in April, and the town will close the fish market road to lorries until the harbour wall stands.",
]
HARBOUR_HEAD = "Council votes to rebuild harbour wall after storm"
HARBOUR_POINTS = [
    "- Rebuilding would cost nine million, Mayor Ines Carvalho said",
    "- Fishermen had asked for a higher wall",
]
LYNX = [
    "NORTHFIELD: Two lynx kittens have been born in the hills above Northfield, the first in the county for a century, "
    "wildlife rangers said on Saturday.",
    "The mother was released there in 2019 with a transmitter, and rangers found the den by its signal last week.",
    "The head ranger, Oskar Lindqvist, said the kittens weighed a pound each and were healthy. He asked walkers to "
    "keep their dogs out of the hills until autumn.",
    "Sheep farmers fear for their lambs. Their union said that the county must pay for every lamb a lynx takes.",
    "Lindqvist said no lamb had been taken so far and that the animals lived on hares and deer.",
]
LYNX_HEAD = "First lynx kittens in a century born above Northfield"

TAIL = [*HARBOUR, HARBOUR_HEAD, HARBOUR_HEAD, *HARBOUR_POINTS]
TOP = [HARBOUR_HEAD, HARBOUR_HEAD, *HARBOUR_POINTS, *HARBOUR]
SHORT_WITHIN = [*HARBOUR[:4], "A wall two metres higher", *HARBOUR[4:], HARBOUR_HEAD, HARBOUR_HEAD, *HARBOUR_POINTS]
PLAIN = [LYNX_HEAD, *LYNX]


def marked(lines: Sequence[str]) -> bytearray:
    return bytearray(Mark.BODY if line.strip() else Mark.BLANK for line in lines)


def starts(lines: list[str], **knobs: object) -> list[int]:
    marks = marked(lines)
    return boundaries(lines, marks, profile(lines, marks), Split(**knobs))  # type: ignore[arg-type]


def story(lines: list[str], **knobs: object) -> Story:
    return read_story(lines, marked(lines), Split(**knobs))  # type: ignore[arg-type]


def spaced(lines: list[str]) -> list[str]:
    return [line for text in lines for line in (text, "")][:-1]


def straight(lines: list[str]) -> list[str]:
    return [line.translate({0x201C: '"', 0x201D: '"'}) for line in lines]


FEEDS = {
    "headline below, then above": (TAIL, PLAIN),
    "headline above, then below": (PLAIN, TAIL),
    "headline above, then below a story with a short line": (PLAIN, SHORT_WITHIN),
    "headlines above": (TOP, PLAIN),
    "headlines above, other order": (PLAIN, TOP),
    "a wire's mark on the headline below": (
        [*HARBOUR, f"ANALYSIS: {HARBOUR_HEAD}", f"ANALYSIS: {HARBOUR_HEAD}", *HARBOUR_POINTS],
        PLAIN,
    ),
    "a first sentence that says less than the second": (["Nine to two.", *TAIL], PLAIN),
    "a dateline on a line of its own": (
        TAIL,
        ["NORTHFIELD, May 4 (CNA) -", LYNX[0][12:], *LYNX[1:], LYNX_HEAD, LYNX_HEAD],
    ),
}


@pytest.mark.parametrize("change", [list, spaced, straight], ids=["as is", "blank lines", "straight quotes"])
@pytest.mark.parametrize("feed", FEEDS.values(), ids=FEEDS)
def test_two_stories(feed: tuple[list[str], list[str]], change: type[list[str]]) -> None:
    one, other = change(feed[0]), change(feed[1])
    gap = [""] if change is spaced else []
    assert starts([*one, *gap, *other]) == [len(one) + len(gap)]


@pytest.mark.parametrize("lines", [TAIL, TOP, spaced(TAIL), spaced(TOP)], ids=["below", "above", "below b", "above b"])
def test_headline_block_on_either_side(lines: list[str]) -> None:
    found = story(lines)
    assert found.headline == HARBOUR_HEAD
    assert found.highlights == [point[2:] for point in HARBOUR_POINTS]
    assert (found.dateline, found.agency) == ("PORT EXAMPLE", "")
    assert sum(mark == Mark.DUPLICATE_HEADLINE for mark in found.marks) == 1
    assert sum(mark == Mark.BODY for mark in found.marks) == len(HARBOUR)


@pytest.mark.parametrize(
    ("rule", "mark"),
    [("headline", Mark.HEADLINE), ("duplicate-headline", Mark.DUPLICATE_HEADLINE), ("highlight", Mark.HIGHLIGHT)],
)
def test_rule_turned_off(rule: str, mark: Mark) -> None:
    assert mark in story(TOP).marks
    assert mark not in story(TOP, off=frozenset({rule})).marks


def test_dateline_turned_off() -> None:
    found = story(PLAIN, off=frozenset({"dateline"}))
    assert not found.dateline
    assert not found.edits


def test_byline_and_date() -> None:
    found = story([LYNX_HEAD, "By Jane Example", "March 4, 2020", *LYNX])
    assert (found.byline, found.date, found.headline) == ("Jane Example", "2020-03-04", LYNX_HEAD)
    assert list(found.marks[:3]) == [Mark.HEADLINE, Mark.BYLINE, Mark.DATE]


SUBHEADS = [
    LYNX_HEAD,
    *LYNX[:2],
    "The kittens",
    LYNX[2],
    "Farmers fear for lambs",
    *LYNX[3:],
]
LETTER = ["Letters to the editor", "", *LYNX[1:3], "Oskar Lindqvist, Northfield", "", *LYNX[3:], "Ida Berg, Northfield"]
RECIPE = ["Fish soup for six", "Ingredients:", "- 1 kg of fish", "- 2 onions", "Method:", "Boil the fish.", "Serve."]
INTERVIEW = [
    LYNX_HEAD,
    LYNX[0],
    "Q: How many kittens are there?",
    "A: There are two kittens, as far as the rangers know from the den.",
    "Q: Are the kittens healthy?",
    "A: They are. The rangers weighed the kittens last week.",
]
RATINGS = ["Rovers player ratings", "", "PELL – Made one fine save and could do nothing about either goal.", ""]
RATINGS += ["LUNN – Lost his man for the second and was lucky to stay on.", "", "OKORO – Quick, brave and everywhere."]
NOTICES = [
    "Death notices",
    "",
    "BLOMQVIST – Edith Maria, aged 93, at home in Upper Tarn on October 19. No flowers.",
    "",
]
NOTICES += ["FOY – Daniel, on October 20, in Wexcombe hospital, beloved husband of Ann. No flowers."]
WHOLE = {
    "ratings": RATINGS,
    "death notices": NOTICES,
    "one story": PLAIN,
    "headline below": TAIL,
    "headline below, short line within": SHORT_WITHIN,
    "subheads": SUBHEADS,
    "letters": LETTER,
    "recipe": RECIPE,
    "interview": INTERVIEW,
    "one line": ["Harbour wall"],
    "no line": [],
    "blank": ["", "", ""],
}


@pytest.mark.parametrize("lines", WHOLE.values(), ids=WHOLE)
def test_kept_whole(lines: list[str]) -> None:
    assert starts(lines) == []


def test_subheads_are_body() -> None:
    found = story(SUBHEADS)
    assert found.headline == LYNX_HEAD
    assert sum(mark == Mark.BODY for mark in found.marks) == len(SUBHEADS) - 1


WIRE = [
    "BRIEF-Harbour wall to be rebuilt by next winter",
    "BRIEF-Lynx kittens born above Northfield",
    "BRIEF-Fish market road to close to lorries in April",
    "BRIEF-Sheep farmers ask for a pound for every lamb",
]
ROUND_UP = [
    "Shares rise as grain prices climb along the coast",
    "Shares edged higher in early trading on Tuesday as a rise in the price of grain lifted mills.",
    "KEEPING SCORE: The index of the coast rose six points to 2,104. That of the hills gained 41 points to 17,820.",
    "RETAIL WOES: Harlow's, the chain of shops, sank by a tenth after it said its sales had fallen in December.",
    "CURRENCIES: The crown rose to 112.40 pounds from 111.95 pounds late on Monday.",
]
WIRES = {
    "versions of one story": [
        [HARBOUR_HEAD, *HARBOUR[:3]],
        ["UPDATE 1-" + HARBOUR_HEAD, *HARBOUR[:4]],
        ["UPDATE 2-" + HARBOUR_HEAD, *HARBOUR],
        ["CORRECTED-" + HARBOUR_HEAD, *HARBOUR],
    ],
    "headlines alone": [[line] for line in WIRE],
    "headlines alone behind stories": [PLAIN, [HARBOUR_HEAD, *HARBOUR], *([line] for line in WIRE)],
    "a round-up with labels": [PLAIN, ROUND_UP, [HARBOUR_HEAD, *HARBOUR]],
    "headlines with a sentence": [[line, text] for line, text in zip(WIRE, HARBOUR, strict=False)],
}


@pytest.mark.parametrize("stories", WIRES.values(), ids=WIRES)
def test_what_a_wire_sends_in_a_row(stories: list[list[str]]) -> None:
    lines = [line for story in stories for line in story]
    first = [sum(map(len, stories[:n])) for n in range(1, len(stories))]
    assert starts(lines) == first


VERSION = [
    "UPDATE 2-" + HARBOUR_HEAD,
    *HARBOUR[:4],
]


@pytest.mark.parametrize("mark", ["-30-", "-----", "***", "(END)"])
@pytest.mark.parametrize("after", [PLAIN, [HARBOUR_HEAD, *HARBOUR[:3]]], ids=["another story", "the story again"])
def test_a_separator_or_end_mark_parts_stories(mark: str, after: list[str]) -> None:
    lines = [*VERSION, mark, *after]
    document = Document(lines, list(range(len(lines) + 1)))
    document.marks = marked(lines)
    mark_lines(document, Boilerplate())
    usual = profile(lines, document.marks)
    assert boundaries(lines, document.marks, usual, Split()) == [len(VERSION) + 1]


@pytest.mark.parametrize(
    ("between", "blanks"),
    [(["", "-----", ""], 1), (["", "", "-----", ""], 2), (["", "", ""], 3), (["", "", "", "", ""], 3), (["-----"], 0)],
)
def test_blank_lines_on_both_sides_of_a_separator_do_not_add_up(between: list[str], blanks: int) -> None:
    lines = [HARBOUR[0], *between, LYNX_HEAD]
    document = Document(lines, list(range(len(lines) + 1)))
    document.marks = marked(lines)
    mark_lines(document, Boilerplate())
    assert Columns(Units(lines, document.marks, 0)).blanks[1] == blanks


def test_a_break_within_a_story_does_not_part_it() -> None:
    lines = [LYNX_HEAD, *LYNX[:3], "* * *", *LYNX[3:]]
    marks = marked(lines)
    marks[4] = Mark.SEPARATOR
    assert boundaries(lines, marks, profile(lines, marks), Split()) == []


def test_a_file_cut_anywhere_is_read() -> None:
    lines = [*TAIL, *PLAIN]
    for end in range(len(lines)):
        cut = [0, *starts(lines[:end]), end]
        for first, last in pairwise(cut):
            assert len(story(lines[first:last]).marks) == last - first


def test_unknown_weights_are_usage_errors(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        starts(PLAIN, weights=str(tmp_path / "none.json"))
    (tmp_path / "few.json").write_text('{"weights": {"bias": 1}}')
    with pytest.raises(UsageError, match="missing"):
        starts(PLAIN, weights=str(tmp_path / "few.json"))


def test_threshold_and_explanation() -> None:
    lines = [*TAIL, *PLAIN]
    marks = marked(lines)
    usual = profile(lines, marks)
    gaps = judge_gaps(Units(lines, marks, usual.width), usual, Split(), 0, len(lines))
    (score,) = (gap.score for gap in gaps if gap.boundary)
    assert ["dateline" in gap.reasons for gap in gaps if gap.boundary] == [True]
    assert starts(lines, threshold=score - 1) == [len(TAIL)]
    assert starts(lines, threshold=score) == []


def test_topics_without_headlines() -> None:
    lines = [*HARBOUR, *(line.replace("harbour", "harbour wall") for line in HARBOUR), *LYNX, *LYNX]
    assert starts(lines, mode="topic") == [2 * len(HARBOUR)]


def test_every_line_a_story() -> None:
    lines = [HARBOUR[0], "", HARBOUR_HEAD, HARBOUR[0], "  ", LYNX[0]]
    assert starts(lines) == [3]
    assert starts(lines, mode="lines") == [2, 3, 5]


def test_a_headline_that_two_gaps_claim_is_no_story() -> None:
    lines = [*PLAIN, *HARBOUR, HARBOUR_HEAD, HARBOUR_HEAD, *PLAIN]
    assert starts(lines) == [len(PLAIN), len(lines) - len(PLAIN)]


@pytest.mark.parametrize(
    ("line", "following", "width", "expected"),
    [
        ("The council voted nine to two for the plan", "after two hours.", 45, True),
        ("The council voted nine", "to two.", 45, False),
        (
            "Council votes to rebuild harbour wall after storm",
            "Council votes to rebuild harbour wall after storm",
            50,
            False,
        ),
        ("港の壁を来年の冬までに建て直すと市長が述べた", "漁師は高い壁を求めていた", 40, False),
        ("港の壁を来年の冬までに建て直すと市長が述べた", "漁師は高い壁を求めていた", 23, True),
    ],
)
def test_lines_that_run_on(line: str, following: str, width: int, expected: bool) -> None:
    assert runs_on(line, following, width) is expected


WRAPPED = textwrap.wrap(" ".join(HARBOUR[1:4]).lower(), 60)


@pytest.mark.parametrize(
    ("lines", "width"),
    [
        ([*HARBOUR, *LYNX], 0),
        ([*HARBOUR, *(line[:50] for line in LYNX)], 0),
        ([*HARBOUR, *WRAPPED[:3]], 0),
        ([*HARBOUR, *WRAPPED[:4], "Gulls over the", "empty harbour"], max(map(len, WRAPPED[:4]))),
        ([*HARBOUR, *WRAPPED[:4], "Gulls over the", "empty harbour", "", "Nets on the", "quay"], 0),
        ([*HARBOUR, *WRAPPED], max(map(len, WRAPPED))),
        # A line or two of another length, with no capital behind, are not what tells the width.
        ([*HARBOUR, *WRAPPED, "", LYNX[3][:90].rstrip("., "), "and more of it", *HARBOUR], max(map(len, WRAPPED))),
    ],
    ids=["none", "cut short", "too few", "three in four", "too many others", "some", "some, and a longer line"],
)
def test_the_width_of_some_wrapped_stories(lines: list[str], width: int) -> None:
    assert wrap_width(lines) == width


@pytest.mark.parametrize(
    ("lines", "units"),
    [
        # The last paragraph of a story is as long as a line, and below it stands a headline.
        ([HARBOUR[1], "The council will vote on the harbour wall in spring.", "Lynx seen in the northern hills"], 3),
        (["", "The council will vote on the harbour wall in spring.", "Lynx seen in the northern hills"], 1),
        ([HARBOUR[1], "The council will vote on the harbour wall in spring, and", "then build it."], 2),
        ([HARBOUR[1], "", "The council will vote on it in spring, said the mayor of the",
          "town. It will build the new wall by winter of the next year.", "Fishermen want a higher one."], 2),
    ],
)  # fmt: skip
def test_a_paragraph_of_one_full_line_does_not_run_on(lines: list[str], units: int) -> None:
    marks = bytearray(Mark.BODY if line else Mark.BLANK for line in lines)
    assert len(Units(lines, marks, 60)) == units


@pytest.mark.parametrize(
    ("line", "light"),
    [("What did the harbour council know..", True), ("“I will not resign”...", True), ("The council knew.", False),
     ("„Der Rat wusste davon“, sagt sie. „Er hat nur nichts gesagt.“", False), ("„Der Rat wusste davon“", True),
     ("« Le conseil savait tout. »", False), ("« Le conseil savait tout »", True), ("»Vi vidste det hele.«", False),
     ("하버시 의회 " * 13, True), ("部长说道路已经开放" * 9, False),
     ("สภาเมืองลงมติสร้างกำแพงท่าเรือใหม่", True), ("สภาเมืองลงมติสร้างกำแพงท่าเรือใหม่" * 4, False),
     ("“สภาเมืองลงมติ” สร้างกำแพงท่าเรือใหม่" * 4 + " 9", False), ("Խորհուրդը որոշեց։", False), ("ምክር ቤቱ ወሰነ።", False)],
)  # fmt: skip
def test_which_lines_may_be_headlines(line: str, light: bool) -> None:
    assert Units([line], marked([line]), 0).light == [light]


THAI = [
    [
        "สภาเมืองลงมติสร้างกำแพงท่าเรือใหม่",
        "สภาเมืองท่าเรือลงมติเก้าต่อสองให้สร้างกำแพงกันคลื่นใหม่หลังพายุเมื่อเดือนก่อนพัดกำแพงเดิมพังลง เรือประมงเสียหายสิบสี่ลำ",
        "นายกเทศมนตรีกล่าวว่ากำแพงใหม่จะสูงกว่าเดิมสองเมตร งบประมาณเก้าล้านบาท และชาวประมงจะได้รับเงินช่วยเหลือค่าซ่อมเรือ",
        "งานก่อสร้างจะเริ่มในเดือนเมษายน ถนนหน้าตลาดปลาจะปิดไม่ให้รถบรรทุกผ่านจนกว่ากำแพงท่าเรือจะแล้วเสร็จ",
    ],
    [
        "ลูกเสือลายเมฆเกิดใหม่สองตัวในป่าห้วยหิน",
        "เจ้าหน้าที่พิทักษ์ป่าพบลูกเสือลายเมฆสองตัวในโพรงไม้กลางป่าห้วยหินเมื่อวันเสาร์ นับเป็นครั้งแรกในรอบหนึ่งศตวรรษของจังหวัด",
        "แม่เสือถูกปล่อยคืนป่าเมื่อห้าปีก่อนพร้อมปลอกคอส่งสัญญาณวิทยุ หัวหน้าอุทยานบอกว่าลูกเสือแข็งแรงดีทั้งสองตัวและกินนมแม่เก่ง",
        "คนเลี้ยงแกะกังวลว่าฝูงแกะจะถูกเสือกิน สมาคมจึงขอให้อุทยานจ่ายค่าชดเชยสำหรับแกะทุกตัวที่หายไปจากคอก",
    ],
]


def test_stories_in_a_script_without_blanks_and_stops_are_parted_and_one_stays_whole() -> None:
    assert starts([*THAI[0], *THAI[1]]) == [len(THAI[0])]
    for story in THAI:
        assert starts(story) == []


@pytest.mark.parametrize("below", [LYNX[1], "", LYNX_HEAD], ids=["text", "blank", "headline"])
@pytest.mark.parametrize(
    ("line", "placed"),
    [("NORTHFIELD, May 4 (CNA) -", True), ("NORTHFIELD, May 4. /TASS/.", True), ("Northfield (AFP)", False),
     ("NORTHFIELD (Reuters) -", True), ("НОРТФИЛД, 4 мая — РИА Новости.", True), ("Northfield -", False),
     ("Rangers find a den (with map)", False), ("She paid 4 crowns.", False), ("NORTHFIELD", False)],
)  # fmt: skip
def test_a_dateline_alone_on_its_line_opens_the_paragraph_below(line: str, placed: bool, below: str) -> None:
    lines = [LYNX_HEAD, line, below, LYNX[2]]
    for compiled in (False, True):
        units = Units(lines, marked(lines), 0, compiled)
        joined = placed and below == LYNX[1]
        assert [units.kind(k) for k in range(len(units)) if units.last[k] > units.first[k]] == ["dateline"] * joined


def test_lines_in_a_row_with_numbers_are_a_list_but_for_a_headline_at_its_end() -> None:
    items = ["Northfield: 7 degrees", "Lindow: 3 degrees", "Brava: 10 degrees"]
    lines = [LYNX_HEAD, *LYNX[:2], *items, "14 boats lost in the storm", *HARBOUR[:2]]
    assert np.flatnonzero(Columns(Units(lines, marked(lines), 0)).kind == BULLET).tolist() == [3, 4, 5]
    few = lines[:4] + lines[6:]
    assert BULLET not in Columns(Units(few, marked(few), 0)).kind


@pytest.mark.parametrize(
    ("line", "cue", "there"),
    [('"We keep the den closed,"', "comma", True), ("“We keep the den closed,”", "comma", True),
     ("“Are there kittens in the den?”", "question", True), ("“We keep the den closed”", "comma", False),
     ("'", "comma", False)],
)  # fmt: skip
def test_a_quotation_is_judged_by_what_ends_it(line: str, cue: str, there: bool) -> None:
    lines = [LYNX_HEAD, *LYNX[:3], line, *LYNX[3:]]
    marks = bytearray(len(lines))
    _, found = all_gaps(lines, marks, profile(lines, marks))
    row = found.lines.tolist().index(4)
    assert bool(found.cues.at(np.array([row]))[0, found.cues.names.index(cue)]) is there


def test_items_of_a_bulletin_are_numbered_from_its_first_line() -> None:
    items = [f"{n}. {head}" for n, head in enumerate((HARBOUR_HEAD, LYNX_HEAD), 1)]
    bulletin = [items[0], *HARBOUR[:2], items[1], *LYNX[:2]]
    assert profile(bulletin, marked(bulletin)).numbered
    page = [HARBOUR_HEAD, *HARBOUR[:2], *bulletin]
    assert not profile(page, marked(page)).numbered
