"""Feeds in the styles of wires, papers and broadcasters of many languages: every story found, every field right.

A feed's text stands in `feeds/NAME.txt`; a line that begins with `@@` is no part of it: it stands before each story and
gives the fields expected of it as JSON (those not named are empty). `letters`, `liveblog` and their like hold one
story.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from clean.settings import Read, Settings
from tests.support import check, clean

FEEDS = sorted((Path(__file__).parent / "feeds").glob("*.txt"))
FIELDS = ("headline", "byline", "dateline", "agency", "date")
LABELS = ("section", "alert")
SIGN = "@@ "


def read_feed(path: Path) -> tuple[dict[str, bytes], list[dict[str, str]]]:
    """A feed as the input of a run, and the fields of its stories."""
    lines = path.read_text("utf-8").splitlines(keepends=True)
    expected = [json.loads(line.removeprefix(SIGN)) for line in lines if line.startswith(SIGN)]
    return {"feed.txt": "".join(line for line in lines if not line.startswith(SIGN)).encode()}, expected


@pytest.mark.parametrize("path", FEEDS, ids=lambda path: path.stem)
def test_feed(path: Path) -> None:
    files, expected = read_feed(path)
    result = clean(files, Settings(skip=frozenset({"dedupe"})))
    check(result, files)
    found = [
        {key: row[key] for key in FIELDS if row[key]}
        | {key: row["metadata"][key] for key in LABELS if key in row["metadata"]}
        for row in result.rows
    ]
    assert found == expected


@pytest.mark.parametrize("path", FEEDS, ids=lambda path: path.stem)
def test_a_feed_in_blocks_of_a_line_or_two_gives_the_same(path: Path) -> None:
    """Whether a source holds one story is told of the whole of it, whatever the blocks."""
    files, _ = read_feed(path)
    whole, cut = clean(files), clean(files, Settings(read=Read(block=64)))
    assert cut.rows == whole.rows
    assert cut.edits == whole.edits


def test_labels_leave_the_text() -> None:
    files, _ = read_feed(Path(__file__).parent / "feeds" / "wire-labels.txt")
    texts = [row["text"] for row in clean(files).rows]
    assert not any(label in text for text in texts for label in ("BREAKING", "WORLD\n", "POLITICS", "SPORTS"))
