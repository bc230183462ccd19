"""From the keys of articles to removals: candidates, verified pairs, survivors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from clean.engines import ranges
from clean.engines.serial import Spread
from clean.settings import Dedupe
from clean.similarity.candidates import Chosen, candidate_pairs
from clean.similarity.overlap import containment, jaccard, overlaps
from clean.similarity.shingles import distinct
from clean.stages.dedupe.compilations import Bodies, Part, find_compilations, repeats
from clean.stages.dedupe.fingerprints import Keys
from clean.stages.dedupe.relations import COMPILATION, EXACT, REPRINT, RULES, UPDATE, Fields, Judge, Overlap, drops
from clean.stages.dedupe.survivors import Edge, choose
from clean.stages.dedupe.versions import Version

if TYPE_CHECKING:
    from numpy.typing import NDArray

# Share of the shorter text's run keys that a pair must have in common to be compared. A text contained to .85 keeps
# some .85 of its keys, more where the rest stands in one piece; an earlier version, contained to .5, has its changes in
# whole paragraphs. Lower shares bring pairs that share a background paragraph.
SHARE = 0.3
# Survivors enough for an article to choose from, the best ranked first: in a cluster of thousands all pairs match.
ENOUGH = 16
# Articles that are like one and do not make it go, as of one template, before only as many of the most similar are
# judged: an edited copy is more like it than other fillings are, and each takes 0.1 ms.
LIKE = 4


class Removal(NamedTuple):
    """`article` goes, `survivor` stays; both are positions in source order.

    `similarity` is what decided, of the two bodies, which were compared with each other: containment of the shorter
    where the relation is "contained", "update" or "compilation", else their Jaccard similarity.
    """

    article: int
    survivor: int
    relation: str
    similarity: float

    @property
    def rule(self) -> str:
        """The code that the audit gives as the reason."""
        return RULES[self.relation]


def find_removals(
    prints: Keys, fields: Fields, text_of: Callable[[int], str], settings: Dedupe, spread: Spread = map
) -> list[Removal]:
    """The articles to remove, of any number, from their keys and short fields; in source order.

    `text_of(i)` gives the body that was signed as number i; `spread` has what is done to many pairs done.
    """
    order = rank(prints, fields, settings)
    order = order[prints.words[order] > 0]  # an empty text is never anyone's duplicate
    copies = _copies(prints, fields, order, settings)
    vertices = order[~np.isin(order, np.fromiter(copies, dtype=np.int64, count=len(copies)))]
    removals = {
        int(vertices[edge.loser]): Removal(
            int(vertices[edge.loser]), int(vertices[edge.winner]), edge.relation, edge.similarity
        )
        for edge in choose(_edges(prints, fields, vertices, text_of, settings, spread)).values()
    }
    for copy, leader in copies.items():
        beaten = removals.get(leader)  # whoever beats the leader beats its copies: their words are the same
        if beaten:
            removals[copy] = beaten._replace(article=copy)
        else:
            removals[copy] = Removal(copy, leader, fields.relation_of_copies(copy, leader), 1.0)
    return [removals[article] for article in sorted(removals)]


def rank(prints: Keys, fields: Fields, settings: Dedupe) -> NDArray[np.int64]:
    """The articles, the preferred survivor first; ties by source order."""
    longest = -prints.words.astype(np.int64)
    if settings.survivor == "first":
        return np.arange(len(prints.words))
    if settings.survivor == "newest":
        _, age = np.unique(np.array(fields.dates, dtype=np.str_), return_inverse=True)
        return np.lexsort((longest, -age))
    if settings.survivor == "source":
        preferred = [_preference(source, settings.sources) for source in fields.sources]
        return np.lexsort((longest, np.array(preferred, dtype=np.int64)))
    return np.argsort(longest, kind="stable")


def _preference(source: str, preferred: tuple[str, ...]) -> int:
    """The place of the first preference that a source's name begins with."""
    return next((place for place, start in enumerate(preferred) if source.startswith(start)), len(preferred))


