"""What a run did, in figures: for the summary on standard error and for `--summary-json`."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from clean.corpus import Corpus


@dataclass(slots=True)
class Report:
    """Counts of a run."""

    sources: int = 0
    bytes: int = 0
    articles: int = 0
    removed: int = 0
    set_aside: int = 0
    lost: int = 0  # bytes around the articles, of removed articles, and set aside
    rules: Counter[str] = field(default_factory=Counter)
    relations: Counter[str] = field(default_factory=Counter)
    worst: tuple[str, int, int] = ("", 0, 0)  # the source that lost the largest share: name, bytes removed, bytes

    @classmethod
    def of(cls, corpus: Corpus) -> Report:
        """The figures of a finished corpus."""
        shelf = corpus.shelf
        report = cls(
            sources=len(shelf.facts),
            bytes=sum(facts.bytes for facts in shelf.facts),
            articles=len(shelf) - len(corpus.removals),
            removed=len(corpus.removals),
            set_aside=len(shelf.asides),
            rules=Counter(shelf.rules),
        )
        lost = Counter(shelf.bytes_out)
        for number, removal in corpus.removals.items():
            report.relations[removal.relation] += 1
            article = shelf.article(number)
            report.rules.subtract(rule for change in article.changes for rule in change.rules)
            source = shelf.sources[number]
            if shelf.facts[source].format == "txt":
                lost[source] += article.span_bytes[1] - article.span_bytes[0]
            else:  # a record may hold several stories
                lost[source] += len(article.text.encode())
        report.rules = +report.rules
        report.lost = lost.total()
        if shelf.facts:
            shares = [
                (lost[i] / max(1, facts.bytes), facts.name, lost[i], facts.bytes) for i, facts in enumerate(shelf.facts)
            ]
            report.worst = max(shares)[1:]
        return report

    def lines(self) -> list[str]:
        """The summary, a few short lines."""
        texts = [
            f"{_many(self.articles, 'article')} from {_many(self.sources, 'source')} ({_size(self.bytes)}), "
            f"{_many(self.removed, 'duplicate')} removed"
        ]
        if self.relations:
            texts.append("duplicates: " + _counts(self.relations))
        if self.rules:
            texts.append("changes: " + _counts(self.rules))
        if self.worst[1] and self.sources > 1:
            name, lost, size = self.worst
            texts.append(f"most taken out of: {name} ({100 * lost / size:.1f} % of {_size(size)})")
        if self.set_aside:
            texts.append(f"set aside: {_many(self.set_aside, 'record')} that could not be read")
        return texts

    def json(self) -> dict[str, Any]:
        """The same as data."""
        name, lost, size = self.worst
        return {
            "sources": self.sources,
            "bytes": self.bytes,
            "articles": self.articles,
            "duplicates": self.removed,
            "set_aside": self.set_aside,
            "relations": dict(sorted(self.relations.items())),
            "rules": dict(sorted(self.rules.items())),
            "most_taken_out_of": {"source": name, "bytes_removed": lost, "bytes": size},
        }


def _counts(counts: Counter[str]) -> str:
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return ", ".join(f"{count:,} {name}" for name, count in ordered)


def _many(count: int, noun: str) -> str:
    return f"{count:,} {noun}" + ("" if count == 1 else "s")


def _size(size: int) -> str:
    for unit, factor in (("GB", 10**9), ("MB", 10**6), ("KB", 10**3)):
        if size >= factor:
            return f"{size / factor:.1f} {unit}"
    return _many(size, "byte")
