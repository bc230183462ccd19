"""The parts of a story: its lines, those wrapped at a width joined to what they were."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from clean.document import BODY, Edit, Mark
from clean.news.bylines import read_byline
from clean.news.captions import is_caption
from clean.news.dateline import Dateline
from clean.news.datelines import read_dateline
from clean.news.dates import date_line, heads_date, is_dated
from clean.news.headlines import bullet
from clean.news.labels import read_label
from clean.news.signoffs import signs
from clean.settings import Split
from clean.stages.split.gates import ANY, BYLINE, CAPTION, DATE, DATELINE, HEADING, LABEL, SIGN
from clean.stages.split.paragraphs import WIDEST, find_broken_words, find_joins
from clean.story import Story

HEAD = 8  # units: kicker, headline in two, deck, byline, date and a few bullets stand before a body at most


class Part(NamedTuple):
    """Lines `first` to `last`, which make one text, and what it `may` be (flags of `gates.py`)."""

    first: int
    last: int
    text: str
    may: int = ANY

    def byline(self) -> str:
        """The names of a byline, as `read_byline`."""
        return read_byline(self.text) if self.may & BYLINE else ""

    def is_dated(self) -> bool:
        """Whether it is nothing but a date, as the function of that name."""
        return self.may & DATE > 0 and is_dated(self.text)

    def dateline(self) -> Dateline | None:
        """The dateline that it opens with, as `read_dateline`."""
        return read_dateline(self.text) if self.may & DATELINE else None

    def label(self) -> str:
        """What kind of label it is, as `read_label`."""
        return read_label(self.text) if self.may & LABEL else ""

    def signs(self) -> bool:
        """Whether it signs a story, as the function of that name."""
        return self.may & SIGN > 0 and signs(self.text)

    def is_caption(self) -> bool:
        """Whether it is a caption, as the function of that name."""
        return self.may & CAPTION > 0 and is_caption(self.text)


def parts_of(
    lines: list[str],
    marks: bytearray,
    story: Story,
    settings: Split,
    indents: Mapping[int, int],
    width: int,
    hints: bytes | None = None,
) -> list[Part]:
    """The lines still BODY, the wrapped ones joined (which `story.joins` records). `hints` tell what each may be."""
    hints = hints or bytes([ANY]) * len(lines)
    places = [i for i, mark in enumerate(marks) if mark == BODY]
    if "hard-wrap" not in settings.off and places and len(lines[places[0]]) <= WIDEST:
        story.joins = find_joins(lines, marks, indents, width)
        story.edits.update(find_broken_words(lines, story.joins))
    if not story.joins:
        return _with_dates(
            list(map(Part, places, places, map(lines.__getitem__, places), map(hints.__getitem__, places)))
        )
    runs: list[list[int]] = []
    for i in places:
        if runs and i - 1 in story.joins and runs[-1][-1] == i - 1:
            runs[-1].append(i)
        else:
            runs.append([i])
    return _with_dates([_part_of(run, lines, story.joins, hints) for run in runs])


def _part_of(run: list[int], lines: list[str], joins: Mapping[int, str], hints: bytes) -> Part:
    """The lines of a paragraph, one or those that were wrapped, as one part."""
    first, last = run[0], run[-1]
    if first == last:
        return Part(first, last, lines[first], hints[first])
    return Part(first, last, "".join([*(lines[i] + joins[i] for i in run[:-1]), lines[last]]))


def _with_dates(units: list[Part]) -> list[Part]:
    """The units, `Published` above the head's date as one with it."""
    for k in reversed(range(min(len(units) - 1, HEAD))):
        unit = units[k]
        if not unit.may & HEADING or not heads_date(unit.text):
            continue
        below = units[k + 1]
        if below.first == unit.last + 1 and date_line(below.text)[0]:
            units[k : k + 2] = [Part(unit.first, below.last, f"{unit.text} {below.text}")]
    return units


def mark_part(part: Part, mark: Mark, story: Story) -> None:
    """Give all lines of a part their fate."""
    story.marks[part.first : part.last + 1] = bytes([mark]) * (part.last + 1 - part.first)


def take_highlight(unit: Part, story: Story) -> None:
    """Make a bullet one of the story's highlights."""
    cut = bullet(unit.text)
    story.highlights.append(unit.text[cut:])
    mark_part(unit, Mark.HIGHLIGHT, story)
    story.edits[unit.first] = [Edit(0, cut, "", "highlight"), *story.edits.get(unit.first, [])]
