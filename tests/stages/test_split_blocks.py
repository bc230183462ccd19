"""Where a block begins decides nothing: stories begin at the same lines for any block size."""

from __future__ import annotations

import random
import textwrap
from typing import Literal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from clean.document import CONTEXT, Mark
from clean.settings import Split
from clean.stages.split import judge_gaps, profile
from tests.stages.test_split import HARBOUR, HARBOUR_HEAD, LYNX, LYNX_HEAD, PLAIN, SUBHEADS, TAIL, marked
from tests.support import boundaries

LINES = [*TAIL, *PLAIN, *SUBHEADS, "By Jane Example", "March 4, 2020", "One two three", "- a point", "-----", "x" * 70]
LINES += ["LINDOW, May 3 (CNA) -", "Attendance: 1,344", "(A remark)"] * 3
RUNS = [["", "", ""], textwrap.wrap(HARBOUR[0], 72), TAIL, PLAIN, [""] * 70]


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 2**32), st.sampled_from([9, 40, 64, 150]), st.sampled_from(["headlines", "topic"]), st.booleans())
@example(2774031, 9, "headlines", True)  # a note below more blank lines than a block has for context
def test_any_block_size_finds_the_same(seed: int, block: int, mode: Literal["headlines", "topic"], gaps: bool) -> None:
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


def test_below_a_window_of_blank_lines_a_story_begins_and_not_behind() -> None:
    lines = [*PLAIN, *[""] * 140, HARBOUR[3], *TAIL]
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
    whole = judge_gaps(lines, marks, usual, Split(), first, place + 1, slack=10_000)
    part = judge_gaps(lines[low:high], marks[low:high], usual, Split(), first - low, place - low + 1, slack=10_000)
    assert whole
    assert whole == [gap._replace(line=gap.line + low) for gap in part]
