"""Export layouts on files made after their descriptions: invented stories, furniture at random, parts left out at random."""

from __future__ import annotations

import json
import lzma
import random
import re
import textwrap
import tomllib
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import islice, pairwise
from pathlib import Path
from typing import Any

import pytest

from clean.document import Mark, apply
from clean.errors import UsageError
from clean.news.layouts.layout import KEYS, Layout, built_in, parse
from clean.settings import Split
from clean.stages.split.layouts import recognise
from clean.story import Story

ROOT = Path(__file__).resolve().parents[2]
WORDS = (
    "harbour wall council storm bridge ferry market school teacher river mayor budget vote nine plan road winter union"
    " doctor clinic farmer wheat price rail tunnel museum painter concert captain season club match goal court judge"
).split()
NAMES = ("Jane Example", "Omar Sample", "Mary Ann Specimen", "Piet van der Proef", "Ana de Muestra", "K. L. Probe")
PAPERS = ("The Coast Courier", "Exampleland Daily News", "The Inland Gazette", "De Kustcourant")
MONTHS = "January February March April May June July August September October November December".split()
# Lines of a story's own that look like markers; none may cut a story or leave its text.
TRAPS = (
    "Body", "Section: four of the wall is gone.", "Length: 30 metres, they said.", "Subject: to approval, it will open.",
    "1 of 10 DOCUMENTS", "LENGTH: forty feet", "Document 3 of 12", "3. Wash the vegetables", "----------", "Notes to follow.",
    "Database: the council keeps one.", "IN the evening the wall fell.", "Load-Date: a date with a load.", "Copyright 2013 is a song.",
    "From: the mayor", "BC-SOMETHING", "English", "306 words", "Search Summary", "End of the document", "Title: none",
)  # fmt: skip


def chance(seed: object) -> random.Random:
    return random.Random(str(seed))  # noqa: S311


@dataclass
class Doc:
    """One invented document: what a reader should find in it."""

    headline: str
    paragraphs: list[str]
    byline: str
    paper: str
    day: int
    month: int
    year: int
    place: str
    words: int
    drop: set[str] = field(default_factory=set)

    @property
    def iso(self) -> str:
        return f"{self.year}-{self.month:02}-{self.day:02}"


def sentence(rng: random.Random) -> str:
    return (" ".join(rng.choice(WORDS) for _ in range(rng.randint(5, 16)))).capitalize() + rng.choice(
        [".", ".", ".", "?", "!"]
    )


def document(rng: random.Random, traps: bool) -> Doc:
    headline = " ".join(rng.choice(WORDS) for _ in range(rng.randint(4, 9))).capitalize()
    if rng.random() < 0.15:
        headline = headline.upper()
    headline += rng.choice(["", "", "", "?", ": a report", " - part 2"])
    paragraphs = [" ".join(sentence(rng) for _ in range(rng.randint(1, 4))) for _ in range(rng.randint(2, 8))]
    if traps and len(paragraphs) > 3:
        paragraphs.insert(rng.randint(1, len(paragraphs) - 2), rng.choice(TRAPS))
    drop = {
        part
        for part in ("byline", "section", "dateline", "length", "graphic", "language", "load")
        if rng.random() < 0.3
    }
    drop |= {part for part in ("headline", "body", "end", "copyright", "date") if rng.random() < 0.06}
    return Doc(
        headline, paragraphs, rng.choice(NAMES), rng.choice(PAPERS), rng.randint(1, 28), rng.randint(1, 12),
        rng.randint(1995, 2024), rng.choice(["PORT EXAMPLE", "Sampleton"]), rng.randint(80, 2000), drop,
    )  # fmt: skip


