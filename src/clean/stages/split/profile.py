"""What is usual in a source, told by its first lines: the measure against which the cues of a gap are taken."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import groupby

import numpy as np

from clean.document import Mark
from clean.news.date_order import DateOrder, date_order
from clean.news.datelines import read_place
from clean.news.stopwords import STOPWORDS
from clean.news.words import IN_PAIRS
from clean.news.wrap import wrap_width
from clean.patterns import lazy
from clean.stages.split.columns import PARAGRAPH, Column, Columns
from clean.stages.split.endings import usual_endings
from clean.stages.split.gates import OF_KIND
from clean.stages.split.heads import LABELS, read_heads
from clean.stages.split.lexical import UNTOLD, Weights
from clean.stages.split.packed import are_again
from clean.stages.split.said import Said
from clean.stages.split.style import UNKNOWN, Style
from clean.stages.split.units import FOLDED_SIZE, Units

SAMPLE = 2000  # lines: over a hundred stories, and a small part of the time the 4 MB take
_SAMPLED_GAPS = 48  # light gaps compared for the mean cohesion
_STANDING = 160  # letters: house lines and labels that recur are shorter
_FEWEST = 10  # units: fewer have no parts to compare
_FEWEST_COMMON = 20  # units: fewer are too little to tell a topic from a stop word
_FEWEST_PLACES = 3  # paragraphs: two that begin with a sentence of a word may be chance
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
    stop; whether it holds `one` story and the `style` of its stories, which `boundaries.survey` tells. Per mille: the
    `blank` share of gaps with a blank line; the `low` share of light gaps without cohesion, and the mean `cohesion`
    over them and that over `wide` windows (-1 without light gaps), and the share of words that are said all over it
    (`spread`, -1 where that cannot be told). The folded lines that recur (`standing`), and what those below its
    stories end in (`endings`); how many paragraphs above a short line end with what stands below a story (`closed`);
    whether it begins with a paragraph, `bare` of a headline; how many letters half its headings have at most
    (`heading`); what its `words` weigh. What stands first in its dates of numbers (`date_order`).
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
    cohesion: int = -1
    low: int = -1
    wide: int = -1
    spread: int = -1
    standing: Mapping[str, int] = field(default_factory=dict, hash=False)
    endings: frozenset[str] = frozenset()
    closed: int = 0
    bare: bool = False
    heading: int = 0
    words: Weights = UNTOLD
    date_order: DateOrder = ""


def sample(lines: list[str], marks: bytearray, compiled: bool = False) -> Units:
    """The units of the first of a source's first lines, at the width at which these are wrapped."""
    lines, marks = lines[:SAMPLE], marks[:SAMPLE]
    width = wrap_width([line if mark == Mark.BODY else "" for line, mark in zip(lines, marks, strict=True)])
    return Units(lines, marks, width, compiled)


def profile(
    lines: list[str], marks: bytearray, whole: bool = True, compiled: bool = False, units: Units | None = None
) -> Profile:
    """What is usual in the source whose first lines these are (as many as there are; a `sample` is looked at, `units`
    if there is one yet).

    `spread` is told only of the `whole` of a source: what is said throughout its beginning says nothing. Compiled code
    reads words the same.
    """
    whole_seen = whole and len(lines) <= SAMPLE
    units = units or sample(lines, marks, compiled)
    lines, width = units.lines, units.width
    units = _without_copies(units)
    count = len(units)
    if count < 2:
        return Profile(width=width, date_order=date_order(lines))
    endings = usual_endings(units)
    columns = Columns(units, endings=endings)
    blanks = columns.blanks[1:count].tolist()
    kinds = Counter(units.kind(k) for k, may in enumerate(units.may) if may & OF_KIND)
    sums = columns.sums(columns.size[:count] < FOLDED_SIZE)
    repeats = _repeats(units, sums)
    said = Said.by(columns, compiled)
    weights = said.weights(stops=count >= _FEWEST_COMMON)
    cohesion, low, wide = _cohesion(units, said, weights)
    return Profile(
        width=width,
        blank=1000 * sum(n > 0 for n in blanks) // len(blanks),
        doubles=sum(n > 1 for n in blanks),
        datelines=kinds["dateline"],
        credits=kinds["byline"] + kinds["date"],
        repeats=len(repeats),
        decks=_decks(columns),
        numbered=units.light[0] and _NUMBER.match(units.text[0]) is not None,
        credits_above=_credit_is_first(units),
        dates_below=whole_seen and _date_is_last(units),
        places=_open_with_places(units),
        cohesion=cohesion,
        low=low,
        wide=wide,
        spread=said.spread() if whole and count >= _FEWEST and _known_language(units) else -1,
        standing=_standing(units, sums, repeats),
        endings=endings,
        closed=int(((columns.closing[: count - 1] > 0) & columns.light[1:count]).sum()),
        bare=not units.light[0],
        heading=_usual_heading(columns),
        words=said.told(weights, units),
        date_order=date_order(lines),
    )


