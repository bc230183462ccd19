"""The cues at a gap: small integers that speak for a story beginning there, or against it.

A cue's name says what was seen. Its sign is known beforehand (FOR, AGAINST), so that fitting on few sources cannot turn
it round by accident; how much it weighs is in `weights.json`. Everything is read from WINDOW lines on either side.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

import numpy as np

from clean.news.headlines import is_enumerated, is_signature
from clean.stages.split import lexical
from clean.stages.split.columns import BULLET, CREDITS, DATELINE, HIDDEN, INITIALS, LABEL, Column, Columns, Flags
from clean.stages.split.heads import Heads, read_heads
from clean.stages.split.profile import Profile
from clean.stages.split.units import Units

WINDOW = 56  # lines on either side of a gap; of its neighbour RIVALS lines on as well
RIVALS = 8  # lines within which the gaps before and after the same unit rule each other out
# The window of the gaps up to HIDDEN lines above a headline, which rule each other out. With WINDOW and RIVALS all is
# within a context of 64 lines.
HIDDEN_WINDOW = 30
_BESIDE = 6  # units on either side that are looked at for short lines, and above for bullets

FOR = (
    "headline after_tail separator boilerplate_above standing_above one_blank some_blank two_blanks body_is_sentence"
    " credit dateline repeated pair_resembles_after dateline_alone below_usual hidden tail_in_story tail_in_lead"
    " no_cohesion_share headline_near headline_wide body_without_head label end_mark"
    " credit_usual dateline_usual deck_usual separated_head wire_mark"
).split()
AGAINST = (
    "credit_first bullet standing tail_unlike tail_bullet no_blank_where_usual one_blank_where_two open_above"
    " bullet_above short_above credit_above body_is_light body_continues no_dateline_where_usual no_credit_where_usual"
    " second_of_pair pair_ahead question colon comma number short long continues light_before light_after cohesion_near"
    " cohesion_wide topics_kept topics_known names_shared headline_before_near headline_before_wide source_cohesion"
    " pair_resembles_before nothing_ahead no_body source_wide bracket tail_above"
    " label_above deck small_letter speech enumerated twice signature short_body"
).split()
NAMES = (*FOR, *AGAINST)

Cues = dict[str, Column]
"""Columns of small integers by name of the cue, a value a gap; a cue that is not there is 0 at every gap."""

# Steps of per mille at which a cue about the source becomes the next integer.
SOURCE_STEPS = (20, 40, 60, 80, 100, 120, 140, 160, 180)
SOURCE_WIDE_STEPS = (30, 60, 90, 120, 150, 180, 210, 250, 300)
SHARE_STEPS = (50, 100, 200, 300, 400, 500, 600, 700, 800)
BELOW_STEPS = (-60, -20, 10, 40, 80, 120, 170, 230)


class Places(NamedTuple):
    """Many gaps and what stands around each: the fields of `Place` as columns."""

    unit: Column
    body: Column
    low: Column
    high: Column
    head: Column
    tail: Column
    below: Column


def plain_cues(units: Columns, gaps: Column, usual: Profile) -> tuple[Places, Cues]:
    """The cues that need no comparison of words, and what the others start from.

    `gaps` are the units after them; those whose paragraphs are longer than the window are left out, and those right
    below short lines that stand below nothing: a story of a headline alone does not run into its neighbour.
    """
    low, high = _reach(units, gaps, WINDOW)
    bare = (units.last_plain[gaps - 1] < low) & ~units.apart[gaps] & ~units.wired[gaps]
    within = (low < gaps) & (gaps < high) & ~bare
    k, low, high = gaps[within], low[within], high[within]
    heads = read_heads(units, k, high)
    tail, below = _tail(units, k, low), _tail_below(units, k, high)
    close = below >= 0
    found: Cues = {"hidden": close}
    found |= _source_cues(usual, len(k))
    found |= _unit_cues(units, k, heads, high, usual)
    found |= _above_cues(units, k, tail)
    found["separated_head"] = found["separator"] & found["headline"]
    found |= _blank_cues(units.blanks[k], usual)
    found |= _credit_cues(units, k, heads, high, usual)
    found |= _below_cues(units, heads, high)
    found |= _run_cues(units, k, heads, low, high)
    found["wire_mark"] = units.wired[heads.headline]
    found |= {name: found[name] * ~found["wire_mark"] for name in _BODILESS}
    near_low, near_high = _reach(units, k, HIDDEN_WINDOW)
    start, end = np.where(close, near_low, low), np.where(close, near_high, high)
    places = Places(k, heads.body, start, end, np.where(found["headline"], heads.headline, -1), tail, below)
    return places, {name: column.astype(np.int64) for name, column in found.items()}


# What speaks against a headline without a story of its own: one with a wire's mark may be all there is.
_BODILESS = "body_is_light no_body nothing_ahead light_before light_after open_above deck".split()


def _reach(units: Columns, k: Column, window: int) -> tuple[Column, Column]:
    """The units wholly within the window of the gap before each unit, as half-open ranges."""
    line = units.first[k]
    low = np.maximum(np.searchsorted(units.first, line - window), k - lexical.MAX_UNITS)
    high = np.minimum(np.searchsorted(units.last, line + window), k + lexical.MAX_UNITS)
    return low, np.maximum(k, high)


def _tail(units: Columns, k: Column, low: Column) -> Column:
    """The second of two like headlines below a body, with only bullets between it and the gap; -1 without one."""
    place = k - 1
    going = np.ones(len(k), dtype=np.bool_)
    for _ in range(_BESIDE - 1):
        going &= (place > low) & (units.kind[place] == BULLET)
        place = place - going
    return np.where((place > low + 1) & units.light[place] & units.same[place], place, -1)


def _tail_below(units: Columns, k: Column, high: Column) -> Column:
    """The tail that the plain paragraph k runs on to without a headline between; -1 without one."""
    first = units.next_light[k + 1]
    tail = np.minimum(first + 1, units.count - 1)
    near = units.first[tail] - units.first[k] <= HIDDEN
    found = (first < high - 1) & near & units.light[tail] & units.same[tail]
    return np.where(found & ~units.light[k] & ~units.light[k - 1], tail, -1)


def _source_cues(usual: Profile, count: int) -> Cues:
    """What is usual in the source, the same at every gap; the middle where it is not known."""
    known = usual.cohesion >= 0
    steps = {
        "source_cohesion": lexical.step(usual.cohesion, SOURCE_STEPS) if known else 3,
        "no_cohesion_share": lexical.step(usual.low, SHARE_STEPS) if known else 4,
        "source_wide": lexical.step(usual.wide, SOURCE_WIDE_STEPS) if known else 3,
    }
    return {name: np.full(count, step) for name, step in steps.items()}


def _unit_cues(units: Columns, k: Column, heads: Heads, high: Column, usual: Profile) -> Cues:
    lead = heads.headline
    texts = [units.units.text[place] for place in lead.tolist()]
    opening, closing = [text[0] for text in texts], [text[-1] for text in texts]
    kind, size = units.kind[k], units.size[lead]
    headed = units.light[lead] & ~np.isin(units.kind[lead], (BULLET, *CREDITS))
    ahead = (lead + 1 < high) & units.same[lead + 1]
    enumerated = _flags(map(is_enumerated, texts))
    return {
        "headline": headed,
        "label": lead > k,
        "deck": heads.deck,
        "deck_usual": heads.deck & (usual.decks > 2),
        "body_without_head": ~units.light[k] & ~np.isin(kind, (BULLET, DATELINE)),
        "credit_first": np.isin(kind, CREDITS),
        "bullet": kind == BULLET,
        "standing": (units.times[lead] > 2) & ~ahead,
        "twice": (units.times[lead] == 2) & ~ahead,
        "question": headed & _among(closing, "?？؟"),
        "colon": _among(closing, ":："),
        "comma": _among(closing, ",;،，、"),
        "bracket": headed & _among(opening, "([{"),
        "number": headed & ~enumerated & _flags(char.isdigit() for char in opening),
        "enumerated": enumerated & (not usual.numbered),
        "signature": _flags(map(is_signature, texts)),
        "small_letter": _flags(text[0].islower() and not text[1:2].isupper() for text in texts),
        "continues": units.continues[lead],
        "short": headed * np.clip((40 - size) // 5, 0, 6),
        "long": headed * np.clip((size - 100) // 20, 0, 5),
        "second_of_pair": units.same[k],
    }


def _flags(values: Iterable[bool]) -> Flags:
    return np.array(list(values), dtype=np.bool_)


def _among(chars: list[str], wanted: str) -> Flags:
    return _flags(char in wanted for char in chars)


def _above_cues(units: Columns, k: Column, tail: Column) -> Cues:
    kind, light = units.kind[k - 1], units.light[k - 1]
    standing = light & (units.times[k - 1] > 1)
    ended = np.zeros(len(k), dtype=np.bool_)
    separated = np.flatnonzero(units.separator[k])
    ended[separated] = [units.units.ended(place) for place in k[separated].tolist()]
    # A question or a call is a whole sentence, though it may be a headline.
    asked = _among([units.units.text[place][-1] for place in (k - 1).tolist()], "?!？！؟")
    return {
        "separator": units.separator[k],
        "end_mark": ended,
        "boilerplate_above": units.furniture[k] | (kind == INITIALS),
        "standing_above": standing,
        "tail_bullet": (tail >= 0) & (units.kind[k] == BULLET),
        "bullet_above": (kind == BULLET) & (tail < 0),
        "credit_above": np.isin(kind, CREDITS),
        "label_above": kind == LABEL,
        "short_above": ~light & (units.size[k - 1] < 60),
        "open_above": light & ~np.isin(kind, (BULLET, LABEL, INITIALS)) & ~standing & ~asked & (tail < 0),
    }


def _blank_cues(blanks: Column, usual: Profile) -> Cues:
    return {
        "one_blank": (blanks == 1) & (usual.blank < 150),
        "some_blank": (blanks == 1) & (150 <= usual.blank < 600),
        "two_blanks": blanks >= 2,
        "no_blank_where_usual": (blanks == 0) & (usual.blank >= 300),
        "one_blank_where_two": (blanks < 2) & (usual.doubles > 0 and usual.blank > 0),
    }


def _credit_cues(units: Columns, k: Column, heads: Heads, high: Column, usual: Profile) -> Cues:
    """Bylines, dates and datelines below the gap, and whether they are usual here."""
    sums = np.concatenate(([0], np.cumsum(np.isin(units.kind, CREDITS))))
    credit = sums[np.maximum(heads.body, k + 1)] > sums[k]
    dated = (heads.body < high) & (units.kind[heads.body] == DATELINE)
    speech = np.zeros(len(k), dtype=np.bool_)
    rows = np.flatnonzero(dated)
    speech[rows] = [_is_speech(units.units, *row) for row in np.stack((k, heads.body, high), axis=1)[rows].tolist()]
    return {
        "dateline_alone": (units.kind[k] == DATELINE) & ~units.light[k - 1],
        "speech": speech,
        "credit": credit,
        "dateline": dated,
        "credit_usual": credit & (usual.credits > 2),
        "dateline_usual": dated & (usual.datelines > 2),
        "no_credit_where_usual": ~credit & (usual.credits >= 2),
        "no_dateline_where_usual": ~dated & (usual.datelines >= 2),
    }


def _is_speech(units: Units, k: int, body: int, high: int) -> bool:
    """Whether a paragraph next to a body opens with a dateline as well: then these are speakers' names."""
    return any(units.kind(i) == "dateline" for i in (k - 1, body + 1) if i < high)


