"""The proof that nothing is lost: the sources' bytes from OUT and its audit.

Both are in the order of the sources and of their bytes, so no more is held than a row with its changes.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

import orjson

from clean.article import Article
from clean.audit.change import Change
from clean.audit.cuts import is_boundary
from clean.audit.facts import Facts
from clean.audit.frame import Frame
from clean.audit.patch import DAMAGED, WHOLE, as_bytes, restore_article
from clean.contract import header_flaw, row_flaw
from clean.errors import DataError, OutputError
from clean.proof.rows import file_lines, out_lines, require_files
from clean.rules import STAGE_OF
from clean.sinks.atomic import Outputs
from clean.sinks.forms import whole_of
from clean.sources.find import plain_name, shown


def restore(out: Path, audit: Path, to: Path) -> list[str]:
    """Write every source of a run below folder `to` again, byte for byte; gives their names.

    Raises DataError when OUT and the audit do not belong together or are damaged, OutputError for a name that would
    lead out of the folder.
    """
    header, told = read_audit(audit)
    rows, changes = Sourced(read_out(out, header.out_sha256)), Sourced(told)
    names = []
    with Outputs() as outputs:
        for facts in header.sources:
            path = _below(to, plain_name(facts.name))
            outputs.make_folder(path.parent)
            file = outputs.open(path)
            digest = hashlib.sha256()
            for piece in pieces(facts, rows.of(facts.name), changes.of(facts.name)):
                digest.update(piece)
                file.write(piece)
            file.release()
            if digest.hexdigest() != facts.sha256:
                raise DataError("cannot restore", facts.name, "what comes out is not what was read", hint=DAMAGED)
            names.append(plain_name(facts.name))
        for path, left in ((out, rows), (audit, changes)):
            if left.source is not None:
                why = f"what it has of {left.source} is not in its place"
                raise DataError("cannot restore", shown(path), why, hint=DAMAGED)
        outputs.publish()
    return names


Item = TypeVar("Item")


class Sourced(Generic[Item]):
    """The items of one source after the other; `source` is that of the next, None where there are no more."""

    def __init__(self, items: Iterator[tuple[str, Item]]) -> None:
        self._items = items
        self._next = next(items, None)

    @property
    def source(self) -> str | None:
        return self._next[0] if self._next is not None else None

    def of(self, source: str) -> Iterator[Item]:
        """The next items, as long as they are of this source."""
        while self._next is not None and self._next[0] == source:
            item, self._next = self._next[1], next(self._items, None)
            yield item


def pieces(facts: Facts, rows: Iterable[Article], changes: Iterable[Change]) -> Iterator[bytes]:
    """A source's bytes in order, from its rows and changes in order; DataError for gaps, overlaps and damage."""
    try:
        yield from _pieces(facts, rows, changes)
    except (LookupError, ValueError) as error:  # no such encoding (a NUL in its name), or text that is not in it
        raise DataError("cannot restore", facts.name, str(error), hint=DAMAGED) from error


def _pieces(facts: Facts, rows: Iterable[Article], changes: Iterable[Change]) -> Iterator[bytes]:
    frame = Frame(facts.name, facts.encoding, facts.line_ending, facts.format)
    following = iter(changes)
    change = next(following, None)
    place = 0
    for article in rows if facts.encoding != "binary" else ():
        while change is not None and change.start_byte < article.span_bytes[0]:
            place = yield from _outside(facts, place, change)
            change = next(following, None)
        while change is not None and _is_inside(change, article):
            article.changes.append(change)
            change = next(following, None)
        if facts.format != "txt" and place == article.span_bytes[1]:
            continue  # a record of several stories stands whole in the audit
        place = _follow(facts, place, *article.span_bytes)
        yield restore_article(article, frame)
    while change is not None:
        place = yield from _outside(facts, place, change)
        change = next(following, None)
    _follow(facts, place, facts.bytes, facts.bytes)


def _is_inside(change: Change, article: Article) -> bool:
    """Whether a change that does not begin before an article is one of its own; that at a last line's end is."""
    return change.end_line <= article.span_lines[1] and change.end_byte <= article.span_bytes[1]


