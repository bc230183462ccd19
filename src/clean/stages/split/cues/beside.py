"""How alike the texts around a heading are, beside those around the headings near it.

On a page of many headings a story begins where the texts above and below are less alike than around any heading near
by, as in TextTiling (Hearst 1997), and not where there is one around which they are less so. A heading is within WINDOW
of the gap and its texts within WINDOW of it: with RIVALS all is within CONTEXT.
"""

from __future__ import annotations

import numpy as np

from clean.stages.split.block.columns import Column, Flags
from clean.stages.split.cues.names import Cues
from clean.stages.split.cues.reach import WINDOW

BESIDE_CUES = ("least_alike", "more_alike")
SURE = ("wire_mark", "again", "opened", "repeated")  # cues of a head that need no other beside them
# Headings looked at on either side, within WINDOW lines; of 105 errors on web pages (8 layouts) 2 to 8 change two.
NEIGHBOURS = 4
# Steps of likeness by which the best of them on either side is above a gap that is the least alike. With 1 one cut more
# was false there and one story less missed, with 3 two less and one more.
DEEPER = 2


def beside_cues(lines: Column, alike: Column, headed: Flags, counted: Flags) -> Cues:
    """Whether the texts are `least_alike` at a gap among those near it that are `counted`, and how much `more_alike`
    they are than where they are least so, of gaps before these lines, in order, with a heading below or without.
    """
    others = np.flatnonzero(headed & counted)
    if not len(others):
        nothing = np.zeros(len(lines), dtype=np.int64)
        return dict.fromkeys(BESIDE_CUES, nothing)
    above = np.searchsorted(others, np.arange(len(lines)))
    below = above + (headed & counted)
    low, high = alike, np.stack((alike, alike))
    for away in range(NEIGHBOURS):
        for side, place in enumerate((above - 1 - away, below + away)):
            there = others[np.clip(place, 0, len(others) - 1)]
            near = (place >= 0) & (place < len(others)) & (np.abs(lines[there] - lines) <= WINDOW)
            beside = np.where(near, alike[there], alike)
            low, high[side] = np.minimum(low, beside), np.maximum(high[side], beside)
    return {
        "least_alike": headed & (low == alike) & (high.min(axis=0) >= alike + DEEPER),
        "more_alike": headed * (alike - low),
    }
