"""Where the articles of a run stand between reading and writing: text once, in memory or in a nameless file."""

from __future__ import annotations

import contextlib
import errno
import mmap
import tempfile
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import orjson

from clean.article import Article
from clean.audit.change import Change
from clean.audit.cuts import Cuts
from clean.audit.facts import Facts
from clean.errors import StreamError
from clean.flow.batch import ID, Aside, Batch
from clean.flow.columns import Ids, Texts
from clean.flow.review import Doubts
from clean.sources.find import shown

if TYPE_CHECKING:
    from clean.stages.dedupe import Fingerprints

MEMORY = 256_000_000
"""Bytes of rows and audit kept in memory before they go to a file: what a run of 200 MB needs."""

AFTER, ROW, METADATA, INSIDE = range(4)
"""The pieces of an article's bytes: see `Batch`."""


class Store:
    """Bytes that are added at the end and read anywhere; beyond `memory` bytes they lie in a file without a name.

    The file is gone with the process, however that ends.
    """

    def __init__(self, folder: Path | None, memory: int = MEMORY) -> None:
        self._folder = folder
        self._memory = memory
        self._buffer = bytearray()
        self._file: IO[bytes] | None = None
        self._map: mmap.mmap | None = None
        self.size = 0

    def append(self, data: bytes | bytearray) -> None:
        """Add bytes at the end."""
        self._buffer += data
        self.size += len(data)
        if len(self._buffer) > self._memory:
            with self._failing():
                if self._file is None:
                    self._file = tempfile.TemporaryFile(dir=self._folder, prefix=".clean.")  # noqa: SIM115  see close
                    self._memory = min(self._memory, 1 << 24)
                self._file.write(self._buffer)
            self._buffer.clear()

    def read(self, start: int, size: int) -> bytes:
        """`size` bytes from `start` on; nothing may be added afterwards."""
        if self._file is None:
            return bytes(memoryview(self._buffer)[start : start + size])
        if self._map is None:
            with self._failing():
                self._file.write(self._buffer)
                self._file.flush()
                self._map = mmap.mmap(self._file.fileno(), 0, access=mmap.ACCESS_READ)
            self._buffer.clear()
        return self._map[start : start + size]

    @contextlib.contextmanager
    def _failing(self) -> Iterator[None]:
        """OSErrors told as what they are: the folder is full, say."""
        try:
            yield
        except OSError as error:
            if error.errno == errno.ENOMEM:  # mmap(2)
                raise MemoryError from error
            where = shown(self._folder or tempfile.gettempdir())
            hint = "name a folder with more room: --work-dir"
            raise StreamError("cannot write into", where, error.strerror or str(error), hint=hint) from error

    def close(self) -> None:
        """Give the bytes up."""
        self._buffer = bytearray()
        if self._map is not None:
            self._map.close()
        if self._file is not None:
            with contextlib.suppress(OSError):  # a full disk was told of by whoever wrote; nothing here is wanted now
                self._file.close()