def nexis_uni(docs: list[Doc], rng: random.Random) -> list[str]:
    lines = []
    if rng.random() < 0.7:
        lines += [
            "Date and Time: Tuesday, 25 October 2022 20:01:00 CEST",
            "Job Number: 182934",
            f"Documents ({len(docs)})",
            "",
        ]
        for number, doc in enumerate(docs, 1):
            lines += [f"{number}. {doc.headline}", "Client/Matter: -None-", "Search Terms: harbour and wall"]
            lines += ["Search Type: Terms and Connectors", "Narrowed by:", "Content Type", "Narrowed by", "News"]
            lines += ["Geography: Exampleland; Timeline: Jan 01, 2010 to Dec 31, 2020", ""]
    for doc in docs:
        month = MONTHS[doc.month - 1]
        lines += [] if "headline" in doc.drop else [doc.headline]
        lines += [f"{doc.paper} (Exampleland)", f"{month} {doc.day}, {doc.year} Friday 11:20 AM EST"][
            : 1 if "date" in doc.drop else 2
        ]
        lines += ["", ""]
        lines += [] if "copyright" in doc.drop else [f"Copyright {doc.year} {doc.paper} All Rights Reserved"]
        lines += ["Section: NEWS; Pg. 4"] if "section" not in doc.drop else []
        lines += [f"Length: {doc.words} words"]
        lines += [f"Byline: {doc.byline}"] if "byline" not in doc.drop else []
        lines += ["Highlight: The wall fell and will stand again."] if rng.random() < 0.2 else []
        lines += [f"Dateline: {doc.place}"] if "dateline" not in doc.drop else []
        if "body" not in doc.drop:
            lines += ["Body", "", "", *(f" {text}" for text in doc.paragraphs), ""]
            if rng.random() < 0.2:
                lines.insert(-2, f"Page {rng.randint(2, 9)} of 14")
        lines += ["Graphic", " ", "Jane Example/The harbour wall.", ""] if "graphic" not in doc.drop else []
        lines += ["Notes", "", "Corrected in print.", ""] if rng.random() < 0.1 else []
        if rng.random() < 0.2:
            lines += [
                "Classification",
                "",
                "Language: ENGLISH",
                "",
                "Publication-Type: Newspaper",
                "",
                "Subject: HARBOURS (90%)",
                "",
            ]
        lines += (
            [f"Load-Date:\u00a0{month} {doc.day}, {doc.year}", "", ""]
            if "load" not in doc.drop or "end" in doc.drop
            else []
        )
        lines += [] if "end" in doc.drop else ["End of Document", "", ""]
    return lines


LEXIS = {
    "en": (
        "{} of {} DOCUMENTS",
        "BYLINE SECTION LENGTH DATELINE LOAD-DATE LANGUAGE PUBLICATION-TYPE",
        "words",
        "ENGLISH",
    ),
    "de": (
        "Dokument {} von {}",
        "AUTOR RUBRIK LÄNGE DATELINE UPDATE SPRACHE PUBLICATION-TYPE",
        "Wörter",
        "GERMAN; DEUTSCH",
    ),
    "fr": (
        "Document {} de {}",
        "AUTEUR RUBRIQUE LONGUEUR DATELINE DATE-CHARGEMENT LANGUE TYPE-PUBLICATION",
        "mots",
        "FRENCH",
    ),
    "nl": (
        "{} van {} DOCUMENTEN",
        "AUTEUR RUBRIEK LENGTE DATELINE LOAD-DATE LANGUAGE PUBLICATION-TYPE",
        "woorden",
        "DUTCH",
    ),
    "es": (
        "{} de {} DOCUMENTOS",
        "AUTOR SECCIÓN LONGITUD DATELINE LOAD-DATE LANGUAGE PUBLICATION-TYPE",
        "palabras",
        "SPANISH",
    ),
}
DATES = {
    "en": "March {day}, {year} Tuesday", "de": "{day}. März {year} Dienstag", "fr": "{day} mars {year} mardi",
    "nl": "{day} maart {year} dinsdag", "es": "{day} de marzo de {year} martes",
}  # fmt: skip


