"""The check that OUT and its audit are whole, belong together, and say the same; what is wrong is told, not raised.

Nothing is believed that can be worked out again: ids from the texts, the sources' bytes and lines from rows and
changes, duplicates from both sides. What cannot (an `evidence`, say) is held by the hashes: the audit has OUT's and its
own, the manifest those of all files.
"""

from __future__ import annotations

import base64
import hashlib
import os
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from pathlib import Path
from typing import Any

import orjson

from clean.article import identify
from clean.audit.change import Change, change_lines
from clean.audit.cuts import flaw_of_row, is_boundary
from clean.audit.facts import Facts
from clean.audit.seal import unsealed
from clean.console.report import many
from clean.contract import aside_flaw, row_flaw
from clean.errors import DataError
from clean.proof.manifest import check_outputs, manifest_of, quarantine_of, read_manifest
from clean.proof.restore import Header, header_of
from clean.proof.rows import file_lines, out_lines, parts, require_files
from clean.proof.tiling import by_source, changes_of, check_source, rows_of
from clean.rules import STAGE_OF
from clean.settings import Read
from clean.sources.compression import open_stream
from clean.sources.find import find_sources, plain_name, shown

Twin = tuple[str, str, int, int, str, float]
"""A removed article as both sides tell of it: survivor, source, first and last line, relation, similarity."""


@dataclass(slots=True)
class Kept:
    """OUT as it was read: what is compared across its articles, and the lines that are none."""

    sha256: str = ""
    count: int = 0
    sources: set[str] = field(default_factory=set)
    flawed: set[int] = field(default_factory=set)
    in_order: bool = True
    ids: dict[str, int] = field(default_factory=dict)
    twins: Counter[Twin] = field(default_factory=Counter)
    base_ids: Counter[str] = field(default_factory=Counter)
    last: tuple[str | int, ...] = ()


@dataclass(slots=True)
class Told:
    """The audit as it was read: its header, what is compared across its changes, and the lines that are none."""

    header: Header | None = None
    count: int = 0
    sources: set[str] = field(default_factory=set)
    flawed: set[int] = field(default_factory=set)
    in_order: bool = True
    last: tuple[str, int, int] = ("", 0, 0)
    asides: list[tuple[str, Change]] = field(default_factory=list)  # what could not be read, with its source's name
    twins: Counter[Twin] = field(default_factory=Counter)
    rules: Counter[str] = field(default_factory=Counter)
    cuts: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))  # the lines at which stories begin

    def note_aside(self, source: str, change: Change) -> None:
        """Note a change of a source if it holds what could not be read."""
        if change.rule in ("set-aside", "binary"):
            self.asides.append((source, change))


@dataclass(slots=True)
class Verdict:
    """What was found to be wrong, and how much was looked at."""

    findings: list[str] = field(default_factory=list)
    articles: int = 0
    changes: int = 0
    sources: int = 0
    bytes: int = 0

    def summary(self) -> str:
        """How it ended, in one line."""
        counts = {"article": self.articles, "change": self.changes, "source": self.sources, "byte": self.bytes}
        seen = ", ".join(many(count, noun) for noun, count in counts.items())
        return f"{many(len(self.findings), 'finding') if self.findings else 'all is well'}: {seen}"


def verify(out: Path, audit: Path | None = None, inputs: Sequence[str] = ()) -> Verdict:
    """Check OUT by itself, with its audit, and with the files that were read.

    Raises InputError where one of the files named cannot be read at all, StreamError where reading fails midway.
    """
    kept, told, verdict = Kept(), Told(), Verdict()
    if audit is not None:
        require_files(out, audit)
    try:
        parts(out)
    except DataError as error:  # what stands in a shard that is missing would be told of line by line
        return Verdict([str(error)])
    verdict.findings += read_kept(out, kept)
    if audit is not None:
        verdict.findings += read_told(audit, told)
    if os.path.exists(manifest := manifest_of(out)):
        verdict.findings += check_manifest(manifest, out, kept, audit, told)
    elif told.header is not None and told.header.has_manifest:
        verdict.findings.append(f"{shown(manifest)}: written by the run, and missing")
    if told.header is not None and audit is not None:
        verdict.findings += compare_asides(quarantine_of(out), told, told.header.quarantine_sha256)
        verdict.findings += _compare(out, kept, audit, told, told.header)
        verdict.findings += compare_inputs(told.header.sources, find_sources(inputs, []).sources) if inputs else ()
        verdict.sources = len(told.header.sources)
        verdict.bytes = sum(facts.bytes for facts in told.header.sources)
    verdict.articles, verdict.changes = kept.count, told.count
    return verdict


# ------------------------------------------------------------------ OUT by itself


