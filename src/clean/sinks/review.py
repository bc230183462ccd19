"""The page of doubtful boundaries."""

from __future__ import annotations

from clean.flow.corpus import Corpus
from clean.flow.review import Doubts, page
from clean.settings import Split
from clean.sinks.atomic import OutputFile


def write_review(out: OutputFile, corpus: Corpus, settings: Split) -> None:
    """Write the page of doubtful boundaries, as text."""
    shelf = corpus.shelf
    names = [facts.name for facts in shelf.facts]
    boundaries = sum(map(len, shelf.cuts.values()))
    for text in page(shelf.doubts or Doubts(0), names, boundaries, settings.threshold):
        out.write(text.encode() + b"\n")
