"""Which export layout a source is in, if any: decided once a source, from its first lines.

A layout is believed when the sample is made of it: complete documents, no long stretch that is neither a document nor a
cover. A news file in which a story quotes a marker, or a whole document, is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from clean.document import Mark
from clean.errors import UsageError
from clean.news.datelines import read_dateline
from clean.news.layouts.labels import opened_by
from clean.news.layouts.layout import Layout, built_in, marked_lines, matches, parse
from clean.news.layouts.reading import Reading, is_document, outline
from clean.stages.split.block.gates import ANY
from clean.stages.split.block.readers import Readers
from clean.stages.split.fields.credits import read_credit
from clean.stages.split.fields.parts import HEAD, Parts
from clean.stages.split.usual.profile import PROFILED

if TYPE_CHECKING:
    from clean.settings import Split
    from clean.story import Story

_JUDGED = 20_000  # lines from the first marker on that are judged: some hundreds of documents
# Lines with text outside all documents and covers: an archive's own words that no pattern knows. A twentieth of the
# documents' lines in a long file.
_STRAY = 10
_STRAY_SHARE = 20
# Paragraphs outside a single document: an archive's notices are one or two, and around a quoted one stands its story.
_PROSE = 2
_PARAGRAPH = 70  # characters
_CHUNK = 1000  # lines looked through for starts at a time: most files that quote a marker are told by as many
_STRONG = 4  # fields that make a single document certain when it has no end mark
_LABELLED = r"[*_]{0,2}[^\W\d][^:：]{0,30}[:：]"  # no label is longer
_SHORT = 150  # lines with text in one document: without an end mark, more may be other stories


def known(settings: Split) -> dict[str, Layout]:
    """All layouts by name: the user's own, which go first, and the built-in ones."""
    own = _own(settings)
    return {**own, **{name: layout for name, layout in built_in().items() if name not in own}}


def _own(settings: Split) -> dict[str, Layout]:
    return {name: parse(name, table) for name, table in settings.layouts.items()}


def recognise(lines: list[str], settings: Split) -> Layout | None:
    """The layout of a source, from its first lines (some 4 MB); None when it is plain text.

    `settings.layout` is `auto`, `none` or a layout's name; UsageError when there is no layout of that name.
    """
    if not may_have_layout(lines, settings):
        return None
    if settings.layout != "auto":
        layouts = known(settings)
        if settings.layout not in layouts:
            names = ", ".join(["auto", "none", *layouts])
            raise UsageError("unknown layout", settings.layout, hint=f"known are {names}")
        return opened_by(layouts[settings.layout], [line.strip() for line in lines])
    texts = [line.strip() for line in lines]
    marked = marked_lines(texts)
    own = _own(settings)
    layouts = known(settings) if marked or _may_be_labelled(texts) else own
    layouts = {name: opened_by(layout, texts) for name, layout in layouts.items()}
    every = range(len(texts))
    scores = {
        name: _score(layout, texts, every if name in own or layout.opener else marked)
        for name, layout in layouts.items()
    }
    best = max(scores, key=lambda name: scores[name], default="")
    return layouts[best] if best and scores[best] > 0 else None


def may_have_layout(lines: Sequence[str], settings: Split) -> bool:
    """Whether a source that begins with these lines may be in a layout, so that its first 4 MB must be looked at.

    A built-in one shows in as many lines as a profile looks at, for documents and covers are shorter.
    """
    if settings.layout == "none" or "export-layout" in settings.off:
        return False
    if settings.layout != "auto" or settings.layouts:
        return True
    texts = [line.strip() for line in lines[:PROFILED]]
    return _may_be_labelled(texts) or bool(marked_lines(texts))


def _may_be_labelled(texts: list[str]) -> bool:
    """Whether the first line with text may begin with a label."""
    return re.match(_LABELLED, next(filter(None, texts), "")) is not None


def labels_once(lines: list[str], layout: Layout | None) -> bool:
    """Whether a layout found but one head in these lines, of labels alone: below it may stand stories without any."""
    if layout is None or not layout.opener or matches(layout.start, next((line for line in lines if line), "")):
        return False
    return len(layout.starts(lines, 0, len(lines))) < 2


