"""Texts of one pattern: the same words, with other numbers and names. Weather, markets, results, quakes.

Such texts are as alike as near duplicates, and yet each tells of something else. What sets them apart is where they
differ: in numbers and names alone, on both sides alike, and in a good part of all the numbers and names there are,
while an edited copy differs in common words, has more on one side, or has one figure of many corrected.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

TOKEN = re.compile(r"\d+|[^\W\d_]+")
# Share of the differing words that must be numbers or names: a template's weather may turn from "sunny" to "cloudy".
FILLED = 0.6
# Share of all numbers that must differ, or of all numbers and names. An edited copy has one figure of a dozen changed;
# a forecast shares its place and some of its days with yesterday's.
NUMBERS = 0.5
SLOTS = 0.25
# How far apart the two sides may be in how many numbers and names differ: more is added text, not another filling.
BALANCE = 0.5


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text, counted: numbers, names (capitalised) and the rest, by their spelling."""

    numbers: Counter[str]
    names: Counter[str]
    rest: Counter[str]


def count_words(text: str) -> Words:
    """Count the words of a text."""
    numbers: Counter[str] = Counter()
    names: Counter[str] = Counter()
    rest: Counter[str] = Counter()
    for word, count in Counter(TOKEN.findall(text)).items():
        (numbers if word[0].isdigit() else names if word[0].isupper() else rest)[word] = count
    return Words(numbers, names, rest)


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
    if min(numbers) and min(numbers) >= NUMBERS * fewest:
        return True
    return min(slots) >= SLOTS * min(fewest + one.names.total(), other.numbers.total() + other.names.total())


def _apart(one: Counter[str], other: Counter[str]) -> tuple[int, int]:
    """How many words each has beyond the other's."""
    common = (one & other).total()
    return one.total() - common, other.total() - common
