"""A JSONL or CSV file, examined: the fields of each record, and where in the file their characters stand."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain, islice
from typing import Any, NamedTuple

from clean.article import Article
from clean.audit.frame import Frame
from clean.check.finding import Found
from clean.check.messages import message
from clean.check.texts import Text
from clean.document import Document
from clean.flow.assemble import assemble
from clean.flow.records import Given, given_fields, holder_of, place, read_all
from clean.flow.work import repair_fields
from clean.settings import Fields, Settings
from clean.sources.dialect import NO_TABLE, Dialect, dialect_of
from clean.sources.encodings import Encoding
from clean.sources.records import (
    Problem,
    Record,
    Table,
    read_csv,
    read_header,
    read_jsonl,
    record_blocks,
)


class Literal(NamedTuple):
    """A string as it stands in a record: `[start, end)` in the record's characters, quotes included if it has any."""

    start: int
    end: int


@dataclass(slots=True)
class Value:
    """A text field of a record and what the stages find in it."""

    name: str
    text: Text
    content: str


@dataclass(slots=True)
class Parsed:
    """A record with the fields that are looked at; `problem` says why there are none."""

    record: Record
    values: list[Value]
    articles: list[Article]
    problem: Problem | None = None


@dataclass(slots=True)
class RecordFile:
    """The records of a file in order, the header of a table aside."""

    parsed: list[Parsed]
    frame: Frame
    table: Table | None
    header: Record | None

    @classmethod
    def read(cls, data: bytes, encoding: Encoding, frame: Frame, settings: Settings) -> RecordFile:
        """Read all records of a file."""
        dialect = dialect_of(frame.format, data, encoding)
        blocks = record_blocks(iter([data[len(encoding.bom) :]]), encoding, dialect)
        table, header = None, None
        if dialect.delimiter and (first := next(blocks, None)):
            table, header = read_header(first, dialect, encoding)
            blocks = chain([first.without(header.raw, header.last_line) if header else first], blocks)
        parsed = [
            parse(record, settings)
            for block in blocks
            for record in (read_csv(block, table) if table else read_jsonl(block, encoding))
        ]
        return cls(parsed, frame, table, header)

    def articles(self) -> list[Article]:
        """The articles of all records."""
        return [article for parsed in self.parsed for article in parsed.articles]

    def found(self) -> Iterator[Found]:
        """All that the rules found, in no order."""
        for parsed in self.parsed:
            record = parsed.record
            if parsed.problem is not None:
                line = record.first_line - 1
                text = record.raw.decode(self.frame.encoding, "replace")
                yield Found(line, 0, "set-aside", message("set-aside", parsed.problem.why), record.last_line - 1, text)
            found = [(value, one) for value in parsed.values for one in value.text.found()]
            if found:
                yield from self._placed(record, found)

    def _placed(self, record: Record, found: list[tuple[Value, Found]]) -> Iterator[Found]:
        """The findings in values, with their places in the file."""
        raw = record.raw.decode(self.frame.encoding)
        dialect = self.table.dialect if self.table else NO_TABLE
        literals = literals_of(raw, self.table, {value.name for value, _ in found})
        where = Whereabouts(raw, literals, shapes_of(dialect))
        for value, one in found:
            if one.rule == "final-newline":
                continue  # a string ends where it ends
            line, char = where.place(value, one.line, one.char)
            last = max(line, where.place(value, one.last, 0)[0])
            first = record.first_line - 1
            yield one._replace(line=first + line, char=char, last=first + last)


def parse(record: Record, settings: Settings) -> Parsed:
    """Read a record's fields and its text's stories."""
    if record.fields is None:
        return Parsed(record, [], [], record.problem)
    given, missing = given_fields(record.fields, settings.fields)
    if problem := record.problem or missing:
        return Parsed(record, [], [], problem)
    values = _field_values(dict(record.fields), settings)
    if "normalize" not in settings.skip:
        repair_fields(given, settings.normalize)
    document, stories, frame, _ = read_all([given], settings)[0]
    values.append(Value(settings.fields.text, Text(document, stories, frame), given.text))
    return Parsed(record, values, articles_of(given, record, values[-1].text))


def articles_of(given: Given, record: Record, text: Text) -> list[Article]:
    """The articles of a record."""
    made = (assemble(text.document, *story, text.frame)[0] for story in text.stories)
    articles = [article for article in made if article is not None] or [Article((0, 0), (0, 0))]
    for number, article in enumerate(articles, 1):
        place(article, given, record, alone=len(articles) == 1)
        article.part = number
    return articles


def _field_values(fields: dict[str, Any], settings: Settings) -> list[Value]:
    """The other fields that a record's article gets, each as a text of one line."""
    if "normalize" in settings.skip:
        return []
    from clean.stages.normalize import normalize

    values: list[Value] = []
    for name in _used(fields, settings.fields):
        holder, inner = holder_of(fields, name)
        content = holder[inner]
        if not LINE_END.search(content):
            document = Document([content], [0, len(content)])
            normalize(document, settings.normalize)
            values.append(Value(name, Text(document, [], Frame("", "utf-8", "\n")), content))
    return values


def _used(fields: dict[str, Any], names: Fields) -> Iterator[str]:
    """The names of the fields that say what headline, byline, dateline and agency are."""
    for each in (names.headline, names.byline, names.dateline, names.agency):
        yield from islice((name for name in each if _says_something(*holder_of(fields, name))), 1)


