"""What `clean verify` says of each thing that is wrong: of sources, duplicates, what was set aside, and inputs."""

from __future__ import annotations

import json
from array import array
from collections import Counter
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from clean.article import Article
from clean.audit.change import Change
from clean.audit.facts import Facts
from clean.proof.tiling import check_lines, check_source, line_starts
from clean.proof.verify import Kept, Told, Verdict, compare_asides, compare_inputs, compare_twins
from clean.sources.find import find_sources
from tests.support import folder_of

SUMMARIES = [
    (Verdict(), "all is well: 0 articles, 0 changes, 0 sources, 0 bytes"),
    (Verdict(["odd"], 1, 2, 3, 4000), "1 finding: 1 article, 2 changes, 3 sources, 4,000 bytes"),
    (Verdict(["odd", "even"]), "2 findings: 0 articles, 0 changes, 0 sources, 0 bytes"),
]


@pytest.mark.parametrize(("verdict", "expected"), SUMMARIES)
def test_summary(verdict: Verdict, expected: str) -> None:
    assert verdict.summary() == expected


# ------------------------------------------------------------------ sources: bytes and lines

TWO = "Rain fell.\nSnow too.\n"


def source(text: str | bytes, **facts: Any) -> Facts:
    """The facts of a text."""
    raw = text.encode() if isinstance(text, str) else text
    return Facts(**{"name": "a.txt", "bytes": len(raw), "sha256": sha256(raw).hexdigest(), **facts})


def taken(text: str | bytes, start: int, lines: tuple[int, int], rule: str = "page-furniture") -> Change:
    """What was taken out at a byte."""
    size = len(text.encode() if isinstance(text, str) else text)
    return Change(start, start + size, *lines, rule, text)


ROW_LINES = "the lines of a row are not at its bytes"
CHANGE_LINES = "the lines of a change are not at its bytes"
FIRST, SECOND = taken("Rain fell.\n", 0, (1, 1)), taken("Snow too.\n", 11, (2, 2))
SOURCES: list[tuple[str, Facts, list[Article], list[Change], list[str]]] = [
    ("nothing", source(""), [], [], []),
    ("changes", source(TWO), [], [FIRST, SECOND], []),
    ("a row", source(TWO), [Article((0, 11), (1, 1), text="Rain fell.")], [SECOND], []),
    ("the last line", source(TWO), [Article((11, 21), (2, 2), text="Snow too.")], [FIRST], []),
    ("both lines", source(TWO), [Article((0, 21), (1, 2), text=TWO[:-1])], [], []),
    ("line 0", source(TWO), [Article((0, 11), (0, 1), text="Rain fell.")], [SECOND], [f"a.txt:0-1: {ROW_LINES}"]),
    ("from 0", source(TWO), [Article((21, 21), (0, 2))], [FIRST, SECOND], [f"a.txt:0-2: {ROW_LINES}"]),
    ("line 3", source(TWO), [Article((11, 21), (2, 3), text="Snow too.")], [FIRST], [f"a.txt:2-3: {ROW_LINES}"]),
    ("line 1", source(TWO), [Article((11, 21), (1, 2), text="Snow too.")], [FIRST], [f"a.txt:1-2: {ROW_LINES}"]),
    ("a change", source(TWO), [], [FIRST, SECOND._replace(start_line=1)], [f"a.txt:1-2: {CHANGE_LINES}"]),
    ("a gap", source(TWO), [], [SECOND], ["cannot restore: a.txt: nothing accounts for bytes 0 to 11"]),
    ("another text", source("x" * 21), [], [FIRST, SECOND], ["a.txt: what is restored is not what was read"]),
    (
        "a record",
        source(TWO, name="a.jsonl", format="jsonl"),
        [],
        [taken(TWO, 0, (1, 1), "record")],  # of records the lines are not those of their bytes: `\n` may be in a value
        [],
    ),
    ("binary", source(b"\0\n", encoding="binary"), [], [taken(b"\0\n", 0, (1, 1), "binary")], []),
    (
        "binary, another",
        source(b"\0\1", encoding="binary"),
        [],
        [taken(b"\0\n", 0, (1, 1), "binary")],
        ["a.txt: what is restored is not what was read"],
    ),
    (
        "no encoding, of text",
        source(TWO, encoding="nonesuch"),
        [],
        [FIRST, SECOND],
        ["cannot restore: a.txt: unknown encoding: nonesuch"],
    ),
    (
        "no encoding, of bytes",
        source(TWO, encoding="nonesuch"),
        [],
        [taken(TWO.encode(), 0, (1, 2))],
        ["a.txt: unknown encoding: nonesuch"],
    ),
    (
        "an encoding with a NUL, of text",
        source(TWO, encoding="a\0b"),
        [],
        [FIRST, SECOND],
        ["cannot restore: a.txt: embedded null character"],
    ),
    (
        "an encoding with a NUL, of bytes",
        source(TWO, encoding="a\0b"),
        [],
        [taken(TWO.encode(), 0, (1, 2))],
        ["a.txt: embedded null character"],
    ),
]


