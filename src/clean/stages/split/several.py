"""Many sources at once, the whole of each: what is usual in them, and where their stories begin.

The same as one by one; but numpy takes a microsecond for whatever it is asked, and it is asked a thousand times.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from operator import attrgetter
from typing import NamedTuple

import numpy as np

from clean.settings import Split
from clean.stages.split.block.columns import Columns
from clean.stages.split.block.joined import Joined, Text
from clean.stages.split.block.readers import Hints
from clean.stages.split.block.units import Units
from clean.stages.split.model.boundaries import judge_gaps, judged
from clean.stages.split.model.certain import lonely
from clean.stages.split.model.gap import Gap
from clean.stages.split.model.scoring import Judging, by_profile
from clean.stages.split.model.survey import surveyed
from clean.stages.split.usual.copies import copies, told_once
from clean.stages.split.usual.endings import usual_endings
from clean.stages.split.usual.profile import Learned, Profile


class Seen(NamedTuple):
    """What is usual in a source, its gaps that may be boundaries, and what is known of its lines."""

    usual: Profile
    gaps: list[Gap]
    hints: Hints


def learn(text: Text, settings: Split, whole: bool, compiled: bool = False) -> Profile:
    """What is usual in the source whose first lines these are, or the `whole` of it."""
    return _learn(Units.of(Joined.of([text]), compiled), settings, [whole], complete=True).profiles[0]


def see(texts: Sequence[Text], settings: Split, compiled: bool = False, slack: int = 0) -> list[Seen]:
    """What there is to see in sources of at most PROFILED lines each; with the gaps up to `slack` points below the
    threshold.
    """
    if not texts:
        return []
    units = Units.of(Joined.of(texts), compiled)
    # Their copies are left out where it is told what is usual, so all else would have to be told twice.
    apart = [source for source, run in enumerate(units.runs) if copies(units, run)]
    if apart and len(texts) > 1:
        found = {source: see([texts[source]], settings, compiled, slack)[0] for source in apart}
        others = [source for source in range(len(texts)) if source not in found]
        found |= zip(others, see([texts[source] for source in others], settings, compiled, slack), strict=True)
        return [found[source] for source in range(len(texts))]
    by = _learn(units, settings, [True] * len(texts))
    hints = units.hints()
    parts = zip(units.joined.starts, texts, strict=True)
    known = [hints.part(start, start + len(text.lines)) for start, text in parts]
    return list(map(Seen, by.profiles, _gaps(by, settings, slack), known))


def _learn(units: Units, settings: Split, whole: Sequence[bool], complete: bool = False) -> Judging:
    """What is usual in sources, of several of which none has copies, and what their gaps are judged by; `complete` with
    what words weigh.
    """
    told = told_once(units)
    endings = usual_endings(told)
    columns = Columns(told, endings=endings)
    # Where no story may begin nothing has to be known.
    worth = np.bincount(units.source[np.flatnonzero(columns.worth)], minlength=len(whole)) > 0
    asked = [told is not units or not every or some for every, some in zip(whole, worth.tolist(), strict=True)]
    learned = Learned.of(columns, whole, asked)
    if complete or told is not units:
        learned = learned.complete()
    standing = [usual.standing for usual in learned.profiles]
    if told is units:
        columns.recur(standing)
        weighed = learned.said.weighed(learned.weights)
        by = Judging(columns, learned.profiles, lambda _: weighed)
    else:
        columns = Columns(units, standing, endings)
        by = Judging(columns, learned.profiles, by_profile(columns, learned.profiles[0]))
    if settings.mode != "headlines":
        return by
    return by._replace(profiles=surveyed(by, settings, whole, learned.spread))


def _gaps(by: Judging, settings: Split, slack: int) -> list[list[Gap]]:
    """The gaps of each source that may be boundaries."""
    joined, units = by.columns.units.joined, by.columns.units
    found: list[list[Gap]] = [[] for _ in joined.starts]
    if settings.mode != "headlines":
        for source, usual in enumerate(by.profiles):
            lines, marks, _ = joined.part(source)
            own = Units(lines, marks, usual.width, units.compiled)
            found[source] = judge_gaps(own, usual, settings, 0, len(lines))
        return found
    asked = np.array([slack > 0 or not usual.one for usual in by.profiles])[units.source]
    gaps = [Gap.sure(units.first[k], "alone") for k in lonely(units)]
    if asked.any():
        gaps += judged(by, np.flatnonzero(by.columns.worth & asked), settings, slack)
    for gap in sorted(gaps, key=attrgetter("line")):
        source = bisect_right(joined.starts, gap.line) - 1
        found[source].append(gap._replace(line=gap.line - joined.starts[source]))
    return found
