"""One story a line, its headline before a tab: what spreadsheets and databases write into text files."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from clean.document import BODY, Edit, apply
from clean.news.datelines import read_dateline
from clean.news.headlines import MAX_HEADLINE, headline_shape
from clean.story import Story

if TYPE_CHECKING:
    from clean.document import Document
    from clean.settings import Split

_FEWEST = 2  # lines: one with a tab in it may be anything
_TEXT = 60  # letters: what follows the tab is a sentence at least, no second column of a table


def is_tabbed(document: Document, last: int, settings: Split) -> bool:
    """Whether all lines with text before line `last` are a headline, a tab and a text."""
    if "headline" in settings.off or settings.mode != "headlines":
        return False
    stories = 0
    for i in range(min(last, len(document))):
        if document.lines[i] and document.marks[i] == BODY:
            if _tab(document, i) < 0:
                return False
            stories += 1
    return stories >= _FEWEST


def tabbed_lines(document: Document, first: int, last: int) -> Iterator[int]:
    """The lines in `[first, last)` that are a story."""
    return (i for i in range(first, last) if document.marks[i] == BODY and _tab(document, i) > 0)


def read_tabbed(document: Document, first: int, last: int, settings: Split) -> Story:
    """The story of lines `[first, last)`: the headline before the first tab, perhaps a dateline behind it."""
    story = Story(document.marks[first:last])
    line = next(tabbed_lines(document, first, last), -1)
    if line < 0:
        return story
    tab = _tab(document, line)
    text = document.lines[line]
    story.headline = text[:tab]
    story.edits[line - first] = [Edit(0, tab + 1, "", "headline")]
    found = None if "dateline" in settings.off else read_dateline(text[tab + 1 :])
    if found and tab + 1 + found.end < len(text):
        story.take_dateline(found, line - first, tab + 1)
    return story


def _tab(document: Document, line: int) -> int:
    """Where in a line, as it now stands, the one tab stood that parts a headline from a text; -1 where none did."""
    text, original = document.lines[line], document.originals.get(line, document.lines[line])
    before, tab, _ = original.partition("\t")
    if not tab or original.count("\t") > 1 or len(before) > MAX_HEADLINE:
        return -1
    edits = document.edits.get(line, [])
    end = next((edit.start for edit in edits if edit.end > len(before)), len(before))  # blanks and tab became one blank
    head = apply(before[:end], [edit for edit in edits if edit.end <= end])
    if len(text) - len(head) <= max(_TEXT, len(head)) or not head or not text.startswith(head):
        return -1
    return len(head) if headline_shape(head) and text[len(head)] in "\t " else -1
