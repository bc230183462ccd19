"""One record of many short parts stays one story: letters, live blogs, results, recipes, interviews, lists, poems."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest

from clean.settings import Settings
from tests.support import check, clean

FOLDER = Path(__file__).resolve().parents[3] / "fixtures" / "single"
NAMES = sorted(path.stem for path in FOLDER.glob("*.txt"))


def as_it_stands(lines: list[str]) -> list[str]:
    return lines


def without_blank_lines(lines: list[str]) -> list[str]:
    return [line for line in lines if line]


def with_blank_lines(lines: list[str]) -> list[str]:
    return [part for line in lines if line for part in (line, "")]


FORMS = (as_it_stands, without_blank_lines, with_blank_lines)


@pytest.mark.parametrize(("name", "form"), list(product(NAMES, FORMS)))
def test_a_record_of_many_parts_is_one_story(name: str, form: object) -> None:
    assert callable(form)
    lines = form((FOLDER / f"{name}.txt").read_text("utf-8").splitlines())
    files = {"page.txt": "".join(f"{line}\n" for line in lines).encode()}
    result = clean(files, Settings(skip=frozenset({"dedupe"})))
    check(result, files)
    assert [row["span"]["start_line"] for row in result.rows] == [1]


def test_there_are_some_of_each_kind() -> None:
    kinds = {name.partition(".")[0] for name in NAMES}
    assert len(NAMES) > 15
    assert len(kinds) >= 9