def lexisnexis(docs: list[Doc], rng: random.Random) -> list[str]:
    language = rng.choice(list(LEXIS))
    start, labels, words, name = LEXIS[language]
    byline, section, length, dateline, load, tongue, kind = labels.split()
    lines = []
    if rng.random() < 0.5:
        cover = ["Printopdracht: Alle documenten", "Zoektermen: (harbour"] if language == "nl" else [
            "Download Request: All Documents: 1-240", "Time Of Request: Monday, 1:00:00", "Terms: (harbour OR wall"]  # fmt: skip
        lines += ["", *cover, "  OR storm OR council)", "", "Project ID: none", ""]
    number, top = 0, rng.random() < 0.3
    for doc in docs:
        doc.month = 3
        if rng.random() < 0.2:
            doc.headline += ";\nCouncil votes nine to two"
        number += rng.choice([1, 1, 1, 2])
        date = DATES[language].format(day=doc.day, year=doc.year)
        rights = (
            [f"Copyright {doc.year} Coast Courier Ltd", "All Rights Reserved"] if "copyright" not in doc.drop else []
        )
        above = rights if top else []
        centred = [start.format(number, 240), "", "", *above, doc.paper, "", *([] if "date" in doc.drop else [date])]
        centred += ["FIRST Edition"] if rng.random() < 0.4 and "date" not in doc.drop else []
        lines += [text.center(78).rstrip() for text in centred] + [""]
        lines += (
            []
            if "headline" in doc.drop
            else [*(line for part in doc.headline.split("\n") for line in textwrap.wrap(part, 78)), ""]
        )
        lines += [f"{byline}: {doc.byline}", ""] if "byline" not in doc.drop else []
        lines += [f"{section}: NEWS; Pg. 4", ""] if "section" not in doc.drop else []
        lines += [f"{length}: {doc.words} {words}", ""]
        lines += [f"{dateline}: {doc.place}", ""] if "dateline" not in doc.drop else []
        for text in [] if "body" in doc.drop else doc.paragraphs:
            lines += [*textwrap.wrap(text, 78), ""]
        lines += ["GRAPHIC: PHOTO: The harbour wall.", ""] if "graphic" not in doc.drop else []
        if "end" not in doc.drop:
            lines += [f"{load}: {date}", "", f"{tongue}: {name}", "", f"{kind}: Newspaper", ""]
            lines += ["ACC-NO: 123456", ""] if rng.random() < 0.2 else []
            lines += [text.center(78).rstrip() for text in ([] if top else rights)] + ["", ""]
    return lines


def proquest(docs: list[Doc], rng: random.Random) -> list[str]:
    lines = []
    gap = [""] * rng.randint(0, 1)
    for number, doc in enumerate(docs, 1):
        month = MONTHS[doc.month - 1][:3]
        lines += ["_" * 60, ""]
        lines += [f"Document {number} of {len(docs)}", ""] if rng.random() < 0.8 else []
        lines += [] if "headline" in doc.drop else [doc.headline, ""]
        lines += [
            f"Publication info: {doc.paper} ; Port Example [Port Example]. {doc.day:02} {month} {doc.year}: A1.",
            "",
        ]
        lines += ["https://example.org/docview/1234?accountid=1", "", "Abstract: None available.", ""]
        lines += ["Links: https://example.org/links", ""]
        if "body" not in doc.drop:
            lines += [f"Full text: {doc.paragraphs[0]}"]
            lines += [line for text in doc.paragraphs[1:] for line in (*gap, text)]
            lines += ["CAPTION: The harbour wall."] if "graphic" not in doc.drop else []
            lines += [f"CREDIT: {doc.byline}"] if "byline" not in doc.drop else []
            lines += [""]
        if "end" not in doc.drop:
            lines += ["Subject: Harbors; Storms", ""] if rng.random() < 0.8 else []
            lines += ["Location: Exampleland", "", "Company / organization: Name: Coast Ltd; NAICS: 511110", ""]
            lines += [f"Title: {doc.headline}", ""] if "headline" not in doc.drop else []
            lines += [f"Publication title: {doc.paper}; Port Example", "", f"Publication year: {doc.year}", ""]
            lines += [
                f"Publication date: {month} {doc.day}, {doc.year}",
                "",
                "First page: A1",
                "",
                "Publisher: Coast Ltd",
                "",
            ]
            lines += ["Source type: Newspapers", "", "Language of publication: English", "", "Document type: News", ""]
            lines += [
                "ProQuest document ID: 1234",
                "",
                "Document URL: https://example.org",
                "",
                "Copyright: Coast Ltd 2022",
                "",
            ]
            lines += ["Last updated: 2022-03-08", "", "Database: Global Newsstream", ""]
    if rng.random() < 0.7:
        lines += ["_" * 60, "", "Contact us at: https://example.org/go/contact", ""]
        lines += [
            "Database copyright © 2022 ProQuest LLC. All rights reserved.",
            "",
            "Terms and Conditions: https://example.org",
        ]
    return lines


