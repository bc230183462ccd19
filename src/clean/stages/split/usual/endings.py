"""What the lines below the stories of a source end in, though each says something else: its name, a button.

`… (Example Weekly 03/04/2024 page 5)`, `… Source: Example News`, `… Any questions? Tell us more`. Such lines end in no
full stop, and their last words end other lines as well that stand right below a story.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

import numpy as np

from clean.news.headlines import has_wire_mark
from clean.stages.split.block.endings import ENDED, ending
from clean.stages.split.block.packed import among
from clean.stages.split.block.units import Units

_FEWEST = 2  # lines; with three, of the files of eight stories and fewer half have too few
_OTHERS = 2  # times as many lines below stories as elsewhere
_NEAR = 5  # lines within which a paragraph stands on either side: the short lines below a story, those of the next head
_HEADING = ("", "bullet", "label")  # what may stand below such a line: a credit stands below a headline


def usual_endings(units: Units) -> list[frozenset[str]]:
    """The endings of two lines or more, of different words, right above short lines or at the end: of each source."""
    open_ended = np.flatnonzero(~among(units.closing, ENDED) & (units.arrays[2] > 0))
    parts = np.searchsorted(open_ended, [0, *(run.stop for run in units.runs)]).tolist()
    places = open_ended.tolist()
    return [_endings(units, places[a:b]) if b - a >= _FEWEST else frozenset() for a, b in pairwise(parts)]


def _endings(units: Units, places: list[int]) -> frozenset[str]:
    """The usual endings of a source of whose units these end like no sentence."""
    below, elsewhere = defaultdict[str, set[str]](set), defaultdict[str, set[str]](set)
    for k in places:
        if found := ending(units.text[k]):
            (below if _may_close(units, k) else elsewhere)[found].add(units.folded(k))
    return frozenset(
        found
        for found, lines in below.items()
        if len(lines) >= _FEWEST and len(lines) > _OTHERS * len(elsewhere.get(found, ()))
    )


def _may_close(units: Units, k: int) -> bool:
    """Whether a line may be the last below a story: by what stands around, and no headline of a wire. In a table or a
    list it does not.
    """
    run = units.runs[units.source[k]]
    if k + 1 == run.stop:
        return True
    headed = units.light[k + 1] and units.kind(k + 1) in _HEADING and not units.repeats(k + 1)
    below = units.light[k + 2 : min(k + 2 + _NEAR, run.stop)]
    between = not all(units.light[max(run.start, k - _NEAR) : k + 1]) and not all(below)
    return headed and between and not has_wire_mark(units.text[k])
