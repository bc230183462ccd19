"""Where the articles of a run stand between reading and writing: texts and keys in memory or in nameless files."""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

import orjson

from clean.article import Article
from clean.audit.change import Change
from clean.audit.cuts import Cuts
from clean.audit.facts import Facts
from clean.flow.batch import ID, Batch
from clean.flow.columns import Ids, Texts
from clean.flow.review import Doubts
from clean.flow.store import MEMORY, Store

if TYPE_CHECKING:
    from clean.flow.prints import Prints

AFTER, ROW, METADATA, INSIDE = range(4)
"""The pieces of an article's bytes: see `Batch`."""

PLACES = 6
"""Numbers that say where an article's pieces are."""

KEYS = 16
"""The share of the memory, one in so many, that each of the two large columns of keys may take: they are some 300 bytes
an article, whose row and audit are ten times that."""


@dataclass(slots=True)
class Unread:
    """Records of a source that were set aside: where the `first` of them stood, and why, what would have it read
    (`hint`), and how many there are.
    """

    first: str
    hint: str
    records: int = 0


class Shelf:
    """All sources' facts, and all articles in the order (source, position), as columns."""

    def __init__(self, folder: Path | None = None, memory: int = MEMORY) -> None:
        self.facts: list[Facts] = []
        self.sources: array[int] = array("i")
        self.parts: array[int] = array("q")
        self.spans: array[int] = array("q")
        self.are_rows = bytearray()
        self.ids = Ids()
        self.headlines = Texts()
        self.datelines = Texts()
        self.bylines = Texts()
        self.dates = Texts()
        self.line_counts: array[int] = array("I")
        self.line_hashes: array[int] = array("I")
        self.unread: dict[int, Unread] = {}  # by source, in order, of those that have records set aside
        self._asides = Store(folder, memory // KEYS)
        self.rules: Counter[str] = Counter()
        self.cuts: dict[int, Cuts] = defaultdict(Cuts)  # by source
        self.doubts: Doubts | None = None
        self.lost: Counter[int] = Counter()  # by source, bytes of text that rules took out
        self.changed: list[int] = []  # articles whose text is no longer what was signed
        self._folder, self._memory = folder, memory
        self._store = Store(folder, memory)
        # Six places in the store an article: where its first piece begins and ends, and the others, which lie one
        # behind the other: where the second begins, and where each ends.
        self._places: array[int] = array("Q")
        # By source, where in the store audit lines behind the last article begin and end, piece after piece.
        self._after: dict[int, array[int]] = defaultdict(lambda: array("Q"))
        self._prints: Prints | None = None

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
        if batch.set_aside:
            unread = self.unread.setdefault(source, Unread(batch.first_aside, batch.aside_hint))
            unread.records += batch.set_aside
        self._asides.append(batch.asides)
        self.cuts[source].extend(batch.cuts)
        if batch.doubts is not None:
            self.doubts = self.doubts or Doubts(batch.doubts.most)
            self.doubts.merge(batch.doubts, source)
        self._keep(batch, self._after[source])
        if not len(batch):
            return
        self._number(batch, source)
        self.are_rows += batch.are_rows
        self.ids.extend(batch.ids)
        for column, more in (
            (self.headlines, batch.headlines),
            (self.datelines, batch.datelines),
            (self.bylines, batch.bylines),
            (self.dates, batch.dates),
        ):
            column.extend(more)
        self.spans += batch.spans
        if batch.prints is not None:
            self.prints().add(range(len(self) - len(batch), len(self)), batch.prints)
        self.line_counts += batch.line_counts
        self.line_hashes += batch.line_hashes

    def _keep(self, batch: Batch, waiting: array[int]) -> None:
        """Store the batch's bytes, and where they lie: behind what is `waiting` of the source for its next article."""
        blob, after = self._store.append(batch.blob), self._store.append(batch.after)
        start = waiting[0] if waiting else blob
        if not len(batch):
            waiting[:] = array("Q", (start, self._store.size) if start < self._store.size else ())
            return
        waiting[:] = array("Q", (after, self._store.size) if batch.after else ())
        batch.sizes[0] += blob - start
        ends = array("Q", accumulate(batch.sizes, initial=start))
        places = array("Q", bytes(8 * PLACES * len(batch)))
        for place, piece in enumerate((0, 1, 1, 2, 3, 4)):
            places[place::PLACES] = ends[piece : piece + 4 * len(batch) : 4]
        self._places += places

    def _number(self, batch: Batch, source: int) -> None:
        """Number the stories of a text source from 1; records are numbered already."""
        if batch.parts:
            self.parts += batch.parts
        else:
            last = self.parts[-1] if self.sources and self.sources[-1] == source else 0
            self.parts.extend(range(last + 1, last + 1 + len(batch)))
        self.sources.extend([source] * len(batch))

    def prints(self) -> Prints:
        """The fingerprints of those articles that are signed; numpy is loaded when they are first asked for."""
        if self._prints is None:
            from clean.flow.prints import Prints

            self._prints = Prints(self._folder, self._memory // KEYS)
        return self._prints

    def forget_lines(self) -> None:
        """Give the hashes of lines up, for which nobody will ask again."""
        self.line_counts, self.line_hashes = array("I"), array("I")

    def piece(self, article: int, which: int) -> bytes:
        """One of the four pieces of an article's bytes."""
        place = PLACES * article + which + (which > AFTER)
        start, end = self._places[place : place + 2]
        return self._store.read(start, end - start) if start < end else b""

    def written(self, article: int) -> tuple[bytes, bytes]:
        """What was written of an article's row, and its metadata, which lie side by side."""
        place = PLACES * article + ROW + 1
        start, middle, end = self._places[place : place + 3]
        both = self._store.read(start, end - start)
        return both[: middle - start], both[middle - start :]

    def replace(
        self, number: int, span: tuple[int, int, int, int], head: bytes, before: bytes, inside: bytes, after: bytes
    ) -> None:
        """Put an article whose text and span were changed in the place of what it was.

        `head` is its row, `inside` the audit lines of its changes, `before` and `after` those of what now lies around.
        """
        follows = number + 1
        if after and follows < len(self) and self.sources[follows] == self.sources[number]:
            self._put(follows, AFTER, after + self.piece(follows, AFTER))
        elif after:
            start = self._store.append(after)
            self._after[self.sources[number]][:0] = array("Q", (start, start + len(after)))
        if before:
            self._put(number, AFTER, self.piece(number, AFTER) + before)
        self._put(number, ROW, head, self.piece(number, METADATA), inside)
        self.spans[4 * number : 4 * number + 4] = array("q", span)
        self.ids[number] = head[ID].decode("ascii")
        self.changed.append(number)

    def _put(self, article: int, which: int, *pieces: bytes) -> None:
        """Have the pieces of an article from one on stand at the end of the store; what they were stays there."""
        start = self._store.append(b"".join(pieces))
        place = PLACES * article + which + (which > AFTER)
        ends = accumulate(map(len, pieces), initial=start)
        self._places[place : place + 1 + len(pieces)] = array("Q", ends)

    def before(self, article: int) -> Iterator[bytes]:
        """The audit lines between the article before and this one, some at a time."""
        start, end = self._places[PLACES * article : PLACES * article + 2]
        return self._store.parts(start, end)

    def after(self, source: int) -> Iterator[bytes]:
        """The audit lines behind the last article of a source, some at a time."""
        places = self._after[source]
        return chain.from_iterable(map(self._store.parts, places[::2], places[1::2]))

    def asides(self) -> Iterator[bytes]:
        """The lines of the quarantine file, some at a time."""
        return self._asides.parts(0, self._asides.size)

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
        self._asides.close()
        if self._prints is not None:
            self._prints.close()
