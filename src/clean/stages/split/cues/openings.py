"""Heads with which only a story begins: a headline, and right below who wrote it and when, or where it comes from."""

from __future__ import annotations

import numpy as np

from clean.news.captions import is_caption
from clean.stages.split.block.columns import BYLINE, DATE, DATELINE, Column, Columns, Flags
from clean.stages.split.block.heads import Heads, read_heads
from clean.stages.split.block.units import Units
from clean.stages.split.usual.style import TRAITS


def read_openings(units: Columns, k: Column, heads: Heads, placed: Flags, high: Column) -> tuple[Flags, Flags, Flags]:
    """Whether a headline stands with a byline and a paragraph right below, a byline and a date, or a dateline with an
    agency or a date; whether with a byline and a date; and whether a story surely begins there, as it does with these
    and with such a dateline.

    Of the gaps of the development pools of news where one is, all are boundaries; of those of web pages nine in ten.
    Below a headline printed twice, or bullets, a dateline is the next story's.
    """
    once = heads.headed & ~units.same[heads.headline]
    below = once & ~units.light[k - 1]
    credit = _credit_place(units, heads)
    bylined = below & (units.kind[credit] == BYLINE) & (heads.body == credit + 1)
    bylined &= (heads.body < high) & ~units.light[heads.body]
    certain = below & placed & (heads.body == heads.headline + 1)
    certain[certain] = [_is_certain(units.units, body) for body in heads.body[certain].tolist()]
    dated = once & _signed_and_dated(units, heads, high)
    opened: Flags = bylined | certain | dated
    opened[opened] = [not is_caption(units.units.text[above]) for above in (k[opened] - 1).tolist()]
    return opened, opened & dated, opened & (certain | dated)


def first_traits(units: Columns) -> Flags:
    """The traits of `style.TRAITS` that the first head of each source has, a row a source; none of those that only a
    gap can have.
    """
    runs = units.units.runs
    k = np.array([run.start for run in runs if run], dtype=np.int64)
    high = np.array([run.stop for run in runs if run], dtype=np.int64)
    heads = read_heads(units, k, high)
    reached = heads.headed & (heads.body < high)
    found = dict.fromkeys(TRAITS, np.zeros(len(k), dtype=np.bool_))
    found["place"] = reached & (units.kind[heads.body] == DATELINE)
    found["pair"] = reached & units.same[heads.headline + 1]
    found["signed"] = _signed_and_dated(units, heads, high)
    told = np.zeros((len(runs), len(TRAITS)), dtype=np.bool_)
    told[[number for number, run in enumerate(runs) if run]] = np.stack([*found.values()], axis=1)
    return told


def _signed_and_dated(units: Columns, heads: Heads, high: Column) -> Flags:
    """Whether a byline and a date stand below a headline and its deck, one above the other, and then more."""
    credit = _credit_place(units, heads)
    one, other = units.kind[credit], units.kind[credit + 1]
    both = (one == BYLINE) & (other == DATE) | (one == DATE) & (other == BYLINE)
    found: Flags = both & (heads.body > credit + 1) & (heads.body < high)
    return found


def _credit_place(units: Columns, heads: Heads) -> Column:
    """The unit below a headline and its deck, or second line, if it stands below a paragraph: in a list none does."""
    below = heads.headline + 1
    decked = units.light[below] & (units.kind[below] == 0) & ~units.same[below] & (below < heads.body)
    listed = units.light[np.maximum(heads.headline - 1, 0)] & (heads.headline > 0)
    found: Column = below + (decked & ~listed)
    return found


def _is_certain(units: Units, body: int) -> bool:
    dateline = units.dateline(body)
    return dateline is not None and dateline.certain