def _below_cues(units: Columns, heads: Heads, high: Column) -> Cues:
    lead, body, light = heads.headline, heads.body, units.light
    reached = body < high
    return {
        "body_is_light": reached & light[body],
        "body_is_sentence": reached & ~light[body],
        "short_body": reached & ~light[body] & (units.size[body] < 60),
        "body_continues": reached & units.continues[body],
        "no_body": ~reached,
        "repeated": (lead + 1 < high) & light[lead] & units.same[lead + 1],
        "pair_ahead": (lead + 2 < high) & light[lead + 1] & units.same[lead + 2] & ~units.same[lead + 1],
    }


def _run_cues(units: Columns, k: Column, heads: Heads, low: Column, high: Column) -> Cues:
    loose = _loose(units)
    lights = np.concatenate(([0], np.cumsum(loose)))
    after = np.zeros(len(k), dtype=np.int64)
    for place in (k + ahead for ahead in range(1, _BESIDE)):
        beyond = (place > heads.headline) & (place < high) & ~(heads.deck & (place < heads.body))
        after += beyond & loose[place] & (units.alike[place] != units.alike[heads.headline])
    return {
        "light_before": np.minimum(4, lights[k] - lights[np.maximum(low, k - _BESIDE + 1)]),
        "light_after": np.minimum(4, after),
        "nothing_ahead": units.next_plain[k] >= high,
    }


