"""Edits between a line and its repaired form: exact, in order, narrow."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clean.document import apply
from clean.stages.normalize.difference import common_prefix, narrow

WORDS = st.lists(st.sampled_from(["a", "b", "ab", "é", "Ã", "â€™s", "", "so", "É’"]), max_size=10)
LINES = WORDS.map(" ".join) | st.text("ab é’", max_size=20)


@given(LINES, LINES)
def test_the_edits_make_one_line_the_other(before: str, after: str) -> None:
    edits = narrow(before, after)
    assert apply(before, edits) == after
    assert all(one.end <= other.start for one, other in pairwise(edits))
    assert all(before[edit.start : edit.end] != edit.after for edit in edits)
    assert bool(edits) == (before != after)


@pytest.mark.parametrize(
    ("before", "after", "touched"),
    [
        ("the same", "the same", []),
        ("it isnâ€™t so, says EspaÃ±a", "it isn’t so, says España", ["â€™", "Ã±"]),
        ("voilÃ le travail de â€™ x", "voilàle travail de ’ x", ["Ã ", "â€™"]),
        ("one Ã two and three and four Ã© five", "one àtwo and three and four é five", ["Ã ", "Ã©"]),
    ],
)
def test_only_what_differs_is_touched(before: str, after: str, touched: list[str]) -> None:
    assert [before[edit.start : edit.end] for edit in narrow(before, after)] == touched


@given(st.text("ab", max_size=12), st.text("ab", max_size=12))
def test_the_common_prefix_is_the_longest(one: str, other: str) -> None:
    length = common_prefix(one, other)
    assert one[:length] == other[:length]
    assert one[length : length + 1] != other[length : length + 1] or length == min(len(one), len(other))