def _outside(facts: Facts, place: int, change: Change) -> Generator[bytes, None, int]:
    """What stood where a change is that lies in no article, and where it ends."""
    if facts.format != "txt" and change.rule not in WHOLE and STAGE_OF[change.rule] != "dedupe":
        return place  # tells what was done to a record's text
    if change.before is None:
        if facts.format == "txt":
            raise DataError("cannot restore", facts.name, f"byte {change.start_byte} has no text", hint=DAMAGED)
        return place  # one of several stories of a record
    end = _follow(facts, place, change.start_byte, change.end_byte)
    yield as_bytes(change.before, facts.encoding)
    return end


def _follow(facts: Facts, place: int, start: int, end: int) -> int:
    """The end of a span that begins where the last one ended."""
    if start != place:
        raise DataError("cannot restore", facts.name, f"nothing accounts for bytes {place} to {start}", hint=DAMAGED)
    return end


def _below(folder: Path, name: str) -> Path:
    """The path of a source below a folder; a name that leads out of it is refused."""
    parts = name.split("/")
    if name.startswith("/") or "\0" in name or any(part in ("", ".", "..") for part in parts):
        raise OutputError("will not restore", name, "the name leads out of the folder")
    place = folder
    for part in parts[:-1]:
        place /= part
        if os.path.islink(place):
            raise OutputError("will not restore", name, f"{shown(place)} is a link")
    path = place / parts[-1]
    if os.path.islink(path):  # False, too, for a name longer than any can be: creating it tells
        raise OutputError("will not restore", name, f"{shown(path)} is a link")
    return path


@dataclass(frozen=True, slots=True)
class Header:
    """The audit's first line."""

    settings: str
    out_sha256: str
    quarantine_sha256: str  # "" where nothing was set aside
    has_manifest: bool
    sources: list[Facts]


def header_of(row: Any) -> Header:
    """The header that the first line of an audit tells; ValueError where it is none."""
    if wrong := header_flaw(row):
        raise ValueError(wrong)
    sources = [Facts(**facts) for facts in row["sources"]]
    return Header(row["settings"], row["out_sha256"], row["quarantine_sha256"], row["manifest"], sources)


def read_audit(audit: Path) -> tuple[Header, Iterator[tuple[str, Change]]]:
    """An audit's header, and its changes, each with its source's name; DataError where it is none."""
    lines = enumerate(file_lines(audit), 1)
    for _, raw in lines:
        try:
            return header_of(orjson.loads(raw)), _changes(audit, lines)
        except (KeyError, TypeError, ValueError) as error:
            raise DataError("not an audit", f"{shown(audit)}:1", str(error)) from error
    raise DataError("not an audit", shown(audit), "it is empty")


def _changes(audit: Path, lines: Iterator[tuple[int, bytes]]) -> Iterator[tuple[str, Change]]:
    for number, raw in lines:
        try:
            row = orjson.loads(raw)
            if not is_boundary(row):
                yield row["source"], Change.of_row(row)
        except (KeyError, TypeError, ValueError) as error:
            raise DataError("not an audit", f"{shown(audit)}:{number}", str(error)) from error


def read_out(out: Path, sha256: str) -> Iterator[tuple[str, Article]]:
    """The rows of OUT, each with its source's name; DataError when it is not the OUT that the audit tells of."""
    require_files(out)
    digest = hashlib.sha256()
    for raw in out_lines(out):
        digest.update(raw)
    if digest.hexdigest() != sha256:
        for _ in _rows(out):  # where a line is no row at all that is what is wrong
            pass
        whole = whole_of(out)
        hint = DAMAGED if whole is None else f"this is one of the shards of {shown(whole)}: name that"
        raise DataError("OUT and audit do not belong together", shown(out), "its SHA-256 is not the audit's", hint=hint)
    return _rows(out)


def _rows(out: Path) -> Iterator[tuple[str, Article]]:
    for number, raw in enumerate(out_lines(out), 1):
        try:
            row = orjson.loads(raw)
            yield row["source"], article_of(row)
        except (KeyError, TypeError, ValueError) as error:
            raise DataError("not an OUT of clean run", f"{shown(out)}:{number}", str(error)) from error


def article_of(row: Any) -> Article:
    """As much of a row's article as restoring needs; ValueError where the row is none."""
    if wrong := row_flaw(row):
        raise ValueError(wrong)
    span = row["span"]
    return Article(
        (span["start_byte"], span["end_byte"]),
        (span["start_line"], span["end_line"]),
        text=row["text"],
        headline=row["headline"],
        dateline=row["dateline"],
        agency=row["agency"],
        highlights=row["highlights"],
    )
