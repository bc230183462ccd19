"""Where the documents of an export begin. Each decision looks at 64 lines around at most, so blocks decide alike.

A document begins at a line of the pattern `start`; at the first line after one of `end`; or, where neither is there,
above a line of the pattern `anchor`. The first and the last ask for head lines soon below: a story may quote a marker.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from clean.document import CONTEXT
from clean.news.layouts.head import is_date
from clean.news.layouts.labels import above_opener, opens, run_of
from clean.news.layouts.layout import matches

if TYPE_CHECKING:
    from clean.news.layouts.layout import Layout

_AFTER_END = 32  # blank lines and sign-offs between an end mark and the next document
_DOWN = 64  # lines in which a head must show: eight head lines with blanks around each, what mail passed through first
_HEAD_LINES = 12  # of them with text: the longest head seen (Factiva) has fourteen, and three are enough
_UP = 20  # lines above an anchor
_TITLE = 4  # lines above an anchor that carry headline and publication: two of headline, two of publication and date
_BLANKS = 8  # blank lines within the head; Nexis Uni has two or three below the date, and converters double them


def find_starts(layout: Layout, lines: list[str], first: int, last: int) -> list[int]:
    """The lines in `[first, last)` at which a document of this layout, or what follows the last one, begins."""
    low, high = max(0, first - CONTEXT), min(len(lines), last + CONTEXT)
    texts = [line.strip() for line in lines[low:high]]
    found: set[int] = set()
    for i, text in enumerate(texts):
        if text and matches(layout.marker, text):
            found.add(_start_of(layout, texts, i))
    return sorted(low + i for i in found if first <= low + i < last)


def _start_of(layout: Layout, texts: list[str], i: int) -> int:
    """The start that the marker at line i makes; -1 for none."""
    text = texts[i]
    if matches(layout.end, text):
        return _after_end(layout, texts, i)
    if matches(layout.start, text):
        return i if _opens(layout, texts, i) else -1
    if layout.labels_first and not matches(layout.anchor, text):
        return above_opener(layout, texts, i)
    return _above_anchor(layout, texts, i)


def _after_end(layout: Layout, texts: list[str], i: int) -> int:
    """The first line with text after an end mark and the sign-offs that may follow it."""
    stop = min(len(texts), i + _AFTER_END)
    for j in range(i + 1, stop):
        text = texts[j]
        if text and not is_end(layout, text):
            return j
    return stop if stop < len(texts) and stop == i + _AFTER_END else -1


def is_end(layout: Layout, text: str) -> bool:
    """Whether the line is an end mark or an unlabelled line that stands among them."""
    return matches(layout.end, text) or any(matches(line, text) for line in layout.tail.lines)


def _opens(layout: Layout, texts: list[str], i: int) -> bool:
    """Whether the start line at i opens a document: it is the first of its run, and a head (or the trailer) follows."""
    j = i - 1
    while j >= 0 and j >= i - _BLANKS and not texts[j]:
        j -= 1
    near = texts[j] if j >= max(0, i - _BLANKS) else ""
    if near and matches(layout.start, near) and not _said_headline(layout, near):
        return False
    if layout.alone and i > 0 and texts[i - 1] and not is_end(layout, near):
        return False
    if layout.labels_first:
        return _opens_labels(layout, texts, i)
    return head_below(layout, texts, i) >= layout.needs


def _opens_labels(layout: Layout, texts: list[str], i: int) -> bool:
    """Whether labels stand below the start line i and others like it."""
    below = next(
        (j for j in range(i, min(i + _DOWN, len(texts))) if texts[j] and not matches(layout.start, texts[j])), i
    )
    return opens(layout, run_of(layout, texts, below))


def _said_headline(layout: Layout, text: str) -> bool:
    """Whether a start line carries the headline itself: then two of them in a row are two documents."""
    match = layout.start.fullmatch(text) if layout.start else None
    return bool(match and match.groupdict())


def head_below(layout: Layout, texts: list[str], i: int) -> int:
    """How many different fields the head says that starts at line i, up to what is needed; a cover says as many."""
    fields: set[str] = set()
    seen = 0
    running = True  # the start line may be two: a rule, and `Document 1 of 500`
    unknown = False  # in a label that nothing knows, and its value: mail has dozens above its sender
    for text in texts[i : i + _DOWN]:
        if not text:
            unknown = False
            continue
        if matches(layout.start, text):
            if not running:
                break
            running = not _said_headline(layout, text)
            fields.update(_said(layout, text))
            continue
        if running and matches(layout.cover, text):
            return layout.needs
        running = False
        if matches(layout.end, text):
            break
        found = layout.head.find(text)
        if not found and layout.tail.find(text):
            break
        unknown = not found and (matches(layout.other, text) or (unknown and layout.values != "line"))
        seen += not unknown
        fields.update(found.fields if found else ())
        if layout.dates and is_date(text):
            fields.add("date")
        if seen == _HEAD_LINES or len(fields) >= layout.needs:
            break
    return len(fields)


def _said(layout: Layout, text: str) -> list[str]:
    match = layout.start.fullmatch(text) if layout.start else None
    return [key for key, value in match.groupdict().items() if value] if match else []


def _above_anchor(layout: Layout, texts: list[str], i: int) -> int:
    """Where the document begins whose first head line is line i; -1 when line i is not that, or an end mark says it."""
    if not layout.above:
        return _labelled(layout, texts, i)
    top, dated = _climb(layout, texts, i)
    dated = dated or "date" in _fields(layout, texts[i])
    if top < 0 or (layout.pivot == "date" and not dated and not _copyright_first(layout, texts, i)):
        return -1
    said = dated and "date" not in _fields(layout, texts[i])
    if head_below(layout, texts, i) + said < layout.needs:
        return -1
    return -1 if _marked_above(layout, texts, top) else top


def _copyright_first(layout: Layout, texts: list[str], i: int) -> bool:
    """Whether line i is a copyright line with a further head line right below: a head that lacks its date."""
    if "copyright" not in _fields(layout, texts[i]):
        return False
    below = [text for text in texts[i + 1 : i + 1 + _BLANKS] if text]
    return bool(below) and layout.head.find(below[0]) is not None


def _fields(layout: Layout, text: str) -> dict[str, str]:
    found = layout.head.find(text)
    return found.fields if found else {}


def _labelled(layout: Layout, texts: list[str], i: int) -> int:
    """The top of a head of labels alone, of which line i is one: the lines above it without a blank between."""
    top = i
    while top > max(0, i - _UP) and texts[top - 1] and not _is_furniture(layout, texts[top - 1]):
        top -= 1
    above = [text for text in texts[max(0, top - _BLANKS) : top] if text]
    if any("body" not in _fields(layout, text) and _fields(layout, text) for text in above):
        return -1  # labels with blanks between them: the first of them is the start
    if head_below(layout, texts, i) < layout.needs:
        return -1
    return -1 if _marked_above(layout, texts, top) else top


def _climb(layout: Layout, texts: list[str], i: int) -> tuple[int, bool]:
    """The top of the block of lines above line i, and whether it holds the date; -1 when line i is not the first."""
    top, count, blanks, dated = i, 0, 0, False
    spaced = _is_spaced(texts, i)
    most = 1 if spaced and len(layout.above) == 1 else _TITLE  # what stands above the headline is text
    for j in range(i - 1, max(-1, i - _UP), -1):
        text = texts[j]
        if not text:
            blanks += 1
            # One block, or the date apart and one block above it.
            if (count - dated > 0 and not spaced) or blanks > _BLANKS:
                break
            continue
        if layout.head.find(text):
            if count == 0:
                return -1, False
            break
        if count == most or _is_furniture(layout, text):
            break
        top, count, blanks = j, count + 1, 0
        dated = dated or (layout.dates and is_date(text))
    return top, dated


def _is_spaced(texts: list[str], i: int) -> bool:
    """Whether a blank line stands after every line around line i, as converters of DOCX write paragraphs."""
    near = texts[max(0, i - _UP) : i + _UP]
    return not any(one and other for one, other in pairwise(near))


def _is_furniture(layout: Layout, text: str) -> bool:
    if is_end(layout, text) or matches(layout.start, text) or matches(layout.cover, text):
        return True
    return matches(layout.furniture, text) or layout.tail.find(text) is not None


def _marked_above(layout: Layout, texts: list[str], top: int) -> bool:
    """Whether a start or end mark stands a few lines above, which then says where the document begins."""
    seen = 0
    for j in range(top - 1, max(-1, top - _AFTER_END), -1):
        text = texts[j]
        if text and (matches(layout.start, text) or matches(layout.end, text)):
            return True
        seen += bool(text)
        if seen > _TITLE:
            return False
    return False