def read_kept(out: Path, kept: Kept) -> Iterator[str]:
    """Read OUT, and say what is wrong in it: shapes, ids, order."""
    digest = hashlib.sha256()
    raw = b"\n"
    try:
        for number, raw in enumerate(out_lines(out), 1):
            digest.update(raw)
            kept.count += 1
            row, wrong = _read(raw, row_flaw)
            if wrong:
                kept.flawed.add(number)
            found = [wrong] if wrong else _keep(row, number, kept)
            yield from (f"{shown(out)}:{number}: {finding}" for finding in found)
    except DataError as error:
        yield str(error)
    if not raw.endswith(b"\n"):
        yield f"{shown(out)}: the last line is cut off"
    kept.sha256 = digest.hexdigest()


def _read(raw: bytes, flaw_of: Callable[[object], str]) -> tuple[Any, str]:
    """The value in a line of JSON, and what is wrong with it."""
    try:
        row = orjson.loads(raw)
    except ValueError as error:
        return None, f"not JSON: {error}"
    return row, flaw_of(row)


def _keep(row: dict[str, Any], number: int, kept: Kept) -> Iterator[str]:
    """Note a row, and say what is wrong with it beside those before it."""
    base = identify(row["headline"], row["text"])
    kept.base_ids[base] += 1
    ordinal = kept.base_ids[base]
    if row["id"] != (base if ordinal == 1 else identify(row["headline"], row["text"], ordinal)):
        yield "the id is not that of headline and text"
    if (other := kept.ids.setdefault(row["id"], number)) != number:
        yield f"the id is that of line {other} too"
    span = row["span"]
    place = (row["source"], span["start_byte"], span["part"])
    if place <= kept.last:
        kept.in_order = False
        yield "the row is out of order"
    kept.last = place
    kept.sources.add(row["source"])
    for twin in row["duplicates"]:
        of = (twin["source"], twin["start_line"], twin["end_line"], twin["relation"], twin["similarity"])
        kept.twins[(row["id"], *of)] += 1


# ------------------------------------------------------------------ the audit by itself


def read_told(audit: Path, told: Told) -> Iterator[str]:
    """Read the audit, and say what is wrong in it: shapes, names, order, its own hash."""
    digest = hashlib.sha256()
    seal = ""
    raw = b"\n"
    for number, raw in enumerate(file_lines(audit), 1):
        where = f"{shown(audit)}:{number}"
        if number == 1:
            seal, hashed = unsealed(raw, "audit_sha256")
            digest.update(hashed)
        else:
            digest.update(raw)
        try:
            row = orjson.loads(raw)
            if number == 1:
                told.header = header_of(row)
            else:
                _note(row, raw, told)
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            told.flawed.add(number)
            yield f"{where}: {_named(error)}"
    if told.header is None:
        yield f"{shown(audit)}: the first line, which tells of the run, is missing or damaged: no more can be checked"
    if not raw.endswith(b"\n"):
        yield f"{shown(audit)}: the last line is cut off"
    if seal != digest.hexdigest():
        yield f"{shown(audit)}: its SHA-256 is not the one in its first line: it was changed"


def _named(error: Exception) -> str:
    return f"{error} is missing" if isinstance(error, KeyError) else str(error)


def _note(row: Any, raw: bytes, told: Told) -> None:
    """Note a change; ValueError, KeyError or TypeError where the line is not just what a run would write."""
    told.count += 1
    if is_boundary(row):
        if wrong := flaw_of_row(row, raw):
            raise ValueError(wrong)
        told.cuts[row["source"]] += row["lines"]
        return
    change = Change.of_row(row)
    if change_lines([change], row["source"]) != raw:
        raise ValueError("not as a run writes it")
    place = (row["source"], change.start_byte, change.end_byte)
    told.in_order &= told.last <= place
    told.last = place
    told.sources.add(row["source"])
    told.note_aside(row["source"], change)
    told.rules.update(rule for rule in change.rules if STAGE_OF.get(rule) != "dedupe")
    if STAGE_OF[change.rule] == "dedupe":
        twin = (row["source"], change.start_line, change.end_line, change.relation, change.similarity or 0.0)
        told.twins[(change.duplicate_of, *twin)] += 1


# ------------------------------------------------------------------ both together


def _compare(out: Path, kept: Kept, audit: Path, told: Told, header: Header) -> Iterator[str]:
    """What is wrong with OUT and audit beside each other."""
    if kept.sha256 != header.out_sha256:
        yield f"{shown(out)}: its SHA-256 is not the one in {shown(audit)}: it was changed, or is of another run"
    names = [facts.name for facts in header.sources]
    if names != sorted(set(names)):
        yield f"{shown(audit)}:1: the sources are not in the order of their names, each once"
    strange = sorted((kept.sources | told.sources | set(told.cuts)) - set(names))
    for name in strange:
        yield f"{name}: not among the sources of the audit"
    if not told.in_order:
        yield f"{shown(audit)}: the changes are not in the order of their bytes"
    yield from compare_twins(kept, told)
    sorted_names = names == sorted(set(names)) and not strange
    rows = by_source(rows_of(out, kept.flawed), attrgetter("span_bytes"), kept.in_order and sorted_names)
    changes = by_source(
        changes_of(audit, told.flawed), attrgetter("start_byte", "end_byte"), told.in_order and sorted_names
    )
    for facts in header.sources:
        own = rows(facts.name), changes(facts.name)
        yield from check_source(facts, *own)
        for left in own:  # of a source that is broken: it stands before what the next ones have
            deque(left, maxlen=0)


