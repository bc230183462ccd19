"""What each character is to a shingle: part of a word, a unit of its own, a separator, or nothing.

Words are runs of letters, marks and digits, casefolded; punctuation, symbols and spaces part them. Scripts that are
written without spaces have no such runs: each of their characters starts a token (see `shingles`). Formatting
characters (soft hyphen, joiners, variation selectors) are not there at all.

The classes follow the Unicode character database of the running Python; versions of it differ in newly added
characters alone.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

SEPARATOR = 0
IGNORED = 1  # a control character, so no word character has this code
UNSPACED = 1 << 31  # flag: a character of a script written without spaces between words
EXPANDED = 1 << 30  # flag: casefolding gives several characters, see `expansions()`
CODE = (1 << 21) - 1  # the bits that hold a code point
PAGE = 256
EVERY = 0x110000  # code points

# What is no word character, by general category: punctuation, symbols, separators and control codes part words, Cf says
# how to print. U+FE00 to U+FE0F and U+E0100 to U+E01EF, variation selectors, are marks (Mn) and ignored nevertheless.
WORD = 2
KINDS = {
    **dict.fromkeys(("Pc", "Pd", "Pe", "Pf", "Pi", "Po", "Ps", "Sc", "Sk", "Sm", "So", "Zl", "Zp", "Zs"), SEPARATOR),
    "Cc": SEPARATOR,
    "Cf": IGNORED,
}

# First and last code point of scripts whose words are not parted by spaces (Unicode blocks). Hangul and Ethiopic part
# their words, Tibetan its syllables; they are not here.
UNSPACED_BLOCKS = (
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x1000, 0x109F),  # Myanmar
    (0x1780, 0x17FF),  # Khmer
    (0x1950, 0x19FF),  # Tai Le, New Tai Lue, Khmer symbols
    (0x1A20, 0x1AAF),  # Tai Tham
    (0x1B00, 0x1B7F),  # Balinese
    (0x2E80, 0x2FDF),  # Han radicals
    (0x3005, 0x3007),  # ideographic iteration mark and zero
    (0x3021, 0x312F),  # Hangzhou numerals, kana, bopomofo
    (0x31A0, 0x31BF),  # bopomofo
    (0x31F0, 0x31FF),  # kana
    (0x3400, 0x4DBF),  # Han
    (0x4E00, 0x9FFF),  # Han
    (0xA000, 0xA4CF),  # Yi
    (0xA980, 0xA9FF),  # Javanese, Myanmar
    (0xAA60, 0xAA7F),  # Myanmar
    (0xF900, 0xFAFF),  # Han
    (0xFF66, 0xFF9F),  # half-width kana
    (0x1B000, 0x1B16F),  # kana
    (0x20000, 0x3FFFF),  # Han
)


@cache
def page(number: int) -> NDArray[np.uint32]:
    """The codes of characters `[256 * number, 256 * number + 256)`: folded code points and flags, or a class."""
    return _codes(number * PAGE, (number + 1) * PAGE)


def codes(points: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """The codes of casefolded characters; only the pages of the database that occur are read."""
    coded: NDArray[np.uint32] = page(0)[np.minimum(points, PAGE - 1)]
    beyond = np.flatnonzero(points >= PAGE)
    if len(beyond):
        high = points[beyond]
        pages = high >> 8
        occurs = np.zeros(int(pages.max()) + 1, dtype=bool)
        occurs[pages] = True
        present = np.flatnonzero(occurs)
        place = np.cumsum(occurs, dtype=np.uint32) - np.uint32(1)
        table = np.concatenate([page(int(number)) for number in present])
        coded[beyond] = table[place[pages] * np.uint32(PAGE) + (high & np.uint32(PAGE - 1))]
    return coded


@cache
def table() -> NDArray[np.uint32]:
    """The codes of all characters, for text that is not casefolded yet: `EXPANDED` ones stand for `expansions()`."""
    whole = np.arange(EVERY, dtype=np.uint32)
    for first, last in ((0, 0x20000), (0xE0000, 0xE0200)):
        whole[first:last] = _codes(first, last)
    whole[0x20000:0x40000] |= np.uint32(UNSPACED)  # Han; the planes in between are empty or private
    return whole


@cache
def expansions() -> tuple[NDArray[np.uint32], NDArray[np.uint32]]:
    """The characters that fold to several, in order, and for each of them the codes of those, padded with `IGNORED`."""
    whole = table()
    points = np.flatnonzero((whole & np.uint32(EXPANDED)) != 0).astype(np.uint32)
    rows = [[int(whole[ord(part)]) for part in chr(point).casefold()] for point in points]
    return points, np.array([row + [IGNORED] * (3 - len(row)) for row in rows], dtype=np.uint32)


def _codes(first: int, last: int) -> NDArray[np.uint32]:
    """The codes of characters `[first, last)`, by Unicode's general categories of what they fold to."""
    folded = [chr(point).casefold() for point in range(first, last)]
    single = np.array([len(chars) == 1 for chars in folded])
    coded = np.array([ord(chars) if len(chars) == 1 else EXPANDED | first + at for at, chars in enumerate(folded)])
    points = np.where(single, coded, 0)
    kinds = np.array([KINDS.get(unicodedata.category(chars[0]), WORD) for chars in folded])
    kinds[((points >= 0xFE00) & (points <= 0xFE0F)) | ((points >= 0xE0100) & (points <= 0xE01EF))] = IGNORED
    for low, high in UNSPACED_BLOCKS:
        coded[(points >= low) & (points <= high)] |= UNSPACED
    return np.where(single & (kinds != WORD), kinds, coded).astype(np.uint32)
