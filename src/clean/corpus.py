"""What is known of the whole corpus, and the steps that look at all of it: repeated lines, duplicates."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from clean.article import Article, Duplicate
from clean.assemble import Frame
from clean.audit import Change
from clean.reading import Facts, Reading
from clean.records import Aside
from clean.patch import restore_article
from clean.settings import Boilerplate, Dedupe


@dataclass(slots=True)
class Removed:
    """An article that is not kept: its survivor, how it relates to it, and how alike the two are."""

    article: Article
    survivor: Article
    relation: str
    similarity: float


@dataclass(slots=True)
class Corpus:
    """All sources' facts, articles and changes, in the order (source, position)."""

    facts: list[Facts] = field(default_factory=list)
    kept: list[Article] = field(default_factory=list)
    removed: list[Removed] = field(default_factory=list)
    changes: list[list[Change]] = field(default_factory=list)  # by source: those outside the articles
    set_aside: list[tuple[int, Aside]] = field(default_factory=list)

    def add(self, reading: Reading) -> None:
        """Take in the next source."""
        self.set_aside += ((len(self.facts), aside) for aside in reading.asides)
        self.facts.append(reading.facts)
        self.kept += reading.articles
        self.changes.append(reading.changes)

    def frame(self, source: int) -> Frame:
        """How the lines of a source are written."""
        facts = self.facts[source]
        return Frame(source, facts.encoding, facts.line_ending)


def remove_duplicates(corpus: Corpus, settings: Dedupe, tell: Callable[[str, int], None]) -> None:
    """Keep one article of each cluster; the others are named by it and stand in the audit."""
    if len(corpus.kept) < 2:
        return
    from clean.stages.dedupe import find_duplicates

    articles = corpus.kept
    removals = find_duplicates(articles, [facts.name for facts in corpus.facts], settings)
    tell("dedupe", len(articles))
    gone = {removal.article for removal in removals}
    corpus.removed = [
        Removed(articles[removal.article], articles[removal.survivor], removal.relation, removal.similarity)
        for removal in removals
    ]
    corpus.kept = [article for place, article in enumerate(articles) if place not in gone]


def tell_survivors(corpus: Corpus) -> None:
    """Have each survivor name its duplicates, and the audit name each removed article's survivor."""
    for removed in corpus.removed:
        article = removed.article
        removed.survivor.duplicates.append(
            Duplicate(
                article.id,
                corpus.facts[article.source].name,
                *article.span_lines,
                article.part,
                removed.relation,
                removed.similarity,
            )
        )
        corpus.changes[article.source].append(removal_change(removed, corpus))


def removal_change(removed: Removed, corpus: Corpus) -> Change:
    """The change that takes a whole article out; what stood there is put together again from its own changes."""
    article = removed.article
    frame = corpus.frame(article.source)
    before: str | bytes | None
    if corpus.facts[article.source].format == "txt":
        raw = restore_article(article, frame)
        before = raw.decode(frame.encoding, "replace")
        before = before if before.encode(frame.encoding, "replace") == raw else raw
    else:
        before = article.changes[0].before if article.changes else None
    from clean.stages.dedupe import RULES

    return Change(
        *article.span_bytes,
        *article.span_lines,
        RULES[removed.relation],
        before,
        duplicate_of=removed.survivor.id,
        relation=removed.relation,
        similarity=removed.similarity,
    )


def remove_repeated_lines(corpus: Corpus, settings: Boilerplate) -> None:
    """Take out lines that stand in many otherwise different articles, at their usual place."""
