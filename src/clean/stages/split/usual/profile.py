"""What is usual in a source, told by its first lines: the measure against which the cues of a gap are taken."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

import numpy as np

from clean.document import Mark
from clean.news.date_order import DateOrder, date_order
from clean.news.datelines import read_place
from clean.news.stopwords import STOPWORDS
from clean.news.words import IN_PAIRS, IN_RUNS
from clean.news.wrap import wrap_width
from clean.patterns import lazy
from clean.stages.split.block.columns import PARAGRAPH, Column, Columns
from clean.stages.split.block.gates import OF_KIND
from clean.stages.split.block.heads import LABELS, read_heads
from clean.stages.split.block.joined import Joined, Text
from clean.stages.split.block.packed import are_again
from clean.stages.split.block.units import FOLDED_SIZE, Units
from clean.stages.split.cohesion.lexical import UNTOLD, Weights
from clean.stages.split.cohesion.said import Said
from clean.stages.split.usual.copies import told_once
from clean.stages.split.usual.endings import usual_endings
from clean.stages.split.usual.style import UNKNOWN, Style

PROFILED = 2000  # lines: over a hundred stories, and a small part of the time the 4 MB take
_SAMPLED_GAPS = 48  # light gaps compared for the mean cohesion
_UNLIKE = 50  # per mille: texts so little alike have next to no words in common
_OFTEN = 3  # times or more are told as so many
_SAID = 4  # letters of a line that recurs: a shorter one is a number or a mark
_STANDING = 160  # letters: house lines and labels that recur are shorter
_FEWEST = 10  # units: fewer have no parts to compare
_FEWEST_COMMON = 20  # units: fewer are too little to tell a topic from a stop word
_FEWEST_PLACES = 3  # paragraphs: two that begin with a sentence of a word may be chance
_OPENING = 8  # units: a head of two labels, a headline, a deck and credits, and the paragraph below
_GROWN = 3  # characters that one becomes at most where case is folded
_TOLD = 40  # units tell the language
_STOP_SHARE = 6  # per cent of the words of three letters and more: 13 (Arabic) to 45 where the list has the language
_WORD = lazy(r"\w{3,}")
_NUMBER = lazy(r"\d{1,3}[.):] +(?=\D)")
_CREDITS = ("byline", "date")


@dataclass(frozen=True, slots=True)
class Profile:
    """What is usual in a source.

    `width` of hard-wrapped lines (0: none). How many units have two blank lines before them (`doubles`), a dateline, a
    credit line, say the one before again (`repeats`), or have a deck below them (`decks`). Whether its first line is
    `numbered`, as the items of a bulletin are; whether a date or byline stands above its first headline
    (`credits_above`), or dates stand below its stories (`dates_below`); whether its stories open with `places` and a
    stop; whether it holds `one` story, the `style` of its stories and how many letters a usual one has (`size`), which
    `survey.py` tells. Per mille: the `blank` share of gaps with a blank line; the `low` share of light gaps without
    cohesion, and the mean `cohesion` over them and that over `wide` windows (-1 without light gaps). The folded lines
    that recur (`standing`), and what those below its stories end in (`endings`); how many paragraphs above a short line
    end with what stands below a story (`closed`); whether it begins with a paragraph, `bare` of a headline; the units
    that it begins with (`opening`); how many letters half its headings have at most (`heading`); what its `words`
    weigh. What stands first in its dates of numbers (`date_order`).
    """

    width: int = 0
    blank: int = 0
    doubles: int = 0
    datelines: int = 0
    credits: int = 0
    repeats: int = 0
    decks: int = 0
    numbered: bool = False
    credits_above: bool = False
    dates_below: bool = False
    places: bool = False
    one: bool = False
    style: Style = UNKNOWN
    size: int = 0
    cohesion: int = -1
    low: int = -1
    wide: int = -1
    standing: Mapping[str, int] = field(default_factory=dict, hash=False)
    endings: frozenset[str] = frozenset()
    closed: int = 0
    bare: bool = False
    opening: tuple[str, ...] = ()
    heading: int = 0
    words: Weights = UNTOLD
    date_order: DateOrder = ""


def sample(lines: list[str], marks: bytearray) -> Text:
    """The first of a source's first lines, and the width at which these are wrapped."""
    lines, marks = lines[:PROFILED], marks[:PROFILED]
    width = wrap_width([line if mark == Mark.BODY else "" for line, mark in zip(lines, marks, strict=True)])
    return Text(lines, marks, width)


def profile(lines: list[str], marks: bytearray, whole: bool = True, compiled: bool = False) -> Profile:
    """What is usual in the source whose first lines these are (as many as there are; a `sample` is looked at).

    Compiled code reads words the same.
    """
    whole_seen = whole and len(lines) <= PROFILED
    units = told_once(Units.of(Joined.of([sample(lines, marks)]), compiled))
    columns = Columns(units, endings=usual_endings(units))
    return Learned.of(columns, [whole_seen], [True]).complete().profiles[0]


