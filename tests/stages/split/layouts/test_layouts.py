"""Export layouts: every document and headline found, no furniture in a text, and no news file taken for one."""

from __future__ import annotations

import json
import lzma
import random
import re
import tomllib
from itertools import islice, pairwise
from pathlib import Path
from typing import Any

import pytest

from clean.document import Mark, apply
from clean.errors import UsageError
from clean.news.layouts.labels import opened_by
from clean.news.layouts.layout import KEYS, Layout, built_in, marked_lines, matches, parse
from clean.settings import Split
from clean.stages.split.layouts import may_have_layout, read_opening, recognise
from clean.stages.split.usual.profile import PROFILED
from clean.story import Story
from tests.stages.split.layouts.export_documents import MONTHS, TRAPS, chance, document
from tests.stages.split.layouts.exports import MAKERS, lexisnexis

ROOT = Path(__file__).resolve().parents[4]


def read_all(layout: Layout, lines: list[str]) -> list[tuple[Story, list[str]]]:
    """The stories with what is left of their lines; covers and trailers must be furniture through and through."""
    cuts = sorted({0, *layout.starts(lines, 0, len(lines)), len(lines)})
    found = []
    for first, last in pairwise(cuts):
        story = layout.read(lines[first:last], bytearray(last - first))
        assert story is not None
        if set(story.marks) <= {Mark.BOILERPLATE, Mark.BLANK}:
            continue
        body = [i for i in range(last - first) if story.marks[i] == Mark.BODY]
        assert all(story.rules.get(i) == "export-layout" for i, mark in enumerate(story.marks) if mark in TAKEN)
        found.append((story, [apply(lines[first + i], story.edits.get(i, [])).strip() for i in body]))
    return found


@pytest.mark.parametrize("name", MAKERS)
def test_every_line_that_is_a_marker_is_one_of_those_that_may_be(name: str) -> None:
    rng = chance(name)
    lines = MAKERS[name]([document(rng, traps=True) for _ in range(5)], rng)
    texts = [line.strip() for line in lines]
    may = marked_lines(texts)
    assert may == sorted(set(may))
    markers = [i for i, text in enumerate(texts) if any(matches(known.marker, text) for known in built_in().values())]
    assert markers
    assert set(markers) <= set(may)


TAKEN = (Mark.BOILERPLATE, Mark.METADATA)


def as_normalized(lines: list[str]) -> list[str]:
    """What the stage before may have made of the lines: no blanks around, no runs of them within."""
    return [" ".join(line.split()) for line in lines]


@pytest.mark.parametrize("name", MAKERS)
@pytest.mark.parametrize("seed", range(8))
def test_every_document_its_headline_and_no_furniture(name: str, seed: int) -> None:
    rng = chance(f"{name}{seed}")
    docs = [document(rng, traps=seed % 2 == 1) for _ in range(rng.randint(2, 30))]
    lines = MAKERS[name](docs, rng)
    if seed % 3:
        lines = as_normalized(lines)
    layout = recognise(lines, Split())
    assert layout is not None
    assert layout.name == name
    found = read_all(layout, lines)
    headlines = ["" if "headline" in doc.drop else doc.headline.replace("\n", " ") for doc in docs]
    assert [story.headline for story, _ in found] == headlines
    for doc, (story, text) in zip(docs, found, strict=True):
        assert " ".join(text) == " ".join([] if "body" in doc.drop else doc.paragraphs)
        said = story.metadata
        if name not in {"wire", "mbox", "front-matter-toml", "warc"}:
            assert said["publication"].startswith(doc.paper)
        if name not in {"wire", "mbox", "warc"}:
            assert story.date == ("" if "date" in doc.drop and name in DATE_CAN_LACK else doc.iso)
        if name in {"nexis-uni", "lexisnexis", "factiva", "factiva-free"} and "length" not in doc.drop:
            assert said["length"].startswith(str(doc.words))
        if not {"byline", "body"} & doc.drop and name not in {"europresse", "warc"}:
            assert story.byline == doc.byline
        if name in {"nexis-uni", "lexisnexis"}:
            assert story.dateline == ("" if "dateline" in doc.drop else doc.place)
        if name == "nexis-uni" and "load" not in doc.drop:
            assert said["load_date"] == doc.iso


