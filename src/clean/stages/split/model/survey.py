"""A first pass over the first lines of sources: whether each holds one story, and the style of its stories."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from clean.settings import Split
from clean.stages.split.model.pieces import usual_sizes
from clean.stages.split.model.rivals import EVEN, unbeaten
from clean.stages.split.model.scored import Scored
from clean.stages.split.model.scoring import Judging, score_gaps
from clean.stages.split.usual.profile import Profile
from clean.stages.split.usual.style import FEWEST, UNKNOWN, Style, style_of

# Per mille of words said all over a source: eight in nine files of several stories have fewer than the first. Beyond
# the second, no gap of one story was above three times the evidence (but in one web page of four), and 45 of 46 files
# of several stories had one that was.
SPREAD_STEPS = (80, 160)


def surveyed(by: Judging, settings: Split, whole: Sequence[bool], spread: Callable[[int], int]) -> list[Profile]:
    """The profiles with what a first pass over the first lines of the sources tells: the style of their stories and,
    of those whose `whole` they are, whether they hold one; `spread` tells which share of a source's words is said all
    over it.

    One does where no gap is above `settings.evidence`, or above two or three times that where words are said all over
    the source.
    """
    # No setting moves the style: what the review foretells of another threshold must come true.
    slack = settings.threshold - min(EVEN, settings.evidence)
    scored = score_gaps(by, np.flatnonzero(by.columns.worth), settings, slack, styled=False)
    above = scored.scores > settings.evidence
    most = dict.fromkeys(scored.source[above].tolist(), 0)
    for source, score in zip(scored.source[above].tolist(), scored.scores[above].tolist(), strict=True):
        most[source] = max(most[source], score)
    several = {
        source
        for source, score in most.items()
        if whole[source] and score > settings.evidence * (1 + sum(spread(source) > step for step in SPREAD_STEPS))
    }
    sizes = usual_sizes(by.columns, scored).tolist()
    styles = styles_found(scored)
    return [
        replace(usual, one=all_read and source not in several, style=style, size=size)
        for source, (usual, all_read, style, size) in enumerate(zip(by.profiles, whole, styles, sizes, strict=True))
    ]


def styles_found(scored: Scored) -> list[Style]:
    """The style of each source by the boundaries that the scores of a first pass make, cut at even odds."""
    rows = unbeaten(scored, EVEN + 1)
    source = scored.source[rows]
    count = np.bincount(source, minlength=len(scored.sources.headings))
    found = [UNKNOWN] * len(count)
    for number in np.flatnonzero(count >= FEWEST).tolist():
        own = rows[source == number]
        told = scored.traits[own], scored.headed[own], int(scored.sources.headings[number])
        found[number] = style_of(*told, scored.scores[own], scored.sources.firsts[number])
    return found
