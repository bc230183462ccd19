"""Records that cannot be read: why, and what would help."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from clean.errors import DataError
from clean.settings import Read
from clean.sources.records import Fault, Problem, Record

NAMED = 8
"""Fields of a record that a hint names, at most."""
NAME_LENGTH = 30
"""Characters of a name that a hint shows: where a table has no header, its first texts stand there."""

DEEP = 3
"""Objects within objects that a hint looks into: newspapers' interfaces have two (`response.fields.body`)."""

OUTPUTS = (
    (frozenset(("clean", "audit_sha256")), "audit"),  # its first line
    (frozenset(("source", "start_byte", "rule")), "audit"),  # a change, or a list of boundaries
    (frozenset(("source", "start_byte", "raw_base64")), "quarantine"),
)
"""Fields that all records of a run's outputs have which hold no articles, and what these are."""


def too_long(name: str, settings: Read) -> DataError:
    """What is raised for a source with a line, or a record, that is longer than may be."""
    why = f"a line or a record has more than {settings.max_line:,} bytes"
    hint = "perhaps a quote is not closed; raise `max_line` in the settings if the file is trusted"
    return DataError("broken input", name, why, hint)


def hint_for(record: Record, problem: Problem) -> str:
    """What would have records like this one read, where that can be told; "" elsewhere."""
    if problem.kind is Fault.TEXT:
        return _leave_out(record.fields or {}) or _name_the_text(record.fields or {})
    if problem.kind is Fault.UTF8:
        return "if that is no damage, --encoding NAME tells what the file is in"
    if problem.kind is Fault.JSON and record.raw.strip() in (b"[", b"{"):  # the first line of several
        return "one object a line is read; jq -c '.[]' FILE > FILE.jsonl makes lines of an array, jq -c '.' of objects"
    return ""


def _leave_out(fields: Mapping[str, Any]) -> str:
    """That this is an output of another run, if it is."""
    what = next((what for names, what in OUTPUTS if names <= fields.keys()), "")
    return what and f"that is the {what} of another run, and holds no articles: leave it out of what is read"


def _name_the_text(fields: Mapping[str, Any]) -> str:
    """How to name the field that holds the text: the longest, most likely."""
    inner = dict(_inner(fields))
    texts = [name for name, value in inner.items() if isinstance(value, str) or is_paragraphs(value)]
    longest = max(texts, key=lambda name: sum(map(len, inner[name])), default="NAME")
    told = f"in clean.toml, [fields] text = {_short(longest)} names the field that holds the text"
    names = ", ".join(map(_short, [*inner][:NAMED])) + (", …" if len(inner) > NAMED else "")
    return f"{told}; here are {names}" if fields else told


def is_paragraphs(value: Any) -> bool:
    """Whether a value is a list of paragraphs."""
    return isinstance(value, list) and all(isinstance(paragraph, str) for paragraph in value)


def _inner(fields: Mapping[str, Any], deep: int = DEEP) -> Iterator[tuple[str, Any]]:
    """The fields, instead of an object those within it by names with dots."""
    for name, value in fields.items():
        if isinstance(value, dict) and value and deep:
            yield from ((f"{name}.{inner}", each) for inner, each in _inner(value, deep - 1))
        else:
            yield name, value


def _short(name: str) -> str:
    return f'"{name[:NAME_LENGTH]}{"…" if len(name) > NAME_LENGTH else ""}"'
