"""The words of units as numbers, compiled by numba: cut as `news/words.py` does it in Python, and numbered.

A word is a 64-bit hash, by which equal ones get the same number. For what compiled code costs see
`similarity/kernel.py`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np

from clean.news.stopwords import STOPWORDS
from clean.news.words import CAPITAL, LETTER, UNSPACED
from clean.similarity.characters import EVERY, PAGE
from clean.similarity.kernel import compiled

if TYPE_CHECKING:
    from numpy.typing import NDArray

# What a character is, see `_classes`.
LONG, PART, NAMING, PAIRED, ALNUM, EASTERN, KANA, EXPANDED = 1, 2, 4, 8, 16, 32, 64, 128
STEM, SHORTEST, SHORTEST_NAME = 6, 4, 3  # letters, as in `news/words.py`
UNCASED_FROM = 0x20000  # no character from here on has a case (Unicode 15: the last are Adlam's, 1E943)
LETTERLESS_FROM = 0x40000  # the planes from here on hold tags, selectors and what is private
OPENING = 40  # characters that tell whether a unit's script has blanks between words
BASE = 0x9E3779B97F4A7C15  # odd, of no pattern (2**64 / golden ratio)
NAMED = 0xD1B54A32D192ED03  # so that a name is another word than the same letters as a topic
MASK = (1 << 64) - 1
ROOM = 1 << 17  # different words of a table, twice: 4 MB of one newspaper have 33,000, and this stays in the cache

_BASE, _NAMED, _SHIFT, _FREE = np.uint64(BASE), np.uint64(NAMED), np.uint64(29), np.uint64(0)


def numbered(texts: Sequence[str], common: frozenset[str]) -> tuple[Any, Any, Any, Any, int]:
    """Words and names of each unit as numbers with their offsets, and how many numbers there are."""
    points, starts = _points(texts)
    hashes, word_starts = np.empty(len(points), dtype=np.uint64), np.zeros(len(texts) + 1, dtype=np.int64)
    names, name_starts = np.empty(len(points) // 3 + 1, dtype=np.uint64), np.zeros(len(texts) + 1, dtype=np.int64)
    _words(points, starts, _classes(), _folded(), *_expansions(), _table(STOPWORDS), hashes, word_starts)
    _names(points, starts, _classes(), _lowered(), _table(STOPWORDS), names, name_starts)
    room = ROOM
    while (found := _in_room(hashes, word_starts, names, name_starts, common, room)) is None:
        room *= 8
    return found


def _in_room(
    words: Any, word_starts: Any, names: Any, name_starts: Any, common: frozenset[str], room: int
) -> tuple[Any, Any, Any, Any, int] | None:
    """What `numbered` gives, with a table of so many places; None where that is too small."""
    keys, numbers = np.zeros(room, dtype=np.uint64), np.zeros(room, dtype=np.int32)
    ids, name_ids = np.empty(word_starts[-1], dtype=np.int32), np.empty(name_starts[-1], dtype=np.int32)
    starts, later_starts = word_starts.copy(), name_starts.copy()
    known = _number(words, starts, _table(common), keys, numbers, ids, 0)
    if known >= 0:
        known = _number(names, later_starts, _table(frozenset()), keys, numbers, name_ids, known)
    return (ids, starts, name_ids, later_starts, known) if known >= 0 else None


def _points(texts: Sequence[str]) -> tuple[NDArray[np.uint32], NDArray[np.int64]]:
    """The code points of texts in one column, a line feed after each, and where each begins."""
    starts = np.zeros(len(texts) + 1, dtype=np.int64)
    np.cumsum([len(text) + 1 for text in texts], out=starts[1:])
    encoded = ("\n".join(texts) + "\n").encode("utf-32-le", "surrogatepass")
    return np.frombuffer(encoded, dtype="<u4"), starts


@cache
def _classes() -> NDArray[np.uint8]:
    """What each character is; LONG is asked of what it is when casefolded."""
    whole = np.zeros(EVERY, dtype=np.uint8)
    points = np.arange(LETTERLESS_FROM, dtype="<u4")
    kinds = ((ALNUM, r"[^\W_]"), (NAMING, CAPITAL), (PAIRED, UNSPACED.pattern), (PART, r"\w"))
    for kind, pattern in kinds:
        _flag_all(pattern, points, kind, whole)
    points[:UNCASED_FROM] = _folded()
    _flag_all(LETTER, points, LONG, whole)
    whole[0x2E81:] |= EASTERN
    whole[ord("ぁ") : ord("ん") + 1] |= KANA
    whole[_expansions()[0]] |= EXPANDED | LONG
    return whole


def _flag_all(pattern: str, points: NDArray[np.uint32], kind: int, classes: NDArray[np.uint8]) -> None:
    """Flag the characters, one for each code point, that match a pattern: in runs, of which there are few."""
    chars = points.tobytes().decode("utf-32-le", "surrogatepass")
    for run in re.finditer(f"(?:{pattern})+", chars):
        classes[run.start() : run.end()] |= kind


@cache
def _folded() -> NDArray[np.uint32]:
    """Each character that may have a case, casefolded; those that become several stand for themselves."""
    return _single(_changed(str.casefold))


@cache
def _expansions() -> tuple[NDArray[np.uint32], NDArray[np.uint32]]:
    """The characters that casefold to several, in order, and those, padded with 0."""
    several = {point: chars for point, chars in _changed(str.casefold).items() if len(chars) > 1}
    rows = [[*map(ord, chars), 0][:3] for chars in several.values()]
    return np.array(list(several), dtype=np.uint32), np.array(rows, dtype=np.uint32)


@cache
def _lowered() -> NDArray[np.uint32]:
    """Each character that may have a case in lower case; the one that becomes two stands for itself, as no stop word
    has it, and so does sigma, whose form depends on its place.
    """
    return _single(_changed(str.lower))


def _single(changed: dict[int, str]) -> NDArray[np.uint32]:
    """What becomes of each character that may have a case; those that become several stand for themselves."""
    whole = np.arange(UNCASED_FROM, dtype=np.uint32)
    single = {point: ord(chars) for point, chars in changed.items() if len(chars) == 1}
    whole[list(single)] = list(single.values())
    return whole


@cache
def _changed(change: Callable[[str], str]) -> dict[int, str]:
    """What a change of case makes of the characters that it changes, in order; most pages of Unicode have no case."""
    changed: dict[int, str] = {}
    for first in range(0, UNCASED_FROM, PAGE):
        chars = "".join(map(chr, range(first, first + PAGE)))
        if change(chars) != chars:
            changed |= {ord(char): change(char) for char in chars if change(char) != char}
    return changed


def hash_word(word: str) -> int:
    """The hash of a word as the compiled code makes it; never 0."""
    value = 0
    for char in word:
        value = (value * BASE + ord(char) + 1) & MASK
    return value ^ (value >> 29) or 1


@cache
def _table(words: frozenset[str]) -> NDArray[np.uint64]:
    """An open-addressing table of the words' hashes, at most a quarter full; free places are 0."""
    room = 1 << (4 * len(words) + 1).bit_length()
    table = [0] * room
    for value in sorted(map(hash_word, words)):
        place = value & (room - 1)
        while table[place] not in (0, value):
            place = (place + 1) & (room - 1)
        table[place] = value
    return np.array(table, dtype=np.uint64)


