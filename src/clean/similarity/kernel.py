"""Sketches and overlaps compiled by numba: the same bits as `shingles`, `minhash`, `runs` and `overlap` give by numpy.

Importing numba costs 0.3 s and compiling some seconds once (numba keeps the result beside this file or in the user's
cache folder), so callers come here with tens of megabytes only.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import numba
import numpy as np

from clean.similarity.characters import CODE, EXPANDED, IGNORED, SEPARATOR, UNSPACED, expansions, table
from clean.similarity.minhash import EMPTY, FMIX, VALUES, permutations
from clean.similarity.runs import REACH, SPREAD
from clean.similarity.shingles import BASE, MIX, ORDER_BASES, WEIGHTS, WIDTH

if TYPE_CHECKING:
    from numpy.typing import NDArray

Function = TypeVar("Function", bound=Callable[..., Any])

# Constants of the right width: numba would widen a Python integer, and the product with it.
_BASE = np.uint64(BASE)
_MIX0, _MIX1 = (np.uint64(factor) for factor in MIX)
_WEIGHT0, _WEIGHT1, _WEIGHT2 = (np.uint64(weight) for weight in WEIGHTS)
_ORDER0, _ORDER1 = (np.uint64(base) for base in ORDER_BASES)
_FMIX0, _FMIX1 = (np.uint32(factor) for factor in FMIX)
_SPREAD = np.uint64(SPREAD)
_CODE = np.uint32(CODE)
_UNSPACED, _EXPANDED = np.uint32(UNSPACED), np.uint32(EXPANDED)


def compiled(function: Function) -> Function:
    """The function compiled at its first call, and kept for the next run where a folder for that can be written."""
    try:
        return numba.njit(function, cache=True, nogil=True)  # type: ignore[no-any-return]
    except RuntimeError:  # "no locator available": neither this folder nor a user's cache can be written
        return numba.njit(function, nogil=True)  # type: ignore[no-any-return]


def pack(texts: Sequence[str]) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
    """Texts as one UTF-8 buffer: text i is `buffer[offsets[i]:offsets[i + 1]]`."""
    encoded = [text.encode("utf-8", "surrogatepass") for text in texts]
    offsets = np.zeros(len(texts) + 1, dtype=np.int64)
    np.cumsum([len(text) for text in encoded], out=offsets[1:])
    return np.frombuffer(b"".join(encoded), dtype=np.uint8), offsets


def sketch(
    buffer: NDArray[np.uint8], offsets: NDArray[np.int64], window: int
) -> tuple[NDArray[np.uint32], NDArray[np.uint64], NDArray[np.uint32], NDArray[np.uint32], NDArray[np.int64]]:
    """Signatures, exact keys, lengths in tokens, run keys and their offsets of the texts of a UTF-8 buffer."""
    count = len(offsets) - 1
    signatures = np.full((count, VALUES), EMPTY, dtype=np.uint32)
    exact = np.zeros((count, 2), dtype=np.uint64)
    words = np.zeros(count, dtype=np.uint32)
    runs = np.zeros(len(buffer) + count, dtype=np.uint32)
    run_offsets = np.zeros(count + 1, dtype=np.int64)
    longest = int(np.diff(offsets).max(initial=0)) + 1
    factors, summands = permutations()
    _sketch(
        buffer, offsets, window, table(), *expansions(), factors, summands, np.zeros(longest, dtype=np.uint64),
        np.zeros(longest, dtype=np.uint32), signatures, exact, words, runs, run_offsets,
    )  # fmt: skip
    return signatures, exact, words, runs[: run_offsets[-1]].copy(), run_offsets


def shingle_sets(buffer: NDArray[np.uint8], offsets: NDArray[np.int64]) -> tuple[NDArray[np.uint64], NDArray[np.int64]]:
    """The shingle sets of the texts of a UTF-8 buffer, each sorted and without repeats, and their offsets."""
    hashes = np.zeros(len(buffer) + len(offsets), dtype=np.uint64)
    set_offsets = np.zeros(len(offsets), dtype=np.int64)
    _shingle_sets(buffer, offsets, table(), *expansions(), hashes, set_offsets)
    return hashes[: set_offsets[-1]].copy(), set_offsets


@compiled
def common(
    pairs: NDArray[np.int64], hashes: NDArray[np.uint64], offsets: NDArray[np.int64]
) -> NDArray[np.int64]:  # pragma: no cover (compiled)
    """For each pair of sorted sets: shingles in common, of the first, of the second."""
    counts = np.zeros((len(pairs), 3), dtype=np.int64)
    for row in range(len(pairs)):
        left, left_end = offsets[pairs[row, 0]], offsets[pairs[row, 0] + 1]
        right, right_end = offsets[pairs[row, 1]], offsets[pairs[row, 1] + 1]
        counts[row, 1] = left_end - left
        counts[row, 2] = right_end - right
        both = 0
        while left < left_end and right < right_end:
            one, other = hashes[left], hashes[right]
            both += one == other
            left += one <= other
            right += other <= one
        counts[row, 0] = both
    return counts


@compiled
def _mix(value: Any) -> Any:  # pragma: no cover (compiled)
    value = (value ^ (value >> np.uint64(33))) * _MIX0
    value = (value ^ (value >> np.uint64(33))) * _MIX1
    return value ^ (value >> np.uint64(33))


@compiled
def _fmix(value: Any) -> Any:  # pragma: no cover (compiled)
    value = np.uint32(np.uint32(value ^ (value >> np.uint32(16))) * _FMIX0)
    value = np.uint32(np.uint32(value ^ (value >> np.uint32(13))) * _FMIX1)
    return np.uint32(value ^ (value >> np.uint32(16)))


@compiled
def decode(buffer: Any, place: int) -> Any:  # pragma: no cover (compiled)
    """The code point of a character of two bytes or more, and where the next begins."""
    lead = np.uint32(buffer[place])
    last = np.uint32(63)
    second = np.uint32(buffer[place + 1]) & last
    if lead < 0xE0:
        return ((lead & np.uint32(31)) << np.uint32(6)) | second, place + 2
    third = np.uint32(buffer[place + 2]) & last
    if lead < 0xF0:
        return ((lead & np.uint32(15)) << np.uint32(12)) | (second << np.uint32(6)) | third, place + 3
    fourth = np.uint32(buffer[place + 3]) & last
    high = ((lead & np.uint32(7)) << np.uint32(18)) | (second << np.uint32(12))
    return high | (third << np.uint32(6)) | fourth, place + 4


@compiled
def _code_at(buffer: Any, place: int, codes: Any) -> Any:  # pragma: no cover (compiled)
    """The code of the character at a place, and where the next begins."""
    if buffer[place] < 0x80:
        return codes[buffer[place]], place + 1
    point, following = decode(buffer, place)
    return codes[point], following


@compiled
def _expand(word: Any, point: Any, points: Any, rows: Any) -> Any:  # pragma: no cover (compiled)
    """The polynomial of a word that goes on with what a character folds to."""
    row = 0
    while points[row] != point:  # they are a hundred, and rare; numpy's search takes a second and a half to compile
        row += 1
    for column in range(3):
        if rows[row, column] != IGNORED:
            word = word * _BASE + np.uint64(rows[row, column])
    return word


@compiled
def _unspaced(
    buffer: Any, place: int, end: int, codes: Any, tokens: Any, count: int
) -> Any:  # pragma: no cover (compiled)
    """Add the tokens, not mixed yet, of the run of characters from a place on: how many there are, where it ends."""
    older = newer = np.uint64(0)
    chars = 0
    while place < end:
        code, following = _code_at(buffer, place, codes)
        if code != IGNORED and not code & _UNSPACED:
            break
        place = following
        if code == IGNORED:
            continue
        char = np.uint64(code & _CODE)
        if chars > 1:
            tokens[count] = (older * _BASE + newer) * _BASE + char
            count += 1
        older, newer = newer, char
        chars += 1
    if chars > 1:
        tokens[count] = older * _BASE + newer
        count += 1
    tokens[count] = newer
    return count + 1, place


@compiled
def _tokens(
    buffer: Any, place: int, end: int, codes: Any, points: Any, rows: Any, tokens: Any
) -> int:  # pragma: no cover (compiled)
    """Fill in the token hashes of one text: how many there are.

    The word so far is written at every character and counted where it ends: without a branch that the processor would
    guess wrong twice a word, this runs five times as fast.
    """
    count = in_word = 0
    word = np.uint64(0)
    while place < end:
        start = place
        if buffer[place] < 0x80:
            code = codes[buffer[place]]
            place += 1
        else:
            point, place = decode(buffer, place)
            code = codes[point]
            if code == IGNORED:
                continue
            if code & _EXPANDED:
                word, in_word = _expand(word, point, points, rows), 1
                continue
            if code & _UNSPACED:
                tokens[count] = word
                count, place = _unspaced(buffer, start, end, codes, tokens, count + in_word)
                word, in_word = np.uint64(0), 0
                continue
        letter = int(code != SEPARATOR)
        tokens[count] = word
        count += in_word & (1 - letter)
        in_word = letter
        word = word * _BASE + np.uint64(code) if letter else np.uint64(0)
    tokens[count] = word
    count += in_word
    for token in range(count):
        tokens[token] = _mix(tokens[token])
    return count


@compiled
def _shingles(tokens: Any, count: int) -> int:  # pragma: no cover (compiled)
    """Turn the tokens of a text into its shingles, in place: how many there are."""
    if count == 0:
        return 0
    if count < 3:
        second = tokens[1] if count == 2 else np.uint64(0)
        tokens[0] = _mix(tokens[0] * _WEIGHT0 + second * _WEIGHT1)
        return 1
    for place in range(count - 2):
        weighed = tokens[place] * _WEIGHT0 + tokens[place + 1] * _WEIGHT1 + tokens[place + 2] * _WEIGHT2
        tokens[place] = _mix(weighed)
    return count - 2


@compiled
def _minima(hashes: Any, count: int, factors: Any, summands: Any, least: Any) -> None:  # pragma: no cover (compiled)
    """Lower the values of a signature to the minima over mixed 32-bit hashes, four at a time to stay in registers."""
    whole = count // 4 * 4
    for place in range(0, whole, 4):
        first, second, third, fourth = hashes[place], hashes[place + 1], hashes[place + 2], hashes[place + 3]
        for k in range(len(least)):
            one = min(np.uint32(factors[k] * first + summands[k]), np.uint32(factors[k] * second + summands[k]))
            two = min(np.uint32(factors[k] * third + summands[k]), np.uint32(factors[k] * fourth + summands[k]))
            least[k] = min(least[k], one, two)
    for place in range(whole, count):
        for k in range(len(least)):
            least[k] = min(least[k], np.uint32(factors[k] * hashes[place] + summands[k]))


@compiled
def _runs(shingles: Any, count: int) -> int:  # pragma: no cover (compiled)
    """Turn the shingles of a text into the hashes of its runs, in place: how many there are."""
    zero = np.uint64(0)
    for place in range(max(count - REACH, min(count, 1))):
        second = shingles[place + WIDTH] if place + WIDTH < count else zero
        third = shingles[place + REACH] if place + REACH < count else zero
        shingles[place] = _mix(shingles[place] * _WEIGHT0 + second * _WEIGHT1 + third * _WEIGHT2)
    return max(count - REACH, min(count, 1))


@compiled
def _run_keys(hashes: Any, count: int, window: int, runs: Any, held: int) -> int:  # pragma: no cover (compiled)
    """Add the run keys of a text to those held: how many are held then."""
    at = -1  # where the least of the window stands
    before = np.uint64(0)
    for place in range(max(count - window + 1, min(count, 1))):
        last = min(place + window, count)
        if at < place:
            at = place
            for other in range(place + 1, last):
                at = other if hashes[other] < hashes[at] else at
        elif hashes[last - 1] < hashes[at]:
            at = last - 1
        if place == 0 or hashes[at] != before:
            before = hashes[at]
            runs[held] = np.uint32((before * _SPREAD) >> np.uint64(32))
            held += 1
    return held


@compiled
def _sketch(
    buffer: Any, offsets: Any, window: int, codes: Any, points: Any, rows: Any, factors: Any, summands: Any,
    tokens: Any, mixed: Any, signatures: Any, exact: Any, words: Any, runs: Any, run_offsets: Any,
) -> None:  # fmt: skip  # pragma: no cover (compiled)
    """Fill in the columns of `sketch`; `tokens` and `mixed` are room for the hashes of one text."""
    held: Any = np.int64(0)  # a literal would have all that it is given to compiled twice
    for text in range(len(offsets) - 1):
        count = _tokens(buffer, offsets[text], offsets[text + 1], codes, points, rows, tokens)
        words[text] = count
        for place in range(count):
            exact[text, 0] = exact[text, 0] * _ORDER0 + tokens[place]
            exact[text, 1] = exact[text, 1] * _ORDER1 + tokens[place]
        count = _shingles(tokens, count)
        for place in range(count):
            mixed[place] = _fmix(np.uint32(tokens[place] >> np.uint64(32)))
        _minima(mixed, count, factors, summands, signatures[text])
        held = _run_keys(tokens, _runs(tokens, count), window, runs, held)
        run_offsets[text + 1] = held


@compiled
def _shingle_sets(
    buffer: Any, offsets: Any, codes: Any, points: Any, rows: Any, hashes: Any, set_offsets: Any
) -> None:  # pragma: no cover (compiled)
    """Fill in the columns of `shingle_sets`."""
    held = 0
    for text in range(len(offsets) - 1):
        room = hashes[held:]
        count = _tokens(buffer, offsets[text], offsets[text + 1], codes, points, rows, room)
        room = room[: _shingles(room, count)]
        room.sort()
        for place in range(len(room)):
            if place == 0 or room[place] != hashes[held - 1]:
                hashes[held] = room[place]
                held += 1
        set_offsets[text + 1] = held
