"""From sources to articles: open each, learn what it is, and have its blocks worked on, here or elsewhere."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from io import BytesIO
from itertools import chain
from typing import Protocol

from clean.audit.change import Change
from clean.audit.facts import Facts
from clean.audit.frame import Frame
from clean.document import SPANNED
from clean.engines.serial import Call
from clean.errors import StreamError
from clean.flow.batch import Aside, Batch, BatchMaker, Signing
from clean.flow.records import RecordWork, record_change
from clean.flow.telling import Tell, silent
from clean.flow.unread import too_long
from clean.flow.usual import Usual, judge_all, learn_sample
from clean.flow.work import Piece, Stitcher, TextWork
from clean.settings import Settings
from clean.sources.binary import binary_kind
from clean.sources.compression import open_stream
from clean.sources.dialect import Dialect, dialect_of
from clean.sources.encodings import SAMPLE, Encoding, detect, whole_lines
from clean.sources.find import Source, shown
from clean.sources.lines import TooLong, blocks, main_line_ending, peek, read_lines
from clean.sources.records import Table, read_header, record_blocks
from clean.sources.text import Block, after_lines, with_context
from clean.stages.split.usual.profile import PROFILED

GROUP_FILES = 64
"""Files of a group: so many small ones make up for the cost of a call to another process."""


class Intake(Protocol):
    """What takes the batches of source after source; `Shelf` is one."""

    def begin(self, facts: Facts) -> None: ...
    def add(self, batch: Batch) -> None: ...


class Owner(Protocol):
    """What the results of calls belong to: `take` hears of each, in order, and at last of None."""

    def take(self, result: object) -> None: ...


Calls = Iterator[tuple[Owner, Call | None]]


def calls(
    sources: Sequence[Source], settings: Settings, signing: Signing, intake: Intake, tell: Tell, review: int = 0
) -> Calls:
    """All the work on the sources, as calls that an engine may run anywhere, each with the owner of its result.

    Small files go together in one call; a large one is read here and worked on block by block. `review` is how many
    doubtful boundaries are asked for.
    """
    group: list[Source] = []
    held = 0
    for source in sources:
        size = _size(source)
        if group and (size is None or held + size > settings.read.block or len(group) >= GROUP_FILES):
            yield from _group_calls(group, settings, signing, intake, tell, review)
            group, held = [], 0
        if size is None or size > settings.read.block:
            yield from source_calls(source, settings, signing, intake, tell, review)
        else:
            group.append(source)
            held += size
    if group:
        yield from _group_calls(group, settings, signing, intake, tell, review)


UNKNOWN = 100_000_000
"""Bytes that standard input is taken to hold: who pipes into a program has more than a few."""


def total_size(sources: Sequence[Source]) -> int:
    """How many bytes the sources hold, as far as can be known: news text is packed to a quarter or less."""
    size = 0
    for source in sources:
        if source.path is None:
            size += UNKNOWN if source.data is None else len(source.data)
        elif source.path.is_file():
            size += os.stat(source.path).st_size * (4 if source.compression else 1)
    return size


def _size(source: Source) -> int | None:
    """A plain file's size; None for what is compressed or no file, and tells it only when read."""
    if source.path is None or source.compression or not source.path.is_file():
        return None
    return os.stat(source.path).st_size


def _group_calls(
    group: list[Source], settings: Settings, signing: Signing, intake: Intake, tell: Tell, review: int
) -> Calls:
    yield GroupOwner(intake, tell), partial(read_group, group, settings, signing, review)


class GroupOwner:
    """Hands on what was read of a group of small files."""

    def __init__(self, intake: Intake, tell: Tell) -> None:
        self._intake = intake
        self._tell = tell

    def take(self, result: object) -> None:
        for facts, batches in result.sources if isinstance(result, Collected) else ():
            self._intake.begin(facts)
            for batch in batches:
                self._intake.add(batch)
            self._tell("read", facts.bytes)


