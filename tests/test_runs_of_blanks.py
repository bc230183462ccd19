"""Runs of blank lines that are taken out at once are told of as line by line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clean.audit.frame import Frame
from clean.document import Mark
from clean.flow import assemble
from clean.settings import Normalize
from clean.sources.encodings import Encoding
from clean.sources.lines import read_lines
from clean.stages.normalize import normalize
from clean.story import Story

LINES = st.lists(
    st.sampled_from([b"\n", b"\n", b"\n", b"\n", b"  \n", b"\r\n", b"***\n", b"text\n", b"\xff\n"]), max_size=90
)


@given(st.lists(st.tuples(LINES, st.integers(0, 40)), max_size=3), st.booleans())
def test_blank_lines_are_taken_out_as_one_by_one(parts: list[tuple[list[bytes], int]], repaired: bool) -> None:
    raw = b"".join(b"".join(lines) + b"\n" * blanks for lines, blanks in parts)
    document = read_lines(raw, Encoding(), b"\n")
    if repaired:
        normalize(document, Normalize())
    document.marks = bytearray(_mark(line) for line in document.lines)
    first, last = min(2, len(document)), len(document)
    frame, told = Frame("a.txt", "utf-8", "\n"), Story(document.marks[first:])
    with pytest.MonkeyPatch.context() as patch:
        at_once = assemble.assemble(document, first, last, told, frame)
        patch.setattr(assemble, "_are_alike", lambda *_: False)
        assert assemble.assemble(document, first, last, told, frame) == at_once


def _mark(line: str) -> Mark:
    return Mark.SEPARATOR if line == "***" else Mark.BODY if line.strip() else Mark.BLANK