def _copies(prints: Keys, fields: Fields, order: NDArray[np.int64], settings: Dedupe) -> dict[int, int]:
    """For each article whose words are all those of a better one: the best such, when its relation removes it."""
    grouped = np.lexsort((prints.exact[order, 1], prints.exact[order, 0]))  # stable, so best first within a group
    keys = prints.exact[order[grouped]]
    same = (keys[1:] == keys[:-1]).all(axis=1)
    copies: dict[int, int] = {}
    leaders = Leaders(fields, settings)
    for place in np.flatnonzero(same).tolist():
        if place == 0 or not same[place - 1]:
            first = int(order[grouped[place]])
            leaders = Leaders(fields, settings, short=bool(prints.words[first] < settings.short_words))
            leaders.find(first)
        article = int(order[grouped[place + 1]])
        if (leader := leaders.find(article)) is not None:
            copies[article] = leader
    return copies


class Leaders:
    """Those among articles of the same words that stay, found without comparing each with each."""

    def __init__(self, fields: Fields, settings: Dedupe, short: bool = False) -> None:
        self._fields = fields
        self._short = short
        self._exact, self._reprint = drops(EXACT, settings), drops(REPRINT, settings)
        self._found: dict[str, dict[tuple[str, str, str], int]] = {}

    def find(self, article: int) -> int | None:
        """The article for which this one goes; with None it stays. The best must come first."""
        every = self._exact and self._reprint and not self._short  # whatever the fields are
        key = ("", "", "") if every else self._fields.folded(article)
        leaders = self._found.setdefault(key[0] if self._short else "", {})
        leader = leaders.get(key) if self._exact else None
        if leader is None and self._reprint:
            leader = next((one for other, one in leaders.items() if other != key), None)
        if leader is None:
            leaders.setdefault(key, article)
        return leader


def _edges(
    prints: Keys,
    fields: Fields,
    vertices: NDArray[np.int64],
    text_of: Callable[[int], str],
    settings: Dedupe,
    spread: Spread,
) -> list[Edge]:
    """The verified pairs, of relations that remove, among articles numbered by rank."""
    pairs, counts = _compare(prints, vertices, text_of, settings, spread)
    near, inside = jaccard(counts), containment(counts)
    judge = Judge(prints, fields, text_of, settings)
    bodies = Bodies(
        prints.words[vertices],
        lambda vertex: text_of(int(vertices[vertex])),
        lambda vertex: judge.headline(int(vertices[vertex])),
    )
    held = find_compilations(pairs, counts, bodies, settings)
    strong = _may_match(near, inside, settings)
    weak = np.flatnonzero(~strong & (inside >= settings.update))  # enough for versions of a story, and for nothing else
    rows = np.concatenate((np.flatnonzero(strong), weak[_are_versions(vertices[pairs[weak]], judge)]))
    rows = rows[np.lexsort((pairs[rows, 0], pairs[rows, 1]))]
    closest = _closest(pairs[rows, 1], near[rows])

    def judged(some: range) -> list[Edge]:
        part = slice(some.start, some.stop)
        overlaps = map(Overlap, *(column[rows[part]].tolist() for column in (near, inside, counts[:, 1], counts[:, 2])))
        told = zip(pairs[rows[part]].tolist(), overlaps, closest[part].tolist(), strict=True)
        return list(_judged(told, vertices, judge, held, settings))

    edges = chain.from_iterable(spread(judged, _apart(pairs[rows, 1])))
    return [*edges, *_repeated(held, bodies, settings)]


def _apart(worse: NDArray[np.int64]) -> list[range]:
    """The rows of pairs, some together, but all those of an article: what becomes of one pair decides on the next."""
    first = np.flatnonzero(np.append(True, worse[1:] != worse[:-1])[: len(worse)])
    wanted = [part.start for part in ranges(int(first.max(initial=-1)) + 1)]
    begins = distinct(first[np.searchsorted(first, np.array(wanted, dtype=np.int64))])
    return [range(begin, end) for begin, end in pairwise([*begins.tolist(), len(worse)])]


def _judged(
    pairs: Iterable[tuple[list[int], Overlap, bool]],
    vertices: NDArray[np.int64],
    judge: Judge,
    held: Container[int],
    settings: Dedupe,
) -> Iterator[Edge]:
    """Those of the pairs of some articles, the worse in order, that are of relations that remove.

    Each is told with its overlap, and whether it is one of the `LIKE` most similar; `held` are compilations.
    """
    beaten: Counter[int] = Counter()
    alike: Counter[int] = Counter()
    for (better, worse), overlap, close in pairs:
        if beaten[worse] >= ENOUGH or (alike[worse] >= LIKE and not close):
            continue
        found = judge.relation(int(vertices[better]), int(vertices[worse]), overlap)
        if found and found.relation != UPDATE and (better in held) != (worse in held):
            continue  # a compilation stands for no story, nor a story for it by itself
        if found and drops(found.relation, settings):
            loser, winner = (worse, better) if found.worse_goes else (better, worse)
            yield Edge(loser, winner, found.relation, round(found.similarity, 4))
            beaten[loser] += 1
        elif found:
            alike[worse] += 1


