"""Where stories begin: a small linear model over the cues at each gap, within a bounded window.

The decision at a gap depends on the CONTEXT lines on either side, the profile and the settings alone, so that a block
of a source gives what the whole source gives. Scores are sums of integers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import repeat
from operator import attrgetter

import numpy as np

from clean.document import CONTEXT, Mark
from clean.settings import Split
from clean.stages.split.block.columns import Column, Columns
from clean.stages.split.block.units import Units
from clean.stages.split.model.certain import lonely
from clean.stages.split.model.gap import UNTOLD_CUES, Gap
from clean.stages.split.model.implied import IMPLIED, implied
from clean.stages.split.model.pieces import in_pieces
from clean.stages.split.model.reasons import in_favour
from clean.stages.split.model.rivals import unbeaten
from clean.stages.split.model.scored import Scored
from clean.stages.split.model.scoring import Judging, by_profile, score_gaps
from clean.stages.split.model.weights import read_weights
from clean.stages.split.usual.profile import Profile


def judge_gaps(units: Units, usual: Profile, settings: Split, first: int, last: int, slack: int = 0) -> list[Gap]:
    """The gaps in lines `[first, last)` that no gap beside them beats, above the threshold (boundaries) or at most
    `slack` points below it; lines outside are context, CONTEXT on a side are enough.

    The first line of the whole source is no boundary, unless nothing but blank lines stands before it for a window.
    """
    if settings.mode == "topic":
        from clean.stages.split.cohesion.topic import topic_boundaries

        topics = (units.first[k] for k in topic_boundaries(units))
        return [Gap.sure(line, "topic") for line in topics if first <= line < last]
    if settings.mode == "lines":
        return [Gap.sure(line, "line") for line in range(max(1, first), last) if units.marks[line] == Mark.BODY]
    found = [Gap.sure(units.first[k], "alone") for k in lonely(units)]
    if usual.one and not slack:  # no score makes a boundary: half the time that a small source of one story takes
        return [gap for gap in found if first <= gap.line < last]
    columns = Columns(units, (usual.standing,), (usual.endings,))
    line = columns.first
    near = columns.worth[: len(line)] & (first - CONTEXT <= line) & (line < last + CONTEXT)
    found += judged(Judging(columns, [usual], by_profile(columns, usual)), np.flatnonzero(near), settings, slack)
    return sorted((gap for gap in found if first <= gap.line < last), key=attrgetter("line"))


def judged(by: Judging, gaps: Column, settings: Split, slack: int) -> list[Gap]:
    """The gaps before some units that no gap beside them beats, above the threshold or `slack` points below it."""
    scored = score_gaps(by, gaps, settings, slack)
    rows = implied(scored, by.columns)
    scored = replace(scored, scores=scored.scores + IMPLIED * rows, implied=rows)
    sizes = np.array([usual.size for usual in by.profiles])
    scored = in_pieces(by.columns, scored, sizes, read_weights(settings.weights))
    return _gaps(scored, unbeaten(scored, settings.threshold - slack), by.profiles, settings, slack > 0)


def _gaps(scored: Scored, rows: Column, profiles: Sequence[Profile], settings: Split, whole: bool) -> list[Gap]:
    """The gaps of some rows: boundaries where they are above the threshold and the source is not one story; with the
    `whole` of their cues if told so.
    """
    score, cues = scored.scores[rows], scored.cues.at(rows)
    told = [dict(zip(scored.cues.names, row, strict=True)) for row in cues.tolist()] if whole else repeat(UNTOLD_CUES)
    found = in_favour(scored.cues.names, cues, read_weights(settings.weights))
    reasons = [("implied", *names) if sure else names for names, sure in zip(found, scored.implied[rows], strict=True)]
    one = np.array([usual.one for usual in profiles])[scored.source[rows]]
    above = (score > settings.threshold) & ~one
    columns = scored.lines[rows].tolist(), score.tolist(), reasons, above.tolist(), repeat(False), told
    return list(map(Gap, *columns))
