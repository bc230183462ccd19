"""What an export layout is, and how it is read from its table: literal labels and patterns of whole lines, no code."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, NamedTuple

from clean.errors import UsageError

if TYPE_CHECKING:
    from clean.story import Story

# Patterns see whole lines of at most this many characters: furniture is short, and no pattern, whoever wrote it, can be
# made slow by a long line. The longest line of furniture seen is a ProQuest link of some 300.
MAX_LINE = 400

_WORDS = ("about", "values", "pivot", "other")
_PATTERNS = ("start", "end", "anchor", "cover", "furniture")
_LISTS = ("above", "below", "must")
_OWN_FLAGS = ("alone", "automatic", "dates", "headline_first", "labels_first")
_LABEL_FLAGS = ("columns", "ignore_case")
_LABELS = ("head", "inside", "tail")
_LINES = ("head_lines", "tail_lines")
KEYS = frozenset((*_WORDS, *_PATTERNS, *_LISTS, *_OWN_FLAGS, *_LABEL_FLAGS, *_LABELS, *_LINES, "needs"))
VALUES = ("line", "paragraph", "label")
_OR = "|"  # between labels of one meaning


class Label(NamedTuple):
    """What a printed label says: the field its value goes to (`""`: to none), and what may be asked of the value.

    `value` must match the whole value for the label to be one; groups of `parts` become fields of their own; a `block`
    may run over several paragraphs, up to the next label.
    """

    field: str
    value: re.Pattern[str] | None = None
    parts: re.Pattern[str] | None = None
    block: bool = False


OPENING = Label("body")  # of a line without a label, the end of which is text


class Found(NamedTuple):
    """A line of furniture: its fields, the label it has (if any), and where the label's value starts in the line."""

    fields: dict[str, str]
    label: Label | None = None
    at: int = 0


@dataclass(frozen=True, slots=True)
class Furniture:
    """The labels and the unlabelled lines of one part of a document (head, body, tail)."""

    labels: dict[str, Label]
    pattern: re.Pattern[str] | None
    lines: tuple[re.Pattern[str], ...] = ()
    line: re.Pattern[str] | None = None  # any of `lines`, to pass most lines with one look
    fold: bool = False
    initials: frozenset[str] = frozenset()  # what labels begin with, for the same reason

    def name(self, text: str) -> str:
        """The label that a stripped line begins with, as it is compared; the empty string for none."""
        found = self.find(text)
        spelled = text[: found.at].strip("*_ \t\xa0") if found and found.label else ""
        return _key(spelled.replace("\uff1a", ":"), self.fold)

    def find(self, text: str, bare: bool = False) -> Found | None:
        """The furniture that a stripped line is, or None. `bare`: labels without a colon stand alone on their line."""
        match = self.pattern.match(text) if self.pattern and text[:1] in self.initials else None
        if match:
            name = match["label"]
            label, value = self.labels.get(_key(name, self.fold)), text[match.end() :]
            alone = bare and value and not match["colon"]
            if label and not alone and (label.value is None or not value or label.value.fullmatch(value[:MAX_LINE])):
                parts = _groups(label.parts.match(value[:MAX_LINE]) if label.parts else None)
                whole = {label.field: value} if label.field or not parts else {}
                return Found({**whole, **parts}, label, match.end())
        if matches(self.line, text):
            for line in self.lines:
                if match := line.fullmatch(text):
                    return _found(match)
        return None


@dataclass(frozen=True, slots=True)
class Layout:
    """One export layout; the fields are the keys of its TOML, told in `docs/layouts.md`."""

    name: str
    about: str = ""
    start: re.Pattern[str] | None = None
    end: re.Pattern[str] | None = None
    anchor: re.Pattern[str] | None = None
    cover: re.Pattern[str] | None = None
    furniture: re.Pattern[str] | None = None
    other: re.Pattern[str] | None = None
    marker: re.Pattern[str] | None = None  # start, end, anchor or opener: the one pattern for every line
    above: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
    must: tuple[str, ...] = ()
    pivot: str = ""
    values: str = "line"
    needs: int = 2
    alone: bool = False
    automatic: bool = True
    dates: bool = False
    headline_first: bool = False
    labels_first: bool = False
    opener: str = ""  # the label that each document of a source has in its head, once that is known
    before: frozenset[str] = frozenset()  # labels that stand above it
    head: Furniture = field(default_factory=lambda: Furniture({}, None))
    inside: Furniture = field(default_factory=lambda: Furniture({}, None))
    tail: Furniture = field(default_factory=lambda: Furniture({}, None))
    labels_body: bool = False  # a label of the head opens the text
    tags: bool = False  # a document ends in a closing tag, as fields may: `<HL> Bridge opens </HL>`

    def starts(self, lines: list[str], first: int, last: int) -> list[int]:
        """The lines in `[first, last)` at which a document or trailer begins, from at most 64 lines around each."""
        from clean.news.layouts.starts import find_starts

        return find_starts(self, lines, first, last)

    def read(self, lines: list[str], marks: bytearray) -> Story | None:
        """One document's fields and marks; None when these lines are neither a document nor a cover of this layout."""
        from clean.news.layouts.reading import read

        return read(self, lines, marks)


