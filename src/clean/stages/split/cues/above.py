"""The cues of what stands right above a gap."""

from __future__ import annotations

import numpy as np

from clean.news.bylines import is_foot
from clean.stages.split.block.columns import (
    BULLET,
    BYLINE,
    DATE,
    INITIALS,
    LABEL,
    PARAGRAPH,
    SHORT,
    Column,
    Columns,
    Flags,
)
from clean.stages.split.block.heads import CREDIT, signs_credit
from clean.stages.split.block.packed import among
from clean.stages.split.cues.around import NEARBY
from clean.stages.split.cues.names import Cues
from clean.stages.split.usual.profiles import Profiles

# Per mille of a source's gaps with a blank line: fewer make one a sign, more show that it is none, and from so many on
# one that is missing is a sign.
_RARE, _MOST, _USUAL = 150, 600, 300


def above_cues(units: Columns, k: Column, tail: Column, foot: Flags, usual: Profiles) -> Cues:
    """What the unit above is, and what stands between; `foot` where it signs the story above, `tail` as in `Places`."""
    kind, light = units.kind[k - 1], units.light[k - 1]
    standing = light & (units.times[k - 1] > 1)
    ended = np.zeros(len(k), dtype=np.bool_)
    separated = np.flatnonzero(units.separator[k])
    ended[separated] = [units.units.ended(place) for place in k[separated].tolist()]
    credited, closed = signs_credit(units, k - 1), units.closing[k - 1] > 0
    ending = units.ending[k - 1] & (tail < 0)
    opening = light & ~foot & ~closed & ~ending & (kind != BULLET) & (kind != LABEL) & (kind != INITIALS)
    # A question or a call is a whole sentence, though it may be a headline.
    asked = among(units.units.closing[k - 1], "?!？！؟")
    return {
        "separator": units.separator[k],
        "end_mark": ended,
        "boilerplate_above": units.furniture[k] & ~_is_within(units, k)
        | (kind == INITIALS) & ~credited
        | foot
        | ending
        | closed & (usual.closed > 1),
        "closed_above": closed & (usual.closed < 2),
        "standing_above": standing,
        "tail_bullet": (tail >= 0) & (units.kind[k] == BULLET),
        "bullet_above": (kind == BULLET) & (tail < 0),
        "credit_above": CREDIT[kind] & ~foot | credited,
        "label_above": kind == LABEL,
        "short_above": ~light & (units.size[k - 1] < SHORT),
        "open_above": opening & ~standing & ~asked & (tail < 0),
    }


def _is_within(units: Columns, k: Column) -> Flags:
    """Whether formulaic lines stand above and below a sentence that is no story: a caption among credits of photos."""
    within: Flags = units.furniture[k] & units.furniture[k + 1] & ~units.light[k] & (units.size[k] < PARAGRAPH)
    return within


def foot_above(units: Columns, k: Column, usual: Profiles) -> Flags:
    """Whether what stands right above a gap signs the story above it: its date, where dates stand below the source's
    stories; above a headline a byline as it stands below (`Author: Jane Example`), unless the source begins with one.
    """
    below = ~units.light[k - 2]
    dated = (units.kind[k - 1] == DATE) & below & usual.dates_below
    bylined = (units.kind[k - 1] == BYLINE) & below & units.light[k] & ~usual.credits_above
    bylined[bylined] = [is_foot(units.units.text[place]) for place in (k[bylined] - 1).tolist()]
    foot: Flags = dated | bylined
    return foot


def tail_right_above(units: Columns, k: Column, low: Column) -> Column:
    """The second of two like headlines below a body, with only bullets between it and the gap; -1 without one."""
    place = k - 1
    going = np.ones(len(k), dtype=np.bool_)
    for _ in range(NEARBY - 1):
        going &= (place > low) & (units.kind[place] == BULLET)
        place = place - going
    return np.where((place > low + 1) & units.light[place] & units.same[place], place, -1)


def blank_cues(blanks: Column, usual: Profiles) -> Cues:
    """How many blank lines stand between, and how many are usual."""
    return {
        "one_blank": (blanks == 1) & (usual.blank < _RARE),
        "some_blank": (blanks == 1) & (usual.blank >= _RARE) & (usual.blank < _MOST),
        "two_blanks": blanks >= 2,
        "no_blank_where_usual": (blanks == 0) & (usual.blank >= _USUAL),
        "one_blank_where_two": (blanks < 2) & (usual.doubles > 0) & (usual.blank > 0),
    }
