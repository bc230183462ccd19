"""Repeated lines: house lines planted under stories are found and taken out, and nothing else is."""

from __future__ import annotations

import json
import lzma
import random
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from clean.errors import DataError
from clean.settings import Boilerplate
from clean.stages.boilerplate import Learned, Lines, find_copies, find_repeated, learn, strip
from clean.stages.boilerplate.learned import Repeated, Sides

SETTINGS = Boilerplate()
WORDS = """harbour council wall ferry storm winter money vote county pier master town survey work section bridge school
road river tax mayor police court judge fire nurse strike union budget library museum festival farm field crop rain
engine train station ticket price shop market bank loan debt office""".split()
STOCK = ("No date has been set.", "The investigation continues.", "“We will see,” she said.", "He did not elaborate.")


def made_story(chance: random.Random) -> list[str]:
    """The paragraphs of a story of chance, a stock sentence of the trade among them now and then."""
    lines = [
        " ".join(chance.choices(WORDS, k=chance.randint(8, 40))).capitalize() + "."
        for _ in range(chance.randint(2, 15))
    ]
    if chance.random() < 0.2:
        lines.insert(chance.randrange(len(lines) + 1), chance.choice(STOCK))
    return lines


def house(chance: random.Random, folder: str) -> tuple[list[str], list[str]]:
    """The head and tail lines of a house."""
    return [f"Welcome to the {folder} edition"], [
        f"The {folder} is printed on recycled paper",
        *(f"{word.capitalize()} readers write for {folder}" for word in chance.sample(WORDS, chance.randint(1, 4))),
    ]


class Corpus:
    """Articles with house lines planted around stories, and stories syndicated through the folders."""

    def __init__(self, stories: Sequence[Sequence[str]], seed: int, rate: float) -> None:
        """Stories dealt to four folders; one in ten is printed by all, and a `rate` of all have house lines."""
        chance = random.Random(seed)
        folders = [f"courier {name}" for name in ("north", "south", "east", "west")]
        houses = {folder: house(chance, folder) for folder in folders}
        self.articles: list[list[str]] = []
        self.planted: list[set[int]] = []
        self.folders: list[str] = []
        for story in stories:
            for folder in folders if chance.random() < 0.1 else [chance.choice(folders)]:
                head, tail = houses[folder]
                head, tail = (head if chance.random() < rate else []), (tail if chance.random() < rate else [])
                lines = [*head, *story, *tail]
                self.articles.append(lines)
                self.planted.append({*range(len(head)), *range(len(lines) - len(tail), len(lines))})
                self.folders.append(folder)

    def score(self, learned: Learned) -> tuple[float, float]:
        """The share of the planted lines taken out, and of the others."""
        planted = lines = right = wrong = 0
        for article, own, folder in zip(self.articles, self.planted, self.folders, strict=True):
            gone = set(strip(article, learned.sides(folder), SETTINGS))
            planted, lines = planted + len(own), lines + len(article)
            right, wrong = right + len(gone & own), wrong + len(gone - own)
        return right / planted, wrong / (lines - planted)


def made_stories(count: int, seed: int) -> list[list[str]]:
    chance = random.Random(seed)
    return [made_story(chance) for _ in range(count)]


@pytest.mark.parametrize("rate", [1.0, 0.6, 0.2])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_planted_lines_go_and_others_stay(seed: int, rate: float) -> None:
    corpus = Corpus(made_stories(600, seed), seed, rate)
    found, lost = corpus.score(find_repeated(corpus.articles, corpus.folders, SETTINGS))
    assert found >= 0.98
    assert lost <= 0.0005