def identity(rng: random.Random) -> str:
    return "CCOUR000" + "".join(rng.choice("0123456789abcdefghijklmnopqrstuvwxyz") for _ in range(17))


def factiva(docs: list[Doc], rng: random.Random) -> list[str]:
    own_line, width, gap = rng.random() < 0.5, rng.choice([3, 4]), [""] * (rng.random() < 0.3)
    lines: list[str] = []

    def say(label: str, *values: str) -> None:
        lines.extend([label, *values] if own_line else [f"{label:<{width}}{values[0]}", *values[1:]])
        lines.extend(gap)

    for doc in docs:
        if "section" not in doc.drop:
            say("SE", "News")
        if "headline" not in doc.drop:
            say("HD", doc.headline)
        if "byline" not in doc.drop:
            say("BY", f"By {doc.byline}")
        say("WC", f"{doc.words} words")
        if "date" not in doc.drop:
            say("PD", f"{doc.day} {MONTHS[doc.month - 1]} {doc.year}")
        say("ET", "09:15")
        say("SN", doc.paper)
        say("SC", "CCOUR")
        say("LA", "English")
        say("CY", f"Copyright {doc.year} {doc.paper}")
        if "body" not in doc.drop:
            say("LP", doc.paragraphs[0])
            lines += [""]
            say("TD", *[line for text in doc.paragraphs[1:] for line in (text, "")])
        say("CO", "ccorp : Coast Corporation | hwall : Harbour Wall Ltd")
        say("NS", "gstorm : Storms | gcat : Political/General News")
        say("RE", "exl : Exampleland")
        say("PUB", "Coast Courier Ltd")
        if "end" not in doc.drop:
            say("AN", f"Document {identity(rng)}")
        lines += ["", ""]
    if rng.random() < 0.7:
        lines += [
            "Search Summary",
            "Text harbour and wall",
            "Date All Dates",
            "Source All Sources",
            "Results Found 240",
        ]
    return lines


def factiva_free(docs: list[Doc], rng: random.Random) -> list[str]:
    lines: list[str] = []
    for doc in docs:
        doc.drop -= {"end"}
        lines += ["News"] if "section" not in doc.drop else []
        lines += [doc.headline] if "headline" not in doc.drop else []
        opener = "By " if "headline" in doc.drop else rng.choice(["By ", ""])
        lines += [opener + doc.byline] if "byline" not in doc.drop else []
        lines += [f"{doc.words} words", f"{doc.day} {MONTHS[doc.month - 1]} {doc.year}"]
        lines += ["09:15"] if rng.random() < 0.6 else []
        lines += [doc.paper, "CCOUR", "English", f"Copyright {doc.year} {doc.paper}. All Rights Reserved", ""]
        lines += [line for text in ([] if "body" in doc.drop else doc.paragraphs) for line in (text, "")]
        lines += [f"Document {identity(rng)}", "", ""]
    if rng.random() < 0.7:
        lines += [
            "Search Summary",
            "Text harbour and wall",
            "Date All Dates",
            "Source All Sources",
            "Results Found 240",
        ]
    return lines


def europresse(docs: list[Doc], rng: random.Random) -> list[str]:
    lines, number = [], 0
    for doc in docs:
        doc.drop -= {"headline"}
        doc.month = 11
        number += rng.choice([1, 1, 2])
        date = rng.choice(["vrijdag {} november {}", "{} november {}", "vendredi {} novembre {}"]).format(
            doc.day, doc.year
        )
        page = ", p. 6" if "section" not in doc.drop else ""
        lines += [f"{number}. {doc.headline}", "", f"{doc.paper}, {date}{page}, {doc.words}w.", ""]
        lines += [line for text in ([] if "body" in doc.drop else doc.paragraphs) for line in (text, "")] + [""]
    return lines


