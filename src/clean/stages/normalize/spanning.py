"""Markup over several lines: comments, programs and style sheets with what is in them, and tags broken in two.

It is looked for when single lines have been repaired: what is left then begins or ends in another line. Each stretch
is told by its own two ends, the last place before its end where one like it begins, so that what is taken out hangs on
SPANNED lines around and on nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from clean.document import SPANNED, Edit
from clean.stages.normalize.elements import HIDDEN, INLINE
from clean.stages.normalize.tags import ENDS, RULE, Tag, read_tags

BROKEN = 8
"""Lines that a tag is broken over, at most: one attribute a line, as programs that write pages have it."""


class Span(NamedTuple):
    """Characters from one place of the lines to another, each a line and a character in it."""

    start: tuple[int, int]
    end: tuple[int, int]


def find_spanning(lines: Sequence[str], asked: Iterable[int]) -> dict[int, list[Edit]]:
    """What goes of each line; `asked`, in order, are those in which markup may begin or end."""
    edits: dict[int, list[Edit]] = {}
    for span in _joined(sorted(_spans(lines, asked))):
        for line in range(span.start[0], span.end[0] + 1):
            start = span.start[1] if line == span.start[0] else 0
            end = span.end[1] if line == span.end[0] else len(lines[line])
            if edit := _edit(lines[line], start, end):
                edits.setdefault(line, []).append(edit)
    return edits


def _spans(lines: Sequence[str], asked: Iterable[int]) -> Iterator[Span]:
    """The stretches, in no order: what is hidden between two tags, these tags, and those that are broken."""
    opened: dict[str, tuple[Tag, Span]] = {}
    for tag, span in _tags(lines, asked):
        begun = opened.pop(ENDS.get(tag.name, tag.name), None)
        if tag.name in ENDS and not tag.closes:
            opened[ENDS[tag.name]] = tag, span
        elif begun and (begun[0].sure or tag.sure) and span.end[0] - begun[1].start[0] <= SPANNED:
            yield Span(begun[1].start, span.end)
        is_broken = span.start[0] < span.end[0]
        if (tag.name in HIDDEN and tag.sure) or (is_broken and (tag.sure or tag.closes or tag.name not in INLINE)):
            yield span


def _tags(lines: Sequence[str], asked: Iterable[int]) -> Iterator[tuple[Tag, Span]]:
    """The tags that begin in these lines, in order, and where they stand."""
    for line in asked:
        first = text = lines[line]
        if text.rfind("<") > text.rfind(">"):
            text = "\n".join(lines[line : line + BROKEN])
        for tag in read_tags(text):
            if tag.start < len(first):
                further = text.count("\n", 0, tag.end)
                column = tag.end - text.rfind("\n", 0, tag.end) - 1
                yield tag, Span((line, tag.start), (line + further, column))


def _joined(spans: Sequence[Span]) -> Iterator[Span]:
    """The stretches, in order, those that meet as one."""
    joined = list(spans[:1])
    for span in spans[1:]:
        if span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return iter(joined)


def _edit(text: str, start: int, end: int) -> Edit | None:
    """What goes of a line: at an edge of it the blanks beside as well, which indent nothing."""
    if not start:
        end = len(text) - len(text[end:].lstrip())
    if end == len(text):
        start = len(text[:start].rstrip())
    return Edit(start, end, "", RULE) if start < end else None
