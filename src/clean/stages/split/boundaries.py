"""Where stories begin: a small linear model over the cues at each gap, within a bounded window.

The decision at a gap depends on the CONTEXT lines on either side, the profile and the settings alone, so that a block
of a source gives what the whole source gives. Scores are sums of integers.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
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
from clean.stages.split.columns import Column, Columns, Flags
from clean.stages.split.counts import Counts, Place, count
from clean.stages.split.cues import NAMES, WINDOW, Cues, Places, plain_cues
from clean.stages.split.lexical import Weights
from clean.stages.split.likeness import ASKED, Gains, lexical_cues
from clean.stages.split.profile import SAMPLE, Profile
from clean.stages.split.reasons import in_favour
from clean.stages.split.rivals import EVEN, unbeaten
from clean.stages.split.style import Style, read_traits, style_cues, style_of
from clean.stages.split.units import Units

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
    seen: Columns | Units | None = None,
) -> list[Gap]:
    """The gaps in `[first, last)` that no gap beside them beats, above the threshold (boundaries) or at most `slack`
    points below it; lines outside are context, CONTEXT on a side are enough.

    The first line of the whole source is no boundary, unless nothing but blank lines stands before it for a window.
    Compiled code counts words the same, and pays for tens of megabytes. What was `seen` of the same lines, by a
    `survey` or as units alone, is not read again.
    """
    units = seen.units if isinstance(seen, Columns) else seen or Units(lines, marks, usual.width, compiled)
    if settings.mode not in ("headlines", "topic"):
        raise UsageError("unknown split.mode", settings.mode, "", 'it is "headlines" or "topic"')
    if settings.mode == "topic":
        from clean.stages.split.topic import topic_boundaries

        topics = (units.first[k] for k in topic_boundaries(units))
        return [Gap.sure(line, "topic") for line in topics if first <= line < last]
    found = [Gap.sure(line, "alone") for line in _lonely(units)]
    if usual.one and not slack:  # no score makes a boundary: half the time that a small source of one story takes
        return [gap for gap in found if first <= gap.line < last]
    columns = seen if isinstance(seen, Columns) else Columns(units, usual.standing, usual.endings)
    line = columns.first
    near = columns.worth[: len(line)] & (first - CONTEXT <= line) & (line < last + CONTEXT)
    scored = _score(columns, np.flatnonzero(near), usual, settings, compiled, slack)
    found += _gaps(scored, unbeaten(scored, settings.threshold - slack), usual.one, settings, slack > 0)
    return sorted((gap for gap in found if first <= gap.line < last), key=attrgetter("line"))


def survey(
    lines: list[str],
    marks: bytearray,
    usual: Profile,
    settings: Split,
    whole: bool,
    compiled: bool = False,
    units: Units | None = None,
) -> tuple[Profile, Columns | Units | None]:
    """The profile with what a first pass over these first lines of a source tells: the style of its stories and, where
    they are the `whole` of it, whether it holds one; and what it read of them, if it read all. By compiled code if told
    so; `units` are the `sample` of them, if there is one yet.

    It does where no gap is above `settings.evidence`, or above two or three times that where words are said all over
    the source.
    """
    if settings.mode != "headlines":
        return usual, None
    units = units or Units(lines[:SAMPLE], marks[:SAMPLE], usual.width, compiled)
    if len(units) < 2:  # no gap: half the time that a record of one paragraph takes
        return replace(usual, one=whole and len(lines) <= SAMPLE), units if len(lines) <= SAMPLE else None
    columns = Columns(units, usual.standing, usual.endings)
    # No setting moves the style: what the review foretells of another threshold must come true.
    slack = settings.threshold - min(EVEN, settings.evidence)
    scored = _score(columns, np.flatnonzero(columns.worth), usual, settings, compiled, slack)
    evidence = settings.evidence * (1 + sum(usual.spread > step for step in SPREAD_STEPS))
    one = whole and len(lines) <= SAMPLE and not (scored.scores > evidence).any()
    return replace(usual, one=one, style=style_found(scored)), columns if len(lines) <= SAMPLE else None


def style_found(scored: Scored) -> Style:
    """The style of a source by the boundaries that the scores of a first pass make, cut at even odds."""
    rows = unbeaten(scored, EVEN + 1)
    return style_of(scored.traits[rows], scored.headed[rows], scored.headings)


@dataclass(frozen=True, slots=True)
class Scored:
    """Gaps with their scores: the unit after each, that after the head it begins, its line, the tail `below` it (-1
    without one), whether the unit may be a `brief`, all there is of a story (a headline with a wire's mark, a paragraph
    with a dateline); the cues by `names`, a row a cue (the `plain` ones at all gaps, of which these are `gaps`, those
    of the `words` at these), the traits of `style.TRAITS`, a row a gap, whether a headline is below, and how many
    `headings` there are.
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
    headings: int

    def cues(self, rows: Column) -> Column:
        """The cues of some gaps by `names`, a row a gap."""
        return np.concatenate((self.plain[:, self.gaps[rows]], self.words[:, rows])).T


def _gaps(scored: Scored, rows: Column, one: bool, settings: Split, whole: bool) -> list[Gap]:
    """The gaps of some rows: boundaries where they are above the threshold and the source is not `one` story; with
    the `whole` of their cues if told so.
    """
    score, cues = scored.scores[rows], scored.cues(rows)
    told = [dict(zip(scored.names, row, strict=True)) for row in cues.tolist()] if whole else repeat(UNTOLD_CUES)
    reasons = in_favour(scored.names, cues, read_weights(settings.weights))
    above = (score > settings.threshold) & (not one)
    columns = scored.lines[rows].tolist(), score.tolist(), reasons, above.tolist(), repeat(False), told
    return list(map(Gap, *columns))