class Collected:
    """An intake that holds what it is given."""

    def __init__(self) -> None:
        self.sources: list[tuple[Facts, list[Batch]]] = []

    def begin(self, facts: Facts) -> None:
        self.sources.append((facts, []))

    def add(self, batch: Batch) -> None:
        self.sources[-1][1].append(batch)


def read_group(group: Sequence[Source], settings: Settings, signing: Signing, review: int = 0) -> Collected:
    """All of some small sources; what of them is text is judged all at once."""
    collected = Collected()
    work = [found for source in group for found in source_calls(source, settings, signing, collected, silent, review)]
    whole = [call for _, call in work if isinstance(call, Whole)]
    documents = [call.work.read(call.block) for call in whole]
    judged = judge_all(documents, settings, signing is Signing.COMPILED, review > 0)
    parts = zip(whole, documents, judged, strict=True)
    pieces = (call.work.cut(call.block, document, known) for call, document, known in parts)
    for owner, call in work:
        owner.take(next(pieces) if isinstance(call, Whole) else call and call())
    return collected


@dataclass(frozen=True, slots=True)
class Whole:
    """The work on a text source that is one block."""

    work: TextWork
    block: Block

    def __call__(self) -> Piece:
        """Do it."""
        return self.work(self.block)


class Tally:
    """Counts and hashes a stream's bytes as they pass."""

    def __init__(self, chunks: Iterable[bytes], tell: Tell) -> None:
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
        self._tell("read", len(chunk))
        return chunk

    def complete(self, facts: Facts) -> None:
        """Write down what was counted."""
        facts.bytes, facts.sha256 = self.bytes, self._hash.hexdigest()


def source_calls(
    source: Source, settings: Settings, signing: Signing, intake: Intake, tell: Tell, review: int = 0
) -> Calls:
    """The work on one source."""
    tally = Tally(open_source(source, settings), tell)
    sample, chunks = peek(tally)
    if kind := binary_kind(sample):
        facts = Facts(source.name, 0, "", source.format, "binary", "", kind)
        owner = SourceOwner(facts, Frame(source.name, "binary", ""), Encoding("binary"), settings, tally, intake)
        place = 0
        for raw in _regrouped(chunks):
            yield owner, partial(set_aside, source.name, settings, kind, place, raw)
            place += len(raw)
        yield owner, None
        return
    encoding = detect(sample, settings.read.encoding, source.format)
    line_ending = main_line_ending(sample, encoding)
    frame = Frame(source.name, encoding.name, line_ending.decode("ascii"), source.format)
    facts = Facts(source.name, 0, "", source.format, frame.encoding, frame.line_ending, encoding.evidence)
    owner = SourceOwner(facts, frame, encoding, settings, tally, intake)
    raws = blocks(chunks, encoding, settings.read.block, settings.read.max_line)
    try:
        if source.format == "txt":
            work = replace(_text_work(sample, frame, encoding, line_ending, settings, signing), review=review)
            for block in with_context(raws, encoding, line_ending):
                if work.usual is None:
                    yield owner, Whole(work, block)
                else:
                    yield owner, partial(work, block)
        else:
            yield from _record_calls(owner, raws, dialect_of(source.format, sample, encoding), signing, review)
    except TooLong:
        raise too_long(shown(source.name), settings.read) from None
    yield owner, None


PIECE = 1 << 22
"""Bytes of a binary file that are set aside together, at most: it would have to be held whole otherwise."""


def _regrouped(chunks: Iterator[bytes]) -> Iterator[bytes]:
    """The stream in pieces of `PIECE` bytes, the last one shorter."""
    buffer = bytearray()
    for chunk in chunks:
        buffer += chunk
        while len(buffer) >= PIECE:
            yield bytes(memoryview(buffer)[:PIECE])
            del buffer[:PIECE]
    if buffer:
        yield bytes(buffer)