def _loose(units: Columns) -> Flags:
    """Short lines that are no part of a story's head: no credit, not right above one, not printed twice."""
    twice = units.same | np.append(units.same[1:], False)
    credit = np.isin(units.kind, CREDITS)
    loose: Flags = units.light & ~twice & ~credit & ~np.append(credit[1:], False)
    return loose


def lexical_cues(places: Places, counted: Mapping[str, Column], usual: Profile, repeated: Column) -> Cues:
    """The cues that compare the words before gaps with those after, from what was counted there
    (columns by the names of `Counts`).
    """
    near = _per_mille(counted["near_both"], counted["near_before"], counted["near_after"])
    wide = _per_mille(counted["wide_product"], counted["wide_square_before"], counted["wide_square_after"])
    shared = _per_mille(counted["names_both"], counted["names_before"], counted["names_after"])
    # Topics and names of six and of some steps; 2 where there is none to tell.
    named = (counted["names_before"] > 0) & (counted["names_after"] > 0)
    found: Cues = {
        "cohesion_near": np.searchsorted(lexical.NARROW_STEPS, near),
        "cohesion_wide": np.searchsorted(lexical.WIDE_STEPS, wide),
        "below_usual": np.searchsorted(BELOW_STEPS, usual.wide - wide) if usual.wide >= 0 else np.full(len(wide), 2),
        "topics_kept": np.where(
            counted["topics_before"] > 0, _share(counted["topics_kept"], counted["topics_before"], 6), 2
        ),
        "topics_known": np.where(
            counted["topics_after"] > 0, _share(counted["topics_known"], counted["topics_after"], 6), 2
        ),
        "names_shared": np.where(named, np.searchsorted(lexical.NAME_STEPS, shared), 2),
    }
    found |= {name: (places.head >= 0) * column for name, column in _headline_cues(counted, repeated).items()}
    # A headline printed twice right above the gap ends a story that holds its words, or begins the next one.
    found["after_tail"] = (places.tail >= 0) * (counted["tail_said"] > counted["tail_ahead"])
    found["tail_unlike"] = _share(np.maximum(0, counted["tail_ahead"] - counted["tail_said"]), counted["tail"], 10)
    # A headline printed twice below: its own paragraphs hold its words, those of the story before do not.
    found["tail_in_story"] = _share(counted["below_own"], counted["below"], 8)
    found["tail_in_lead"] = _share(counted["below_lead"], counted["below"], 8)
    found["tail_above"] = _share(counted["below_above"], counted["below"], 8)
    return {name: column.astype(np.int64) for name, column in found.items()}


