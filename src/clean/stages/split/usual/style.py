"""What the stories of a source have in common: found by a first pass over its first lines, told as cues by the second.

Where all stories that were found have a byline, a heading without one is a subhead.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from clean.stages.split.block.columns import Column, Columns, Flags

STEPS = 6  # a share is told in sixths; quarters gained less on all development pools but one
FEWEST = 2  # boundaries from which one may speak of a style
# What stories begin or end with, each story or none: a byline or date, a dateline, blank lines, a line that closes the
# story before, a headline printed twice above the text or below it, a byline and a date.
TRAITS = ("credit", "place", "blank", "closing", "pair", "tail", "signed")
SHARED = TRAITS[:-1]  # those whose share is a cue; a byline and a date tell by MARKS alone
# Traits of a head that no subhead has: where a source's first head has one, and boundaries with two thirds of the
# points, a heading without it begins no story. False ones have few points: with a half to three quarters of all the
# same cuts were made in nine sites, 16 languages and web pages, with nine tenths three more false ones of 134.
# Datelines and bylines alone do not tell so: one story in five lacks them where others have them.
MARKS = tuple(map(TRAITS.index, ("pair", "signed")))


class Style(NamedTuple):
    """Of the boundaries that a first pass found, the share with each of TRAITS (`shares`) and with a headline
    (`headed`), and the share of headings that begin a story (`cut`): all in sixths, as if there were one boundary or
    heading more without. Which of MARKS the first head and most of the others have. Nothing is `known` of a source of
    few boundaries.
    """

    known: bool = False
    shares: tuple[int, ...] = (0,) * len(TRAITS)
    headed: int = 0
    cut: int = 0
    marks: tuple[bool, ...] = (False,) * len(MARKS)


class Styles(NamedTuple):
    """The styles of the sources of gaps, as columns: the fields of `Style`, a row of shares a gap."""

    known: Flags
    shares: Column
    headed: Column
    cut: Column
    marks: Flags

    @classmethod
    def of(cls, styles: Sequence[Style], source: Column) -> Styles:
        """The styles of gaps in sources of these numbers, each of which has its own."""
        return cls._make(np.array(column)[source] for column in zip(*styles, strict=True))


UNKNOWN = Style()


def read_traits(units: Columns, unit: Column, tail: Column, found: Mapping[str, Column]) -> Flags:
    """A row of TRAITS for each gap, which stands before `unit` and perhaps below a `tail`, by its cues."""
    closing = found["separator"] | found["boilerplate_above"] | found["closed_above"] | found["end_mark"]
    place = found["dateline"] | found["dateline_alone"]
    hidden = (tail >= 0) | found["hidden"]
    columns = (found["credit"], place, units.blanks[unit], closing, found["repeated"], hidden, found["signed"])
    return np.stack([column > 0 for column in columns], axis=1)


def style_of(traits: Flags, headed: Flags, headings: int, scores: Column, first: Flags) -> Style:
    """The style of a source whose boundaries have these traits, headlines and scores, among so many headings, and whose
    `first` head has these traits.
    """
    count = len(traits)
    if count < FEWEST:
        return UNKNOWN
    shares = (STEPS * traits.sum(axis=0) // (count + 1)).tolist()
    cut = STEPS * int(headed.sum())
    marked = first & (3 * (scores[:, None] * traits).sum(axis=0) >= 2 * scores.sum())
    marked &= traits.sum(axis=0) >= FEWEST
    return Style(True, tuple(shares), cut // (count + 1), cut // (headings + 1), tuple(marked[list(MARKS)].tolist()))


def style_cues(styles: Styles, traits: Flags, headed: Flags) -> dict[str, Column]:
    """How gaps with these traits and headlines agree with the styles of their sources."""
    unlike: Flags = np.any(styles.marks & ~traits[:, MARKS], axis=1)
    found = {
        "style_known": styles.known,
        "headings_cut": styles.cut * headed,
        "headline_missing": styles.headed * ~headed,
        "unlike_first": unlike,
    }
    for trait, share, has in zip(SHARED, styles.shares.T, traits.T, strict=False):
        found |= {f"{trait}_in_style": share * has, f"{trait}_missing": share * (headed & ~has)}
    return found
