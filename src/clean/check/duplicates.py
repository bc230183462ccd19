"""Duplicates among the articles of the files that are checked together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing

from clean.check.files import Checked, File
from clean.check.finding import Finding, key_of
from clean.flow.telling import silent
from clean.settings import Settings


def find_duplicates(files: Sequence[File], checked: Sequence[Checked], settings: Settings) -> Iterator[Finding]:
    """A finding for each article of which `clean run` would keep another one; `files` and `checked` go together."""
    if "dedupe" in settings.skip or sum(len(each.batch) for each in checked) < 2:
        return
    from clean.flow.corpus import Corpus
    from clean.flow.corpus import find_duplicates as find
    from clean.flow.shelf import Shelf
    from clean.stages.dedupe import RULES

    with closing(Shelf()) as shelf:
        for each in checked:
            shelf.begin(each.facts)
            shelf.add(each.batch)
        corpus = Corpus(shelf)
        find(corpus, settings.dedupe, silent)
        for article, removal in sorted(corpus.removals.items()):
            file, rule = files[shelf.sources[article]], RULES[removal.relation]
            if rule not in file.rules:
                continue
            first, last = shelf.spans[4 * article + 2 : 4 * article + 4]
            kept = files[shelf.sources[removal.survivor]].name
            place = f"{kept}:{shelf.spans[4 * removal.survivor + 2]}"
            alike = "" if removal.relation == "exact" else f" (similarity {removal.similarity:.2f})"
            told = f"{PHRASES.get(removal.relation, removal.relation)} {place}{alike}"
            yield Finding(file.name, first, 1, rule, told, last, key_of(shelf.ids[article]))


PHRASES = {
    "exact": "the same story as",
    "near": "nearly the same story as",
    "contained": "the story is part of",
    "compilation": "a compilation of stories, one of them",
    "reprint": "a reprint of",
    "update": "another version of",
    "template": "filled from the same template as",
}
