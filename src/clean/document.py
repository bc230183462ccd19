"""The document: some consecutive lines of one record, as columns, with a mark on every line and audited edits in them.

Lines are cut from the bytes once and keep their byte span for ever. Stages change the text of a line through
`Document.change`, which keeps what stood there, and say what a line is by its mark; no stage deletes a line.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import IntEnum
from operator import itemgetter
from typing import Any, NamedTuple, TypeVar

CONTEXT = 176
"""Lines before and after a gap that may decide about it: `split` looks 120 away, sixty paragraphs with blank lines
between, and what a line's mark is may hang on lines 48 further on (titles below a label, with blank lines between).
"""

SPANNED = 64
"""Lines over which markup may reach that is taken out (a comment, a style sheet): beyond, its end may be another's, and
text would be lost.
"""

AROUND = CONTEXT + SPANNED
"""Lines around a block that are read with it, so that what its context says hangs on no block end."""

VECTOR = 1 << 18
"""Bytes of a block from which it pays to load numpy, and to ask all of them at once what is asked of lines."""


Value = TypeVar("Value")


class Mark(IntEnum):
    """The fate of a line."""

    BODY = 0
    BLANK = 1
    SEPARATOR = 2
    BOILERPLATE = 3
    HEADLINE = 4
    DUPLICATE_HEADLINE = 5
    BYLINE = 6
    DATE = 7
    DATELINE = 8
    HIGHLIGHT = 9
    METADATA = 10  # a line of an export layout whose value went into `metadata`
    EMPTIED = 11  # a line of which nothing is left, beside a blank one: markup, which parts nothing


BLANKS = bytes((Mark.BLANK, Mark.EMPTIED))
"""The marks of lines without text."""

BODY = int(Mark.BODY)
"""The mark of a line of text as `marks` has it, for loops over lines: a member of `Mark` takes three times as long."""


class Edit(NamedTuple):
    """`[start, end)` of a line's characters as decoded became `after`, because of `rule`.

    `also` names the further rules that had a part in it.
    """

    start: int
    end: int
    after: str
    rule: str
    also: tuple[str, ...] = ()


@dataclass(slots=True)
class Document:
    """Lines of one record. `lines[i]` stands in the source at bytes `[offsets[i], offsets[i + 1])`, ending included.

    Sparse columns hold what few lines have: `originals` the text of a changed line as it was decoded, `edits` what
    was changed in it (in order, disjoint, in characters of the original), `raw` the bytes of a line that the source's
    encoding cannot give back, `endings` a line ending other than the source's (`b""` for a last line without one),
    `rules` the rule by which a line is not body. `utf8` are the lines as they were read, parted by line feeds, where
    reading has them so; else it is empty.
    """

    lines: list[str]
    offsets: list[int]
    first_line: int = 1
    marks: bytearray = field(default_factory=bytearray)
    rules: dict[int, str] = field(default_factory=dict)
    originals: dict[int, str] = field(default_factory=dict)
    edits: dict[int, list[Edit]] = field(default_factory=dict)
    raw: dict[int, bytes] = field(default_factory=dict)
    endings: dict[int, bytes] = field(default_factory=dict)
    utf8: bytes = field(default=b"", kw_only=True)

    def __post_init__(self) -> None:
        if not self.marks:
            self.marks = bytearray(len(self.lines))

    def __len__(self) -> int:
        return len(self.lines)

    def change(self, line: int, edits: list[Edit]) -> None:
        """Make edits (in order, disjoint, in characters of the line as it now stands) in a line, and record them."""
        if not edits:
            return
        text = self.lines[line]
        self.originals.setdefault(line, text)
        known = self.edits.get(line)
        self.edits[line] = compose(known, edits, text) if known else edits
        self.lines[line] = apply(text, edits)

    def take_out(self, lines: Iterable[int], rule: str) -> None:
        """Have lines leave the text by a rule."""
        for line in lines:
            self.marks[line], self.rules[line] = Mark.BOILERPLATE, rule

    def put_back(self, lines: Iterable[int]) -> None:
        """Have lines that a rule took out be text again."""
        for line in lines:
            self.marks[line] = BODY
            self.rules.pop(line, None)

    def part(self, first: int, last: int) -> Document:
        """Lines `[first, last)` as a document of their own."""
        return Document(
            self.lines[first:last],
            self.offsets[first : last + 1],
            self.first_line + first,
            self.marks[first:last],
            *(moved(column, first, last) for column in self._sparse()),
        )

    def append(self, other: Document) -> None:
        """Add the lines of the document that follows this one in the source."""
        size = len(self)
        self.lines += other.lines
        self.offsets[size:] = other.offsets
        self.marks += other.marks
        for column, more in zip(self._sparse(), other._sparse(), strict=True):
            column.update((line + size, value) for line, value in more.items())

    def _sparse(self) -> tuple[dict[int, Any], ...]:
        return self.rules, self.originals, self.edits, self.raw, self.endings


def moved(column: dict[int, Value], first: int, last: int) -> dict[int, Value]:
    """What a sparse column holds of lines `[first, last)`, counted from the first of these."""
    if len(column) < last - first:
        return {line - first: value for line, value in column.items() if first <= line < last}
    return {line - first: column[line] for line in range(first, last) if line in column}


def apply(text: str, edits: list[Edit]) -> str:
    """The text after its edits."""
    parts: list[str] = []
    place = 0
    for edit in edits:
        parts += text[place : edit.start], edit.after
        place = edit.end
    parts.append(text[place:])
    return "".join(parts)


def compose(first: list[Edit], second: list[Edit], middle: str) -> list[Edit]:
    """The edits that do at once what `first` and then `second` do; those that meet become one, of the earlier rule.

    `middle` is the text between the two: `second` counts in its characters, the result, like `first`, in those of the
    text before.
    """
    shift = 0  # how much longer `middle` is than the text before, up to where we are
    spans: list[tuple[int, int, int, Edit]] = []  # start and end in `middle`, 0 for first and 1 for second
    for edit in first:
        start = edit.start + shift
        spans.append((start, start + len(edit.after), 0, edit))
        shift += len(edit.after) - (edit.end - edit.start)
    spans += ((edit.start, edit.end, 1, edit) for edit in second)
    spans.sort(key=lambda span: span[:3])
    composed: list[Edit] = []
    shift = place = 0
    while place < len(spans):
        start, end = spans[place][:2]
        stop = place
        while stop < len(spans) and spans[stop][0] <= end:
            end = max(end, spans[stop][1])
            stop += 1
        group = spans[place:stop]
        before = shift
        shift += sum(len(edit.after) - (edit.end - edit.start) for *_, later, edit in group if not later)
        late = [edit._replace(start=edit.start - start, end=edit.end - start) for *_, later, edit in group if later]
        rule, *also = dict.fromkeys(
            rule for *_, edit in sorted(group, key=itemgetter(2)) for rule in (edit.rule, *edit.also)
        )
        composed.append(Edit(start - before, end - shift, apply(middle[start:end], late), rule, tuple(also)))
        place = stop
    return composed
