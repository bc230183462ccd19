"""HTML tags in text: those that mark it up go, those that a text speaks of stay.

A tag without attributes may be a word of the text: an article about HTML names `<b>`, old wire copy has tickers in
angle brackets (`Sears <S>`). Such a word stands between blanks; what marks text up touches it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from clean.document import Edit, apply
from clean.patterns import lazy
from clean.settings import Normalize
from clean.stages.normalize.elements import BLOCKS, CELLS, EMBEDDED, HIDDEN, INLINE, PREFIXES, VOID, WHOLE
from clean.stages.normalize.entities import find_entities

RULE = "html-tag"
_KNOWN = INLINE | CELLS | BLOCKS | WHOLE | EMBEDDED | HIDDEN

ENDS = {"<!--": "-->"} | {name: name for name in HIDDEN}
"""What begins something hidden, and what ends it."""

_MARKS = frozenset(("<!--", "-->", "<![CDATA[", "]]>"))

MAY_MARK = lazy(r"<[A-Za-z!?/]|-->|\]\]>")
"""Stands in every line in which a tag begins, or ends what was hidden."""

# The syntax of tags in HTML, but without `<` in the values of attributes, so that no text is read twice. The dashes of
# `<!-->` end a comment, as in `<!--[if !IE]><!-->`, and begin none.
TAG = lazy(
    r"<(?P<end>/?)(?P<name>[A-Za-z][A-Za-z0-9]*+(?::[A-Za-z]\w*+|-[a-z\d-]*+)?)"
    r"(?P<attributes>(?:\s++[A-Za-z_@:][^\s\"'<>/=]*+(?:\s*+=\s*+(?:\"[^\"<]*+\"|'[^'<]*+'|[^\s\"'<>=`]++))?)*+)\s*+(?P<alone>/?)>"
    r"|(?P<mark><!--(?!-?>)|-->|<!\[CDATA\[|\]\]>|<!(?i:doctype)\b[^<>]*+>|<\?xml\b[^<>?]*+\?>"
    r"|<!\[(?:if\b[^<>\[\]]*+|endif)\]>)"
)
_OPENING = frozenset("\"'“‘„«(`")
_CLOSING = frozenset("\"'”’“»)`")
_BEFORE_WORDS = _OPENING | set(" \t")
_BEHIND_WORDS = _CLOSING | set(" \t.,;:!?")
_SENTENCE_ENDS = frozenset('.!?…:;"”»)>')


class Tag(NamedTuple):
    """A tag at `[start, end)` of a line: the name of its element in small letters, whether it `closes` it, and whether
    it is markup whatever stands around it (`sure`).
    """

    start: int
    end: int
    name: str
    closes: bool = False
    sure: bool = False

    @property
    def parts(self) -> bool:
        """Whether what stands before it and behind it are two lines in a browser."""
        return self.name in BLOCKS or self.name in WHOLE

    @property
    def joins(self) -> bool:
        """Whether what stands before it and behind it may be one word."""
        return self.name in INLINE or not self.name


def find_tags(text: str) -> list[Edit]:
    """The markup of a line; between blocks, cells and pictures a space is left."""
    first, last = len(text) - len(text.lstrip()), len(text.rstrip())
    return [_edit(text, run, first, last) for run in _runs(text, markup(text))]


def part_blocks(text: str, settings: Normalize) -> str:
    """The text with a line end between blocks that stand in one line: records often have a whole story in one.

    `normalize` adds no lines, so this is done to the field of a record before it is read as lines.
    """
    if RULE in settings.off or not ("<" in text or "lt;" in text):
        return text
    ending = "\r\n" if "\r\n" in text else "\n"
    return "\n".join(_parted(line, ending, "html-entity" not in settings.off) for line in text.split("\n"))


def _parted(line: str, ending: str, decodes: bool) -> str:
    """A line with line ends between its blocks, whose tags may be written with entities."""
    entities = find_entities(line) if decodes else []
    decoded = apply(line, entities) if entities else line
    places = [0, *_undecoded(_breaks(decoded), entities), len(line)]
    return ending.join(line[start:end] for start, end in pairwise(places))


def _breaks(line: str) -> Iterator[int]:
    """Where a line is parted: between two stretches of text with a block's tag between them."""
    tags = markup(line)
    bounds = pairwise([(0, 0), *((tag.start, tag.end) for tag in tags), (len(line), len(line))])
    texts = [i for i, ((_, start), (end, _)) in enumerate(bounds) if line[start:end].strip()]
    for one, other in pairwise(texts):
        between = [tag for tag in tags[one:other] if tag.parts]
        if between:
            ends = [tag.end for tag in between if tag.closes or tag.name in VOID]
            yield ends[-1] if ends else between[0].start


def _undecoded(places: Iterable[int], entities: list[Edit]) -> Iterator[int]:
    """Where places of a decoded line, in order, stand in the line as it was; one within an entity before it."""
    gained = k = 0
    for place in places:
        while k < len(entities) and entities[k].start + gained + len(entities[k].after) <= place:
            gained += _gained(entities[k])
            k += 1
        yield min(place - gained, entities[k].start) if k < len(entities) else place - gained


def _gained(edit: Edit) -> int:
    """How many characters longer an edit makes a line."""
    return len(edit.after) - (edit.end - edit.start)


def markup(text: str) -> list[Tag]:
    """The tags of a line that mark it up, in order; comments, programs and style sheets as one with their content."""
    tags = list(_shown(text, list(read_tags(text))))
    found = [_is_markup(text, tag) for tag in tags]
    for opening, closing in _pairs(tags):
        found[opening] = found[closing] = found[opening] or found[closing]
    return [tag for tag, told in zip(tags, found, strict=True) if told]