@pytest.mark.parametrize(
    ("facts", "rows", "changes", "expected"), [case[1:] for case in SOURCES], ids=[case[0] for case in SOURCES]
)
def test_a_source_is_checked(facts: Facts, rows: list[Article], changes: list[Change], expected: list[str]) -> None:
    assert list(check_source(facts, rows, changes)) == expected


MARKED = [
    (b"Rain\nSnow\n", "utf-8", [], [0, 5]),
    (b"Rain\nSnow\n", "utf-8", [taken("Rain\n", 0, (1, 1))], [0, 5]),
    (b"\xef\xbb\xbfRain\nSnow\n", "utf-8", [taken(b"\xef\xbb\xbf", 0, (1, 1), "byte-order-mark")], [3, 8]),
    (b"\xef\xbb\xbfRain\nSnow\n", "utf-8", [taken("\ufeff", 0, (1, 1), "byte-order-mark")], [3, 8]),
    (b"\0\n", "binary", [], []),
]


@pytest.mark.parametrize(("raw", "encoding", "changes", "expected"), MARKED)
def test_lines_begin_behind_the_mark(raw: bytes, encoding: str, changes: list[Change], expected: list[int]) -> None:
    chunks = iter((raw[:4], raw[4:]))
    mark = changes[0].before if changes and changes[0].rule == "byte-order-mark" else None
    assert line_starts(chunks, source(raw, encoding=encoding), mark) == array("Q", expected)
    assert list(chunks) == []  # the hash is that of all chunks


PLACES = [
    ((0, 5), (1, 1), True),
    ((0, 5), (1, 2), False),
    ((0, 6), (1, 2), True),
    ((4, 6), (1, 2), True),
    ((5, 10), (2, 2), True),
    ((5, 11), (2, 2), False),
    ((5, 11), (2, 3), True),
    ((10, 15), (3, 3), True),
    ((10, 15), (2, 3), False),
    ((10, 10), (3, 3), True),
    ((15, 15), (3, 3), True),  # where a last line was given its ending
    ((15, 15), (4, 4), False),
]


@pytest.mark.parametrize(("span", "lines", "is_right"), PLACES)
def test_the_lines_of_a_change(span: tuple[int, int], lines: tuple[int, int], is_right: bool) -> None:
    found = list(check_lines("a.txt", [Change(*span, *lines, "extra-spaces", "")], array("Q", [0, 5, 10, 15])))
    assert found == ([] if is_right else [f"a.txt:{lines[0]}-{lines[1]}: {CHANGE_LINES}"])


def test_a_change_before_the_first_line_is_on_it() -> None:
    assert list(check_lines("a.txt", [Change(0, 3, 1, 1, "byte-order-mark", "")], array("Q", [3, 8]))) == []


# ------------------------------------------------------------------ duplicates

Side = Mapping[tuple[str, str, int, int, str, float], int]
NEAR = ("k", "a.txt", 3, 4, "near", 0.9)
NOT_ALIKE = "a.txt:3-4: the duplicate is not named alike by k, which it names"
OF_NONE = "a.txt:3-4: no duplicate of k by the audit"
TWINS: list[tuple[Side, Side, list[str]]] = [
    ({}, {}, []),
    ({NEAR: 1}, {NEAR: 1}, []),
    ({NEAR: 1}, {}, [NOT_ALIKE]),
    ({NEAR: 2}, {NEAR: 1}, [NOT_ALIKE]),
    ({}, {NEAR: 1}, [OF_NONE]),
    ({NEAR: 1}, {NEAR: 2}, [OF_NONE]),
    ({NEAR: 1}, {(*NEAR[:5], 0.8): 1}, [NOT_ALIKE, OF_NONE]),
    ({("x", *NEAR[1:]): 1}, {}, ["a.txt:3-4: the duplicate names x, which is not kept"]),
    ({(*NEAR[:5], 1.0): 1}, {}, [NOT_ALIKE]),
    ({(*NEAR[:5], 1.01): 1}, {}, [NOT_ALIKE, "a.txt:3-4: the duplicate has the similarity 1.01"]),
    ({(*NEAR[:5], 0.0): 1}, {}, [NOT_ALIKE, "a.txt:3-4: the duplicate has the similarity 0.0"]),
]


