"""How two articles relate, from their bodies' exact overlap, their headlines and, where need be, their words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from clean.settings import Dedupe
from clean.stages.dedupe.fingerprints import Keys
from clean.stages.dedupe.leads import Opening, fold, opening, share_lead
from clean.stages.dedupe.template import Pattern, is_template
from clean.stages.dedupe.versions import NOTE_REACH, Version, version

EXACT, REPRINT, UPDATE, TEMPLATE, NEAR, CONTAINED = "exact", "reprint", "update", "template", "near", "contained"
COMPILATION = "compilation"

# Where several fit a pair, or an article has several survivors, the first of these is told.
PRECEDENCE = (EXACT, REPRINT, UPDATE, TEMPLATE, NEAR, CONTAINED, COMPILATION)

# The rule that removes an article for its relation.
RULES = {
    EXACT: "exact-duplicate",
    REPRINT: "reprint",
    UPDATE: "update",
    TEMPLATE: "template",
    NEAR: "near-duplicate",
    CONTAINED: "contained",
    COMPILATION: "compilation",
}
# Share of the fewer words of two headlines, without marks, that versions of one story have in common. Headlines follow
# the news; body text is the evidence, and this keeps two companies' results apart.
HEADLINE = 0.5
KEPT = 120_000  # words of texts that are kept taken apart: 40 MB


@dataclass(frozen=True, slots=True)
class Fields:
    """What else is looked at, a list entry an article, in source order."""

    headlines: Sequence[str]
    datelines: Sequence[str]
    bylines: Sequence[str]
    dates: Sequence[str]
    sources: Sequence[str]

    def relation_of_copies(self, one: int, other: int) -> str:
        """Of two articles of the same words: `exact` if headline, dateline, byline are the same too, or `reprint`."""
        same = all(is_same(column, one, other) for column in (self.headlines, self.datelines, self.bylines))
        return EXACT if same else REPRINT

    def folded(self, article: int) -> tuple[str, str, str]:
        """Headline, dateline and byline, equal where they are the same."""
        return fold(self.headlines[article]), fold(self.datelines[article]), fold(self.bylines[article])


class Overlap(NamedTuple):
    """Of the better and the worse ranked of two bodies: Jaccard similarity, containment of the smaller, set sizes."""

    jaccard: float
    containment: float
    better: int
    worse: int


class Finding(NamedTuple):
    """How two articles are related, whether the worse ranked is the one to go, and the similarity that decided."""

    relation: str
    worse_goes: bool
    similarity: float


class Judge:
    """Tells the relation of two articles whose bodies overlap."""

    def __init__(self, prints: Keys, fields: Fields, text_of: Callable[[int], str], settings: Dedupe) -> None:
        self._prints = prints
        self._fields = fields
        self._settings = settings
        # Of every article asked for: small, and asked for again with each of its candidates.
        self._version: Callable[[int], tuple[Version, str]] = lru_cache(None)(
            lambda article: version(fields.headlines[article], text_of(article)[:NOTE_REACH])
        )
        kept = KEPT // (1 + int(prints.words.mean()) if len(prints.words) else 1)
        # Pairs come loser by loser, and in a crowd their winners are the same few hundred.
        self._pattern: Callable[[int], Pattern] = lru_cache(kept)(lambda article: Pattern(text_of(article)))
        self._opening: Callable[[int], Opening] = lru_cache(kept)(lambda article: opening(text_of(article)))

    def relation(self, better: int, worse: int, overlap: Overlap) -> Finding | None:
        """How two articles are related, the preferred survivor given first; None if they are not."""
        settings = self._settings
        few = int(self._prints.words[[better, worse]].min())
        short = few < settings.short_words and not is_same(self._fields.headlines, better, worse)
        if (self._prints.exact[better] == self._prints.exact[worse]).all():
            return None if short else Finding(self._fields.relation_of_copies(better, worse), True, 1.0)
        if overlap.containment >= settings.update and (later := self._later(better, worse)) is not None:
            return Finding(UPDATE, later == better, overlap.containment)
        if short:
            return None
        if overlap.jaccard >= settings.near and self._is_one_story(better, worse, overlap.jaccard):
            return self._near(better, worse, overlap)
        shorter = worse if overlap.worse <= overlap.better else better
        if overlap.containment >= settings.contained and self._prints.words[shorter] >= settings.contained_words:
            return Finding(CONTAINED, shorter == worse, overlap.containment)
        if overlap.containment >= settings.lead and self._open_alike(better, worse, overlap):
            return self._near(better, worse, overlap)
        return None

    def version(self, article: int) -> Version:
        """Which version of a story an article says that it is."""
        return self._version(article)[0]

    def headline(self, article: int) -> str:
        """The headline of an article without marks of versions."""
        return self._version(article)[1]

    def _near(self, better: int, worse: int, overlap: Overlap) -> Finding:
        return Finding(TEMPLATE if self._is_template(better, worse) else NEAR, True, overlap.jaccard)

    def _is_one_story(self, one: int, other: int, similarity: float) -> bool:
        """Whether two bodies as alike as near duplicates are no story and its follow-up over one background."""
        if similarity >= self._settings.follow_up or is_within(self._fields.headlines, one, other):
            return True
        return share_lead(self._opening(one), self._opening(other))

    def _open_alike(self, one: int, other: int, overlap: Overlap) -> bool:
        """Whether two articles have one lead and one headline, or one of them none, and are about as long.

        No less than near duplicates must be: a brief may open as a long story does, and go on by itself.
        """
        if min(overlap.better, overlap.worse) < self._settings.near * max(overlap.better, overlap.worse):
            return False
        return is_within(self._fields.headlines, one, other) and share_lead(self._opening(one), self._opening(other))

    def _is_template(self, one: int, other: int) -> bool:
        return is_template(self._pattern(one), self._pattern(other))

    def _later(self, one: int, other: int) -> int | None:
        """Which of two articles is the later version of the story that both are, if they say so."""
        (version_one, headline_one), (version_other, headline_other) = self._version(one), self._version(other)
        if version_one == version_other:
            return None
        words_one, words_other = set(headline_words(headline_one)), set(headline_words(headline_other))
        fewer = min(len(words_one), len(words_other))
        if fewer and len(words_one & words_other) < HEADLINE * fewer:
            return None
        if words_one != words_other and self._is_template(one, other):
            return None
        later, earlier = (one, other) if version_one > version_other else (other, one)
        corrected = self.version(earlier).corrected > self.version(later).corrected
        return earlier if corrected and self._follows(earlier, later) else later

    def _follows(self, one: int, other: int) -> bool:
        """Whether an article came after another: by date or, where dates do not tell, by place in one source."""
        dates, sources = self._fields.dates, self._fields.sources
        if dates[one] and dates[other] and dates[one] != dates[other]:
            return dates[one] > dates[other]
        return sources[one] == sources[other] and one > other


def drops(relation: str, settings: Dedupe) -> bool:
    """Whether articles go for this relation."""
    return relation not in settings.keep and RULES[relation] not in settings.off


def headline_words(headline: str) -> list[str]:
    """The words of a headline, casefolded."""
    return "".join(char if char.isalnum() else " " for char in headline.casefold()).split()


def is_same(column: Sequence[str], one: int, other: int) -> bool:
    """Whether a field of two articles is the same but for case, punctuation and spacing."""
    return column[one] == column[other] or fold(column[one]) == fold(column[other])


def is_within(column: Sequence[str], one: int, other: int) -> bool:
    """Whether a field of one article stands in that of the other, or is empty: "Dam holds" in "Dam holds - Courier"."""
    shorter, longer = sorted((fold(column[one]), fold(column[other])), key=len)
    return shorter in longer
