"""Boilerplate in stories of our own and, where they are, in the development pools: what goes, and what should not.

lines     shares of clean stories' lines that the line rules and the page rule take
repeated  house lines planted at the head and tail of stories, one story in ten printed by every folder: the share of
          the planted lines that is taken out, and of the others
speed     milliseconds per MB (UTF-8) and core of each step, the best of three
"""

from __future__ import annotations

import json
import lzma
import random
import time
from collections.abc import Callable, Iterator
from typing import Any

from development import DATA

from clean.document import Document, Mark
from clean.settings import Boilerplate
from clean.stages.boilerplate import find_repeated, mark_lines, mark_page, strip

SETTINGS = Boilerplate()
FOLDERS = ("north", "south", "east", "west")
WORDS = """harbour council wall ferry storm winter money vote county pier master town survey work section bridge school
road river tax mayor police court judge fire nurse strike union budget library museum festival farm field crop rain the
of and to in a was for on that with by as at from it""".split()

Story = list[str]


def corpora() -> Iterator[tuple[str, list[Story]]]:
    """Name and stories of each corpus; a story is its lines, headline first."""
    chance = random.Random(1)
    yield "made", [made_story(chance) for _ in range(2000)]
    for path in sorted((DATA / "pools").glob("*.jsonl.xz")):
        with lzma.open(path, "rt", encoding="utf-8") as rows:
            yield path.name.partition(".")[0], [lines_of(json.loads(row)) for row in rows]


def made_story(chance: random.Random) -> Story:
    """A headline, paragraphs of 30 words and now and then a subhead."""
    lines = [" ".join(chance.choices(WORDS, k=8)).capitalize()]
    for _ in range(chance.randint(3, 20)):
        if chance.random() < 0.1:
            lines.append(" ".join(chance.choices(WORDS, k=3)).capitalize())
        lines.append(" ".join(chance.choices(WORDS, k=30)).capitalize() + ".")
    return lines


def lines_of(row: dict[str, Any]) -> Story:
    """The headline and paragraphs of a pool's article, line by line."""
    return [line for text in (row["headline"], *row["paragraphs"]) for line in text.split("\n") if line.strip()]


def marked(story: Story) -> tuple[Document, int]:
    """A story after the rules for lines and pages, and how many lines the page rule took."""
    document = Document(story, [0] * (len(story) + 1))
    mark_lines(document, SETTINGS)
    before = sum(map(bool, document.marks))
    mark_page(document, SETTINGS, headline=True)
    return document, sum(map(bool, document.marks)) - before


def taken_from(stories: list[Story]) -> tuple[float, float, float]:
    """Shares of all lines taken as formulaic, as separators, as page furniture."""
    total = sum(map(len, stories))
    marks = [marked(story) for story in stories]
    page = sum(count for _, count in marks)
    formulaic = sum(document.marks.count(Mark.BOILERPLATE) for document, _ in marks) - page
    separators = sum(document.marks.count(Mark.SEPARATOR) for document, _ in marks)
    return formulaic / total, separators / total, page / total


def plant(stories: list[Story], rate: float) -> tuple[list[Story], list[str], list[set[int]]]:
    """Articles with house lines, their folders, and the places of the planted lines."""
    chance = random.Random(2)
    articles, folders, planted = [], [], []
    for story in stories:
        for folder in FOLDERS if chance.random() < 0.1 else [chance.choice(FOLDERS)]:
            head = [f"Welcome to the {folder} edition"] * (chance.random() < rate)
            tail = [f"The {folder} is printed on recycled paper", f"{folder} wants to know"] * (chance.random() < rate)
            lines = [*head, *story[1:], *tail]
            articles.append(lines)
            folders.append(folder)
            planted.append({*range(len(head)), *range(len(lines) - len(tail), len(lines))})
    return articles, folders, planted


def repeated(stories: list[Story], rate: float) -> tuple[float, float]:
    """Share of the planted lines taken out, share of the others."""
    articles, folders, planted = plant([story for story in stories if len("".join(story)) > 600], rate)
    learned = find_repeated(articles, folders, SETTINGS)
    right = wrong = 0
    for article, folder, own in zip(articles, folders, planted, strict=True):
        gone = set(strip(article, learned.sides(folder), SETTINGS))
        right, wrong = right + len(gone & own), wrong + len(gone - own)
    house = sum(map(len, planted))
    return right / house, wrong / (sum(map(len, articles)) - house)


def speeds(stories: list[Story]) -> tuple[float, float, float]:
    """Milliseconds per MB: line rules over the joined stories, page rule story by story, repeated lines."""
    lines = [line for story in stories for line in story]
    megabytes = sum(len(line.encode()) + 1 for line in lines) / 1e6

    def all_lines() -> None:
        mark_lines(Document(lines, [0] * (len(lines) + 1)), SETTINGS)

    def pages() -> None:
        for story in stories:
            mark_page(Document(story, [], rules={0: "copyright-line"}), SETTINGS, headline=True)

    def corpus() -> None:
        find_repeated(stories, [""] * len(stories), SETTINGS)

    return tuple(best(step) * 1000 / megabytes for step in (all_lines, pages, corpus))  # type: ignore[return-value]


def best(step: Callable[[], None]) -> float:
    """The shortest of three runs, in processor seconds."""
    seconds = []
    for _ in range(3):
        start = time.process_time()
        step()
        seconds.append(time.process_time() - start)
    return min(seconds)


def main() -> None:
    """Print the tables."""
    titles = ("formulaic", "separators", "page", "planted", "others")
    print(f"{'corpus':10}" + "".join(f"{title:>12}" for title in titles) + "   ms/MB: lines, page, corpus")
    for name, stories in corpora():
        shares = (*taken_from(stories), *repeated(stories, 0.7))
        times = "".join(f"{figure:7.1f}" for figure in speeds(stories))
        print(f"{name:10}" + "".join(f"{share:12.5f}" for share in shares) + f"   {times}")


if __name__ == "__main__":
    main()
