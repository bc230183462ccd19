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
from functools import cached_property
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
SHORT = 1000  # characters: to take a text apart is no more work than to see what differs
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


class Words(NamedTuple):
    """The words of a text, casefolded, each with how often it stands there; and those never in lower case there."""

    counts: Counter[str]
    names: set[str]


class Pattern:
    """A text as `is_template` takes it: taken apart once for all the others, and no further than they ask for."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def lines(self) -> Counter[str]:
        """Its lines."""
        return Counter(self._text.split("\n"))

    @cached_property
    def written(self) -> list[str]:
        """Its words as they are written."""
        return TOKEN.findall(self._text)

    @cached_property
    def words(self) -> Words:
        """Its words."""
        return words_of(self.written)

    @cached_property
    def kinds(self) -> Kinds:
        """How many of its words are of which kind."""
        return _kinds(*self.words)

    @cached_property
    def threes(self) -> list[tuple[str, str, str]]:
        """All its words in a row by threes."""
        words = [word.casefold() for word in self.written]
        return list(zip(words, words[1:], words[2:], strict=False))

    @cached_property
    def known(self) -> frozenset[tuple[str, str, str]]:
        """The threes that it has."""
        return frozenset(self.threes)

    def beside(self, other: Pattern) -> Counter[str]:
        """What stands between blanks in those of its lines that the other text has not."""
        return Counter(" ".join(Counter(_more(self.lines, other.lines)).elements()).split())

    @property
    def is_taken_apart(self) -> bool:
        """Whether its words are there already, or soon will be."""
        return "words" in self.__dict__ or len(self._text) < SHORT


def words_of(written: list[str]) -> Words:
    """Words as they are compared. A text in capitals has nothing but names, a script without them none."""
    distinct = set(written)
    capital = {word.casefold() for word in distinct if word[0].isupper()}
    small = {word.casefold() for word in distinct if not word[0].isupper()}
    return Words(Counter([word.casefold() for word in written]), capital - small)


def is_template(one: Pattern, other: Pattern) -> bool:
    """Whether two texts, alike otherwise, are one pattern filled in twice."""
    if not (one.is_taken_apart and other.is_taken_apart) and not _may_be_template(one, other):
        return False
    own = _kinds(_more(one.words.counts, other.words.counts), one.words.names)
    others = _kinds(_more(other.words.counts, one.words.counts), other.words.names)
    slots = own.slots, others.slots
    if not _are_filled(own, others) or min(slots) < BALANCE * max(slots):
        return False
    numbers = min(one.kinds.numbers, other.kinds.numbers)
    refilled = 0 < NUMBERS * numbers <= min(own.numbers, others.numbers)
    if not refilled and min(slots) < SLOTS * min(one.kinds.slots, other.kinds.slots):
        return False
    return _is_scattered(one, other) and _is_scattered(other, one)


def _may_be_template(one: Pattern, other: Pattern) -> bool:
    """Whether enough differs that may be numbers and names: of most copies little has to be looked at to see it.

    What is a name here may stand in lower case elsewhere in its text, never the other way round.
    """
    own_pieces, other_pieces = one.beside(other), other.beside(one)
    # What is left out of both texts both have as often.
    own, others = _differing(own_pieces, other_pieces), _differing(other_pieces, own_pieces)
    return _are_filled(
        _kinds(_more(own.counts, others.counts), own.names), _kinds(_more(others.counts, own.counts), others.names)
    )


def _differing(pieces: Counter[str], others: Counter[str]) -> Words:
    """The words of what one text has more often between blanks."""
    return words_of(TOKEN.findall(" ".join(Counter(_more(pieces, others)).elements())))


def _are_filled(own: Kinds, others: Kinds) -> bool:
    """Whether what differs are numbers and names on both sides, and little else."""
    slots = own.slots + others.slots
    return min(own.slots, others.slots) > 0 and slots >= FILLED * (slots + own.rest + others.rest)


def _more(counts: Counter[str], others: Counter[str]) -> dict[str, int]:
    """The words that one text has more often, and by how much."""
    known = others.get  # missing words cost a Counter a call of Python
    return {word: count - known(word, 0) for word, count in counts.items() if count > known(word, 0)}


def _kinds(counts: Mapping[str, int], known: set[str]) -> Kinds:
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
