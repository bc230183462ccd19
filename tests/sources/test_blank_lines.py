"""Blank lines between records, told of together."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from clean.sources import blank_lines
from clean.sources.dialect import NO_TABLE, Dialect
from clean.sources.encodings import Encoding
from clean.sources.records import Record, Table, read_csv, read_jsonl, record_blocks

LINES = ['{"text": "a"}', "x", "", "", "", " ", "\t ", "\x0b"]


def records(blocks: list[bytes], encoding: Encoding, table: Table | None = None) -> list[Record]:
    """The records of a source that comes in these blocks."""
    found = record_blocks(blocks, encoding, table.dialect if table else NO_TABLE)
    return [record for block in found for record in (read_csv(block, table) if table else read_jsonl(block, encoding))]


@settings(max_examples=200, deadline=None)
@example([("", "\r\n")] * 9, [3, 4], "utf-8", 4)
@given(
    st.lists(st.tuples(st.sampled_from(LINES), st.sampled_from(["\n", "\r\n", "\r"])), max_size=40),
    st.lists(st.integers(0, 40), max_size=6),
    st.sampled_from(["utf-8", "utf-16-le", "utf-32-be"]),
    st.sampled_from([1, 2, 7, 16, 1000]),
)
def test_blocks_make_no_difference(lines: list[tuple[str, str]], cuts: list[int], encoding: str, run: int) -> None:
    # A line feed behind a carriage return would be of its line.
    for place, (above, below) in enumerate(pairwise(list(lines)), 1):
        if above[1] == "\r" and not below[0]:
            lines[place] = ("x", "\n")
    raw = [(text + end).encode(encoding) for text, end in lines]
    bounds = sorted({0, *(cut for cut in cuts if cut < len(raw)), len(raw)})
    blocks = [b"".join(raw[a:b]) for a, b in pairwise(bounds)]
    used = Encoding(encoding)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(blank_lines, "RUN", run)
        patch.setattr("clean.sources.records.RUN", run)
        for table in (None, Table(("text",), Dialect(","), used)):
            whole = records([b"".join(raw)] if raw else [], used, table)
            assert records(blocks, used, table) == whole
            assert b"".join(record.raw for record in whole) == b"".join(raw)
            assert [record.start for record in whole[1:]] == [record.end for record in whole[:-1]]
            assert [record.first_line for record in whole[1:]] == [record.last_line + 1 for record in whole[:-1]]
            assert sum(record.last_line - record.first_line + 1 for record in whole) == len(raw)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"", []),
        (b"\n", [1]),
        (b"\n\n\n", [3]),
        (b"\n \t\r\n\r", [3]),
        (b"{}\n\n\n{}\n\n", [1, 2, 1, 1]),
        (b"\n\n  ", [2, 1]),  # a last line without an ending stands alone, as it may go on in no block
        (b"\n" * (blank_lines.RUN + 5), [blank_lines.RUN, 5]),
    ],
)
def test_lines_of_each_record(raw: bytes, expected: list[int]) -> None:
    found = records([raw], Encoding())
    assert [record.last_line - record.first_line + 1 for record in found] == expected
