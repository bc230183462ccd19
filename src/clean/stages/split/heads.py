"""What stands above a body, as units: a label, the headline, in one line or two, a deck, credits and bullets."""

from __future__ import annotations

from typing import NamedTuple

from clean.news.headlines import goes_on
from clean.stages.split.units import Units

LABELS = 2  # `WORLD` and `Europe` above one headline; more are a menu
_HEAD = 6  # units from the headline to the body at most
DECK = 2  # units without a credit between headline and credit at most: a deck, a name without `By`
CREDITS = ("byline", "date")
APART = ("bullet", "label", *CREDITS)  # light units of these kinds are no headline


class Head(NamedTuple):
    """The headline block that a unit begins: the headline's unit, the first unit after the block, and whether a deck
    or a name stands in it. Where no headline is, both are the unit itself; `body` may be what ends the window.
    """

    headline: int
    body: int
    deck: bool


def read_head(units: Units, k: int, high: int) -> Head:
    """The block that unit k begins, within the units below `high`."""
    if not units.light[k] and units.kind(k) not in ("bullet", *CREDITS):
        return Head(k, k, False)
    lead = _headline(units, k, high)
    body = _past(units, lead + 1, high, lead)
    decked = _past_deck(units, body, high, lead) if units.kind(lead) not in APART else body
    return Head(lead, decked, decked > body)


def _headline(units: Units, k: int, high: int) -> int:
    """The unit of the headline below a label, unit k itself where that is none."""
    lead = k
    while lead < high - 1 and lead - k < LABELS and units.light[lead] and units.kind(lead) == "label":
        lead += 1
    return lead if lead == k or (units.light[lead] and units.kind(lead) not in APART) else k


def _past(units: Units, place: int, high: int, lead: int) -> int:
    """The first unit from a place on that does not belong to the headline, by what it is itself."""
    while place < high and place - lead < _HEAD and _belongs(units, place, lead):
        place += 1
    return place


def _belongs(units: Units, place: int, lead: int) -> bool:
    if units.kind(place) in ("bullet", *CREDITS):
        return True
    if not units.light[place]:
        return False
    if place == lead + 1 and units.blanks(place) == 0 and goes_on(units.text[lead], units.text[place]):
        return True
    return units.folded(place) == units.folded(lead)


def _past_deck(units: Units, place: int, high: int, lead: int) -> int:
    """The unit after a deck that stands here, and after the credits below it."""
    end = place
    while end < high and end - place < DECK and units.light[end] and not units.kind(end):
        end += 1
    if end == place or end >= high:
        return place
    if units.kind(end) in CREDITS:
        return _past(units, end, high, lead)
    return end if end - place == 1 and not units.light[end] else place
