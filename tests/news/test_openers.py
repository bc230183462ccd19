"""Paragraphs that point back to what was said, and those that begin a story; negatives first."""

from __future__ import annotations

import pytest

from clean.news.openers import continues

NONE = [
    "The ferry will run again.",
    "Il ministero ha disposto il richiamo.",
    "Il nuovo traghetto parte lunedì.",
    "Il",
    "وزير الخارجية يزور الميناء",
    "وصلت العبارة إلى الميناء",
    "وقعت الشركة عقدا",
    " ",
]
CONTINUED = [
    "But the ferry will not run.",
    "Il est parti lundi.",
    "Il n’a rien dit.",
    "Il avait réveillé le port.",
    "«Il a dit non»",
    "وقال المتحدث إن العبارة توقفت",
]


@pytest.mark.parametrize("text", NONE)
def test_begins(text: str) -> None:
    assert not continues(text)


@pytest.mark.parametrize("text", CONTINUED)
def test_continues(text: str) -> None:
    assert continues(text)
