"""Gaps with scores for tests, of which only what is told is other than nothing."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from clean.stages.split.block.columns import Column, Flags
from clean.stages.split.cues.plain import Places
from clean.stages.split.model.certain import Certain
from clean.stages.split.model.rivals import CHOICE
from clean.stages.split.model.scored import Scored, Sources, Table


def scored_gaps(
    *,
    unit: Column,
    body: Column,
    below: Column,
    lines: Column,
    scores: Column,
    brief: Flags | None = None,
    certain: Certain | None = None,
    cues: Mapping[str, Column] | None = None,
) -> Scored:
    """Gaps of one source with these scores, all of which are their own, and these of the cues that choose."""
    count = len(unit)
    chosen = {name: np.zeros(count, dtype=np.int64) for name in CHOICE} | dict(cues or {})
    none, off = np.full(count, -1), np.zeros((count, 1), dtype=np.bool_)
    return Scored(
        places=Places(unit, body, none, none, none, none, below),
        lines=lines,
        source=np.zeros(count, dtype=np.int64),
        headed=off[:, 0],
        brief=off[:, 0] if brief is None else brief,
        traits=off,
        cues=Table.of(chosen),
        own=scores,
        scores=scores,
        implied=off[:, 0],
        sources=Sources(np.zeros(1, dtype=np.int64), np.zeros((1, 1), dtype=np.bool_)),
        certain=certain or Certain(np.array([0]), np.array([-1])),
    )
