"""The one place that sweeps: a story and its lines become an article, and all that is not in it becomes changes.

What restore would make of the article and its changes is the source's bytes: the headline comes first and the first
paragraph opens with the dateline in its canonical form (`opening`); whatever stood otherwise is a change.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import Any

from clean.article import Article
from clean.audit.change import Change, joined
from clean.audit.frame import Frame, field_lines, opening
from clean.document import BLANKS, BODY, Document, Edit, Mark, apply, compose
from clean.sources.encodings import REPLACEMENT
from clean.story import Story

RULE_OF_MARK: dict[int, str] = {
    Mark.BLANK: "blank-lines",
    Mark.SEPARATOR: "separator",
    Mark.HEADLINE: "headline",
    Mark.DUPLICATE_HEADLINE: "duplicate-headline",
    Mark.BYLINE: "byline",
    Mark.DATE: "date-line",
    Mark.DATELINE: "dateline",
    Mark.HIGHLIGHT: "highlight",
    Mark.METADATA: "export-layout",
    Mark.EMPTIED: "html-tag",
}
NOT_CONTENT = BLANKS + bytes((Mark.SEPARATOR, Mark.BOILERPLATE))


def assemble(
    document: Document, first: int, last: int, story: Story, frame: Frame
) -> tuple[Article | None, list[Change]]:
    """The article of lines `[first, last)`, and the changes that lie outside it; None where nothing is left."""
    begin, end = _content_span(document, first, last, story)
    if begin == end:
        return None, joined(_all_removed(document, first, last, story, first, frame))
    text, changes = _sweep(document, first, begin, end, story, frame)
    article = Article(
        (document.offsets[begin], document.offsets[end]),
        (document.first_line + begin, document.first_line + end - 1),
        headline=story.headline,
        byline=story.byline,
        dateline=story.dateline,
        agency=story.agency,
        date=story.date,
        highlights=story.highlights,
        metadata=dict(story.metadata),
        text=text,
        changes=changes,
    )
    around = (_all_removed(document, *lines, story, first, frame) for lines in ((first, begin), (end, last)))
    return article, joined(chain.from_iterable(around))


def _content_span(document: Document, first: int, last: int, story: Story) -> tuple[int, int]:
    """The lines from the first to behind the last of content; an empty span where there is none."""
    marks = story.marks
    begin = last - len(marks.lstrip(NOT_CONTENT))
    end = first + len(marks.rstrip(NOT_CONTENT))
    while begin < end and not _is_content(marks[begin - first], document.lines[begin]):
        begin += 1
    while begin < end and not _is_content(marks[end - 1 - first], document.lines[end - 1]):
        end -= 1
    return (begin, end) if begin < end else (last, last)


def _is_content(mark: int, line: str) -> bool:
    return mark not in NOT_CONTENT and (mark != BODY or bool(line))


def _sweep(
    document: Document, first: int, begin: int, end: int, story: Story, frame: Frame
) -> tuple[str, list[Change]]:
    """The article's text, and the changes within it, of lines `[begin, end)`."""
    lines, marks = document.lines, story.marks[begin - first : end - first]
    head, tail = begin + marks.find(BODY), begin + marks.rfind(BODY)  # the first and last line of text, if there is one
    implied = _implied_headline(document, begin, first, story)
    dated = _canonical_dateline(document, head, first, story) if BODY in marks else -1
    changed = _changed(document, begin, end)
    opened = story.edits.get(dated - first, [])
    if (
        BODY in marks
        and marks.count(BODY) == end - begin - (implied == begin)
        and not (changed or story.joins)
        and story.edits.keys() <= {dated - first}
        and len(opened) < 2
    ):
        return _plain_text(lines[head : tail + 1], opened), []
    changed.update(line + first for line in (*story.edits, *story.joins))
    changes: list[Change] = []
    parts: list[str] = []
    for i, mark in enumerate(marks, begin):
        place = i - first
        if mark != BODY and i != implied:
            changes.append(_removed(document, i, story, place, frame))
            continue
        join, shown = "\n", lines[i]
        if i in changed:
            join = "\n" if i in (implied, tail) else story.joins.get(place, "\n")
            edits = story.edits.get(place, [])
            shown = apply(shown, edits)
            changes += _inside(document, i, edits[1:] if i == dated else edits, join, frame)
        if i != implied:
            parts += shown, join
    return "".join(parts[:-1]), joined(_unrepeated(changes, story, frame))


def _changed(document: Document, begin: int, end: int) -> set[int]:
    """The lines of which restore must be told how they stood."""
    changed = set[int]()
    for column in (document.edits, document.raw, document.endings):
        if column:
            changed |= column.keys() & range(begin, end)
    return changed


def _plain_text(lines: list[str], dateline: list[Edit]) -> str:
    """The text of lines that stand as they are, the first without its dateline."""
    text = "\n".join(lines)
    return text[dateline[0].end :] if dateline else text


def _implied_headline(document: Document, begin: int, first: int, story: Story) -> int:
    """The line that restore takes for the headline without being told: the article's first, where it is just that."""
    marks = story.marks
    if marks[begin - first] != Mark.HEADLINE or document.lines[begin] != story.headline:
        return -1
    if begin in document.raw or marks.count(Mark.HEADLINE) > 1:
        return -1
    return begin


