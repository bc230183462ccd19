"""Reading one document of an export: what each of its lines is, and what its furniture says.

From the top come start marks and cover lines, then the head; from the bottom the tail; what lies between is the text.
The tail is found from the bottom up: a line of the text may look like a label, but what ends a document is furniture.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from clean.document import Edit, Mark
from clean.news.headlines import headline_shape
from clean.news.layouts.fields import give_fields
from clean.news.layouts.head import read_head
from clean.news.layouts.layout import Found, matches
from clean.story import Story

if TYPE_CHECKING:
    from clean.news.layouts.layout import Layout

RULE = "export-layout"
ABSTRACT = "abstract"
_NOTHING = frozenset("none|none.|-none-|none available|none available.|not available|not available.".split("|"))
_MARK_OF = {"headline": Mark.HEADLINE, "dateline": Mark.DATELINE, "": Mark.BOILERPLATE}
_RULE_OF = {Mark.HEADLINE: "headline", Mark.DUPLICATE_HEADLINE: "duplicate-headline", Mark.DATELINE: "dateline"}
# How many lines without a label may stand between two labels of the tail: codes of Factiva run over many lines, a
# caption over a dozen.
_PENDING = {"line": 12, "paragraph": 12, "label": 40}
_LABELS = 40  # lines that show how a document sets its labels
_ANY_LABEL = re.compile(r"[^\W\d][^:.]{1,40}\s?:(?:\s.*)?")
_COVER_TOP = 5  # a cover shows itself within its first lines
_COVER_LINES = 200  # search terms may run over a hundred lines; a longer cover lists documents, in lines that are known
_COVER_SHARE = 10  # one line in so many, at the least


@dataclass(slots=True)
class Reading:
    """A document being read: its lines without the blanks around them, their marks, and the fields so far.

    `where` keeps the lines of a field, `labels` those seen in the head; the text is lines `[body, bottom)`; `head` and
    `tail` count the furniture found and `started` tells of a start mark, the evidence for a document.
    """

    layout: Layout
    lines: list[str]
    texts: list[str]
    marks: bytearray
    rules: dict[int, str] = field(default_factory=dict)
    edits: dict[int, list[Edit]] = field(default_factory=dict)
    fields: dict[str, str] = field(default_factory=dict)
    where: dict[str, list[int]] = field(default_factory=dict)
    labels: set[str] = field(default_factory=set)
    head: int = 0
    tail: int = 0
    body: int = 0
    bottom: int = 0
    started: bool = False
    cover: bool = False
    bare: bool = False

    def mark(self, line: int, mark: Mark) -> None:
        """Say what a line is; blank lines stay blank."""
        if not self.texts[line]:
            return
        self.marks[line] = mark
        self.rules[line] = _RULE_OF.get(mark, RULE)  # said of all, over what a line rule may have said before

    def say(self, line: int, found: Found) -> str:
        """Take the fields of a line of furniture, mark it, and give back the field its next lines belong to."""
        for key, value in found.fields.items():
            self.put(line, key, value)
        if not found.fields:
            self.mark(line, Mark.BOILERPLATE)
        return found.label.field if found.label else next(iter(found.fields), "")

    def put(self, line: int, key: str, value: str) -> None:
        """A field's value on a line. The first value stays, a line that says it again is only marked."""
        fresh = key not in self.fields
        self.mark(line, _MARK_OF.get(key, Mark.METADATA) if fresh and (value or not key) else Mark.BOILERPLATE)
        if not fresh or not key:
            return
        if value.casefold() in _NOTHING:
            self.mark(line, Mark.BOILERPLATE)
            return
        self.fields[key] = value
        self.where.setdefault(key, []).append(line)

    def more(self, line: int, key: str) -> None:
        """A further line of a field's value; of no field, furniture."""
        if key not in self.fields or (self.where[key][-1] > line):
            self.mark(line, Mark.BOILERPLATE)
            return
        self.fields[key] = f"{self.fields[key]} {self.texts[line]}".strip()
        self.where[key].append(line)
        self.mark(line, _MARK_OF.get(key, Mark.METADATA))


def read(layout: Layout, lines: list[str], marks: bytearray) -> Story | None:
    """The story of one document; None when the lines are neither a document nor a cover or trailer of the layout."""
    page = outline(layout, lines, marks)
    if page.cover:
        return Story(page.marks, rules=page.rules)
    if not is_document(page):
        return None
    _read_body(page)
    _read_tail(page)
    _settle_text(page)
    _settle_headline(page)
    body = _body(page)
    if body and body[-1].endswith(" ..."):
        page.fields["truncated"] = "true"  # the archive cut the text here
    story = Story(page.marks, rules=page.rules, edits=page.edits)
    give_fields(story, page.fields, page.layout.tags)
    return story


def is_document(page: Reading) -> bool:
    """Whether enough of the furniture is there: a head, or an end mark and labels of the tail."""
    return page.head > 0 or page.tail > 0 or page.layout.needs == 0


