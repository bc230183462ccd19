"""A realistic corpus of any size, with all that is wrong in it written down.

`.bench/corpus-SIZE-SEED/` holds `files/`, text files of up to 16 MB each in one layout (`layouts.py`), and `gold.jsonl`
with a row for each story: where it stands, whether it is a copy and of which, how many house lines follow it, which of
its lines are mojibake. It is built story by story, so memory does not grow, and only once for each size and seed.

The text is made up (`prose.py`); where the development data lies beside the checkout, one paragraph in ten is of its
sentences in random order.
"""

from __future__ import annotations

import csv
import json
import lzma
import random
import re
import shutil
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any
from zlib import crc32

import ftfy.bad_codecs  # noqa: F401  has the codec by which browsers read mojibake

from bench.copies import KINDS, copy, fits
from bench.layouts import LAYOUTS, Printed, house_lines, printed
from bench.prose import Story, stories

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / ".bench"
ARTICLES = ROOT.parent / "shared" / "data" / "newsarticles.csv.xz"

Row = dict[str, Any]

MADE = 1  # of the builder: a corpus of another one is built anew
FILE = 16_000_000
REAL_SHARE = 0.1  # of paragraphs, so that in 1 GB no sentence comes more than some ten times
COPY_SHARE = 0.12  # of stories: between the few per cent of one paper and the half of an archive of many
MOJIBAKE_SHARE = 0.04  # of paragraphs with curly quotes: some one in a hundred of all
HELD = 4_000  # stories that copies are made of: some 10 MB, so that copies stand near and far


@dataclass(frozen=True, slots=True)
class Corpus:
    """A corpus that is there: the folder to run in, and what it holds."""

    folder: Path
    bytes: int
    stories: int
    copies: int
    house_lines: int
    mojibake: int
    real: bool
    houses: list[str] = field(default_factory=list)

    @property
    def files(self) -> list[Path]:
        """Its files."""
        return sorted((self.folder / "files").iterdir())

    def gold(self) -> Iterator[Row]:
        """What was planted, a row a story."""
        with (self.folder / "gold.jsonl").open(encoding="utf-8") as rows:
            for row in rows:
                yield json.loads(row)


def corpus(megabytes: int, seed: int = 7, parent: Path = FOLDER, articles: Path = ARTICLES) -> Corpus:
    """The corpus of a size, from the cache or built now."""
    folder = parent / f"corpus-{megabytes}mb-{seed}"
    about = folder / "about.json"
    wanted = {"made": MADE, "real": articles.is_file()}
    if about.is_file():
        known = json.loads(about.read_bytes())
        if {name: known.get(name) for name in wanted} == wanted:
            known.pop("made")
            return Corpus(folder, **known)
    shutil.rmtree(folder, ignore_errors=True)
    found = Builder(folder, megabytes * 1_000_000, seed, articles).build()
    facts = {name: value for name, value in asdict(found).items() if name != "folder"}
    about.write_text(json.dumps({"made": MADE, **facts}), encoding="utf-8")
    return found


