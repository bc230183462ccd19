"""Gates: what shows of many units at once that a reader need not look at them.

A gate never stops a unit that its reader would take; of plain paragraphs it stops nearly all. Units in which there is
more than ASCII go through most gates, for what tells of them there are more signs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from clean.news import bylines, labels, signoffs
from clean.news.datelines import ENDS, REACH
from clean.stages.split.packed import Packed
from clean.stages.split.units import CREDIT_SIZE, DATELINE_BRACKET, SHORTEST_TOLD

if TYPE_CHECKING:
    from clean.stages.split.columns import Column, Flags

# What a byte may be a sign of: of a date, a dateline's end, of what only readers know.
_DATE, _END, _LATER = 1, 2, 4
_SIGNS = np.array(
    [_LATER if byte >= 0x80 else _DATE * chr(byte).isdigit() | _END * (chr(byte) in ENDS) for byte in range(256)],
    dtype=np.uint8,
)
_NAMED = max(labels.LONGEST, signoffs.LONGEST)  # letters of a label or initials at most


def may_be_placed(texts: Packed) -> Flags:
    """The texts for which `may_be_dateline` may hold."""
    first, second = texts.data[texts.begins], texts.data[texts.begins + 1]
    capital = (second >= ord("A")) & (second <= ord("Z"))
    later = (first >= 0x80) | (second >= 0x80)
    bracket = (first == ord("[")) | texts.within("(", 4 * DATELINE_BRACKET)
    found: Flags = capital | later | bracket
    return found


def may_be_of_kind(texts: Packed, size: Column, chosen: Flags) -> Flags:
    """Which of the chosen units may be of a kind (see `Units.kind`), lest they are bullets."""
    rows = np.flatnonzero(chosen)
    letters, signs = size[rows], texts.held(rows, max(REACH, CREDIT_SIZE), _SIGNS)
    second = texts.data[texts.begins[rows] + 1]
    # Without an end a dateline is a place in capitals and a stop.
    plain = (second >= ord("a")) & (second <= ord("z")) & (signs & (_END | _LATER) == 0)
    credit = texts.opens(bylines.OPENINGS)[rows] | (signs & (_DATE | _LATER) > 0)
    may = np.zeros(len(chosen), dtype=np.bool_)
    may[rows] = (letters <= _NAMED) | (letters < CREDIT_SIZE) & credit | (letters > SHORTEST_TOLD) & ~plain
    return may
