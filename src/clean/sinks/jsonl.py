"""The rows of OUT, the audit and the quarantine file, as lines of JSON."""

from __future__ import annotations

import dataclasses
import hashlib
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

import orjson

from clean import __version__
from clean.audit.change import change_lines
from clean.audit.seal import BLANK
from clean.contract import Header
from clean.engines import ranges
from clean.engines.serial import Spread
from clean.flow.batch import ID
from clean.flow.corpus import Corpus, as_duplicate, removal_change
from clean.flow.shelf import INSIDE
from clean.settings import Settings
from clean.sinks.atomic import OutputFile


def line(value: Mapping[str, Any]) -> bytes:
    """An object as a line of JSON."""
    return orjson.dumps(value, option=orjson.OPT_APPEND_NEWLINE)


def kept_rows(corpus: Corpus) -> Iterator[bytes]:
    """The rows of the articles kept, in order, some together."""

    def rows(some: range) -> Iterator[bytes]:
        return (row(corpus, article) for article in some if article not in corpus.removals)

    return _put_together(rows, len(corpus.shelf), corpus.spread)


MOST = 1 << 24
"""Bytes that are put together at most: what stands between two articles may be of any size."""


def _put_together(pieces: Callable[[range], Iterator[bytes]], articles: int, spread: Spread) -> Iterator[bytes]:
    """The pieces of all articles, in order; each tells what it gives of some of them."""

    def joined(some: range) -> bytes | None:
        data = bytearray()
        for piece in pieces(some):
            data += piece
            if len(data) > MOST:
                return None
        return bytes(data)

    parts = ranges(articles)
    for some, data in zip(parts, spread(joined, parts), strict=True):
        yield from pieces(some) if data is None else (data,)


def row(corpus: Corpus, article: int) -> bytes:
    """An article's row as a line, put together from what was written of it early and what the corpus decided."""
    shelf = corpus.shelf
    head, metadata = shelf.written(article)
    if article in corpus.ids:
        head = head[: ID.start] + corpus.ids[article].encode("ascii") + head[ID.stop :]
    removed = corpus.duplicates.get(article)
    duplicates = orjson.dumps([as_duplicate(corpus, twin) for twin in removed]) if removed else b"[]"
    return b'%s%d},"duplicates":%s,"metadata":%s}\n' % (head, shelf.parts[article], duplicates, metadata)


class Beside(NamedTuple):
    """What the audit tells of the files beside it: so that none of them can be changed or missing unseen."""

    out_sha256: str
    quarantine_sha256: str  # "" where nothing was set aside
    has_manifest: bool


def write_audit(out: OutputFile, corpus: Corpus, settings: Settings, beside: Beside) -> None:
    """Write the audit: a line on the run, then every change, in the order of the sources.

    The first line has the audit's own hash (`seal.py`), which is put in when all is written.
    """
    header: Header = {
        "clean": __version__,
        "settings": fingerprint(settings),
        "out_sha256": beside.out_sha256,
        "quarantine_sha256": beside.quarantine_sha256,
        "manifest": beside.has_manifest,
        "audit_sha256": BLANK,
        "sources": corpus.shelf.facts,
    }
    first = line(header)
    place = first.index(b'"audit_sha256":"') + len(b'"audit_sha256":"')
    if not out.can_amend:  # a pipe: all is put together twice, once to be hashed
        first = first[:place] + _sealed(first, corpus) + first[place + len(BLANK) :]
    digest = hashlib.sha256(first)
    out.write(first)
    for data in filter(None, audit_lines(corpus, corpus.spread)):
        digest.update(data)
        out.write(data)
    if out.can_amend:
        out.amend(place, digest.hexdigest().encode())


def _sealed(first: bytes, corpus: Corpus) -> bytes:
    digest = hashlib.sha256(first)
    for data in audit_lines(corpus):
        digest.update(data)
    return digest.hexdigest().encode()


def audit_lines(corpus: Corpus, spread: Spread = map) -> Iterator[bytes]:
    """The lines of the audit after the first, some at a time, or none."""
    begins = [bisect_left(corpus.shelf.sources, source) for source in range(len(corpus.shelf.facts))]
    telling = _telling(corpus, begins)
    begun, tellers = frozenset(begins), frozenset(telling.values())

    def told(some: range) -> Iterator[bytes]:
        for article in some:
            if article in begun:
                yield from _source_ends(corpus, article, telling)
            yield from _told(corpus, article, article in tellers)

    yield from _put_together(told, len(corpus.shelf), spread)
    yield from _source_ends(corpus, len(corpus.shelf), telling)


def _telling(corpus: Corpus, begins: Sequence[int]) -> dict[int, int]:
    """By source the article that tells of its boundaries: in a row of OUT, lest these seem to be a part of what was
    taken out; sources without one are not there. Each begins with so many an article.
    """
    kept = {}
    for source, (begin, end) in enumerate(pairwise([*begins, len(corpus.shelf)])):
        first = next((article for article in range(begin, end) if article not in corpus.removals), None)
        if first is not None:
            kept[source] = first
    return kept


def _source_ends(corpus: Corpus, article: int, telling: Mapping[int, int]) -> Iterator[bytes]:
    """What stands behind the last article of the sources that end before an article."""
    shelf = corpus.shelf
    first = shelf.sources[article - 1] if article else 0
    for source in range(first, shelf.sources[article] if article < len(shelf) else len(shelf.facts)):
        yield from shelf.after(source)
        if source not in telling:
            yield from map(line, shelf.cuts[source].rows(shelf.facts[source].name))


def _told(corpus: Corpus, article: int, tells: bool) -> Iterator[bytes]:
    """What is told of an article and of what stands before it, and of its source's boundaries if it `tells` of them."""
    shelf = corpus.shelf
    source = shelf.sources[article]
    yield from shelf.before(article)
    if article in corpus.removals:
        yield change_lines([removal_change(corpus, article)], shelf.facts[source].name)
        return
    if tells:
        start, _, first, _ = shelf.spans[4 * article : 4 * article + 4]
        yield from map(line, shelf.cuts[source].rows(shelf.facts[source].name, (start, first)))
    yield shelf.piece(article, INSIDE)


def write_quarantine(out: OutputFile, corpus: Corpus) -> str:
    """Write what could not be read, with its reason and its bytes; gives the SHA-256, "" where all could be."""
    digest = hashlib.sha256()
    for data in corpus.shelf.asides():
        digest.update(data)
        out.write(data)
    return digest.hexdigest() if corpus.shelf.unread else ""


def fingerprint(settings: Settings) -> str:
    """A short hash of all settings that decide what the output is: the same for the same settings."""
    plain = orjson.dumps(
        dataclasses.asdict(settings), option=orjson.OPT_SORT_KEYS, default=lambda names: sorted(map(str, names))
    )
    return hashlib.blake2b(plain, digest_size=8).hexdigest()
