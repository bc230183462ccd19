"""What the letters of units come to, as `packed.sums` tells it, of some units only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from clean.similarity.kernel import compiled
from clean.stages.split.block.packed import WEIGHTS, Packed
from clean.stages.split.block.sieve.glyphs import is_quote

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from clean.stages.split.block.columns import Flags


def sums_of(texts: Packed, wanted: Flags) -> tuple[NDArray[np.uint32], Flags]:
    """`Packed.sums` and `Packed.strange` of the texts wanted, 0 and false of all others."""
    found, strange = np.zeros(len(wanted), dtype=np.uint32), np.zeros(len(wanted), dtype=np.bool_)
    _add(*texts, wanted, found, strange)
    return found, strange


@compiled
def _add(
    data: Any, begins: Any, ends: Any, wanted: Any, found: Any, strange: Any
) -> None:  # pragma: no cover (compiled)
    for text in range(len(begins)):
        place = begins[text]
        total = np.uint32(0)
        while wanted[text] and place < ends[text]:
            byte = data[place]
            if byte >= 0x80 and is_quote(data, place):
                place += 3
                continue
            strange[text] |= byte >= 0x80
            total = np.uint32(total + WEIGHTS[byte])
            place += 1
        found[text] = total