def outline(layout: Layout, lines: list[str], marks: bytearray) -> Reading:
    """Read the head and find the tail; whether these lines are a document is for `cover` and `is_document` to say."""
    texts = [line.strip() for line in lines]
    blank = bytearray(mark if mark or text else Mark.BLANK for mark, text in zip(marks, texts, strict=True))
    page = Reading(layout, lines, texts, blank)
    page.bare = layout.values == "label" and _labels_alone(layout, texts[:_LABELS])
    top = _skip_starts(page)
    after = _skip_cover(page, top)
    page.bottom = _find_tail(page, after)
    page.body = read_head(page, after, page.bottom)
    if page.head < layout.needs and not page.tail and (after > top or _is_like_a_cover(page, top)):
        page.cover = True
        for i in range(len(texts)):
            page.mark(i, Mark.BOILERPLATE)
    return page


def _labels_alone(layout: Layout, texts: list[str]) -> bool:
    """Whether most labels stand on lines of their own, so that a word that looks like a label is none in a line."""
    found = [label for text in texts if (label := layout.head.find(text)) and "body" not in label.fields]
    alone = sum(1 for label in found if label.label and not label.fields.get(label.label.field))
    return alone * 2 > len(found)


def _skip_starts(page: Reading) -> int:
    """Past the start marks; one that carries the headline is the last of them."""
    layout, top = page.layout, 0
    for i, text in enumerate(page.texts):
        if not text:
            continue
        if layout.start is None or not matches(layout.start, text):
            return i
        page.started = True
        match = layout.start.fullmatch(text)
        fields = {key: value for key, value in match.groupdict().items() if value} if match else {}
        page.say(i, Found(fields))
        found = None if fields else layout.head.find(text)
        if found and "body" not in found.fields:
            return i  # a slug line is a start and says something too
        top = i + 1
        if fields:
            return top
    return top


def _skip_cover(page: Reading, top: int) -> int:
    """Past the cover, where the lines begin with one: to below the last line that only a cover has."""
    cover = page.layout.cover
    begins = [i for i in range(top, len(page.texts)) if page.texts[i]][:_COVER_TOP]
    if not any(matches(cover, page.texts[i]) for i in begins):
        return top
    last, lines, known = top, 0, 0
    for i in range(top, len(page.texts)):
        text = page.texts[i]
        if matches(page.layout.anchor, text) or matches(page.layout.end, text):
            break
        lines += bool(text)
        if matches(cover, text):
            last, known = i + 1, known + 1
    if lines > _COVER_LINES and known * _COVER_SHARE < lines:
        return top
    for i in range(last):
        page.mark(i, Mark.BOILERPLATE)
    return last


def _is_like_a_cover(page: Reading, top: int) -> bool:
    """Whether lines without a head or tail are a cover in words that no pattern knows: labels at its beginning."""
    some = [text for text in page.texts[top:] if text][: _COVER_LINES + 1]
    if page.layout.labels_first:
        return False
    labelled = sum(1 for text in some[:_COVER_TOP] if matches(_ANY_LABEL, text))
    return labelled >= 2 and len(some) <= _COVER_LINES


def _find_tail(page: Reading, top: int) -> int:
    """Where the tail begins: the highest label from which furniture alone reaches down to the end."""
    layout, texts = page.layout, page.texts
    tail, pending, gap = len(texts), 0, False
    said: set[str] = set()
    for i in range(len(texts) - 1, top - 1, -1):
        text = texts[i]
        if not text:
            gap = gap or pending > 0
        elif matches(layout.end, text) or (found := _tail_label(page, i)):
            label = None if matches(layout.end, text) else found
            if not _reaches(page, label, i, pending, gap, said):
                break
            page.tail += 1
            tail, pending, gap = i, 0, False
        elif not matches(layout.furniture, text) and not _unknown_label(page, i, pending, tail):
            pending += 1
            if pending > _PENDING[layout.values]:
                break
    return tail


def _tail_label(page: Reading, line: int) -> Found | None:
    """The tail line that a line is, unless it is a caption or credit that goes on from the text above it."""
    if page.layout.inside.find(page.texts[line]) and not _opens(page, line):
        return None
    return page.layout.tail.find(page.texts[line], page.bare)


def _unknown_label(page: Reading, line: int, pending: int, tail: int) -> bool:
    """Whether a line among the labels of the tail looks like one more of them."""
    layout, text = page.layout, page.texts[line]
    if layout.other is None or pending or tail == len(page.texts) or layout.inside.find(text):
        return False
    return matches(layout.other, text)


def _opens(page: Reading, line: int) -> bool:
    """Whether a line begins a paragraph, or follows a line of the tail."""
    above = page.texts[line - 1] if line else ""
    return not above or page.layout.tail.find(above, page.bare) is not None


