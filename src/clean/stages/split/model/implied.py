"""Stories that must begin somewhere within a text: a headline printed twice ends one, and the text up to there begins
with the headline of another.

No gap in between shows that one begins there, but it is known that one does: the best of them stands for all.
"""

from __future__ import annotations

import numpy as np

from clean.stages.split.block.columns import BULLET, HIDDEN, Column, Columns, Flags
from clean.stages.split.cues.around import NEARBY
from clean.stages.split.cues.reach import RIVALS
from clean.stages.split.model.rivals import EVEN, best_hidden
from clean.stages.split.model.scored import Scored

# Points. Of the best gaps that are so much below even odds at most, six in ten (nine sites) to six in seven
# (development pools) are where the story begins; of those further below a third.
IMPLIED = 300


def implied(scored: Scored, units: Columns) -> Flags:
    """At which of the gaps a story must begin: of those above a tail the best, where a story ends right below the tail
    and the text above has another headline, which stands within HIDDEN lines of the tail.
    """
    found = np.zeros(len(scored.places.unit), dtype=np.bool_)
    rows = best_hidden(scored)
    if not len(rows):
        return found
    tail, sure = scored.places.below[rows], np.flatnonzero((scored.places.below < 0) & (scored.own > EVEN))
    following = np.searchsorted(sure, rows)
    # Nothing else begins up to the tail, nor with it. Among short lines it is a caption printed twice.
    begins = np.append(scored.places.unit[sure], np.iinfo(np.int64).max)[following]
    alone = ~units.light[tail - 2]
    found[rows] = alone & (begins > tail) & _ended(scored, units, tail) & _headed(scored, units, rows, sure, following)
    return found


def _ended(scored: Scored, units: Columns, tail: Column) -> Flags:
    """Whether a story ends right below each tail and its bullets: another begins there, or nothing follows."""
    near = scored.lines - units.first[scored.places.tail] <= RIVALS
    closed = scored.places.tail[near & (scored.own > EVEN)]
    place = tail + 1
    for _ in range(NEARBY - 1):
        place = place + (units.kind[place] == BULLET)
    last = (units.size[place] == 0) | (place >= units.count)
    inner = np.minimum(place, units.count - 1)
    ended: Flags = np.isin(tail, closed) | last | (units.first[inner] - units.first[tail] > HIDDEN)
    return ended


def _headed(scored: Scored, units: Columns, rows: Column, sure: Column, following: Column) -> Flags:
    """Whether the text that gaps above a tail stand in begins with another headline, no further above the tail than a
    story is long: after the last of the `sure` gaps, or where a story begins for certain.
    """
    tail = scored.places.below[rows]
    begins = scored.certain.units[np.searchsorted(scored.certain.units, scored.places.unit[rows], side="right") - 1]
    headed = units.light[begins]
    if len(sure):
        above = sure[np.maximum(following - 1, 0)]
        within = (following > 0) & (scored.places.unit[above] >= begins)
        begins = np.where(within, scored.places.unit[above], begins)
        headed = np.where(within, scored.headed[above], headed)
    near = units.first[tail] - units.first[begins] <= HIDDEN
    found: Flags = headed & near & (units.alike[begins] != units.alike[tail])
    return found
