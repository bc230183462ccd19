"""Which of the gaps that were scored none beside them beats: two stories do not begin within one head."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from clean.stages.split.block.columns import Column
from clean.stages.split.cues.reach import RIVALS
from clean.stages.split.model.scored import Scored, points, rows_of

EVEN = 0  # the score of even odds
# Points of what chooses among the gaps above a tail, fitted on nine sites, 16 languages and the development pools as
# one choice a tail. They make no boundary: above headlines printed twice that begin stories two more were false.
CHOICE = {"hidden_foot": 300, "hidden_short": 60, "hidden_speech": -190}


def unbeaten(scored: Scored, least: int) -> Column:
    """The rows that score so much at least and that no gap beside them beats, which are cut at no threshold otherwise.

    Beside a gap are those one unit on and those with nothing but a headline between, which is no story. Of equals the
    first is better.
    """
    return _unbeaten(scored, np.sort(np.append(np.flatnonzero(scored.places.below < 0), best_hidden(scored))), least)


def unhidden(scored: Scored, least: int) -> Column:
    """The same of the gaps that stand above no tail, by what is their own; no others are asked."""
    return _unbeaten(replace(scored, scores=scored.own), np.flatnonzero(scored.places.below < 0), least)


def _unbeaten(scored: Scored, rows: Column, least: int) -> Column:
    """Those of the rows that score so much at least and that none of them beside beats."""
    unit, body, line = scored.places.unit[rows], scored.places.body[rows], scored.lines[rows]
    score, brief = scored.scores[rows], scored.brief[rows]
    beaten = np.zeros(len(rows), dtype=np.bool_)
    for following in (unit + 1, body):
        below = np.searchsorted(unit, following) % max(1, len(unit))
        beside = (unit[below] == following) & (following > unit) & (line[below] - line <= RIVALS)
        above = np.flatnonzero(beside & ~(brief & brief[below]))
        below = below[above]
        beaten[np.where(score[above] >= score[below], below, above)] = True
    stand: Column = rows[(score >= least) & ~beaten]
    return stand


def best_hidden(scored: Scored) -> Column:
    """The rows of those gaps above a tail that are the best of their run: a story begins once. Where it may begin with
    a headline as well, what stands above that is another run. Where a story begins for certain, with a source or below
    a window of blank lines, and no headline stands above the tail, it begins nowhere else. Those of a run are far
    apart, so that what stands beside each would be out of reach.
    """
    rows: Column = np.flatnonzero(scored.places.below >= 0)
    if not len(rows):
        return rows
    headed = np.cumsum((scored.places.below < 0) & (scored.own > EVEN))
    ahead = np.append(0, headed)[np.searchsorted(scored.places.unit, scored.certain.units)]
    headed = headed[rows]
    begins = np.append(True, (np.diff(scored.places.below[rows]) != 0) | (np.diff(headed) != 0))
    run, score = np.cumsum(begins) - 1, (scored.own + _choice(scored))[rows]
    best = np.flatnonzero(score == np.maximum.reduceat(score, np.flatnonzero(begins))[run])
    first = best[np.append(True, np.diff(run[best]) > 0)]
    last = np.searchsorted(scored.certain.units, scored.places.unit[rows], side="right") - 1
    begun = (scored.places.below[rows] == scored.certain.tails[last]) & (headed == ahead[last])
    found: Column = rows[first[~begun[first]]]
    return found


def _choice(scored: Scored) -> Column:
    """What speaks for one of several gaps above a tail, not for a boundary there."""
    return points(CHOICE, rows_of(scored.cues.plain_cues(CHOICE)), CHOICE)