@compiled
def _holds(table: Any, value: Any) -> bool:  # pragma: no cover (compiled)
    last = np.uint64(len(table) - 1)
    place = value & last
    while table[place] != _FREE:
        if table[place] == value:
            return True
        place = (place + np.uint64(1)) & last
    return False


@compiled
def _finished(value: Any) -> Any:  # pragma: no cover (compiled)
    value = value ^ (value >> _SHIFT)
    return value if value != _FREE else np.uint64(1)


@compiled
def _words(
    points: Any, starts: Any, classes: Any, folds: Any, several: Any, rows: Any, stop: Any, words: Any, word_starts: Any
) -> None:  # pragma: no cover (compiled)
    """Fill in the hashes of the units' topic words, and where each unit's begin."""
    held: Any = np.int64(0)  # a literal would have all that it is given to compiled twice
    for unit in range(len(starts) - 1):
        begin, end = starts[unit], starts[unit + 1]
        kinds = 0
        for place in range(begin, min(end, begin + OPENING)):
            kinds |= classes[points[place]]
        if kinds & PAIRED:
            held = _pairs(points, begin, end - 1, classes, words, held)
        else:
            held = _spaced(points, begin, end, classes, folds, several, rows, stop, words, held)
        word_starts[unit + 1] = held


@compiled
def _pairs(
    points: Any, begin: int, end: int, classes: Any, words: Any, held: int
) -> int:  # pragma: no cover (compiled)
    """Add the pairs of characters of a unit to the words held: how many are held then."""
    wanted = ALNUM | EASTERN
    for place in range(begin, end - 1):
        one, other = classes[points[place]], classes[points[place + 1]]
        if (one & other & wanted) == wanted and not one & other & KANA:
            value = (np.uint64(points[place]) + np.uint64(1)) * _BASE + np.uint64(points[place + 1]) + np.uint64(1)
            words[held] = _finished(value)
            held += 1
    return held