def wire(docs: list[Doc], rng: random.Random) -> list[str]:
    lines = []
    for doc in docs:
        doc.drop -= {"headline", "body", "end"}
        lines += ["a0123"] if rng.random() < 0.4 else []
        lines += [f"BC-EXAMPLE-{rng.choice(WORDS).upper()}{rng.choice(['', ' (UPDATE 2)'])}", ""]
        lines += ["URGENT"] if rng.random() < 0.2 else []
        lines += ["(Adds details, quotes)"] if rng.random() < 0.3 else []
        lines += [doc.headline]
        lines += [f"By {doc.byline}"] if "byline" not in doc.drop else []
        lines += ["", *doc.paragraphs, "(Reporting by Jane Example in Port Example; Editing by Omar Sample)", ""]
        lines += [rng.choice(["-30-", "NNNN", "(END)", "ENDS", "###"])]
        lines += ["AP-NY-03-07-22 0915EST"] if rng.random() < 0.3 else []
        lines += [""]
    return lines


def separators(docs: list[Doc], rng: random.Random) -> list[str]:
    lines, rule = [], rng.choice("-=*_") * rng.randint(5, 60)
    for doc in docs:
        doc.drop -= {"headline"}
        lines += [rule, f"Title: {doc.headline}", f"Date: {doc.iso}"]
        lines += [f"Author: {doc.byline}"] if "byline" not in doc.drop else []
        lines += [f"Source: {doc.paper}", "", *([] if "body" in doc.drop else doc.paragraphs), ""]
    return lines


def mbox(docs: list[Doc], rng: random.Random) -> list[str]:
    lines = []
    for doc in docs:
        doc.drop -= {"headline", "byline"}
        lines += [
            f"From desk@example.org Mon Mar  7 09:15:{rng.randint(10, 59)} 2022",
            f"From: {doc.byline}",
            "To: all@example.org",
        ]
        lines += [
            f"Date: Mon, {doc.day:02} {MONTHS[doc.month - 1][:3]} {doc.year} 09:15:00 +0000",
            f"Subject: {doc.headline}",
        ]
        lines += ["X-Mailer: none", "", *([] if "body" in doc.drop else doc.paragraphs), ""]
    return lines


MAKERS: dict[str, Callable[[list[Doc], random.Random], list[str]]] = {
    "nexis-uni": nexis_uni, "lexisnexis": lexisnexis, "proquest": proquest, "factiva": factiva, "factiva-free": factiva_free,
    "europresse": europresse, "wire": wire, "separators": separators, "mbox": mbox,
}  # fmt: skip


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


TAKEN = (Mark.BOILERPLATE, Mark.METADATA)


def as_normalized(lines: list[str]) -> list[str]:
    """What the stage before may have made of the lines: no blanks around, no runs of them within."""
    return [" ".join(line.split()) for line in lines]


@pytest.mark.parametrize("name", MAKERS)
@pytest.mark.parametrize("seed", range(12))
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
        if name not in {"wire", "mbox"}:
            assert said["publication"].startswith(doc.paper)
            assert story.date == ("" if "date" in doc.drop and name in DATE_CAN_LACK else doc.iso)
        if name not in {"wire", "mbox", "separators", "proquest", "europresse"} and "length" not in doc.drop:
            assert said["length"].startswith(str(doc.words))
        if not {"byline", "body"} & doc.drop and name != "europresse":
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
    lines = MAKERS[name]([document(rng, traps=True) for _ in range(25)], rng)
    layout = built_in()[name]
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


def test_none_and_names_and_an_unknown_name() -> None:
    rng = chance(1)
    lines = lexisnexis([document(rng, traps=False) for _ in range(3)], rng)
    assert recognise(lines, Split(layout="none")) is None
    forced = recognise(["Any text."], Split(layout="proquest"))
    assert forced is not None
    assert forced.name == "proquest"
    with pytest.raises(UsageError, match="unknown layout: nexis") as caught:
        recognise(lines, Split(layout="nexis"))
    assert "nexis-uni" in caught.value.hint


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