class Hopeful(NamedTuple):
    """Gaps that their words may bring over a threshold: what stands around them, their traits and their score; which of
    `rows` they are, the cues of all gaps but those of the words (by `names`, a row a cue), and how many headings there
    are, those without hope as well.
    """

    places: Places
    traits: Flags
    score: Column
    gaps: Column
    names: tuple[str, ...]
    rows: Column
    headings: int

    def cues(self, names: Iterable[str]) -> Cues:
        """Some of the cues of these gaps."""
        return {name: self.rows[self.names.index(name), self.gaps] for name in names}

    def of(self, chosen: Flags) -> Hopeful:
        """Those of the gaps that are chosen."""
        gaps = np.flatnonzero(chosen)
        places = Places._make(column[gaps] for column in self.places)
        return self._replace(places=places, traits=self.traits[gaps], score=self.score[gaps], gaps=self.gaps[gaps])

    def scored(self, units: Columns, words: Cues, weights: dict[str, int]) -> Scored:
        """The gaps with the cues of their words, which are weighed as well."""
        unit, found, rows = self.places.unit, self.cues(("wire_mark", "dateline_alone", "headline")), _rows(words)
        return Scored(
            unit,
            self.places.body,
            units.first[unit],
            self.score + _weighed(words, rows, weights),
            self.places.below,
            (found["wire_mark"] | found["dateline_alone"]) > 0,
            (*self.names, *words),
            self.rows,
            self.gaps,
            rows,
            self.traits,
            found["headline"] > 0,
            self.headings,
        )


def _all_gaps(units: Columns, gaps: Column, usual: Profile, weights: dict[str, int]) -> Hopeful:
    places, found = plain_cues(units, gaps, usual)
    traits, headed = read_traits(units, places.unit, places.tail, found), found["headline"] > 0
    found |= style_cues(usual.style, traits, headed)
    headings = int((headed & (found["second_of_pair"] == 0)).sum())
    rows = _rows(found)
    score = weights["bias"] + _weighed(found, rows, weights)
    return Hopeful(places, traits, score, np.arange(len(score)), tuple(found), rows, headings)


def _hopeful(units: Columns, gaps: Column, usual: Profile, weights: dict[str, int], threshold: int) -> Hopeful:
    """The gaps but for those that no words could bring to the threshold."""
    every = _all_gaps(units, gaps, usual, weights)
    most = every.score + Gains.of(weights).most(every.places, every.cues(["repeated"])["repeated"])
    return every.of(most >= threshold)


def _score(units: Columns, gaps: Column, usual: Profile, settings: Split, compiled: bool, slack: int) -> Scored:
    """The gaps with their scores, those left out that no words could bring near the threshold or over it."""
    weights = read_weights(settings.weights)
    hopeful = _hopeful(units, gaps, usual, weights, min(EVEN, settings.threshold - slack))
    words = _words(units, hopeful, usual, compiled)
    return hopeful.scored(units, words, weights)


def all_gaps(lines: list[str], marks: bytearray, usual: Profile) -> Scored:
    """Every gap worth a look, with all its cues and a score of 0, to fit weights on."""
    units = Columns(Units(lines, marks, usual.width), usual.standing, usual.endings)
    weights = dict.fromkeys(("bias", *NAMES), 0)
    every = _all_gaps(units, np.flatnonzero(units.worth), usual, weights)
    return every.scored(units, _words(units, every, usual, compiled=True), weights)


def _words(units: Columns, gaps: Hopeful, usual: Profile, compiled: bool) -> Cues:
    counted = _counts(units, gaps.places, usual.words, compiled)
    return lexical_cues(gaps.places, counted, usual, gaps.cues(ASKED))


def _rows(found: Cues) -> Column:
    """The cues as rows of one array, so that all are weighed, and chosen from, at once."""
    return np.concatenate([*found.values()]).astype(np.int64, copy=False).reshape(len(found), -1)


def _weighed(names: Iterable[str], rows: Column, weights: dict[str, int]) -> Column:
    # A third of the time of `@` where there are thousands of gaps: no library multiplies matrices of integers.
    total: Column = np.einsum("c,cg->g", np.array([weights[name] for name in names]), rows)
    return total


def _counts(units: Columns, places: Places, words: Weights, compiled: bool) -> dict[str, Column]:
    """What is counted at each gap, a column a count by its name in `Counts`."""
    rows = np.stack([column.astype(np.int64) for column in places], axis=1)
    if compiled:
        from clean.stages.split.windows import count_all

        counts = count_all(units.told(), units.units.size, rows, words)
    else:
        told = dict(words.told)
        found = [count(units.units, Place(*row), words, told) for row in rows.tolist()]
        counts = np.array(found, dtype=np.int64).reshape(-1, len(Counts._fields))
    return dict(zip(Counts._fields, counts.T, strict=True))


def _lonely(units: Units) -> list[int]:
    """Units with nothing but blank lines and furniture for a window before them, which is as sure as it gets."""
    first, last, *_ = units.arrays
    lonely: list[int] = first[first - np.append(-1, last)[:-1] > WINDOW].tolist()
    return lonely


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
