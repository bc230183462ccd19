"""The words of units as numbers, compiled by numba: cut as `news/words.py` does it in Python, and numbered.

A word is a 64-bit hash, by which equal ones get the same number. For what compiled code costs see
`similarity/kernel.py`.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np

from clean.news.stopwords import STOPWORDS
from clean.news.words import RUN, STEM
from clean.similarity.kernel import compiled, decode
from clean.stages.split.cohesion.characters import (
    EXPANDED,
    KANA,
    LONG,
    OPENS,
    PAIRS,
    RUNS,
    TONED,
    UNCASED_FROM,
    classes,
    expansions,
    folded,
)
from clean.stages.split.cohesion.lexical import Weights

if TYPE_CHECKING:
    from numpy.typing import NDArray

SHORTEST = 4  # letters, as in `news/words.py`
OPENING = 40  # characters that tell whether a unit's script has blanks between words
BASE = 0x9E3779B97F4A7C15  # odd, of no pattern (2**64 / golden ratio)
MASK = (1 << 64) - 1
SOURCES = 8  # whose words are kept as tables: files are worked one after the other, the blocks of each in turn
ROOM = 1 << 17
"""Places of a table, of which half may be taken: 2 MB of one newspaper in English have 14,000 different words, made-up
text 35,000. What does not fit is read again with a larger one; this one is in the cache still."""

_BASE, _SHIFT, _FREE = np.uint64(BASE), np.uint64(29), np.uint64(0)
_FOLDS = np.uint32(UNCASED_FROM - 1)


def numbered(data: Any, begins: Any, ends: Any, weights: Weights) -> tuple[Any, Any, Any]:
    """The words of each unit as numbers with their offsets, but for common ones, and what the word of each number
    weighs.

    Unit k is the UTF-8 in `data[begins[k] : ends[k]]`, the last byte of which is a line feed.
    """
    room = ROOM
    while (found := _in_room(data, begins, ends, weights, room)) is None:
        room *= 8
    return found


def _in_room(data: Any, begins: Any, ends: Any, weights: Weights, room: int) -> tuple[Any, Any, Any] | None:
    """What `numbered` gives, with a table of so many places; None where that is too small."""
    keys, numbers = np.zeros(room, dtype=np.uint64), np.zeros(room, dtype=np.int32)
    # A word has four letters and an end, a pair of characters six bytes, of syllables two more than the one before.
    ids = np.empty(len(data) * 3 // 4 + 2, dtype=np.int32)
    words = np.empty((2, int((ends - begins).max(initial=0)) + 2), dtype=np.uint64)  # and those of one unit
    starts = np.zeros(len(begins) + 1, dtype=np.int64)
    tables = classes(), folded(), *expansions(), _table(STOPWORDS), _table(weights.common)
    known = _words(data, begins, ends, *tables, words, keys, numbers, ids, starts)
    if known < 0:
        return None
    weight = np.full(known, weights.rare, dtype=np.int64)
    _weigh(*_told(weights.told), keys, numbers, weight)
    return ids, starts, weight


@lru_cache(maxsize=SOURCES)
def _told(told: frozenset[tuple[str, int]]) -> tuple[NDArray[np.uint64], NDArray[np.int64]]:
    """Words as hashes, and what they weigh."""
    hashes = [hash_word(word) for word, _ in told]
    return np.array(hashes, dtype=np.uint64), np.array([weight for _, weight in told], dtype=np.int64)


def hash_word(word: str) -> int:
    """The hash of a word as the compiled code makes it; never 0."""
    value = 0
    for char in word:
        value = (value * BASE + ord(char) + 1) & MASK
    return value ^ (value >> 29) or 1


@lru_cache(maxsize=SOURCES)
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
def _place(table: Any, value: Any) -> Any:  # pragma: no cover (compiled)
    """Where a value stands in a table, or the free place where it belongs."""
    last = np.uint64(len(table) - 1)
    place = value & last
    while table[place] != _FREE and table[place] != value:
        place = (place + np.uint64(1)) & last
    return place


@compiled
def _finished(value: Any) -> Any:  # pragma: no cover (compiled)
    value = value ^ (value >> _SHIFT)
    return value if value != _FREE else np.uint64(1)


@compiled
def _point(data: Any, place: int) -> Any:  # pragma: no cover (compiled)
    """The code point at a place, and where the next begins."""
    if data[place] < 0x80:
        return np.uint32(data[place]), place + 1
    return decode(data, place)


@compiled
def _words(
    data: Any, begins: Any, ends: Any, classes: Any, folds: Any, several: Any, rows: Any, stop: Any, left_out: Any,
    words: Any, keys: Any, numbers: Any, ids: Any, starts: Any,
) -> Any:  # fmt: skip  # pragma: no cover (compiled)
    """Fill in the numbers of the units' topic words, and where each unit's begin: how many different words there are.
    -1 when the table is half full: it has to be larger.
    """
    held: Any = np.int64(0)  # a literal would have all that it is given to compiled twice
    known = held
    for unit in range(len(begins)):
        kinds = _kinds(data, begins[unit], ends[unit], classes)
        if kinds & RUNS:
            count = _runs(data, begins[unit], ends[unit], classes, words)
        elif kinds & OPENS:
            count = _pairs(data, begins[unit], ends[unit], classes, words)
        else:
            count = _spaced(data, begins[unit], ends[unit], classes, folds, several, rows, words)
        if kinds & (OPENS | RUNS | TONED) == TONED:
            table = classes, folds, several, rows, stop
            count = _syllables(data, begins[unit], ends[unit], *table, words, count)
        held, known = _number(words, count, stop, left_out, keys, numbers, ids, held, known)
        if 2 * known > len(keys):
            return -1
        starts[unit + 1] = held
    return known


@compiled
def _kinds(data: Any, begin: int, end: int, classes: Any) -> Any:  # pragma: no cover (compiled)
    """What the characters of a unit's opening are, which tells how its words are written."""
    kinds, chars, place = 0, 0, begin
    while place < end and chars < OPENING:
        point, place = _point(data, place)
        kinds |= classes[point]
        chars += 1
    return kinds


