"""Repeated lines: what stands at the head or tail of many otherwise different articles of a corpus.

The shape of a corpus step: keys per article (`line_keys`), equal keys grouped and judged (`learn`), and what was judged
applied to each article (`strip`). Lines are counted over clusters of copies, not over articles, so that the body of a
story printed by fifty papers counts once; and per folder of sources as well as over the whole corpus, as the footer of
one house is rare in the whole and common in its folder.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

from clean.settings import Boilerplate
from clean.stages.boilerplate.learned import PLACES, Learned, Repeated, Sides, fold_line

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

RULE = "repeated-line"


class Found(NamedTuple):
    """A repeated line by its key: its folder (None: all), its place, how many clusters have it."""

    folder: str | None
    place: str
    articles: int
    key: int


def line_keys(lines: Sequence[str], settings: Boilerplate) -> NDArray[np.int64]:
    """The key of each line of an article, the same for lines equal but for case; 0 for one empty or too long.

    Hashes, not numbers of lines that are held: the lines of a large corpus take more memory than there may be.
    """
    import numpy as np

    keys = [key_of(fold_line(line)) if 0 < len(line) <= settings.repeated_length else 0 for line in lines]
    return np.array(keys, np.int64)


def key_of(line: str) -> int:
    """63 bits of BLAKE2b of a folded line."""
    return int.from_bytes(blake2b(line.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big") >> 1


def find_copies(lengths: Sequence[NDArray[np.int32]], keys: Sequence[NDArray[np.int64]]) -> list[int]:
    """A cluster for each article, named by its first member: articles with more than half of their lines in common,
    by the lengths and keys of these.

    Lines count by their length, so that a footer under a brief makes it nobody's copy. An article is compared with the
    first that has a line of its own, for each of its lines: as many comparisons as there are lines, however large the
    corpus. Where better clusters are known, give those to `learn`; these only keep a line from being counted often.
    """
    first: dict[int, int] = {}
    clusters: list[int] = []
    for article in range(len(keys)):
        own = _weights(lengths[article], keys[article])
        others = sorted({first.setdefault(key, article) for key in own} - {article})
        copy = next((other for other in others if are_copies(own, _weights(lengths[other], keys[other]))), None)
        clusters.append(article if copy is None else clusters[copy])
    return clusters


def _weights(lengths: NDArray[np.int32], keys: NDArray[np.int64]) -> dict[int, int]:
    return {key: length for key, length in zip(keys.tolist(), lengths.tolist(), strict=True) if key}


def are_copies(one: dict[int, int], other: dict[int, int]) -> bool:
    """Whether the lines that two articles share are more than half of the shorter one."""
    shared = sum(one[key] for key in one.keys() & other.keys())
    return shared * 2 > min(sum(one.values()), sum(other.values()))


def learn(
    keys: Sequence[NDArray[np.int64]], clusters: Sequence[int], folders: Sequence[str], settings: Boilerplate
) -> list[Found]:
    """The keys of the lines that repeat, in the whole corpus and in each folder.

    A line repeats at a place if it stands there in at least `repeated_articles` clusters, in `repeated_share` of all
    clusters of the scope, and in `repeated_place` of those that have it at all. To stand at the head or tail is to be
    within `repeated_edge` lines of it, with at most `repeated_gap` lines between that do not repeat.
    """
    names = sorted(set(folders))
    codes = {name: code for code, name in enumerate(names)}
    corpus = Lines.of(keys)
    everywhere = judge(corpus, clusters, [0] * len(folders), settings)
    within = judge(corpus, clusters, [codes[folder] for folder in folders], settings)
    return [
        *(Found(None, PLACES[side], count, key) for side, _, key, count in everywhere),
        *(Found(names[code], PLACES[side], count, key) for side, code, key, count in within),
    ]


class Lines(NamedTuple):
    """All lines of a corpus as columns: key, article, lines of the article before it, lines after it."""

    key: NDArray[np.int64]
    article: NDArray[np.int64]
    before: NDArray[np.int64]
    after: NDArray[np.int64]

    @classmethod
    def of(cls, keys: Sequence[NDArray[np.int64]]) -> Lines:
        """The columns of articles given by the keys of their lines."""
        import numpy as np

        sizes = np.array([len(array) for array in keys], np.int64)
        article = np.repeat(np.arange(len(keys)), sizes)
        before = np.arange(sizes.sum()) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        key = np.concatenate([*keys, np.array([], np.int64)])
        return cls(key, article, before, sizes[article] - 1 - before)


class Census(NamedTuple):
    """Who has which line: `group` numbers the lines that are equal within a scope, `member` the clusters of a group.

    Both are columns of the corpus's lines. `group_of` is the group of a member, `first` a line of each group, `least`
    how many clusters a group must have.
    """

    group: NDArray[np.int64]
    member: NDArray[np.int64]
    group_of: NDArray[np.int64]
    first: NDArray[np.int64]
    least: NDArray[np.float64]

    @classmethod
    def of(cls, corpus: Lines, clusters: Sequence[int], scopes: Sequence[int], settings: Boilerplate) -> Census:
        """The census of a corpus, given the cluster and the scope of each article; those without lines count, too."""
        import numpy as np

        scope_of, cluster_of = np.array(scopes, np.int64), np.array(clusters, np.int64)
        bound = max(len(corpus.key), int(cluster_of.max(initial=0)) + 1)
        scope, cluster = scope_of[corpus.article], cluster_of[corpus.article]
        key = np.unique(corpus.key, return_inverse=True)[1]
        _, first, group = np.unique(scope * bound + key, return_index=True, return_inverse=True)
        members, member = np.unique(group * bound + cluster, return_inverse=True)
        size = np.bincount(np.unique(scope_of * bound + cluster_of) // bound)
        share = np.minimum(settings.repeated_share * size, settings.repeated_enough)
        least = np.maximum(settings.repeated_articles, share)
        return cls(group, member, members // bound, first, least[scope[first]])

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


def judge(
    corpus: Lines, clusters: Sequence[int], scopes: Sequence[int], settings: Boilerplate
) -> list[tuple[int, int, int, int]]:
    """Side (0 head, 1 tail), scope, key and number of clusters of each line that repeats in its scope, in order."""
    import numpy as np

    scope = np.array(scopes, np.int64)[corpus.article]
    census = Census.of(corpus, clusters, scopes, settings)
    found: list[tuple[int, int, int, int]] = []
    for side, place in enumerate((corpus.before, corpus.after)):
        near = (place < settings.repeated_edge) & (corpus.key > 0)
        other = ~census.repeat(near, settings)[census.group]
        near &= others_outside(other, corpus, side) <= settings.repeated_gap
        lines = census.first[census.repeat(near, settings)]
        counts = census.clusters(near)[census.group[lines]]
        columns = (scope[lines].tolist(), corpus.key[lines].tolist(), counts.tolist())
        found += [(side, *row) for row in zip(*columns, strict=True)]
    return found


def others_outside(other: NDArray[np.bool_], corpus: Lines, side: int) -> NDArray[np.int64]:
    """For each line, how many lines between it and that end of its article are of the others."""
    import numpy as np

    sums: NDArray[np.int64] = np.append(0, np.cumsum(other))
    line = np.arange(len(other))
    first, last = (line - corpus.before, line) if side == 0 else (line + 1, line + 1 + corpus.after)
    return np.subtract(sums[last], sums[first])


def find_repeated(
    articles: Sequence[Sequence[str]],
    folders: Sequence[str],
    settings: Boilerplate,
    clusters: Sequence[int] | None = None,
) -> Learned:
    """The lines that repeat over a corpus; an article is the lines of its text, `clusters` are its copies if known.

    The articles are gone through twice and none is held, as they may be read from a file each time.
    """
    import numpy as np

    keys: list[NDArray[np.int64]] = []
    lengths: list[NDArray[np.int32]] = []
    for lines in articles:
        keys.append(line_keys(lines, settings))
        lengths.append(np.array([len(line) for line in lines], np.int32))
    found = learn(keys, find_copies(lengths, keys) if clusters is None else clusters, folders, settings)
    texts = _texts_of(np.unique([line.key for line in found]), articles, keys)
    return Learned(tuple(Repeated(line.folder, line.place, line.articles, texts[line.key]) for line in found))


def _texts_of(
    wanted: NDArray[np.int64], articles: Sequence[Sequence[str]], keys: Sequence[NDArray[np.int64]]
) -> dict[int, str]:
    """The folded line of each key, from the first article that has it."""
    import numpy as np

    flat = np.concatenate([*keys, np.array([], np.int64)])
    ends = np.cumsum([len(array) for array in keys])
    having = np.flatnonzero(np.isin(flat, wanted))
    found, first = np.unique(flat[having], return_index=True)
    owner = np.searchsorted(ends, having[first], side="right")
    line = having[first] - ends[owner] + [len(keys[article]) for article in owner]
    places = zip(found.tolist(), owner.tolist(), line.tolist(), strict=True)
    return {key: fold_line(articles[article][place]) for key, article, place in places}


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
