"""Texts of one pattern: the same words, with other numbers and names. Weather, markets, results, quakes.

Such texts are as alike as near duplicates, and yet each tells of something else. What sets them apart is where they
differ: in numbers and names alone, on both sides alike, a word or a few at a time, and in a good part of all the
numbers and names there are. An edited copy differs in common words, has more on one side, whole lines of it, or has
one figure of many corrected.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from itertools import groupby
from typing import NamedTuple

TOKEN = re.compile(r"\d+(?:(?:st|nd|rd|th)\b)?|[^\W\d_]+")  # an ordinal is one number
# Share of the differing words that must be numbers or names: a template's weather may turn from "sunny" to "cloudy".
FILLED = 0.6
# Share of all numbers that must differ, or of all numbers and names. An edited copy has one figure of a dozen changed;
# a forecast shares its place and some of its days with yesterday's.
NUMBERS = 0.5
SLOTS = 0.25
# How far apart the two sides may be in how many numbers and names differ: more is added text, not another filling.
BALANCE = 0.5
# Words in a row, none within three words that the other text has too, beyond which they are a passage and no filling:
# a date, a name and a figure side by side are some eight. Menus around a page's text are passages of capitals.
PASSAGE = 10
# Share of a text's own words that may stand in passages.
PASSAGES = 0.5


class Kinds(NamedTuple):
    """How many words are numbers, names (never in lower case), and neither."""

    numbers: int
    names: int
    rest: int

    @property
    def slots(self) -> int:
        """Numbers and names: what a pattern is filled in with."""
        return self.numbers + self.names


class Pattern(NamedTuple):
    """What is looked at of a text, casefolded: how often it has each word, all in a row by threes, names, and kinds."""

    counts: Counter[str]
    threes: list[tuple[str, str, str]]
    known: frozenset[tuple[str, str, str]]
    names: frozenset[str]
    kinds: Kinds


def pattern(text: str) -> Pattern:
    """A text as `is_template` takes it: made once for all the others that it is compared with."""
    written = TOKEN.findall(text)
    words = [word.casefold() for word in written]
    threes = list(zip(words, words[1:], words[2:], strict=False))
    counts = Counter(words)
    names = _names(written)
    return Pattern(counts, threes, frozenset(threes), names, _kinds(counts, names))


def _names(written: list[str]) -> frozenset[str]:
    """The words that a text never has in lower case, casefolded; all of them, in a text in capitals."""
    distinct = set(written)
    capital = frozenset(word.casefold() for word in distinct if word[0].isupper())
    return capital - {word.casefold() for word in distinct if not word[0].isupper()}


def is_template(one: Pattern, other: Pattern) -> bool:
    """Whether two texts, alike otherwise, are one pattern filled in twice."""
    own = _kinds(_more(one.counts, other.counts), one.names)
    others = _kinds(_more(other.counts, one.counts), other.names)
    slots = own.slots, others.slots
    if not min(slots) or min(slots) < BALANCE * max(slots):
        return False
    if sum(slots) < FILLED * (sum(slots) + own.rest + others.rest):
        return False
    numbers = min(one.kinds.numbers, other.kinds.numbers)
    refilled = 0 < NUMBERS * numbers <= min(own.numbers, others.numbers)
    if not refilled and min(slots) < SLOTS * min(one.kinds.slots, other.kinds.slots):
        return False
    return _is_scattered(one, other) and _is_scattered(other, one)


def _more(counts: Counter[str], others: Counter[str]) -> dict[str, int]:
    """The words that one text has more often, and by how much."""
    differing = counts.items() - others.items()  # few of all there are
    return {word: count - others[word] for word, count in differing if count > others[word]}


def _kinds(counts: Mapping[str, int], known: frozenset[str]) -> Kinds:
    numbers = sum(count for word, count in counts.items() if word[0].isdigit())
    names = sum(count for word, count in counts.items() if word in known)
    return Kinds(numbers, names, sum(counts.values()) - numbers - names)


def _is_scattered(one: Pattern, other: Pattern) -> bool:
    """Whether the words of one text that are not the other's stand here and there, rather than in passages."""
    if len(one.known - other.known) <= PASSAGE:
        return True
    own = bytearray(b"\1" * (len(one.threes) + 2))
    for place, three in enumerate(one.threes):
        if three in other.known:
            own[place : place + 3] = b"\0\0\0"
    lengths = [sum(run) for alone, run in groupby(own) if alone]
    return sum(length for length in lengths if length > PASSAGE) <= PASSAGES * sum(lengths)
