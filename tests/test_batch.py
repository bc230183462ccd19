"""What a batch writes of a change, and how it hashes lines."""

from __future__ import annotations

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from clean.audit.change import Change, change_lines
from clean.flow.batch import HASHED, line_hash
from clean.rules import STAGE_OF

TEXT = st.text(st.characters(exclude_categories=["Cs"]))


@given(
    st.builds(
        Change,
        st.integers(0, 1 << 53),
        st.integers(0, 1 << 53),
        st.integers(1, 1 << 40),
        st.integers(1, 1 << 40),
        st.sampled_from(sorted(STAGE_OF)),
        st.none() | TEXT | st.binary(),
        st.just("") | TEXT,
        st.just(()) | st.tuples(st.sampled_from(sorted(STAGE_OF))),
    ),
    TEXT,
)
def test_a_change_is_written_as_orjson_writes_its_row(change: Change, source: str) -> None:
    assert change_lines([change], source) == orjson.dumps(change.row(source), option=orjson.OPT_APPEND_NEWLINE)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Read more", "Read less", False),
        ("x" * (HASHED - 1) + "y", "x" * (HASHED - 1) + "z", False),
        ("  Read more ", "READ MORE", True),
        ("Fußball " * 20, "FUSSBALL " * 20, True),
        ("x" * (HASHED - 1) + "ß", "X" * (HASHED - 1) + "SS", True),
        ("x" * HASHED + "y", "x" * HASHED + "z", True),
    ],
)
def test_lines_that_fold_alike_have_one_hash(one: str, other: str, same: bool) -> None:
    assert (line_hash(one) == line_hash(other)) is same


@given(TEXT)
def test_a_line_in_capitals_has_the_hash_of_its_folded_form(text: str) -> None:
    assert line_hash(text.casefold()) == line_hash(text)