@pytest.mark.parametrize("pool", ["bbc", "wikinews", "wcxb", "arabic", "japanese", "german"])
def test_planted_lines_go_from_the_development_pools(pool: str, shared: Path) -> None:
    with lzma.open(shared / "data" / "pools" / f"{pool}.jsonl.xz", "rt", encoding="utf-8") as rows:
        stories = [[line for text in json.loads(row)["paragraphs"] for line in text.split("\n")] for row in rows]
    corpus = Corpus([story for story in stories if len("".join(story)) > 600], 5, 0.7)
    found, lost = corpus.score(find_repeated(corpus.articles, corpus.folders, SETTINGS))
    assert found >= 0.98
    assert lost <= 0.0005


def test_the_body_of_a_story_that_many_papers_print_is_no_boilerplate() -> None:
    stories = made_stories(40, 7)
    wire = made_story(random.Random(8))
    articles = [wire] * 200 + stories
    assert find_repeated(articles, ["a"] * len(articles), SETTINGS) == Learned()


def test_an_edited_copy_counts_with_its_original() -> None:
    wire = [f"{word} ".upper() * 10 for word in WORDS[:10]]
    copies = [[line for line in wire if not (line.startswith(word.upper()))] for word in WORDS[:10]]
    articles = [*copies, *made_stories(40, 7)]
    assert len(set(find_copies(Lines.of(articles, SETTINGS)).tolist())) == 41
    assert find_repeated(articles, ["a"] * len(articles), SETTINGS) == Learned()


def test_briefs_with_one_footer_are_not_copies_of_each_other() -> None:
    footer = "The Coast Courier is printed on recycled paper"
    articles = [[story[0], footer] for story in made_stories(50, 3) if len(story[0]) > len(footer)]
    learned = find_repeated(articles, ["a"] * len(articles), SETTINGS)
    assert {line.line for line in learned.lines} == {footer.casefold()}


def test_a_line_that_stands_anywhere_is_no_house_line() -> None:
    chance = random.Random(9)
    articles = made_stories(300, 9)
    for story in articles:
        story.insert(chance.randrange(len(story) + 1), "No date has been set.")
    assert find_repeated(articles, ["a"] * len(articles), SETTINGS) == Learned()


def test_a_subhead_near_the_end_is_no_house_line() -> None:
    pairs = zip(made_stories(99, 1), made_stories(99, 2), strict=True)
    articles = [[*story, "What comes next", *more] for story, more in pairs]
    assert find_repeated(articles, ["a"] * len(articles), SETTINGS) == Learned()


def test_a_line_common_in_a_small_folder_is_learned_for_it_alone() -> None:
    small = [[*story, "Printed in Port Example"] for story in made_stories(30, 1)]
    articles = [*small, *made_stories(2000, 2)]
    folders = ["small"] * len(small) + ["large"] * 2000
    learned = find_repeated(articles, folders, SETTINGS)
    assert [(line.folder, line.place, line.articles, line.line) for line in learned.lines] == [
        ("small", "tail", 30, "printed in port example")
    ]
    assert strip(small[0], learned.sides("small"), SETTINGS) == [len(small[0]) - 1]
    assert strip(small[0], learned.sides("large"), SETTINGS) == []


@pytest.mark.parametrize("count", [1, 4])
def test_few_articles_teach_nothing(count: int) -> None:
    articles = [[*story, "Printed in Port Example"] for story in made_stories(count, 1)]
    assert find_repeated(articles, ["a"] * count, SETTINGS) == Learned()


def test_articles_without_a_line_count_for_the_share() -> None:
    articles = [[*story, "Printed in Port Example"] for story in made_stories(10, 1)]
    assert find_repeated(articles, ["a"] * 10, SETTINGS) != Learned()
    assert find_repeated([*articles, *[[]] * 600], ["a"] * 610, SETTINGS) == Learned()


@pytest.mark.parametrize("articles", [[], [[]], [[], []], [[""]], [["a"]], [["a"]] * 100, [["x" * 5000]] * 9])
def test_corpora_of_nothing_much(articles: list[list[str]]) -> None:
    assert find_repeated(articles, ["a"] * len(articles), SETTINGS) == Learned()


SIDES = Sides(frozenset({"top"}), frozenset({"foot", "toe"}))


