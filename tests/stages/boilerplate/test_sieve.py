"""The line rules of large blocks: what the sieve lets pass is all that they would find."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from clean.document import Document
from clean.news.formulaic.shapes import QUOTES
from clean.settings import Boilerplate, Normalize
from clean.sources.encodings import Encoding
from clean.sources.lines import read_lines
from clean.stages.boilerplate import lines as line_rules
from clean.stages.boilerplate import mark_lines
from clean.stages.normalize import normalize
from tests.stages.boilerplate.formulaic_lines import FORMULAIC
from tests.stages.boilerplate.lines_of_stories import STORY

FORMULAS = [line for lines in FORMULAIC.values() for line in lines.split("\n")]
SCRIPT = 'var a=document.getElementById("a");a.push({b:1});'
WORDS = "and so the council went on to vote on the wall"


def marks(document: Document) -> tuple[bytearray, list[tuple[int, str]]]:
    mark_lines(document, Boilerplate())
    return document.marks, list(document.rules.items())


def assert_same(lines: list[str], repaired: bool = False) -> None:
    """Assert that the lines are marked alike whether or not their bytes are sieved first."""
    raw = "".join(f"{line}\n" for line in lines).encode()
    one, other = read_lines(raw, Encoding()), read_lines(raw, Encoding())
    assert one.utf8
    other.utf8 = b""
    for document in (one, other) if repaired else ():
        normalize(document, Normalize())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(line_rules, "VECTOR", 0)
        sieved = marks(one)
    assert sieved == marks(other)


def test_every_formulaic_line_passes() -> None:
    assert_same(FORMULAS)
    assert_same([line.upper() for line in FORMULAS])
    assert_same([f"  • {line} " for line in FORMULAS])


def test_formulas_that_begin_or_end_a_quoted_line_pass() -> None:
    for mark in sorted(QUOTES):
        assert_same([f"{mark}{line}" for line in FORMULAS])
        assert_same([f"{mark}{WORDS} {line}" for line in FORMULAS])
        assert_same([f"{mark}{WORDS} {line}...  " for line in FORMULAS])
        assert_same([f"{mark}{line}{mark}" for line in FORMULAS])
        assert_same([f"{mark}{SCRIPT}", f"{mark}{WORDS}; {WORDS}"])


def test_lines_of_stories_are_marked_alike() -> None:
    assert_same([*STORY.split("\n"), "", "  ", "* * *", SCRIPT, "-30-", "Ends", "x"])


PIECES = ["“", '"', "”", "»", ".", "…", " ", "  ", "\u00a0", "é", "\ufb01", "\u212a", "©", "7", "{", ";", "/", "@", "|"]


@example(["“Click here to subscribe to our newsletter."])
@given(
    st.lists(
        st.lists(st.sampled_from([*PIECES, *FORMULAS, "the", WORDS]), max_size=5).map("".join), min_size=1, max_size=12
    )
)
def test_any_lines_are_marked_alike(lines: list[str]) -> None:
    assert_same(lines)
    assert_same(lines, repaired=True)