def set_aside(name: str, settings: Settings, kind: str, place: int, raw: bytes) -> Batch:
    """A piece of a binary file, which stands there from a byte on, as a thing that cannot be read."""
    maker = BatchMaker(name, settings)
    end = place + len(raw)
    maker.add_aside(Aside(place, end, 1, f"a binary file: {kind}", raw))
    maker.add_changes([Change(place, end, 1, 1, "binary", raw)])
    return maker.done()


def open_source(source: Source, settings: Settings) -> Iterator[bytes]:
    """The source's bytes, decompressed, in chunks: a file's, standard input's, or those in memory."""
    if source.path is not None:
        return open_stream(source.path, source.compression, settings.read, shown(source.path))
    if source.data is not None:
        return open_stream(BytesIO(source.data), source.compression, settings.read, source.name)
    if sys.stdin is None:
        raise StreamError("cannot read", "standard input", "it is closed")
    return open_stream(sys.stdin.buffer, source.compression, settings.read, "standard input")


def _text_work(
    sample: bytes, frame: Frame, encoding: Encoding, line_ending: bytes, settings: Settings, signing: Signing
) -> TextWork:
    """The work on a text source's blocks; what is usual in the source comes from its first bytes alone."""
    usual = None
    if len(sample) >= min(SAMPLE, settings.read.block):  # else one block is the whole source
        usual = learn(sample, encoding, line_ending, settings, signing is Signing.COMPILED)
    return TextWork(frame, encoding, line_ending, settings, usual, signing)


def learn(sample: bytes, encoding: Encoding, line_ending: bytes, settings: Settings, compiled: bool = False) -> Usual:
    """What is usual in a source, by the whole lines of its first `SAMPLE` bytes; by compiled code if told so."""
    raw = whole_lines(sample, encoding.width)[len(encoding.bom) :]
    first = raw[: after_lines(raw, PROFILED + SPANNED, encoding, line_ending)]
    whole = len(first) == len(raw) and len(sample) < SAMPLE
    all_lines = partial(read_lines, raw, encoding, line_ending)
    return learn_sample(read_lines(first, encoding, line_ending), all_lines, settings, compiled, whole)


def _record_calls(owner: SourceOwner, raws: Iterator[bytes], dialect: Dialect, signing: Signing, review: int) -> Calls:
    frame, encoding, settings = owner.frame, owner.encoding, owner.settings
    most = 2 * (settings.read.max_line + settings.read.block)  # the record, and what may stand beside it in its blocks
    places = record_blocks(raws, encoding, dialect, most)
    table: Table | None = None
    if dialect.delimiter and (first := next(places, None)):
        table, header = read_header(first, dialect, encoding)
        if header is not None:
            owner.preface.append(record_change(header, "record", encoding.name))
            first = first.without(header.raw, header.last_line)
        places = chain([first], places)
    work = RecordWork(frame, settings, table, signing, review)
    for block in places:
        yield owner, partial(work, block)


class SourceOwner:
    """Takes the results of one source's blocks."""

    def __init__(
        self, facts: Facts, frame: Frame, encoding: Encoding, settings: Settings, tally: Tally, intake: Intake
    ) -> None:
        self.facts = facts
        self.frame = frame
        self.encoding = encoding
        self.settings = settings
        self.preface: list[Change] = []
        if encoding.bom:
            self.preface.append(Change(0, len(encoding.bom), 1, 1, "byte-order-mark", encoding.bom))
        self._tally = tally
        self._intake = intake
        self._stitcher = Stitcher(frame, settings, intake.add)
        self._begun = False

    def take(self, result: object) -> None:
        """A block's piece (text) or batch (records); None when there are no more."""
        if not self._begun:
            self._begun = True
            self._intake.begin(self.facts)
            maker = BatchMaker(self.facts.name, self.settings)
            maker.add_changes(self.preface)
            self._intake.add(maker.done())
        if isinstance(result, Piece):
            self._stitcher.add(result)
        elif isinstance(result, Batch):
            self._intake.add(result)
        else:
            self._stitcher.end()
            self._tally.complete(self.facts)