DATE_CAN_LACK = {"nexis-uni", "lexisnexis", "factiva"}


@pytest.mark.parametrize("name", MAKERS)
@pytest.mark.parametrize("size", [1, 7, 64, 1000])
def test_starts_are_the_same_for_any_block_size(name: str, size: int) -> None:
    rng = chance(name)
    lines = MAKERS[name]([document(rng, traps=True) for _ in range(12)], rng)
    layout = opened_by(built_in()[name], [line.strip() for line in lines])
    whole = layout.starts(lines, 0, len(lines))
    parts: list[int] = []
    for first in range(0, len(lines), size):
        last = min(len(lines), first + size)
        low, high = max(0, first - 64), min(len(lines), last + 64)
        parts += [low + i for i in layout.starts(lines[low:high], first - low, last - low)]
    assert parts == whole


def plain(rng: random.Random, stories: int, traps: tuple[str, ...] = TRAPS) -> list[str]:
    """A news file without furniture, whose stories mention every marker there is."""
    lines = []
    for _ in range(stories):
        doc = document(rng, traps=False)
        body = [line for text in doc.paragraphs for line in (text, rng.choice(traps))]
        lines += [doc.headline, f"By {doc.byline}", f"{MONTHS[doc.month - 1]} {doc.day}, {doc.year}", "", *body, ""]
    return lines


@pytest.mark.parametrize("seed", range(10))
def test_a_news_file_that_mentions_markers_is_no_export(seed: int) -> None:
    rng = chance(seed)
    traps = (
        *TRAPS,
        "End of Document",
        "BC-SOMETHING",
        "-30-",
        "NNNN",
        "HD television",
        "Publication info: a note",
        "_" * 40,
    )
    assert recognise(plain(rng, rng.randint(1, 30), traps), Split()) is None


@pytest.mark.parametrize("name", [name for name in MAKERS if name not in {"wire", "mbox"}])
@pytest.mark.parametrize("place", ["middle", "start"])
def test_a_news_file_that_quotes_a_whole_document_is_no_export(name: str, place: str) -> None:
    rng = chance(name)
    quoted = MAKERS[name]([document(rng, traps=False)], rng)
    lines = plain(rng, 30 if place == "middle" else 0) + quoted + plain(rng, 30)
    assert recognise(lines, Split()) is None


NOTICE = "Printed for the readers of the library"
PARAGRAPH = "The mayor said on Monday that the harbour wall would be mended before the storms of next winter."


@pytest.mark.parametrize("name", ["proquest", "europresse", "front-matter"])
@pytest.mark.parametrize(
    ("above", "documents", "expected"),
    [([PARAGRAPH] * 3, 1, False), ([PARAGRAPH] * 2, 1, True), ([NOTICE] * 3, 1, True), ([PARAGRAPH] * 3, 2, True)],
    ids=["a story that quotes one", "long notices", "short notices", "several documents"],
)
def test_what_may_stand_above_the_documents_of_an_export(
    above: list[str], documents: int, expected: bool, name: str
) -> None:
    rng = chance(name)
    docs = [document(rng, traps=False) for _ in range(documents)]
    for doc in docs:
        doc.drop.clear()
    found = recognise([*above, *MAKERS[name](docs, rng)], Split())
    assert (found.name if found else "") == (name if expected else "")


