"""Articles as they are kept between the stages: rows and audit lines as JSON, written once, with what steps over the
whole corpus need of each in columns. So a batch is a few flat buffers, whether it stays or comes from another process.
"""

from __future__ import annotations

import base64
from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import Enum
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple
from zlib import crc32

from clean import contract
from clean.article import Article, identify
from clean.audit.change import Change, change_lines
from clean.audit.cuts import Cuts
from clean.document import Document
from clean.flow.columns import Ids, Texts
from clean.flow.review import Doubts
from clean.rules import LOSING
from clean.settings import Boilerplate, Settings

if TYPE_CHECKING:
    from clean.stages.dedupe import Fingerprints
    from clean.stages.split import Gap


class Aside(NamedTuple):
    """A record, or a whole source, that could not be read: its place, why, its bytes, and what would help."""

    start: int
    end: int
    line: int
    error: str
    raw: bytes
    hint: str = ""


@dataclass(slots=True)
class Batch:
    """Some articles of one source, in order.

    `blob` holds for each article four pieces whose lengths stand in `sizes`: the audit lines of what lies between the
    article before and this one, its row up to the number of its part, its metadata, and the audit lines of the changes
    inside it. `after` are audit lines of what follows the last article. `spans` has four numbers an article: first and
    past-the-last byte, first and last line. `line_hashes` are those of the lines that may be repeated over the corpus,
    `line_counts` how many of them each article has. `parts` is empty where the parts are still to be numbered, and
    `are_rows` is 1 for an article that came out of a run before. `cuts` are the boundaries found, `doubts` those of
    them, and those nearly found, that somebody wants to see.
    """

    blob: bytes = b""
    after: bytes = b""
    sizes: array[int] = field(default_factory=lambda: array("Q"))
    spans: array[int] = field(default_factory=lambda: array("q"))
    parts: array[int] = field(default_factory=lambda: array("q"))
    are_rows: bytearray = field(default_factory=bytearray)
    ids: Ids = field(default_factory=Ids)
    headlines: Texts = field(default_factory=Texts)
    datelines: Texts = field(default_factory=Texts)
    bylines: Texts = field(default_factory=Texts)
    dates: Texts = field(default_factory=Texts)
    line_counts: array[int] = field(default_factory=lambda: array("I"))
    line_hashes: array[int] = field(default_factory=lambda: array("I"))
    prints: Fingerprints | None = None
    rules: Counter[str] = field(default_factory=Counter)
    lost: int = 0  # bytes of text that rules took out, around the articles and in them
    asides: bytes = b""  # lines of the quarantine file
    set_aside: int = 0
    first_aside: str = ""  # where the first of them stood, and why it could not be read
    aside_hint: str = ""  # what would have it read
    cuts: Cuts = field(default_factory=Cuts)
    doubts: Doubts | None = None

    def __len__(self) -> int:
        return len(self.ids)


class Signing(Enum):
    """When and how the articles get the fingerprints by which duplicates are found; the bits are the same."""

    LATER = "when all are read"  # of a small run: numpy need not be loaded before it is known that there are two
    NUMPY = "as they are read"
    COMPILED = "as they are read, by compiled code"


class BatchMaker:
    """Takes articles and changes in their order, and makes a batch of them.

    `in_records` says that changes have the span of their record, not their own.
    """

    def __init__(
        self, source_name: str, settings: Settings, signing: Signing = Signing.LATER, in_records: bool = False
    ) -> None:
        self._name = source_name
        self._in_records = in_records
        self._dedupe = None if signing is Signing.LATER or "dedupe" in settings.skip else settings.dedupe
        self._compiled = signing is Signing.COMPILED
        self._boilerplate = settings.boilerplate
        self._hashes = "boilerplate" not in settings.skip and "repeated-line" not in settings.boilerplate.off
        self._split = settings.split
        self._batch = Batch()
        self._articles: list[Article] = []
        self._changes: list[Change] = []  # all, in order
        self._between: list[Change] = []  # those since the last article
        self._pieces: list[bytes] = []
        self._asides = bytearray()

    def add_changes(self, changes: Iterable[Change]) -> None:
        """Changes that lie in no article, next in order."""
        self._between += changes

    def add_article(self, article: Article, numbered: bool = False, is_row: bool = False) -> None:
        """The next article; `numbered` says that its part is known, `is_row` that it came out of a run before."""
        self._pieces += (
            self._lines(self._between),
            row_head(article, self._name),
            dump_metadata(article.metadata),
            self._lines(article.changes),
        )
        self._between = []
        self._articles.append(article)
        self._batch.are_rows.append(is_row)
        if numbered:
            self._batch.parts.append(article.part)

    def add_story(self, article: Article | None, outside: list[Change]) -> None:
        """What `assemble` made of a story: the changes around its article stand before and after it."""
        if article is None:
            self.add_changes(outside)
            return
        start = article.span_bytes[0]
        if outside:
            self.add_changes(change for change in outside if change.end_byte <= start)
        self.add_article(article)
        if outside:
            self.add_changes(change for change in outside if change.end_byte > start)

    def add_gaps(
        self, gaps: Sequence[Gap], document: Document, review: int, record: tuple[int, int] | None = None
    ) -> list[int]:
        """Note the gaps judged in a document, as many doubtful ones as asked for; gives the boundaries' lines.

        `record` is the byte and the line at which the record stands whose text the document is.
        """
        found = [gap for gap in gaps if gap.boundary]
        if "boundary" not in self._split.off:
            for gap in found:
                place, line = record or (document.offsets[gap.line], document.first_line + gap.line)
                self._batch.cuts.add(place, line, None if gap.certain else gap.score, gap.reasons)
        if review:
            from clean.stages.split import read_weights

            doubts = Doubts(review)
            doubts.add(gaps, document, self._split.threshold, read_weights(self._split.weights))
            if record:
                doubts.in_record(record[1])
            self._batch.doubts = self._batch.doubts or Doubts(review)
            self._batch.doubts.merge(doubts)
        return [gap.line for gap in found]

    def add_aside(self, aside: Aside) -> None:
        """Something that could not be read; the change that says so is added for itself."""
        self._asides += _aside_line(aside, self._name)
        self._batch.set_aside += 1
        if not self._batch.first_aside:
            self._batch.first_aside = f"{self._name}:{aside.line}: {aside.error}"
            self._batch.aside_hint = aside.hint

    def done(self) -> Batch:
        """The batch."""
        batch, articles = self._batch, self._articles
        batch.after = self._lines(self._between)
        batch.blob = b"".join(self._pieces)
        batch.asides = bytes(self._asides)
        batch.sizes.extend(map(len, self._pieces))
        batch.spans.extend([place for article in articles for place in (*article.span_bytes, *article.span_lines)])
        batch.ids = Ids.of([head[ID].decode("ascii") for head in self._pieces[1::4]])
        batch.headlines = Texts.of([article.headline for article in articles])
        batch.datelines = Texts.of([article.dateline for article in articles])
        batch.bylines = Texts.of([article.byline for article in articles])
        batch.dates = Texts.of([article.date for article in articles])
        batch.rules.update([rule for change in self._changes for rule in (change.rule, *change.also)])
        batch.lost = sum(bytes_lost(change, self._in_records) for change in self._changes if change.rule in LOSING)
        if self._hashes:
            hashes = [line_hashes(article.text, self._boilerplate) for article in articles]
            batch.line_counts.extend(map(len, hashes))
            batch.line_hashes.extend(chain.from_iterable(hashes))
        if self._dedupe is not None and articles:
            from clean.stages.dedupe import sign

            batch.prints = sign([article.text for article in articles], self._dedupe, self._compiled)
        return batch

    def _lines(self, changes: list[Change]) -> bytes:
        self._changes += changes
        return change_lines(changes, self._name) if changes else b""