def _says_something(fields: dict[str, Any], name: str) -> bool:
    return isinstance(fields.get(name), str) and fields[name] != ""


class Whereabouts:
    """Where the characters of a record's values stand in the record."""

    def __init__(self, raw: str, literals: dict[str, Literal], shapes: Shapes) -> None:
        self._raw = raw
        self._literals = literals
        self._shapes = shapes
        self._characters: dict[str, list[int]] = {}
        self._lines: dict[str, list[int]] = {}
        self._starts = [0, *(end.end() for end in LINE_END.finditer(raw))]

    def place(self, value: Value, line: int, char: int) -> tuple[int, int]:
        """Line and character in the record, from 0, of a place in a value; the first where the value is not found."""
        literal = self._literals.get(value.name)
        if literal is None:
            return 0, 0
        if value.name not in self._characters:
            self._characters[value.name] = characters(self._raw[literal.start : literal.end], self._shapes)
            self._lines[value.name] = [0, *(end.end() for end in LINE_END.finditer(value.content))]
        places, lines = self._characters[value.name], self._lines[value.name]
        at = min(lines[min(line, len(lines) - 1)] + char, len(places) - 1)
        offset = literal.start + places[at]
        number = bisect_right(self._starts, offset) - 1
        return number, offset - self._starts[number]


LINE_END = re.compile(r"\r\n?|\n")
JSON_CHARACTER = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.|[^\\]", re.DOTALL
)


class Shapes(NamedTuple):
    """How a value is written: a character of it in quotes, and one without; a value in quotes, and one without.

    A string of JSON is always in quotes: any is `quoted`.
    """

    quoted_character: re.Pattern[str]
    character: re.Pattern[str]
    quoted: re.Pattern[str]
    plain: re.Pattern[str]


@cache
def shapes_of(dialect: Dialect) -> Shapes:
    """How the values of a table of this dialect are written, or the strings of JSON."""
    if dialect == NO_TABLE:
        return Shapes(JSON_CHARACTER, JSON_CHARACTER, re.compile(""), re.compile(""))
    delimiter = re.escape(dialect.delimiter)
    if not dialect.quotes:
        character = re.compile(".", re.DOTALL)
        return Shapes(character, character, re.compile("(?!)"), re.compile(f"[^{delimiter}\\r\\n]*+"))
    if not dialect.escape:
        return Shapes(
            re.compile('""|[^"]'),
            re.compile(".", re.DOTALL),
            re.compile('"(?:[^"]++|"")*+"'),
            re.compile(f"[^{delimiter}\\r\\n]*+"),
        )
    return Shapes(
        re.compile(r'""|\\.|[^"\\]', re.DOTALL),
        re.compile(r"\\.|.", re.DOTALL),
        re.compile(r'"(?:[^"\\]++|""|\\.)*+"', re.DOTALL),
        re.compile(rf"(?:[^{delimiter}\\\r\n]|\\.)*+", re.DOTALL),
    )


def characters(literal: str, shapes: Shapes) -> list[int]:
    """Where in a literal each of its value's characters stands, and at last where it ends."""
    if shapes.quoted.match(literal):
        shape, start, end = shapes.quoted_character, 1, len(literal) - 1
    else:
        shape, start, end = shapes.character, 0, len(literal)
    return [*(found.start() for found in shape.finditer(literal, start, end)), end]


def literals_of(raw: str, table: Table | None, names: Iterable[str]) -> dict[str, Literal]:
    """Where a record's strings stand in it, by the names of their fields; within its objects those of these `names`."""
    return _csv_literals(raw, table) if table else _json_literals(raw, names)


def _json_literals(raw: str, names: Iterable[str], at: int = 0) -> dict[str, Literal]:
    decoder = json.JSONDecoder()
    found: dict[str, Literal] = {}
    nested: dict[str, Literal] = {}
    at = _skip(raw, _skip(raw, at) + 1)
    while raw[at : at + 1] == '"':
        name, at = decoder.raw_decode(raw, at)
        start = _skip(raw, _skip(raw, at) + 1)
        value, end = decoder.raw_decode(raw, start)
        found.pop(name, None)  # of two fields of one name the last counts
        if isinstance(value, str):
            found[name] = Literal(start, end)
        elif isinstance(value, dict) and (inner := _within(name, names)):
            nested |= {f"{name}.{key}": literal for key, literal in _json_literals(raw, inner, start).items()}
        at = _skip(raw, end)
        if raw[at : at + 1] != ",":
            break
        at = _skip(raw, at + 1)
    return nested | found  # a field of that very name comes first


def _within(outer: str, names: Iterable[str]) -> list[str]:
    """What is named within the field `outer`."""
    return [name.removeprefix(f"{outer}.") for name in names if name.startswith(f"{outer}.")]


def _skip(raw: str, at: int) -> int:
    """The next place where no white space stands."""
    while raw[at : at + 1] in (" ", "\t", "\n", "\r"):
        at += 1
    return at


def _csv_literals(raw: str, table: Table) -> dict[str, Literal]:
    shapes = shapes_of(table.dialect)
    found: dict[str, Literal] = {}
    at = 0
    for name in table.columns:
        value = shapes.quoted.match(raw, at) or shapes.plain.match(raw, at)
        start, at = value.span() if value else (at, at)
        found[name] = Literal(start, at)
        at += 1
    return found
