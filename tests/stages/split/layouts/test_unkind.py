"""Exports as converters, editors and printers leave them: every document and headline found all the same, in a run."""

from __future__ import annotations

import random
import textwrap
from collections.abc import Callable
from itertools import product

import pytest

from clean.settings import Settings, Split
from clean.stages.split.layouts import recognise
from tests.stages.split.layouts.export_documents import Doc, chance, document
from tests.stages.split.layouts.exports import MAKERS
from tests.support import Result, check, clean


def text_of(lines: list[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


def doubled(lines: list[str], _: random.Random) -> bytes:
    """A blank line after each line, as paragraphs of a DOCX are written."""
    return text_of([part for line in lines for part in (line, "")]).encode()


def loose(lines: list[str], _: random.Random) -> bytes:
    return text_of([part for line in lines for part in ((line,) if line else ("", "", ""))]).encode()


def page_breaks(lines: list[str], rng: random.Random) -> bytes:
    return text_of([f"\f{line}" if rng.random() < 0.05 else line for line in lines]).encode()


def wrapped(lines: list[str], _: random.Random) -> bytes:
    return text_of([part for line in lines for part in (textwrap.wrap(line, 80) or [""])]).encode()


def ragged(lines: list[str], rng: random.Random) -> bytes:
    return text_of([" " * rng.randint(0, 3) + line + " " * rng.randint(0, 3) for line in lines]).encode()


def no_break_spaces(lines: list[str], rng: random.Random) -> bytes:
    """The blank after a label is often U+00A0."""
    kind = [line.replace(": ", ":\u00a0", 1) if len(line) < 80 and rng.random() < 0.3 else line for line in lines]
    return text_of(kind).encode()


def western(lines: list[str], _: random.Random) -> bytes:
    """In an encoding of one byte a letter, if that has them all."""
    text = text_of(lines)
    try:
        return text.encode("cp1252")
    except UnicodeEncodeError:
        return text.encode()


VARIANTS: dict[str, Callable[[list[str], random.Random], bytes]] = {
    "CRLF": lambda lines, _: text_of(lines).replace("\n", "\r\n").encode(),
    "UTF-8 with BOM": lambda lines, _: text_of(lines).encode("utf-8-sig"),
    "cp1252": western,
    "blank lines in front": lambda lines, _: b"\n\n\n" + text_of(lines).encode(),
    "doubled": doubled,
    "loose": loose,
    "page breaks": page_breaks,
    "wrapped": wrapped,
    "ragged": ragged,
    "no-break spaces": no_break_spaces,
}

SETTINGS = Settings(skip=frozenset({"boilerplate", "dedupe"}))  # the furniture is all that goes


def read_by(result: Result) -> set[str]:
    """What decided the boundaries."""
    return {cue for row in result.boundaries for cues in row["cues"] for cue in cues}


def headlines(docs: list[Doc]) -> list[str]:
    return ["" if "headline" in doc.drop else doc.headline.replace("\n", " ") for doc in docs]


def assert_same(result: Result, docs: list[Doc]) -> None:
    """Every document, its headline, and its text with nothing else in it."""
    assert [row["headline"] for row in result.rows] == headlines(docs)
    for row, doc in zip(result.rows, docs, strict=True):
        told = " ".join([] if "body" in doc.drop else doc.paragraphs)
        assert row["text"].split() == told.split()


# A string of TOML ends in its line.
KINDS = [kind for kind in product(MAKERS, VARIANTS) if kind != ("front-matter-toml", "wrapped")]


@pytest.mark.parametrize(("name", "variant"), KINDS)
def test_every_document_its_headline_and_no_furniture(name: str, variant: str) -> None:
    quotes = (name, variant) != ("wire", "doubled")  # there a slug that a story quotes stands alone, as slugs do
    for seed in range(4):
        rng = chance(f"{name}{variant}{seed}")
        docs = [document(rng, traps=quotes and seed % 2 == 1) for _ in range(rng.randint(3, 12))]
        data = VARIANTS[variant](MAKERS[name](docs, rng), rng)
        result = clean({"export.txt": data}, SETTINGS)
        assert read_by(result) <= {f"layout {name}"}
        assert_same(result, docs)
        check(result, {"export.txt": data})


PASSED = [
    *("X-Labels: Inbox,Unread", "Delivered-To: all@example.org", "X-Spam-Level:", "X-Route2-Id: 17"),
    *("Received: from mail.example.org (10.0.0.1)", "        by relay.example.org with ESMTP id abc123;") * 12,
    *("DKIM-Signature: v=1; a=rsa-sha256; d=example.org;", "        h=to:subject:date:from;", "        b=Zm9v") * 6,
]
"""What stands above sender and subject in a message that went through many hands (RFC 5322, 3.6.7)."""


@pytest.mark.parametrize("traps", [False, True])
def test_messages_that_went_through_many_hands(traps: bool) -> None:
    rng = chance("many hands")
    docs = [document(rng, traps=traps) for _ in range(20)]
    lines = [
        part
        for line in MAKERS["mbox"](docs, rng)
        for part in ((line, *PASSED) if line.startswith("From desk") else (line,))
    ]
    assert_same(clean({"export.txt": text_of(lines).encode()}, SETTINGS), docs)


@pytest.mark.parametrize("name", MAKERS)
def test_five_hundred_documents(name: str) -> None:
    rng = chance(f"many {name}")
    docs = [document(rng, traps=True) for _ in range(500)]
    assert_same(clean({"export.txt": text_of(MAKERS[name](docs, rng)).encode()}, SETTINGS), docs)


def test_a_layout_can_be_forced_and_turned_off_for_a_run() -> None:
    rng = chance("forced")
    docs = [document(rng, traps=False) for _ in range(3)]
    data = text_of(MAKERS["proquest"](docs, rng)).encode()
    assert read_by(clean({"a.txt": data}, Settings(split=Split(layout="proquest")))) == {"layout proquest"}
    off = clean({"a.txt": data}, Settings(split=Split(layout="none")))
    assert not any(cue.startswith("layout") for cue in read_by(off))
    assert any("Publication info" in row["text"] for row in off.rows)


def test_a_layout_of_the_users_own_reads_a_run() -> None:
    own = {"club": {"start": ["@@@ .*"], "needs": 1, "head": {"Titel:": "headline", "Tag:": "date"}}}
    data = "".join(f"@@@ {n}\nTitel: The {name} wins\nTag: 2021-05-0{n}\n\nThe {name} won.\n\n" for n, name in NAMED)
    result = clean({"a.txt": data.encode()}, Settings(split=Split(layout="club", layouts=own)))
    assert read_by(result) == {"layout club"}
    assert [(row["headline"], row["date"], row["text"]) for row in result.rows] == [
        (f"The {name} wins", f"2021-05-0{n}", f"The {name} won.") for n, name in NAMED
    ]


NAMED = [(1, "harbour"), (2, "river"), (3, "bridge")]


def test_a_story_that_quotes_a_slug_is_no_wire() -> None:
    lines = ["Desk notes for Monday", "", "The desk used one slug in all of its stories, and nobody knew why."]
    lines += ["", "BC-EU--Example-Whale,0180", "", "The editors asked for another one by Friday."]
    assert recognise(lines, Split()) is None
