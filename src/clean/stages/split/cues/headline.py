"""The cues of the headline below a gap, or of the unit that stands for one."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from clean.news.headlines import COLONS, ENUMERATED, QUOTES, is_enumerated, is_signature
from clean.stages.split.block.columns import BULLET, DATELINE, Column, Columns, Flags
from clean.stages.split.block.gates import SIGNATURE
from clean.stages.split.block.heads import CREDIT, Heads
from clean.stages.split.block.packed import among
from clean.stages.split.cues.around import QUESTIONS
from clean.stages.split.cues.names import Cues
from clean.stages.split.usual.profiles import Profiles

_SHORT, _LONG = 40, 100  # letters: a headline of fewer is a short one, one of more a long one


def headline_cues(units: Columns, k: Column, heads: Heads, high: Column, usual: Profiles) -> Cues:
    """What the unit below is, and how its headline looks."""
    lead = heads.headline
    opening, closing = units.units.opening[lead], _closing(units, lead)
    kind, size = units.kind[k], units.size[lead]
    headed = heads.headed
    ahead = (lead + 1 < high) & units.same[lead + 1]
    enumerated = told_of(units, lead, units.packed.numbered(ENUMERATED), is_enumerated)
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
        "colon": among(closing, COLONS),
        "comma": among(closing, ",;،，、"),
        "bracket": headed & among(opening, "([{"),
        "number": headed & ~enumerated & told_of(units, lead, units.packed.numbered(1), _is_number),
        "enumerated": enumerated & ~usual.numbered,
        "signature": told_of(units, lead, units.may & SIGNATURE > 0, is_signature),
        "small_letter": told_of(units, lead, units.packed.small(), is_small),
        "continues": units.continues[lead],
        "short": headed * np.clip((_SHORT - size) // 5, 0, 6),
        "long": headed * np.clip((size - _LONG) // 20, 0, 5),
        "longer": headed * np.clip(5 * (size - usual.heading) // np.maximum(10, usual.heading), 0, 10),
        "second_of_pair": units.same[k],
    }


def _closing(units: Columns, lead: Column) -> Column:
    """The character that each of these units ends in, before the quotes that close it if any do."""
    found = units.units.closing[lead]
    quoted = np.flatnonzero(among(found, QUOTES) & units.light[lead])
    found[quoted] = [ord(units.units.text[place].rstrip(QUOTES)[-1:] or '"') for place in lead[quoted].tolist()]
    return found


def told_of(units: Columns, places: Column, may: Flags, tell: Callable[[str], bool]) -> Flags:
    """What is told of the units at these places that may have it."""
    found: Flags = may[places]
    rows = np.flatnonzero(found)
    found[rows] = [tell(units.units.text[place]) for place in places[rows].tolist()]
    return found


def _is_number(text: str) -> bool:
    return text[0].isdigit()


def is_small(text: str) -> bool:
    """Whether a text begins with a small letter, and is no `iPhone`."""
    return text[0].islower() and not text[1:2].isupper()