_HEADLINE_WORDS = 4  # a subhead of a word or two is said again below it as a matter of course


def _headline_cues(counted: Mapping[str, Column], repeated: Column) -> Cues:
    """How many of a headline's words stand before and after it, and how often."""
    enough = np.maximum(counted["head"], _HEADLINE_WORDS)
    known = counted["head_after_wide"] - counted["head_before_wide"]
    return {
        "headline_before_near": _share(counted["head_before_near"], counted["head"], 8),
        "headline_near": _share(counted["head_after_near"], enough, 8),
        "headline_before_wide": _share(counted["head_before_wide"], counted["head"], 4),
        "headline_wide": _share(counted["head_after_wide"], enough, 4),
        "pair_resembles_after": repeated * _share(np.maximum(0, known), counted["head"], 4),
        "pair_resembles_before": repeated * _share(np.maximum(0, -known), counted["head"], 4),
    }


def _per_mille(shared: Column, one: Column, other: Column) -> Column:
    """`lexical.per_mille` of each; in Python's integers, as the squares of a long paragraph's bag pass 64 bits."""
    rows = zip(shared.tolist(), one.tolist(), other.tolist(), strict=True)
    return np.array([lexical.per_mille(a, b * c) for a, b, c in rows], dtype=np.int64)


def _share(part: Column, whole: Column, steps: int, nothing: int = 0) -> Column:
    """`part / whole` in so many steps, rounded half up; `nothing` where there is no whole."""
    return np.where(whole > 0, (2 * steps * part + whole) // np.maximum(2 * whole, 1), nothing)


class Gains(NamedTuple):
    """What the cues of `lexical_cues` can add to a score at most: those at every gap, those at a headline, those at one
    said twice, at the end of a tail, and above one.
    """

    any: int
    head: int
    pair: int
    tail: int
    below: int

    @classmethod
    def of(cls, weights: Mapping[str, int]) -> Gains:
        """The gains with these weights."""
        return cls(*(sum(max(0, weights[name]) * most for name, most in greatest.items()) for greatest in _GREATEST))

    def most(self, places: Places, repeated: Column) -> Column:
        """What they can add at each gap."""
        gain: Column = self.any + (places.head >= 0) * (self.head + self.pair * repeated)
        gain += (places.tail >= 0) * self.tail + (places.below >= 0) * self.below
        return gain


# The greatest values of the cues that `lexical_cues` finds, grouped as `Gains` are.
_GREATEST: tuple[dict[str, int], ...] = (
    {
        "cohesion_near": len(lexical.NARROW_STEPS),
        "cohesion_wide": len(lexical.WIDE_STEPS),
        "below_usual": len(BELOW_STEPS),
        "topics_kept": 6,
        "topics_known": 6,
        "names_shared": len(lexical.NAME_STEPS),
    },
    {"headline_before_near": 8, "headline_near": 8, "headline_before_wide": 12, "headline_wide": 12},
    {"pair_resembles_after": 12, "pair_resembles_before": 12},
    {"after_tail": 1, "tail_unlike": 10},
    {"tail_in_story": 8, "tail_in_lead": 8, "tail_above": 8},
)
