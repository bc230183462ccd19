"""What `--fix` does: a file with everything mended that a reader would not miss, and nothing else.

Encoding, white space, invisible characters, mojibake, repeated headlines, blank lines beyond the first; no story and no
boilerplate. The mended file is read before it takes the place of the old one: `clean run` must make the same articles
of it, field by field. For that reason a repeated headline or blank lines stay that told where a story begins.
"""

from __future__ import annotations

import json
import os
from codecs import BOM_UTF8
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from clean.article import Article
from clean.check.files import Examined, File, examine
from clean.check.records import Literal, Parsed, RecordFile, Value, literals_of
from clean.check.selection import MENDED
from clean.check.texts import Text, blank_runs, repeats
from clean.document import Document
from clean.errors import RetryError
from clean.rules import STAGE_OF
from clean.settings import Settings
from clean.sinks.atomic import Outputs
from clean.sources.encodings import Encoding, encode
from clean.sources.find import shown
from clean.sources.lines import encode_ending, read_lines, rule_of

TRIES = 32
"""Times that a file is read again to find out which lines may go: enough to single out five of them."""

ROUNDS = 8
"""Times that a file is mended: what one round takes out (a repeated headline) shows more (blank lines at its end)."""

Lines = tuple[int, range]
"""Lines that may go: the number of their text in the file, and the lines."""


def mend(file: File, data: bytes, examined: Examined) -> tuple[Examined, Counter[str]]:
    """Mend a file in place; what is found in it afterwards, and how many findings are gone, by rule."""
    rules = file.rules & MENDED
    result, after = data, examined
    for _ in range(ROUNDS):
        if after.content is None or not any(finding.rule in rules for finding in after.findings):
            break
        mended = _mended(file, result, after, after.content, rules)
        if mended is None:
            break
        result, after = mended
    if result == data:
        return examined, Counter()
    write(file, data, result)
    gone = Counter(finding.rule for finding in examined.findings) - Counter(finding.rule for finding in after.findings)
    return after, gone


def _mended(
    file: File, data: bytes, examined: Examined, content: Text | RecordFile, rules: frozenset[str]
) -> tuple[bytes, Examined] | None:
    """The mended bytes and what is found in them; None where nothing can be mended."""
    build, groups = _draft(file, data, examined.encoding, content, rules)
    fields = list(map(_fields, examined.articles))

    def attempt(gone: Iterable[Lines]) -> tuple[bytes, Examined] | None:
        result = build(gone)
        after = examine(file, result)
        return (result, after) if list(map(_fields, after.articles)) == fields else None

    best: tuple[bytes, Examined] | None = None
    gone: list[Lines] = []
    waiting = [groups] if groups else []
    for _ in range(TRIES):
        if not waiting:
            break
        part = waiting.pop()
        if done := attempt([*gone, *part]):
            best = done
            gone += part
        elif len(part) > 1:
            half = len(part) // 2
            waiting += part[half:], part[:half]
    best = best or attempt([])
    return best if best is not None and best[0] != data else None


def _fields(article: Article) -> tuple[Any, ...]:
    """All that an article says."""
    return (
        article.headline,
        article.text,
        article.byline,
        article.dateline,
        article.agency,
        article.date,
        article.highlights,
        article.metadata,
    )


Build = Callable[[Iterable[Lines]], bytes]


def _draft(
    file: File, data: bytes, encoding: Encoding, content: Text | RecordFile, rules: frozenset[str]
) -> tuple[Build, list[Lines]]:
    """What builds the mended bytes without some lines, and the lines that may go."""
    if isinstance(content, Text):
        draft = TextDraft.of(file, data, encoding, content, rules)
        return draft.build, [(0, run) for run in may_go(content, rules)]
    return RecordDraft(content, encoding, file.settings, rules).build, [
        (number, run)
        for number, parsed in enumerate(content.parsed)
        for value in parsed.values[-1:]  # the text
        for run in may_go(value.text, rules)
    ]


def may_go(text: Text, rules: frozenset[str]) -> list[range]:
    """Lines that say nothing: blank ones, and those that repeat the headline."""
    size = len(text.document)
    runs = [
        run
        for run in blank_runs(text.document)
        if ("trailing-blank-lines" if run.stop == size else "blank-lines") in rules
    ]
    return runs + (list(repeats(text)) if "duplicate-headline" in rules else [])


def mended_lines(document: Document, settings: Settings, rules: frozenset[str]) -> Document:
    """The lines as these rules alone leave them."""
    from clean.stages.normalize import normalize

    own = {rule for rule, stage in STAGE_OF.items() if stage == "normalize"}
    if own & rules:
        normalize(document, replace(settings.normalize, off=settings.normalize.off | (own - rules)))
    return document


@dataclass(slots=True)
class TextDraft:
    """A text file's lines as bytes of the encoding in which it is to be, endings apart."""

    head: bytes
    lines: list[tuple[bytes, bytes]]

    @classmethod
    def of(cls, file: File, data: bytes, encoding: Encoding, text: Text, rules: frozenset[str]) -> TextDraft:
        """The file with what is in its lines mended."""
        main = text.frame.line_ending.encode("ascii")
        document = mended_lines(
            read_lines(data[len(encoding.bom) :], encoding, main, len(encoding.bom)), file.settings, rules
        )
        target = _target(encoding, rules, readable=not any(_is_lost(text, line) for line in document.raw))
        lines: list[tuple[bytes, bytes]] = []
        for line, content in enumerate(document.lines):
            ending = _ending(document, line, main, rules)
            before = document.raw.get(line)
            keeps = before is not None and (_is_lost(text, line) or not _converts(encoding, target, rules))
            written = None if keeps else encode(content, target.name)
            if written is None:
                written = before if before is not None else encode(text.original(line), target.name) or b""
            lines.append((written, encode_ending(ending, target)))
        return cls(target.bom, lines)

    def build(self, gone: Iterable[Lines]) -> bytes:
        """The file without some lines."""
        dropped = {line for _, run in gone for line in run}
        kept = (content + ending for line, (content, ending) in enumerate(self.lines) if line not in dropped)
        return self.head + b"".join(kept)


