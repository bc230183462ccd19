"""The rows of OUT, the audit and the quarantine file, as lines of JSON."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import orjson

from clean import __version__
from clean.audit.seal import BLANK
from clean.contract import Header
from clean.flow.batch import ID, change_lines
from clean.flow.corpus import Corpus, as_duplicate, removal_change
from clean.flow.shelf import INSIDE
from clean.settings import Settings
from clean.sinks.atomic import OutputFile


def line(value: Mapping[str, Any]) -> bytes:
    """An object as a line of JSON."""
    return orjson.dumps(value, option=orjson.OPT_APPEND_NEWLINE)


def kept_rows(corpus: Corpus) -> Iterator[bytes]:
    """The rows of the articles kept, in order."""
    return (row(corpus, article) for article in range(len(corpus.shelf)) if article not in corpus.removals)


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
    for data in filter(None, audit_lines(corpus)):
        digest.update(data)
        out.write(data)
    if out.can_amend:
        out.amend(place, digest.hexdigest().encode())


def _sealed(first: bytes, corpus: Corpus) -> bytes:
    digest = hashlib.sha256(first)
    for data in audit_lines(corpus):
        digest.update(data)
    return digest.hexdigest().encode()


def audit_lines(corpus: Corpus) -> Iterator[bytes]:
    """The lines of the audit after the first, some at a time, or none."""
    shelf = corpus.shelf
    article = 0
    for source, facts in enumerate(shelf.facts):
        cuts = shelf.cuts[source]
        told = False
        while article < len(shelf) and shelf.sources[article] == source:
            yield from shelf.before(article)
            if article in corpus.removals:
                yield change_lines([removal_change(corpus, article)], facts.name)
            else:
                if not told:  # in a row of OUT, lest they seem to be a part of what was taken out
                    start, _, first, _ = shelf.spans[4 * article : 4 * article + 4]
                    yield from map(line, cuts.rows(facts.name, (start, first)))
                    told = True
                yield shelf.piece(article, INSIDE)
            article += 1
        yield from shelf.after(source)
        if not told:
            yield from map(line, cuts.rows(facts.name))


def write_quarantine(out: OutputFile, corpus: Corpus) -> str:
    """Write what could not be read, with its reason and its bytes; gives the SHA-256, "" where all could be."""
    digest = hashlib.sha256()
    for data in corpus.shelf.asides():
        digest.update(data)
        out.write(data)
    return digest.hexdigest() if corpus.shelf.set_aside else ""


def fingerprint(settings: Settings) -> str:
    """A short hash of all settings that decide what the output is: the same for the same settings."""
    plain = orjson.dumps(
        dataclasses.asdict(settings), option=orjson.OPT_SORT_KEYS, default=lambda names: sorted(map(str, names))
    )
    return hashlib.blake2b(plain, digest_size=8).hexdigest()