@pytest.mark.parametrize("lines", [
    [], [""], ["-----"], ["1 of 10 DOCUMENTS"], ["End of Document"], ["HD"], ["Full text:"],
    ["Recipe", "", "1. Wash the fish", "2. Salt it", "3. Fry it, Friday 4 May 2019 at noon", "", "Serve hot."],
    ["Title: The harbour wall", "", "A poem with a label and no record."],
    ["From the mayor", "Date: none", "", "A letter.", "-----", "Another letter."],
])  # fmt: skip
def test_small_texts_are_no_export(lines: list[str]) -> None:
    assert recognise(lines, Split()) is None
    for layout in built_in().values():
        layout.starts(lines, 0, len(lines))
        if lines:
            layout.read(lines, bytearray(len(lines)))  # forced on a text that is none, it must not fail


def test_no_development_story_is_taken_for_an_export(shared: Path) -> None:
    for pool in sorted((shared / "data" / "pools").glob("*.jsonl.xz")):
        together: list[str] = []
        with lzma.open(pool, "rt", encoding="utf-8") as stream:
            for row in map(json.loads, islice(stream, 300)):
                lines = [row.get("headline", ""), "", *row.get("paragraphs", []), ""]
                assert recognise(lines, Split()) is None
                together += lines
        assert recognise(together, Split()) is None


def test_a_layout_shows_in_as_many_lines_as_a_profile_looks_at() -> None:
    rng = chance(2)
    export = lexisnexis([document(rng, traps=False) for _ in range(30)], rng)
    shown = ["A poem of one line"] * (PROFILED - 1)
    assert not may_have_layout([*shown, "Another line", *export], Split())
    assert may_have_layout([*shown, "1 of 10 DOCUMENTS"], Split())
    assert may_have_layout(["", "Title: The harbour wall"], Split())
    assert may_have_layout(export, Split())
    assert not may_have_layout(export, Split(layout="none"))
    assert may_have_layout(["Any text."], Split(layout="proquest"))
    assert may_have_layout(["Any text."], Split(layouts={"own": {"start": "Own"}}))


def test_none_and_names_and_an_unknown_name() -> None:
    rng = chance(1)
    lines = lexisnexis([document(rng, traps=False) for _ in range(3)], rng)
    assert recognise(lines, Split(layout="none")) is None
    assert recognise(lines, Split(off=frozenset({"export-layout"}))) is None
    forced = recognise(["Any text."], Split(layout="proquest"))
    assert forced is not None
    assert forced.name == "proquest"
    with pytest.raises(UsageError, match="unknown layout: nexis") as caught:
        recognise(lines, Split(layout="nexis"))
    assert "nexis-uni" in caught.value.hint


def test_a_cover_in_unknown_words_and_a_running_head_are_furniture() -> None:
    document = [
        "Wall falls",
        "The Coast Courier",
        "May 4, 2019",
        "",
        "Copyright 2019 The Coast Courier",
        "Length: 9 words",
    ]
    body = [
        "Body",
        "",
        "It fell on Sunday.",
        "Page 2 of 3",
        "Wall falls",
        "Nobody was hurt.",
        "",
        "End of Document",
        "",
    ]
    cover = ["Noutajan nimi: Matti Esimerkki", "Hakusanat: muuri", "satama", "", ""]
    lines = [*cover, *document, *body, *document, *body]
    layout = recognise(lines, Split())
    assert layout is not None
    text = ["It fell on Sunday.", "Nobody was hurt."]
    assert [(story.headline, text) for story, text in read_all(layout, lines)] == [("Wall falls", text)] * 2


@pytest.mark.parametrize(("name", "line", "dateline", "text"), [
    ("wire", "PORT EXAMPLE, March 7 (Reuters) - A storm came.", "PORT EXAMPLE, March 7", "A storm came."),
    ("proquest", "Full text: BERLIN -- A storm came.", "BERLIN", "A storm came."),
    ("wire", "A storm came to Berlin.", "", "A storm came to Berlin."),
])  # fmt: skip
def test_the_dateline_is_cut_off_the_first_paragraph(name: str, line: str, dateline: str, text: str) -> None:
    lines = ["BC-STORM", "", "Storm comes", "", line, "It went.", "", "-30-"]
    if name == "proquest":
        lines = ["Storm comes", "", "Publication info: Coast Courier. 07 Mar 2022: A1.", "", line, "It went."]
    story = built_in()[name].read(lines, bytearray(len(lines)))
    assert story is not None
    read_opening(story, lines, Split())
    assert (story.headline, story.dateline) == ("Storm comes", dateline)
    assert apply(lines[4], story.edits.get(4, [])) == text


