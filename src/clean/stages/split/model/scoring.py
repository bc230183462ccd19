"""Scores: the cues of gaps weighed, those of their words only where these may bring a gap over the threshold."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from clean.settings import Split
from clean.stages.split.block.columns import Column, Columns, Flags
from clean.stages.split.block.units import Units
from clean.stages.split.cohesion.counts import Counts, Weighed, count_here, within_reach
from clean.stages.split.cues.beside import SURE, beside_cues
from clean.stages.split.cues.names import NAMES
from clean.stages.split.cues.openings import first_traits
from clean.stages.split.cues.plain import Places, plain_cues
from clean.stages.split.cues.words import ASKED, Gains, lexical_cues
from clean.stages.split.model.certain import Certain
from clean.stages.split.model.implied import IMPLIED
from clean.stages.split.model.pieces import in_pieces
from clean.stages.split.model.rivals import EVEN
from clean.stages.split.model.scored import Scored, Sources, Table, points, rows_of
from clean.stages.split.model.weights import read_weights
from clean.stages.split.usual.profile import Profile
from clean.stages.split.usual.profiles import Profiles
from clean.stages.split.usual.style import read_traits, style_cues


class Judging(NamedTuple):
    """What gaps are judged by: columns of some sources, what is usual in each, and the words of their units, as a
    function of the rows of `Place` around which they are counted.
    """

    columns: Columns
    profiles: list[Profile]
    words: Callable[[Column], Weighed]


def by_profile(columns: Columns, usual: Profile) -> Callable[[Column], Weighed]:
    """The words of a source's units, weighed as its profile says."""

    def words(rows: Column) -> Weighed:
        if not columns.units.compiled:
            return Weighed.of(columns.units, usual.words, within_reach(rows, columns.count))
        from clean.stages.split.cohesion.vocabulary import numbered

        return Weighed(*numbered(*columns.told(), usual.words))

    return words


class Hopeful(NamedTuple):
    """Gaps before their words are asked, all or those that words may bring over a threshold: what stands around them,
    their traits, what is `usual` in their sources, the cues that are known, the score by these, and the most that words
    may bring each to; and how many headings each source has, those of all gaps.
    """

    places: Places
    traits: Flags
    usual: Profiles
    cues: Table
    score: Column
    most: Column
    headings: Column

    @classmethod
    def every(cls, by: Judging, gaps: Column, weights: dict[str, int]) -> Hopeful:
        """All gaps that may be told of, hopeful or not."""
        columns = by.columns
        places, usual, found = plain_cues(columns, gaps, by.profiles)
        traits, headed = read_traits(columns, places.unit, places.tail, found), found["headline"] > 0
        found |= style_cues(usual.style, traits, headed)
        cues = Table.of(found)
        score = weights["bias"] + points(cues.names, cues.plain, weights)
        most = score + Gains.of(weights).most(places, found["repeated"])
        headings = places.unit[headed & (found["second_of_pair"] == 0)]
        of_source = np.bincount(columns.units.source[headings], minlength=len(by.profiles))
        return cls(places, traits, usual, cues, score, most, of_source)

    def above(self, threshold: int) -> Hopeful:
        """The gaps but for those that no words could bring to a threshold."""
        gaps = np.flatnonzero(self.most + IMPLIED * (self.places.below >= 0) >= threshold)
        return self._replace(
            places=Places._make(column[gaps] for column in self.places),
            traits=self.traits[gaps],
            usual=self.usual.at(gaps),
            cues=self.cues.part(gaps),
            score=self.score[gaps],
            most=self.most[gaps],
        )

    def scored(self, by: Judging, weights: dict[str, int], styled: bool) -> Scored:
        """The gaps with the cues of their words, which are weighed as well; and of what stands beside them, where few
        headings of their source begin a story, or that is not known.
        """
        columns, unit = by.columns, self.places.unit
        found = self.cues.plain_cues(("wire_mark", "dateline_alone", "headline", *SURE))
        lines, headed = columns.first[unit], found["headline"] > 0
        words = lexical_cues(self.places, _counts(by, self.places), self.usual, self.cues.plain_cues(ASKED))
        own = self.score + points(words, rows_of(words), weights)
        beside = beside_cues(lines, words["cohesion_wide"], headed, self.most >= EVEN)
        asked = (self.usual.style.cut == 0) & styled & (np.stack([found[name] for name in SURE]) == 0).all(axis=0)
        beside = {name: column * asked for name, column in beside.items()}
        return Scored(
            places=self.places,
            lines=lines,
            source=columns.units.source[unit],
            headed=headed,
            brief=(found["wire_mark"] | found["dateline_alone"]) > 0,
            traits=self.traits,
            cues=self.cues.with_later(words | beside),
            own=own,
            scores=own + points(beside, rows_of(beside), weights),
            implied=np.zeros(len(unit), dtype=np.bool_),
            sources=Sources(self.headings, first_traits(columns)),
            certain=Certain.of(columns),
        )


def score_gaps(by: Judging, gaps: Column, settings: Split, slack: int, styled: bool = True) -> Scored:
    """The gaps with their scores, those left out that no words could bring near the threshold or over it; `styled`
    where a first pass has found what is the style.
    """
    weights = read_weights(settings.weights)
    hopeful = Hopeful.every(by, gaps, weights).above(min(EVEN, settings.threshold - slack))
    return hopeful.scored(by, weights, styled)


def all_gaps(lines: list[str], marks: bytearray, usual: Profile) -> tuple[Columns, Scored]:
    """Every gap worth a look, with all its cues and a score of 0, to fit weights on; and the columns it is told by."""
    columns = Columns(Units(lines, marks, usual.width, compiled=True), (usual.standing,), (usual.endings,))
    by, weights = Judging(columns, [usual], by_profile(columns, usual)), dict.fromkeys(("bias", *NAMES), 0)
    scored = Hopeful.every(by, np.flatnonzero(columns.worth), weights).scored(by, weights, styled=True)
    return columns, in_pieces(columns, scored, np.zeros(1, dtype=np.int64), weights)


def _counts(by: Judging, places: Places) -> dict[str, Column]:
    """What is counted at each gap, a column a count by its name in `Counts`."""
    units = by.columns.units
    rows = np.stack([column.astype(np.int64) for column in places], axis=1)
    words = by.words(rows)
    if units.compiled:
        from clean.stages.split.cohesion.windows import count_all

        counts = count_all(units.size, rows, words)
    else:
        counts = count_here(units, rows, words)
    return dict(zip(Counts._fields, counts.T, strict=True))
