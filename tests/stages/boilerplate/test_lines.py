"""Line rules: what is taken for a separator, an end mark or a formulaic line, and above all what is not."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from clean.document import Document, Mark
from clean.news.formulaic import END_MARKS, FORMULAS
from clean.news.formulaic.closing import closing
from clean.news.formulaic.shapes import KEY, fold, pieces_of, rule_of, table, written
from clean.settings import Boilerplate
from clean.stages.boilerplate import mark_lines
from tests.stages.boilerplate.formulaic_lines import FORMULAIC
from tests.stages.boilerplate.lines_of_stories import STORY

# Lines of stories that begin or end like formulas, or hold their words.


CASES = [(rule, line) for rule, lines in FORMULAIC.items() for line in lines.split("\n")]


def marked(*lines: str, off: frozenset[str] = frozenset()) -> list[tuple[Mark, str]]:
    """What each line is marked as, and by which rule."""
    document = Document(list(lines), [0] * (len(lines) + 1))
    mark_lines(document, Boilerplate(off=off))
    return [(Mark(mark), document.rules.get(i, "")) for i, mark in enumerate(document.marks)]


@pytest.mark.parametrize("line", STORY.split("\n"))
def test_lines_of_stories_stay(line: str) -> None:
    assert marked(line) == [(Mark.BODY, "")]


@pytest.mark.parametrize("line", ["★★★☆☆", "★★★★★", "☆☆", " ★★★★ "])
def test_the_stars_of_a_review_stay(line: str) -> None:
    assert marked(line) == [(Mark.BODY, "")]


@pytest.mark.parametrize("line", ["First published on Mon 4 Mar 2024 18.04 GMT", "来源：例子网 2024-03-04 18:04"])
def test_a_line_that_tells_the_date_stays_to_be_read(line: str) -> None:
    assert marked(line) == [(Mark.BODY, "")]


@pytest.mark.parametrize(("rule", "line"), CASES)
def test_formulaic_lines_are_named_by_their_kind(rule: str, line: str) -> None:
    assert marked(line) == [(Mark.BOILERPLATE, rule)]


@pytest.mark.parametrize(("rule", "line"), CASES)
def test_a_formula_is_told_in_capitals_with_a_bullet_and_with_spaces_around_it(rule: str, line: str) -> None:
    assert marked(line.upper()) in ([(Mark.BOILERPLATE, rule)], marked("ı"))  # Turkish and German capitals may not fold
    assert marked(f"  • {line} ") == [(Mark.BOILERPLATE, rule)]


@pytest.mark.parametrize(("rule", "line"), CASES)
def test_a_rule_that_is_off_takes_nothing(rule: str, line: str) -> None:
    assert all(found != rule for _, found in marked(line, off=frozenset({rule})))


@pytest.mark.parametrize("line", [line for _, line in CASES])
def test_a_paragraph_that_begins_with_a_formula_stays(line: str) -> None:
    text = " ".join([line, *["and so the council went on to vote on the wall"] * 12])
    assert marked(text) == [(Mark.BODY, "")]


@pytest.mark.parametrize(
    "line",
    [
        "-----",
        "***",
        "* * *",
        "===",
        "# # #",
        "###",
        "____",
        "•",
        "·",
        "—",
        "~~~",
        "+",
        "»",
        "### 7 ###",
        "== 12 ==",
        "★",
        "★★★",
        "☆ ☆ ☆",
        "★★★★★★★★",
    ],
)
def test_what_is_drawn_and_not_written_is_a_separator(line: str) -> None:
    assert marked(line, f"  {line}") == [(Mark.SEPARATOR, ""), (Mark.SEPARATOR, "")]
    assert marked(line, off=frozenset({"separator"})) == [(Mark.BODY, "")]


@pytest.mark.parametrize(
    "line",
    ["-30-", "- 30 -", "—30—", "ENDS", "(END)", "(Ends)", "NNNN", "End", "Ende", "FIN", "(完)", "以上", "-ends-"],
)
def test_end_marks_are_separators_of_their_own_rule(line: str) -> None:
    assert marked(line) == [(Mark.SEPARATOR, "end-mark")]
    assert marked(line, off=frozenset({"end-mark"}))[0][1] != "end-mark"


@pytest.mark.parametrize("line", ["", " ", "\t", "\xa0", "\u3000", "\u200b", "\ufeff", " \u200b ", " " * 900])
def test_blank_lines_are_marked_whatever_is_off(line: str) -> None:
    assert marked(line, off=frozenset({"blank-lines"})) == [(Mark.BLANK, "")]


@given(st.lists(st.sampled_from([*STORY.split("\n"), *(line for _, line in CASES), "", "---"]) | st.text(max_size=60)))
def test_a_line_is_judged_alone(lines: list[str]) -> None:
    assert marked(*lines) == [mark for line in lines for mark in marked(line)]


@given(st.text())
@example("@")
def test_every_line_without_a_letter_or_digit_is_no_formula(text: str) -> None:
    line = "".join(char for char in text if not char.isalnum())
    assert marked(line)[0][0] in {Mark.BODY, Mark.BLANK, Mark.SEPARATOR}


@pytest.mark.parametrize("unit", ["a", " ", "1,", "@", "a@", ".a", "read more ", "…", "((", "© ", "www.", "\u200b"])
def test_long_and_monotonous_lines_are_looked_at_no_more_than_others(unit: str) -> None:
    assert marked(unit * 100_000 + "x") == [(Mark.BODY, "")]


@pytest.mark.parametrize("rule", FORMULAS)
def test_every_shape_of_the_tables_is_found_as_it_stands(rule: str) -> None:
    shapes = table(frozenset(FORMULAS.keys() - {rule}))
    written_lines = [line for text in FORMULAS[rule].shapes.values() for line in written(text)]
    plain = [
        line.replace("\0\1", " Jane").replace("\0", " so ").replace("#", "7").replace("@", "a@b.example")
        for line in written_lines
    ]
    assert [line for line in plain if not rule_of(line, shapes)] == []


def test_every_shape_can_be_told_by_its_start_or_end() -> None:
    lines = [line for formulas in FORMULAS.values() for text in formulas.shapes.values() for line in written(text)]
    assert [line for line in lines if not (pieces_of(line)[0] or pieces_of(line)[-1])] == []
    assert all(len(key) <= KEY for key in table(frozenset()).starts)


def test_end_marks_are_written_as_they_are_compared() -> None:
    assert [text for text in END_MARKS.values() if text != text.lower()] == []


@given(st.text())
def test_folding_is_idempotent_on_what_it_gives(text: str) -> None:
    assert fold(fold(text)).strip() == fold(fold(fold(text))).strip()


@pytest.mark.parametrize(
    ("paragraph", "last"),
    [
        ("", ""),
        ("Contact the writer at jane@courier.example", ""),  # a line of its own, which the line rules know
        ("He said so. The council will vote on it in May.", ""),
        ("He said so. Read more: Harbour wall to be rebuilt", ""),  # may stand amid a story
        ("She asked for the source. Source: the ministry’s own figures, he said.", ""),
        ("He said so. Contact the writer at jane@courier.example", "Contact the writer at jane@courier.example"),
        ("“It rains.” Source: Reuters", "Source: Reuters"),
        ("Will it last? (Example Weekly 01/06/2017 page28)", "(Example Weekly 01/06/2017 page28)"),
        (
            "He agreed. The Associated Press contributed to this report.",
            "The Associated Press contributed to this report.",
        ),
        ("会议在周一结束。来源：新华社", "来源：新华社"),
    ],
)
def test_a_paragraph_may_end_with_what_stands_below_a_story(paragraph: str, last: str) -> None:
    start = closing(paragraph, table(frozenset()))
    assert (paragraph[start:] if start else "") == last
