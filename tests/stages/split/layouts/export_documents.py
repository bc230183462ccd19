"""Invented documents that an export file may hold: their stories, and which parts of their furniture are left out."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

WORDS = (
    "harbour wall council storm bridge ferry market school teacher river mayor budget vote nine plan road winter union"
    " doctor clinic farmer wheat price rail tunnel museum painter concert captain season club match goal court judge"
).split()
NAMES = ("Jane Example", "Omar Sample", "Mary Ann Specimen", "Piet van der Proef", "Ana de Muestra", "K. L. Probe")
PAPERS = ("The Coast Courier", "Exampleland Daily News", "The Inland Gazette", "De Kustcourant")
MONTHS = "January February March April May June July August September October November December".split()
# Lines of a story's own that look like markers; none may cut a story or leave its text.
TRAPS = (
    "Body",
    "Section: four of the wall is gone.",
    "Length: 30 metres, they said.",
    "Subject: to approval, it will open.",
    "1 of 10 DOCUMENTS",
    "LENGTH: forty feet",
    "Document 3 of 12",
    "3. Wash the vegetables",
    "----------",
    "Notes to follow.",
    "Database: the council keeps one.",
    "IN the evening the wall fell.",
    "Load-Date: a date with a load.",
    "Copyright 2013 is a song.",
    "From: the mayor",
    "BC-SOMETHING",
    "English",
    "306 words",
    "Search Summary",
    "End of the document",
    "Title: none",
)


def chance(seed: object) -> random.Random:
    return random.Random(str(seed))


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