def _canonical_dateline(document: Document, head: int, first: int, story: Story) -> int:
    """The line whose dateline restore puts back without being told: `head`, the first of the text, if its dateline has
    the canonical form, else -1.
    """
    start = opening(story.dateline, story.agency)
    if not start or Mark.DATELINE in story.marks:
        return -1
    edits = story.edits.get(head - first, [])
    if edits and edits[0] == Edit(0, len(start), "", "dateline") and document.lines[head].startswith(start):
        return -1 if head in document.raw else head
    return -1


def _unrepeated(changes: list[Change], story: Story, frame: Frame) -> list[Change]:
    """The changes, where lines that stand in OUT word for word, headline and highlights, are not repeated."""
    said = set[int]()
    for rule, lines in field_lines(story.headline, story.highlights, frame.line_ending).items():
        places = [place for place, change in enumerate(changes) if change.rule == rule]
        if [changes[place].before for place in places] == lines:
            said.update(places)
    if not said:
        return changes
    return [change._replace(before=None) if place in said else change for place, change in enumerate(changes)]


_BLANK_RUN = re.compile(bytes([Mark.BLANK]) + b"{16,}")  # so many make up for the look whether one is unlike others


def _all_removed(document: Document, begin: int, end: int, story: Story, first: int, frame: Frame) -> Iterator[Change]:
    """The changes that take lines `[begin, end)` out; runs of blank lines are one each, a fortieth of the time."""
    while begin < end:
        found = _BLANK_RUN.match(story.marks, begin - first, end - first)
        last = first + found.end() if found else begin + 1
        if found and _are_alike(document, begin, last, story, first):
            change = _removed(document, begin, story, begin - first, frame)
            before = frame.line_ending.join([*document.lines[begin:last], ""])
            yield change._replace(
                end_byte=document.offsets[last], end_line=document.first_line + last - 1, before=before
            )
        else:
            yield from (_removed(document, i, story, i - first, frame) for i in range(begin, last))
        begin = last


def _are_alike(document: Document, begin: int, end: int, story: Story, first: int) -> bool:
    """Whether none of the lines has anything of its own."""
    columns: tuple[dict[int, Any], ...] = (document.rules, document.originals, document.raw, document.endings)
    own = any(column and not column.keys().isdisjoint(range(begin, end)) for column in columns)
    return not own and story.rules.keys().isdisjoint(range(begin - first, end - first))


def _removed(document: Document, line: int, story: Story, place: int, frame: Frame) -> Change:
    """The change that takes a whole line out of the text."""
    mark = story.marks[place]  # an int, which finds its Mark in the table: this is called for every blank line
    rule = story.rules.get(place) or document.rules.get(line) or RULE_OF_MARK.get(mark, "blank-lines")
    ending = _ending(document, line, frame)
    before: str | bytes = _original(document, line) + ending
    if line in document.raw:
        before = document.raw[line] + ending.encode(frame.encoding)
    number = document.first_line + line
    return Change(document.offsets[line], document.offsets[line + 1], number, number, rule, before)


def _ending(document: Document, line: int, frame: Frame) -> str:
    ending = document.endings.get(line)
    return frame.line_ending if ending is None else ending.decode("ascii")


def _original(document: Document, line: int) -> str:
    """The line as it was decoded."""
    return document.originals.get(line, document.lines[line])


def _inside(document: Document, line: int, later: list[Edit], join: str, frame: Frame) -> list[Change]:
    """The changes within a line that is kept, its ending included."""
    number = document.first_line + line
    start, end = document.offsets[line], document.offsets[line + 1]
    changes = []
    edits = document.edits.get(line, [])
    if line in document.raw:
        raw = document.raw[line]
        rule = "undecodable" if REPLACEMENT in _original(document, line) else "line-encoding"
        also = tuple(dict.fromkeys(edit.rule for edit in [*edits, *later]))
        text = apply(document.lines[line], later)
        changes.append(Change(start, start + len(raw), number, number, rule, raw, text, also))
    elif edits or later:
        if later:
            edits = compose(edits, later, document.lines[line]) if edits else later
        changes = _in_bytes(_original(document, line), edits, start, number, frame.encoding)
    if line in document.endings or join != "\n":
        ending = _ending(document, line, frame)
        after = frame.line_ending if join == "\n" else join
        rule = "hard-wrap" if join != "\n" else "line-ending" if ending else "final-newline"
        changes.append(Change(end - len(ending.encode(frame.encoding)), end, number, number, rule, ending, after))
    return changes


def _in_bytes(original: str, edits: list[Edit], offset: int, number: int, encoding: str) -> list[Change]:
    """Edits of a line as changes of the source, whose line starts at byte `offset`."""
    changes: list[Change] = []
    place = 0
    for edit in edits:
        offset += len(original[place : edit.start].encode(encoding))
        before = original[edit.start : edit.end]
        end = offset + len(before.encode(encoding))
        changes.append(Change(offset, end, number, number, edit.rule, before, edit.after, edit.also))
        offset, place = end, edit.end
    return changes
