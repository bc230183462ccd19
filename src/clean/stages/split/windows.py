"""The counts of `counts.py` for all gaps of a block at once, compiled by numba: the same numbers.

Units are cut into words as `news/words.py` does it. A word is a 64-bit hash, and in the block a number. Importing numba
costs 0.3 s and compiling some seconds once (see `similarity/kernel.py`), so callers come here with tens of megabytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np

from clean.news.stopwords import STOPWORDS
from clean.news.words import UNSPACED
from clean.similarity.kernel import compiled
from clean.stages.split.counts import OFTEN, Counts, Place
from clean.stages.split.lexical import NARROW, TOPICAL, WIDE

if TYPE_CHECKING:
    from numpy.typing import NDArray

ALNUM, UPPER, PAIRED, KANA, EASTERN = 1, 2, 4, 8, 16  # what a character is, see `_classes`
STEM, SHORTEST, SHORTEST_NAME = 6, 4, 3  # letters, as in `news/words.py`
UNCASED_FROM = 0x20000  # no character from here on has a case (Unicode 15: the last are Adlam's, 1E943)
OPENING = 40  # characters that tell whether a unit's script has blanks between words
BASE = 0x9E3779B97F4A7C15  # odd, of no pattern (2**64 / golden ratio)
NAMED = 0xD1B54A32D192ED03  # so that a name is another word than the same letters as a topic
MASK = (1 << 64) - 1

_BASE, _NAMED, _SHIFT, _FREE = np.uint64(BASE), np.uint64(NAMED), np.uint64(29), np.uint64(0)


def count_all(
    texts: Sequence[str], sizes: Sequence[int], places: Sequence[Place], common: frozenset[str]
) -> list[Counts]:
    """The counts at these gaps between units of these texts and sizes."""
    if not places:
        return []
    ids, starts, names, name_starts, known = _numbered(texts, common)
    rows = np.array(places, dtype=np.int64)
    counts = np.zeros((len(places), len(Counts._fields)), dtype=np.int64)
    _count(rows, np.array(sizes, dtype=np.int64), ids, starts, names, name_starts, known, counts)
    return [Counts(*row) for row in counts.tolist()]


def _numbered(texts: Sequence[str], common: frozenset[str]) -> tuple[Any, Any, Any, Any, int]:
    """Words and names of each unit as numbers with their offsets, and how many numbers there are."""
    raw, raw_starts = _points(texts)
    joined = "\n".join(texts)
    folded = joined.casefold()
    if len(folded) == len(joined):
        points, starts = _encoded(folded), raw_starts
    else:
        points, starts = _points([text.casefold() for text in texts])
    words = np.empty(len(points) + len(raw), dtype=np.uint64)
    word_starts = np.zeros(len(texts) + 1, dtype=np.int64)
    classes = _classes()
    _words(raw, raw_starts, points, starts, classes, _table(STOPWORDS), words, word_starts)
    names = np.empty(len(raw) // SHORTEST_NAME + 1, dtype=np.uint64)
    name_starts = np.zeros(len(texts) + 1, dtype=np.int64)
    _names(raw, raw_starts, classes, _lowered(), _table(STOPWORDS), names, name_starts)
    words, names = words[: word_starts[-1]], names[: name_starts[-1]]
    ids, name_ids = np.empty(len(words), dtype=np.int32), np.empty(len(names), dtype=np.int32)
    room = 1 << (2 * (len(words) + len(names)) + 1).bit_length()
    keys, numbers = np.zeros(room, dtype=np.uint64), np.zeros(room, dtype=np.int32)
    known = _number(words, word_starts, _table(common), keys, numbers, ids, 0)
    known = _number(names, name_starts, _table(frozenset()), keys, numbers, name_ids, known)
    return ids, word_starts, name_ids, name_starts, known


def _points(texts: Sequence[str]) -> tuple[NDArray[np.uint32], NDArray[np.int64]]:
    """The code points of texts in one column, a line feed after each, and where each begins."""
    starts = np.zeros(len(texts) + 1, dtype=np.int64)
    np.cumsum([len(text) + 1 for text in texts], out=starts[1:])
    return _encoded("\n".join(texts)), starts


def _encoded(text: str) -> NDArray[np.uint32]:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass") + b"\n\0\0\0", dtype="<u4")


@cache
def _classes() -> NDArray[np.uint8]:
    """What each character is."""
    whole = np.zeros(0x110000, dtype=np.uint8)
    points = range(0x110000)
    whole[[point for point in points if chr(point).isalnum()]] |= ALNUM
    whole[[point for point in points if chr(point).isupper()]] |= UPPER
    whole[[point for point in points if UNSPACED.match(chr(point))]] |= PAIRED
    whole[ord("ぁ") : ord("ん") + 1] |= KANA
    whole[0x2E81:] |= EASTERN
    return whole


@cache
def _lowered() -> NDArray[np.uint32]:
    """Each character that may have a case in lower case; the one that becomes two stands for itself, as no stop word
    has it, and so does sigma, whose form depends on its place."""
    lower = [chr(point).lower() for point in range(UNCASED_FROM)]
    return np.array([ord(char) if len(char) == 1 else point for point, char in enumerate(lower)], dtype=np.uint32)


def hash_word(word: str) -> int:
    """The hash of a word as the compiled code makes it; never 0."""
    value = 0
    for char in word:
        value = (value * BASE + ord(char) + 1) & MASK
    return value ^ (value >> 29) or 1


@cache
def _table(words: frozenset[str]) -> NDArray[np.uint64]:
    """An open-addressing table of the words' hashes, at most half full; free places are 0."""
    room = 1 << (2 * len(words) + 1).bit_length()
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
    raw: Any, raw_starts: Any, folded: Any, starts: Any, classes: Any, stop: Any, words: Any, word_starts: Any
) -> None:  # pragma: no cover (compiled)
    """Fill in the hashes of the units' topic words, and where each unit's begin."""
    held = 0
    for unit in range(len(starts) - 1):
        begin, end = raw_starts[unit], raw_starts[unit + 1] - 1
        paired = False
        for place in range(begin, min(end, begin + OPENING)):
            paired |= (classes[raw[place]] & PAIRED) != 0
        if paired:
            held = _pairs(raw, begin, end, classes, words, held)
        else:
            held = _spaced(folded, starts[unit], starts[unit + 1], classes, stop, words, held)
        word_starts[unit + 1] = held


