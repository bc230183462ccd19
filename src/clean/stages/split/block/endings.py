"""The last words of a line, by which lines below the stories of a source are known, and which lines end in them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from clean.news.headlines import STOPS
from clean.patterns import lazy
from clean.stages.split.block.packed import among, are_among, pack

if TYPE_CHECKING:
    from clean.stages.split.block.columns import Column, Flags
    from clean.stages.split.block.units import Units

ENDED = STOPS | frozenset("!?…。！？؟'\"”’»")  # the ends of a sentence, and of what somebody says
_WORDS = 3  # two may be a name that the headlines of a week share
_LETTERS = 12  # of them at least: `of the year` ends many a headline
_BEHIND = 8  # of one or two behind the end of a sentence: no headline has one there
_REACH = 60  # characters in which they stand
_WEB = "://"  # an address, which is another below each story
_NUMBER = lazy(r"\d+")


def ending(text: str) -> str:
    """The last words of a line, whatever its numbers, or those that stand behind its last sentence; empty where these
    are the whole line, or too little.
    """
    words = text[-_REACH:].casefold().split()[-_WORDS:]
    if len(words) < _WORDS or len(" ".join(words)) >= len(text):
        return ""
    words = [_WEB if _WEB in word else word for word in words]
    behind = next((place for place in range(_WORDS - 1, 0, -1) if words[place - 1][-1] in ".!?"), 0)
    found = _NUMBER.sub("#", " ".join(words[behind:]))
    return found if len(found) >= (_BEHIND if behind else _LETTERS) else ""


def told_before(text: str) -> int:
    """How many characters of a line stand before its last words."""
    return len(text.rsplit(None, _WORDS)[0])


def end_as_usual(units: Units, places: Column, usual: Sequence[frozenset[str]]) -> Flags:
    """Which of the units at these places have one of the usual endings of their source."""
    found = np.zeros(len(places), dtype=np.bool_)
    if every := sorted(set().union(*usual)):
        words = np.sort(pack(every).last_words(np.arange(len(every))))
        found = ~among(units.closing[places], ENDED) & are_among(units.packed.last_words(places), words)
        rows = np.flatnonzero(found)
        found[rows] = [ending(units.text[place]) in usual[units.source[place]] for place in places[rows].tolist()]
    return found
