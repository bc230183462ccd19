"""What `clean run --explain-threshold` prints: how many pairs the bands find, and which pairs are near a threshold."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from clean.flow.corpus import Corpus, fingerprints, short_fields
from clean.settings import Dedupe

if TYPE_CHECKING:
    from clean.stages.dedupe import Borderline

STEPS = range(20, 101, 5)  # hundredths: below, no two articles are near duplicates
SHOWN = 100  # pairs: as many as one reads
REACH = 0.05  # half the step by which one would move a threshold
THRESHOLDS = ("near", "follow_up", "lead", "contained")
HEADLINE = 60  # characters of a headline, or of a body without one: a table's width


def explain(corpus: Corpus, settings: Dedupe) -> list[str]:
    """The S-curve of the bands, then the pairs that a threshold a little higher or lower would judge otherwise."""
    from clean.stages.dedupe import borderline_pairs

    shelf = corpus.shelf
    pairs: list[Borderline] = []
    if len(shelf) > 1:
        pairs = borderline_pairs(fingerprints(corpus, settings), short_fields(shelf), shelf.text, settings, REACH)
    nearest = sorted(pairs, key=lambda pair: _distance(pair, settings))[:SHOWN]
    thresholds = ", ".join(f"{name} = {getattr(settings, name)}" for name in THRESHOLDS)
    told = f"{len(pairs):,} within {REACH} of {thresholds}"
    if len(pairs) > SHOWN:
        told += f", the nearest {SHOWN}"
    return [
        *_curve(settings),
        f"borderline pairs: {told}",
        *(_row(corpus, pair) for pair in pairs if pair in nearest),
    ]


def _curve(settings: Dedupe) -> list[str]:
    """The share of pairs that have a band in common, by similarity."""
    from clean.similarity.candidates import found_share
    from clean.similarity.minhash import VALUES

    rows = VALUES // settings.bands
    return [
        f"bands: {settings.bands} of {rows} values; pairs of a Jaccard similarity that are found and compared:",
        *(f"  {step / 100:.2f}  {found_share(step / 100, settings.bands, rows):.4f}" for step in STEPS),
    ]


def _distance(pair: Borderline, settings: Dedupe) -> float:
    """How far a pair is from the threshold that it is nearest to."""
    jaccard = min(abs(pair.jaccard - settings.near), abs(pair.jaccard - settings.follow_up))
    return min(jaccard, abs(pair.containment - settings.contained), abs(pair.containment - settings.lead))


def _row(corpus: Corpus, pair: Borderline) -> str:
    articles = "  ".join(_article(corpus, article) for article in (pair.one, pair.other))
    return f"  jaccard {pair.jaccard:.4f}  contained {pair.containment:.4f}  {articles}"


def _article(corpus: Corpus, article: int) -> str:
    """An article's place and how it begins."""
    shelf = corpus.shelf
    name = shelf.facts[shelf.sources[article]].name
    begins = shelf.headlines[article] or shelf.text(article).split("\n", 1)[0]
    shown = begins if len(begins) <= HEADLINE else begins[: HEADLINE - 1] + "…"
    return f"{name}:{shelf.spans[4 * article + 2]} {json.dumps(shown, ensure_ascii=False)}"