def matches(pattern: re.Pattern[str] | None, text: str) -> bool:
    """Whether the pattern is the whole of this line, and the line is short enough to be furniture."""
    return pattern is not None and len(text) <= MAX_LINE and pattern.fullmatch(text) is not None


@cache
def built_in() -> Mapping[str, Layout]:
    """The layouts that come with the program, by name, in alphabetical order."""
    return {name: parse(name, table) for name, table in _tables().items()}


@cache
def _tables() -> dict[str, dict[str, Any]]:
    texts = {path.name: path.read_text("utf-8") for path in files(__package__).iterdir() if path.name.endswith(".toml")}
    return {name.removesuffix(".toml"): tomllib.loads(texts[name]) for name in sorted(texts)}


def marked_lines(texts: list[str]) -> list[int]:
    """Which of these stripped lines may be markers of built-in layouts; where none is, no layout need be read.

    All markers are looked for in the whole text at once: 2 ms a MB, 13 when each line is held against each marker.
    """
    # Of blank lines one after another no more than one, for the search takes 3 µs at each.
    places = [line for line, (above, text) in enumerate(zip(["x", *texts], texts, strict=False)) if text or above]
    joined = "\n".join(["", *map(texts.__getitem__, places), ""])
    found: list[int] = []
    place, line = 0, -1
    while match := _any_marker().search(joined, place):
        line += 1 + joined.count("\n", place, match.start())
        found.append(places[line])
        place = match.start() + 1
    return found


@cache
def _any_marker() -> re.Pattern[str]:
    """What is between two line feeds where a marker is; some of what runs over several lines matches as well."""
    markers = [line for name, table in _tables().items() for line in _markers(table, name)]
    return re.compile(rf"\n(?:{_either(markers)})(?=\n)")


def _markers(table: Mapping[str, Any], where: str) -> list[str]:
    return [line for key in ("start", "end", "anchor") for line in _strings(table, key, where)]


def parse(name: str, table: Mapping[str, Any]) -> Layout:
    """The layout of a table; UsageError when the table has a key, a type or a pattern that cannot be."""
    where = f"layout {name}"
    for key in table:
        if key not in KEYS:
            raise UsageError("unknown setting", f"{where}: {key}", hint=f"known are {', '.join(sorted(KEYS))}")
    values: dict[str, Any] = {key: _typed(table, key, str, "text", where) for key in _WORDS if key in table}
    values |= {key: _typed(table, key, bool, "true or false", where) for key in _OWN_FLAGS if key in table}
    values |= {key: tuple(_strings(table, key, where)) for key in _LISTS if key in table}
    values |= {key: _any_of(_strings(table, key, where), f"{where}: {key}") for key in _PATTERNS if key in table}
    if table.get("values", "line") not in VALUES:
        raise UsageError("wrong setting", f"{where}: values", f"it must be one of {', '.join(VALUES)}")
    if "needs" in table:
        values["needs"] = _typed(table, "needs", int, "a number", where)
    if "other" in table:
        values["other"] = _compile(table["other"], f"{where}: other")
    markers = _markers(table, where)
    if not markers and not values.get("labels_first"):
        raise UsageError(
            "wrong setting", where, "it has neither start, end nor anchor", hint="how do its documents begin?"
        )
    values |= {part: _furniture(table, part, where) for part in _LABELS}
    labels_body = _opens_text(values["head"])
    tags = any(line.startswith("</") for line in _strings(table, "end", where))
    marker = _any_of(markers, where) if markers else None
    return Layout(name, **values, marker=marker, labels_body=labels_body, tags=tags)


def _opens_text(head: Furniture) -> bool:
    """Whether a label of the head, or a group of an unlabelled line, opens the text."""
    return any(label.field == "body" for label in head.labels.values()) or any(
        "body" in line.groupindex for line in head.lines
    )


