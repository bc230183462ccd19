"""The cues at a gap: small integers that speak for a story beginning there, or against it.

A cue's name says what was seen. Its sign is known beforehand (FOR, AGAINST), so that fitting on few sources cannot turn
it round by accident; how much it weighs is in `weights.json`. Everything is read from WINDOW lines on either side.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np

from clean.news.bylines import is_foot, names_author
from clean.news.captions import is_caption
from clean.news.datelines import read_place
from clean.news.headlines import ENUMERATED, QUOTES, is_enumerated, is_signature
from clean.stages.split.block.columns import (
    BULLET,
    BYLINE,
    DATE,
    DATELINE,
    INITIALS,
    LABEL,
    PARAGRAPH,
    Column,
    Columns,
    Flags,
)
from clean.stages.split.block.gates import SIGNATURE
from clean.stages.split.block.packed import among
from clean.stages.split.block.units import Units
from clean.stages.split.cohesion import lexical
from clean.stages.split.cues.heads import CREDIT, Heads, read_heads, signs_credit
from clean.stages.split.cues.openings import LOOKS, read_openings
from clean.stages.split.cues.runs import BESIDE, QUESTIONS, asked_in_series, run_cues
from clean.stages.split.usual.profile import Profile
from clean.stages.split.usual.profiles import Profiles
from clean.stages.split.usual.style import STYLE_AGAINST, STYLE_FOR

WINDOW = 56  # lines on either side of a gap; of its neighbour RIVALS lines on as well
RIVALS = 8  # lines within which the gaps before and after the same unit rule each other out
# The window of the gaps up to HIDDEN lines above a headline, which rule each other out. With WINDOW and RIVALS all is
# within CONTEXT.
HIDDEN_WINDOW = 30
_FIRST = 3  # units above the first paragraph at most: two labels and a headline, no menu

FOR = (
    *"headline after_tail separator boilerplate_above standing_above one_blank some_blank two_blanks body_is_sentence"
    " credit dateline opened signed repeated pair_resembles_after dateline_alone below_usual hidden tail_in_story"
    " tail_in_lead tail_in_opening headed_above no_cohesion_share headline_near headline_wide headline_gain"
    " body_without_head label end_mark credit_usual dateline_usual deck_usual separated_head wire_mark again"
    " after_tail_usual text_above text_below closed_above least_alike".split(),
    *STYLE_FOR,
)
AGAINST = (
    *"credit_first bullet standing tail_unlike tail_bullet no_blank_where_usual one_blank_where_two open_above"
    " bullet_above short_above credit_above body_is_light body_continues no_dateline_where_usual no_credit_where_usual"
    " second_of_pair pair_ahead question colon comma number short long continues light_before light_after cohesion_near"
    " cohesion_wide last_kept lead_known headline_before_wide headline_whole source_cohesion"
    " pair_resembles_before nothing_ahead no_body source_wide bracket tail_above"
    " label_above deck small_letter speech enumerated twice signature short_body longer pair_where_below"
    " dateline_once more_alike".split(),
    *STYLE_AGAINST,
)
NAMES = (*FOR, *AGAINST)

Cues = dict[str, Column]
"""Columns of small integers or flags by name of the cue, a value a gap; a cue that is not there is 0 at every gap."""

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
    low, high = _reach(units, gaps, WINDOW)
    within = (low < gaps) & (gaps < high) & ~_below_first(units, gaps, low)
    k, low, high = gaps[within], low[within], high[within]
    usual = Profiles.of(profiles, units.units.source[k])
    heads = read_heads(units, k, high)
    tail, below = _tail(units, k, low), units.below[k]
    foot = _foot(units, k, usual)
    close = below >= 0
    # Without a short line above, all the text up to there may be the story of the tail.
    found: Cues = {"hidden": close, "headed_above": close & (units.last_light[k - 1] >= low)}
    found |= _source_cues(usual)
    found |= _unit_cues(units, k, heads, high, usual)
    found |= _above_cues(units, k, tail, foot, usual)
    found["enumerated"] |= asked_in_series(units, k, heads.headline, low, high)
    found["separated_head"] = found["separator"] & found["headline"]
    found |= _blank_cues(units.blanks[k], usual)
    signed = _signed(units, heads)
    found["deck"] &= ~signed
    found["deck_usual"] &= ~signed
    found |= _credit_cues(units, k, heads, high, usual, signed | foot)
    found |= _below_cues(units, k, heads, low, high, usual)
    found |= run_cues(units, k, heads, low, high)
    # Of a headline printed twice the pair tells more: below its story it begins none.
    found["wire_mark"] = units.wired[heads.headline] & ~found["repeated"] & ~found["second_of_pair"]
    found["again"] &= ~found["wire_mark"]  # which tells of itself that a version of the story above follows
    found |= {name: found[name] * ~found["wire_mark"] for name in _BODILESS}
    found["opened"], found["signed"], sure = read_openings(units, k, heads, found["dateline"], high)
    found |= {name: found[name] * ~sure for name in LOOKS}
    found |= {name: found[name] * ~another(found) for name in ("source_cohesion", "source_wide")}
    near_low, near_high = _reach(units, k, HIDDEN_WINDOW)
    start, end = np.where(close, near_low, low), np.where(close, near_high, high)
    places = Places(k, heads.body, start, end, np.where(found["headline"], heads.headline, -1), tail, below)
    return places, usual, found


def _foot(units: Columns, k: Column, usual: Profiles) -> Flags:
    """Whether what stands right above a gap signs the story above it: its date, where dates stand below the source's
    stories; above a headline a byline as it stands below (`Author: Jane Example`), unless the source begins with one.
    """
    below = ~units.light[k - 2]
    dated = (units.kind[k - 1] == DATE) & below & usual.dates_below
    signed = (units.kind[k - 1] == BYLINE) & below & units.light[k] & ~usual.credits_above
    signed[signed] = [is_foot(units.units.text[place]) for place in (k[signed] - 1).tolist()]
    foot: Flags = dated | signed
    return foot


def another(found: Cues) -> Column:
    """Whether the story below is another however alike: one that comes again is like the one above, and so is the next
    of a series, yesterday's markets and today's.
    """
    return found["again"] | found["opened"] | found["end_mark"] & found["headline"]


# What speaks against a headline without a story of its own: one with a wire's mark may be all there is.
_BODILESS = "body_is_light no_body nothing_ahead light_before light_after open_above deck".split()


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
    for _ in range(BESIDE - 1):
        going &= (place > low) & (units.kind[place] == BULLET)
        place = place - going
    return np.where((place > low + 1) & units.light[place] & units.same[place], place, -1)


def _source_cues(usual: Profiles) -> Cues:
    """What is usual in the source, the same at all of its gaps; the middle where it is not known."""
    known = usual.cohesion >= 0
    return {
        "source_cohesion": np.where(known, np.searchsorted(SOURCE_STEPS, usual.cohesion), 3),
        "no_cohesion_share": np.where(known, np.searchsorted(SHARE_STEPS, usual.low), 4),
        "source_wide": np.where(known, np.searchsorted(SOURCE_WIDE_STEPS, usual.wide), 3),
    }


def _unit_cues(units: Columns, k: Column, heads: Heads, high: Column, usual: Profiles) -> Cues:
    lead = heads.headline
    opening, closing = units.units.opening[lead], _closing(units, lead)
    kind, size = units.kind[k], units.size[lead]
    headed = heads.headed
    ahead = (lead + 1 < high) & units.same[lead + 1]
    enumerated = _told(units, lead, units.packed.numbered(ENUMERATED), is_enumerated)
    return {
        "headline": headed,
        "label": lead > k,
        "deck": heads.deck,
        "deck_usual": heads.deck & (usual.decks > 2),
        "body_without_head": ~units.light[k] & (kind != BULLET) & (kind != DATELINE),
        "credit_first": CREDIT[kind] & ~((lead > k) & usual.credits_above),
        "bullet": kind == BULLET,
        "standing": ((units.times[lead] > 2) | headed & units.ending[lead]) & ~ahead,
        "twice": (units.times[lead] == 2) & ~ahead,
        "question": headed & among(closing, QUESTIONS),
        "colon": among(closing, ":："),
        "comma": among(closing, ",;،，、"),
        "bracket": headed & among(opening, "([{"),
        "number": headed & ~enumerated & _told(units, lead, units.packed.numbered(1), _is_number),
        "enumerated": enumerated & ~usual.numbered,
        "signature": _told(units, lead, units.may & SIGNATURE > 0, is_signature),
        "small_letter": _told(units, lead, units.packed.small(), _is_small),
        "continues": units.continues[lead],
        "short": headed * np.clip((40 - size) // 5, 0, 6),
        "long": headed * np.clip((size - 100) // 20, 0, 5),
        "longer": headed * np.clip(5 * (size - usual.heading) // np.maximum(10, usual.heading), 0, 10),
        "second_of_pair": units.same[k],
    }


def _closing(units: Columns, lead: Column) -> Column:
    """The character that each of these units ends in, before the quotes that close it if any do."""
    found = units.units.closing[lead]
    quoted = np.flatnonzero(among(found, QUOTES) & units.light[lead])
    found[quoted] = [ord(units.units.text[place].rstrip(QUOTES)[-1:] or '"') for place in lead[quoted].tolist()]
    return found


def _told(units: Columns, places: Column, may: Flags, tell: Callable[[str], bool]) -> Flags:
    """What is told of the units at these places that may have it."""
    found: Flags = may[places]
    rows = np.flatnonzero(found)
    found[rows] = [tell(units.units.text[place]) for place in places[rows].tolist()]
    return found


def _is_number(text: str) -> bool:
    return text[0].isdigit()


def _is_small(text: str) -> bool:
    return text[0].islower() and not text[1:2].isupper()


def _above_cues(units: Columns, k: Column, tail: Column, foot: Flags, usual: Profiles) -> Cues:
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
        "short_above": ~light & (units.size[k - 1] < 60),
        "open_above": opening & ~standing & ~asked & (tail < 0),
    }


def _is_within(units: Columns, k: Column) -> Flags:
    """Whether formulaic lines stand above and below a sentence that is no story: a caption among credits of photos."""
    within: Flags = units.furniture[k] & units.furniture[k + 1] & ~units.light[k] & (units.size[k] < PARAGRAPH)
    return within


def _blank_cues(blanks: Column, usual: Profiles) -> Cues:
    return {
        "one_blank": (blanks == 1) & (usual.blank < 150),
        "some_blank": (blanks == 1) & (usual.blank >= 150) & (usual.blank < 600),
        "two_blanks": blanks >= 2,
        "no_blank_where_usual": (blanks == 0) & (usual.blank >= 300),
        "one_blank_where_two": (blanks < 2) & (usual.doubles > 0) & (usual.blank > 0),
    }


def _signed(units: Columns, heads: Heads) -> Flags:
    """Whether what stands between headline and body like a deck is the author's name, without an opening word, and
    perhaps a date below it.
    """
    dated = (heads.body == heads.headline + 3) & CREDIT[units.kind[heads.headline + 2]]
    signed: Flags = heads.deck & heads.headed & ((heads.body == heads.headline + 2) | dated)
    rows = np.flatnonzero(signed)
    signed[rows] = [names_author(units.units.text[place]) for place in (heads.headline[rows] + 1).tolist()]
    return signed


def _credit_cues(units: Columns, k: Column, heads: Heads, high: Column, usual: Profiles, signed: Flags) -> Cues:
    """Bylines, dates and datelines below the gap, and whether they are usual here; `signed` where a credit of another
    look is.
    """
    sums = np.concatenate(([0], np.cumsum(CREDIT[units.kind])))
    credit = (sums[np.maximum(heads.body, k + 1)] > sums[k]) | signed
    dated = (heads.body < high) & (units.kind[heads.body] == DATELINE)
    placed = dated & heads.headed
    alone = (units.kind[k] == DATELINE) & ~units.light[k - 1]
    placed |= _opens_with_place(units, heads, high, usual)
    speech = np.zeros(len(k), dtype=np.bool_)
    rows = np.flatnonzero(dated)
    beside = np.stack((np.where(heads.headed, -1, k - 1), heads.body, high), axis=1)[rows]
    speech[rows] = [_is_speech(units.units, *row) for row in beside.tolist()]
    alone &= ~speech  # a name is no dateline
    return {
        "dateline_alone": alone,
        "dateline_once": alone & (usual.datelines == 1),
        "speech": speech,
        "credit": credit,
        "dateline": placed,
        "credit_usual": credit & (usual.credits > 2),
        "dateline_usual": placed & ((usual.datelines > 2) | usual.places),
        "no_credit_where_usual": ~credit & (usual.credits >= 2),
        "no_dateline_where_usual": ~(dated | placed) & (usual.datelines >= 2),
    }


def _opens_with_place(units: Columns, heads: Heads, high: Column, usual: Profiles) -> Flags:
    """Whether the paragraph below a headline opens with a place and a stop, as the source's stories do."""
    found: Flags = usual.places & heads.headed & (heads.body < high)
    rows = np.flatnonzero(found)
    found[rows] = [read_place(units.units.text[place]) is not None for place in heads.body[rows].tolist()]
    return found


