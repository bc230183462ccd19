"""From a source to its articles and changes: open it, learn what it is, and have its blocks worked on."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain

from clean.article import Article
from clean.assemble import Frame
from clean.audit import Change, joined
from clean.errors import StreamError
from clean.records import Aside, RecordPiece, RecordWork
from clean.patch import in_order
from clean.settings import Settings
from clean.sources.compression import open_stream
from clean.sources.binary import binary_kind
from clean.sources.encodings import SAMPLE, Encoding, detect
from clean.sources.find import Source, shown
from clean.sources.lines import blocks, main_line_ending, peek, read_lines, whole_lines
from clean.sources.records import DELIMITERS, Table, read_header, record_blocks
from clean.sources.text import Block, with_context
from clean.stages.split import Profile, profile
from clean.work import Piece, Stitcher, TextWork, prepare

Map = Callable[[Callable[[Block], Piece | RecordPiece], Iterable[Block]], Iterator[Piece | RecordPiece]]
"""An engine: what maps a function over blocks and gives the results in their order."""


@dataclass(slots=True)
class Facts:
    """What the audit's first line says of a source."""

    name: str
    bytes: int = 0
    sha256: str = ""
    format: str = "txt"
    encoding: str = "utf-8"
    line_ending: str = "\n"
    evidence: str = ""


@dataclass(slots=True)
class Reading:
    """All that was read from one source."""

    facts: Facts
    articles: list[Article] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    asides: list[Aside] = field(default_factory=list)


class Tally:
    """Counts and hashes a stream's bytes as they pass."""

    def __init__(self, chunks: Iterable[bytes], tell: Callable[[int], None]) -> None:
        self._chunks = iter(chunks)
        self._tell = tell
        self._hash = hashlib.sha256()
        self.bytes = 0

    def __iter__(self) -> Iterator[bytes]:
        return self

    def __next__(self) -> bytes:
        chunk = next(self._chunks)
        self._hash.update(chunk)
        self.bytes += len(chunk)
        self._tell(len(chunk))
        return chunk

    def sha256(self) -> str:
        return self._hash.hexdigest()


def read_source(
    index: int, source: Source, settings: Settings, map_blocks: Map, tell: Callable[[int], None]
) -> Reading:
    """One source's articles, changes and what was set aside; `tell` hears of the bytes read as they are."""
    tally = Tally(_open(source, settings), tell)
    sample, chunks = peek(tally)
    if kind := binary_kind(sample):
        reading = _set_aside(source, kind, b"".join(chunks))
    else:
        encoding = detect(sample, settings.read.encoding)
        line_ending = main_line_ending(sample, encoding)
        frame = Frame(index, encoding.name, line_ending.decode("ascii"))
        facts = Facts(source.name, 0, "", source.format, frame.encoding, frame.line_ending, encoding.evidence)
        reading = Reading(facts)
        if encoding.bom:
            reading.changes.append(Change(0, len(encoding.bom), 1, 1, "byte-order-mark", encoding.bom))
        raws = blocks(chunks, encoding, settings.read.block)
        if source.format == "txt":
            _read_text(reading, _text_work(sample, frame, encoding, line_ending, settings), raws, map_blocks)
        else:
            _read_records(reading, frame, encoding, settings, raws, map_blocks)
    reading.facts.bytes, reading.facts.sha256 = tally.bytes, tally.sha256()
    _number(reading)
    return reading


def _open(source: Source, settings: Settings) -> Iterator[bytes]:
    if source.path is not None:
        return open_stream(source.path, source.compression, settings.read, shown(source.path))
    if sys.stdin is None:
        raise StreamError("cannot read", "standard input", "it is closed")
    return open_stream(sys.stdin.buffer, source.compression, settings.read, "standard input")


def _set_aside(source: Source, kind: str, raw: bytes) -> Reading:
    """The whole source as one thing that cannot be read."""
    reason = f"a binary file: {kind}"
    facts = Facts(source.name, format=source.format, encoding="binary", line_ending="", evidence=reason)
    return Reading(facts, [], [Change(0, len(raw), 1, 1, "binary", raw)], [Aside(0, len(raw), 1, reason, raw)])


def _text_work(sample: bytes, frame: Frame, encoding: Encoding, line_ending: bytes, settings: Settings) -> TextWork:
    """The work on a text source's blocks; what is usual in the source comes from its first bytes alone."""
    if len(sample) < min(SAMPLE, settings.read.block):
        return TextWork(frame, encoding, line_ending, settings, None)  # one block is the whole source
    return TextWork(frame, encoding, line_ending, settings, learn(sample, encoding, line_ending, settings))


def learn(sample: bytes, encoding: Encoding, line_ending: bytes, settings: Settings) -> Profile:
    """What is usual in a source, by the whole lines of its first `SAMPLE` bytes."""
    raw = whole_lines(sample)[len(encoding.bom) :]
    document = prepare(read_lines(raw, encoding, line_ending), settings)
    return profile(document.lines, document.marks)


def _read_text(reading: Reading, work: TextWork, raws: Iterator[bytes], map_blocks: Map) -> None:
    stitcher = Stitcher(work.finish)
    for piece in map_blocks(work, with_context(raws, work.encoding, work.line_ending)):  # type: ignore[arg-type]
        articles, changes = stitcher.add(piece)  # type: ignore[arg-type]
        reading.articles += articles
        reading.changes += changes
    articles, changes = stitcher.end()
    reading.articles += articles
    reading.changes = _with_trailing(joined(in_order(reading.changes + changes)), reading.articles)


def _with_trailing(changes: list[Change], articles: list[Article]) -> list[Change]:
    """The changes, where blank lines at the end of the record go by their own name."""
    if changes and changes[-1].rule == "blank-lines":
        end = max((article.span_bytes[1] for article in articles), default=0)
        if end <= changes[-1].start_byte:
            changes[-1] = changes[-1]._replace(rule="trailing-blank-lines")
    return changes


def _read_records(
    reading: Reading, frame: Frame, encoding: Encoding, settings: Settings, raws: Iterator[bytes], map_blocks: Map
) -> None:
    delimiter = DELIMITERS.get(reading.facts.format)
    places = record_blocks(raws, encoding, quoted=delimiter is not None)
    table: Table | None = None
    if delimiter is not None and (first := next(places, None)):
        table, header = read_header(first, delimiter, encoding)
        if header is not None:
            whole = Change(header.start, header.end, header.first_line, header.last_line, "record", header.raw)
            reading.changes.append(_as_text(whole, encoding))
            used = len(header.raw)
            first = Block(
                first.raw[used:], first.offset + used, header.last_line + 1, first.start + used, first.end, first.last
            )
        places = chain([first], places)
    for piece in map_blocks(RecordWork(frame, settings, table), places):  # type: ignore[arg-type]
        reading.articles += piece.articles
        reading.changes += piece.changes
        reading.asides += piece.asides  # type: ignore[union-attr]


def _as_text(change: Change, encoding: Encoding) -> Change:
    """The change with its bytes as text, where the encoding gives them back."""
    assert isinstance(change.before, bytes)
    text = change.before.decode(encoding.name, "replace")
    return change._replace(before=text) if text.encode(encoding.name, "replace") == change.before else change


def _number(reading: Reading) -> None:
    """Number the stories of each record from 1, in the order in which they stand."""
    part, last = 0, -1
    for article in reading.articles:
        record = 0 if reading.facts.format == "txt" else article.span_bytes[0]
        part = part + 1 if record == last else 1
        last = record
        article.part = part