def _target(encoding: Encoding, rules: frozenset[str], readable: bool) -> Encoding:
    """What the mended file is in: UTF-8, unless that is not wanted or some of its bytes are no text."""
    if encoding.name != "utf-8":
        return Encoding() if "encoding" in rules and readable else encoding
    return replace(encoding, bom=b"") if "byte-order-mark" in rules else encoding


def _converts(encoding: Encoding, target: Encoding, rules: frozenset[str]) -> bool:
    """Whether single lines in another encoding are brought to that of the file."""
    return encoding.name != target.name or (target.name == "utf-8" and "line-encoding" in rules)


def _is_lost(text: Text, line: int) -> bool:
    """Whether bytes of a line are no text, which only stay what they are as bytes."""
    return rule_of(text.original(line)) == "undecodable"


def _ending(document: Document, line: int, main: bytes, rules: frozenset[str]) -> bytes:
    """The line ending that a line gets."""
    ending = document.endings.get(line, main)
    rule = "line-ending" if ending else "final-newline"
    return main if rule in rules else ending


def _leading(data: bytes, mark: bytes) -> int:
    """How many times the data begins with a mark."""
    count = 0
    while data.startswith(mark, count * len(mark)):
        count += 1
    return count


@dataclass(slots=True)
class RecordDraft:
    """A record file, of which only the strings are written anew in which something was mended."""

    content: RecordFile
    encoding: Encoding
    settings: Settings
    rules: frozenset[str]

    def build(self, gone: Iterable[Lines]) -> bytes:
        """The file without some lines of its records' texts."""
        dropped: dict[int, set[int]] = {}
        for number, run in gone:
            dropped.setdefault(number, set()).update(run)
        target = _target(self.encoding, self.rules, readable=not any(parsed.problem for parsed in self.content.parsed))
        header = [self.content.header.raw] if self.content.header else []
        raws = [*header, *(self._record(each, dropped.get(i, set())) for i, each in enumerate(self.content.parsed))]
        if target.name != self.encoding.name:
            raws = [raw.decode(self.encoding.name).encode(target.name) for raw in raws]
        content = b"".join(raws)
        if "byte-order-mark" in self.rules and target.name == "utf-8":
            content = content.removeprefix(BOM_UTF8 * _leading(content, BOM_UTF8))  # behind the first may stand more
        return target.bom + content

    def _record(self, parsed: Parsed, dropped: set[int]) -> bytes:
        """The bytes of a record, in the encoding in which it was."""
        changed = [(value, new) for value in parsed.values if (new := self._value(value, dropped)) != value.content]
        if not changed:
            return parsed.record.raw
        raw = parsed.record.raw.decode(self.encoding.name)
        literals = literals_of(raw, self.content.table, [value.name for value, _ in changed])
        places = sorted(
            (literals[value.name], literal)
            for value, new in changed
            if value.name in literals and (literal := self._literal(raw, literals[value.name], new)) is not None
        )
        for place, literal in reversed(places):
            raw = raw[: place.start] + literal + raw[place.end :]
        return raw.encode(self.encoding.name)

    def _value(self, value: Value, dropped: set[int]) -> str:
        """A value's text, mended."""
        main = value.text.frame.line_ending.encode("ascii")
        document = mended_lines(read_lines(value.content.encode("utf-8"), Encoding(), main), self.settings, self.rules)
        rules = self.rules - {"final-newline"}  # a string ends where it ends
        gone = dropped if value.name == self.settings.fields.text else set()
        return "".join(
            line + _ending(document, i, main, rules).decode("ascii")
            for i, line in enumerate(document.lines)
            if i not in gone
        )

    def _literal(self, raw: str, place: Literal, value: str) -> str | None:
        """A value as it stands in a record, written as the old one was; None where the encoding has no such text."""
        old = raw[place.start : place.end]
        if self.content.table is None:
            literal: str | None = json.dumps(value, ensure_ascii=old.isascii())
        else:
            literal = self.content.table.dialect.literal(value, quoted=old.startswith('"'))
        return None if literal is None or encode(literal, self.encoding.name) is None else literal


def write(file: File, before: bytes, after: bytes) -> None:
    """Put the mended bytes in the place of the file, which must still be what was read."""
    with Outputs() as outputs:
        out = outputs.open(file.path)
        out.write(after)
        out.finish()
        if os.stat(file.path).st_size != len(before) or file.path.read_bytes() != before:
            raise RetryError("will not overwrite", shown(file.path), "it was changed meanwhile")
        outputs.publish()


def told(mended: Sequence[tuple[str, Counter[str]]]) -> list[str]:
    """What was mended, a line a file."""
    return [
        f"{name}: mended {', '.join(f'{count} {rule}' for rule, count in sorted(counts.items()))}"
        for name, counts in mended
    ]
