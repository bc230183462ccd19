"""The cues of the body below a gap."""

from __future__ import annotations

import numpy as np

from clean.stages.split.block.columns import PARAGRAPH, SHORT, Column, Columns, Flags
from clean.stages.split.block.heads import Heads
from clean.stages.split.cues.headline import is_small, told_of
from clean.stages.split.cues.names import Cues
from clean.stages.split.usual.profiles import Profiles


def below_cues(units: Columns, k: Column, heads: Heads, low: Column, high: Column, usual: Profiles) -> Cues:
    """What the body is like, and whether it, or the headline, stood there before."""
    lead, body, light = heads.headline, heads.body, units.light
    reached = body < high
    repeated = (lead + 1 < high) & light[lead] & units.same[lead + 1]
    return {
        "body_is_light": reached & light[body],
        "body_is_sentence": reached & ~light[body],
        "short_body": reached & ~light[body] & (units.size[body] < SHORT),
        "body_continues": reached & (units.continues[body] | _goes_on(units, body)),
        "no_body": ~reached,
        "again": reached & _comes_again(units, k, body, low),
        "repeated": repeated,
        "pair_where_below": repeated & usual.bare,
        "pair_ahead": (lead + 2 < high) & light[lead + 1] & units.same[lead + 2] & ~units.same[lead + 1],
    }


def _goes_on(units: Columns, body: Column) -> Flags:
    """Whether a body begins with a small letter, as the rest of a broken sentence does."""
    place = np.minimum(body, units.count - 1)
    return told_of(units, place, units.packed.small() & ~units.light[: units.count], is_small)


def _comes_again(units: Columns, k: Column, body: Column, low: Column) -> Flags:
    """Whether a story that stood above comes again: its paragraph did, and the ones before the two differ."""
    found: Flags = (units.copied[body] >= low) & (units.size[body] > PARAGRAPH)
    for row in np.flatnonzero(found).tolist():
        source = _first_said(units, int(body[row]), int(low[row]))
        above = _first_said(units, int(units.last_plain[k[row] - 1]), int(low[row]))
        found[row] = units.last_plain[source - 1] != above
    return found


def _first_said(units: Columns, unit: int, low: int) -> int:
    """The first unit from `low` on that says what this one says."""
    while units.copied[unit] >= low:
        unit = int(units.copied[unit])
    return unit
