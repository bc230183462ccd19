"""The file that the product was asked for, as it is and in every form that it may come in (the issue's acceptance).

The file is development data beside the checkout: where it is absent, these tests are skipped.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support import Result, check, clean

HEADLINES = (
    "Ahead of meeting, Turkey expects Russia to help rein in Syrian forces",
    "Iraqi army fully takes over key base following US withdrawal",
)
DATELINES = ("ANKARA", "BAGHDAD")
STARTS = (
    "President Tayyip Erdogan will seek steps from Russia’s Vladimir Putin ",
    "US forces have fully withdrawn from ",
)
ENDS = ("the official also said.", "outside the scope of the state.”")
PARAGRAPHS = (12, 11)
BULLETS = 2
FIRST = 16
"""Lines of the first story."""


@pytest.fixture(scope="session")
def seed(shared: Path) -> bytes:
    return (shared / "seed" / "input.txt").read_bytes()


@pytest.fixture(scope="session")
def result(seed: bytes) -> Result:
    return clean({"input.txt": seed})


def test_two_rows_with_their_fields(result: Result, seed: bytes) -> None:
    check(result, {"input.txt": seed})
    first, second = result.rows
    assert [row["headline"] for row in result.rows] == list(HEADLINES)
    assert [row["dateline"] for row in result.rows] == list(DATELINES)
    assert [row["text"].count("\n") + 1 for row in result.rows] == list(PARAGRAPHS)
    for row, start, end in zip(result.rows, STARTS, ENDS, strict=True):
        assert row["text"].startswith(start)
        assert row["text"].endswith(end)
        assert (row["byline"], row["agency"], row["date"], row["metadata"], row["duplicates"]) == ("", "", "", {}, [])
        assert row["source"] == "input.txt"
    assert len(first["highlights"]) == BULLETS
    assert not any(text.startswith("-") for text in first["highlights"])
    assert second["highlights"] == []
    lines = [(row["span"]["start_line"], row["span"]["end_line"], row["span"]["part"]) for row in result.rows]
    assert lines == [(1, 16, 1), (17, 28, 2)]


def test_the_text_stands_as_it_was(result: Result, seed: bytes) -> None:
    lines = seed.decode().split("\n")
    first, second = result.rows
    assert first["text"] == "\n".join(lines[:12]).removeprefix("ANKARA: ")
    assert second["text"] == "\n".join(lines[17:28]).removeprefix("BAGHDAD: ")
    assert first["highlights"] == [line.removeprefix("- ") for line in lines[14:16]]


def test_the_audit_tells_of_the_repeated_headline_and_the_blank_lines(result: Result) -> None:
    highlights = [rule for rule in result.rules() if rule[0] == "highlight"]
    assert [rule for rule in result.rules() if rule[0] != "highlight"] == [
        ("headline", 13, 13),
        ("duplicate-headline", 14, 14),
        ("trailing-blank-lines", 29, 38),
    ]
    assert {line for _, start, end in highlights for line in range(start, end + 1)} == {15, 16}


# ------------------------------------------------------------------ the same file in other forms


def recoded(encoding: str) -> Callable[[bytes], bytes]:
    return lambda data: data.decode().encode(encoding)


def entities(data: bytes) -> bytes:
    names = {"“": "&ldquo;", "”": "&rdquo;", "‘": "&lsquo;", "’": "&rsquo;", '"': "&quot;"}
    return re.sub('[“”‘’"]', lambda quote: names[quote[0]], data.decode()).encode()


def entity_numbers(data: bytes) -> bytes:
    return re.sub('[“”‘’"]', lambda quote: f"&#{ord(quote[0])};", data.decode()).encode()


def spaced(data: bytes) -> bytes:
    """A blank line after each paragraph."""
    return re.sub(rb"(?<=[^\n])\n", b"\n\n", data)


def other_order(data: bytes) -> bytes:
    lines = data.splitlines(keepends=True)
    return b"".join(lines[FIRST:28] + lines[:FIRST] + lines[28:])


def headlines_on_top(data: bytes) -> bytes:
    """The first story's headline block before its body, as the second one's stands."""
    lines = data.splitlines(keepends=True)
    return b"".join(lines[12:FIRST] + lines[:12] + lines[FIRST:])


def mojibake(data: bytes) -> bytes:
    """UTF-8 read as cp1252, as programs do it: the five bytes that cp1252 leaves open stay control characters."""
    return "".join(
        bytes([byte]).decode("cp1252") if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else chr(byte) for byte in data
    ).encode()


FORMS: dict[str, Callable[[bytes], bytes]] = {
    "CRLF": lambda data: data.replace(b"\n", b"\r\n"),
    "CR": lambda data: data.replace(b"\n", b"\r"),
    "UTF-8 with BOM": recoded("utf-8-sig"),
    "cp1252": recoded("cp1252"),
    "UTF-16 with BOM": recoded("utf-16"),
    "UTF-16 LE": recoded("utf-16-le"),
    "UTF-16 BE": recoded("utf-16-be"),
    "mojibake": mojibake,
    "blank lines": spaced,
    "entities": entities,
    "entity numbers": entity_numbers,
    "other order": other_order,
    "headlines on top": headlines_on_top,
    "no blank lines at the end": lambda data: data.rstrip(b"\n") + b"\n",
    "no line end at the end": lambda data: data.rstrip(b"\n"),
}


@pytest.mark.parametrize("form", FORMS)
def test_the_same_fields_in_every_form(form: str, seed: bytes, result: Result) -> None:
    data = FORMS[form](seed)
    other = clean({"input.txt": data})
    check(other, {"input.txt": data})
    wanted = result.fields()
    assert other.fields() == (wanted[::-1] if form == "other order" else wanted)


@pytest.mark.parametrize("cut", range(39))
def test_cut_at_any_line_nothing_is_lost(cut: int, seed: bytes) -> None:
    lines = seed.splitlines(keepends=True)
    files = {"head.txt": b"".join(lines[:cut])}
    check(clean(files), files)
    files = {"tail.txt": b"".join(lines[cut:])}
    check(clean(files), files)
    files = {"head.txt": b"".join(lines[:cut]), "tail.txt": b"".join(lines[cut:])}
    check(clean(files), files)


def test_the_audit_does_not_repeat_what_stands_in_out(result: Result) -> None:
    moved = next(edit for edit in result.edits if edit["rule"] == "headline")
    assert "before" not in moved
