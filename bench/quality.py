"""What a run made of what was planted: stories, duplicates, house lines, mojibake; found and found wrongly."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from bench.copies import KINDS
from bench.corpus import Corpus, Row
from clean.rules import STAGE_OF

Place = tuple[str, int, int]  # a file, a story's first and last line

BLANKS = ("blank-lines", "trailing-blank-lines", "separator")


class Score(NamedTuple):
    """So many of what was planted were found; so many findings there were, of which so many are right."""

    name: str
    planted: int
    found: int
    findings: int
    right: int


def scores(corpus: Corpus, out: Path, audit: Path) -> list[Score]:
    """How much of what was planted in a corpus a run has found, by its output and audit."""
    gold = list(corpus.gold())
    rows = list(_rows(out))
    changes = list(_rows(audit))[1:]
    articles = {place: row["id"] for row in rows for place in _places(row)}
    return [
        *_stories(gold, set(articles)),
        *_duplicates(gold, articles, rows),
        _house_lines(corpus, gold, rows, changes),
        _mojibake(gold, rows, changes),
    ]


def _rows(path: Path) -> Iterator[Row]:
    with path.open("rb") as lines:
        for line in lines:
            yield json.loads(line)


def _places(row: Row) -> Iterator[Place]:
    """The places of an article, then of its duplicates."""
    yield row["source"], row["span"]["start_line"], row["span"]["end_line"]
    for copy in row["duplicates"]:
        yield copy["source"], copy["start_line"], copy["end_line"]


def _stories(gold: list[Row], articles: set[Place]) -> Iterator[Score]:
    """Stories that came out from their first line to their last; and first lines alone.

    House lines that are known by their repeating leave an article's span as it was: it may end behind them.
    """
    ends = [(row["file"], row["start"], {row["end"], row["end"] + row["house"]}) for row in gold]
    right = sum(any((file, start, end) in articles for end in some) for file, start, some in ends)
    yield Score("stories, first to last line", len(gold), right, len(articles), right)
    starts = {(file, start) for file, start, _ in ends}
    right = len(starts & {place[:2] for place in articles})
    yield Score("stories, where they begin", len(gold), right, len(articles), right)


def _duplicates(gold: list[Row], articles: dict[Place, str], rows: list[Row]) -> Iterator[Score]:
    """Copies in one cluster with their original; removed articles that are of one story with their survivor."""
    finder = Finder(gold)
    cluster: dict[int, str] = {}
    for place in sorted(articles):
        cluster.setdefault(finder.story(place), articles[place])
    story = {row["id"]: row["of"] for row in gold}
    pairs = [(finder.story(kept), finder.story(copy)) for kept, *copies in map(_places, rows) for copy in copies]
    right = sum(story.get(kept, -1) == story.get(copy, -2) for kept, copy in pairs)
    for kind in KINDS:
        copies = [row for row in gold if row["kind"] == kind]
        found = sum(_together(cluster, row) for row in copies)
        yield Score(f"duplicates, {kind}", len(copies), found, 0, 0)
    copies = [row for row in gold if row["kind"]]
    yield Score("duplicates", len(copies), sum(_together(cluster, row) for row in copies), len(pairs), right)


def _together(cluster: dict[int, str], row: Row) -> bool:
    own = cluster.get(row["id"])
    return own is not None and own == cluster.get(row["of"])


class Finder:
    """Tells the planted story that an article is of."""

    def __init__(self, gold: list[Row]) -> None:
        self._stories: dict[str, list[Row]] = {}
        for row in gold:
            self._stories.setdefault(row["file"], []).append(row)

    def story(self, place: Place) -> int:
        """The number of the story that has the article's middle line; -1 for none."""
        file, first, last = place
        middle = (first + last) // 2
        found = bisect_right(self._stories[file], middle, key=lambda row: row["start"]) - 1
        row = self._stories[file][max(found, 0)]
        number: int = row["id"]
        return number if row["start"] <= middle <= row["end"] + row["house"] else -1


def _house_lines(corpus: Corpus, gold: list[Row], rows: list[Row], changes: list[Row]) -> Score:
    """House lines that are gone from the articles kept; lines taken out by boilerplate rules that are such."""
    known = set(corpus.houses)
    removed = {place[:2] for row in rows for place in list(_places(row))[1:]}
    planted = sum(row["house"] for row in gold if (row["file"], row["start"]) not in removed)
    left = sum(line in known for row in rows for line in row["text"].split("\n"))
    taken = [
        line
        for change in changes
        if STAGE_OF.get(change["rule"]) == "boilerplate" and change["rule"] not in BLANKS
        for line in change.get("before", "").splitlines()
        if line
    ]
    return Score("house lines", planted, planted - left, len(taken), sum(line in known for line in taken))


def _mojibake(gold: list[Row], rows: list[Row], changes: list[Row]) -> Score:
    """Lines that came out as they were before; lines repaired as mojibake that are such."""
    texts = {crc32(line.encode()) for row in rows for line in row["text"].split("\n")}
    planted = [(row["file"], line, crc) for row in gold for line, crc in row["mojibake"]]
    repaired = Counter(
        (change["source"], change["start_line"])
        for change in changes
        if "mojibake" in (change["rule"], *change.get("also", ()))
    )
    right = sum((file, line) in repaired for file, line, _ in planted)
    return Score("mojibake", len(planted), sum(crc in texts for _, _, crc in planted), len(repaired), right)