class Learned(NamedTuple):
    """What is usual in several sources, but for the words that `complete` adds: told by these columns, the words, and
    what each of them weighs.
    """

    profiles: list[Profile]
    columns: Columns
    said: Said
    weights: Column

    @classmethod
    def of(cls, columns: Columns, whole: Sequence[bool], wanted: Sequence[bool]) -> Learned:
        """What is usual in the sources of these columns, all of which are read or the `whole` of which is; no more than
        that is told of one that is not wanted but how it is read.
        """
        units = columns.units
        wanted = [asked and len(run) > 1 for asked, run in zip(wanted, units.runs, strict=True)]
        said = Said.by(columns, units.compiled, wanted)
        weights = said.weights(fewest=_FEWEST_COMMON)
        found = cls([_as_read(units, source) for source in range(len(wanted))], columns, said, weights)
        counts = _Counts.of(columns) if any(wanted) else None
        for source, asked in enumerate(wanted):
            if asked and counts is not None:
                found.profiles[source] = found._told(source, whole[source], counts)
        return found

    def _told(self, source: int, whole: bool, counts: _Counts) -> Profile:
        """The profile of a source of several units."""
        columns, units, run = self.columns, self.columns.units, self.columns.units.runs[source]
        blanks = counts.blanks[run.start + 1 : run.stop]
        kinds = Counter(units.kind(k) for k in run if units.may[k] & OF_KIND)
        repeats = _within(counts.repeats, run)
        cohesion, low, wide = self._cohesion(run)
        return replace(
            self.profiles[source],
            blank=1000 * sum(n > 0 for n in blanks) // len(blanks),
            doubles=sum(n > 1 for n in blanks),
            datelines=kinds["dateline"],
            credits=kinds["byline"] + kinds["date"],
            repeats=len(repeats),
            decks=counts.decks[source],
            numbered=units.light[run.start] and _NUMBER.match(units.text[run.start]) is not None,
            credits_above=_credit_is_first(units, run),
            dates_below=whole and _date_is_last(units, run),
            places=_open_with_places(units, run),
            cohesion=cohesion,
            low=low,
            wide=wide,
            standing=_standing(units, counts, run, repeats),
            endings=columns.endings[source],
            closed=counts.closed[source],
            bare=not units.light[run.start],
            opening=_opening(units, run),
            heading=_usual_heading(columns, run),
        )

    def complete(self) -> Learned:
        """The same with profiles that tell what words weigh."""
        units = self.columns.units
        words = [
            self.said.told(self.weights, units, source) if len(run) > 1 else UNTOLD
            for source, run in enumerate(self.said.runs)
        ]
        return self._replace(
            profiles=[replace(usual, words=told) for usual, told in zip(self.profiles, words, strict=True)]
        )

    def spread(self, source: int) -> int:
        """Per mille of the words that are said all over the whole of a source; -1 where that cannot be told."""
        run = self.said.runs[source]
        told = len(run) >= _FEWEST and _known_language(self.columns.units, run)
        return self.said.spread(source) if told else -1

    def _cohesion(self, run: range) -> tuple[int, int, int]:
        """Mean similarity over light gaps and the share of those that have next to none, per mille; -1 without any."""
        units = self.columns.units
        gaps = [k for k in run[1:] if units.light[k] and not units.kind(k)]
        gaps = gaps[:: max(1, len(gaps) // _SAMPLED_GAPS)][:_SAMPLED_GAPS]
        if not gaps:
            return -1, -1, -1
        near, wide = zip(*(self.said.likeness(units, k, self.weights) for k in gaps), strict=True)
        count = len(gaps)
        return sum(near) // count, 1000 * sum(value <= _UNLIKE for value in near) // count, sum(wide) // count


def _as_read(units: Units, source: int) -> Profile:
    """What is told of a source of whatever few units: how it is read."""
    text = units.joined.part(source)
    return Profile(width=text.width, date_order=date_order(text.lines))


class _Counts(NamedTuple):
    """What is found in all sources at once: blank lines before each unit, and the units that say the one before again;
    of short ones those whose letters come to what others of the source do (`again`); headlines with a deck below, and
    paragraphs that end in a closing line, of each source.
    """

    blanks: list[int]
    repeats: list[int]
    again: list[int]
    decks: list[int]
    closed: list[int]

    @classmethod
    def of(cls, columns: Columns) -> _Counts:
        """What is found in these columns."""
        units, count = columns.units, columns.count
        source, sources = units.source, len(units.runs)
        sums = columns.sums((columns.size[:count] > 0) & (columns.size[:count] < FOLDED_SIZE))
        short = np.flatnonzero((columns.size[:count] > 0) & (columns.size[:count] <= _STANDING))
        again = short[are_again(source[short].astype(np.int64) << 32 | sums[short])]
        closed = (columns.closing[: count - 1] > 0) & columns.light[1:count]
        return cls(
            columns.blanks.tolist(),
            sorted(_repeats(units, sums)),
            again.tolist(),
            np.bincount(source[_decked(columns)], minlength=sources).tolist(),
            np.bincount(source[np.flatnonzero(closed)], minlength=sources).tolist(),
        )


def _within(places: list[int], run: range) -> list[int]:
    """Those of the units, in order, that are in a run."""
    return places[bisect_left(places, run.start) : bisect_left(places, run.stop)]


def _opening(units: Units, run: range) -> tuple[str, ...]:
    """What the source begins with, up to its first paragraph; nothing where that is short or far below."""
    first = next((k for k in run[:_OPENING] if not units.light[k]), run.stop)
    long = first < run.stop and units.size[first] > PARAGRAPH
    return tuple(units.text[run.start : first + 1]) if long else ()


def _credit_is_first(units: Units, run: range) -> bool:
    """Whether the source begins with a date or byline, perhaps both, and a headline."""
    head = next((k for k in run[: LABELS + 1] if units.kind(k) not in _CREDITS), run.start)
    return head > run.start and not units.kind(head) and units.light[head]


def _date_is_last(units: Units, run: range) -> bool:
    """Whether the source begins with a headline and ends in a date below a paragraph, and so does a story within it."""
    if not units.light[run.start]:
        return False
    below = [k for k in run[1:] if units.light[k] and not units.light[k - 1] and units.kind(k) == "date"]
    if len(below) < 2 or below[-1] < run[-1]:
        return False
    # A date above the first paragraph is one of a head.
    return not any(units.kind(k) == "date" for k in range(run.start, units.light.index(False, run.start)))


def _open_with_places(units: Units, run: range) -> bool:
    """Whether stories open with a place and a stop: most paragraphs below a short line do, or have a dateline."""
    leads = [k for k in run[1:] if units.light[k - 1] and not units.light[k]]
    stopped = sum(read_place(units.text[k]) is not None for k in leads)
    if stopped < _FEWEST_PLACES:
        return False
    return 2 * (stopped + sum(units.kind(k) == "dateline" for k in leads)) > len(leads)


def _decked(units: Columns) -> Column:
    """The headlines with a deck below."""
    light = np.flatnonzero(units.light)
    ends = np.array([run.stop for run in units.units.runs])
    return light[read_heads(units, light, ends[units.units.source[light]]).deck]


def _repeats(units: Units, sums: Column) -> set[int]:
    """The units that say the one before again: their letters come to the same, where both are short."""
    size = units.arrays[2]
    short = (size > 0) & (size < FOLDED_SIZE)
    beside = np.flatnonzero(short[1:] & (size[:-1] >= FOLDED_SIZE)) + 1
    grown = {k for k in beside.tolist() if len(units.text[k - 1]) <= _GROWN * len(units.text[k])}
    alike = np.flatnonzero(short[1:] & (sums[1:] == sums[:-1])) + 1
    return {k for k in grown.union(alike.tolist()) if units.repeats(k)}


def _standing(units: Units, counts: _Counts, run: range, repeats: list[int]) -> dict[str, int]:
    """Short lines that recur apart, twice or more often (3): house lines, labels.

    A list item may say again what the text said.
    """
    again = _within(counts.again, run)
    lines = Counter(units.folded(k) for k in again if units.kind(k) != "bullet" and k not in repeats)
    return {line: min(times, _OFTEN) for line, times in lines.items() if times > 1 and len(line) >= _SAID}


def _usual_heading(units: Columns, run: range) -> int:
    """How many letters half of the headings (short lines of no kind) have at most, or the first line if one and longer;
    0 where there are none.
    """
    heading = (units.light & (units.kind == 0))[run.start : run.stop]
    size = units.size[run.start : run.stop]
    sizes = np.sort(size[heading])
    return max(int(sizes[(len(sizes) - 1) // 2]), int(heading[0] * size[0])) if len(sizes) else 0


def _known_language(units: Units, run: range) -> bool:
    """Whether stop words are among the words, as in all languages of the list, or the script has none to tell."""
    text = " ".join(units.text[run.start : run.stop][:_TOLD])
    if IN_PAIRS.search(text) or IN_RUNS.search(text):
        return True
    words = _WORD.findall(text.casefold())
    return 100 * sum(word in STOPWORDS for word in words) >= _STOP_SHARE * len(words)
