"""What is usual in the sources of gaps, as columns: against which the cues of a gap are taken."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter
from typing import NamedTuple

import numpy as np

from clean.stages.split.block.columns import Column, Flags
from clean.stages.split.usual.profile import Profile
from clean.stages.split.usual.style import Styles


class Profiles(NamedTuple):
    """The fields of `Profile` that cues are taken against, a value a gap."""

    blank: Column
    doubles: Column
    datelines: Column
    credits: Column
    decks: Column
    cohesion: Column
    low: Column
    wide: Column
    closed: Column
    heading: Column
    numbered: Flags
    credits_above: Flags
    dates_below: Flags
    places: Flags
    bare: Flags
    style: Styles

    @classmethod
    def of(cls, profiles: Sequence[Profile], source: Column) -> Profiles:
        """What is usual at gaps in the sources of these numbers."""
        counts = np.array(list(map(_COUNTS, profiles)), dtype=np.int64)[source]
        flags = np.array(list(map(_FLAGS, profiles)), dtype=np.bool_)[source]
        styles = Styles.of([profile.style for profile in profiles], source)
        return cls._make((*counts.T, *flags.T, styles))

    def at(self, gaps: Column) -> Profiles:
        """What is usual at some of the gaps."""
        columns, style = self[:-1], Styles._make(column[gaps] for column in self.style)
        return Profiles._make((*(column[gaps] for column in columns), style))


_NAMED = Profiles._fields.index("numbered")
_COUNTS, _FLAGS = attrgetter(*Profiles._fields[:_NAMED]), attrgetter(*Profiles._fields[_NAMED:-1])
