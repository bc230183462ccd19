"""What is said in the first units of a source: its words as numbers, those all over it, how alike parts of it are."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from clean.stages.split import lexical

if TYPE_CHECKING:
    from clean.stages.split.columns import Columns, Flags
    from clean.stages.split.units import Units

_FIFTHS = 4  # parts of five in which a word stands that is all over a source
_TIMES = 3  # units with a word at least, which few have otherwise
_COMMON = 6  # per cent of the units in which a word stands that says nothing in this source
_OFTEN = 3  # times more than which a word is said that a source is about
_NEAR = 1200  # letters on either side of a gap that are compared as sets


class Said(NamedTuple):
    """Words as numbers below `known`: those of unit k are `words[starts[k] : starts[k + 1]]`."""

    words: NDArray[np.int64]
    starts: NDArray[np.int64]
    known: int

    @classmethod
    def by(cls, columns: Columns, compiled: bool) -> Said:
        """The words of all units, by compiled code if told so."""
        if compiled:
            from clean.stages.split.vocabulary import numbered

            words, starts, weight = numbered(*columns.told(), lexical.UNTOLD)
            return cls(words[: starts[-1]].astype(np.int64), starts, len(weight))
        numbers: dict[str, int] = {}
        rows = [columns.units.words(k) for k in range(columns.count)]
        words = [numbers.setdefault(word, len(numbers)) for row in rows for word in row]
        starts = np.concatenate(([0], np.cumsum(list(map(len, rows)), dtype=np.int64)))
        return cls(np.array(words, dtype=np.int64), starts, len(numbers))

    def everywhere(self) -> Flags:
        """The words that stand in four fifths of the units, by their numbers."""
        count = len(self.starts) - 1
        cuts = self.starts[[part * count // 5 for part in range(6)]].tolist()
        parts = np.zeros(self.known, dtype=np.int64)
        for begin, end in pairwise(cuts):
            parts += np.bincount(self.words[begin:end], minlength=self.known) > 0
        found: Flags = parts >= _FIFTHS
        return found

    def units(self) -> NDArray[np.int64]:
        """In how many units each word stands."""
        unit = np.repeat(np.arange(len(self.starts) - 1), np.diff(self.starts))
        pairs = np.sort(unit * self.known + self.words)
        once = pairs[np.append(True, pairs[1:] != pairs[:-1])] if len(pairs) else pairs
        return np.bincount(once % max(1, self.known), minlength=self.known)

    def common(self, units: NDArray[np.int64]) -> Flags:
        """The words in many units and all over the source: its stop words, whatever its language."""
        found: Flags = (units >= _TIMES) & (100 * units > _COMMON * (len(self.starts) - 1)) & self.everywhere()
        return found

    def rare(self) -> int:
        """What a word weighs that stands in one unit alone."""
        return min(lexical.RAREST, (len(self.starts) - 1).bit_length())

    def weights(self, stops: bool) -> NDArray[np.int64]:
        """What each word says: the logarithm of how rare it is, in whole numbers; nothing where it is common, if there
        are units enough to tell which are `stops`.
        """
        units = self.units()
        times = (len(self.starts) - 1) // np.maximum(1, units)
        weights = np.minimum(np.searchsorted(1 << np.arange(lexical.RAREST), times, "right"), self.rare())
        found: NDArray[np.int64] = np.where(self.common(units), 0, weights) if stops else weights
        return found

    def told(self, weights: NDArray[np.int64], units: Units) -> lexical.Weights:
        """The words of these weights as they are written."""
        chosen = np.flatnonzero(weights < self.rare())
        pairs = list(zip(self.written(chosen, units), weights[chosen].tolist(), strict=True))
        common = frozenset(word for word, weight in pairs if not weight)
        return lexical.Weights(common, frozenset(pair for pair in pairs if pair[1]), self.rare())

    def spread(self) -> int:
        """Per mille of the words that are said often and all over the source."""
        times = np.bincount(self.words, minlength=self.known)
        return 1000 * int(times[self.everywhere() & (times > _OFTEN)].sum()) // max(1, len(self.words))

    def written(self, chosen: NDArray[np.int64], units: Units) -> list[str]:
        """The words of these numbers as they are written."""
        first = np.zeros(self.known, dtype=np.int64)
        first[self.words[::-1]] = np.arange(len(self.words))[::-1]
        places = first[chosen]
        rows = np.searchsorted(self.starts, places, "right") - 1
        offsets = places - self.starts[rows]
        return [units.words(k)[at] for k, at in zip(rows.tolist(), offsets.tolist(), strict=True)]

    def likeness(self, units: Units, gap: int, weights: NDArray[np.int64]) -> tuple[int, int]:
        """How alike what stands before a light unit and behind it is, per mille: the sets of words near it, and the
        weighed bags of all within reach.
        """
        count, reach = len(units), lexical.MAX_UNITS
        ahead = self._bag(lexical.before(units, gap, 0, _NEAR), weights) > 0
        behind = self._bag(lexical.after(units, gap + 1, count, _NEAR), weights) > 0
        one = self._bag(lexical.before(units, gap, max(0, gap - reach), lexical.WIDE), weights)
        other = self._bag(lexical.after(units, gap + 1, min(count, gap + reach), lexical.WIDE), weights)
        near = lexical.per_mille(int((ahead & behind).sum()), int(ahead.sum()) * int(behind.sum()))
        return near, lexical.per_mille(int(one @ other), int(one @ one) * int(other @ other))

    def _bag(self, place: range, weights: NDArray[np.int64]) -> NDArray[np.int64]:
        """How often each word stands in these units, times what it weighs."""
        words = self.words[self.starts[place.start] : self.starts[place.stop]]
        bag: NDArray[np.int64] = np.bincount(words, minlength=self.known) * weights
        return bag
