"""Lines and edits: how edits are made, and how two rounds of them become one."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clean.document import Document, Edit, Mark, apply, compose


@pytest.mark.parametrize(
    ("text", "edits", "after"),
    [
        ("abc", [], "abc"),
        ("", [Edit(0, 0, "x", "r")], "x"),
        ("abc", [Edit(0, 3, "", "r")], ""),
        ("abc", [Edit(1, 1, "-", "r")], "a-bc"),
        ("abc", [Edit(0, 1, "A", "r"), Edit(2, 3, "C", "r")], "AbC"),
        ("abc", [Edit(0, 1, "", "r"), Edit(1, 2, "", "r")], "c"),
        ("abc", [Edit(3, 3, "!", "r")], "abc!"),
    ],
)
def test_apply(text: str, edits: list[Edit], after: str) -> None:
    assert apply(text, edits) == after


@pytest.mark.parametrize(
    ("text", "first", "second", "composed"),
    [
        # nothing done stays nothing; a round with nothing changes nothing
        ("abc", [], [], []),
        ("abc", [Edit(0, 1, "x", "one")], [], [Edit(0, 1, "x", "one")]),
        ("abc", [], [Edit(0, 1, "x", "two")], [Edit(0, 1, "x", "two")]),
        # apart from each other they stay two, the second counted in the first text
        (
            "abcdef",
            [Edit(0, 1, "xyz", "one")],
            [Edit(7, 8, "F", "two")],
            [Edit(0, 1, "xyz", "one"), Edit(5, 6, "F", "two")],
        ),
        ("abcdef", [Edit(4, 6, "", "one")], [Edit(0, 1, "A", "two")], [Edit(0, 1, "A", "two"), Edit(4, 6, "", "one")]),
        # the second takes away what the first put there: one edit, named by the first
        ("abc", [Edit(1, 2, "xx", "one")], [Edit(1, 3, "", "two")], [Edit(1, 2, "", "one", ("two",))]),
        # the second covers more than the first on both sides
        ("abcde", [Edit(2, 3, "X", "one")], [Edit(1, 4, "-", "two")], [Edit(1, 4, "-", "one", ("two",))]),
        # those that touch are one too
        ("abc", [Edit(0, 1, "x", "one")], [Edit(1, 2, "y", "two")], [Edit(0, 2, "xy", "one", ("two",))]),
        # one edit of the second over two of the first
        (
            "a b c",
            [Edit(1, 2, "", "one"), Edit(3, 4, "", "uno")],
            [Edit(0, 3, "Z", "two")],
            [Edit(0, 5, "Z", "one", ("uno", "two"))],
        ),
        # a rule is named once
        ("ab", [Edit(0, 1, "x", "one")], [Edit(0, 1, "y", "one")], [Edit(0, 1, "y", "one")]),
    ],
)
def test_compose(text: str, first: list[Edit], second: list[Edit], composed: list[Edit]) -> None:
    middle = apply(text, first)
    assert compose(first, second, middle) == composed
    assert apply(text, composed) == apply(middle, second)


@st.composite
def edits_of(draw: st.DrawFn, text: str, rule: str) -> list[Edit]:
    """Edits of a text: in order and disjoint."""
    places = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    pairs = zip(places[::2], places[1::2], strict=False)
    return [Edit(start, end, draw(st.text("xyz", max_size=3)), rule) for start, end in pairs]


@given(text=st.text("abc d", max_size=20), data=st.data())
def test_two_rounds_of_edits_are_one(text: str, data: st.DataObject) -> None:
    first = data.draw(edits_of(text, "one"))
    middle = apply(text, first)
    second = data.draw(edits_of(middle, "two"))
    composed = compose(first, second, middle)
    assert apply(text, composed) == apply(middle, second)
    assert all(a.end <= b.start for a, b in pairwise(composed))
    assert {rule for edit in composed for rule in (edit.rule, *edit.also)} == {edit.rule for edit in (*first, *second)}


@given(text=st.text("abc", max_size=12), data=st.data())
def test_a_document_keeps_what_stood_in_a_changed_line(text: str, data: st.DataObject) -> None:
    document = Document(["before", text, "after"], [0, 7, 8 + len(text), 14 + len(text)])
    for rule in ("one", "two", "three"):
        document.change(1, data.draw(edits_of(document.lines[1], rule)))
    assert apply(document.originals.get(1, text), document.edits.get(1, [])) == document.lines[1]
    assert document.originals.get(1, text) == text
    assert (document.lines[0], document.lines[2]) == ("before", "after")


@given(cut=st.integers(0, 4))
def test_parts_of_a_document_make_it_again(cut: int) -> None:
    document = Document(["a", "b", "c", "d"], [0, 2, 4, 7, 8], 5, endings={2: b"\r\n", 3: b""}, raw={1: b"\xff"})
    document.marks[2] = Mark.SEPARATOR
    document.rules[2] = "separator"
    document.change(0, [Edit(0, 1, "A", "r")])
    joined = document.part(0, cut)
    joined.append(document.part(cut, 4))
    assert joined == document


def test_lines_taken_out_are_put_back() -> None:
    document = Document(["a", "b", "", "c"], [0] * 5, marks=bytearray([Mark.BODY, Mark.BODY, Mark.BLANK, Mark.BODY]))
    document.take_out(range(2), "read-more")
    document.take_out([3], "end-mark")
    assert list(document.marks) == [Mark.BOILERPLATE, Mark.BOILERPLATE, Mark.BLANK, Mark.BOILERPLATE]
    document.put_back([1, 3])
    assert list(document.marks) == [Mark.BOILERPLATE, Mark.BODY, Mark.BLANK, Mark.BODY]
    assert document.rules == {0: "read-more"}
