"""What bytes of units are, as the sieve looks at them: kinds of characters, words by their first letters."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import numpy as np

from clean.similarity.kernel import compiled
from clean.stages.split.block.packed import pack

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Table = NDArray[np.bool_]

# What a byte is, and what there is in a unit. Numbers of numpy, as numba would compile a function anew for each Python
# integer that it is called with.
SMALL, CAPITAL, DIGIT, BLANK, BRACKET, OTHER, EASTERN = (np.int64(1 << bit) for bit in range(7))
LETTER, WRAPPING = SMALL | CAPITAL, BLANK | BRACKET
_TESTS = ((SMALL, str.islower), (CAPITAL, str.isupper), (DIGIT, str.isdigit), (BLANK, str.isspace))
KINDS = np.zeros(256, dtype=np.uint8)
for _byte in range(0x80):
    KINDS[_byte] = sum(kind * test(chr(_byte)) for kind, test in _TESTS) | BRACKET * (chr(_byte) in "()[]")
# First bytes of the blocks that have digits of their own: Arabic, N'Ko, India and east of it, the late planes.
DIGITAL = np.isin(np.arange(256), (0xD9, 0xDB, 0xDF, 0xE0, 0xE1, *range(0xEA, 0x100)))
COLON, STOP, DASH, SLASH, BAR, COMMA, EQUALS, LINE, QUOTE, TICK = map(ord, ":.-/|,=_\"'")
_CODES = 1 << 15  # first letters; that names share some lets a unit through
_WORDS = 1 << 16  # places of a table of words; the same of them
_EIGHT = 8  # letters of a word that are looked at: one number
_MIXER = 0x9E3779B97F4A7C15  # odd, of no pattern (2**64 / golden ratio)


def table_of(places: Iterable[int], room: int) -> Table:
    """A table of so many places, these flagged."""
    table = np.zeros(room, dtype=np.bool_)
    table[list(places)] = True
    return table


def beginnings(names: Iterable[str]) -> Table:
    """The codes of the names' first letters; where these are not ASCII no text is held against them."""
    data, begins, _ = pack(sorted(names))
    return table_of((code for begin in begins if (code := first_letters(data, begin)) >= 0), _CODES)


def words_of(words: Iterable[str]) -> Table:
    """A table of words by their first letters."""
    numbers = (int.from_bytes(word.encode()[:_EIGHT], "big") for word in words)
    return table_of((number * _MIXER % (1 << 64) >> 48 for number in numbers), _WORDS)


@compiled
def may_be_among(letters: Any, words: Any) -> Any:  # pragma: no cover (compiled)
    """Whether a word with these first letters, as a number, may be in a table."""
    return words[letters * np.uint64(_MIXER) >> np.uint64(48)]


@compiled
def is_quote(data: Any, place: Any) -> Any:  # pragma: no cover (compiled)
    """Whether a curved quote stands here, single or double."""
    return data[place] == 0xE2 and data[place + 1] == 0x80 and 0x98 <= data[place + 2] <= 0x9F


@compiled
def kinds_of(data: Any, begin: Any, end: Any) -> Any:  # pragma: no cover (compiled)
    """What there is in a unit; a digit also where there may be one of another script, with OTHER."""
    kinds: Any = np.int64(0)
    place = begin
    while place < end:
        byte = data[place]
        if byte >= 0x80 and is_quote(data, place):
            place += 3
            continue
        if byte >= 0x80:
            kinds |= OTHER | DIGIT * DIGITAL[byte]
            kinds |= EASTERN * (byte >= 0xE3 or (byte == 0xE2 and data[place + 1] >= 0xBA))  # from U+2E80 on
        kinds |= KINDS[byte]
        place += 1
    return kinds


@compiled
def first_letters(data: Any, place: Any) -> Any:  # pragma: no cover (compiled)
    """The first letters of a word, three at most, as a number; -1 where one of them is not ASCII."""
    code: Any = np.int64(0)
    for shift in (10, 5, 0):
        byte = np.int64(data[place])
        if byte >= 0x80:
            return -1
        if not KINDS[byte] & LETTER:
            break
        code |= (byte & 31) << shift
        place += 1
    return code


@compiled
def may_begin(data: Any, place: Any, table: Any) -> Any:  # pragma: no cover (compiled)
    """Whether one of the table's names may begin here."""
    code = first_letters(data, place)
    return code < 0 or table[code]


@compiled
def past(data: Any, place: Any, kind: Any) -> Any:  # pragma: no cover (compiled)
    """The first byte from here on that is not of these kinds; a line feed ends a unit."""
    while KINDS[data[place]] & kind and data[place] != 10:
        place += 1
    return place
