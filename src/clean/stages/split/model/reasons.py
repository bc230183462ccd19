"""What spoke for a boundary and against it: each cue's share of the score, and the cues in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import compress
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from clean.stages.split.cues.names import AGAINST, FOR

if TYPE_CHECKING:
    from clean.stages.split.block.columns import Column


class Share(NamedTuple):
    """What a cue adds to a score: its value times its weight."""

    cue: str
    value: int
    points: int


def shares(found: Mapping[str, int], weights: Mapping[str, int]) -> list[Share]:
    """The shares that are not 0, the one that counts most first."""
    known = [Share(cue, value, weights.get(cue, 0) * value) for cue, value in found.items()]
    return sorted((share for share in known if share.points), key=lambda share: (-abs(share.points), share.cue))


def in_favour(names: Sequence[str], cues: Column, weights: Mapping[str, int]) -> list[tuple[str, ...]]:
    """Of gaps with cues of these names, a row each, those that spoke for a boundary, the strongest first; all that were
    seen where none did.

    Those against it are left to the review: with them nearly every boundary has a set of its own, 160 bytes each, where
    ten or twenty sets say what speaks for all boundaries of a file (400 stories of each development pool).
    """
    alphabetic = sorted(range(len(names)), key=names.__getitem__)
    told = [column for column in alphabetic if weights.get(names[column], 0) > 0 and cues[:, column].any()]
    points = cues[:, told] * [weights[names[column]] for column in told]
    ranked = np.array([names[column] for column in told], dtype=object)[np.argsort(-points, axis=1, kind="stable")]
    found = [tuple(row[:count]) for row, count in zip(ranked.tolist(), (points > 0).sum(axis=1).tolist(), strict=True)]
    return [some or tuple(compress(names, row)) for some, row in zip(found, cues, strict=True)]


WORDS = {
    "bias": "every gap starts from this",
    **FOR,
    **AGAINST,
    # no cue
    "implied": "a headline printed twice ends a story below, and the text up to there begins with another headline",
    # certain
    "alone": "nothing but blank lines and furniture for a long way above",
    "line": "every line is a story, as `split.mode` says",
    "numbered": "a mark stands here, as over each story of the source",
    "topic": "the words above and below are of two topics",
}


def in_words(cue: str) -> str:
    """A cue in words."""
    return WORDS.get(cue, cue.replace("_", " "))
