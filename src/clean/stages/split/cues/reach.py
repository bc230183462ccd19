"""How far from a gap is looked: so far that all of it is within CONTEXT lines."""

from __future__ import annotations

import numpy as np

from clean.stages.split.block.columns import Column, Columns
from clean.stages.split.cohesion import lexical

WINDOW = 56  # lines on either side of a gap; of its neighbour RIVALS lines on as well
RIVALS = 8  # lines within which the gaps before and after the same unit rule each other out
# The window of the gaps up to HIDDEN lines above a headline, which rule each other out. With WINDOW and RIVALS all is
# within CONTEXT.
HIDDEN_WINDOW = 30


def reach(units: Columns, k: Column, window: int) -> tuple[Column, Column]:
    """The units wholly within the window of the gap before each unit, as half-open ranges."""
    line = units.first[k]
    low = np.maximum(np.searchsorted(units.first, line - window), k - lexical.MAX_UNITS)
    high = np.minimum(np.searchsorted(units.last, line + window), k + lexical.MAX_UNITS)
    return low, np.maximum(k, high)
