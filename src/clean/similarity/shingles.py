"""Texts to shingles: sets of 64-bit hashes of three tokens in a row, for many texts at once.

A token is a word (casefolded, punctuation-free; see `characters`) or, in a script without spaces, a window of up to
three characters that starts at each of its characters, so that a shingle spans five characters there. A text of one
or two tokens is one shingle; a text without tokens has none.

The hashes are fixed, here and in `kernel`, which computes the same bits:

* a token is the polynomial of its code points to the base `BASE` modulo 2**64, then mixed by `mix`;
* a shingle is `mix(t0 * WEIGHTS[0] + t1 * WEIGHTS[1] + t2 * WEIGHTS[2])` over its tokens, 0 for those missing;
* MinHash takes the upper 32 bits of a shingle.

`mix` is the finaliser of MurmurHash3 (Austin Appleby, public domain).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from clean.similarity.characters import IGNORED, SEPARATOR, UNSPACED, codes

if TYPE_CHECKING:
    from numpy.typing import NDArray

Number = TypeVar("Number", np.int32, np.uint32, np.int64, np.uint64)

WIDTH = 3  # tokens in a shingle; DESIGN 5: word 3-grams. The code below is written for three.
BASE = 0x9E3779B97F4A7C15  # 2**64 / golden ratio, odd and so invertible
BASE_INVERSE = pow(BASE, -1, 1 << 64)
WEIGHTS = (0xBF58476D1CE4E5B9, 0x94D049BB133111EB, 0xD6E8FEB86659FD93)  # odd, from splitmix64 and rrmxmx
MIX = (0xFF51AFD7ED558CCD, 0xC4CEB9FE1A85EC53)
ORDER_BASES = (0xA0761D6478BD642F, 0xE7037ED1A0B428DB)  # odd, from wyhash: bases of the two halves of the exact key


@dataclass(frozen=True, slots=True)
class Tokens:
    """Token hashes of some texts: text i has `hashes[offsets[i]:offsets[i + 1]]`."""

    hashes: NDArray[np.uint64]
    offsets: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Shingles:
    """Shingle hashes of some texts, in text order and with repeats: text i has `hashes[offsets[i]:offsets[i + 1]]`."""

    hashes: NDArray[np.uint64]
    offsets: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.offsets) - 1


def mix(values: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """The 64-bit finaliser of MurmurHash3: a bijection that spreads every bit over all."""
    values = (values ^ (values >> np.uint64(33))) * np.uint64(MIX[0])
    values = (values ^ (values >> np.uint64(33))) * np.uint64(MIX[1])
    return values ^ (values >> np.uint64(33))


def tokens(texts: Sequence[str]) -> Tokens:
    """The token hashes of texts."""
    folded = [text.casefold() for text in texts]
    starts = np.zeros(len(folded) + 1, dtype=np.int64)
    np.cumsum([len(text) + 1 for text in folded], out=starts[1:])
    joined = ("\n".join(folded) + "\n\n\n").encode("utf-32-le", "surrogatepass")
    coded = codes(np.frombuffer(joined, dtype=np.uint32))
    ignored = coded == IGNORED
    if ignored.any():
        starts -= np.concatenate(([0], np.cumsum(ignored)))[starts]
        coded = coded[~ignored]
    first, end = _token_spans(coded)
    return Tokens(_polynomials(coded, first, end), np.searchsorted(first, starts).astype(np.int64))


def _token_spans(coded: NDArray[np.uint32]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Start and end of each token in coded characters, whose last three are separators."""
    unspaced = (coded & np.uint32(UNSPACED)) != 0
    word = (coded != SEPARATOR) & ~unspaced
    opens = word.copy()
    opens[1:] &= ~word[:-1]
    closes = word.copy()
    closes[:-1] &= ~word[1:]
    first = np.flatnonzero(opens | unspaced)
    end = np.empty(len(first), dtype=np.int64)
    of_word = opens[first]
    end[of_word] = np.flatnonzero(closes) + 1
    alone = first[~of_word]
    second = unspaced[alone + 1]
    end[~of_word] = alone + 1 + second + (second & unspaced[alone + 2])
    return first, end


def _polynomials(coded: NDArray[np.uint32], first: NDArray[np.int64], end: NDArray[np.int64]) -> NDArray[np.uint64]:
    """Mixed polynomial of each span, by differences of prefix sums, as the base has an inverse modulo 2**64."""
    size = 1 << len(coded).bit_length()
    inverse, power = powers(BASE_INVERSE, size), powers(BASE, size)
    sums = np.zeros(len(coded) + 1, dtype=np.uint64)
    np.cumsum((coded & np.uint32(UNSPACED - 1)) * inverse[: len(coded)], out=sums[1:])
    return mix((sums[end] - sums[first]) * power[end - 1])


@lru_cache(maxsize=8)
def powers(base: int, size: int) -> NDArray[np.uint64]:
    """The first `size` powers of a base modulo 2**64; kept, as texts come in pieces of one size."""
    power = np.full(size, base, dtype=np.uint64)
    power[0] = 1
    np.multiply.accumulate(power, out=power)
    power.flags.writeable = False
    return power


def shingles(of: Tokens) -> Shingles:
    """The shingle hashes of tokenised texts."""
    counts = np.diff(of.offsets)
    left = np.repeat(of.offsets[1:], counts) - np.arange(len(of.hashes))  # tokens from here to the end of the text
    padded = np.concatenate((of.hashes, np.zeros(WIDTH - 1, dtype=np.uint64)))
    second = np.where(left > 1, padded[1:-1], np.uint64(0))
    third = np.where(left > 2, padded[2:], np.uint64(0))
    weights = [np.uint64(weight) for weight in WEIGHTS]
    every = mix((of.hashes * weights[0] + second * weights[1] + third * weights[2]).astype(np.uint64, copy=False))
    whole = left >= WIDTH
    short = of.offsets[:-1][(counts > 0) & (counts < WIDTH)]
    whole[short] = True
    offsets = np.zeros_like(of.offsets)
    np.cumsum(np.where(counts > WIDTH, counts - WIDTH + 1, np.minimum(counts, 1)), out=offsets[1:])
    return Shingles(every[whole], offsets)


def exact_keys(of: Tokens) -> NDArray[np.uint64]:
    """A 128-bit key, uint64[n, 2], of each text's token sequence; equal for equal folded texts."""
    counts = np.diff(of.offsets)
    left = np.repeat(of.offsets[1:], counts) - np.arange(len(of.hashes)) - 1
    keys = np.zeros((len(counts), 2), dtype=np.uint64)
    filled = counts > 0
    for half, base in enumerate(ORDER_BASES):
        power = powers(base, 1 << int(counts.max(initial=0)).bit_length())
        if filled.any():
            keys[filled, half] = np.add.reduceat(of.hashes * power[left], of.offsets[:-1][filled])
    return keys


def sets(of: Shingles) -> list[NDArray[np.uint64]]:
    """The shingle set of each text, as a sorted array without repeats."""
    return [distinct(of.hashes[of.offsets[i] : of.offsets[i + 1]]) for i in range(len(of))]


def distinct(values: NDArray[Number]) -> NDArray[Number]:
    """Values in order, each once; several times as fast as `np.unique`, which hashes."""
    values = np.sort(values)
    first = np.ones(len(values), dtype=bool)
    first[1:] = values[1:] != values[:-1]
    return values[first]
