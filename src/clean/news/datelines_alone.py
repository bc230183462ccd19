"""Datelines on lines of their own, with the story on the next line."""

from __future__ import annotations

from clean.news.agencies import is_agency
from clean.news.dateline import Dateline
from clean.news.datelines import PARTICLES, read_dateline
from clean.news.datelines_east import read_alone
from clean.news.dates import date_line, find_date
from clean.news.places import CITIES
from clean.patterns import lazy

_LONGEST = 60  # characters
_PLACE = 4  # words
# `Madrid - 14 MAR 2024 - 19:42 CET`: the time tells it from headlines, of which some end in a date.
_TIMED = lazy(r"([^\W\d_][^\d|:;,.]{1,38}?)\s[-–—|]\s(?=\S.*\s\d{1,2}[:.h]\d\d\b)(.+)")


def lone_dateline(text: str) -> Dateline | None:
    """`LONDON, March 4 (Reuters) -` or `LONDON, March 4 (Reuters)`, `Reuters` or `London` with the story on the next
    line.
    """
    if is_agency(text):
        return Dateline("", text, "", len(text))
    if text.casefold() in CITIES:
        return Dateline(text, "", "", len(text))
    if (alone := read_alone(text) or timed_dateline(text)) or len(text) > _LONGEST:
        return alone
    if not (found := read_dateline(text + " — X")):
        return None
    return found if found.end > len(text) and (found.agency or found.date or find_date(text)) else None


def timed_dateline(text: str) -> Dateline | None:
    """The dateline of a line that is a place, a date with its year and a time."""
    parts = _TIMED.fullmatch(text) if len(text) <= _LONGEST else None
    words = parts[1].split() if parts else []
    if not parts or len(words) > _PLACE or not all(word[0].isupper() or word in PARTICLES for word in words):
        return None
    dated, day = date_line(parts[2])
    found = find_date(text)
    return Dateline(text[: found.end()], "", day, len(text)) if dated and day and found else None
