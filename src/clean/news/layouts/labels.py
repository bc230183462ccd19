"""Documents that begin with labels and nothing else: where one begins, told by the labels that stand together.

`Title: …`, `Date: …`, the text, `Title: …`: what programs write has one label in each head, and others around it. So a
line of the text that looks like a label begins nothing, and no blank line need part documents.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from clean.news.layouts.layout import matches

if TYPE_CHECKING:
    from clean.news.layouts.layout import Layout

_HEAD = 16  # lines with text of a head: the longest dumps seen have a dozen labels
_DOWN = 40  # lines in which they stand, with blank ones between
_UP = 20  # lines above the opener; with those below they are within the lines around a gap
# Labels in a row that nothing knows, `Wordcount: 300`, `Wire-ID: 7`; a talk has turns in that shape without end.
UNKNOWN = 3


class Run(NamedTuple):
    """Labels that stand together: their names in order, and the fields they say."""

    names: list[str]
    fields: set[str]


def run_of(layout: Layout, texts: list[str], i: int) -> Run:
    """The labels of the head from line i on: up to a line that is none, or the text's label, or one again."""
    run, unknown, bare = Run([], set()), 0, False
    for text in [text for text in texts[i : i + _DOWN] if text][:_HEAD]:
        found = layout.head.find(text)
        if found is None or found.label is None:
            if bare and layout.values != "line":  # a value below its label
                bare = False
                continue
            unknown += 1
            if not run.names or unknown > UNKNOWN or not matches(layout.other, text):
                break
            continue
        name = layout.head.name(text)
        if name in run.names:
            break
        run.names.append(name)
        run.fields.update(filter(None, found.fields))
        unknown, bare = 0, found.at == len(text)
        if found.label.field == "body":
            break
    return run


def opens(layout: Layout, run: Run) -> bool:
    """Whether these labels are the head of a document."""
    return len(run.fields) >= layout.needs and (not layout.must or not run.fields.isdisjoint(layout.must))


def above_opener(layout: Layout, texts: list[str], i: int) -> int:
    """The first line of the head whose opener is line i; -1 where that is none, or a start mark stands above.

    What the first head of the source has above the opener belongs to it, and so do labels with a blank line above all
    of them and none below; others end the document before.
    """
    if not layout.opener or layout.head.name(texts[i]) != layout.opener:
        return -1
    top = block = i
    joined, seen = True, {layout.opener}
    for j in range(i - 1, max(-1, i - _UP), -1):
        text = texts[j]
        if not text:
            top, joined = (block if joined else top), False
            continue
        name = layout.head.name(text)
        if matches(layout.start, text):
            return -1
        if not name or name in seen or _field(layout, name) == "body" or (not joined and name not in layout.before):
            break
        seen.add(name)
        block = j
        top = j if name in layout.before else top
    else:
        top = block if joined else top
    return top if opens(layout, run_of(layout, texts, top)) else -1


def _field(layout: Layout, name: str) -> str:
    """What the label of this name says; the empty string where there is none."""
    label = layout.head.labels.get(name)
    return label.field if label else ""


def _is_bare(layout: Layout, text: str) -> bool:
    """Whether a line is a label whose value stands below it."""
    found = layout.head.find(text)
    return found is not None and found.label is not None and found.label.field != "body" and found.at == len(text)


def opened_by(layout: Layout, texts: list[str]) -> Layout:
    """The layout as a source has it whose first lines these are, if that begins with labels: the opener is the first of
    its first head that it has as often as the headline's, or else most often of all.
    """
    if not layout.labels_first:
        return layout
    first = next((i for i, text in enumerate(texts) if text and not matches(layout.start, text)), len(texts))
    own = replace(layout, values="paragraph") if first < len(texts) and _is_bare(layout, texts[first]) else layout
    run = run_of(own, texts, first)
    if not run.names or not opens(layout, run):
        return layout
    count = Counter(map(layout.head.name, texts))
    fields = {name: layout.head.labels[name].field for name in run.names}
    titles = [name for name, field in fields.items() if field == "headline"]
    most = max(map(count.__getitem__, titles or [name for name, field in fields.items() if field != "body"]))
    opener = next(name for name in run.names if count[name] >= most)
    marker = rf"[*_]{{0,2}}(?{'i' if layout.head.fold else ''}:{re.escape(opener)})(?:\s?[:\uff1a].*|\s.*)?"
    return replace(
        own,
        opener=opener,
        before=frozenset(run.names[: run.names.index(opener)]),
        marker=re.compile(f"{layout.marker.pattern}|{marker}" if layout.marker else marker),
    )
