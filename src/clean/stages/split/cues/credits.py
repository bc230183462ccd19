"""The cues of bylines, dates and datelines below a gap."""

from __future__ import annotations

import numpy as np

from clean.news.bylines import names_author
from clean.news.datelines import read_place
from clean.stages.split.block.columns import DATELINE, Column, Columns, Flags
from clean.stages.split.block.heads import CREDIT, Heads
from clean.stages.split.block.units import Units
from clean.stages.split.cues.names import Cues
from clean.stages.split.usual.profiles import Profiles


def credit_cues(units: Columns, k: Column, heads: Heads, high: Column, usual: Profiles, named: Flags) -> Cues:
    """Bylines, dates and datelines below the gap, and whether they are usual here; `named` where a credit of another
    look is.
    """
    sums = np.concatenate(([0], np.cumsum(CREDIT[units.kind])))
    credit = (sums[np.maximum(heads.body, k + 1)] > sums[k]) | named
    dated = (heads.body < high) & (units.kind[heads.body] == DATELINE)
    placed = dated & heads.headed
    alone = (units.kind[k] == DATELINE) & ~units.light[k - 1]
    placed |= _opens_with_place(units, heads, high, usual)
    speech = np.zeros(len(k), dtype=np.bool_)
    rows = np.flatnonzero(dated)
    beside = np.stack((np.where(heads.headed, -1, k - 1), heads.body, high), axis=1)[rows]
    speech[rows] = [_is_speech(units.units, *row) for row in beside.tolist()]
    alone &= ~speech  # a name is no dateline
    return {
        "dateline_alone": alone,
        "dateline_once": alone & (usual.datelines == 1),
        "speech": speech,
        "credit": credit,
        "dateline": placed,
        "credit_usual": credit & (usual.credits > 2),
        "dateline_usual": placed & ((usual.datelines > 2) | usual.places),
        "no_credit_where_usual": ~credit & (usual.credits >= 2),
        "no_dateline_where_usual": ~(dated | placed) & (usual.datelines >= 2),
    }


def named_below(units: Columns, heads: Heads) -> Flags:
    """Whether what stands between headline and body like a deck is the author's name, without an opening word, and
    perhaps a date below it.
    """
    dated = (heads.body == heads.headline + 3) & CREDIT[units.kind[heads.headline + 2]]
    named: Flags = heads.deck & heads.headed & ((heads.body == heads.headline + 2) | dated)
    rows = np.flatnonzero(named)
    named[rows] = [names_author(units.units.text[place]) for place in (heads.headline[rows] + 1).tolist()]
    return named


def _opens_with_place(units: Columns, heads: Heads, high: Column, usual: Profiles) -> Flags:
    """Whether the paragraph below a headline opens with a place and a stop, as the source's stories do."""
    found: Flags = usual.places & heads.headed & (heads.body < high)
    rows = np.flatnonzero(found)
    found[rows] = [read_place(units.units.text[place]) is not None for place in heads.body[rows].tolist()]
    return found


def _is_speech(units: Units, above: int, body: int, high: int) -> bool:
    """Whether a paragraph next to a body opens with a place or a name alone as well, no headline between: then these
    are speakers' names. `above` is -1 where a headline is.
    """
    return any(units.may_be_spoken(i) for i in (above, body + 1) if 0 <= i < high)