def test_rules_cut_at_every_line_of_dashes_when_named() -> None:
    lines = ["Bridge opens", "", "It opened on Saturday.", "-----", "Wall falls", "", "It fell on Sunday."]
    layout = recognise(lines, Split(layout="rules"))
    assert layout is not None
    assert [(story.headline, text) for story, text in read_all(layout, lines)] == [
        ("Bridge opens", ["It opened on Saturday."]),
        ("Wall falls", ["It fell on Sunday."]),
    ]


@pytest.mark.parametrize(("table", "message"), [
    ({}, "neither start, end nor anchor"),
    ({"start": "("}, "wrong pattern"),
    ({"start": 1}, "text or a list of texts"),
    ({"begin": "x"}, "unknown setting"),
    ({"start": "x", "values": "page"}, "one of line, paragraph, label"),
    ({"start": "x", "head": {"A:": 1}}, "a label is a field's name"),
    ({"start": "x", "needs": "two"}, "a number"),
])  # fmt: skip
def test_a_wrong_layout_is_a_usage_error(table: dict[str, Any], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        parse("mine", table)


def test_the_layout_of_the_docs_reads_the_text_of_the_docs(root: Path) -> None:
    page = (root / "docs" / "layouts.md").read_text("utf-8")
    text = page.partition("```text\n")[2].partition("```")[0]
    toml = page[page.index("```toml\n[split.layouts") :].removeprefix("```toml\n").partition("```")[0]
    settings = Split(**tomllib.loads(toml)["split"])
    lines = (text + "\n" + text.replace("17", "18")).splitlines()
    layout = recognise(lines, settings)
    assert layout is not None
    assert layout.name == "inland"
    (first, body), second = read_all(layout, lines)
    assert (first.headline, first.byline, first.date) == ("Bridge opens to walkers", "Omar Sample", "2019-05-04")
    assert first.metadata == {"publication": "The Inland Gazette"}
    assert body == ["The bridge opened on Saturday.", "Two hundred people walked over it."] == second[1]


def test_the_docs_name_every_layout_and_every_key(root: Path) -> None:
    page = (root / "docs" / "layouts.md").read_text("utf-8")
    words = set(re.findall(r"`\[?([\w-]+)\]?`", page))
    assert {*built_in(), *KEYS} - {"about"} <= words


@pytest.mark.parametrize("text", [
    "a" * 100_000, " " * 100_000 + "x", "1," * 50_000, "1 of " * 20_000, "Document " * 10_000, ", p. 6" * 20_000,
    "BC-" * 30_000, "(Adds " * 20_000, "_" * 100_000, "a: " * 30_000, ". 1" * 30_000, "HD " * 30_000,
])  # fmt: skip
def test_a_very_long_line_is_no_marker(text: str) -> None:
    lines = ["Headline", "", text, text, "", text]
    for layout in built_in().values():
        assert layout.starts(lines, 0, len(lines)) == []
        layout.read(lines, bytearray(len(lines)))
    assert recognise(lines, Split()) is None


@pytest.mark.parametrize("name", [path.name for path in sorted((ROOT / "fixtures" / "layouts").iterdir())])
def test_fixture(name: str) -> None:
    folder = ROOT / "fixtures" / "layouts" / name
    lines = (folder / "input.txt").read_text("utf-8").splitlines()
    layout = recognise(lines, Split())
    assert layout is not None
    assert layout.name == name.partition(".")[0]
    keys = ("headline", "byline", "dateline", "date", "metadata")
    found = [{key: getattr(story, key) for key in keys} | {"lines": text} for story, text in read_all(layout, lines)]
    assert found == json.loads((folder / "expected.json").read_text("utf-8"))
