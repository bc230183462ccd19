"""Texts of one pattern: the same words, with other numbers and names. Weather, markets, results, quakes.

Such texts are as alike as near duplicates, and yet each tells of something else. What sets them apart is where they
differ: in numbers and names alone, on both sides alike, a word or a few at a time, and in a good part of all the
numbers and names there are. An edited copy differs in common words, has more on one side, whole lines of it, or has
one figure of many corrected.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import groupby
from typing import NamedTuple

TOKEN = re.compile(r"\d+|[^\W\d_]+")
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


def is_template(one: str, other: str) -> bool:
    """Whether two texts, alike otherwise, are one pattern filled in twice."""
    changed, changed_other = _other_lines(one, other)
    counts, counts_other = Counter(words(changed)), Counter(words(changed_other))
    own, others = _kinds(counts - counts_other), _kinds(counts_other - counts)
    slots = own.slots, others.slots
    if not min(slots) or min(slots) < BALANCE * max(slots):
        return False
    if sum(slots) < FILLED * (sum(slots) + own.rest + others.rest):
        return False
    order, order_other = words(one), words(other)
    whole, whole_other = _kinds(Counter(order)), _kinds(Counter(order_other))
    numbers = min(whole.numbers, whole_other.numbers)
    refilled = 0 < NUMBERS * numbers <= min(own.numbers, others.numbers)
    if not refilled and min(slots) < SLOTS * min(whole.slots, whole_other.slots):
        return False
    return _is_scattered(order, order_other) and _is_scattered(order_other, order)


def words(text: str) -> list[str]:
    """The words and numbers of a text, as they are spelled."""
    return TOKEN.findall(text)


def _other_lines(one: str, other: str) -> tuple[str, str]:
    """The lines that the other text has not as often: words of shared lines make no difference, and need no count."""
    if "\n" not in one and "\n" not in other:
        return one, other
    lines, others = Counter(one.split("\n")), Counter(other.split("\n"))
    return "\n".join((lines - others).elements()), "\n".join((others - lines).elements())


class Kinds(NamedTuple):
    """How many words are numbers, names (capitalised), and neither."""

    numbers: int
    names: int
    rest: int

    @property
    def slots(self) -> int:
        """Numbers and names: what a pattern is filled in with."""
        return self.numbers + self.names


def _kinds(counts: Counter[str]) -> Kinds:
    numbers = sum(count for word, count in counts.items() if word[0].isdigit())
    names = sum(count for word, count in counts.items() if word[0].isupper())
    return Kinds(numbers, names, counts.total() - numbers - names)


def _is_scattered(words: list[str], others: list[str]) -> bool:
    """Whether the words of one text that are not the other's stand here and there, rather than in passages."""
    theirs = set(zip(others, others[1:], others[2:], strict=False))
    own = bytearray(b"\1" * len(words))
    for place, three in enumerate(zip(words, words[1:], words[2:], strict=False)):
        if three in theirs:
            own[place : place + 3] = b"\0\0\0"
    lengths = [sum(run) for alone, run in groupby(own) if alone]
    return sum(length for length in lengths if length > PASSAGE) <= PASSAGES * sum(lengths)
