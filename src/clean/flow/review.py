"""The doubtful boundaries of a run, for people to look through: `clean run --review FILE`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import nsmallest
from typing import TYPE_CHECKING, NamedTuple

from clean.document import Document

if TYPE_CHECKING:
    from clean.stages.split import Gap
    from clean.stages.split.model.reasons import Share

DOUBTFUL = 300
"""Points from the threshold up to which a gap is doubtful: further away the model gives odds of twenty to one, for 100
points are a factor e."""

REVIEWED = 50
"""Gaps that a review lists if not told otherwise: what can be looked through in a minute or two."""

_STEP = 50  # points in which gaps are counted, so that the page can say what other thresholds would do
_ABOVE, _BELOW = 3, 4  # lines with text shown on either side: a headline, a byline and a paragraph or two
_REACH = 12  # lines looked through for them, far less than the context a block has
_SHARES = 8  # cues shown on a line each; some ten more have a few points each
_WIDTH = 100  # characters shown of a line


class Doubt(NamedTuple):
    """A gap about which the model was not sure.

    `distance` of its score from the threshold; `source` its number; `line` of the source, from 1; `text_line` of the
    record's text, 0 in a text file; lines `above` and `below` it, each with its number.
    """

    distance: int
    source: int
    line: int
    text_line: int
    score: int
    cut: bool
    shares: tuple[Share, ...]
    above: tuple[tuple[int, str], ...]
    below: tuple[tuple[int, str], ...]


@dataclass(slots=True)
class Doubts:
    """The most doubtful gaps, at most so many (`most`), in order; and how many gaps were near the threshold, by steps
    of points above it.
    """

    most: int
    items: list[Doubt] = field(default_factory=list)
    near: Counter[int] = field(default_factory=Counter)

    def add(self, gaps: Sequence[Gap], document: Document, threshold: int, weights: Mapping[str, int]) -> None:
        """The gaps of one document that are doubtful, as far as they are among its most doubtful ones."""
        found = [(abs(gap.score - threshold), gap.line, gap) for gap in gaps if _is_open(gap, threshold)]
        self.near.update((gap.score - threshold - 1) // _STEP for _, _, gap in found)
        for distance, _, gap in nsmallest(self.most, found, key=lambda one: one[:2]):
            self.items.append(_doubt(distance, gap, document, weights))

    def in_record(self, line: int) -> None:
        """These gaps are in the text of the record on this line of the source."""
        self.items = [item._replace(line=line, text_line=item.line) for item in self.items]

    def merge(self, other: Doubts, source: int = 0) -> None:
        """Take in those of a further part of a source."""
        self.near += other.near
        self.items = nsmallest(self.most, self.items + [item._replace(source=source) for item in other.items])


def _is_open(gap: Gap, threshold: int) -> bool:
    """Whether a gap was decided by its score alone, and narrowly: not by a better one beside it."""
    return not gap.certain and abs(gap.score - threshold) <= DOUBTFUL and gap.boundary == (gap.score > threshold)


def _doubt(distance: int, gap: Gap, document: Document, weights: Mapping[str, int]) -> Doubt:
    from clean.stages.split.model.reasons import shares

    parts = tuple(shares({"bias": 1, **gap.cues}, weights))
    above = _context(document, range(gap.line - 1, max(-1, gap.line - 1 - _REACH), -1), _ABOVE)
    below = _context(document, range(gap.line, min(len(document), gap.line + _REACH)), _BELOW)
    line = document.first_line + gap.line
    return Doubt(distance, 0, line, 0, gap.score, gap.boundary, parts, tuple(reversed(above)), tuple(below))


def _context(document: Document, lines: range, most: int) -> list[tuple[int, str]]:
    """Lines with their numbers, until so many of them have text."""
    found: list[tuple[int, str]] = []
    texts = 0
    for line in lines:
        if texts == most:
            break
        text = document.lines[line]
        found.append((document.first_line + line, _short(text)))
        texts += bool(text.strip())
    while found and not found[-1][1].strip():
        found.pop()
    return found


def _short(text: str) -> str:
    return text if len(text) <= _WIDTH else f"{text[: _WIDTH - 30]} … {text[-27:]}"


# ------------------------------------------------------------------ the page


def page(doubts: Doubts, names: Sequence[str], boundaries: int, threshold: int) -> Iterator[str]:
    """The review as lines of text, control characters escaped."""
    yield f"Boundaries: {boundaries:,}"
    yield f"Doubtful, cut or not: {doubts.near.total():,}, scored within {DOUBTFUL} of split.threshold, {threshold:,}"
    yield f"Listed, the most doubtful first: {len(doubts.items):,}"
    yield ""
    yield "With another split.threshold the run would cut about:"
    yield from (f"  {threshold + step:>6,}  {_effect(doubts.near, step)}" for step in (-300, -200, -100, 100, 200, 300))
    for number, item in enumerate(doubts.items, 1):
        yield ""
        yield from _entry(number, item, names[item.source])


def _effect(near: Counter[int], step: int) -> str:
    steps = range(step // _STEP, 0) if step < 0 else range(step // _STEP)
    count = sum(near[place] for place in steps)
    return f"{count:,} {'more' if step < 0 else 'fewer'}"


def _entry(number: int, item: Doubt, name: str) -> Iterator[str]:
    side = "above" if item.cut else "below"
    where = f"{_escaped(name)}:{item.line}" + (f", line {item.text_line} of its text" if item.text_line else "")
    verdict = "cut" if item.cut else "not cut"
    yield f"{number}. {where}: {verdict}, score {item.score}, {item.distance} {side} the threshold"
    yield ""
    yield from (f"{line:>9}  {_escaped(text)}".rstrip() for line, text in item.above)
    yield f"{'':9}  {'=' * 12} {verdict} {'=' * 12}"
    yield from (f"{line:>9}  {_escaped(text)}".rstrip() for line, text in item.below)
    yield ""
    from clean.stages.split.model.reasons import in_words

    for share in item.shares[:_SHARES]:
        yield f"    {share.points:>+6}  {in_words(share.cue)} ({share.cue})"
    if rest := item.shares[_SHARES:]:
        names = ", ".join(share.cue for share in rest)
        yield f"    {sum(share.points for share in rest):>+6}  all the rest, of fewer points each ({names})"


def _escaped(text: str) -> str:
    """Text that moves no cursor and hides nothing."""
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode("ascii") for char in text)
