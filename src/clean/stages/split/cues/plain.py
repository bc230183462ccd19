"""The cues that need no comparison of words: small integers that speak for a story beginning at a gap, or against it.

Everything is read from WINDOW lines on either side.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from clean.news.captions import is_caption
from clean.news.headlines import ENUMERATED, is_enumerated
from clean.stages.split.block.columns import Column, Columns, Flags
from clean.stages.split.block.heads import CREDIT, Heads, read_heads
from clean.stages.split.cues.above import above_cues, blank_cues, foot_above, tail_right_above
from clean.stages.split.cues.apart import kept_apart
from clean.stages.split.cues.around import around_cues, asked_in_series
from clean.stages.split.cues.below import below_cues
from clean.stages.split.cues.credits import credit_cues, named_below
from clean.stages.split.cues.headline import headline_cues, told_of
from clean.stages.split.cues.hidden import hidden_cues
from clean.stages.split.cues.names import Cues
from clean.stages.split.cues.openings import read_openings
from clean.stages.split.cues.reach import HIDDEN_WINDOW, WINDOW, reach
from clean.stages.split.usual.profile import Profile
from clean.stages.split.usual.profiles import Profiles

_FIRST = 3  # units above the first paragraph at most: two labels and a headline, no menu
# What speaks against a headline without a story of its own: one with a wire's mark may be all there is.
_BODILESS = "body_is_light no_body nothing_ahead light_before light_after open_above deck".split()
# What speaks against a line being a headline, by its look or by what stands beside it, and says nothing where the
# head below it is sure.
_LOOKS = (
    "question colon comma bracket number enumerated small_letter continues short long longer deck body_continues"
    " body_is_light light_after open_above short_body".split()
)

# Steps of per mille at which a cue about the source becomes the next integer.
SOURCE_STEPS = (20, 40, 60, 80, 100, 120, 140, 160, 180)
SOURCE_WIDE_STEPS = (30, 60, 90, 120, 150, 180, 210, 250, 300)
SHARE_STEPS = (50, 100, 200, 300, 400, 500, 600, 700, 800)


class Places(NamedTuple):
    """Many gaps and what stands around each: the fields of `Place` as columns."""

    unit: Column
    body: Column
    low: Column
    high: Column
    head: Column
    tail: Column
    below: Column


def plain_cues(units: Columns, gaps: Column, profiles: Sequence[Profile]) -> tuple[Places, Profiles, Cues]:
    """The cues that need no comparison of words, and what the others start from, where this is usual in the sources.

    `gaps` are the units after them; those whose paragraphs are longer than the window are left out, and those right
    below short lines that stand below nothing, as a story of a headline alone does not run into its neighbour.
    """
    low, high = reach(units, gaps, WINDOW)
    within = (low < gaps) & (gaps < high) & ~_below_first(units, gaps, low)
    k, low, high = gaps[within], low[within], high[within]
    usual = Profiles.of(profiles, units.units.source[k])
    heads = read_heads(units, k, high)
    tail, below = tail_right_above(units, k, low), units.below[k]
    foot = foot_above(units, k, usual)
    close = below >= 0
    # Without a short line above, all the text up to there may be the story of the tail.
    found: Cues = {"hidden": close, "headed_above": close & (units.last_light[k - 1] >= low)}
    found |= _source_cues(usual)
    found |= headline_cues(units, k, heads, high, usual)
    found |= above_cues(units, k, tail, foot, usual)
    found |= hidden_cues(units, k, close, found)
    found["enumerated"] |= asked_in_series(units, k, heads.headline, low, high)
    found["separated_head"] = found["separator"] & found["headline"]
    found |= blank_cues(units.blanks[k], usual)
    named = named_below(units, heads)
    no_deck = named | _begins_list(units, k, heads, low, high)
    found["deck"] &= ~no_deck
    found["deck_usual"] &= ~no_deck
    found |= credit_cues(units, k, heads, high, usual, named | foot)
    found |= below_cues(units, k, heads, low, high, usual)
    found |= around_cues(units, k, heads, low, high)
    # Of a headline printed twice the pair tells more: below its story it begins none.
    found["wire_mark"] = units.wired[heads.headline] & ~found["repeated"] & ~found["second_of_pair"]
    found["again"] &= ~found["wire_mark"]  # which tells of itself that a version of the story above follows
    found |= {name: found[name] * ~found["wire_mark"] for name in _BODILESS}
    found["opened"], found["signed"], sure = read_openings(units, k, heads, found["dateline"], high)
    found |= {name: found[name] * ~sure for name in _LOOKS}
    found |= {name: found[name] * ~another(found) for name in ("source_cohesion", "source_wide")}
    found["begins_again"] = _begins_again(units, k, profiles)
    near_low, near_high = reach(units, k, HIDDEN_WINDOW)
    start, end = np.where(close, near_low, low), np.where(close, near_high, high)
    start, end = kept_apart(units, k, start, end)
    places = Places(k, heads.body, start, end, np.where(found["headline"], heads.headline, -1), tail, below)
    return places, usual, found


def _begins_list(units: Columns, k: Column, heads: Heads, low: Column, high: Column) -> Flags:
    """Whether the line below the headline is no deck, but the first of the questions or the items that the text is."""
    listed: Flags = heads.deck & (heads.headline + 1 < high)
    rows = np.flatnonzero(listed)
    place = heads.headline[rows] + 1
    numbered = told_of(units, place, units.packed.numbered(ENUMERATED), is_enumerated)
    listed[rows] = numbered | asked_in_series(units, k[rows], place, low[rows], high[rows])
    return listed


def _begins_again(units: Columns, k: Column, profiles: Sequence[Profile]) -> Flags:
    """Where what the source begins with stands again, up to its first paragraph: the first story, or all of a dump."""
    text, source = units.units.text, units.units.source
    openings = [profiles[number].opening for number in source[k].tolist()]
    again = [
        bool(opening) and text[place] == opening[0] and tuple(text[place : place + len(opening)]) == opening
        for place, opening in zip(k.tolist(), openings, strict=True)
    ]
    return np.array(again, dtype=np.bool_)


def another(found: Cues) -> Column:
    """Whether the story below is another however alike: one that comes again is like the one above, and so is the next
    of a series, yesterday's markets and today's.
    """
    return found["again"] | found["opened"] | found["end_mark"] & found["headline"]


def _below_first(units: Columns, k: Column, low: Column) -> Flags:
    """Whether short lines that stand below nothing stand right above; blank lines part nothing above the paragraph of
    the first headline (and of its labels), below a date or byline in the first line, and between it and a line with
    one below: a headline and its deck. A caption in the first line is no story either.
    """
    lone = (k - low == 1) & (CREDIT[units.kind[k - 1]] | CREDIT[units.kind[k + 1]])
    begun = units.light[k] & ~lone | (k - low > _FIRST)
    parted = units.apart[k] & (begun | units.separator[k] | units.furniture[k])
    below: Flags = (units.last_plain[k - 1] < low) & ~parted & ~units.wired[k]
    only = k - low == 1
    below[only] |= np.array([is_caption(units.units.text[place]) for place in low[only].tolist()], dtype=np.bool_)
    return below


def _source_cues(usual: Profiles) -> Cues:
    """What is usual in the source, the same at all of its gaps; the middle where it is not known."""
    known = usual.cohesion >= 0
    return {
        "source_cohesion": np.where(known, np.searchsorted(SOURCE_STEPS, usual.cohesion), 3),
        "no_cohesion_share": np.where(known, np.searchsorted(SHARE_STEPS, usual.low), 4),
        "source_wide": np.where(known, np.searchsorted(SOURCE_WIDE_STEPS, usual.wide), 3),
    }
