"""How much text and how many short lines stand on either side of a gap: sections of a page are shorter than stories."""

from __future__ import annotations

import numpy as np

from clean.stages.split.block.columns import Column, Columns, Flags
from clean.stages.split.block.heads import CREDIT, Heads
from clean.stages.split.block.packed import among

NEARBY = 6  # units on either side that are looked at for short lines, and above for bullets
QUESTIONS = "?？؟"
TEXT_STEPS = (0, 150, 300, 500, 800, 1200, 1800, 2500)  # letters


def around_cues(units: Columns, k: Column, heads: Heads, low: Column, high: Column) -> dict[str, Column]:
    """The cues of the text and the short lines around the gaps before units `k`, within units `low` to `high`."""
    credit = CREDIT[units.kind]
    before = np.zeros(len(k), dtype=np.int64)
    after = np.zeros(len(k), dtype=np.int64)
    for away in range(1, NEARBY):
        above, below = np.maximum(k - away, 0), k + away
        before += (k - away >= low) & _loose(units, credit, above, low, high)
        beyond = (below > heads.headline) & (below < high) & ~(heads.deck & (below < heads.body))
        other = units.alike[below] != units.alike[heads.headline]
        after += beyond & other & _loose(units, credit, below, low, high)
    return {
        **_text_cues(units, k, heads, low, high),
        "light_before": np.minimum(4, before),
        "light_after": np.minimum(4, after),
        "nothing_ahead": units.next_plain[k] >= high,
    }


def _text_cues(units: Columns, k: Column, heads: Heads, low: Column, high: Column) -> dict[str, Column]:
    """How much text stands above and below without a short line between: sections are shorter than stories."""
    sums = np.concatenate(([0], np.cumsum(units.size)))
    start = np.maximum(units.last_light[k - 1] + 1, low)
    end = np.minimum(units.next_light[heads.body], high)
    return {
        "text_above": np.searchsorted(TEXT_STEPS, sums[k] - sums[start]),
        "text_below": np.searchsorted(TEXT_STEPS, sums[np.maximum(end, heads.body)] - sums[heads.body]),
    }


def asked_in_series(units: Columns, k: Column, lead: Column, low: Column, high: Column) -> Flags:
    """Whether the headline of each gap is one of three short lines running that are questions, few paragraphs apart:
    an interview's, or an explainer's. Headlines of nine sites lost one boundary in 350 by it when it asked for no
    nearness, and none since.
    """
    asks = units.light[: units.count] & among(units.units.closing, QUESTIONS)
    found = np.zeros(len(k), dtype=np.bool_)
    rows = np.flatnonzero(asks[lead])
    low, high, places = low[rows], high[rows], [lead[rows]]
    for _ in range(2):
        first, last = places[0], places[-1]
        above, below = units.last_light[first - 1], units.next_light[last + 1]
        places.insert(0, np.where((low <= above) & (above < first) & (first - above <= NEARBY), above, -1))
        places.append(np.where((below < high) & (below - last <= NEARBY), below, -1))
    asked = [(place >= 0) & asks[np.minimum(place, units.count - 1)] for place in places]
    # What stands beyond a place that is none (-1) does not count.
    # The first of them stands below the headline of its story, or is this itself: `Who pays for the bridge, and why?`
    found[rows] = asked[1] & (asked[0] | asked[3]) | (places[1] >= 0) & asked[3] & asked[4]
    return found


def _loose(units: Columns, credit: Flags, place: Column, low: Column, high: Column) -> Flags:
    """Short lines that are no part of a story's head: no credit, not right above one, not printed twice.

    A neighbour outside the window is not asked: it may stand outside the block as well.
    """
    below = place + 1 < high
    twice = (units.same[place] & (place > low)) | (units.same[place + 1] & below)
    loose: Flags = units.light[place] & ~twice & ~credit[place] & ~(credit[place + 1] & below)
    return loose
