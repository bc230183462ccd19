"""Sources whose headlines stand below their stories, judged from their last line up: there a headline is above again.

A few such stories tell little by what is usual among them, and to the boundary model each headline is that of the story
below it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from clean.document import BODY
from clean.news.headlines import bullet, headline_shape
from clean.stages.split.block.units import Units
from clean.stages.split.model.boundaries import judge_gaps
from clean.stages.split.model.gap import Gap
from clean.stages.split.several import learn
from clean.stages.split.usual.profile import PROFILED, Profile, sample

if TYPE_CHECKING:
    from clean.settings import Split

_BLANKS = 8  # lines above a story in which the headline of the one before ends
_WORDS = 3  # of a headline; a name that signs a story has two


def learn_mirrored(
    lines: list[str], marks: bytearray, usual: Profile, gaps: list[Gap], settings: Split, compiled: bool = False
) -> Profile | None:
    """What is usual in the whole of a source from its last line up, if that makes as many stories of it as its `gaps`
    do, and surer ones; it must begin with a paragraph and end in a headline.
    """
    if not usual.bare or usual.width or settings.mode != "headlines" or len(lines) > PROFILED:
        return None
    last = next(
        (line for line, mark in zip(reversed(lines), reversed(marks), strict=True) if mark == BODY and line), ""
    )
    if not headline_shape(last) or bullet(last) or len(last.split()) < _WORDS:
        return None
    turned = learn(sample(lines[::-1], marks[::-1]), settings, whole=True, compiled=compiled)
    found = judge_mirrored(lines, marks, turned, settings, 0, len(lines))
    count, points = _worth(gaps, settings)
    more, sure = _worth(found, settings)
    return turned if more >= count and sure > points else None


def judge_mirrored(
    lines: list[str], marks: bytearray, turned: Profile, settings: Split, first: int, last: int, slack: int = 0
) -> list[Gap]:
    """The gaps in `[first, last)`, as `judge_gaps` finds them, from the last line up."""
    size = len(lines)
    gaps = judge_gaps(Units(lines[::-1], marks[::-1], turned.width), turned, settings, 0, size, slack)
    found = [gap._replace(line=size - gap.line) for gap in reversed(gaps)]
    # From below, a paragraph with a dateline looks like the first of a story: here it is the last.
    return [gap for gap in found if first <= gap.line < last and _headed(lines, gap.line)]


def _headed(lines: list[str], line: int) -> bool:
    """Whether a headline, or a bullet below one, ends right above a line."""
    above = next((text for text in reversed(lines[max(0, line - _BLANKS) : line]) if text), "")
    return headline_shape(above) or bullet(above) > 0


def _worth(gaps: list[Gap], settings: Split) -> tuple[int, int]:
    """How many boundaries there are, and by how many points they are above the threshold together."""
    points = [gap.score - settings.threshold for gap in gaps if gap.boundary and not gap.certain]
    return len(points), sum(points)
