"""Stories of a source that stood there before, word for word: they say nothing of what is usual in it."""

from __future__ import annotations

from itertools import groupby

from clean.document import Mark
from clean.stages.split.block.columns import PARAGRAPH
from clean.stages.split.block.units import Units


def told_once(units: Units) -> Units:
    """The units without the copies of their sources, which say nothing of how alike different stories are."""
    marks = bytearray(units.marks)
    for k in [k for run in units.runs for k in copies(units, run)]:
        marks[units.first[k] : units.last[k] + 1] = bytes([Mark.BLANK]) * (units.last[k] + 1 - units.first[k])
    if marks == units.marks:
        return units
    return Units.of(units.joined._replace(marks=marks), units.compiled, units.readers)


def copies(units: Units, run: range) -> list[int]:
    """The units of a source that are copies of stories that came before.

    A copy is a run of units each of which stood before: a headline, or what looks like one, and later a paragraph; or,
    where the source begins without a headline, what it begins with.
    """
    texts = units.text[run.start : run.stop]
    if len(set(texts)) == len(texts):
        return []
    seen = set[str]()
    again = []
    for text in texts:
        again.append(text in seen)
        seen.add(text)
    found = []
    for copied, group in groupby(run, key=lambda k: again[k - run.start]):
        places = list(group)
        begins = units.light[places[0]] or units.text[places[0]] == texts[0]
        if copied and begins and any(units.size[k] > PARAGRAPH for k in places):
            found += places
    return found
