"""Takes lines out of articles that stand at the head or tail of many different ones: corpus rule `repeated-line`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from clean.article import Article
from clean.audit.change import Change, change_lines
from clean.audit.frame import Frame
from clean.audit.patch import WHOLE, as_text, restore_article
from clean.engines import ranges
from clean.errors import InputError
from clean.flow.batch import bytes_lost, line_hash, row_head
from clean.flow.corpus import Corpus
from clean.flow.shelf import Shelf
from clean.rules import STAGE_OF
from clean.settings import Boilerplate
from clean.sources.encodings import Encoding
from clean.sources.find import shown
from clean.sources.lines import read_lines

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from clean.stages.boilerplate import Learned

RULE = "repeated-line"


def remove_repeated_lines(corpus: Corpus, settings: Boilerplate, learned: Learned | None = None) -> None:
    """Learn which lines repeat, unless what was `learned` before is given, and take them out.

    A row of a run before keeps its lines, unless they were given: what repeats was taken out then, and what that has
    left may be in a larger share of the articles.
    """
    if RULE in settings.off or len(corpus.shelf) < (1 if learned else settings.repeated_articles):
        return
    keeps = bytes(len(corpus.shelf)) if learned else corpus.shelf.are_rows
    learned = learned or learn_lines(corpus, settings)
    if not learned.lines:
        return
    from clean.stages.boilerplate import strip

    shelf = corpus.shelf
    sides = {folder: learned.sides(folder) for folder in set(folders_of(corpus))}
    having = [number for number in _having(shelf, learned) if not keeps[number]]

    def stripped(some: range) -> list[Stripped]:
        found: list[Stripped] = []
        for number in having[some.start : some.stop]:
            folder = shelf.facts[shelf.sources[number]].folder
            row = shelf.row(number)
            if places := strip(row["text"].split("\n"), sides[folder], settings):
                found += _stripped(corpus, number, shelf.article(number, row), places)
        return found

    for part in corpus.spread(stripped, ranges(len(having))):
        for one in part:
            shelf.replace(one.number, one.span, *one.pieces)
            shelf.rules[RULE] += one.lines
            shelf.lost[shelf.sources[one.number]] += one.lost


class Stripped(NamedTuple):
    """An article without its repeated lines: its number, span and pieces as `Shelf.replace` takes them, how many lines
    went, and how many bytes.
    """

    number: int
    span: tuple[int, int, int, int]
    pieces: tuple[bytes, bytes, bytes, bytes]
    lines: int
    lost: int


def read_learned(path: Path) -> Learned:
    """The lines in a file that `clean boilerplate learn` wrote and somebody may have edited."""
    from clean.stages.boilerplate import Learned

    try:
        return Learned.read(path)
    except OSError as error:
        raise InputError("cannot read", shown(path), error.strerror or str(error)) from error


def learn_lines(corpus: Corpus, settings: Boilerplate) -> Learned:
    """The lines that repeat over the corpus; only articles with a line that is often there are read again."""
    from clean.stages.boilerplate import Learned, find_repeated

    affected = often(corpus.shelf, settings.repeated_articles)
    if not len(affected):
        return Learned()
    return find_repeated(Affected(corpus.shelf, affected), folders_of(corpus), settings, spread=corpus.spread)


class Affected(Sequence[Sequence[str]]):
    """The lines of each article that has a line which is often there, none of the others: read when asked for."""

    def __init__(self, shelf: Shelf, affected: NDArray[np.int64]) -> None:
        self._shelf = shelf
        self._affected = bytearray(len(shelf))
        for article in affected.tolist():
            self._affected[article] = True

    def __len__(self) -> int:
        return len(self._shelf)

    def __getitem__(self, number: Any) -> Any:
        return self._shelf.text(number).split("\n") if self._affected[number] else ()


def often(shelf: Shelf, least: int) -> NDArray[np.int64]:
    """The articles one of whose line hashes stands in so many articles, or more."""
    import numpy as np

    from clean.similarity.shingles import distinct

    ordered = np.sort(np.asarray(shelf.line_hashes, np.uint32))  # most stand once: these are not looked at any further
    last = ordered[least - 1 :]
    pairs = distinct(_owned(shelf, distinct(last[last == ordered[: len(last)]])))
    hashes = pairs >> np.uint64(32)
    first = np.flatnonzero(np.append(True, hashes[1:] != hashes[:-1]))
    counts = np.diff(np.append(first, len(hashes)))
    common = pairs[np.repeat(counts >= least, counts)] & np.uint64(0xFFFFFFFF)
    return distinct(common).astype(np.int64)


def _having(shelf: Shelf, learned: Learned) -> list[int]:
    """The articles that may have one of the learned lines, by its hash."""
    import numpy as np

    from clean.similarity.shingles import distinct

    wanted = distinct(np.array([line_hash(line.line) for line in learned.lines], np.uint32))
    having: list[int] = distinct(_owned(shelf, wanted) & np.uint64(0xFFFFFFFF)).tolist()
    return having


AT_ONCE = 1 << 16
"""Articles whose hashes are looked up together: as numbers of 64 bits those of all would be a tenth of the memory."""


def _owned(shelf: Shelf, wanted: NDArray[np.uint32]) -> NDArray[np.uint64]:
    """The lines near the ends of articles that have one of these hashes, which are in order: it and the article."""
    import numpy as np

    counts, hashes = np.asarray(shelf.line_counts, np.uint32), np.asarray(shelf.line_hashes, np.uint32)
    found = [np.zeros(0, np.uint64)]
    place = 0
    for first in range(0, len(counts) if len(wanted) else 0, AT_ONCE):
        some = counts[first : first + AT_ONCE]
        own = hashes[place : place + int(some.sum())]
        place += len(own)
        having = wanted[np.minimum(np.searchsorted(wanted, own), len(wanted) - 1)] == own
        owner = np.repeat(np.arange(first, first + len(some), dtype=np.uint64), some)
        found.append(own[having].astype(np.uint64) << np.uint64(32) | owner[having])
    return np.concatenate(found)


def folders_of(corpus: Corpus) -> list[str]:
    """The folder of each article's source, by its name; "" for the working folder itself."""
    names = [facts.folder for facts in corpus.shelf.facts]
    return [names[source] for source in corpus.shelf.sources]


