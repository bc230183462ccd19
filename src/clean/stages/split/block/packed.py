"""Texts as UTF-8 in one buffer: for looks at all of them at once, and for compiled code."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

if TYPE_CHECKING:
    from clean.stages.split.block.columns import Flags


class Packed(NamedTuple):
    """UTF-8 of texts with a line feed after each: text k is `data[begins[k] : ends[k]]`, which has that feed. WORD
    zeros stand before the first, PADDING after the last.
    """

    data: NDArray[np.uint8]
    begins: NDArray[np.int64]
    ends: NDArray[np.int64]

    def held(self, reach: int, flags: NDArray[np.uint8]) -> NDArray[np.uint8]:
        """All flags of the first so many bytes of each text (up to PADDING), and of what follows shorter ones."""
        heads = sliding_window_view(self.data, reach)[self.begins]
        found: NDArray[np.uint8] = np.bitwise_or.reduce(flags[heads.T])
        return found

    def opening(self) -> NDArray[np.uint32]:
        """The first character of each text, as a code point; 10 of an empty one."""
        return self._points(self.begins)

    def closing(self) -> NDArray[np.uint32]:
        """The last character of each text, as a code point; that of the text before where one is empty."""
        places = self.ends - 2
        later = np.flatnonzero(self.data[places] >= 0x80)
        for _ in range(3):
            places[later] -= self.data[places[later]] & 0xC0 == 0x80
        return self._points(places)

    def _points(self, places: NDArray[np.int64]) -> NDArray[np.uint32]:
        """The code points of the characters that begin at these bytes, most of which are ASCII."""
        found = self.data[places].astype(np.uint32)
        later = np.flatnonzero(found >= 0x80)
        found[later] = self._decoded(places[later])
        return found

    def _decoded(self, places: NDArray[np.int64]) -> NDArray[np.uint32]:
        lead, second, third, fourth = (self.data[places + byte].astype(np.uint32) for byte in range(4))
        two = (lead & 31) << 6 | second & 63
        three = (lead & 15) << 12 | (second & 63) << 6 | third & 63
        four = (lead & 7) << 18 | (second & 63) << 12 | (third & 63) << 6 | fourth & 63
        # `np.select` takes three times as long where there are few texts, as in a small file.
        return np.where(lead < 0xE0, two, np.where(lead < 0xF0, three, four))

    def sums(self) -> NDArray[np.uint32]:
        """What `sums` tells of the texts, as if nothing but their ASCII folded to ASCII."""
        return np.add.reduceat(WEIGHTS[self.data], self.begins, dtype=np.uint32) if len(self.begins) else WEIGHTS[:0]

    def strange(self) -> Flags:
        """Whether more than ASCII and curved quotes stands in a text."""
        later = np.flatnonzero(self.data >= 0x80)
        quotes = later[(self.data[later] == 0xE2) & (self.data[later + 1] == 0x80)]
        quotes = quotes[(self.data[quotes + 2] >= 0x98) & (self.data[quotes + 2] <= 0x9F)]
        known = np.zeros(len(self.data), dtype=np.bool_)
        for byte in range(3):
            known[quotes + byte] = True
        found: Flags = np.zeros(len(self.begins), dtype=np.bool_)
        found[np.searchsorted(self.ends, later[~known[later]], "right")] = True
        return found

    def numbered(self, reach: int) -> Flags:
        """Which texts may have a digit among their first so many bytes: one of ASCII, or more than ASCII."""
        found: Flags = self.held(reach, _NUMBERED) > 0
        return found

    def small(self) -> Flags:
        """Which texts may begin with a small letter."""
        first = self.data[self.begins]
        found: Flags = ((first >= ord("a")) & (first <= ord("z"))) | (first >= 0x80)
        return found

    def first_words(self, places: NDArray[np.int64]) -> NDArray[np.uint64]:
        """What the texts at these places begin with up to a blank, as `word_numbers` tells it."""
        return word_numbers(self._eight(self.begins[places]), "<u8", _BLANKS, _NO_LETTERS)

    def opening_words(self, places: NDArray[np.int64]) -> NDArray[np.uint64]:
        """The same up to a blank or stop, behind a curved quote if the text opens with one; digits and dashes count as
        letters.
        """
        begins = self.begins[places]
        later = np.flatnonzero(self.data[begins] == 0xE2)
        second, third = (self.data[begins[later] + byte] for byte in (1, 2))
        begins[later] += 3 * ((second == 0x80) & (third >= 0x98) & (third <= 0x9F))
        return word_numbers(self._eight(begins), "<u8", _STOPS, _SIGNS)

    def last_words(self, places: NDArray[np.int64]) -> NDArray[np.uint64]:
        """What the texts at these places end with behind a blank, as `word_numbers` tells it."""
        return word_numbers(self._eight(self.ends[places] - 1 - WORD), ">u8", _BLANKS, _NO_LETTERS)

    def outer(self, places: NDArray[np.int64]) -> NDArray[np.uint64]:
        """A number of the first and the last bytes of the texts at these places, and of how many there are; 0 of all
        that have less.
        """
        first, last = (self._eight(at).view("<u8")[:, 0] for at in (self.begins[places], self.ends[places] - WORD))
        size = (self.ends - self.begins)[places]
        found: NDArray[np.uint64] = ((first * _MIX ^ last) * _MIX + size.astype(np.uint64)) * (size >= WORD)
        return found

    def _eight(self, places: NDArray[np.int64]) -> NDArray[np.uint8]:
        """The eight bytes from each of these on."""
        return sliding_window_view(self.data, WORD)[places]


def among(points: NDArray[np.uint32], chars: str | frozenset[str]) -> Flags:
    """Which code points are of these characters, all of which are in the first 65,536."""
    found: Flags = _points_of(chars)[np.minimum(points, _LAST)]
    return found


_LAST = 0xFFFF  # which is no character


@cache
def _points_of(chars: str | frozenset[str]) -> Flags:
    """By code point, whether it is of one of these: `np.isin` takes ten times as long where there are few texts."""
    table = np.zeros(_LAST + 1, dtype=np.bool_)
    table[list(map(ord, chars))] = True
    return table


def word_numbers(
    pieces: NDArray[np.uint8], order: str, parting: NDArray[np.uint8], strange: NDArray[np.uint8]
) -> NDArray[np.uint64]:
    """The word at the beginning (`order` is `<u8`) or the end (`>u8`) of eight bytes, as a number, case aside: what
    the first or last byte of the `parting` ones parts from others. 0 where a `strange` one stands in it, or nothing.
    """
    blanks, others = (flags[pieces].view(order)[:, 0] for flags in (parting, strange))
    within = ((blanks & (~blanks + _ONE)) >> _TOP) - _ONE
    found: NDArray[np.uint64] = ((pieces.view(order)[:, 0] | _SMALL) & within) * (others & within == 0)
    return found


def are_again(numbers: NDArray[Any]) -> Flags:
    """Which of the numbers stand among them more than once."""
    order = np.argsort(numbers, kind="stable")
    same = numbers[order[1:]] == numbers[order[:-1]]
    found: Flags = np.zeros(len(numbers), dtype=np.bool_)
    found[order[1:][same]] = found[order[:-1][same]] = True
    return found


def are_among(numbers: NDArray[np.uint64], known: NDArray[np.uint64]) -> Flags:
    """Whether words of these numbers may be among those known, which are sorted; also where there is none."""
    found: Flags = (known[np.searchsorted(known, numbers) % len(known)] == numbers) | (numbers == 0)
    return found


PADDING = 128
WORD = 8  # bytes of a word that are looked at: one number
_NUMBERED = np.array([byte >= 0x80 or chr(byte).isdigit() for byte in range(256)], np.uint8)
# By byte: which are blanks, or stops as well, the highest bit of each, and which no letters of ASCII, or no digits and
# dashes either, all bits.
_BLANKS = np.array([0x80 * (byte <= 32) for byte in range(256)], np.uint8)
_NO_LETTERS = np.array([0xFF * (byte >= 0x80 or not chr(byte).isalpha()) for byte in range(256)], np.uint8)
_STOPS = np.array([0x80 * (byte <= 32 or chr(byte) in ",.:;!?/") for byte in range(256)], np.uint8)
_SIGNS = _NO_LETTERS * np.array([not (chr(byte).isdigit() or byte == ord("-")) for byte in range(256)], np.uint8)
_SMALL, _ONE, _TOP = (np.uint64(number) for number in (0x2020202020202020, 1, 7))
_MIX = np.uint64(0x9E3779B97F4A7C15)  # odd, of no pattern (2**64 / golden ratio)


def pack(texts: Sequence[str]) -> Packed:
    """The texts packed; a line feed in one of them stands there as a blank."""
    # One by one: most are ASCII, which is copied, and joined to others they would not be. A third of the time.
    try:
        encoded = list(map(str.encode, texts))
    except UnicodeEncodeError:  # half of a surrogate pair, as JSON may have it
        encoded = [text.encode("utf-8", "surrogatepass") for text in texts]
    packed = _packed(encoded)
    return packed if len(packed.ends) == len(texts) else _packed([text.replace(b"\n", b" ") for text in encoded])


def _packed(texts: list[bytes]) -> Packed:
    data = np.frombuffer(b"".join([bytes(WORD), b"\n".join([*texts, bytes(PADDING)])]), dtype=np.uint8)
    ends = np.flatnonzero(data == ord("\n")) + 1
    return Packed(data, np.append(WORD, ends)[:-1], ends)


# Each letter and digit of ASCII as a number of no pattern, the same in either case; 0 for what is neither.
WEIGHTS = np.array(
    [pow(0x9E3779B1, ord(chr(byte).lower()), 1 << 32) * (byte < 0x80 and chr(byte).isalnum()) for byte in range(256)],
    dtype=np.uint32,
)


def sums(texts: Sequence[str]) -> NDArray[np.uint32]:
    """The sum of what a text's ASCII letters and digits weigh: texts of ASCII that fold to the same have the same, and
    the folded form of any text has that of ASCII ones which fold to it.
    """
    return pack(texts).sums()
