"""A gap that was judged, as the rest of the program sees it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

UNTOLD_CUES: Mapping[str, int] = MappingProxyType({})


class Gap(NamedTuple):
    """A gap that was judged: the line after it, its score (above the threshold: a boundary), and the cues that spoke
    for it, the strongest first; where gaps below the threshold are asked for as well, the values of all `cues`.

    Where it is `certain` no score decided: an export layout did, the topics, or a long way with nothing above.
    """

    line: int
    score: int
    reasons: tuple[str, ...]
    boundary: bool
    certain: bool = False
    cues: Mapping[str, int] = UNTOLD_CUES

    @classmethod
    def sure(cls, line: int, why: str) -> Gap:
        """A boundary that no score decided."""
        return cls(line, 0, (why,), boundary=True, certain=True)
