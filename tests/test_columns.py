"""Packed columns and patterns: they answer as lists and as `re` do."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clean.flow.columns import Ids, Texts
from clean.patterns import lazy

DIGITS = st.sampled_from(["00" * 16, "ff" * 16, "0f" * 16, "ab" * 16, "ab" * 15 + "ac", "ac" + "ab" * 15])


@given(st.lists(st.text(max_size=5)), st.lists(st.text(max_size=5)))
def test_a_column_of_texts_is_a_list(texts: list[str], more: list[str]) -> None:
    column = Texts.of(texts)
    column.extend(Texts.of(more))
    assert list(column) == texts + more
    assert [column[place] for place in range(len(column))] == texts + more


@given(st.lists(DIGITS), st.lists(DIGITS))
def test_a_column_of_ids_is_a_list_that_knows_its_repeats(ids: list[str], more: list[str]) -> None:
    column = Ids.of(ids)
    column.extend(Ids.of(more))
    every = ids + more
    assert list(column) == every
    assert column.repeated() == [place for place, name in enumerate(every) if every.count(name) > 1]


def test_an_id_can_be_replaced() -> None:
    column = Ids.of(["11" * 16, "22" * 16, "33" * 16])
    column[1] = "44" * 16
    assert list(column) == ["11" * 16, "44" * 16, "33" * 16]


@pytest.mark.parametrize("column", [Texts(), Ids()])
def test_behind_the_last_there_is_nothing(column: Texts | Ids) -> None:
    with pytest.raises(IndexError):
        column[0]


def test_a_pattern_is_compiled_when_it_is_used() -> None:
    pattern = lazy("(", re.IGNORECASE)
    with pytest.raises(re.error):
        pattern.search("text")
    assert lazy("b+", re.IGNORECASE).sub("-", "aBba") == "a-a"
    assert lazy("b+").pattern == "b+"
