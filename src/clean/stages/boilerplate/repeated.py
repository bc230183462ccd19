"""Repeated lines: what stands at the head or tail of many otherwise different articles of a corpus.

The shape of a corpus step: keys per article (`Lines`), equal keys grouped and judged (`learn`), and what was judged
applied to each article (`strip`). Lines are counted over clusters of copies, not over articles, so that the body of a
story printed by fifty papers counts once; and per folder of sources as well as over the whole corpus, as the footer of
one house is rare in the whole and common in its folder.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

from clean.engines import ranges
from clean.engines.serial import Spread
from clean.settings import Boilerplate
from clean.stages.boilerplate.learned import PLACES, Learned, Repeated, Sides, fold_line

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

RULE = "repeated-line"


class Found(NamedTuple):
    """A repeated line by its number: its folder (None: all), its place, how many clusters have it."""

    folder: str | None
    place: str
    articles: int
    number: int


class Lines(NamedTuple):
    """All lines of a corpus as columns, those of an article side by side; no text is held.

    `number` int32: equal for lines equal but for case, from 0; -1 for one empty or too long. `length` uint32: its
    characters. Article i has the lines from `starts[i]` to before `starts[i + 1]`.
    """

    number: NDArray[np.int32]
    length: NDArray[np.uint32]
    starts: NDArray[np.int64]

    @classmethod
    def of(cls, articles: Sequence[Sequence[str]], settings: Boilerplate, spread: Spread = map) -> Lines:
        """The columns of articles, which are the lines of their texts."""
        import numpy as np

        def columns(some: range) -> Columns:
            return _columns((articles[number] for number in some), settings.repeated_length)

        keys, length, sizes = array("q"), array("I"), array("I")
        for part in spread(columns, ranges(len(articles))):
            for column, more in zip((keys, length, sizes), part, strict=True):
                column.frombytes(more)
        starts = np.zeros(len(sizes) + 1, np.int64)
        np.cumsum(np.asarray(sizes, np.uint32), out=starts[1:])
        return cls(numbered(np.asarray(keys, np.int64)), np.asarray(length, np.uint32), starts)

    def owners(self) -> NDArray[np.int32]:
        """The article of each line."""
        import numpy as np

        return np.repeat(np.arange(len(self.starts) - 1, dtype=np.int32), np.diff(self.starts))

    def weights(self, article: int) -> dict[int, int]:
        """The lines of an article by number, with their lengths."""
        some = slice(self.starts[article], self.starts[article + 1])
        both = zip(self.number[some].tolist(), self.length[some].tolist(), strict=True)
        return {number: length for number, length in both if number >= 0}


Columns = tuple[bytes, bytes, bytes]
"""Of the lines of some articles: int64 keys, 0 for none; uint32 lengths; and how many each article has, as uint32."""


def _columns(articles: Iterable[Sequence[str]], longest: int) -> Columns:
    import numpy as np

    keys, length, sizes = bytearray(), array("I"), array("I")
    for lines in articles:
        keys += b"".join([_hash(line) if 0 < len(line) <= longest else NO_HASH for line in lines])
        length.extend(map(len, lines))
        sizes.append(len(lines))
    numbers = np.frombuffer(keys, ">u8") >> np.uint64(1)
    return numbers.astype(np.int64).tobytes(), length.tobytes(), sizes.tobytes()


NO_HASH = bytes(8)


def _hash(line: str) -> bytes:
    """64 bits of a line as it is compared: the lines of a large corpus take more memory than there may be."""
    return blake2b(fold_line(line).encode("utf-8", "surrogatepass"), digest_size=8).digest()


def numbered(keys: NDArray[np.int64]) -> NDArray[np.int32]:
    """A number for each key, equal for equal keys, from 0 in their order; -1 for key 0, which must be the least.

    As `np.unique` does it, in half the memory.
    """
    import numpy as np

    order = np.argsort(keys)
    ordered = keys[order]
    fresh = np.append(ordered[:1] > 0, ordered[1:] != ordered[:-1])
    del ordered
    numbers = np.empty(len(keys), np.int32)
    numbers[order] = np.cumsum(fresh, dtype=np.int32) - np.int32(1)
    return numbers


RECENT = 64
"""Articles whose lines are kept: the first that has a house line is compared with all that have it, and may be long."""


def find_copies(lines: Lines, spread: Spread = map) -> NDArray[np.int64]:
    """A cluster for each article, named by its first member: articles with more than half of their lines in common.

    Lines count by their length, so that a footer under a brief makes it nobody's copy. An article is compared with the
    first that has a line of its own, for each of its lines: as many comparisons as there are lines, however large the
    corpus. Where better clusters are known, give those to `learn`; these only keep a line from being counted often.
    """
    import numpy as np

    from clean.similarity.shingles import distinct

    known, owner = lines.number[lines.number >= 0], lines.owners()[lines.number >= 0]
    first = np.zeros(int(known.max(initial=-1)) + 1, np.int32)
    first[known[::-1]] = owner[::-1]  # of several the one that is written last
    clusters = np.arange(len(lines.starts) - 1)
    asked = distinct(owner[first[known] != owner]).tolist()
    weights = lru_cache(RECENT)(lines.weights)
    total = lru_cache(RECENT)(lambda article: sum(weights(article).values()))

    def copied(article: int) -> int:
        own = lines.weights(article)
        others = sorted(set(first[list(own)].tolist()) - {article})
        return next((other for other in others if are_copies(own, weights(other), total(other))), article)

    parts = [asked[some.start : some.stop] for some in ranges(len(asked))]
    for articles, copies in zip(parts, spread(lambda some: list(map(copied, some)), parts), strict=True):
        for article, copy in zip(articles, copies, strict=True):
            clusters[article] = clusters[copy]
    return clusters


def are_copies(one: dict[int, int], other: dict[int, int], total: int) -> bool:
    """Whether the lines that two articles share are over half of the shorter; the other’s come to `total`."""
    shared = sum(one[key] for key in one if key in other)
    return shared * 2 > min(sum(one.values()), total)


def learn(lines: Lines, clusters: NDArray[np.int64], folders: Sequence[str], settings: Boilerplate) -> list[Found]:
    """The numbers of the lines that repeat, in the whole corpus and in each folder.

    A line repeats at a place if it stands there in at least `repeated_articles` clusters, in `repeated_share` of all
    clusters of the scope, and in `repeated_place` of those that have it at all. To stand at the head or tail is to be
    within `repeated_edge` lines of it, with at most `repeated_gap` lines between that do not repeat.
    """
    import numpy as np

    names = sorted(set(folders))
    codes = {name: code for code, name in enumerate(names)}
    scopes = np.fromiter((codes[folder] for folder in folders), np.int64, len(folders))
    everywhere = judge(lines, clusters, np.zeros_like(scopes), settings)
    within = judge(lines, clusters, scopes, settings)
    return [
        *(Found(None, PLACES[side], count, number) for side, _, number, count in everywhere),
        *(Found(names[code], PLACES[side], count, number) for side, code, number, count in within),
    ]


class Census(NamedTuple):
    """Who has which line, of those that stand as often in the corpus as a line must that repeats.

    `row` are these lines, in order, `owner` their articles. `group` numbers those that are equal within a scope,
    `member` the clusters of a group. `group_of` is the group of a member, `first` a place in `row` of each group,
    `least` how many clusters a group must have.
    """

    row: NDArray[np.int64]
    owner: NDArray[np.int32]
    group: NDArray[np.int64]
    member: NDArray[np.int64]
    group_of: NDArray[np.int64]
    first: NDArray[np.int64]
    least: NDArray[np.float64]

    @classmethod
    def of(cls, lines: Lines, clusters: NDArray[np.int64], scopes: NDArray[np.int64], settings: Boilerplate) -> Census:
        """The census of a corpus, given the cluster and the scope of each article; those without lines count, too."""
        import numpy as np

        from clean.similarity.shingles import distinct

        row = often(lines.number, settings.repeated_articles)
        owner = lines.owners()[row]
        bound = max(len(lines.number), int(clusters.max(initial=0)) + 1)
        scope, cluster = scopes[owner], clusters[owner]
        _, first, group = np.unique(scope * bound + lines.number[row], return_index=True, return_inverse=True)
        members, member = np.unique(group * bound + cluster, return_inverse=True)
        size = np.bincount(distinct(scopes * bound + clusters) // bound)
        share = np.minimum(settings.repeated_share * size, settings.repeated_enough)
        least = np.maximum(settings.repeated_articles, share)
        return cls(row, owner, group, member, members // bound, first, least[scope[first]])

    def clusters(self, lines: NDArray[np.bool_]) -> NDArray[np.int64]:
        """For each group, how many clusters have one of these lines."""
        import numpy as np

        there = np.zeros(len(self.group_of), bool)
        there[self.member[lines]] = True
        return np.bincount(self.group_of[there], minlength=len(self.first))

    def repeat(self, lines: NDArray[np.bool_], settings: Boilerplate) -> NDArray[np.bool_]:
        """For each group, whether it repeats by these lines of it."""
        clusters = self.clusters(lines)
        return (clusters >= self.least) & (clusters >= settings.repeated_place * self.clusters(lines | True))


def often(numbers: NDArray[np.int32], least: int) -> NDArray[np.int64]:
    """The places of the numbers that stand so often, or more, in order; -1 is none."""
    import numpy as np

    hot = np.bincount(numbers[numbers >= 0]) >= least
    return np.flatnonzero(np.append(hot, False)[numbers])  # at -1, the last


def judge(
    lines: Lines, clusters: NDArray[np.int64], scopes: NDArray[np.int64], settings: Boilerplate
) -> list[tuple[int, int, int, int]]:
    """Side (0 head, 1 tail), scope, number and number of clusters of each line that repeats in its scope, in order."""
    import numpy as np

    census = Census.of(lines, clusters, scopes, settings)
    row, begin, end = census.row, lines.starts[census.owner], lines.starts[census.owner + 1]
    found: list[tuple[int, int, int, int]] = []
    for side, (first, last) in enumerate(((begin, row), (row + 1, end))):  # the lines outside
        near = last - first < settings.repeated_edge
        other = np.ones(len(lines.number), bool)
        other[row] = ~census.repeat(near, settings)[census.group]
        sums = np.append(np.int32(0), np.cumsum(other, dtype=np.int32))
        near &= sums[last] - sums[first] <= settings.repeated_gap
        repeat = census.repeat(near, settings)
        of = census.first[repeat]
        columns = (scopes[census.owner[of]], lines.number[row[of]], census.clusters(near)[repeat])
        found += [(side, *values) for values in zip(*(column.tolist() for column in columns), strict=True)]
    return found


def find_repeated(
    articles: Sequence[Sequence[str]], folders: Sequence[str], settings: Boilerplate, spread: Spread = map
) -> Learned:
    """The lines that repeat over a corpus; an article is the lines of its text.

    The articles are gone through twice and none is held, as they may be read from a file each time.
    """
    lines = Lines.of(articles, settings, spread)
    found = learn(lines, find_copies(lines, spread), folders, settings)
    texts = _texts_of({line.number for line in found}, articles, lines)
    return Learned(tuple(Repeated(line.folder, line.place, line.articles, texts[line.number]) for line in found))


def _texts_of(wanted: set[int], articles: Sequence[Sequence[str]], lines: Lines) -> dict[int, str]:
    """The folded line of each number, from the first article that has it."""
    import numpy as np

    having = np.flatnonzero(np.isin(lines.number, sorted(wanted)))
    numbers, first = np.unique(lines.number[having], return_index=True)
    owner = np.searchsorted(lines.starts, having[first], side="right") - 1
    places = zip(numbers.tolist(), owner.tolist(), (having[first] - lines.starts[owner]).tolist(), strict=True)
    return {number: fold_line(articles[article][place]) for number, article, place in places}


def strip(lines: Sequence[str], sides: Sides, settings: Boilerplate) -> list[int]:
    """The places of an article's lines to take out: those learned, where they were learned.

    The guard: where they hold half of the article or more, nothing is taken out.
    """
    if RULE in settings.off or not (sides.head or sides.tail):
        return []
    gone = {
        *at_edge(lines, range(len(lines)), sides.head, settings),
        *at_edge(lines, range(len(lines) - 1, -1, -1), sides.tail, settings),
    }
    taken = sum(len(lines[i]) for i in gone)
    return sorted(gone) if taken * 2 < sum(map(len, lines)) else []


def at_edge(lines: Sequence[str], inwards: range, learned: frozenset[str], settings: Boilerplate) -> Iterator[int]:
    """The learned lines from one end inwards, up to where too many lines are none."""
    others = 0
    for i in inwards[: settings.repeated_edge]:
        if lines[i] and fold_line(lines[i]) in learned:
            yield i
        else:
            others += 1
            if others > settings.repeated_gap:
                return
