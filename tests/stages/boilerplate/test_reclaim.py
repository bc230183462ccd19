"""A headline that says that it stands above a video is no pointer to another story; negatives first."""

from __future__ import annotations

import pytest

from tests.support import check, clean

BODY = (
    "The old harbour wall of Port Elden fell into the sea on Monday, and nobody was hurt, the council said.\n"
    "Two boats were sunk by the stones. Work on a new wall will begin in spring and last for two years.\n"
)
POINTERS = [
    "Read more: How the wall was built",
    "Photo: Jane Example/AFP",
    "Foto: Jana Beispiel, Max Muster und Anna Model",
    "Video: The bridge.",
]
HEADLINES = [
    "Video: Harbour wall falls into sea",
    "In pictures: Storm over the coast",
    "VIDEO: Storm takes harbour wall",
]


@pytest.mark.parametrize("line", POINTERS)
def test_a_pointer_above_a_story_goes(line: str) -> None:
    files = {"a.txt": f"{line}\n{BODY}".encode()}
    result = clean(files)
    check(result, files)
    assert [(row["headline"], row["text"]) for row in result.rows] == [("", BODY.strip())]


@pytest.mark.parametrize("line", HEADLINES)
def test_a_headline_stays(line: str) -> None:
    files = {"a.txt": f"\n{line}\n\n{BODY}".encode()}
    result = clean(files)
    check(result, files)
    assert [(row["headline"], row["text"]) for row in result.rows] == [(line, BODY.strip())]


def test_within_a_story_it_points_to_another() -> None:
    first, second = BODY.splitlines()
    files = {"a.txt": f"Harbour wall falls\n{first}\nVideo: Harbour wall falls into sea\n{second}\n".encode()}
    result = clean(files)
    check(result, files)
    assert [row["text"] for row in result.rows] == [BODY.strip()]


def test_above_a_headline_it_goes() -> None:
    files = {"a.txt": f"Video: The wall as it was\nHarbour wall falls\n{BODY}".encode()}
    assert [row["headline"] for row in clean(files).rows] == ["Harbour wall falls"]
