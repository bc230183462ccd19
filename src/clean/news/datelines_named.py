"""Who wrote a story, where its dateline says so: a name before the town or behind the agency, a desk beside it."""

from __future__ import annotations

from clean.news.agencies import is_agency
from clean.news.credits import is_desk
from clean.news.dateline import Dateline
from clean.news.places import CITIES
from clean.patterns import lazy

_TOWN = 2  # words
# Whose it is, in brackets or in place of an agency, in the papers of India, Pakistan and Bangladesh.
_DESKED = lazy(r"([^\W\d_][^.,:;()\d]{1,39}),\s([^.,:;()\d]{2,40}?)\s?[:।]\s?(?=[^\W\d_])")
_DESK_BEHIND = lazy(r"\(([^()]{4,30})\)\s")
# Names with the family's in capitals, a town, an agency: "Ali VELİ - Can ÖRNEK / ANKARA, (DHA) - ".
_CREDITED = lazy(
    r"((?:[^\W\d_]{2,15}\s){1,2}[^\W\d_]{2,20}(?:(?:\s?[-–]\s?|,\s)(?:[^\W\d_]{2,15}\s){1,2}[^\W\d_]{2,20}){0,3})"
    r"\s?/\s?([^\W\d_][^/()\d]{1,25}?),?\s?\(([^()]{2,10})\)\s?[-–—:]\s*"
)
# Who wrote it, in capitals behind the agency that has it so: "ANKARA (AA) - AYŞE ÖRNEK - ".
_NAMED_BEHIND = lazy(
    r"-?\s?((?:[^\W\d_]{2,20}\s){1,2}[^\W\d_]{2,20}(?:[/,]\s?[^\W\d_]{2,20}\s[^\W\d_]{2,20})?)\s?[-–]\s+"
)
_NAMING = frozenset(("aa", "anadolu"))


def read_credited(head: str) -> Dateline | None:
    """A dateline of Turkish papers that begins with who wrote it: `Ali VELİ/ANKARA, (DHA)- `."""
    found = _CREDITED.match(head) if "/" in head and "(" in head else None
    if not found or not is_agency(found[3]) or not found[2].isupper() or found.end() == len(head):
        return None
    return Dateline(found[2], found[3], "", found.end(), found[1]) if found[1].split()[-1].isupper() else None


def name_behind(found: Dateline, head: str) -> Dateline:
    """The dateline with who wrote the story, where the name stands behind it: in capitals, or a desk in brackets."""
    if found.agency.casefold() in _NAMING and (named := _NAMED_BEHIND.match(head, found.end)):
        if named[1].isupper() and named.end() < len(head):
            return found._replace(byline=named[1], end=named.end())
    elif (desk := _DESK_BEHIND.match(head, found.end)) and is_desk(desk[1]) and desk.end() < len(head):
        return found._replace(byline=desk[1], end=desk.end(), weak=False)
    return found


def read_desked(head: str) -> Dateline | None:
    """A desk and a town before a colon or a danda: `जागरण संवाददाता, लखनऊ। `."""
    found = None if head.isascii() else _DESKED.match(head)
    if not found:
        return None
    for desk, place in ((found[1], found[2]), (found[2], found[1])):
        if is_desk(desk) and 0 < len(place.split()) <= _TOWN:
            return Dateline(place, "", "", found.end(), desk)
        if is_agency(desk) and place.casefold() in CITIES:
            return Dateline(place, desk, "", found.end())
    return None