@compiled
def _spaced(
    points: Any, begin: int, end: int, classes: Any, folds: Any, several: Any, rows: Any, stop: Any, words: Any,
    held: int,
) -> int:  # fmt: skip  # pragma: no cover (compiled)
    """Add the words of a unit, after which a character that is in none stands: how many are held then."""
    place = begin
    while place < end:
        kind = kinds = classes[points[place]]
        start = place
        value = stem = np.uint64(0)
        while kind & LONG:
            value = value * _BASE + np.uint64(folds[points[place]]) + np.uint64(1)
            stem = value if place < start + STEM else stem
            place += 1
            kind = classes[points[place]]
            kinds |= kind
        if kinds & EXPANDED:
            held = _expanded(points, start, place, classes, folds, several, rows, stop, words, held)
        elif place - start >= SHORTEST:
            words[held] = _finished(stem)
            held += not _holds(stop, _finished(value))
        place += 1
    return held


@compiled
def _row(points: Any, point: Any) -> int:  # pragma: no cover (compiled)
    """Where a code point stands in a column: they are few, and numpy's search takes a second and a half to compile."""
    row = 0
    while points[row] != point:
        row += 1
    return row


@compiled
def _expanded(
    points: Any, begin: int, end: int, classes: Any, folds: Any, several: Any, rows: Any, stop: Any, words: Any,
    held: int,
) -> int:  # fmt: skip  # pragma: no cover (compiled)
    """What `_spaced` does with a word in which casefolding makes several characters of one; marks among them end it."""
    length = 0
    value = stem = np.uint64(0)
    for place in range(begin, end + 1):
        point = points[place]
        row = _row(several, point) if classes[point] & EXPANDED else 0
        for column in range(3 if classes[point] & EXPANDED else 1):
            folded = rows[row, column] if classes[point] & EXPANDED else folds[point] if place < end else point
            if folded and place < end and classes[folded] & LONG:
                value = value * _BASE + np.uint64(folded) + np.uint64(1)
                length += 1
                stem = value if length <= STEM else stem
            elif folded:
                words[held] = _finished(stem)
                held += length >= SHORTEST and not _holds(stop, _finished(value))
                length = 0
                value = np.uint64(0)
    return held


@compiled
def _names(
    points: Any, starts: Any, classes: Any, lowered: Any, stop: Any, names: Any, name_starts: Any
) -> None:  # pragma: no cover (compiled)
    """Fill in the hashes of the units' names, and where each unit's begin."""
    held = 0
    for unit in range(len(starts) - 1):
        place, end = starts[unit], starts[unit + 1]
        while place < end:
            start = place
            while classes[points[place]] & PART:
                place += 1
            if place - start >= SHORTEST_NAME and classes[points[start]] & NAMING:
                value = lower = np.uint64(0)
                for letter in range(start, place):
                    point = points[letter]
                    small = lowered[point] if point < UNCASED_FROM else point
                    value = value * _BASE + np.uint64(point) + np.uint64(1)
                    lower = lower * _BASE + np.uint64(small) + np.uint64(1)
                names[held] = _finished(value ^ _NAMED)
                held += not _holds(stop, _finished(lower))
            place += 1
        name_starts[unit + 1] = held


@compiled
def _number(
    words: Any, starts: Any, left_out: Any, keys: Any, numbers: Any, ids: Any, known: int
) -> int:  # pragma: no cover (compiled)
    """Number the words from `known` on, closing up over those left out: how many numbers there are then.

    The starts are made those of the words that are left. -1 when the table is half full: it has to be larger.
    """
    last = np.uint64(len(keys) - 1)
    held = begin = 0
    for unit in range(len(starts) - 1):
        end = starts[unit + 1]
        for word in range(begin, end):
            value = words[word]
            if _holds(left_out, value):
                continue
            place = value & last
            while keys[place] != _FREE and keys[place] != value:
                place = (place + np.uint64(1)) & last
            if keys[place] == _FREE:
                keys[place] = value
                numbers[place] = known
                known += 1
                if 2 * known > len(keys):
                    return -1
            ids[held] = numbers[place]
            held += 1
        begin = end
        starts[unit + 1] = held
    return known
