"""Which articles are compilations: news in brief, an evening's summary, a page that was cut too late.

Such an article holds two stories or more that are articles of their own. It is no version of any of them, so none goes
for it; and it says nothing of its own where every run of words of it stands in one of them.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from clean.settings import Dedupe
from clean.similarity.overlap import containment, overlaps
from clean.similarity.shingles import WIDTH, shingles, tokens
from clean.stages.dedupe.leads import fold

if TYPE_CHECKING:
    from numpy.typing import NDArray

# Share of the smaller of two bodies from which they are cuts of one story: a sentence of ten. Two stories of a day
# share a formula or a sign-off, some runs of three words.
APART = 0.1
# Headlines of which two are looked for that are of two stories: of a day's page the first few tell.
HEADLINES = 16


class Part(NamedTuple):
    """An article, numbered by rank, that stands in a longer one: its distinct shingles, the share that it holds."""

    article: int
    size: int
    share: float


class Bodies(NamedTuple):
    """What is asked of articles, numbered by rank: words, text, and the headline without marks of versions."""

    words: NDArray[np.uint32]
    text: Callable[[int], str]
    headline: Callable[[int], str]


def find_compilations(
    pairs: NDArray[np.int64], counts: NDArray[np.int64], bodies: Bodies, settings: Dedupe
) -> dict[int, list[Part]]:
    """The compilations among articles, each with those that stand in it, from pairs of them and their overlaps."""
    trials: dict[int, list[tuple[int, int]]] = {}
    parts = _parts(pairs, counts, bodies.words, settings)
    for whole, (size, held) in parts.items():
        trials[whole] = list(_trials(whole, size, held, bodies, settings))
    asked = sorted({pair for some in trials.values() for pair in some})
    apart: set[tuple[int, int]] = set()
    if asked:
        shares = containment(overlaps(np.array(asked, dtype=np.int64), bodies.words, bodies.text))
        apart = {pair for pair, share in zip(asked, shares.tolist(), strict=True) if share < APART}
    return {whole: parts[whole][1] for whole, some in trials.items() if not apart.isdisjoint(some)}


def repeats(whole: int, parts: Sequence[Part], bodies: Bodies, settings: Dedupe) -> bool:
    """Whether an article has no run of words, of so many as a contained one must have, that stands in no part of it."""
    found = shingles(tokens([bodies.text(one) for one in (whole, *(part.article for part in parts))]))
    own, others = np.split(found.hashes, [int(found.offsets[1])])
    known = np.flatnonzero(np.isin(own, others))
    gaps = np.diff(np.concatenate(([-WIDTH], known, [len(own) + WIDTH - 1]))) - WIDTH  # words that no run takes in
    return int(gaps.max()) < settings.contained_words


def _parts(
    pairs: NDArray[np.int64], counts: NDArray[np.int64], words: NDArray[np.uint32], settings: Dedupe
) -> dict[int, tuple[int, list[Part]]]:
    """Of articles in which two or more others have room beside each other: their size, and those, smallest first."""
    first = (counts[:, 1] <= counts[:, 2]).astype(np.int64)  # the column of the larger
    every = np.arange(len(pairs))
    wholes, shorter = pairs[every, first], pairs[every, 1 - first]
    sizes, size = counts[every, 2 - first], counts[every, 1 + first]
    shares = containment(counts)
    rows = np.flatnonzero((shares >= settings.contained) & (words[shorter] >= settings.contained_words))
    rows = rows[np.lexsort((shorter[rows], sizes[rows], wholes[rows]))]
    same = wholes[rows][1:] == wholes[rows][:-1]
    least = same & ~np.concatenate(([False], same[:-1]))[: len(same)]
    pair = np.flatnonzero(least)
    room = _have_room(sizes[rows[pair]], sizes[rows[pair + 1]], size[rows[pair]], settings)
    kept = rows[np.isin(wholes[rows], wholes[rows[pair[room]]])]
    found: dict[int, tuple[int, list[Part]]] = {}
    for row in kept.tolist():
        whole = found.setdefault(int(wholes[row]), (int(size[row]), []))
        whole[1].append(Part(int(shorter[row]), int(sizes[row]), float(shares[row])))
    return found


def _have_room(
    one: NDArray[np.int64], other: NDArray[np.int64], whole: NDArray[np.int64], settings: Dedupe
) -> NDArray[np.bool_]:
    """Whether two of these sizes, the smaller first, can stand in a third without being cuts of one story."""
    room: NDArray[np.bool_] = settings.contained * (one + other) - APART * one <= whole
    return room


def _trials(
    whole: int, size: int, parts: Sequence[Part], bodies: Bodies, settings: Dedupe
) -> Iterator[tuple[int, int]]:
    """The pairs of parts that are two stories, by their headlines, if their bodies say so too.

    Each has a headline that the whole one's is not, or one has, and it stands in the whole one as a line.
    """
    least = _by_headline(fold(bodies.headline(whole)), parts, bodies)
    lines = frozenset(map(fold, bodies.text(whole).split("\n"))) if "" in least else frozenset()
    for (name, one), (other_name, other) in itertools.combinations(itertools.islice(least.items(), HEADLINES), 2):
        if name and other_name:
            told = name not in other_name and other_name not in name
        else:
            told = (name or other_name) in lines
        if told and settings.contained * (one.size + other.size) - APART * min(one.size, other.size) <= size:
            yield (min(one.article, other.article), max(one.article, other.article))


def _by_headline(whole: str, parts: Sequence[Part], bodies: Bodies) -> Mapping[str, Part]:
    """The smallest part of each headline, "" for those that have none or the whole one's; headlines are folded."""
    least: dict[str, Part] = {}
    for part in parts:
        headline = fold(bodies.headline(part.article))
        same = whole and (headline in whole or whole in headline)
        least.setdefault("" if same else headline, part)
    return least
