"""Lines that are a headline, a tab and a text: each is a story; other lines with tabs are not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from clean.settings import Read, Settings
from tests.support import check, clean

STORIES = [
    (
        "Harbour wall to be rebuilt",
        "PORT ELDEN (CNA) - The board voted on Monday to rebuild the wall that the storm broke.",
    ),
    ("Comet seen over Marlow", "Astronomers have found a comet that comes near the Earth once in nine hundred years."),
    (
        "Rain saves apples",
        "Growers around Lindow have brought in more apples than in any autumn since 1998, they said.",
    ),
]


@pytest.mark.parametrize("text", [
    "Harbour wall to be rebuilt\tThe board voted on Monday to rebuild the wall that the storm broke, its chair said.",
    "Rovers\t3\nUnited\t2\nCity\t1\n",
    "Rovers United\tthree\nCity Albion\ttwo\n",
    "".join(f"{n}\t{head}\t{text}\n" for n, (head, text) in enumerate(STORIES)),
    "".join(f"{head}\t{text}\n" for head, text in STORIES) + "And a line of its own, which has no tab in it.\n",
    "".join(f"It was a sentence.\t{text}\n" for _, text in STORIES),
])  # fmt: skip
def test_other_lines_with_tabs_are_not_cut_at_each(text: str) -> None:
    data = text.encode()
    result = clean({"a.txt": data})
    assert not any("tab" in cues for row in result.boundaries for cues in row["cues"])
    check(result, {"a.txt": data})


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\n\n"])
@pytest.mark.parametrize("tab", ["\t", " \t", "\t "])
@pytest.mark.parametrize("block", [100, 1 << 20])
def test_each_line_is_a_story(ending: str, tab: str, block: int) -> None:
    data = "".join(f"{head}{tab}{text}{ending}" for head, text in STORIES).encode()
    result = clean({"a.txt": data}, replace(Settings(), read=replace(Read(), block=block)))
    assert [(row["headline"], row["text"]) for row in result.rows] == [
        (head, text.removeprefix("PORT ELDEN (CNA) - ")) for head, text in STORIES
    ]
    assert (result.rows[0]["dateline"], result.rows[0]["agency"]) == ("PORT ELDEN", "CNA")
    check(result, {"a.txt": data})
