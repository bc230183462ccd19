"""Where a block begins decides nothing: stories begin at the same lines for any block size."""

from __future__ import annotations

import random
import textwrap
from itertools import accumulate
from typing import Literal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from clean.document import CONTEXT, Document, Mark
from clean.flow.usual import mark
from clean.settings import Settings, Split
from clean.stages.split import judge_gaps, profile
from clean.stages.split.block.units import Units
from tests.stages.split.test_split import HARBOUR, HARBOUR_HEAD, LYNX, LYNX_HEAD, PLAIN, SUBHEADS, TAIL, marked
from tests.support import boundaries

LINES = [*TAIL, *PLAIN, *SUBHEADS, "By Jane Example", "March 4, 2020", "One two three", "- a point", "-----", "x" * 70]
LINES += ["LINDOW, May 3 (CNA) -", "Attendance: 1,344", "(A remark)"] * 3
RUNS = [["", "", ""], textwrap.wrap(HARBOUR[0], 72), TAIL, PLAIN, [""] * 70]


@settings(max_examples=30, deadline=None)
@given(
    st.integers(0, 2**32),
    st.sampled_from([9, 40, 64, 150]),
    st.sampled_from(["headlines", "topic", "lines"]),
    st.booleans(),
)
@example(2774031, 9, "headlines", True)  # a note below more blank lines than a block has for context
def test_any_block_size_finds_the_same(
    seed: int, block: int, mode: Literal["headlines", "topic", "lines"], gaps: bool
) -> None:
    rng = random.Random(seed)
    runs = [rng.choice(RUNS) if rng.random() < 0.1 else [rng.choice(LINES)] for _ in range(rng.randint(20, 250))]
    lines = [line for run in runs for text in run for line in ((text, "") if gaps else (text,))]
    marks = marked(lines)
    marks = bytearray(Mark.SEPARATOR if line == "-----" else mark for line, mark in zip(lines, marks, strict=True))
    usual, knobs = profile(lines, marks), Split(mode=mode)
    whole = boundaries(lines, marks, usual, knobs)
    found = []
    for start in range(0, len(lines), block):
        low, high = max(0, start - CONTEXT), min(len(lines), start + block + CONTEXT)
        end = min(len(lines), start + block)
        own = boundaries(lines[low:high], marks[low:high], usual, knobs, start - low, end - low)
        found += [line + low for line in own]
    assert found == whole


ALL = 100_000  # points below the threshold: every gap is told of
PEOPLE = ["Jane Roe", "Head of press", "Example Foods", "12 High Street", "Dunmere", "Phone: (555) 555-0142"]
LABELS = ("Media contact:", "# dpa-Notizblock", "Related stories")
HEADS = [LYNX_HEAD, HARBOUR_HEAD, "Council of Elden votes for a new pier", "Port of Lindow to shut for a week"]


def with_rules(rng: random.Random) -> list[str]:
    """Lines of which rules of the stage `boilerplate` take some by what stands up to 48 lines away."""
    lines: list[str] = []
    while len(lines) < 400:
        lines += [rng.choice(HEADS), *rng.sample([*PLAIN, *HARBOUR, *LYNX], rng.randint(1, 6))]
        titles = [rng.choice(HEADS) for _ in range(rng.randint(5, 38))]
        lines += rng.choice([
            [],
            ["Media contact:", *PEOPLE[: rng.randint(1, 6)], "jane@example.com", *["555-0142-00"] * rng.randint(0, 8)],
            ["# dpa-Notizblock", *titles, "dpa abc xx def"],
            ["Related stories", *titles[:16]],
            ["", "Related stories", "", *(line for title in titles[:16] for line in (title, ""))],
        ])  # fmt: skip
    return lines


def ruled(lines: list[str]) -> bytearray:
    """The marks that the line rules give."""
    document = Document(lines, [0, *accumulate(len(line.encode()) + 1 for line in lines)])
    mark(document, Settings())
    return document.marks


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32))
@example(1364)  # differs with a context of 128 lines
@example(2198)
def test_what_rules_take_is_the_same_for_any_block(seed: int) -> None:
    lines = with_rules(rng := random.Random(seed))
    marks = ruled(lines)
    usual = profile(lines, marks)
    # A block whose context begins right below a label, which it does not see.
    labels = [line for line, text in enumerate(lines) if text in LABELS and line + 1 + CONTEXT < len(lines)]
    low = rng.choice(labels) + 1
    start, end = low + CONTEXT, min(low + CONTEXT + 40, len(lines))
    own = lines[low : end + CONTEXT]
    whole = judge_gaps(Units(lines, marks, usual.width), usual, Split(), start, end, ALL)
    alone = judge_gaps(Units(own, ruled(own), usual.width), usual, Split(), start - low, end - low, ALL)
    assert [(gap.line + low, gap.score) for gap in alone] == [(gap.line, gap.score) for gap in whole]


def test_below_a_window_of_blank_lines_a_story_begins_and_not_behind() -> None:
    lines = [*PLAIN, *[""] * (CONTEXT + 12), HARBOUR[3], *TAIL]
    below = lines.index(HARBOUR[3])
    marks, usual, knobs = marked(lines), profile(lines, marked(lines)), Split()
    assert boundaries(lines, marks, usual, knobs) == [below]
    alone = slice(below - CONTEXT, None)
    assert boundaries(lines[alone], marks[alone], usual, knobs) == [CONTEXT]


def test_a_head_without_a_text_is_as_short_whatever_stands_beyond_the_block() -> None:
    head = ["Read more: another story", *["Read more: one more"] * 4]
    lines = [*PLAIN, *TAIL, LYNX_HEAD, LYNX_HEAD, "March 4, 2020", *head, *[""] * 160, *HARBOUR]
    marks = marked(lines)
    marks[lines.index(head[0]) : lines.index(head[0]) + len(head)] = bytes([Mark.BOILERPLATE]) * len(head)
    usual, knobs = profile(lines, marks), Split()
    end = len(lines) - len(HARBOUR) - 60
    whole = [line for line in boundaries(lines, marks, usual, knobs) if line < end - CONTEXT]
    assert whole == [line for line in boundaries(lines[:end], marks[:end], usual, knobs) if line < end - CONTEXT]


@pytest.mark.parametrize("beyond", ["By Jane Example", "Fourth short line"], ids=["credit", "said again"])
@pytest.mark.parametrize("above", [True, False], ids=["above", "below"])
def test_what_stands_next_to_the_window_has_no_part_in_it(beyond: str, above: bool) -> None:
    """Short lines far apart: the last within the window has a neighbour that a block need not hold."""
    short = [line for text in ("One", "Two", "Third") for line in ("", f"{text} short line", *[""] * 15)]
    far = [*short, "Fourth short line", *[""] * 16, beyond, HARBOUR[0]]
    lines = [*far[::-1], HARBOUR_HEAD, *LYNX[:2]] if above else [*HARBOUR[:2], LYNX_HEAD, *far]
    marks, place = marked(lines), lines.index(HARBOUR_HEAD if above else LYNX_HEAD)
    first = place - 2  # the line above may be a rival that is better
    low, high = max(0, first - CONTEXT), place + 1 + CONTEXT
    usual = profile(lines, marks)
    whole = judge_gaps(Units(lines, marks, usual.width), usual, Split(), first, place + 1, 10_000)
    own = Units(lines[low:high], marks[low:high], usual.width)
    part = judge_gaps(own, usual, Split(), first - low, place - low + 1, 10_000)
    assert whole
    assert whole == [gap._replace(line=gap.line + low) for gap in part]
