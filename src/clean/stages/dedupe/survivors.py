"""Which articles stay: an article goes when one that beats it stays.

Articles and the verified pairs among them form a graph with an edge from each loser to its winner. Decided from the
winners down, the answer is unique, whatever the order of the edges: every removed article has a kept one that beats
it, directly. Where articles beat each other in a ring, the best of them by rank is decided first.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from clean.stages.dedupe.relations import PRECEDENCE


class Edge(NamedTuple):
    """A verified pair: `loser` would go for `winner`."""

    loser: int
    winner: int
    relation: str
    similarity: float


def choose(edges: Sequence[Edge]) -> dict[int, Edge]:
    """The edge by which each removed article goes; articles are numbered by rank, the preferred first."""
    winners: Mapping[int, list[Edge]] = defaultdict(list)
    losers: Mapping[int, list[int]] = defaultdict(list)
    for edge in edges:
        winners[edge.loser].append(edge)
        losers[edge.winner].append(edge.loser)
    undecided = {article: len(winners[article]) for edge in edges for article in edge[:2]}
    removed: dict[int, Edge] = {}
    ready = [article for article, waiting in undecided.items() if not waiting]
    stuck = sorted(undecided)
    heapq.heapify(ready)
    place = 0
    while undecided:
        if ready:
            article = heapq.heappop(ready)
        else:  # a ring
            while stuck[place] not in undecided:
                place += 1
            article = stuck[place]
        if article not in undecided:
            continue
        del undecided[article]
        standing = [edge for edge in winners[article] if edge.winner not in removed and edge.winner not in undecided]
        if standing:
            removed[article] = min(standing, key=_claim)
        for loser in losers[article]:
            if loser in undecided:
                undecided[loser] -= 1
                if not undecided[loser]:
                    heapq.heappush(ready, loser)
    return removed


def _claim(edge: Edge) -> tuple[int, float, int]:
    """The least is the survivor that a removal names."""
    return PRECEDENCE.index(edge.relation), -edge.similarity, edge.winner
