"""The cues that compare the words before a gap with those after it, and what they can add to a score at most."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from clean.stages.split.block.columns import Column
from clean.stages.split.cohesion import lexical
from clean.stages.split.cues.names import Cues
from clean.stages.split.cues.plain import Places, another
from clean.stages.split.usual.profiles import Profiles

# Steps of per mille at which the likeness missing at a gap becomes the next integer.
BELOW_STEPS = (-60, -20, 10, 40, 80, 120, 170, 230)
ASKED = ("repeated", "again", "opened", "end_mark", "headline")  # of the plain cues
_LIKENESS = "cohesion_near cohesion_wide last_kept lead_known headline_before_wide".split()


def lexical_cues(places: Places, counted: Mapping[str, Column], usual: Profiles, plain: Cues) -> Cues:
    """The cues that compare the words before gaps with those after, from what was counted there
    (columns by the names of `Counts`), beside the `plain` ones.
    """
    repeated = plain["repeated"]
    near = _per_mille(counted["near_both"], counted["near_before"], counted["near_after"])
    wide = _per_mille(counted["wide_product"], counted["wide_square_before"], counted["wide_square_after"])
    found: Cues = {
        "cohesion_near": np.searchsorted(lexical.NARROW_STEPS, near),
        "cohesion_wide": np.searchsorted(lexical.WIDE_STEPS, wide),
        "below_usual": np.where(usual.wide >= 0, np.searchsorted(BELOW_STEPS, usual.wide - wide), 2),
        "last_kept": _share(counted["last_kept"], counted["last"], 8),
        "lead_known": _share(counted["lead_known"], counted["lead"], 8),
    }
    found |= {name: (places.head >= 0) * column for name, column in _headline_cues(counted, repeated).items()}
    for name in _LIKENESS:
        found[name] *= 1 - another(plain)
    # A headline printed twice right above the gap ends a story that holds its words, or begins the next one.
    found["after_tail"] = (places.tail >= 0) * (counted["tail_said"] > counted["tail_ahead"])
    found["after_tail_usual"] = found["after_tail"] * usual.bare
    found["tail_unlike"] = _share(np.maximum(0, counted["tail_ahead"] - counted["tail_said"]), counted["tail"], 10)
    # A headline printed twice below: its own paragraphs hold its words, those of the story before do not.
    enough = np.where(counted["below"] > 0, np.maximum(counted["below"], _TAIL_WORDS), 0)
    found["tail_in_story"] = _share(counted["below_own"], enough, 8)
    found["tail_in_lead"] = _share(counted["below_lead"], enough, 8)
    found["tail_in_opening"] = _share(counted["below_opening"], enough, 8)
    found["tail_above"] = _share(counted["below_above"], counted["below"], 8)
    return found


_MOST = 3_000_000  # the square of it times a million is below 2**63
MOST_GAINED = 12  # times a word of the headline stands below and not above from which it tells nothing more
_HEADLINE_WORDS = 4  # a subhead of a word or two is said again below it as a matter of course
_TAIL_WORDS = 3  # and above it; with 4 the start of a tail of few words is taken for another paragraph


def _headline_cues(counted: Mapping[str, Column], repeated: Column) -> Cues:
    """How many of a headline's words stand before and after it, and how often."""
    words, weight = counted["head"], counted["head_weight"]
    enough = np.maximum(words, _HEADLINE_WORDS)
    known = counted["head_after_wide"] - counted["head_before_wide"]
    return {
        "headline_near": _share(counted["head_after_near"], enough, 8),
        "headline_before_wide": _share(counted["head_before_wide"], weight, 8),
        "headline_wide": _share(counted["head_after_wide"] * words, weight * enough, 4),
        "headline_whole": _share(counted["head_after_wide"], weight, 8),
        "headline_gain": np.minimum(MOST_GAINED, counted["head_gain"]),
        "pair_resembles_after": repeated * _share(np.maximum(0, known), weight, 4),
        "pair_resembles_before": repeated * _share(np.maximum(0, -known), weight, 4),
    }


def _per_mille(shared: Column, one: Column, other: Column) -> Column:
    """`lexical.per_mille` of each; in Python's integers where the squares of a long paragraph's bag pass 64 bits."""
    if len(shared) and max(shared.max(), one.max(), other.max()) > _MOST:
        rows = zip(shared.tolist(), one.tolist(), other.tolist(), strict=True)
        return np.array([lexical.per_mille(a, b * c) for a, b, c in rows], dtype=np.int64)
    squares = one * other
    share = 1_000_000 * shared * shared // np.maximum(squares, 1) * (squares > 0)
    root = np.sqrt(share).astype(np.int64)  # of a million at most, so exact but for a whole number at a border
    root -= root * root > share
    found: Column = root + ((root + 1) * (root + 1) <= share)
    return found


def _share(part: Column, whole: Column, steps: int) -> Column:
    """`part / whole` in so many steps, rounded half up; 0 where there is no whole."""
    return np.where(whole > 0, (2 * steps * part + whole) // np.maximum(2 * whole, 1), 0)


class Gains(NamedTuple):
    """What the cues of `lexical_cues` can add to a score at most: those at every gap, those at a headline, those at one
    said twice, at the end of a tail, and above one.
    """

    any: int
    head: int
    pair: int
    tail: int
    below: int

    @classmethod
    def of(cls, weights: Mapping[str, int]) -> Gains:
        """The gains with these weights."""
        return cls(*(sum(max(0, weights[name]) * most for name, most in greatest.items()) for greatest in _GREATEST))

    def most(self, places: Places, repeated: Column) -> Column:
        """What they can add at each gap."""
        gain: Column = self.any + (places.head >= 0) * (self.head + self.pair * repeated)
        gain += (places.tail >= 0) * self.tail + (places.below >= 0) * self.below
        return gain


# The greatest values of the cues that `lexical_cues` finds, grouped as `Gains` are.
_GREATEST: tuple[dict[str, int], ...] = (
    {
        "cohesion_near": len(lexical.NARROW_STEPS),
        "cohesion_wide": len(lexical.WIDE_STEPS),
        "below_usual": len(BELOW_STEPS),
        "last_kept": 8,
        "lead_known": 8,
    },
    {
        "headline_near": 8,
        "headline_before_wide": 24,
        "headline_wide": 12,
        "headline_whole": 24,
        "headline_gain": MOST_GAINED,
        "least_alike": 1,
    },
    {"pair_resembles_after": 12, "pair_resembles_before": 12},
    {"after_tail": 1, "after_tail_usual": 1, "tail_unlike": 10},
    {"tail_in_story": 8, "tail_in_lead": 8, "tail_in_opening": 8, "tail_above": 8},
)
