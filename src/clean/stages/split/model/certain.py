"""Where stories begin for certain: no score is asked."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from clean.stages.split.block.columns import Column, Columns
from clean.stages.split.block.units import Units
from clean.stages.split.cues.reach import WINDOW


class Certain(NamedTuple):
    """The units at which stories begin for certain, the first of each source among them, and the tails that these may
    be the stories of (-1 without one).
    """

    units: Column
    tails: Column

    @classmethod
    def of(cls, columns: Columns) -> Certain:
        """Those of a block."""
        firsts = (run.start for run in columns.units.runs if run)
        units = np.array(sorted({*firsts, *lonely(columns.units)}), dtype=np.int64)
        return cls(units, columns.below[units])


def lonely(units: Units) -> list[int]:
    """Units with nothing but blank lines and furniture for a window before them, which is as sure as it gets."""
    first, last, *_ = units.arrays
    above = np.append(-1, last)[:-1]
    for run, start in zip(units.runs, units.joined.starts, strict=True):
        above[run.start : run.start + 1] = start - 1
    found: list[int] = np.flatnonzero((first - above > WINDOW) & (units.arrays[2] > 0)).tolist()
    return found
