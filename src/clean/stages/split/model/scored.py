"""Gaps with their scores, as columns: what the model holds against each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from clean.stages.split.block.columns import Column, Flags
from clean.stages.split.cues.names import Cues
from clean.stages.split.cues.plain import Places
from clean.stages.split.model.certain import Certain


class Table(NamedTuple):
    """The cues of some gaps by `names`, a row a cue: the `plain` ones of all gaps, of which these are `gaps`, and
    behind them the `later` ones, of these alone.
    """

    names: tuple[str, ...]
    plain: Column
    gaps: Column
    later: Column

    @classmethod
    def of(cls, found: Cues) -> Table:
        """The plain cues of gaps."""
        rows = rows_of(found)
        gaps = np.arange(rows.shape[1])
        return cls(tuple(found), rows, gaps, np.zeros((0, len(gaps)), dtype=np.int64))

    def part(self, gaps: Column) -> Table:
        """The cues of some of these gaps."""
        return self._replace(gaps=self.gaps[gaps], later=self.later[:, gaps])

    def with_later(self, found: Cues) -> Table:
        """The cues with further ones."""
        return self._replace(names=(*self.names, *found), later=np.concatenate((self.later, rows_of(found))))

    def plain_cues(self, names: Iterable[str]) -> Cues:
        """Some of the plain cues of these gaps."""
        return {name: self.plain[self.names.index(name), self.gaps] for name in names}

    def at(self, rows: Column) -> Column:
        """All cues of some of these gaps, a row a gap."""
        return np.concatenate((self.plain[:, self.gaps[rows]], self.later[:, rows])).T


def rows_of(found: Cues) -> Column:
    """Cues as rows of one array, so that all are weighed, and chosen from, at once."""
    return np.concatenate([*found.values()]).astype(np.int64, copy=False).reshape(len(found), -1)


def points(names: Iterable[str], rows: Column, weights: Mapping[str, int]) -> Column:
    """What cues add to the scores of gaps."""
    # A third of the time of `@` where there are thousands of gaps: no library multiplies matrices of integers.
    total: Column = np.einsum("c,cg->g", np.array([weights[name] for name in names]), rows)
    return total


class Sources(NamedTuple):
    """Of each source, how many headings it has, whether they are scored or not, and the traits of its first head."""

    headings: Column
    firsts: Flags


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """Gaps with their scores.

    What stands around each (`places`), the line after it and the number of its source, whether a headline is below
    (`headed`), whether the unit after it may be a `brief`, all there is of a story (a headline with a wire's mark, a
    paragraph with a dateline), its traits (a row of `style.TRAITS`), its cues, its score, what of that is its `own`,
    whatever stands beside it, and whether a story must begin there (`implied`, which `implied.py` tells).

    What is known without a score: the `sources`, and where stories begin for certain.
    """

    places: Places
    lines: Column
    source: Column
    headed: Flags
    brief: Flags
    traits: Flags
    cues: Table
    own: Column
    scores: Column
    implied: Flags
    sources: Sources
    certain: Certain
