"""Markup that begins in one line and ends in another goes; what only looks like its beginning stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clean.document import SPANNED, Document
from clean.settings import Normalize
from clean.sources.encodings import Encoding
from clean.sources.lines import read_lines
from clean.stages.normalize import normalize

DEFAULT = Normalize()


def normal(*lines: str) -> list[str]:
    """What is left of these lines."""
    document = Document(list(lines), [])
    normalize(document, DEFAULT)
    return document.lines


@pytest.mark.parametrize(
    "lines",
    [
        ("a <!-- b", "c"),
        ("one", "two --> three"),
        ("--> one", "<!-- two"),
        ("<!-- one", *["text"] * SPANNED, "-->"),
        ("the value is a <b", "and c > d"),
        ("x <p x", "y> z"),
        ("the <b", "> tag"),
        ('<unknown class="a"', 'id="b">text'),
        ("<doc", ">"),
        ("The <script> tag loads a program.", "So it was.", "Close it with </script>, she said."),
        ("On it stands <!-- in chalk, she said.", "So it was.", "It ends --> in June."),
        ("The `<style>` tag", "has rules up to", "`</style>`"),
        ('<a href="x', "said the council.", "<p"),
        ("<a", *[f'a{i}="{i}"' for i in range(8)], ">text"),
    ],
)
def test_what_is_no_markup_stays(lines: tuple[str, ...]) -> None:
    assert normal(*lines) == list(lines)


@pytest.mark.parametrize(
    ("lines", "left"),
    [
        (("Before <!-- a", "b", "--> after"), ["Before", "", "after"]),
        (("&lt;!-- a", "--&gt;"), ["", ""]),
        (("<!--", *["text"] * (SPANNED - 1), "-->"), [""] * (SPANNED + 1)),
        (("<!-- a <!-- b", "--> c"), ["<!-- a", "c"]),
        (("<!-- a", "--> b <!-- c", "-->"), ["", "b", ""]),
        (("<script>", "var a = 1;", "</script>"), ["", "", ""]),
        (("<script>", "<!--", "var a;", "//-->", "</script> The ferry sails."), ["", "", "", "", "The ferry sails."]),
        (("<STYLE type='text/css'>", "p { color: red }", "</STYLE>"), ["", "", ""]),
        (("<script", ' src="a.js">', "b()", "</script", ">c"), ["", "", "", "", "c"]),
        (("<script>", *["a()"] * SPANNED, "</script>"), ["", *["a()"] * SPANNED, ""]),
        (("<script>", "The ferry sails."), ["", "The ferry sails."]),
        (("The ferry <script> a()", "b()", "</script> sails."), ["The ferry", "", "sails."]),
        (("<!--[if gt IE 8]><!-->", "The ferry sails.", "<!--<![endif]-->"), ["", "The ferry sails.", ""]),
        (("<svg", ' class="a">', '<path d="M0"/>', "</svg>"), ["", "", "", ""]),
        (("<script src='a.js'/>", "The ferry sails.", "</script>"), ["", "The ferry sails.", ""]),
        (("on <a href='x'", '   class="y">Monday</a>, he said'), ["on", "Monday, he said"]),
        (("<p>one</p", "><p>two</p", ">"), ["one", "two", ""]),
        (("<p", ">one"), ["", "one"]),
        (("one <br", "/> two"), ["one", "two"]),
        (('<!DOCTYPE html PUBLIC "a"', ' "b">'), ["", ""]),
    ],
)
def test_markup_over_lines_goes(lines: tuple[str, ...], left: list[str]) -> None:
    assert normal(*lines) == left


PIECES = st.sampled_from(
    ["<!--", "-->", "<script>", "</script>", "<style", '<a href="', '">', ">", "<p", "</p", "text", " ", "\n", "\n"]
)


@given(st.lists(PIECES, max_size=40).map("".join), st.lists(PIECES, max_size=40).map("".join))
def test_nothing_hangs_on_lines_far_away(first: str, second: str) -> None:
    far = "\n" + "line\n" * (SPANNED + 1)
    joined = normal(*(first + far + second).split("\n"))
    lines = first.count("\n") + 1
    assert joined[:lines] == normal(*(first + far).split("\n"))[:lines]
    assert joined[lines:] == normal(*(far + second).split("\n"))[1:]


@given(st.lists(PIECES, max_size=60).map("".join))
def test_originals_and_edits_give_back_the_lines(text: str) -> None:
    document = read_lines(text.encode(), Encoding(), b"\n")
    lines = list(document.lines)
    normalize(document, DEFAULT)
    assert [document.originals.get(i, line) for i, line in enumerate(document.lines)] == lines


@pytest.mark.parametrize("seed", ["<script>", "<!--", '<a href="', "<p", "-->", "</style", '<a b="c'])
def test_lines_of_tags_come_to_an_end(seed: str) -> None:
    normal(*[seed] * 20_000)
    normal(*[seed * 2_000] * 10)