def _reaches(page: Reading, found: Found | None, line: int, pending: int, gap: bool, said: set[str]) -> bool:
    """Whether furniture alone lies between this line of the tail and the one below; each label stands there once."""
    label = found.label if found else None
    if found and label and not label.block:
        name = page.texts[line][: found.at]
        if name in said:
            return False
        said.add(name)
    if pending == 0:
        return True
    if label and (label.block or page.layout.values == "label"):
        return True
    return page.layout.values == "paragraph" and not gap and _opens(page, line)


def _read_tail(page: Reading) -> None:
    layout, key = page.layout, ""
    for i in range(page.bottom, len(page.texts)):
        text = page.texts[i]
        if not text:
            key = key if layout.values != "paragraph" or _is_block(page, key) else ""
        elif found := layout.tail.find(text, page.bare):
            key = page.say(i, found)
        elif matches(layout.end, text) or matches(layout.furniture, text):
            page.mark(i, Mark.BOILERPLATE)
        elif layout.other and matches(layout.other, text):
            page.mark(i, Mark.BOILERPLATE)
            key = ""
        else:
            page.more(i, key)


def _is_block(page: Reading, key: str) -> bool:
    return any(label.block and label.field == key for label in page.layout.tail.labels.values())


def _read_body(page: Reading) -> None:
    """Labels of the body, captions and page furniture out; everything else stays as it was marked."""
    layout, said = page.layout, set[str]()
    for i in range(page.body, page.bottom):
        text = page.texts[i]
        if not text:
            continue
        found = layout.head.find(text, page.bare) if layout.labels_body else None
        if found and found.label and found.label.field == "body" and text[: found.at] not in said:
            said.add(text[: found.at])
            for key, other in sorted(found.fields.items()):
                if key != "body":
                    page.put(i, key, other)
            # Where no change of that rule tells of it, `restore` puts the row's dateline above the text.
            rule = "dateline" if "dateline" in found.fields else RULE
            _open_body(page, i, found.at, found.fields["body"], rule)
        elif caption := layout.inside.find(text):
            page.say(i, caption)
        elif matches(layout.furniture, text) or _is_running_head(page, i):
            page.mark(i, Mark.BOILERPLATE)


def _is_running_head(page: Reading, line: int) -> bool:
    """Whether a line is the headline again, as the head of a printed page: next to the page's number."""
    if page.texts[line] != page.fields.get("headline"):
        return False
    return any(matches(page.layout.furniture, text) for text in page.texts[max(0, line - 2) : line + 3])


def _open_body(page: Reading, line: int, at: int, value: str, rule: str = RULE) -> None:
    """`Full text: First paragraph`, or an abstract that is the text: the label goes, the paragraph stays."""
    if not value or value.casefold() in _NOTHING:
        page.mark(line, Mark.BOILERPLATE)
        return
    page.marks[line] = Mark.BODY
    page.rules.pop(line, None)
    raw = page.lines[line]
    opened = raw[len(raw) - len(raw.lstrip()) + at :]
    page.edits[line] = [Edit(0, len(raw) - len(opened.lstrip()), "", rule)]


def _settle_text(page: Reading) -> None:
    """The abstract of a record without a text is its text, as in the items of a feed; that of an archive's document
    is the archive's.
    """
    lines = page.where.get(ABSTRACT)
    if not page.layout.labels_first or not lines or _body(page):
        return
    first, *others = lines
    found = page.layout.head.find(page.texts[first]) or page.layout.tail.find(page.texts[first])
    if found is None or ABSTRACT not in found.fields or found.label is None or found.label.parts:
        return
    page.fields.pop(ABSTRACT)
    _open_body(page, first, found.at, found.fields[ABSTRACT])
    for line in others:
        page.marks[line] = Mark.BODY
        page.rules.pop(line, None)


def _body(page: Reading) -> list[str]:
    """The lines that are the text."""
    return [text for text, mark in zip(page.texts, page.marks, strict=True) if text and mark == Mark.BODY]


def _settle_headline(page: Reading) -> None:
    """A headline from the tail, or the first line of the text, where the head has none."""
    tail = page.bottom
    if "headline" in page.fields:
        return
    if "title" in page.fields:
        page.fields["headline"] = page.fields.pop("title")
        for i in page.where["title"]:
            page.mark(i, Mark.HEADLINE)
        return
    if not page.layout.headline_first and (page.head or not page.tail):
        return
    first = next((i for i in range(page.body, tail) if page.texts[i] and page.marks[i] == Mark.BODY), tail)
    after = next((i for i in range(first, tail) if not page.texts[i]), tail)
    last = after if after - first <= 2 else first + 1  # a headline of two lines is a paragraph of its own
    if any(page.texts[last:tail]) and all(headline_shape(text) for text in page.texts[first:last]):
        page.fields["headline"] = " ".join(page.texts[first:last])
        for i in range(first, last):
            page.mark(i, Mark.HEADLINE)
