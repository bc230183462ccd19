"""OUT, the audit and the quarantine file, as JSON Lines."""

from __future__ import annotations

import base64
import dataclasses
import hashlib
import json
from collections import defaultdict
from typing import Any

import orjson

from clean import __version__
from clean.audit import Change
from clean.corpus import Corpus
from clean.patch import in_order
from clean.settings import Settings
from clean.sinks.atomic import OutputFile


def line(row: dict[str, Any]) -> bytes:
    """A row as a line of JSON."""
    try:
        return orjson.dumps(row, option=orjson.OPT_APPEND_NEWLINE)
    except TypeError:  # a whole number beyond 64 bits in the metadata
        return json.dumps(row, ensure_ascii=False, separators=(",", ":"), default=dataclasses.asdict).encode() + b"\n"


def write_rows(out: OutputFile, corpus: Corpus) -> str:
    """Write the articles kept; gives the SHA-256 of all that was written, as hex."""
    digest = hashlib.sha256()
    for article in corpus.kept:
        data = line(article.row(corpus.facts[article.source].name))
        digest.update(data)
        out.write(data)
    return digest.hexdigest()


def write_audit(out: OutputFile, corpus: Corpus, settings: Settings, out_sha256: str) -> None:
    """Write the audit: a line on the run, then every change, in the order of the sources."""
    out.write(
        line(
            {
                "clean": __version__,
                "settings": fingerprint(settings),
                "out_sha256": out_sha256,
                "sources": corpus.facts,
            }
        )
    )
    inside: defaultdict[int, list[Change]] = defaultdict(list)
    for article in corpus.kept:
        inside[article.source] += article.changes
    for source, facts in enumerate(corpus.facts):
        for change in in_order(inside[source] + corpus.changes[source]):
            out.write(line(change.row(facts.name)))


def write_quarantine(out: OutputFile, corpus: Corpus) -> None:
    """Write what could not be read, with its reason and its bytes."""
    for source, aside in corpus.set_aside:
        row = {
            "source": corpus.facts[source].name,
            "start_byte": aside.start,
            "end_byte": aside.end,
            "line": aside.line,
            "error": aside.error,
            "raw_base64": base64.b64encode(aside.raw).decode("ascii"),
        }
        out.write(line(row))


def fingerprint(settings: Settings) -> str:
    """A short hash of all settings that decide what the output is: the same for the same settings."""
    plain = orjson.dumps(
        dataclasses.asdict(settings), option=orjson.OPT_SORT_KEYS, default=lambda names: sorted(map(str, names))
    )
    return hashlib.blake2b(plain, digest_size=8).hexdigest()