@pytest.mark.parametrize(("told", "kept", "expected"), TWINS)
def test_twins(told: Side, kept: Side, expected: list[str]) -> None:
    sides = Kept(ids={"k": 1}, twins=Counter(kept)), Told(twins=Counter(told))
    assert list(compare_twins(*sides)) == expected


# ------------------------------------------------------------------ what was set aside

ASIDE = {"source": "a.jsonl", "start_byte": 3, "end_byte": 5, "line": 2, "error": "odd", "raw_base64": "e30="}
HELD = Change(3, 5, 2, 2, "set-aside", b"{}")
BETWEEN = "a.jsonl: bytes 3 to 5 are not set aside alike in the audit and in q.jsonl"
CHANGED = "q.jsonl: its SHA-256 is not the one in the audit: it was changed, or is of another run"
MISSING = "q.jsonl: written by the run, and missing"
ASIDES: list[tuple[str, list[Any] | None, list[Change], str | None, list[str]]] = [
    ("none", None, [], "", []),
    ("one", [ASIDE], [HELD], None, []),
    ("a binary file", [ASIDE], [HELD._replace(rule="binary")], None, []),
    ("missing by the changes", None, [HELD], "", [MISSING]),
    ("missing by the hash", None, [], "0", [MISSING]),
    ("another rule", [ASIDE], [HELD._replace(rule="record")], None, [BETWEEN]),
    ("not in the file", [], [HELD], None, [BETWEEN]),
    ("not in the audit", [ASIDE], [], None, [BETWEEN]),
    ("other bytes", [ASIDE], [HELD._replace(before=b"[]")], None, [BETWEEN, BETWEEN]),
    ("text", [ASIDE], [HELD._replace(before="{}")], None, [BETWEEN, BETWEEN]),
    ("changed", [ASIDE | {"line": 3}], [HELD], "0", [CHANGED]),
    ("of another shape", [ASIDE, 3], [HELD], None, ["q.jsonl:2: not an object"]),
]


@pytest.mark.parametrize(
    ("rows", "changes", "digest", "expected"), [case[1:] for case in ASIDES], ids=[case[0] for case in ASIDES]
)
def test_asides(rows: list[Any] | None, changes: list[Change], digest: str | None, expected: list[str]) -> None:
    raw = "".join(json.dumps(row) + "\n" for row in rows or ()).encode()
    with folder_of({"q.jsonl": raw} if rows is not None else {}):
        told = Told()
        for change in changes:
            told.note_aside("a.jsonl", change)
        digest = sha256(raw).hexdigest() if digest is None else digest
        assert list(compare_asides(Path("q.jsonl"), told, digest)) == expected


def test_a_line_of_the_quarantine_file_that_stands_twice_is_one() -> None:
    # The hash tells of it; which bytes were set aside is the same.
    raw = (json.dumps(ASIDE) + "\n").encode() * 2
    with folder_of({"q.jsonl": raw}):
        assert list(compare_asides(Path("q.jsonl"), Told(asides=[("a.jsonl", HELD)]), "0")) == [CHANGED]


# ------------------------------------------------------------------ inputs

INPUTS = [
    ("the same", {"a.txt": b"Rain\n"}, []),
    ("changed", {"a.txt": b"Snow\n"}, ["a.txt: the file is not the one that was read"]),
    ("another", {"a.txt": b"Rain\n", "b.txt": b"Rain\n"}, ["b.txt: not among the sources of the audit"]),
    ("before", {"a.txt": b"Snow\n", "A.txt": b"Rain\n"}, [
        "A.txt: not among the sources of the audit", "a.txt: the file is not the one that was read"]),
    ("missing", {"b.txt": b"x"}, [
        "b.txt: not among the sources of the audit", "a.txt: read by the run, not among the inputs given"]),
    ("broken", {"a.txt.gz": b"\x1f\x8b\x08\x00", "c.txt": b"x"}, [
        "broken input: a.txt.gz: cut off at byte 4, inside the gzip member that begins at byte 0",
        "c.txt: not among the sources of the audit"]),
]  # fmt: skip


@pytest.mark.parametrize(("files", "expected"), [case[1:] for case in INPUTS], ids=[case[0] for case in INPUTS])
def test_inputs(files: dict[str, bytes], expected: list[str]) -> None:
    with folder_of(files):
        assert list(compare_inputs([source("Rain\n")], find_sources(sorted(files), []).sources)) == expected
