"""What is said in the first units of a source: its words as numbers, those all over it, how alike parts of it are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from clean.news.fillers import FILLERS
from clean.stages.split.block.columns import Column, Columns, Flags
from clean.stages.split.block.units import Units
from clean.stages.split.cohesion import lexical
from clean.stages.split.cohesion.counts import Weighed

_FIFTHS = 4  # parts of five in which a word stands that is all over a source
_TIMES = 3  # units with a word at least, which few have otherwise
_COMMON = 6  # per cent of the units in which a word stands that says nothing in this source
_OFTEN = 3  # times more than which a word is said that a source is about
_NEAR = 1200  # letters on either side of a gap that are compared as sets
# Units of a source of so few that chance decides which of its words stand in several stories. Of 1,666 boundaries
# between local briefs of four or five paragraphs 76 fewer are missed, and 3 fewer are false; of 1,501 on nine newspaper
# sites (tail, wrapped, ocr, mixed) one more is missed, and with 60 units five more are wrong.
_FEW = 40
_FILLERS = lexical.Weights(told=frozenset((word, 1) for word in FILLERS), rare=0)


class Said(NamedTuple):
    """Words as numbers: those of unit k are `words[starts[k] : starts[k + 1]]`, from `edges[s]` on those of source s,
    the units of which are `runs[s]`. Which of them are `fillers`.
    """

    words: NDArray[np.int64]
    starts: NDArray[np.int64]
    edges: NDArray[np.int64]
    runs: list[range]
    fillers: Flags

    @classmethod
    def by(cls, columns: Columns, compiled: bool, wanted: Sequence[bool] = ()) -> Said:
        """The words of the sources `wanted`, or of all, by compiled code if told so."""
        runs = columns.units.runs
        asked = wanted or [True] * len(runs)
        if compiled:
            from clean.stages.split.cohesion.vocabulary import numbered

            words, starts, weight = numbered(*columns.told(), _FILLERS)
            return cls._apart(words[: starts[-1]], starts, weight > 0, columns.units, asked)
        words, sizes, edges, fillers = [], [0] * columns.count, [0], []
        for run, told in zip(runs, asked, strict=True):
            numbers: dict[str, int] = {}
            edge = edges[-1]
            for k in run if told else ():
                row = columns.units.words(k)
                sizes[k] = len(row)
                words += [numbers.setdefault(word, len(numbers) + edge) for word in row]
            edges.append(edge + len(numbers))
            fillers += [word in FILLERS for word in numbers]
        starts = np.concatenate(([0], np.cumsum(sizes, dtype=np.int64)))
        return cls(np.array(words, dtype=np.int64), starts, np.array(edges), runs, np.array(fillers, dtype=bool))

    @classmethod
    def _apart(cls, words: Column, starts: Column, fillers: Flags, units: Units, asked: Sequence[bool]) -> Said:
        """The words of the sources asked for, each numbered by itself, of words that all are numbered at once."""
        known = len(fillers)
        if len(units.runs) == 1:
            return cls(words.astype(np.int64), starts, np.array([0, known]), units.runs, fillers)
        source = np.repeat(units.source[: len(units)], np.diff(starts))
        kept = np.array(asked)[source]
        pairs = source[kept] * known + words[kept]
        order = np.sort(pairs)
        every = order[np.append(True, order[1:] != order[:-1])] if len(order) else order
        edges = np.searchsorted(every, known * np.arange(len(units.runs) + 1))
        starts = np.concatenate(([0], np.cumsum(kept)))[starts]
        return cls(np.searchsorted(every, pairs), starts, edges, units.runs, fillers[every % max(1, known)])

    @property
    def known(self) -> int:
        """How many different words there are, those of each source by themselves."""
        return int(self.edges[-1])

    def counts(self) -> NDArray[np.int64]:
        """How many units the source of each word has."""
        return np.repeat(list(map(len, self.runs)), np.diff(self.edges))

    def everywhere(self) -> Flags:
        """The words that stand in four fifths of their source's units, by their numbers."""
        cuts = [run.start + part * len(run) // 5 for run in self.runs for part in range(5)]
        fifth = (np.searchsorted(cuts, np.arange(len(self.starts) - 1), "right") - 1) % 5
        parts = np.repeat(fifth, np.diff(self.starts)) + 5 * self.words
        found: Flags = (np.bincount(parts, minlength=5 * self.known).reshape(-1, 5) > 0).sum(axis=1) >= _FIFTHS
        return found

    def units(self) -> NDArray[np.int64]:
        """In how many units each word stands."""
        unit = np.repeat(np.arange(len(self.starts) - 1), np.diff(self.starts))
        pairs = np.sort(unit * self.known + self.words)
        once = pairs[np.append(True, pairs[1:] != pairs[:-1])] if len(pairs) else pairs
        return np.bincount(once % max(1, self.known), minlength=self.known)

    def common(self, units: NDArray[np.int64]) -> Flags:
        """The words in many units and all over the source: its stop words, whatever its language."""
        found: Flags = (units >= _TIMES) & (100 * units > _COMMON * self.counts()) & self.everywhere()
        return found

    def rare(self, source: int) -> int:
        """What a word weighs that stands in one unit of its source alone."""
        return min(lexical.RAREST, len(self.runs[source]).bit_length())

    def weights(self, fewest: int = 0) -> NDArray[np.int64]:
        """What each word says: the logarithm of how rare it is, in whole numbers; nothing where it is common, in
        sources of units enough to tell which are stop words (`fewest`), nor where it is a filler, in those of few.
        """
        units, counts = self.units(), self.counts()
        rare = np.repeat([self.rare(source) for source in range(len(self.runs))], np.diff(self.edges))
        steps = np.searchsorted(1 << np.arange(lexical.RAREST), counts // np.maximum(1, units), "right")
        weights = np.minimum(steps, rare)
        silent = (counts >= fewest) & self.common(units) | (counts <= _FEW) & self.fillers
        found: NDArray[np.int64] = np.where(silent, 0, weights)
        return found

    def weighed(self, weights: NDArray[np.int64]) -> Weighed:
        """The words but for those that weigh nothing."""
        kept = weights[self.words] > 0
        starts = np.concatenate(([0], np.cumsum(kept)))[self.starts]
        return Weighed(self.words[kept].astype(np.int32), starts, weights)

    def told(self, weights: NDArray[np.int64], units: Units, source: int = 0) -> lexical.Weights:
        """The words of a source, of these weights, as they are written."""
        rare, (first, last) = self.rare(source), self.edges[source : source + 2]
        chosen = first + np.flatnonzero(weights[first:last] < rare)
        pairs = list(zip(self.written(chosen, units), weights[chosen].tolist(), strict=True))
        common = frozenset(word for word, weight in pairs if not weight)
        return lexical.Weights(common, frozenset(pair for pair in pairs if pair[1]), rare)

    def spread(self, source: int = 0) -> int:
        """Per mille of the words of a source that are said often and all over it."""
        words, first, known = self._of(source)
        times = np.bincount(words, minlength=known)
        often = self.everywhere()[first : first + known] & (times > _OFTEN)
        return 1000 * int(times[often].sum()) // max(1, len(words))

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
        source, reach = int(units.source[gap]), lexical.MAX_UNITS
        run, (first, last) = self.runs[source], self.edges[source : source + 2].tolist()
        own = weights[first:last]

        def bag(place: range) -> NDArray[np.int64]:
            """How often each word stands in these units, times what it weighs."""
            words = self.words[self.starts[place.start] : self.starts[place.stop]] - first
            found: NDArray[np.int64] = np.bincount(words, minlength=last - first) * own
            return found

        ahead = bag(lexical.before(units, gap, run.start, _NEAR)) > 0
        behind = bag(lexical.after(units, gap + 1, run.stop, _NEAR)) > 0
        one = bag(lexical.before(units, gap, max(run.start, gap - reach), lexical.WIDE))
        other = bag(lexical.after(units, gap + 1, min(run.stop, gap + reach), lexical.WIDE))
        near = lexical.per_mille(int((ahead & behind).sum()), int(ahead.sum()) * int(behind.sum()))
        return near, lexical.per_mille(int(one @ other), int(one @ one) * int(other @ other))

    def _of(self, source: int) -> tuple[NDArray[np.int64], int, int]:
        """The words of a source by numbers of their own, the first of these, and how many different ones there are."""
        run, (first, last) = self.runs[source], self.edges[source : source + 2].tolist()
        return self.words[self.starts[run.start] : self.starts[run.stop]] - first, first, last - first
