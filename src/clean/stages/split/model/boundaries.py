"""Where stories begin: a small linear model over the cues at each gap, within a bounded window.

The decision at a gap depends on the CONTEXT lines on either side, the profile and the settings alone, so that a block
of a source gives what the whole source gives. Scores are sums of integers.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from itertools import repeat
from operator import attrgetter
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

import numpy as np

from clean.document import CONTEXT
from clean.errors import UsageError
from clean.settings import Split
from clean.stages.split.block.columns import Column, Columns, Flags
from clean.stages.split.block.units import Units
from clean.stages.split.cohesion.counts import Counts, Weighed, count_here, within_reach
from clean.stages.split.cohesion.likeness import ASKED, Gains, lexical_cues
from clean.stages.split.cues.beside import CERTAIN, beside_cues
from clean.stages.split.cues.openings import first_traits
from clean.stages.split.cues.plain import NAMES, WINDOW, Cues, Places, plain_cues
from clean.stages.split.model.implied import IMPLIED, implied
from clean.stages.split.model.pieces import short_pieces, usual_sizes
from clean.stages.split.model.reasons import in_favour
from clean.stages.split.model.rivals import EVEN, unbeaten
from clean.stages.split.usual.profile import Profile
from clean.stages.split.usual.profiles import Profiles
from clean.stages.split.usual.style import FEWEST, SHORT_PIECE, UNKNOWN, Style, read_traits, style_cues, style_of

# Per mille of words said all over a source: eight in nine files of several stories have fewer than the first. Beyond
# the second, no gap of one story was above three times the evidence (but in one web page of four), and 45 of 46 files
# of several stories had one that was.
SPREAD_STEPS = (80, 160)
UNTOLD_CUES: Mapping[str, int] = MappingProxyType({})


class Gap(NamedTuple):
    """A gap that was judged: the line after it, its score (above the threshold: a boundary), and the cues that spoke
    for it, the strongest first; where gaps below the threshold are asked for as well, the values of all `cues`.

    Where it is `certain` no score decided: an export layout did, the topics, or a long way with nothing above.
    """

    line: int
    score: int
    reasons: tuple[str, ...]
    boundary: bool
    certain: bool = False
    cues: Mapping[str, int] = UNTOLD_CUES

    @classmethod
    def sure(cls, line: int, why: str) -> Gap:
        """A boundary that no score decided."""
        return cls(line, 0, (why,), boundary=True, certain=True)


def judge_gaps(
    lines: list[str],
    marks: bytearray,
    usual: Profile,
    settings: Split,
    first: int,
    last: int,
    compiled: bool = False,
    slack: int = 0,
    units: Units | None = None,
) -> list[Gap]:
    """The gaps in `[first, last)` that no gap beside them beats, above the threshold (boundaries) or at most `slack`
    points below it; lines outside are context, CONTEXT on a side are enough.

    The first line of the whole source is no boundary, unless nothing but blank lines stands before it for a window.
    Compiled code counts words the same, and pays for tens of megabytes. `units` are those of the lines, if there are
    any yet.
    """
    units = units or Units(lines, marks, usual.width, compiled)
    if settings.mode not in ("headlines", "topic"):
        raise UsageError("unknown split.mode", settings.mode, "", 'it is "headlines" or "topic"')
    if settings.mode == "topic":
        from clean.stages.split.cohesion.topic import topic_boundaries

        topics = (units.first[k] for k in topic_boundaries(units))
        return [Gap.sure(line, "topic") for line in topics if first <= line < last]
    found = [Gap.sure(units.first[k], "alone") for k in lonely(units)]
    if usual.one and not slack:  # no score makes a boundary: half the time that a small source of one story takes
        return [gap for gap in found if first <= gap.line < last]
    columns = Columns(units, (usual.standing,), (usual.endings,))
    line = columns.first
    near = columns.worth[: len(line)] & (first - CONTEXT <= line) & (line < last + CONTEXT)
    found += judged(Judging(columns, [usual], by_profile(columns, usual)), np.flatnonzero(near), settings, slack)
    return sorted((gap for gap in found if first <= gap.line < last), key=attrgetter("line"))


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


def judged(by: Judging, gaps: Column, settings: Split, slack: int) -> list[Gap]:
    """The gaps before some units that no gap beside them beats, above the threshold or `slack` points below it."""
    scored = _score(by, gaps, settings, slack)
    rows = implied(scored, by.columns)
    scored = replace(scored, scores=scored.scores + IMPLIED * rows, implied=rows)
    sizes = np.array([usual.style.size for usual in by.profiles])
    scored = in_pieces(by.columns, scored, sizes, read_weights(settings.weights))
    return _gaps(scored, unbeaten(scored, settings.threshold - slack), by.profiles, settings, slack > 0)


def surveyed(by: Judging, settings: Split, whole: Sequence[bool], spread: Callable[[int], int]) -> list[Profile]:
    """The profiles with what a first pass over the first lines of the sources tells: the style of their stories and,
    of those whose `whole` they are, whether they hold one; `spread` tells which share of a source's words is said all
    over it.

    One does where no gap is above `settings.evidence`, or above two or three times that where words are said all over
    the source.
    """
    # No setting moves the style: what the review foretells of another threshold must come true.
    slack = settings.threshold - min(EVEN, settings.evidence)
    scored = _score(by, np.flatnonzero(by.columns.worth), settings, slack, styled=False)
    above = scored.scores > settings.evidence
    most = dict.fromkeys(scored.source[above].tolist(), 0)
    for source, score in zip(scored.source[above].tolist(), scored.scores[above].tolist(), strict=True):
        most[source] = max(most[source], score)
    several = {
        source
        for source, score in most.items()
        if whole[source] and score > settings.evidence * (1 + sum(spread(source) > step for step in SPREAD_STEPS))
    }
    sizes = usual_sizes(by.columns, scored).tolist()
    styles = [style._replace(size=size) for style, size in zip(styles_found(scored), sizes, strict=True)]
    return [
        replace(usual, one=all_read and source not in several, style=style)
        for source, (usual, all_read, style) in enumerate(zip(by.profiles, whole, styles, strict=True))
    ]


def in_pieces(units: Columns, scored: Scored, sizes: Column, weights: dict[str, int]) -> Scored:
    """The gaps scored once more, by how long the pieces beside them are where stories have so many letters."""
    short = short_pieces(units, scored, sizes)
    taken = weights[SHORT_PIECE] * short
    names, words = (*scored.names, SHORT_PIECE), np.concatenate((scored.words, short[None]))
    return replace(scored, scores=scored.scores + taken, names=names, words=words)


def styles_found(scored: Scored) -> list[Style]:
    """The style of each source by the boundaries that the scores of a first pass make, cut at even odds."""
    rows = unbeaten(scored, EVEN + 1)
    source = scored.source[rows]
    count = np.bincount(source, minlength=len(scored.headings))
    found = [UNKNOWN] * len(count)
    for number in np.flatnonzero(count >= FEWEST).tolist():
        own = rows[source == number]
        told = scored.traits[own], scored.headed[own], int(scored.headings[number])
        found[number] = style_of(*told, scored.scores[own], scored.firsts[number])
    return found


@dataclass(frozen=True, slots=True)
class Scored:
    """Gaps with their scores: the unit after each, that after the head it begins, its line, the tail `below` it (-1
    without one), whether the unit may be a `brief`, all there is of a story (a headline with a wire's mark, a paragraph
    with a dateline); the cues by `names`, a row a cue (the `plain` ones at all gaps, of which these are `gaps`, those
    of the `words` at these), the traits of `style.TRAITS`, a row a gap, whether a headline is below, the number of its
    source, how many `headings` each source has; the units at which a story begins for `certain`, the first of each
    source among them, and the tails of these stories (`begun`, -1 where there is none); the traits of each source's
    first head (`firsts`), and of the scores what is the gap's `own`, whatever stands beside it; the tail right above
    each gap (`tails`, -1 without one), and whether a story must begin there (`implied`, which `implied.py` tells).
    """

    units: Column
    bodies: Column
    lines: Column
    scores: Column
    below: Column
    brief: Flags
    names: tuple[str, ...]
    plain: Column
    gaps: Column
    words: Column
    traits: Flags
    headed: Flags
    source: Column
    headings: Column
    certain: Column
    begun: Column
    firsts: Flags
    own: Column
    tails: Column
    implied: Flags

    def cues(self, rows: Column) -> Column:
        """The cues of some gaps by `names`, a row a gap."""
        return np.concatenate((self.plain[:, self.gaps[rows]], self.words[:, rows])).T


def _gaps(scored: Scored, rows: Column, profiles: Sequence[Profile], settings: Split, whole: bool) -> list[Gap]:
    """The gaps of some rows: boundaries where they are above the threshold and the source is not one story; with the
    `whole` of their cues if told so.
    """
    score, cues = scored.scores[rows], scored.cues(rows)
    told = [dict(zip(scored.names, row, strict=True)) for row in cues.tolist()] if whole else repeat(UNTOLD_CUES)
    found = in_favour(scored.names, cues, read_weights(settings.weights))
    reasons = [("implied", *names) if sure else names for names, sure in zip(found, scored.implied[rows], strict=True)]
    one = np.array([usual.one for usual in profiles])[scored.source[rows]]
    above = (score > settings.threshold) & ~one
    columns = scored.lines[rows].tolist(), score.tolist(), reasons, above.tolist(), repeat(False), told
    return list(map(Gap, *columns))


class Hopeful(NamedTuple):
    """Gaps that their words may bring over a threshold: what stands around them, their traits and their score; which of
    `rows` they are and what is `usual` in their sources, the cues of all gaps but those of the words (by `names`, a row
    a cue), how many headings each source has, those without hope as well, and the most that words may bring each to.
    """

    places: Places
    traits: Flags
    score: Column
    gaps: Column
    usual: Profiles
    names: tuple[str, ...]
    rows: Column
    headings: Column
    most: Column

    def cues(self, names: Iterable[str]) -> Cues:
        """Some of the cues of these gaps."""
        return {name: self.rows[self.names.index(name), self.gaps] for name in names}

    def of(self, chosen: Flags) -> Hopeful:
        """Those of the gaps that are chosen."""
        gaps = np.flatnonzero(chosen)
        places = Places._make(column[gaps] for column in self.places)
        return self._replace(
            places=places,
            traits=self.traits[gaps],
            score=self.score[gaps],
            gaps=self.gaps[gaps],
            usual=self.usual.at(gaps),
            most=self.most[gaps],
        )

    def scored(self, units: Columns, words: Cues, weights: dict[str, int], styled: bool) -> Scored:
        """The gaps with the cues of their words, which are weighed as well; and of what stands beside them, where few
        headings of their source begin a story, or that is not known.
        """
        unit, found = self.places.unit, self.cues(("wire_mark", "dateline_alone", "headline", *CERTAIN))
        certain = np.unique([*(run.start for run in units.units.runs if run), *lonely(units.units)]).astype(np.int64)
        lines, headed = units.first[unit], found["headline"] > 0
        own = self.score + _weighed(words, _rows(words), weights)
        beside = beside_cues(lines, words["cohesion_wide"], headed, self.most >= EVEN)
        asked = (self.usual.style.cut == 0) & styled & (np.stack([found[name] for name in CERTAIN]) == 0).all(axis=0)
        beside = {name: column * asked for name, column in beside.items()}
        words = words | beside
        return Scored(
            unit,
            self.places.body,
            lines,
            own + _weighed(beside, _rows(beside), weights),
            self.places.below,
            (found["wire_mark"] | found["dateline_alone"]) > 0,
            (*self.names, *words),
            self.rows,
            self.gaps,
            _rows(words),
            self.traits,
            headed,
            units.units.source[unit],
            self.headings,
            certain,
            units.below[certain],
            first_traits(units),
            own,
            self.places.tail,
            np.zeros(len(unit), dtype=np.bool_),
        )


def _all_gaps(by: Judging, gaps: Column, weights: dict[str, int]) -> Hopeful:
    units = by.columns
    places, usual, found = plain_cues(units, gaps, by.profiles)
    traits, headed = read_traits(units, places.unit, places.tail, found), found["headline"] > 0
    found |= style_cues(usual.style, traits, headed)
    headings = places.unit[headed & (found["second_of_pair"] == 0)]
    rows = _rows(found)
    score = weights["bias"] + _weighed(found, rows, weights)
    of_source = np.bincount(units.units.source[headings], minlength=len(by.profiles))
    most = score + Gains.of(weights).most(places, found["repeated"])
    return Hopeful(places, traits, score, np.arange(len(score)), usual, tuple(found), rows, of_source, most)


def _hopeful(by: Judging, gaps: Column, weights: dict[str, int], threshold: int) -> Hopeful:
    """The gaps but for those that no words could bring to the threshold."""
    every = _all_gaps(by, gaps, weights)
    return every.of(every.most + IMPLIED * (every.places.below >= 0) >= threshold)


def _score(by: Judging, gaps: Column, settings: Split, slack: int, styled: bool = True) -> Scored:
    """The gaps with their scores, those left out that no words could bring near the threshold or over it; `styled`
    where a first pass has found what is the style.
    """
    weights = read_weights(settings.weights)
    hopeful = _hopeful(by, gaps, weights, min(EVEN, settings.threshold - slack))
    return hopeful.scored(by.columns, _words(by, hopeful), weights, styled)


def all_gaps(lines: list[str], marks: bytearray, usual: Profile) -> tuple[Columns, Scored]:
    """Every gap worth a look, with all its cues and a score of 0, to fit weights on; and the columns it is told by."""
    units = Columns(Units(lines, marks, usual.width, compiled=True), (usual.standing,), (usual.endings,))
    by, weights = Judging(units, [usual], by_profile(units, usual)), dict.fromkeys(("bias", *NAMES), 0)
    every = _all_gaps(by, np.flatnonzero(units.worth), weights)
    scored = every.scored(units, _words(by, every), weights, styled=True)
    return units, in_pieces(units, scored, np.zeros(1, dtype=np.int64), weights)


def _words(by: Judging, gaps: Hopeful) -> Cues:
    return lexical_cues(gaps.places, _counts(by, gaps.places), gaps.usual, gaps.cues(ASKED))


def _rows(found: Cues) -> Column:
    """The cues as rows of one array, so that all are weighed, and chosen from, at once."""
    return np.concatenate([*found.values()]).astype(np.int64, copy=False).reshape(len(found), -1)


def _weighed(names: Iterable[str], rows: Column, weights: dict[str, int]) -> Column:
    # A third of the time of `@` where there are thousands of gaps: no library multiplies matrices of integers.
    total: Column = np.einsum("c,cg->g", np.array([weights[name] for name in names]), rows)
    return total


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


def lonely(units: Units) -> list[int]:
    """Units with nothing but blank lines and furniture for a window before them, which is as sure as it gets."""
    first, last, *_ = units.arrays
    above = np.append(-1, last)[:-1]
    for run, start in zip(units.runs, units.joined.starts, strict=True):
        above[run.start : run.start + 1] = start - 1
    found: list[int] = np.flatnonzero((first - above > WINDOW) & (units.arrays[2] > 0)).tolist()
    return found


@cache
def read_weights(path: str) -> dict[str, int]:
    """Weight by cue, with `bias`: those of the package, or of a JSON file of the same form."""
    where = Path(path) if path else files("clean.stages.split") / "weights.json"
    try:
        weights = dict(json.loads(where.read_text("utf-8"))["weights"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UsageError("cannot read weights", path, str(error), "make them with eval/fit_split.py") from error
    missing = [name for name in ("bias", *NAMES) if not isinstance(weights.get(name), int)]
    if missing:
        raise UsageError("weights are missing", path, ", ".join(missing), "make them with eval/fit_split.py")
    return {name: weights[name] for name in ("bias", *NAMES)}
