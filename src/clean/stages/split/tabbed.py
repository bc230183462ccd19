"""One story a line, its headline before a tab: what spreadsheets and databases write into text files."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from clean.document import BODY, Edit, Mark, apply
from clean.news.datelines import read_dateline
from clean.news.headlines import MAX_HEADLINE, SENTENCE_END, UNSTOPPED, headline_shape
from clean.news.words import UNSPACED
from clean.stages.split.usual.profile import PROFILED
from clean.story import Story

if TYPE_CHECKING:
    from clean.document import Document
    from clean.settings import Split

_FEWEST = 2  # lines: one with a tab in it may be anything
_TEXT = 60  # letters: what follows the tab is a sentence at least, no second column of a table
_STRAY = 10  # lines of which one may be no story: a note below, a text whose line was broken
_WORDS, _LETTERS = 3, 6  # of most headlines, in scripts with and without blanks; terms of a glossary have fewer
_NAME, _NAME_LETTERS = 2, 20  # words and letters of a column's name at most: "headline", "full text"


def is_tabbed(document: Document, settings: Split) -> bool:
    """Whether the first lines are a headline, a tab and a text: nine in ten, but for a first with column names.

    Most headlines have words enough, and most texts end as a sentence does: entries of a glossary seldom do both.
    """
    if "headline" in settings.off or settings.mode != "headlines":
        return False
    lines = [i for i in range(min(PROFILED, len(document))) if document.lines[i] and document.marks[i] == BODY]
    if lines and _names_columns(document, lines[0]):
        del lines[0]
    tabs = [(document.lines[i], tab) for i in lines if (tab := _tab(document, i)) >= 0]
    if len(tabs) < _FEWEST or (len(lines) - len(tabs)) * _STRAY > len(lines):
        return False
    headed = sum(_is_full(text[:tab]) for text, tab in tabs)
    ended = sum(text[-1] in SENTENCE_END or UNSTOPPED.match(text[-1]) is not None for text, _ in tabs)
    return min(headed, ended) * 2 > len(tabs)


def tabbed_lines(document: Document, first: int, last: int) -> Iterator[int]:
    """The lines in `[first, last)` that are a story; others belong to the one above."""
    return (i for i in range(first, last) if document.marks[i] == BODY and _tab(document, i) >= 0)


def read_tabbed(document: Document, first: int, last: int, settings: Split) -> Story:
    """The story of lines `[first, last)`: the headline before the first tab, perhaps a dateline behind it.

    Column names above the first story are furniture.
    """
    story = Story(document.marks[first:last])
    line = next(tabbed_lines(document, first, last), -1)
    if line < 0:
        if "export-layout" not in settings.off:
            _drop_names(document, first, story)
        return story
    tab = _tab(document, line)
    text = document.lines[line]
    story.headline = text[:tab]
    begin = len(text) - len(text[tab:].lstrip("\t "))  # 0 where an empty headline's tab went as indentation
    if begin:
        story.edits[line - first] = [Edit(0, begin, "", "headline")]
    found = None if "dateline" in settings.off else read_dateline(text[begin:])
    if found and begin + found.end < len(text):
        story.take_dateline(found, line - first, begin)
    return story


def _drop_names(document: Document, first: int, story: Story) -> None:
    """Mark the column names that stand alone in a story of the lines from `first` on."""
    lines = [i for i, mark in enumerate(story.marks) if mark == BODY and document.lines[first + i]]
    if len(lines) == 1 and _names_columns(document, first + lines[0]):
        story.marks[lines[0]], story.rules[lines[0]] = Mark.BOILERPLATE, "export-layout"


def _names_columns(document: Document, line: int) -> bool:
    """Whether a line is two short names with one tab between them."""
    names = document.originals.get(line, document.lines[line]).split("\t")
    return len(names) == 2 and all(_is_name(name.strip()) for name in names)


def _is_name(text: str) -> bool:
    short = 0 < len(text) <= _NAME_LETTERS and len(text.split()) <= _NAME
    return short and not any(char.isdigit() for char in text)


def _is_full(headline: str) -> bool:
    """Whether a headline is as long as most are, and as few terms."""
    if UNSPACED.search(headline):
        return len(headline) >= _LETTERS
    return len(headline.split()) >= _WORDS


def _tab(document: Document, line: int) -> int:
    """Where in a line, as it now stands, the one tab stood that parts a headline, which may be empty, from a text;
    -1 where none did.
    """
    text, original = document.lines[line], document.originals.get(line, document.lines[line])
    before, tab, _ = original.partition("\t")
    if not tab or original.count("\t") > 1 or len(before) > MAX_HEADLINE:
        return -1
    if not before.strip():
        return 0 if len(text) > _TEXT else -1
    edits = document.edits.get(line, [])
    end = next((edit.start for edit in edits if edit.end > len(before)), len(before))  # blanks and tab became one blank
    head = apply(before[:end], [edit for edit in edits if edit.end <= end])
    if len(text) - len(head) <= max(_TEXT, len(head)) or not head or not text.startswith(head):
        return -1
    return len(head) if headline_shape(head) and text[len(head)] in "\t " else -1
