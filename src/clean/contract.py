"""What `clean run` writes (`docs/output.md`): the one place that has the keys of its objects, in their order, and the
types of their values; and what is wrong with a value that is none of them.
"""

from __future__ import annotations

from typing import Any, TypedDict, get_origin, get_type_hints, is_typeddict

from clean.audit.facts import Facts


class Span(TypedDict):
    """Where an article stands: lines from 1, inclusive; bytes half-open; `part` of its record."""

    start_line: int
    end_line: int
    start_byte: int
    end_byte: int
    part: int


class Duplicate(TypedDict):
    """A removed article, as the one that stands for it names it."""

    id: str
    source: str
    start_line: int
    end_line: int
    part: int
    relation: str
    similarity: float


class Row(TypedDict):
    """An article, as a line of OUT has it."""

    id: str
    headline: str
    text: str
    byline: str
    dateline: str
    agency: str
    date: str
    highlights: list[str]
    source: str
    span: Span
    duplicates: list[Duplicate]
    metadata: dict[str, Any]


class Header(TypedDict):
    """The first line of an audit: of which run it is, the files beside it, and what was read."""

    clean: str
    settings: str
    out_sha256: str
    quarantine_sha256: str
    manifest: bool
    audit_sha256: str
    sources: list[Facts]


class Aside(TypedDict):
    """What could not be read, as a line of the quarantine file has it."""

    source: str
    start_byte: int
    end_byte: int
    line: int
    error: str
    raw_base64: str


def shape(kind: type) -> dict[str, type]:
    """The keys of a kind of object, in order, and what type each value has when it is read.

    >>> shape(Span)["part"], shape(Row)["highlights"], shape(Row)["span"]
    (<class 'int'>, <class 'list'>, <class 'dict'>)
    """
    hints = get_type_hints(kind)
    return {key: dict if is_typeddict(hint) else get_origin(hint) or hint for key, hint in hints.items()}


ROW, SPAN, DUPLICATE = shape(Row), shape(Span), shape(Duplicate)
HEADER, FACTS, ASIDE = shape(Header), shape(Facts), shape(Aside)


def flaw(value: object, shape: dict[str, type]) -> str:
    """What is wrong with an object that should have just these keys, in this order, with values of these types.

    >>> flaw({"name": 3}, {"name": str}), flaw({"name": "a"}, {"name": str})
    ('name is no str', '')
    """
    if not isinstance(value, dict):
        return "not an object"
    if list(value) != list(shape):
        odd = [str(key) for key in [*shape, *value] if key not in shape or key not in value]
        return f"keys missing or unknown: {', '.join(odd)}" if odd else "the keys are in another order"
    return next((f"{key} is no {kind.__name__}" for key, kind in shape.items() if type(value[key]) is not kind), "")


def row_flaw(row: object) -> str:
    """What is wrong with a row of OUT; "" if nothing is."""
    if not isinstance(row, dict) or (wrong := flaw(row, ROW)):
        return flaw(row, ROW)
    if wrong := flaw(row["span"], SPAN):
        return f"span: {wrong}"
    if not all(isinstance(highlight, str) for highlight in row["highlights"]):
        return "highlights: not all are strings"
    return next((f"duplicates: {wrong}" for twin in row["duplicates"] if (wrong := flaw(twin, DUPLICATE))), "")


def header_flaw(header: object) -> str:
    """What is wrong with the first line of an audit; "" if nothing is."""
    if not isinstance(header, dict) or (wrong := flaw(header, HEADER)):
        return flaw(header, HEADER)
    return next((f"sources: {wrong}" for facts in header["sources"] if (wrong := flaw(facts, FACTS))), "")


def aside_flaw(row: object) -> str:
    """What is wrong with a row of a quarantine file; "" if nothing is."""
    return flaw(row, ASIDE)
