"""What single cues of a gap see: how much text stands around it, long headings, lone datelines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pytest

from clean.document import Mark
from clean.stages.split import profile
from clean.stages.split.block.columns import Columns
from clean.stages.split.block.units import Units
from clean.stages.split.cohesion.said import Said
from clean.stages.split.cues.plain import plain_cues
from clean.stages.split.usual.profile import Profile

HEAD, OTHER = "Sawmill burns down above Valbrune", "Covered market to open again in June"
TEXT = "A fire that began in the sharpening room has destroyed a sawmill above the village, where forty people worked."
LATER = "Thirty traders will sell fish, bread and flowers under the new roof of the hall, which cost four million."
LONG = "Police have asked those who had been on the late shift at the sawmill to come to their station before Friday"


def cues_at(line: int, lines: Sequence[str], usual: Profile | None = None) -> Mapping[str, int]:
    """The cues at the gap above a line, which need no comparison of words."""
    marks = bytearray(Mark.BOILERPLATE if text.startswith("©") else Mark.BODY for text in lines)
    units = Columns(Units(list(lines), marks, 0))
    gap = units.units.first.index(line)
    _, _, found = plain_cues(units, np.array([gap]), [usual or Profile()])
    return {name: int(column[0]) for name, column in found.items()}


@pytest.mark.parametrize(
    ("above", "below", "expected"),
    [
        ([TEXT], [LATER], (1, 1)),
        ([TEXT] * 2, [LATER] * 9, (2, 5)),
        ([TEXT, HEAD], [LATER], (0, 1)),
        ([TEXT * 40], [LATER * 40], (8, 8)),
        ([TEXT, "Ask the crew", TEXT], [LATER, "What now?", LATER], (1, 1)),  # a short line ends it
        ([TEXT], [], (1, 0)),
    ],
)
def test_how_much_text_stands_around_a_headline(above: list[str], below: list[str], expected: tuple[int, int]) -> None:
    found = cues_at(len(above) + 1, [TEXT[:80], *above, OTHER, *below])
    if len(above) == 1:
        found = cues_at(len(above), [*above, OTHER, *below])
    assert (found["text_above"], found["text_below"]) == expected


@pytest.mark.parametrize(
    ("heading", "usual", "expected"), [(OTHER, 0, 10), (OTHER, 36, 0), (OTHER, 80, 0), (LONG, 36, 10), (LONG, 90, 1)]
)
def test_a_line_that_is_long_among_the_headings_of_its_source(heading: str, usual: int, expected: int) -> None:
    assert cues_at(1, [TEXT, heading, LATER], Profile(heading=usual))["longer"] == expected


ASKS = ("Who pays for it?", "Why now?", "What is next?", "Who decides?")


@pytest.mark.parametrize(
    ("lines", "asked"),
    [
        ([HEAD, TEXT, ASKS[0], LATER], []),
        ([HEAD, TEXT, ASKS[0], LATER, OTHER, TEXT, ASKS[1], LATER], []),
        ([HEAD, TEXT, ASKS[0], LATER, ASKS[1], LATER], []),
        ([ASKS[0], TEXT, ASKS[1], LATER, OTHER, LATER, ASKS[2], LATER], []),
        ([HEAD, TEXT, ASKS[0], *[LATER] * 6, ASKS[1], LATER, ASKS[2], LATER], []),
        ([HEAD, TEXT, ASKS[0], *[LATER] * 5, ASKS[1], LATER, ASKS[2], LATER], [2, 8, 10]),
        ([HEAD, TEXT, *[part for ask in ASKS for part in (ask, LATER)], OTHER, TEXT], [2, 4, 6, 8]),
        ([ASKS[0], TEXT, ASKS[1], LATER, ASKS[2], LATER], [2, 4]),
        ([HEAD, *[TEXT] * 6, ASKS[0], TEXT, ASKS[1], LATER, ASKS[2], LATER], [9, 11]),  # the first may be a headline
    ],
)
def test_questions_in_a_row_are_of_one_story(lines: list[str], asked: list[int]) -> None:
    heads = [i for i, line in enumerate(lines) if i and line in (HEAD, OTHER, *ASKS)]
    assert [i for i in heads if cues_at(i, lines)["enumerated"]] == asked


def test_half_the_headings_have_so_many_letters() -> None:
    lines = [HEAD, "By Jane Doe", "May 4, 2020", TEXT, "Short one", "- a point", LATER, OTHER, "By Al Roe", TEXT]
    assert profile(lines, bytearray([Mark.BODY]) * len(lines)).heading == len(HEAD)
    assert profile([TEXT, LATER], bytearray([Mark.BODY]) * 2).heading == 0


@pytest.mark.parametrize("bare", [False, True])
def test_a_headline_printed_twice_stands_below_where_the_source_begins_without_one(bare: bool) -> None:
    usual = Profile(bare=bare)
    assert cues_at(1, [TEXT, HEAD, HEAD, LATER], usual)["pair_where_below"] == bare
    assert not cues_at(1, [TEXT, HEAD, LATER], usual)["pair_where_below"]


@pytest.mark.parametrize(("first", "bare"), [(TEXT, True), (HEAD, False)])
def test_whether_a_source_begins_without_a_headline(first: str, bare: bool) -> None:
    lines = [first, LATER, HEAD, TEXT]
    assert profile(lines, bytearray([Mark.BODY]) * len(lines)).bare == bare


@pytest.mark.parametrize(("datelines", "expected"), [(1, True), (2, False)])
def test_the_only_dateline_of_a_source(datelines: int, expected: bool) -> None:
    lines = [TEXT, LATER, f"LONDON, March 4 (Reuters) - {TEXT}"]
    assert cues_at(2, lines, Profile(datelines=datelines))["dateline_once"] == expected
    assert not cues_at(2, [TEXT, HEAD, lines[2]], Profile(datelines=datelines))["dateline_once"]


@pytest.mark.parametrize(
    ("line", "lines", "expected"),
    [
        (2, [TEXT, "© Ida Berg", "A heron with a bell.", "© Ida Berg", LATER], False),
        (2, [TEXT, "© Ida Berg", "A heron with a bell.", LATER], True),
        (2, [TEXT, "© Ida Berg", LATER, "© Ida Berg", TEXT], True),
        (2, [TEXT, "© Ida Berg", OTHER, "© Ida Berg", LATER], True),
    ],
    ids=["between credits", "below a credit", "a paragraph", "a headline"],
)
def test_a_caption_among_the_credits_of_photos_is_no_story(line: int, lines: list[str], expected: bool) -> None:
    assert cues_at(line, lines)["boilerplate_above"] == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["alpha bravo", "alpha", "alpha", "delta"], {"alpha": 1, "bravo": 3, "delta": 3}),
        (["alpha alpha alpha"], {"alpha": 1}),
        (["alpha"] + ["bravo"] * 127, {"alpha": 7, "bravo": 1}),  # a word cannot be rarer
        (["alpha"] * 2 + ["bravo"] * 126, {"alpha": 7, "bravo": 1}),
        (["alpha"] * 4 + ["bravo"] * 124, {"alpha": 6, "bravo": 1}),
    ],
)
def test_a_word_weighs_as_much_as_it_is_rare(lines: list[str], expected: dict[str, int]) -> None:
    units = Units(lines, bytearray([Mark.BODY]) * len(lines), 0)
    said = Said.by(Columns(units), compiled=False)
    words = said.told(said.weights(fewest=len(lines) + 1), units)
    assert not words.common
    assert {word: dict(words.told).get(word, words.rare) for word in expected} == expected


@pytest.mark.parametrize(
    ("above", "told"),
    [
        ([TEXT, "Attendance: 1,344"], "short_above"),
        ([TEXT, "Referee: J Example", "Attendance: 1,344"], "short_above"),
        ([TEXT, *[f"Attendance: {n}" for n in range(4)]], "short_above"),
        ([TEXT, *[f"Attendance: {n}" for n in range(5)]], "open_above"),  # no end of a story is so long
        ([TEXT, OTHER, "(From our reporter)"], "open_above"),  # right below a headline it is no note
        ([TEXT, "Twice as many as last year"], "open_above"),
        ([TEXT, "★★★☆☆"], "bullet_above"),
    ],
)
def test_a_note_below_a_story_is_no_heading(above: list[str], told: str) -> None:
    found = cues_at(len(above), [*above, HEAD, LATER])
    assert [name for name in ("short_above", "open_above", "bullet_above") if found[name]] == [told]


def test_the_stars_of_a_review_are_no_deck() -> None:
    assert not cues_at(1, [TEXT, HEAD, "★★★☆☆", LATER])["deck"]
    assert cues_at(1, [TEXT, HEAD, "★ A good start", LATER])["deck"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (LATER, False),
        (
            "iPhones sold well in the week before the holidays, the company said, and more than in the year before.",
            False,
        ),
        (
            "before the end of the year, and the mayor has promised to look for the money that the town would need.",
            True,
        ),
        (
            "He said so on Monday, and the mayor has promised to look for the money that the town would need for it.",
            True,
        ),
    ],
)
def test_a_body_that_begins_in_the_midst_of_a_sentence(body: str, expected: bool) -> None:
    assert cues_at(1, [TEXT, HEAD, body])["body_continues"] == expected
