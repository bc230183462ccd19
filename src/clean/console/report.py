"""What a run did, in figures: for the summary on standard error and for `--summary-json`."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sized
from dataclasses import dataclass, field
from typing import Any

from clean.flow.batch import bytes_lost
from clean.flow.corpus import Corpus
from clean.flow.shelf import Shelf
from clean.sources.find import PassedOver

SHOWN = 3  # sources that the summary names: the rest is in --summary-json


@dataclass(slots=True)
class Loss:
    """What one source lost: bytes of text that rules took out, and its articles that were duplicates, by relation.

    Text inside a duplicate counts as neither lost nor taken out: the article went, and another one has its words.
    """

    source: str
    bytes: int
    lost: int
    duplicates: Counter[str] = field(default_factory=Counter)

    @property
    def share(self) -> float:
        """The share of the source's bytes that is lost."""
        return self.lost / max(1, self.bytes)


def _hint(shelf: Shelf) -> str:
    """What would have the first source read of which most was set aside, where that can be told."""
    read = Counter(shelf.sources) if shelf.unread else Counter[int]()
    hints = ((source, unread.hint) for source, unread in shelf.unread.items() if unread.records > read[source])
    source, hint = next((found for found in hints if found[1]), (0, ""))
    named = hint and source != next(iter(shelf.unread))  # another than the one whose record is shown
    return f"{shelf.facts[source].name}: {hint}" if named else hint


LINE = 1500
"""Bytes of a line from which it may be a story: paragraphs of newspapers seldom have half of that in any script."""
LINES = 10
"""Lines an article from which an article may be several stories."""


def story_a_line(shelf: Shelf) -> str:
    """The first text source with few articles of many long lines, which may be a story each, told as a hint."""
    for source, facts in enumerate(shelf.facts):
        first, after = bisect_left(shelf.sources, source), bisect_right(shelf.sources, source)
        if facts.format != "txt" or not LINE * LINES * (after - first) < facts.bytes or first == after:
            continue
        lines = shelf.row(after - 1)["span"]["end_line"]
        if lines * LINE < facts.bytes and (after - first) * LINES <= lines:
            told = f"{facts.name}: {many(lines, 'line')} of {_size(facts.bytes // lines)} on average"
            return f"{told}, {many(after - first, 'article')}: if each line is a story, set split.mode to lines"
    return ""