def read_tags(text: str) -> Iterator[Tag]:
    """All tags of known elements, and what else HTML writes between angle brackets."""
    for found in TAG.finditer(text):
        if mark := found["mark"]:
            sure = mark not in ("<!--", "-->") or not _is_word(text, *found.span())
            yield Tag(*found.span(), mark if mark in _MARKS else "", sure=sure)
            continue
        name = found["name"] if found["name"].lower() in WHOLE else found["name"].lower()
        if name in _KNOWN or "-" in name or (":" in name and name.partition(":")[0] in PREFIXES):
            yield from _told(text, found, name)


def _told(text: str, found: re.Match[str], name: str) -> Iterator[Tag]:
    """The tag found of this element, if a text does not speak of it."""
    start, end = found.span()
    attributes, alone = found["attributes"], bool(found["alone"])
    sure = "=" in attributes
    if not sure and _is_quoted(text, start, end):
        return
    sure = sure or alone or name in VOID or (name in HIDDEN and not _is_word(text, start, end))
    if sure or (not attributes and ("-" not in name or found["end"])):  # `a <b and c> d`, `Dear <first-name>`
        yield Tag(start, end, "" if alone and name in HIDDEN else name, bool(found["end"]), sure)


def _is_quoted(text: str, start: int, end: int) -> bool:
    """Whether what stands there is in quotes by itself."""
    begins = start == 1 or (start > 1 and text[start - 2] in _BEFORE_WORDS)
    return begins and text[start - 1] in _OPENING and text[end : end + 1] in _CLOSING


def _is_word(text: str, start: int, end: int) -> bool:
    """Whether what stands there is a word within a sentence."""
    last = _last_before(text, start)
    within = bool(last) and last not in _SENTENCE_ENDS
    return within and text[start - 1].isspace() and text[end : end + 1] in _BEHIND_WORDS


def _shown(text: str, tags: list[Tag]) -> Iterator[Tag]:
    """The tags, what is hidden as one that joins what stands around it; that of which one end stands in another line is
    left (`spanning.py`).
    """
    closings = _closings(tags)
    written = len(text.rstrip("]> \t"))
    place, opened = 0, False
    while place < len(tags):
        tag = tags[place]
        closing = closings.get(place)
        if closing is not None and (tag.sure or tags[closing].sure or tag.name == "<!--"):
            place = closing
            yield Tag(tag.start, tags[place].end, "", sure=True)
        elif tag.name in ("<![CDATA[", "]]>"):
            opened |= tag.name == "<![CDATA["
            if opened or tag.start >= written:
                yield tag._replace(name="")
        elif tag.name not in _MARKS and tag.name not in HIDDEN:
            yield tag
        place += 1


def _closings(tags: list[Tag]) -> dict[int, int]:
    """What begins something hidden, and the next that ends it, by their places."""
    closings: dict[int, int] = {}
    following: dict[str, int] = {}
    for i in range(len(tags) - 1, -1, -1):
        name = tags[i].name
        if name not in ENDS or tags[i].closes:
            following[name] = i
        elif ENDS[name] in following:
            closings[i] = following[ENDS[name]]
    return closings


def _pairs(tags: list[Tag]) -> Iterator[tuple[int, int]]:
    """The opening tags of inline elements and those that close them, by their places."""
    opened: dict[str, list[int]] = {}
    for i, tag in enumerate(tags):
        if tag.name not in INLINE:
            continue
        if not tag.closes:
            opened.setdefault(tag.name, []).append(i)
        elif opened.get(tag.name):
            yield opened[tag.name].pop(), i


def _is_markup(text: str, tag: Tag) -> bool:
    """Whether a tag marks text up, by itself or by what stands beside it: text that it touches, for an opening one of
    an inline element behind it; or, for a block, the edge of a line or the end of a sentence.
    """
    before, behind = text[tag.start - 1 : tag.start], text[tag.end : tag.end + 1]
    touched = bool(before) and before not in _BEFORE_WORDS
    touches = bool(behind) and behind not in _BEHIND_WORDS
    if tag.sure or touches or (tag.closes and (touched or not (before and behind))):
        return True
    return tag.name not in INLINE and (not before or touched or _last_before(text, tag.start) in _SENTENCE_ENDS)


def _last_before(text: str, end: int) -> str:
    """The last character before a place that is no blank: that of a sentence or of a tag if one ends there."""
    while end and text[end - 1].isspace():
        end -= 1
    return text[end - 1 : end]


def _runs(text: str, tags: list[Tag]) -> Iterator[list[Tag]]:
    """The tags that nothing but blanks stands between, together."""
    run: list[Tag] = []
    for tag in tags:
        if run and text[run[-1].end : tag.start].strip():
            yield run
            run = []
        run.append(tag)
    if run:
        yield run


def _edit(text: str, run: list[Tag], first: int, last: int) -> Edit:
    """What becomes of some tags of a line with something written in `[first, last)`: at an edge of it they go with the
    blanks beside them.
    """
    start, end = run[0].start, run[-1].end
    if end == last:
        while start > first and text[start - 1].isspace():
            start -= 1
        return Edit(start, end, "", RULE)
    if start == first:
        while text[end].isspace():
            end += 1
        return Edit(start, end, "", RULE)
    joins = all(tag.joins for tag in run) and all(one.end == other.start for one, other in pairwise(run))
    beside = text[start - 1].isspace() or text[end].isspace()
    return Edit(start, end, "" if joins or beside else " ", RULE)
