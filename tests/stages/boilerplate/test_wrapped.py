"""Formulaic lines of hard-wrapped text: the paragraph is judged, not the line."""

from __future__ import annotations

import pytest

from clean.document import Document
from clean.settings import Boilerplate
from clean.stages.boilerplate import judge_paragraphs, mark_lines

WIDTH = 72
CONTACT = ["Contact the writer at jane@courier.example (Example European Courier", "01/06/2017 page28)"]
VIEWS = ["The views do not necessarily reflect those of Example Daily. (Example", "European Courier 01/13/2017 page9)"]
SHARE = [
    "Send Facebook Twitter Google+ Whatsapp Tumblr linkedin stumble Digg",
    "reddit Permalink www.courier.example/p",
]
# A line of a paragraph that is formulaic by chance: the whole is not.
CHANCE = ["The old harbour master kept a list of all the ships that he had seen,", "Photo: Jane Example", "at sea."]
WORDS = ["The minister told the pupils of the school on the hill that they should", "read more", "and scroll less."]


def gone(lines: list[str], width: int = WIDTH) -> list[str]:
    """The lines that are boilerplate."""
    document = Document(lines, [0] * (len(lines) + 1))
    mark_lines(document, Boilerplate())
    if width:
        judge_paragraphs(document, width, Boilerplate())
    return [lines[i] for i in sorted(document.rules)]


@pytest.mark.parametrize("lines", [WORDS, CHANCE], ids=["words", "chance"])
def test_a_paragraph_keeps_its_formulaic_line(lines: list[str]) -> None:
    assert gone(lines, width=0) == [lines[1]]
    assert gone(lines) == []


@pytest.mark.parametrize("lines", [CONTACT, VIEWS, SHARE], ids=["contact", "views", "share"])
@pytest.mark.parametrize(
    "above", [[], ["The council will vote on the wall in May."]], ids=["alone", "below a sentence"]
)
def test_a_formulaic_paragraph_goes_whole(lines: list[str], above: list[str]) -> None:
    assert gone([*above, *lines, "", "Harbour wall to be rebuilt"]) == lines
    assert gone([*above, *lines, "", "Harbour wall to be rebuilt"], width=0) == lines[:1]