@compiled
def _pairs(data: Any, begin: int, end: int, classes: Any, words: Any) -> int:  # pragma: no cover (compiled)
    """Fill in the pairs of characters of a unit, stop words among them still: how many there are."""
    held = 0
    other, place = _point(data, begin)
    while place < end:
        one = other
        other, place = _point(data, place)
        kinds = classes[one] & classes[other]
        if kinds & PAIRS and not kinds & KANA:
            value = (np.uint64(one) + np.uint64(1)) * _BASE + np.uint64(other) + np.uint64(1)
            words[0, held], words[1, held] = value, value
            held += 1
    return held


@compiled
def _runs(data: Any, begin: int, end: int, classes: Any, words: Any) -> int:  # pragma: no cover (compiled)
    """Fill in the runs of letters of a unit, stop words among them still: how many there are."""
    last = np.zeros(RUN, dtype=np.uint64)
    held, length, place = 0, 0, begin
    while place < end:
        point, place = _point(data, place)
        if not classes[point] & RUNS:
            length = 0
            continue
        last[:-1] = last[1:]
        last[-1] = np.uint64(point) + np.uint64(1)
        length += 1
        if length >= RUN:
            value = np.uint64(0)
            for letter in last:
                value = value * _BASE + letter
            words[0, held], words[1, held] = value, value
            held += 1
    return held


@compiled
def _spaced(
    data: Any, begin: int, end: int, classes: Any, folds: Any, several: Any, rows: Any, words: Any
) -> Any:  # pragma: no cover (compiled)
    """Fill in the topic words of a unit, stop words among them still: how many there are.

    Of a word the first row has the hash of its stem, the second that of the whole, for stop words.
    """
    value = stem = np.uint64(0)
    length: Any = np.int64(0)
    held, place = length, begin
    while place < end:
        point, place = _point(data, place)
        kind = classes[point]
        if kind & EXPANDED:
            row = _row(several, point)
            for column in range(3):
                letter = rows[row, column]
                if letter:
                    value, stem, length, held = _grown(value, stem, length, letter, classes[letter], words, held)
        else:
            value, stem, length, held = _grown(value, stem, length, folds[point & _FOLDS], kind, words, held)
    return held


