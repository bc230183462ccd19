"""What is read of the lines of a block, each line once: where a story begins and what its head says ask the same."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from clean.news.bylines import read_byline
from clean.news.captions import is_caption
from clean.news.datelines import read_dateline
from clean.news.dates import read_date
from clean.news.words import fold
from clean.stages.split.block.gates import ANY


class Readers:
    """The functions of `news/`, each of which keeps what it found."""

    __slots__ = ("byline", "date", "dateline", "fold", "is_caption")

    def __init__(self) -> None:
        self.byline = cache(read_byline)
        self.date = cache(read_date)
        self.dateline = cache(read_dateline)
        self.fold = cache(fold)
        self.is_caption = cache(is_caption)

    def alike(self, line: str, other: str) -> bool:
        """Whether two lines fold to the same, which few do that are asked about: those that open with different letters
        are not folded, a tenth of the time.
        """
        first, second = line[:1].casefold()[:1], other[:1].casefold()[:1]
        if first != second and first.isalnum() and second.isalnum():
            return False
        return self.fold(line) == self.fold(other)


class Hints(NamedTuple):
    """What is known of lines: what each `may` be (flags of `gates.py`), and what was read of them."""

    may: bytes
    readers: Readers

    @classmethod
    def none(cls, count: int) -> Hints:
        """Nothing is known of so many lines."""
        return cls(bytes([ANY]) * count, Readers())

    def part(self, first: int, last: int) -> Hints:
        """What is known of lines `[first, last)`."""
        return Hints(self.may[first:last], self.readers)