class Shelf:
    """All sources' facts, and all articles in the order (source, position), as columns."""

    def __init__(self, folder: Path | None = None, memory: int = MEMORY) -> None:
        self.facts: list[Facts] = []
        self.sources: array[int] = array("i")
        self.parts: array[int] = array("q")
        self.spans: array[int] = array("q")
        self.ids = Ids()
        self.headlines = Texts()
        self.datelines = Texts()
        self.bylines = Texts()
        self.dates = Texts()
        self.prints: list[Fingerprints | None] = []
        self.line_counts: array[int] = array("I")
        self.line_hashes: array[int] = array("I")
        self.asides: list[tuple[int, Aside]] = []
        self.rules: Counter[str] = Counter()
        self.cuts: dict[int, Cuts] = defaultdict(Cuts)  # by source
        self.doubts: Doubts | None = None
        self.lost: Counter[int] = Counter()  # by source, bytes of text that rules took out
        self._store = Store(folder, memory)
        self._ends: array[int] = array("Q")  # of each article's four pieces, which lie one behind the other
        self._after: dict[int, bytearray] = defaultdict(bytearray)  # by source: audit lines behind the last article
        self._batches: list[range] = []
        self.changed: list[int] = []  # articles whose text is no longer what was signed
        self._replaced: dict[int, dict[int, bytes]] = {}

    def __len__(self) -> int:
        return len(self.ids)

    def begin(self, facts: Facts) -> None:
        """The batches that follow are those of this source."""
        self.facts.append(facts)

    def add(self, batch: Batch) -> None:
        """Take in the next batch of the source last begun."""
        source = len(self.facts) - 1
        self.rules += batch.rules
        self.lost[source] += batch.lost
        self.asides += ((source, aside) for aside in batch.asides)
        self.cuts[source].extend(batch.cuts)
        if batch.doubts is not None:
            self.doubts = self.doubts or Doubts(batch.doubts.most)
            self.doubts.merge(batch.doubts, source)
        if not len(batch):
            self._after[source] += batch.after
            return
        self._keep(batch, self._after[source])
        self._after[source] = bytearray(batch.after)
        self._number(batch, source)
        self.ids.extend(batch.ids)
        for column, more in (
            (self.headlines, batch.headlines),
            (self.datelines, batch.datelines),
            (self.bylines, batch.bylines),
            (self.dates, batch.dates),
        ):
            column.extend(more)
        self.spans += batch.spans
        self.prints.append(batch.prints)
        self.line_counts += batch.line_counts
        self.line_hashes += batch.line_hashes
        self._batches.append(range(len(self) - len(batch), len(self)))

    def _keep(self, batch: Batch, before: bytearray) -> None:
        """Store the batch's bytes, what was left over from the one before in front of them."""
        batch.sizes[0] += self._store.size + len(before)
        self._ends.extend(accumulate(batch.sizes))
        self._store.append(before)
        self._store.append(batch.blob)

    def _number(self, batch: Batch, source: int) -> None:
        """Number the stories of a text source from 1; records are numbered already."""
        if batch.parts:
            self.parts += batch.parts
        else:
            last = self.parts[-1] if self.sources and self.sources[-1] == source else 0
            self.parts.extend(range(last + 1, last + 1 + len(batch)))
        self.sources.extend([source] * len(batch))

    def batch(self, place: int) -> range:
        """The articles of the batch whose fingerprints are `prints[place]`."""
        return self._batches[place]

    def piece(self, article: int, which: int) -> bytes:
        """One of the four pieces of an article's bytes."""
        if article in self._replaced and which in self._replaced[article]:
            return self._replaced[article][which]
        place = 4 * article + which
        start, end = self._ends[place - 1] if place else 0, self._ends[place]
        return self._store.read(start, end - start) if start < end else b""

    def replace(self, number: int, article: Article, head: bytes, before: bytes, inside: bytes, after: bytes) -> None:
        """Put an article whose text and span were changed in the place of what it was.

        `head` is its row, `inside` the audit lines of its changes, `before` and `after` those of what now lies around.
        """
        follows = number + 1
        if after and follows < len(self) and self.sources[follows] == self.sources[number]:
            self._replaced.setdefault(follows, {})[AFTER] = after + self.piece(follows, AFTER)
        elif after:
            self._after[self.sources[number]][:0] = after
        above = self.piece(number, AFTER) + before
        self._replaced.setdefault(number, {}).update({AFTER: above, ROW: head, INSIDE: inside})
        self.spans[4 * number : 4 * number + 4] = array("q", (*article.span_bytes, *article.span_lines))
        self.ids[number] = head[ID].decode("ascii")
        self.changed.append(number)

    def after(self, source: int) -> bytes:
        """The audit lines behind the last article of a source."""
        return bytes(self._after[source])

    def row(self, article: int) -> dict[str, Any]:
        """An article's row, without duplicates and metadata."""
        row: dict[str, Any] = orjson.loads(self.piece(article, ROW) + b"%d}}" % self.parts[article])
        return row

    def text(self, article: int) -> str:
        """An article's text."""
        return str(self.row(article)["text"])

    def article(self, number: int, row: dict[str, Any] | None = None) -> Article:
        """An article with the changes inside it; its row, where that is there already, is not read again."""
        row = row or self.row(number)
        start, end, first, last = self.spans[4 * number : 4 * number + 4]
        return Article(
            (start, end),
            (first, last),
            text=row["text"],
            headline=row["headline"],
            byline=row["byline"],
            dateline=row["dateline"],
            agency=row["agency"],
            date=row["date"],
            highlights=row["highlights"],
            part=self.parts[number],
            changes=self.changes(number),
        )

    def changes(self, article: int) -> list[Change]:
        """The changes inside an article."""
        return [Change.of_row(orjson.loads(line)) for line in self.piece(article, INSIDE).splitlines()]

    def close(self) -> None:
        """Give up what is stored."""
        self._store.close()