def _without_copies(units: Units) -> Units:
    """The units without the stories that came before: they say nothing of how alike different ones are.

    A copy is a run of units each of which stood before: a headline, or what looks like one, and later a paragraph.
    """
    seen = set[str]()
    again = []
    for text in units.text:
        again.append(text in seen)
        seen.add(text)
    marks = bytearray(units.marks)
    for copied, run in groupby(range(len(units)), key=again.__getitem__):
        places = list(run)
        if copied and units.light[places[0]] and any(units.size[k] > PARAGRAPH for k in places):
            for k in places:
                marks[units.first[k] : units.last[k] + 1] = bytes([Mark.BLANK]) * (units.last[k] + 1 - units.first[k])
    return units if marks == units.marks else Units(units.lines, marks, units.width, units.compiled, units.readers)


def _credit_is_first(units: Units) -> bool:
    """Whether the source begins with a date or byline, perhaps both, and a headline."""
    kinds = [units.kind(k) for k in range(min(LABELS + 1, len(units)))]
    head = next((k for k, kind in enumerate(kinds) if kind not in _CREDITS), 0)
    return head > 0 and not kinds[head] and units.light[head]


def _date_is_last(units: Units) -> bool:
    """Whether the source begins with a headline and ends in a date below a paragraph, and so does a story within it."""
    count = len(units)
    below = [k for k in range(1, count) if units.light[k] and not units.light[k - 1] and units.kind(k) == "date"]
    if len(below) < 2 or below[-1] < count - 1 or not units.light[0]:
        return False
    # A date above the first paragraph is one of a head.
    return not any(units.kind(k) == "date" for k in range(units.light.index(False)))


def _open_with_places(units: Units) -> bool:
    """Whether stories open with a place and a stop: most paragraphs below a short line do, or have a dateline."""
    leads = [k for k in range(1, len(units)) if units.light[k - 1] and not units.light[k]]
    stopped = sum(read_place(units.text[k]) is not None for k in leads)
    if stopped < _FEWEST_PLACES:
        return False
    return 2 * (stopped + sum(units.kind(k) == "dateline" for k in leads)) > len(leads)


def _decks(units: Columns) -> int:
    """Headlines with a deck below."""
    light = np.flatnonzero(units.light)
    return int(read_heads(units, light, np.full(len(light), units.count)).deck.sum())


def _repeats(units: Units, sums: Column) -> set[int]:
    """The units that say the one before again: their letters come to the same, where both are short."""
    short = np.array(units.size) < FOLDED_SIZE
    beside = np.flatnonzero(short[1:] & ~short[:-1]) + 1
    grown = {k for k in beside.tolist() if len(units.text[k - 1]) <= _GROWN * len(units.text[k])}
    alike = np.flatnonzero(short[1:] & (sums[1:] == sums[:-1])) + 1
    return {k for k in grown.union(alike.tolist()) if units.repeats(k)}


def _standing(units: Units, sums: Column, repeats: set[int]) -> dict[str, int]:
    """Short lines that recur apart, twice or more often (3): house lines, labels.

    A list item may say again what the text said.
    """
    short = np.flatnonzero(np.array(units.size) <= _STANDING)
    again = short[are_again(sums[short])].tolist()
    lines = Counter(units.folded(k) for k in again if units.kind(k) != "bullet" and k not in repeats)
    return {line: min(times, 3) for line, times in lines.items() if times > 1 and len(line) > 3}


def _usual_heading(units: Columns) -> int:
    """How many letters half of the headings (short lines of no kind) have at most, or the first line if one and longer;
    0 where there are none.
    """
    heading = units.light & (units.kind == 0)
    sizes = np.sort(units.size[heading])
    return max(int(sizes[(len(sizes) - 1) // 2]), int(heading[0] * units.size[0])) if len(sizes) else 0


def _known_language(units: Units) -> bool:
    """Whether stop words are among the words, as in all languages of the list, or the script has none to tell."""
    text = " ".join(units.text[:_TOLD])
    if IN_PAIRS.search(text):
        return True
    words = _WORD.findall(text.casefold())
    return 100 * sum(word in STOPWORDS for word in words) >= _STOP_SHARE * len(words)


def _cohesion(units: Units, said: Said, weights: Column) -> tuple[int, int, int]:
    """Mean similarity over light gaps and the share of those that have next to none, per mille; -1 without any."""
    gaps = [k for k in range(1, len(units)) if units.light[k] and not units.kind(k)]
    gaps = gaps[:: max(1, len(gaps) // _SAMPLED_GAPS)][:_SAMPLED_GAPS]
    if not gaps:
        return -1, -1, -1
    near, wide = zip(*(said.likeness(units, k, weights) for k in gaps), strict=True)
    count = len(gaps)
    return sum(near) // count, 1000 * sum(value <= 50 for value in near) // count, sum(wide) // count
