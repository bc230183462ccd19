"""Texts of one pattern: the same words, with other numbers and names. Weather, markets, results, quakes.

Such texts are as alike as near duplicates, and yet each tells of something else. What sets them apart is where they
differ: in numbers and names alone, on both sides alike, a word or a few at a time, and in a good part of all the
numbers and names there are. An edited copy differs in common words, has more on one side, whole lines of it, or has
one figure of many corrected.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import groupby

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


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text in order, and counted: numbers, names (capitalised) and the rest."""

    order: list[str]
    numbers: Counter[str]
    names: Counter[str]
    rest: Counter[str]


def count_words(text: str) -> Words:
    """Count the words of a text."""
    order = TOKEN.findall(text)
    counted = Words(order, Counter(), Counter(), Counter())
    for word, count in Counter(order).items():
        kind = counted.numbers if word[0].isdigit() else counted.names if word[0].isupper() else counted.rest
        kind[word] = count
    return counted


def is_template(one: Words, other: Words) -> bool:
    """Whether two texts, alike otherwise, are one pattern filled in twice."""
    numbers = _apart(one.numbers, other.numbers)
    names = _apart(one.names, other.names)
    rest = _apart(one.rest, other.rest)
    slots = numbers[0] + names[0], numbers[1] + names[1]
    if not min(slots) or min(slots) < BALANCE * max(slots):
        return False
    if sum(slots) < FILLED * (sum(slots) + sum(rest)):
        return False
    fewest = min(one.numbers.total(), other.numbers.total())
    every = min(one.numbers.total() + one.names.total(), other.numbers.total() + other.names.total())
    if min(slots) < SLOTS * every and not 0 < NUMBERS * fewest <= min(numbers):
        return False
    return _is_scattered(one.order, other.order) and _is_scattered(other.order, one.order)


def _apart(one: Counter[str], other: Counter[str]) -> tuple[int, int]:
    """How many words each has beyond the other's."""
    common = (one & other).total()
    return one.total() - common, other.total() - common


def _is_scattered(words: list[str], others: list[str]) -> bool:
    """Whether the words of one text that are not the other's stand here and there, rather than in passages."""
    theirs = set(zip(others, others[1:], others[2:], strict=False))
    own = bytearray(b"\1" * len(words))
    for place, three in enumerate(zip(words, words[1:], words[2:], strict=False)):
        if three in theirs:
            own[place : place + 3] = b"\0\0\0"
    lengths = [sum(run) for alone, run in groupby(own) if alone]
    return sum(length for length in lengths if length > PASSAGE) <= PASSAGES * sum(lengths)