class Builder:
    """Writes a corpus."""

    def __init__(self, folder: Path, size: int, seed: int, articles: Path) -> None:
        self._folder = folder
        self._size = size
        self._stories = stories(seed)
        self._chance = random.Random(seed)
        self._sentences = _sentences(articles)
        self._held: list[tuple[int, Story]] = []
        self._counts = {"bytes": 0, "stories": 0, "copies": 0, "house_lines": 0, "mojibake": 0}
        self._houses: list[str] = []

    def build(self) -> Corpus:
        """Write the files and the gold."""
        (self._folder / "files").mkdir(parents=True)
        rounds = max(1, round(self._size / FILE / len(LAYOUTS)))
        count = rounds * len(LAYOUTS)
        with (self._folder / "gold.jsonl").open("w", encoding="utf-8") as gold:
            for number in range(count):
                layout = LAYOUTS[number % len(LAYOUTS)]
                name = f"files/{number:03}-{layout}.txt"
                house = house_lines(number, next(self._stories).paragraphs)
                if layout == "footer":
                    self._houses += house
                for row in self._file(name, layout, house, self._size // count):
                    gold.write(json.dumps(row, separators=(",", ":")) + "\n")
        return Corpus(self._folder, real=bool(self._sentences), houses=self._houses, **self._counts)

    def _file(self, name: str, layout: str, house: list[str], size: int) -> Iterator[Row]:
        """Write one file; gives what was planted in it."""
        line = 0
        with (self._folder / name).open("wb") as file:
            while size > 0:
                number, kind, original, story = self._next()
                shown = printed(story, layout, house, self._chance)
                mojibake = self._spoil(shown, line + 1)
                data = "\n".join([*shown.lines, *shown.after, ""]).encode()
                file.write(data)
                size -= len(data)
                self._count(len(data), kind, shown, len(mojibake))
                yield {
                    "id": number, "file": name, "start": line + 1, "end": line + len(shown.lines), "layout": layout,
                    "kind": kind, "of": original, "house": len([text for text in shown.after if text]),
                    "mojibake": mojibake,
                }  # fmt: skip
                line += len(shown.lines) + len(shown.after)

    def _count(self, size: int, kind: str, shown: Printed, mojibake: int) -> None:
        self._counts["bytes"] += size
        self._counts["stories"] += 1
        self._counts["copies"] += kind != ""
        self._counts["house_lines"] += len([line for line in shown.after if line])
        self._counts["mojibake"] += mojibake

    def _next(self) -> tuple[int, str, int, Story]:
        """The next story with its number, the kind of copy it is ("": none), and the number of its original."""
        number = self._counts["stories"]
        if len(self._held) > len(KINDS) and self._chance.random() < COPY_SHARE:
            original, story = self._chance.choice(self._held)
            kind = self._chance.choice(KINDS)
            return number, kind, original, copy(story, kind, next(self._stories), self._chance)
        story = next(self._stories)
        if self._sentences:
            story = Story(story.headline, [self._real(line) for line in story.paragraphs])
        if fits(story):
            self._hold(number, story)
        return number, "", number, story

    def _real(self, line: str) -> str:
        """The paragraph, or one of real sentences in its place."""
        if self._chance.random() >= REAL_SHARE:
            return line
        return " ".join(self._chance.choices(self._sentences, k=self._chance.randint(1, 3)))

    def _hold(self, number: int, story: Story) -> None:
        if len(self._held) < HELD:
            self._held.append((number, story))
        else:
            self._held[self._chance.randrange(HELD)] = number, story

    def _spoil(self, shown: Printed, first_line: int) -> list[list[int]]:
        """Turn some lines to mojibake; gives the number of each, and the CRC-32 of what it was."""
        spoiled = []
        for place in range(shown.body + shown.step, len(shown.lines) - 6, shown.step):  # not what may be a bullet
            line = shown.lines[place]
            if "“" in line and self._chance.random() < MOJIBAKE_SHARE:
                shown.lines[place] = line.encode().decode("sloppy-windows-1252")
                spoiled.append([first_line + place, crc32(line.encode())])
        return spoiled


def _sentences(articles: Path) -> list[str]:
    """Sentences of real news, where there are some, of a length that can stand in a paragraph."""
    if not articles.is_file():
        return []
    csv.field_size_limit(1 << 30)
    with lzma.open(articles, "rt", encoding="utf-8", errors="replace") as rows:
        texts = [row["text"] or "" for row in csv.DictReader(rows)]
    parts = (part.strip() for text in texts for part in re.split(r"(?<=[.!?])\s", text))
    usual = (part for part in parts if 40 <= len(part) <= 400 and part.isascii() and part[0].isupper())
    return list(dict.fromkeys(usual))
