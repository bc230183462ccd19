"""The parts of a story: its lines, those wrapped at a width joined to what they were."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import compress

from clean.document import BODY, Edit, Mark
from clean.news.dateline import Dateline
from clean.news.dates import date_line, heads_date
from clean.news.headlines import bullet
from clean.news.labels import read_label
from clean.news.signoffs import signs
from clean.settings import Split
from clean.stages.split.block.gates import ANY, BYLINE, CAPTION, DATE, DATELINE, HEADING, LABEL, SIGN
from clean.stages.split.block.readers import Hints, Readers
from clean.stages.split.fields.paragraphs import WIDEST, find_broken_words, find_joins
from clean.story import Story

HEAD = 8  # units: kicker, headline in two, deck, byline, date and a few bullets stand before a body at most
_IS_BODY = bytes(mark == BODY for mark in range(256))


@dataclass(slots=True)
class Parts:
    """The parts as columns: part k is lines `first[k]` to `last[k]`, which make one text, and `may[k]` what it may be
    (flags of `gates.py`).
    """

    first: list[int]
    last: list[int]
    text: list[str]
    may: list[int]
    readers: Readers

    def __len__(self) -> int:
        return len(self.text)

    def byline(self, k: int) -> str:
        """The names of a byline, as `read_byline`."""
        return self.readers.byline(self.text[k]) if self.may[k] & BYLINE else ""

    def date(self, k: int) -> str | None:
        """The date that it is, as `read_date`."""
        return self.readers.date(self.text[k]) if self.may[k] & DATE else None

    def is_dated(self, k: int) -> bool:
        """Whether it is nothing but a date, as the function of that name."""
        return self.date(k) is not None

    def dateline(self, k: int) -> Dateline | None:
        """The dateline that it opens with, as `read_dateline`."""
        return self.readers.dateline(self.text[k]) if self.may[k] & DATELINE else None

    def label(self, k: int) -> str:
        """What kind of label it is, as `read_label`."""
        return read_label(self.text[k]) if self.may[k] & LABEL else ""

    def signs(self, k: int) -> bool:
        """Whether it signs a story, as the function of that name."""
        return self.may[k] & SIGN > 0 and signs(self.text[k])

    def is_caption(self, k: int) -> bool:
        """Whether it is a caption, as the function of that name."""
        return self.may[k] & CAPTION > 0 and self.readers.is_caption(self.text[k])

    def lines(self, k: int) -> range:
        """The lines that it is."""
        return range(self.first[k], self.last[k] + 1)

    def mark(self, k: int, mark: Mark, story: Story) -> None:
        """Give all lines of a part their fate."""
        for line in self.lines(k):
            story.marks[line] = mark

    def take_highlight(self, k: int, story: Story) -> None:
        """Make a bullet one of the story's highlights."""
        cut = bullet(self.text[k])
        story.highlights.append(self.text[k][cut:])
        self.mark(k, Mark.HIGHLIGHT, story)
        line = self.first[k]
        story.edits[line] = [Edit(0, cut, "", "highlight"), *story.edits.get(line, [])]


def parts_of(
    lines: list[str],
    marks: bytearray,
    story: Story,
    settings: Split,
    indents: Mapping[int, int],
    width: int,
    hints: Hints | None = None,
) -> Parts:
    """The lines still BODY, the wrapped ones joined (which `story.joins` records), with what is known of them."""
    hints = hints or Hints.none(len(lines))
    body = marks.translate(_IS_BODY)
    places, texts = list(compress(range(len(lines)), body)), list(compress(lines, body))
    if "hard-wrap" not in settings.off and texts and len(texts[0]) <= WIDEST:
        story.joins = find_joins(lines, places if all(texts) else [i for i in places if lines[i]], indents, width)
    if story.joins:
        story.edits.update(find_broken_words(lines, story.joins))
        parts = _joined(places, lines, story.joins, hints)
    else:
        parts = Parts(places, places, texts, list(compress(hints.may, body)), hints.readers)
    _join_dates(parts)
    return parts


def _joined(places: list[int], lines: list[str], joins: Mapping[int, str], hints: Hints) -> Parts:
    """The lines at these places, those of a wrapped paragraph as one part."""
    first = [i for above, i in zip([-1, *places], places, strict=False) if above != i - 1 or above not in joins]
    last = [i for i, below in zip(places, [*places[1:], -1], strict=True) if below != i + 1 or i not in joins]
    runs = list(zip(first, last, strict=True))
    texts = ["".join([*(lines[i] + joins[i] for i in range(a, b)), lines[b]]) for a, b in runs]
    return Parts(first, last, texts, [hints.may[a] if a == b else ANY for a, b in runs], hints.readers)


def _join_dates(parts: Parts) -> None:
    """Make `Published` above the head's date one with it."""
    for k in reversed(range(min(len(parts) - 1, HEAD))):
        if not parts.may[k] & HEADING or not heads_date(parts.text[k]):
            continue
        if parts.first[k + 1] == parts.last[k] + 1 and date_line(parts.text[k + 1])[0]:
            parts.text[k : k + 2] = [f"{parts.text[k]} {parts.text[k + 1]}"]
            parts.may[k : k + 2] = [ANY]
            parts.last = [*parts.last[:k], *parts.last[k + 1 :]]
            parts.first = [*parts.first[: k + 1], *parts.first[k + 2 :]]
