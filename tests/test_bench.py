"""The corpus that speed is measured on: what is said to be planted in it stands there, the same for the same seed."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.copies import KINDS
from bench.corpus import Corpus, corpus
from bench.layouts import LAYOUTS
from bench.quality import scores
from bench.stages import REST
from bench.steps import STEPS, steps
from clean.flow.telling import silent
from clean.pipeline import Job, run
from clean.settings import Settings

NOWHERE = Path("no-such-file")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    """A megabyte of made-up text alone."""
    return corpus(1, 7, tmp_path_factory.mktemp("bench"), NOWHERE)


def content(text: Corpus) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in text.files}


def test_has_the_size_asked_for_in_all_layouts(made: Corpus) -> None:
    assert sum(map(len, content(made).values())) == made.bytes
    assert 1_000_000 <= made.bytes < 1_100_000
    assert [path.stem.split("-")[1] for path in made.files] == list(LAYOUTS)


def test_is_the_same_for_the_same_seed_and_another_for_another(made: Corpus, tmp_path: Path) -> None:
    again, other = corpus(1, 7, tmp_path, NOWHERE), corpus(1, 8, tmp_path, NOWHERE)
    assert content(again) == content(made)
    assert (again.folder / "gold.jsonl").read_bytes() == (made.folder / "gold.jsonl").read_bytes()
    assert content(other) != content(made)


def test_is_not_built_twice(made: Corpus) -> None:
    made.files[0].touch()
    before = made.files[0].stat().st_mtime_ns
    assert corpus(1, 7, made.folder.parent, NOWHERE) == made
    assert made.files[0].stat().st_mtime_ns == before


def test_stories_stand_where_the_gold_says(made: Corpus) -> None:
    """Each from a line that says something to another, one after the other, house lines or blank ones between."""
    lines = {f"files/{name}": data.decode().split("\n") for name, data in content(made).items()}
    ends = dict.fromkeys(lines, 0)
    houses = 0
    for row in made.gold():
        file, start, end, house = row["file"], row["start"], row["end"], row["house"]
        text = lines[file]
        assert text[start - 1]
        assert text[end - 1]
        assert not any(text[ends[file] + houses : start - 1])
        assert set(text[end : end + house]) <= set(made.houses)
        ends[file], houses = end, house


def test_copies_are_of_earlier_stories_that_are_none(made: Corpus) -> None:
    gold = list(made.gold())
    copies = [row for row in gold if row["kind"]]
    assert len(copies) == made.copies > 20
    assert {row["kind"] for row in copies} == set(KINDS)
    for row in copies:
        original = gold[row["of"]]
        assert original["id"] < row["id"]
        assert not original["kind"]


def test_mojibake_is_told_by_line(made: Corpus) -> None:
    lines = {f"files/{name}": data.decode().split("\n") for name, data in content(made).items()}
    spoiled = [(row["file"], number) for row in made.gold() for number, _ in row["mojibake"]]
    assert len(spoiled) == made.mojibake > 0
    assert all("â€" in lines[file][number - 1] for file, number in spoiled)
    assert sum("â€" in line for text in lines.values() for line in text) == made.mojibake


def test_the_steps_of_a_run_are_told(made: Corpus, tmp_path: Path) -> None:
    taken = steps(made.folder, tmp_path / "out.jsonl", jobs=2)
    assert set(taken) == {*STEPS, REST}
    assert all(clock >= 0 and parent >= 0 and workers == 0 for clock, parent, workers in taken.values())  # it is small
    assert (tmp_path / "out.jsonl").stat().st_size > made.bytes / 2


def test_a_run_is_held_against_it(made: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(made.folder)
    out, audit = tmp_path / "out.jsonl", tmp_path / "audit.jsonl"
    run(Job(("files",), out, audit), Settings(), silent)
    found = {score.name: score for score in scores(made, out, audit)}
    assert found["duplicates"].planted == made.copies
    assert found["mojibake"].planted == made.mojibake
    assert found["stories, where they begin"].planted == made.stories
    for score in found.values():
        assert 0 < score.found <= score.planted
        assert 0 <= score.right <= score.findings