def compare_twins(kept: Kept, told: Told) -> Iterator[str]:
    """Every duplicate taken out names a kept article, which names it, and both say the same."""
    for (survivor, source, first, last, _, similarity), _count in sorted((told.twins - kept.twins).items()):
        where = f"{source}:{first}-{last}: the duplicate"
        if survivor not in kept.ids:
            yield f"{where} names {survivor}, which is not kept"
        else:
            yield f"{where} is not named alike by {survivor}, which it names"
        if not 0 < similarity <= 1:
            yield f"{where} has the similarity {similarity}"
    for (survivor, source, first, last, *_), _count in sorted((kept.twins - told.twins).items()):
        yield f"{source}:{first}-{last}: no duplicate of {survivor} by the audit"


# ------------------------------------------------------------------ what was set aside, and the manifest


def compare_asides(quarantine: Path, told: Told, sha256: str) -> Iterator[str]:
    """The quarantine file holds just what the audit says was set aside, and has this SHA-256 ("": there is none)."""
    told_of = {(name, change.start_byte, change.end_byte, _base64(change)) for name, change in told.asides}
    if not os.path.exists(quarantine):
        if told_of or sha256:
            yield f"{shown(quarantine)}: written by the run, and missing"
        return
    found: set[tuple[str, int, int, str]] = set()
    digest = hashlib.sha256()
    for number, raw in enumerate(file_lines(quarantine), 1):
        digest.update(raw)
        row, wrong = _read(raw, aside_flaw)
        if wrong:
            yield f"{shown(quarantine)}:{number}: {wrong}"
        else:
            found.add((row["source"], row["start_byte"], row["end_byte"], row["raw_base64"]))
    if digest.hexdigest() != sha256:
        yield f"{shown(quarantine)}: its SHA-256 is not the one in the audit: it was changed, or is of another run"
    for name, start, end, _ in sorted(found ^ told_of):
        yield f"{name}: bytes {start} to {end} are not set aside alike in the audit and in {shown(quarantine)}"


def _base64(change: Change) -> str:
    return base64.b64encode(change.before).decode("ascii") if isinstance(change.before, bytes) else ""


def check_manifest(path: Path, out: Path, kept: Kept, audit: Path | None, told: Told) -> Iterator[str]:
    """The manifest beside OUT is whole, and tells of these files, these sources, these numbers."""
    manifest, wrong = read_manifest(path)
    if wrong:
        yield f"{shown(path)}: {wrong}"
    if not manifest:
        return
    yield from check_outputs(manifest, out, audit)
    counts: dict[str, Any] = {"articles": kept.count}
    if told.header is not None:
        if manifest["settings"] != told.header.settings:
            yield f"{shown(path)}: other settings than the audit's"
        facts = [{"name": facts.name, "bytes": facts.bytes, "sha256": facts.sha256} for facts in told.header.sources]
        if manifest["inputs"] != facts:
            yield f"{shown(path)}: other inputs than the audit's"
        counts |= {
            "sources": len(facts),
            "bytes": sum(source.bytes for source in told.header.sources),
            "duplicates": told.twins.total(),
            "set_aside": len(told.asides),
            "relations": dict(Counter(twin[4] for twin in told.twins.elements())),
            "rules": dict(told.rules),
        }
    for name, count in counts.items():
        if manifest["counts"].get(name) != count:
            yield f"{shown(path)}: {name}: {manifest['counts'].get(name)}, by the files {count}"


# ------------------------------------------------------------------ the files that were read


def compare_inputs(told: list[Facts], sources: Iterable[Any]) -> Iterator[str]:
    """What differs between the files that are there now and those that the audit tells of."""
    left = {plain_name(facts.name): facts for facts in told}
    for source in sources:
        facts = left.pop(plain_name(source.name), None)
        if facts is None:
            yield f"{source.name}: not among the sources of the audit"
            continue
        digest = hashlib.sha256()
        try:
            for chunk in open_stream(source.path, source.compression, Read(), shown(source.path)):
                digest.update(chunk)
        except DataError as error:
            yield str(error)
            continue
        if digest.hexdigest() != facts.sha256:
            yield f"{source.name}: the file is not the one that was read"
    yield from (f"{facts.name}: read by the run, not among the inputs given" for facts in left.values())
