"""Dedupe: which articles are the same story, and which of them stays.

`sign` makes the keys of a batch of bodies, some 400 bytes an article, in columns that `join` puts one after the other;
`find_removals` groups equal keys, verifies candidates by exact comparison of their texts, names the relation of each
pair and chooses the survivors.
"""

from clean.stages.dedupe.find import Borderline, Removal, borderline_pairs, find_removals
from clean.stages.dedupe.fingerprints import Fingerprints, Keys, join, sign
from clean.stages.dedupe.relations import RULES, Fields

__all__ = [
    "RULES",
    "Borderline",
    "Fields",
    "Fingerprints",
    "Keys",
    "Removal",
    "borderline_pairs",
    "find_removals",
    "join",
    "sign",
]