@pytest.mark.parametrize(
    ("lines", "gone"),
    [
        (["Top", "a long paragraph", "Foot", "Toe"], [0, 2, 3]),
        ([" top ", "a long paragraph of text", "foot", "tags: a", "TOE"], [0, 2, 4]),
        (["a long paragraph of text", "foot", "tags", "more tags", "toe"], [4]),
        (["foot", "a long paragraph of text", "top"], []),
        (["a long paragraph of text", "foot", "another long paragraph", "and another one"], []),
        (["top", "foot"], []),
        (["top", "few words", "foot", "toe"], []),
        (["foot"], []),
        ([], []),
    ],
)
def test_lines_go_from_their_end_inwards_and_never_the_larger_part(lines: list[str], gone: list[int]) -> None:
    assert strip(lines, SIDES, SETTINGS) == gone
    assert strip(lines, SIDES, Boilerplate(off=frozenset({"repeated-line"}))) == []


@given(st.lists(st.sampled_from(["top", "foot", "toe", "a paragraph", "words"]), max_size=12))
def test_the_larger_part_is_always_left(lines: list[str]) -> None:
    gone = strip(lines, SIDES, SETTINGS)
    assert sum(len(lines[i]) for i in gone) * 2 <= sum(map(len, lines))


def test_the_order_of_articles_is_of_no_matter() -> None:
    corpus = Corpus(made_stories(200, 4), 4, 0.8)
    articles, folders = corpus.articles, corpus.folders
    order = random.Random(4).sample(range(len(articles)), len(articles))
    clusters = np.arange(len(articles))
    one = learn(Lines.of(articles, SETTINGS), clusters, folders, SETTINGS)
    shuffled = Lines.of([articles[i] for i in order], SETTINGS)
    other = learn(shuffled, clusters[order], [folders[i] for i in order], SETTINGS)
    assert sorted(one, key=str) == sorted(other, key=str)
    assert one != []


LINE = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\n\r"), max_size=20)
ROWS = st.builds(Repeated, st.none() | st.text(max_size=8), st.sampled_from(["head", "tail"]), st.integers(0, 9), LINE)


@given(st.lists(ROWS.map(lambda row: row._replace(line=row.line.strip().casefold()))))
def test_the_file_gives_back_what_was_learned(rows: list[Repeated]) -> None:
    learned = Learned(tuple(rows))
    with TemporaryDirectory() as folder:
        learned.write(Path(folder, "lines.txt"))
        assert Learned.read(Path(folder, "lines.txt")) == learned


def test_the_file_can_be_written_by_hand(tmp_path: Path) -> None:
    path = tmp_path / "lines.txt"
    path.write_text("# mine\n\n*\ttail\t0\tPrinted in Port Example\r\n\\*\thead\t7\tTop\\ttop\n", encoding="utf-8-sig")
    assert Learned.read(path).lines == (
        Repeated(None, "tail", 0, "printed in port example"),
        Repeated("*", "head", 7, "top\ttop"),
    )


@pytest.mark.parametrize(
    "row", ["text", "*\tmiddle\t5\tline", "*\thead\tmany\tline", "*\thead\t5", "*\thead\t5\ta\\qb", "a\\"]
)
def test_a_row_that_is_none_is_named(row: str, tmp_path: Path) -> None:
    path = tmp_path / "lines.txt"
    path.write_text(f"# title\n{row}\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"lines\.txt:2"):
        Learned.read(path)


@pytest.mark.parametrize(("encoding", "line"), [("cp1252", 3), ("utf-16", 1)])
def test_a_file_saved_in_another_encoding_is_told(encoding: str, line: int, tmp_path: Path) -> None:
    path = tmp_path / "lines.txt"
    path.write_text("# title\n*\ttail\t5\tPrinted here\n*\ttail\t5\tImprimé ici\n", encoding=encoding)
    with pytest.raises(DataError, match=rf"lines\.txt:{line}: not in UTF-8"):
        Learned.read(path)