ID = slice(len(b'{"id":"'), len(b'{"id":"') + 32)
"""Where the id stands in a row."""
_NO_ID = "0" * 32


def row_head(article: Article, source_name: str) -> bytes:
    """An article's row as JSON, up to the number of its part.

    The id is put in last: Python keeps the UTF-8 of a text that orjson has written, and has it at hand to be hashed.
    """
    import orjson

    row: contract.Row = {
        "id": _NO_ID,
        "headline": article.headline,
        "text": article.text,
        "byline": article.byline,
        "dateline": article.dateline,
        "agency": article.agency,
        "date": article.date,
        "highlights": article.highlights,
        "source": source_name,
        "span": {
            "start_line": article.span_lines[0],
            "end_line": article.span_lines[1],
            "start_byte": article.span_bytes[0],
            "end_byte": article.span_bytes[1],
            "part": 0,
        },
        "duplicates": [],
        "metadata": {},
    }
    head = orjson.dumps(row)
    return b'{"id":"%b%b' % (identify(article.headline, article.text).encode(), head[ID.stop : -len(LATE)])


LATE = b'0},"duplicates":[],"metadata":{}}'
"""The end of a row, which is known when all articles are: written with what they then are (`sinks/jsonl.row`)."""


def line_hashes(text: str, settings: Boilerplate) -> list[int]:
    """Hashes of the lines that may repeat over the corpus: near either end of the article."""
    lines = text.split("\n")
    edge = settings.repeated_edge
    near = lines if len(lines) <= 2 * edge else lines[:edge] + lines[-edge:]
    return [line_hash(line) for line in near if line]


HASHED = 64
"""Characters of a line that are hashed: few paragraphs begin alike so far, and most have four times as many."""


def line_hash(line: str) -> int:
    """CRC-32 of a line's start, folded as repeated lines are compared; cut once more, as folding makes two of some.

    Only to find cheaply which articles are worth a second look; equal hashes decide nothing.
    """
    return crc32(line.strip()[:HASHED].casefold()[:HASHED].encode("utf-8", "surrogatepass"))


def bytes_lost(change: Change, in_record: bool) -> int:
    """The bytes of text that leave the corpus by a change; in a record, whose span it has, those of its text."""
    if change.rule not in LOSING:
        return 0
    if not in_record:
        return change.end_byte - change.start_byte
    before = change.before or b""
    return len(before if isinstance(before, bytes) else before.encode("utf-8", "surrogatepass"))


def _aside_line(aside: Aside, source_name: str) -> bytes:
    """What was set aside, as a line of the quarantine file."""
    import orjson

    told: contract.Aside = {
        "source": source_name,
        "start_byte": aside.start,
        "end_byte": aside.end,
        "line": aside.line,
        "error": aside.error,
        "raw_base64": base64.b64encode(aside.raw).decode("ascii"),
    }
    return orjson.dumps(told, option=orjson.OPT_APPEND_NEWLINE)


def dump_metadata(metadata: dict[str, Any]) -> bytes:
    """Metadata as JSON, whole numbers beyond 64 bits included."""
    if not metadata:
        return b"{}"
    import orjson

    try:
        return orjson.dumps(metadata)
    except TypeError:
        import json

        return json.dumps(metadata, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
