"""How long the pieces beside a gap are, held against the usual story of the source: subheads part a story into pieces
that are shorter than stories are.

Told of the boundaries that a first scoring found, by which the gaps are scored once more: all subheads of one story
lose at once.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from clean.similarity.shingles import distinct
from clean.stages.split.block.columns import Column, Columns
from clean.stages.split.cues.names import SHORT_PIECE
from clean.stages.split.model.rivals import EVEN, unhidden
from clean.stages.split.model.scored import Scored

# Lines within which a piece must end to be measured; a longer one is long enough. A boundary there depends on a window
# of its own and on rivals, as the gap does: with these all is within CONTEXT.
REACH = 48
# Per mille of the usual story below which the shorter piece is one step shorter: each is e^(-1/4) of the one before.
STEPS = np.array((1000, 779, 607, 472, 368, 287, 223, 174, 135, 105, 82))
_FAR = 1 << 40  # letters


def usual_sizes(units: Columns, scored: Scored) -> Column:
    """The median of letters of the stories that the scores make, source by source; 0 without any."""
    ends, runs = _ends(scored), len(units.units.runs)
    source = units.units.source[ends]
    sizes = np.diff(_letters(units)[[*ends, units.count]])  # between sources stands nothing
    ordered = np.append(sizes[np.lexsort((sizes, source))], 0)  # a source of nothing may come last
    count = np.bincount(source, minlength=runs)
    first = np.cumsum(count) - count
    middle = ordered[first + np.maximum(count - 1, 0) // 2] + ordered[first + count // 2]
    found: Column = np.where(count > 0, middle // 2, 0)
    return found


def short_pieces(units: Columns, scored: Scored, usual: Column) -> Column:
    """How much shorter than the usual story of its source (of so many letters) the shorter piece beside each gap is, in
    steps. A piece goes from the gap to the next boundary or the end of the source.

    Where stories have their headlines below nothing is told: what begins there depends on lines far away.
    """
    ends, letters = _ends(scored), _letters(units)
    stops = np.array([run.stop for run in units.units.runs])[scored.source]
    unit, body = scored.places.unit, scored.places.body
    above = ends[np.searchsorted(ends, unit) - 1]
    # A head without a text has that of the next story for its body, or what ends the block.
    following = np.maximum(np.searchsorted(ends, body), np.searchsorted(ends, unit, "right"))
    below = np.minimum(np.append(ends, units.count)[following], stops)
    near_above = scored.lines - units.first[above] <= REACH
    near_below = units.last[below - 1] - scored.lines <= REACH
    up = np.where(near_above, letters[unit] - letters[above], _FAR)
    down = np.where(near_below, letters[below] - letters[unit], _FAR)
    usual = usual[scored.source]
    share = 1000 * np.minimum(np.minimum(up, down), usual) // np.maximum(usual, 1)
    steps = len(STEPS) - np.searchsorted(STEPS[::-1], share, "right")
    found: Column = np.where((usual > 0) & (scored.places.below < 0), steps, 0)
    return found


def in_pieces(units: Columns, scored: Scored, sizes: Column, weights: dict[str, int]) -> Scored:
    """The gaps scored once more, by how long the pieces beside them are where stories have so many letters."""
    short = short_pieces(units, scored, sizes)
    taken = weights[SHORT_PIECE] * short
    return replace(scored, scores=scored.scores + taken, cues=scored.cues.with_later({SHORT_PIECE: short}))


def _ends(scored: Scored) -> Column:
    """The units at which a story begins at even odds or for certain; the first of each source does."""
    return distinct(np.concatenate((scored.certain.units, scored.places.unit[unhidden(scored, EVEN + 1)])))


def _letters(units: Columns) -> Column:
    """How many letters stand before each unit."""
    return np.concatenate(([0], np.cumsum(units.size)))