def read_opening(story: Story, lines: list[str], settings: Split) -> None:
    """Read what the text of a document opens with although no label says it: its headline again, credits, a dateline.

    What a label told stays the field.
    """
    body = [i for i, line in enumerate(lines) if story.marks[i] == Mark.BODY and line.strip()][: HEAD + 1]
    texts = [lines[i].strip() for i in body]
    units = Parts(body, body, texts, [ANY] * len(body), Readers())
    k = 0
    while k < len(body) - 1 and body[k] not in story.edits and _read_line(units, k, story, settings):
        k += 1
    if k < len(body) and "dateline" not in settings.off:
        _take_dateline(story, lines[body[k]], body[k])


def _read_line(units: Parts, k: int, story: Story, settings: Split) -> bool:
    """Whether a line at the top of the text is none of it, once it is read."""
    again = "duplicate-headline" not in settings.off and units.readers.alike(units.text[k], story.headline)
    if again:
        units.mark(k, Mark.DUPLICATE_HEADLINE, story)
    return again or read_credit(units, k, story, settings)


def _take_dateline(story: Story, line: str, i: int) -> None:
    before = story.edits.get(i, [])
    start = before[-1].end if before else len(line) - len(line.lstrip())
    if (found := read_dateline(line[start:])) and start + found.end < len(line):
        story.take_dateline(found, i, start)


def _score(layout: Layout, texts: list[str], marked: Sequence[int]) -> int:
    """How many complete documents the sample has, in which some lines may be markers; 0 when something contradicts the
    layout.
    """
    marker = next((i for i in marked if matches(layout.marker, texts[i])), -1)
    if marker < 0 or not layout.automatic:
        return 0
    texts = texts[: marker + _JUDGED]
    most = max(_STRAY, sum(map(bool, texts)) // _STRAY_SHARE)
    whole = part = stray = prose = whole_lines = part_lines = surest = 0
    for first, last in _pages(layout, texts):
        if stray > most:  # and all others may be documents
            return 0
        page = outline(layout, texts[first:last], bytearray(last - first))
        size = sum(1 for text in page.texts if text)
        if page.cover:
            continue
        if not is_document(page):
            stray += size
            prose += sum(1 for text in page.texts if len(text) > _PARAGRAPH)
        elif _is_whole(page):
            whole, whole_lines, surest = whole + 1, whole_lines + size, max(surest, _sureness(page, size))
        else:
            part, part_lines = part + 1, part_lines + size
    if stray > max(_STRAY, whole_lines // _STRAY_SHARE) or whole < part or whole_lines < part_lines:
        return 0
    return whole if whole > 1 or (surest >= _STRONG and prose <= _PROSE) else 0


def _pages(layout: Layout, texts: list[str]) -> Iterator[tuple[int, int]]:
    """The lines `[first, last)` from each start to the next; starts are looked for as they are asked for."""
    begin = 0
    for chunk in range(0, len(texts), _CHUNK):
        for start in layout.starts(texts, chunk, min(chunk + _CHUNK, len(texts))):
            if start > begin:
                yield begin, start
                begin = start
    yield begin, len(texts)


def _sureness(page: Reading, size: int) -> int:
    """What speaks for a single document: an end mark, else its fields, where they are most of what can be asked."""
    if matches(page.layout.end, next(text for text in reversed(page.texts) if text)):
        return _STRONG
    if has_tail(page.layout):
        return page.head + page.tail if page.tail > 1 else 0
    if size > _SHORT:
        return 0
    return _STRONG if page.layout.labels_first and "headline" in page.fields else page.head


def has_tail(layout: Layout) -> bool:
    """Whether the layout's documents show where they end."""
    ends = any(not label.block for label in layout.tail.labels.values())  # others a document may have or not
    return layout.end is not None or (ends and not layout.labels_first)


def _is_whole(page: Reading) -> bool:
    """Whether a document has all that its layout marks one with: a start mark, a head, a tail or end mark."""
    layout = page.layout
    started = page.started or layout.start is None or layout.anchor is not None or layout.labels_first
    return started and page.head >= page.layout.needs and (page.tail > 0 or not has_tail(page.layout))