@compiled
def _grown(
    value: Any, stem: Any, length: Any, letter: Any, kind: int, words: Any, held: Any
) -> Any:  # pragma: no cover (compiled)
    """A word (hash, hash of its stem, letters) with one more letter, or begun anew where a character is none, and how
    many words are held then.

    What was found so far is written at every character and counted where it ends, as `similarity/kernel.py` does it:
    with a branch that the processor would guess wrong at both ends of a word this takes half as long again.
    """
    long = np.int64(kind & LONG)  # the lowest bit
    words[0, held], words[1, held] = stem, value
    held += (1 - long) & np.int64(length >= SHORTEST)
    value = (value * _BASE + np.uint64(letter) + np.uint64(1)) & np.uint64(-long)
    length = (length + 1) & -long
    return value, value if length <= STEM else stem, length, held


@compiled
def _syllables(
    data: Any, begin: int, end: int, classes: Any, folds: Any, several: Any, rows: Any, stop: Any, words: Any, held: Any
) -> Any:  # pragma: no cover (compiled)
    """Fill in the pairs of syllables of a unit, without stop words, behind so many words: how many there are then."""
    state = np.zeros(4, dtype=np.uint64)  # hashes of a syllable, and of the pair; letters, whether the pair is one
    place = begin
    while place < end:
        point, place = _point(data, place)
        if classes[point] & EXPANDED:
            row = _row(several, point)
            for column in range(3):
                letter = rows[row, column]
                if letter:
                    held = _paired(state, letter, classes[letter], stop, words, held)
        else:
            held = _paired(state, folds[point & _FOLDS], classes[point], stop, words, held)
    return held


@compiled
def _paired(state: Any, letter: Any, kind: int, stop: Any, words: Any, held: Any) -> Any:  # pragma: no cover (compiled)
    """A syllable with one more letter, or ended where a character is none: how many words are held then."""
    one = np.uint64(1)
    if kind & LONG:
        state[0] = state[0] * _BASE + np.uint64(letter) + one
        state[1] = state[1] * _BASE + np.uint64(letter) + one
        state[2] = one
        return held
    whole = _finished(state[0])
    told = state[2] == one and stop[_place(stop, whole)] != whole
    if told and state[3] == one:
        words[0, held] = words[1, held] = state[1]
        held += 1
    blank = np.uint64(letter) == np.uint64(32)
    state[1] = state[0] * _BASE + np.uint64(33)
    state[3] = one if told and blank else np.uint64(0)
    state[0] = state[2] = np.uint64(0)
    return held


@compiled
def _row(points: Any, point: Any) -> int:  # pragma: no cover (compiled)
    """Where a code point stands in a column: they are few, and numpy's search takes a second and a half to compile."""
    row = 0
    while points[row] != point:
        row += 1
    return row


@compiled
def _number(
    words: Any, count: int, stop: Any, left_out: Any, keys: Any, numbers: Any, ids: Any, held: Any, known: Any
) -> Any:  # pragma: no cover (compiled)
    """Number so many words, but for stop words and those left out: how many words and how many numbers there are then.

    No more are added than leave half of the table free.
    """
    for word in range(count):
        value, whole = _finished(words[0, word]), _finished(words[1, word])
        if stop[_place(stop, whole)] == whole or left_out[_place(left_out, value)] == value:
            continue
        place = _place(keys, value)
        if keys[place] == _FREE:
            if 2 * known > len(keys):
                break
            keys[place] = value
            numbers[place] = known
            known += 1
        ids[held] = numbers[place]
        held += 1
    return held, known


@compiled
def _weigh(hashes: Any, weights: Any, keys: Any, numbers: Any, weight: Any) -> None:  # pragma: no cover (compiled)
    """Fill in what words of these hashes weigh, where they are numbered."""
    for word in range(len(hashes)):
        place = _place(keys, hashes[word])
        if keys[place] != _FREE:
            weight[numbers[place]] = weights[word]