def _furniture(table: Mapping[str, Any], part: str, where: str) -> Furniture:
    columns, fold = (key in table and _typed(table, key, bool, "true or false", where) for key in _LABEL_FLAGS)
    shared = _typed(table, part, dict, "a table of labels", where) if part in table else {}
    entries = {text: value for together, value in shared.items() for text in together.split(_OR)}
    labels = {_key(text, fold): _label(value, f"{where}: {part}.{text}") for text, value in entries.items()}
    spelled = _strings(table, f"{part}_lines", where)
    lines = tuple(_compile(line, f"{where}: {part}_lines") for line in spelled)
    line = _any_of(spelled, f"{where}: {part}_lines") if spelled else None
    firsts = "".join(text[:1] for text in entries)
    initials = frozenset(firsts.lower() + firsts.upper() + "*_" if fold else firsts)
    return Furniture(labels, _label_pattern(entries, columns, fold), lines, line, fold, initials)


def _key(text: str, fold: bool) -> str:
    bare = text.removesuffix(":").rstrip()
    # A pattern without regard to case takes the two letters I of Turkish for one.
    return bare.replace("İ", "i").replace("ı", "i").casefold() if fold else bare


def _label_pattern(entries: Mapping[str, Any], columns: bool, fold: bool) -> re.Pattern[str] | None:
    """One pattern for all labels, the longest first; a label without a colon ends its line, or (columns) its word; of
    tags, which end themselves, neither.
    """
    if not entries:
        return None
    spelled = sorted(entries, key=lambda text: (-len(text), text))
    colon = "|".join(re.escape(_key(text, False)) for text in spelled if text.endswith(":"))
    tags = [text for text in spelled if text.endswith(">") and not columns]
    bare = "|".join(re.escape(text) for text in spelled if not text.endswith(":") and text not in tags)
    after = r"(?:\s+|\Z)" if columns else r"\Z"
    # French typography has a blank before the colon, often a no-break one.
    forms = [rf"(?:{colon})(?=\s?[:\uFF1A])" if colon else "", rf"(?:{bare})(?={after})" if bare else ""]
    forms += map(re.escape, tags)
    bold = r"(?:\*\*|__)?" if fold else ""  # `**Title:** Bridge opens`
    pattern = rf"{bold}(?P<label>{'|'.join(filter(None, forms))})(?:(?P<colon>\s?[:\uFF1A]){bold}\s*|\s+|\Z|(?<=>))"
    return re.compile(pattern, re.IGNORECASE if fold else 0)


def _label(value: object, where: str) -> Label:
    if isinstance(value, str):
        return Label(value)
    if not isinstance(value, Mapping) or not set(value) <= {"field", "value", "parts", "block"}:
        raise UsageError("wrong setting", where, "a label is a field's name or a table of field, value, parts, block")
    patterns = {key: _compile(value[key], where) for key in ("value", "parts") if key in value}
    return Label(str(value.get("field", "")), block=bool(value.get("block", False)), **patterns)


def _found(match: re.Match[str]) -> Found:
    """What a line without a label says; a group `body` opens the text, as a label of that field does."""
    fields = _groups(match)
    return Found(fields, OPENING, match.start("body")) if "body" in fields else Found(fields)


def _groups(match: re.Match[str] | None) -> dict[str, str]:
    return {key: value.strip() for key, value in match.groupdict().items() if value} if match else {}


def _any_of(lines: list[str], where: str) -> re.Pattern[str]:
    """One pattern for several; group names, which two of them may share, are kept only where there is one."""
    for line in lines:
        _compile(line, where)
    if len(lines) == 1:
        return _compile(lines[0], where)
    return _compile(_either(lines), where)


def _either(lines: list[str]) -> str:
    """The expression of several, without the names of groups."""
    return "|".join(f"(?:{re.sub(r'[(][?]P<[a-zA-Z_0-9]+>', '(?:', line)})" for line in lines)


def _compile(pattern: object, where: str) -> re.Pattern[str]:
    if not isinstance(pattern, str):
        raise UsageError("wrong setting", where, "a pattern must be text")
    try:
        return re.compile(pattern)
    except re.error as error:
        raise UsageError("wrong pattern", where, str(error)) from error


def _strings(table: Mapping[str, Any], key: str, where: str) -> list[str]:
    value = table.get(key, [])
    found = [value] if isinstance(value, str) else value
    if not isinstance(found, list) or not all(isinstance(item, str) for item in found):
        raise UsageError("wrong setting", f"{where}: {key}", "it must be text or a list of texts")
    return found


def _typed(table: Mapping[str, Any], key: str, kind: type, what: str, where: str) -> Any:
    if not isinstance(table[key], kind):
        raise UsageError("wrong setting", f"{where}: {key}", f"it must be {what}")
    return table[key]
