"""What each character is to words, as tables for compiled code: told by the patterns of `news/words.py`."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from clean.news.words import IN_PAIRS, IN_RUNS, LETTER, PAIRED, SYLLABLES
from clean.similarity.characters import EVERY, PAGE

if TYPE_CHECKING:
    from numpy.typing import NDArray

# What a character is: of a word of letters, of a script whose words are pairs of characters (OPENS), of such a pair,
# kana, of which two make none, one that casefolds to several, one of a script of syllables (TONED), one of an alphabet
# whose words are runs of letters.
LONG, OPENS, PAIRS, KANA, EXPANDED, TONED, RUNS = 1, 2, 4, 8, 16, 32, 64
UNCASED_FROM = 0x20000  # no character from here on has a case (Unicode 15: the last are Adlam's, 1E943)
LETTERLESS_FROM = 0x40000  # the planes from here on hold tags, selectors and what is private


@cache
def classes() -> NDArray[np.uint8]:
    """What each character is; LONG is asked of what it is when casefolded."""
    whole = np.zeros(EVERY, dtype=np.uint8)
    points = np.arange(LETTERLESS_FROM, dtype="<u4")
    kinds = ((OPENS, IN_PAIRS.pattern), (PAIRS, PAIRED), (TONED, SYLLABLES.pattern), (RUNS, IN_RUNS.pattern))
    for kind, pattern in kinds:
        _flag_all(pattern, points, kind, whole)
    points[:UNCASED_FROM] = folded()
    _flag_all(LETTER, points, LONG, whole)
    whole[ord("ぁ") : ord("ん") + 1] |= KANA
    whole[expansions()[0]] |= EXPANDED | LONG
    return whole


def _flag_all(pattern: str, points: NDArray[np.uint32], kind: int, classes: NDArray[np.uint8]) -> None:
    """Flag the characters, one for each code point, that match a pattern: in runs, of which there are few."""
    chars = points.tobytes().decode("utf-32-le", "surrogatepass")
    for run in re.finditer(f"(?:{pattern})+", chars):
        classes[run.start() : run.end()] |= kind


@cache
def folded() -> NDArray[np.uint32]:
    """Each character that may have a case, casefolded; those that become several stand for themselves."""
    whole = np.arange(UNCASED_FROM, dtype=np.uint32)
    single = {point: ord(chars) for point, chars in _casefolded().items() if len(chars) == 1}
    whole[list(single)] = list(single.values())
    return whole


@cache
def expansions() -> tuple[NDArray[np.uint32], NDArray[np.uint32]]:
    """The characters that casefold to several, in order, and those, padded with 0."""
    several = {point: chars for point, chars in _casefolded().items() if len(chars) > 1}
    rows = [[*map(ord, chars), 0][:3] for chars in several.values()]
    return np.array(list(several), dtype=np.uint32), np.array(rows, dtype=np.uint32)


@cache
def _casefolded() -> dict[int, str]:
    """What the characters that have a case become when casefolded, in order; most pages of Unicode have no case."""
    changed: dict[int, str] = {}
    for first in range(0, UNCASED_FROM, PAGE):
        chars = "".join(map(chr, range(first, first + PAGE)))
        if chars.casefold() != chars:
            changed |= {ord(char): char.casefold() for char in chars if char.casefold() != char}
    return changed