def _stripped(corpus: Corpus, number: int, article: Article, places: list[int]) -> Iterator[Stripped]:
    """An article without lines of its text, with a change for each; none where they are no house lines."""
    frame = corpus.frame(number)
    lines = article.text.split("\n")
    raw = restore_article(article, frame) if article.changes or frame.format == "txt" else b""
    if frame.format == "txt":
        spans = text_lines(article, raw, frame)
        if len(spans) != len(lines) or (places[0] == 0 and _opens_with_dateline(article, spans[0][1])):
            return  # that is no house line
        changes = _in_file(article, raw, frame, [spans[place] for place in places])
    else:
        changes = _in_record(article, raw, frame, [lines[place] for place in places])
    gone = set(places)
    article.text = "\n".join(line for place, line in enumerate(lines) if place not in gone)
    article.changes = changes
    before, after = _narrow(article) if frame.format == "txt" else ([], [])
    around, inside, behind = (change_lines(some, frame.name) for some in (before, article.changes, after))
    lost = sum(bytes_lost(change, frame.format != "txt") for change in changes if change.rule == RULE)
    pieces = row_head(article, frame.name), around, inside, behind
    yield Stripped(number, (*article.span_bytes, *article.span_lines), pieces, len(places), lost)


def _opens_with_dateline(article: Article, end: int) -> bool:
    """Whether the dateline opens the first line, which ends at that byte: no change tells of one further below."""
    below = any("dateline" in change.rules and change.start_byte >= end for change in article.changes)
    return bool(article.dateline) and not below


def _narrow(article: Article) -> tuple[list[Change], list[Change]]:
    """Draw an article's span in to its first and last line of content; gives the changes that then lie around it."""
    changes = list(article.changes)
    before: list[Change] = []
    after: list[Change] = []
    (start, end), (first, last) = article.span_bytes, article.span_lines
    while changes and changes[0].start_byte == start and STAGE_OF[changes[0].rule] == "boilerplate":
        before.append(changes.pop(0))
        start, first = before[-1].end_byte, before[-1].end_line + 1
    while changes and changes[-1].end_byte == end and STAGE_OF[changes[-1].rule] == "boilerplate":
        after.insert(0, changes.pop())
        end, last = after[0].start_byte, after[0].start_line - 1
    article.changes, article.span_bytes, article.span_lines = changes, (start, end), (first, last)
    return before, after


def _in_file(article: Article, raw: bytes, frame: Frame, spans: list[tuple[int, int, int, int]]) -> list[Change]:
    """An article's changes with further ones for the lines at these bytes and line numbers."""
    base = article.span_bytes[0]
    changes = article.changes
    for start, end, first, last in spans:
        before = as_text(raw[start - base : end - base], frame.encoding)
        changes = [change for change in changes if not _lies_in(change, start, end)]
        changes.append(Change(start, end, first, last, RULE, before))
    return sorted(changes, key=lambda change: (change.start_byte, change.end_byte))


def _lies_in(change: Change, start: int, end: int) -> bool:
    """Whether a change lies in these bytes; that of a last line without an ending lies at their end."""
    return start <= change.start_byte < end or (change.start_byte == end and change.rule == "final-newline")


def _in_record(article: Article, raw: bytes, frame: Frame, lines: list[str]) -> list[Change]:
    """A record's changes, the whole record among them, as its text stands in OUT no longer."""
    if not article.changes:  # one of several stories: the record stands whole elsewhere
        return []
    whole = Change(*article.span_bytes, *article.span_lines, "record", as_text(raw, frame.encoding))
    told = [change for change in article.changes if change.rule not in WHOLE]
    return [whole, *told, *(whole._replace(rule=RULE, before=f"{line}\n") for line in lines)]


def text_lines(article: Article, raw: bytes, frame: Frame) -> list[tuple[int, int, int, int]]:
    """Where the lines of an article's text stand in its source: bytes, half-open, and line numbers, inclusive.

    `raw` are the bytes of the article's span. Lines that a change takes out whole are none of them, nor is a headline
    that stands first; lines that were joined are one.
    """
    base, first = article.span_bytes[0], article.span_lines[0]
    document = read_lines(raw, Encoding(frame.encoding), frame.line_ending.encode(), base)
    whole = {
        line
        for change in article.changes
        for line in range(change.start_line - first, change.end_line - first + 1)
        if not change.after and change.end_byte > change.start_byte and _covers(change, document.offsets, line)
    }
    joined = {change.start_line - first for change in article.changes if change.rule == "hard-wrap"}
    kept = [line for line in range(len(document)) if line not in whole]
    if article.headline and not any("headline" in change.rules for change in article.changes):
        kept = kept[1:]
    spans: list[tuple[int, int, int, int]] = []
    for line in kept:
        start, end = document.offsets[line], document.offsets[line + 1]
        if spans and line - 1 in joined:
            spans[-1] = (spans[-1][0], end, spans[-1][2], first + line)
        else:
            spans.append((start, end, first + line, first + line))
    return spans


def _covers(change: Change, offsets: Sequence[int], line: int) -> bool:
    return change.start_byte <= offsets[line] and offsets[line + 1] <= change.end_byte