def _repeated(held: Mapping[int, Sequence[Part]], bodies: Bodies, settings: Dedupe) -> list[Edge]:
    """The pairs of a compilation, of those that say nothing of their own, and each story in it."""
    if not drops(COMPILATION, settings):
        return []
    stories = {whole: [part for part in parts if part.article not in held] for whole, parts in held.items()}
    return [
        Edge(whole, part.article, COMPILATION, round(part.share, 4))
        for whole, parts in stories.items()
        if repeats(whole, parts, bodies, settings)
        for part in parts
    ]


def _are_versions(pairs: NDArray[np.int64], judge: Judge) -> NDArray[np.bool_]:
    """Whether two articles say that they are different versions of a story."""
    articles, places = np.unique(pairs, return_inverse=True)
    known: dict[Version, int] = {}
    versions = np.array([known.setdefault(judge.version(one), len(known)) for one in articles.tolist()], dtype=np.int64)
    one, other = versions[places.reshape(pairs.shape)].T
    different: NDArray[np.bool_] = one != other
    return different


def _closest(articles: NDArray[np.int64], similarities: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Whether a pair is one of the `LIKE` most similar of its article's."""
    order = np.lexsort((-similarities, articles))
    ordered = articles[order]
    fresh = np.ones(len(ordered), dtype=bool)
    fresh[1:] = ordered[1:] != ordered[:-1]
    starts = np.flatnonzero(fresh)
    place = np.arange(len(ordered)) - np.repeat(starts, np.diff(np.append(starts, len(ordered))))
    closest = np.zeros(len(ordered), dtype=bool)
    closest[order] = place < LIKE
    return closest


def _compare(
    prints: Keys, vertices: NDArray[np.int64], text_of: Callable[[int], str], settings: Dedupe, spread: Spread = map
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The candidates among articles numbered by rank, and their overlaps."""
    pairs = candidate_pairs(Chosen(prints, vertices), settings.bands, SHARE, spread)
    return pairs, overlaps(pairs, prints.words[vertices], lambda vertex: text_of(int(vertices[vertex])), spread)


class Borderline(NamedTuple):
    """Two articles whose similarity is near a threshold: their Jaccard similarity, and containment of the shorter."""

    one: int
    other: int
    jaccard: float
    containment: float


def borderline_pairs(
    prints: Keys, fields: Fields, text_of: Callable[[int], str], settings: Dedupe, reach: float = 0.05
) -> list[Borderline]:
    """The pairs that thresholds higher or lower by `reach` would judge otherwise, the most similar first."""
    order = rank(prints, fields, settings)
    order = order[prints.words[order] > 0]
    pairs, counts = _compare(prints, order, text_of, settings)
    near, inside = jaccard(counts), containment(counts)
    lenient, strict = (Judge(prints, fields, text_of, _shifted(settings, by)) for by in (-reach, reach))
    found = []
    for row in np.flatnonzero(_may_match(near, inside, _shifted(settings, -reach))).tolist():
        better, worse = order[pairs[row]].tolist()
        overlap = Overlap(float(near[row]), float(inside[row]), *counts[row, 1:].tolist())
        if (lenient.relation(better, worse, overlap) is None) != (strict.relation(better, worse, overlap) is None):
            one, other = sorted((better, worse))
            found.append(Borderline(one, other, round(overlap.jaccard, 4), round(overlap.containment, 4)))
    return sorted(found, key=lambda pair: (-pair.jaccard, -pair.containment, pair))


def _may_match(near: NDArray[np.float64], inside: NDArray[np.float64], settings: Dedupe) -> NDArray[np.bool_]:
    """Whether pairs have enough in common for a relation, whatever else is looked at."""
    enough: NDArray[np.bool_] = (near >= settings.near) | (inside >= min(settings.contained, settings.lead))
    return enough


def _shifted(settings: Dedupe, by: float) -> Dedupe:
    """Settings with thresholds higher by so much, from 0.01 to 1."""
    names = ("near", "follow_up", "lead", "contained")
    return replace(settings, **{name: min(max(getattr(settings, name) + by, 0.01), 1.0) for name in names})
