"""Stories under marks of their own: what is a mark, which sources have them, and what becomes of them."""

from __future__ import annotations

import pytest

from clean.settings import Read, Settings, Split
from clean.stages.split.numbered import DocumentMark, read_mark
from tests.support import check, clean

NO_MARKS = [
    "",
    "   ",
    "Chapter 3",
    "Step 1",
    "10:42",
    "Bridge opens",
    "Article",
    "Article 3 of the law",
    "Lindow 3",
    "1,5 million",
]
MARKS = [
    ("3", "0", "3"),
    ("[12]", "[0]", "12"),
    ("Article 3:", "article 0:", "3"),
    ("STATJA 3", "", ""),
    ("Статья 3", "статья 0", "3"),
    ("Document 2 of 10", "document 0 of 10", "2"),
    ("Doc ID: 8845", "doc id: 0", "8845"),
    ("==> a/003.txt <==", "==> * <==", "a/003.txt"),
    ("----- 7 -----", "----- 0 -----", "7"),
]


@pytest.mark.parametrize("line", NO_MARKS)
def test_what_is_no_mark(line: str) -> None:
    assert read_mark(line) is None


@pytest.mark.parametrize(("line", "shape", "name"), MARKS)
def test_marks(line: str, shape: str, name: str) -> None:
    assert read_mark(line) == (DocumentMark(shape, name) if shape else None)


BODY = (
    "The captain of the ferry told the council of {0} on Monday that the storm had closed the harbour for a week.",
    "Nobody in {0} had fresh bread, said the baker, who has kept the only shop on the quay for more than thirty years.",
    "The council will vote on a bridge in spring. The mayor of {0} wants one that ships can pass under at high water.",
    "The last plan, which was drawn twenty years ago, lies in the town hall of {0}, and nobody has asked for it since.",
)
PLACES = ("Elden", "Marlow", "Brava", "Dunmere")


def under(marks: list[str], size: int = len(BODY)) -> bytes:
    """Stories without headlines under these marks."""
    stories = [
        [mark, *(text.format(place) for text in BODY[:size])] for mark, place in zip(marks, PLACES, strict=False)
    ]
    return "".join(f"{line}\n" for story in stories for line in story).encode()


WHOLE = [
    (["Chapter 1", "Chapter 2", "Chapter 3", "Chapter 4"], 4),
    (["1", "2"], 4),
    (["3", "5", "9", "11"], 4),
    (["1911", "1912", "1913", "1914"], 4),
    (["Article 1", "Article 1", "Article 1"], 4),
    (["Article 1", "Article 2", "Article 3", "Article 4"], 1),  # of a law
    (["Bridge opens to walkers", "1", "2", "3"], 4),
]


@pytest.mark.parametrize(("marks", "size"), WHOLE)
def test_what_is_not_cut_at_its_numbers(marks: list[str], size: int) -> None:
    files = {"a.txt": under(marks, size)}
    result = clean(files)
    check(result, files)
    assert [row["metadata"] for row in result.rows] == [{}] * len(result.rows)


CUT = [
    ["1", "2", "3", "4"],
    ["[1]", "[2]", "[3]"],
    ["Article 7", "Article 3"],
    ["@@100", "@@200", "@@400"],
    ["==> 001.txt <==", "==> 002.txt <=="],
    ["--- 1 ---", "--- 2 ---", "--- 3 ---"],
]


@pytest.mark.parametrize("block", [200, 4 << 20])
@pytest.mark.parametrize("marks", CUT)
def test_a_story_stands_under_each_mark(marks: list[str], block: int) -> None:
    files = {"a.txt": b"\n" + under(marks)}
    result = clean(files, Settings(read=Read(block=block)))
    check(result, files)
    assert [row["text"] for row in result.rows] == ["\n".join(BODY).format(place) for place in PLACES[: len(marks)]]
    names = [mark.name for text in marks if (mark := read_mark(text))]
    assert [row["metadata"] for row in result.rows] == [{"document_id": name} for name in names]


@pytest.mark.parametrize("split", [Split(layout="none"), Split(off=frozenset({"export-layout"}))])
def test_marks_can_be_left_in_the_text(split: Split) -> None:
    files = {"a.txt": under(["Article 1", "Article 2"])}
    result = clean(files, Settings(split=split))
    check(result, files)
    assert result.rows[0]["metadata"] == {}