def _is_speech(units: Units, above: int, body: int, high: int) -> bool:
    """Whether a paragraph next to a body opens with a place or a name alone as well, no headline between: then these
    are speakers' names. `above` is -1 where a headline is.
    """
    return any(units.may_be_spoken(i) for i in (above, body + 1) if 0 <= i < high)


def _below_cues(units: Columns, k: Column, heads: Heads, low: Column, high: Column, usual: Profiles) -> Cues:
    lead, body, light = heads.headline, heads.body, units.light
    reached = body < high
    repeated = (lead + 1 < high) & light[lead] & units.same[lead + 1]
    return {
        "body_is_light": reached & light[body],
        "body_is_sentence": reached & ~light[body],
        "short_body": reached & ~light[body] & (units.size[body] < 60),
        "body_continues": reached & units.continues[body],
        "no_body": ~reached,
        "again": reached & _comes_again(units, k, body, low),
        "repeated": repeated,
        "pair_where_below": repeated & usual.bare,
        "pair_ahead": (lead + 2 < high) & light[lead + 1] & units.same[lead + 2] & ~units.same[lead + 1],
    }


def _comes_again(units: Columns, k: Column, body: Column, low: Column) -> Flags:
    """Whether a story that stood above comes again: its paragraph did, and the ones before the two differ."""
    found: Flags = (units.copied[body] >= low) & (units.size[body] > PARAGRAPH)
    for row in np.flatnonzero(found).tolist():
        source = _first_said(units, int(body[row]), int(low[row]))
        above = _first_said(units, int(units.last_plain[k[row] - 1]), int(low[row]))
        found[row] = units.last_plain[source - 1] != above
    return found


def _first_said(units: Columns, unit: int, low: int) -> int:
    """The first unit from `low` on that says what this one says."""
    while units.copied[unit] >= low:
        unit = int(units.copied[unit])
    return unit