@compiled
def _pairs(points: Any, begin: int, end: int, classes: Any, words: Any, held: int) -> int:  # pragma: no cover (compiled)
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
    points: Any, begin: int, end: int, classes: Any, stop: Any, words: Any, held: int
) -> int:  # pragma: no cover (compiled)
    """Add the words of a unit, after which a character that is in none stands: how many are held then."""
    length = 0
    value = stem = np.uint64(0)
    for place in range(begin, end):
        if classes[points[place]] & ALNUM:
            value = value * _BASE + np.uint64(points[place]) + np.uint64(1)
            length += 1
            stem = value if length <= STEM else stem
            continue
        if length >= SHORTEST and not _holds(stop, _finished(value)):
            words[held] = _finished(stem)
            held += 1
        length = 0
        value = np.uint64(0)
    return held


@compiled
def _names(
    points: Any, starts: Any, classes: Any, lowered: Any, stop: Any, names: Any, name_starts: Any
) -> None:  # pragma: no cover (compiled)
    """Fill in the hashes of the units' names, and where each unit's begin."""
    held = length = 0
    value = lower = np.uint64(0)
    upper = False
    for unit in range(len(starts) - 1):
        for place in range(starts[unit], starts[unit + 1]):
            point = points[place]
            kind = classes[point]
            if kind & ALNUM:
                upper = (kind & UPPER) != 0 if length == 0 else upper
                length += 1
                if upper:
                    value = value * _BASE + np.uint64(point) + np.uint64(1)
                    small = lowered[point] if point < UNCASED_FROM else point
                    lower = lower * _BASE + np.uint64(small) + np.uint64(1)
                continue
            if upper and length >= SHORTEST_NAME and not _holds(stop, _finished(lower)):
                names[held] = _finished(value ^ _NAMED)
                held += 1
            length = 0
            value = lower = np.uint64(0)
            upper = False
        name_starts[unit + 1] = held


@compiled
def _number(
    words: Any, starts: Any, left_out: Any, keys: Any, numbers: Any, ids: Any, known: int
) -> int:  # pragma: no cover (compiled)
    """Number the words from `known` on, closing up over those left out: how many numbers there are then."""
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
            ids[held] = numbers[place]
            held += 1
        begin = end
        starts[unit + 1] = held
    return known


@compiled
def _before(sizes: Any, gap: int, low: int, letters: int) -> int:  # pragma: no cover (compiled)
    """Where the units before a gap begin that hold so many letters: `lexical.before`."""
    held = 0
    while gap > low and held < letters:
        gap -= 1
        held += sizes[gap]
    return gap


@compiled
def _after(sizes: Any, start: int, high: int, letters: int) -> int:  # pragma: no cover (compiled)
    """Where the units from a start on end that hold so many letters: `lexical.after`."""
    held = 0
    while start < high and held < letters:
        held += sizes[start]
        start += 1
    return start


BEFORE, AFTER, OWN, STORY = 1, 2, 4, 8  # where a word was seen: near before and after the gap, in a headline, a story


@compiled
def _flag(ids: Any, begin: int, end: int, flag: int, seen: Any) -> int:  # pragma: no cover (compiled)
    """Flag the words; how many different ones there are that had no such flag."""
    fresh = 0
    for place in range(begin, end):
        flags = seen[ids[place]]
        fresh += (flags & flag) == 0
        seen[ids[place]] = flags | flag
    return fresh


@compiled
def _unflag(ids: Any, begin: int, end: int, flag: int, seen: Any) -> None:  # pragma: no cover (compiled)
    for place in range(begin, end):
        seen[ids[place]] &= ~flag


@compiled
def _both(ids: Any, begin: int, end: int, one: int, other: int, seen: Any) -> int:  # pragma: no cover (compiled)
    """How many different words have either flag; the first is taken from them, so that each counts once."""
    both = 0
    for place in range(begin, end):
        flags = seen[ids[place]]
        both += (flags & (one | other)) == (one | other)
        seen[ids[place]] = flags & ~one
    return both
