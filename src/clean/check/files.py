"""One corpus file, examined: its findings, and its articles for the search for duplicates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from clean.article import Article
from clean.audit.facts import Facts
from clean.audit.frame import Frame
from clean.check.finding import Finding, Found, key_of
from clean.check.messages import message
from clean.check.records import RecordFile
from clean.check.texts import Text
from clean.flow.batch import Batch
from clean.flow.reading import learn
from clean.settings import Settings
from clean.sources.binary import binary_kind
from clean.sources.encodings import SAMPLE, Encoding, canonical, detect
from clean.sources.lines import main_line_ending, read_lines


@dataclass(frozen=True, slots=True)
class File:
    """A file to check: its name in messages, where it is, how it is read, and the rules that make findings in it.

    Of standard input its `data` are read already.
    """

    name: str
    path: Path
    format: str
    compression: str
    settings: Settings
    rules: frozenset[str]
    data: bytes | None = None


@dataclass(slots=True)
class Examined:
    """What a file's bytes hold; `content` is None for what is not text."""

    facts: Facts
    findings: list[Finding]
    articles: list[Article]
    encoding: Encoding
    content: Text | RecordFile | None


@dataclass(slots=True)
class Checked:
    """What is known of a file in the end: facts, findings, articles, and how much was mended, by rule."""

    facts: Facts
    findings: list[Finding]
    batch: Batch
    mended: Counter[str] = field(default_factory=Counter)


def examine(file: File, data: bytes) -> Examined:
    """Have the stages of `clean run` read a file's bytes."""
    sample = data[:SAMPLE]
    if kind := binary_kind(sample):
        facts = Facts(file.name, len(data), "", file.format, "binary", "", kind)
        found = [Found(0, 0, "binary", message("binary", kind), 0, kind)]
        return Examined(facts, findings(file, found), [], Encoding("binary"), None)
    encoding = detect(sample, file.settings.read.encoding, file.format)
    line_ending = main_line_ending(sample, encoding)
    frame = Frame(file.name, encoding.name, line_ending.decode("ascii"), file.format)
    facts = Facts(file.name, len(data), "", file.format, encoding.name, frame.line_ending, encoding.evidence)
    content = _read(file, data, encoding, frame)
    return Examined(facts, findings(file, _found(file, encoding, content)), content.articles(), encoding, content)


def _read(file: File, data: bytes, encoding: Encoding, frame: Frame) -> Text | RecordFile:
    if file.format != "txt":
        return RecordFile.read(data, encoding, frame, file.settings)
    line_ending = frame.line_ending.encode("ascii")
    # As `clean run` does it, which goes by a source's first bytes where it does not see the whole of it at once.
    usual = learn(data[:SAMPLE], encoding, line_ending, file.settings) if len(data) > SAMPLE else None
    document = read_lines(data[len(encoding.bom) :], encoding, line_ending, len(encoding.bom))
    return Text.read(document, frame, file.settings, usual)


def _found(file: File, encoding: Encoding, content: Text | RecordFile) -> Iterator[Found]:
    told = file.settings.read.encoding
    if encoding.name != "utf-8" and not (told and canonical(told) == encoding.name):
        yield Found(0, 0, "encoding", message("encoding", encoding.name, encoding.evidence), 0, "")
    elif encoding.bom:
        yield Found(0, 0, "byte-order-mark", message("byte-order-mark"), 0, "")
    yield from content.found()


def findings(file: File, found: Iterable[Found]) -> list[Finding]:
    """The findings of the file's rules, sorted, with places that count from 1."""
    made = {
        Finding(file.name, one.line + 1, one.char + 1, one.rule, one.message, one.last + 1, key_of(one.text))
        for one in found
        if one.rule in file.rules
    }
    return sorted(made)
