"""What stands above a body, as units: a label, the headline, in one line or two, a deck, credits and bullets."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from clean.stages.split.block.columns import BULLET, BYLINE, CREDITS, INITIALS, KINDS, LABEL, Column, Columns, Flags

LABELS = 2  # `WORLD` and `Europe` above one headline; more are a menu
_HEAD = 6  # units from the headline to the body at most
DECK = 2  # units without a credit between headline and credit at most: a deck, a name without `By`
SENTENCES = 300  # letters of a deck of a sentence or two

# Tables by kind: `np.isin` takes forty times as long where there are few units, as in a small file.
CREDIT = np.isin(np.arange(len(KINDS)), CREDITS)
LISTED = np.isin(np.arange(len(KINDS)), (BULLET, *CREDITS))
APART = np.isin(np.arange(len(KINDS)), (BULLET, LABEL, *CREDITS))  # light units of these kinds are no headline


class Heads(NamedTuple):
    """The headline blocks that some units begin: the headline's unit, the first unit after the block, whether a deck or
    a name stands in it, and whether there is a headline. Where none is, both are the unit itself; `body` may be what
    ends the window.
    """

    headline: Column
    body: Column
    deck: Flags
    headed: Flags


def read_heads(units: Columns, k: Column, high: Column) -> Heads:
    """The blocks that units `k` begin, each within the units below its `high`."""
    begins = units.light[k] | LISTED[units.kind[k]]
    lead = _headline(units, k, high, begins)
    body = _past(units, lead + 1, high, lead, begins)
    decked = _past_deck(units, body, high, lead, begins & ~APART[units.kind[lead]])
    headed = units.light[lead] & ~LISTED[units.kind[lead]]
    return Heads(lead, np.where(begins, decked, k), begins & (decked > body), headed)


def _headline(units: Columns, k: Column, high: Column, begins: Flags) -> Column:
    """The unit of the headline below labels, a date or a byline behind a paragraph; unit k where none is."""
    lead = k
    above = np.maximum(k - 1, 0)
    parted = ~units.light[above] & (units.size[above] > 0)
    for _ in range(LABELS):
        over = (units.kind[lead] == LABEL) | (parted & CREDIT[units.kind[lead]])
        lead = lead + (begins & (lead < high - 1) & units.light[lead] & over)
    return np.where(units.light[lead] & ~APART[units.kind[lead]], lead, k)


def _past(units: Columns, place: Column, high: Column, lead: Column, going: Flags) -> Column:
    """The first unit from a place on that does not belong to the headline, by what it is itself."""
    for _ in range(_HEAD):
        going = going & (place < high) & (place - lead < _HEAD) & _belongs(units, place, lead)
        if not going.any():
            break
        place = place + going
    return place


def _belongs(units: Columns, place: Column, lead: Column) -> Flags:
    again = units.alike[place] == units.alike[lead]
    belongs: Flags = units.light[place] & (again | (place == lead + 1) & units.goes_on[place])
    belongs |= LISTED[units.kind[place]] | (place > lead) & signs_credit(units, place)
    return belongs


def signs_credit(units: Columns, place: Column) -> Flags:
    """Whether an agency or initials stand right below a credit, `By Jane Example` and `BBC News`: one more line of it,
    that signs no story.
    """
    signs: Flags = (units.kind[place] == INITIALS) & CREDIT[units.kind[place - 1]]
    return signs


def _past_deck(units: Columns, place: Column, high: Column, lead: Column, going: Flags) -> Column:
    """The unit after a deck that stands here, and after the credits below it; with these a deck may be sentences.
    Below bullets stands none: those end a story below its headline.
    """
    going = going & (units.kind[place - 1] != BULLET)
    end = place
    for _ in range(DECK):
        end = end + (going & (end < high) & units.light[end] & (units.kind[end] == 0) & ~units.wired[end])
    found = (end > place) & (end < high)
    credited = found & CREDIT[units.kind[end]]
    alone = found & (end - place == 1) & ~units.light[end]
    told = np.where(credited, _past(units, end, high, lead, credited), np.where(alone, end, place))
    below = place + 1
    sentence = going & (below < high) & ~units.light[place] & (units.size[place] <= SENTENCES)
    sentence &= (place == lead + 1) & (units.kind[below] == BYLINE)
    body = _past(units, below, high, lead, sentence)
    return np.where(sentence & (body < high) & ~units.light[body], body, told)
