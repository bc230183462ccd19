"""Web pages saved as text, in templates and languages of many kinds: each is one story, whole, with its fields.

In `pages/NAME.txt` a line that begins with `@@` stands before each page and gives the fields expected of it as JSON;
one that begins with `> ` is of the story. All other lines are of the page, and go. The pages of `template.txt` are of
one template, and stand one after another in a file.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

import pytest

from clean.settings import Read, Settings
from tests.support import check, clean

PAGES = Path(__file__).parent / "pages"
SIGN, TEXT = "@@ ", "> "
FIELDS = ("headline", "byline", "date")


class Page(NamedTuple):
    """A page as it is read, and what is expected of it."""

    name: str
    source: str
    expected: dict[str, str]


def pages(path: Path) -> list[Page]:
    """The pages of a file."""
    found = []
    for number, written in enumerate(path.read_text("utf-8").split(SIGN)[1:], 1):
        fields, *lines = written.splitlines()
        text = "\n".join(line.removeprefix(TEXT) for line in lines if line.startswith(TEXT))
        source = "".join(f"{line.removeprefix(TEXT)}\n" for line in lines)
        found.append(Page(f"{path.stem}-{number}", source, {**json.loads(fields), "text": text}))
    return found


ALL = [page for path in sorted(PAGES.glob("*.txt")) for page in pages(path)]


def expected_of(row: dict[str, str]) -> dict[str, str]:
    return {key: row[key] for key in (*FIELDS, "text")}


@pytest.mark.parametrize("page", ALL, ids=lambda page: page.name)
def test_a_page_is_one_story(page: Page) -> None:
    files = {"page.txt": page.source.encode()}
    result = clean(files)
    check(result, files)
    assert [expected_of(row) for row in result.rows] == [page.expected]


TEMPLATE = pages(PAGES / "template.txt")


def test_pages_of_one_template_one_after_another_are_a_story_each() -> None:
    files = {"pages.txt": "".join(page.source for page in TEMPLATE).encode()}
    result = clean(files)
    check(result, files)
    assert [expected_of(row) for row in result.rows] == [page.expected for page in TEMPLATE]
    assert {cue for row in result.boundaries for cues in row["cues"] for cue in cues} == {"page"}
    cut = clean(files, Settings(read=Read(block=64)))
    assert (cut.rows, cut.edits) == (result.rows, result.edits)


def test_pages_that_have_but_their_last_line_in_common_are_a_story_each() -> None:
    sources = ["\n".join(page.source.split("\n")[number:]) for number, page in enumerate(TEMPLATE)]
    result = clean({"pages.txt": "".join(sources).encode()})
    assert [expected_of(row) for row in result.rows] == [page.expected for page in TEMPLATE]


def test_a_page_in_blocks_of_a_line_or_two_gives_the_same() -> None:
    files = {"page.txt": ALL[0].source.encode()}
    whole, cut = clean(files), clean(files, Settings(read=Read(block=64)))
    assert (cut.rows, cut.edits) == (whole.rows, whole.edits)


def test_a_caption_begins_no_story_and_is_no_headline() -> None:
    story = [
        "The harbour on Sunday evening (Image: Coast Courier)",
        "Harbour wall to be rebuilt after the storm",
        "By Jane Example",
        "The council voted nine to two on Monday to rebuild the harbour wall, which fell in the storm of January.",
        "The gulls on the wall in winter. Photo: Jane Example",
        "Work on the first section is to begin in May, the harbour master said, and to take two years.",
    ]
    (row,) = clean({"story.txt": "\n".join(story).encode()}).rows
    assert (row["headline"], row["byline"]) == (story[1], "Jane Example")
    assert row["text"].split("\n") == [story[0], *story[3:]]
