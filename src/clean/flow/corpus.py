"""The steps that look at the whole corpus: lines repeated over it, duplicates, ids."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from clean.article import identify
from clean.audit.change import Change
from clean.audit.frame import Frame
from clean.audit.patch import as_text, restore_article
from clean.contract import Duplicate
from clean.engines import ranges
from clean.engines.serial import Spread
from clean.flow.shelf import Shelf
from clean.flow.telling import Tell
from clean.settings import Dedupe

if TYPE_CHECKING:
    from clean.stages.dedupe import Fields, Fingerprints, Keys, Removal


@dataclass(slots=True)
class Corpus:
    """The articles, and what was decided: `removals` by article, the articles removed (`duplicates`) by survivor, `ids`
    that differ. `spread` has what is done to many articles done, by whatever processes.
    """

    shelf: Shelf
    spread: Spread = map
    removals: dict[int, Removal] = field(default_factory=dict)
    duplicates: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    ids: dict[int, str] = field(default_factory=dict)

    def id(self, article: int) -> str:
        """An article's id."""
        return self.ids.get(article) or self.shelf.ids[article]

    def frame(self, article: int) -> Frame:
        """How the lines of an article's source are written."""
        facts = self.shelf.facts[self.shelf.sources[article]]
        return Frame(facts.name, facts.encoding, facts.line_ending, facts.format)


def find_duplicates(corpus: Corpus, settings: Dedupe, tell: Tell) -> None:
    """Decide which articles are duplicates, and of which others."""
    shelf = corpus.shelf
    if len(shelf) < 2:
        return
    from clean.stages.dedupe import find_removals

    prints = fingerprints(corpus, settings)
    removals = find_removals(prints, short_fields(shelf), shelf.text, settings, corpus.spread)
    corpus.removals = {removal.article: removal for removal in removals}
    tell("dedupe", len(shelf))


def short_fields(shelf: Shelf) -> Fields:
    """What is looked at of articles beside their texts."""
    from clean.stages.dedupe import Fields

    names = [facts.name for facts in shelf.facts]
    return Fields(
        shelf.headlines, shelf.datelines, shelf.bylines, shelf.dates, [names[source] for source in shelf.sources]
    )


SIGNED = 4_000_000
"""Characters of articles that are signed at a time, here at the end."""


def fingerprints(corpus: Corpus, settings: Dedupe) -> Keys:
    """The fingerprints of all articles; those that no worker has signed, or that were changed since, are signed now."""
    from clean.stages.dedupe import join, sign

    shelf = corpus.shelf
    prints = shelf.prints()
    late = sorted({*prints.missing(len(shelf)).tolist(), *shelf.changed})
    parts = [late[some.start : some.stop] for some in ranges(len(late))]

    def signed(articles: list[int]) -> Fingerprints:
        return join((sign(texts, settings) for texts in _some_at_a_time(shelf, articles)), settings)

    for articles, found in zip(parts, corpus.spread(signed, parts), strict=True):
        prints.add(articles, found)
    shelf.changed = []
    return prints.of(len(shelf))


def _some_at_a_time(shelf: Shelf, articles: list[int]) -> Iterator[list[str]]:
    """The texts of articles, as many together as are signed at a time."""
    texts: list[str] = []
    size = 0
    for article in articles:
        texts.append(shelf.text(article))
        size += len(texts[-1])
        if size >= SIGNED:
            yield texts
            texts, size = [], 0
    yield texts


def name_articles(corpus: Corpus) -> None:
    """Give kept articles that are identical ids of their own, and have each survivor name its duplicates."""
    shelf = corpus.shelf
    seen: Counter[str] = Counter()
    for article in shelf.ids.repeated():
        if article not in corpus.removals:
            name = shelf.ids[article]
            seen[name] += 1
            if seen[name] > 1:
                corpus.ids[article] = identify(shelf.headlines[article], shelf.text(article), seen[name])
    for article, removal in corpus.removals.items():
        corpus.duplicates[removal.survivor].append(article)


def as_duplicate(corpus: Corpus, article: int) -> Duplicate:
    """A removed article, as its survivor names it."""
    shelf, removal = corpus.shelf, corpus.removals[article]
    _, _, first, last = shelf.spans[4 * article : 4 * article + 4]
    return {
        "id": shelf.ids[article],
        "source": shelf.facts[shelf.sources[article]].name,
        "start_line": first,
        "end_line": last,
        "part": shelf.parts[article],
        "relation": removal.relation,
        "similarity": removal.similarity,
    }


def removal_change(corpus: Corpus, number: int) -> Change:
    """The change that takes a whole article out; what stood there is put together again from its own changes."""
    from clean.stages.dedupe import RULES

    removal = corpus.removals[number]
    article, frame = corpus.shelf.article(number), corpus.frame(number)
    before: str | bytes | None = None
    if article.changes or frame.format == "txt":  # else it is one of several stories of a record, which stands whole
        before = as_text(restore_article(article, frame), frame.encoding)
    return Change(
        *article.span_bytes,
        *article.span_lines,
        RULES[removal.relation],
        before,
        duplicate_of=corpus.id(removal.survivor),
        relation=removal.relation,
        similarity=removal.similarity,
    )
