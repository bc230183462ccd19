"""Files in which a story, or a whole dump, stands twice: each copy is cut like the first."""

from __future__ import annotations

import numpy as np
import pytest

from clean.stages.split import profile
from clean.stages.split.block.columns import Columns
from clean.stages.split.block.units import Units
from clean.stages.split.cues.apart import kept_apart
from clean.stages.split.cues.plain import plain_cues
from tests.stages.split.test_split import HARBOUR, HARBOUR_HEAD, LYNX, LYNX_HEAD, starts

A, B, C, D, E = (
    f"{name} came to the harbour on Monday and told the council what it would cost to mend the old wall "
    f"that {name} had seen break twice."
    for name in ("Anna Reyes", "Tom Brandt", "Ines Okoro", "Jan", "Mo")
)
SHORT = "“No,” she said."
HEAD = "Harbour wall"


@pytest.mark.parametrize(
    ("lines", "gap", "expected"),
    [
        ([A, B, C, D], 2, [A, B, C, D]),  # nothing stands twice
        ([A, SHORT, B, SHORT], 2, [A, SHORT, B, SHORT]),  # but what is too short to tell
        ([HEAD, A, HEAD, B], 2, [HEAD, A, HEAD, B]),  # or may be a headline
        ([A, B, A, B], 1, [A, B]),
        ([A, B, A, B], 2, [B, A]),  # as near on both sides: half of each
        ([A, B, A, B], 3, [A, B]),
        ([A, B, C, A, B, C], 2, [A, B, C]),
        ([A, B, C, A, B, C], 4, [A, B, C]),
        ([A, B, C, D, E, A, B], 3, [A, B, C, D, E]),  # the copies above are nearer
        ([A, B, C, D, A, B, E], 4, [C, D, A, B, E]),  # those below are
        ([A, HEAD, B, HEAD, A, C], 2, [A, HEAD, B, HEAD]),
        ([A, B, A, B, A, B], 3, [A, B]),
        ([A, A, A], 1, [A]),
        ([A, B, C, B, A], 3, [C, B, A]),  # each run takes from what the one before left
        ([A, B, B, A], 2, [A, B]),
        ([A, B, A, A], 2, [B, A, A]),  # a copy of a copy is another run
        ([A, A, B, A], 2, [A, A, B]),
    ],
)
def test_windows_do_not_hold_a_paragraph_and_its_copy(lines: list[str], gap: int, expected: list[str]) -> None:
    begin, end = _apart(lines, gap, 0, len(lines))
    assert lines[begin:end] == expected
    assert begin <= gap <= end


@pytest.mark.parametrize(("gap", "window"), [(2, (1, 5)), (3, (0, 4))])
def test_what_a_window_does_not_reach_is_no_copy(gap: int, window: tuple[int, int]) -> None:
    assert _apart([A, B, C, D, A], gap, *window) == window


def _apart(lines: list[str], gap: int, low: int, high: int) -> tuple[int, int]:
    """The window around a gap without what stands on both sides."""
    units = Columns(Units(lines, bytearray(len(lines)), 0))
    begin, end = kept_apart(units, np.array([gap]), np.array([low]), np.array([high]))
    return int(begin[0]), int(end[0])


LABEL = "Local news"
LABELS = ["World", "Coast", "Ferries", "Island life", "Mondays", "Notes", "Our town", "Letters", HARBOUR_HEAD]


@pytest.mark.parametrize(
    ("begins", "there", "expected"),
    [
        ([HARBOUR_HEAD, SHORT, *HARBOUR], [HARBOUR_HEAD, SHORT, *HARBOUR], False),  # too little to tell a copy by
        ([HARBOUR_HEAD, *HARBOUR], [HARBOUR_HEAD, *LYNX], False),
        ([HARBOUR_HEAD, *HARBOUR], [LYNX_HEAD, *HARBOUR], False),
        ([HARBOUR_HEAD, *HARBOUR], [HARBOUR_HEAD], False),
        ([*LABELS, *HARBOUR], [*LABELS, *HARBOUR], False),  # too far below
        ([HARBOUR_HEAD, *HARBOUR], [HARBOUR_HEAD, HARBOUR[0], *LYNX], True),
        ([*LABELS[-7:], *HARBOUR], [*LABELS[-7:], *HARBOUR], True),
        ([LABEL, HARBOUR_HEAD, *HARBOUR], [LABEL, HARBOUR_HEAD, *HARBOUR], True),
        (HARBOUR, HARBOUR, True),
    ],
)
def test_where_what_the_source_begins_with_stands_again(begins: list[str], there: list[str], expected: bool) -> None:
    lines = [*begins, LYNX_HEAD, *LYNX, "- The kittens are healthy", *there]
    usual = profile(lines, bytearray(len(lines)))
    units = Columns(Units(lines, bytearray(len(lines)), 0))
    gap = units.units.first.index(len(lines) - len(there))
    assert bool(plain_cues(units, np.array([gap]), [usual])[2]["begins_again"][0]) == expected


DUMPS = {
    "a story": [HARBOUR_HEAD, *HARBOUR],
    "two stories": [HARBOUR_HEAD, *HARBOUR, LYNX_HEAD, *LYNX],
    "a story with its headline below": [*HARBOUR, HARBOUR_HEAD, HARBOUR_HEAD],
    "bullets below": [*HARBOUR, HARBOUR_HEAD, HARBOUR_HEAD, "- The wall is old", LYNX_HEAD, *LYNX],
}


@pytest.mark.parametrize("times", [2, 3, 5])
@pytest.mark.parametrize("lines", DUMPS.values(), ids=DUMPS)
def test_each_copy_of_a_dump_is_cut_like_the_first(lines: list[str], times: int) -> None:
    once = starts(lines)
    expected = [copy * len(lines) + line for copy in range(times) for line in (0, *once)]
    assert starts(lines * times) == expected[1:]
