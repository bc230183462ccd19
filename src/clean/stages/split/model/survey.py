"""A first pass over the first lines of sources: whether each holds one story, and the style of its stories."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

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
    highest = np.full(len(whole), settings.evidence)
    np.maximum.at(highest, scored.source, scored.scores)
    one = [
        all_read and not _shows_several(score, settings.evidence, partial(spread, source))
        for source, (all_read, score) in enumerate(zip(whole, highest.tolist(), strict=True))
    ]
    sizes = usual_sizes(by.columns, scored).tolist()
    styles = styles_found(scored)
    told = zip(by.profiles, one, styles, sizes, strict=True)
    return [replace(usual, one=alone, style=style, size=size) for usual, alone, style, size in told]


def _shows_several(score: int, evidence: int, spread: Callable[[], int]) -> bool:
    """Whether the highest score of a source shows that it holds several stories; its words are only asked then."""
    return score > evidence and score > evidence * (1 + sum(spread() > step for step in SPREAD_STEPS))


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