@dataclass(slots=True)
class Report:
    """Counts of a run."""

    articles: int = 0
    removed: int = 0
    set_aside: int = 0
    first_aside: str = ""  # the first place that was set aside, and why
    aside_hint: str = ""  # what would have a source read of which most was set aside
    rules: Counter[str] = field(default_factory=Counter)
    losses: list[Loss] = field(default_factory=list)  # of each source, in order
    passed_over: PassedOver = field(default_factory=lambda: PassedOver([], []))  # what is not read of folders
    look_otherwise: dict[str, str] = field(default_factory=dict)  # sources read as text that look like HTML, say
    lines_hint: str = ""  # what would cut a source whose lines are a story each
    thresholds: list[str] = field(default_factory=list)  # lines that explain them, where that was asked for

    @classmethod
    def of(cls, corpus: Corpus) -> Report:
        """The figures of a finished corpus."""
        shelf = corpus.shelf
        report = cls(
            articles=len(shelf) - len(corpus.removals),
            removed=len(corpus.removals),
            set_aside=sum(unread.records for unread in shelf.unread.values()),
            first_aside=next((unread.first for unread in shelf.unread.values()), ""),
            aside_hint=_hint(shelf),
            rules=Counter(shelf.rules),
            losses=[Loss(facts.name, facts.bytes, shelf.lost[place]) for place, facts in enumerate(shelf.facts)],
        )
        for number, removal in corpus.removals.items():
            place = shelf.sources[number]
            own = report.losses[place]
            own.duplicates[removal.relation] += 1
            for change in shelf.changes(number):
                report.rules.subtract(change.rules)
                own.lost -= bytes_lost(change, shelf.facts[place].format != "txt")
        report.rules = +report.rules
        return report

    @property
    def bytes(self) -> int:
        """Bytes of all sources."""
        return sum(loss.bytes for loss in self.losses)

    @property
    def lost(self) -> int:
        """Bytes of text that rules took out of all sources, duplicates not counted."""
        return sum(loss.lost for loss in self.losses)

    @property
    def relations(self) -> Counter[str]:
        """The removed articles by relation."""
        return sum((loss.duplicates for loss in self.losses), Counter())

    def worst(self) -> list[Loss]:
        """The sources that lost anything, that with the largest share first."""
        return sorted((loss for loss in self.losses if loss.lost), key=lambda loss: -loss.share)

    def lines(self) -> list[str]:
        """The summary, a few short lines."""
        texts = [
            f"{many(self.articles, 'article')} from {many(len(self.losses), 'source')} ({_size(self.bytes)}), "
            f"{many(self.removed, 'duplicate')} removed"
        ]
        if self.removed:
            texts.append("duplicates: " + _counts(self.relations) + self._most_duplicates())
        if self.rules:
            texts.append("changes: " + _counts(self.rules))
        texts.append(f"lost: {100 * self.lost / max(1, self.bytes):.1f} % of the bytes" + self._most_lost())
        if self.set_aside:
            aside = many(self.set_aside, "record")
            texts.append(f"set aside: {aside} that could not be read, first {self.first_aside}")
            if self.aside_hint:
                texts.append(f"hint: {self.aside_hint}")
        for names, one, what in (
            (self.passed_over.unknown, "file", "of unknown suffix"),
            (self.passed_over.links, "link", "to a folder" if len(self.passed_over.links) == 1 else "to folders"),
        ):
            if names:
                named = ", ".join(names[:SHOWN])
                texts.append(f"passed over: {many(len(names), one)} {what}: {named}{_more(names)}")
        if self.look_otherwise:
            named = ", ".join(f"{name} ({form})" for name, form in [*self.look_otherwise.items()][:SHOWN])
            texts.append(f"read as text, though it looks otherwise: {named}{_more(self.look_otherwise)}")
        if self.lines_hint:
            texts.append(f"hint: {self.lines_hint}")
        return texts

    def _most_duplicates(self) -> str:
        """The sources that had the most duplicates, where there are several."""
        found = sorted((loss for loss in self.losses if loss.duplicates), key=lambda loss: -loss.duplicates.total())
        named = "; ".join(f"{loss.source}: {_counts(loss.duplicates)}" for loss in found[:SHOWN])
        return f" ({named}{_more(found)})" if len(self.losses) > 1 else ""

    def _most_lost(self) -> str:
        """The sources that lost most, where there are several."""
        found = self.worst()
        named = "; ".join(f"{loss.source}: {100 * loss.share:.1f} % of {_size(loss.bytes)}" for loss in found[:SHOWN])
        return f" ({named}{_more(found)})" if found and len(self.losses) > 1 else ""

    def json(self) -> dict[str, Any]:
        """The same as data."""
        return {
            "sources": len(self.losses),
            "bytes": self.bytes,
            "articles": self.articles,
            "duplicates": self.removed,
            "set_aside": self.set_aside,
            "bytes_lost": self.lost,
            "relations": dict(sorted(self.relations.items())),
            "rules": dict(sorted(self.rules.items())),
            "by_source": [
                {
                    "source": loss.source,
                    "bytes": loss.bytes,
                    "bytes_lost": loss.lost,
                    "duplicates": dict(sorted(loss.duplicates.items())),
                }
                for loss in self.losses
            ],
        }


def _more(found: Sized) -> str:
    return f"; {len(found) - SHOWN:,} more" if len(found) > SHOWN else ""


def _counts(counts: Counter[str]) -> str:
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return ", ".join(f"{count:,} {name}" for name, count in ordered)


def many(count: int, noun: str) -> str:
    """A number of things, in words: `1 source`, `2,000 sources`."""
    return f"{count:,} {noun}" + ("" if count == 1 else "s")


def _size(size: int) -> str:
    for unit, factor in (("GB", 10**9), ("MB", 10**6), ("KB", 10**3)):
        if size >= factor:
            return f"{size / factor:.1f} {unit}"
    return many(size, "byte")
