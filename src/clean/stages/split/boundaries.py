"""Where stories begin: a small linear model over the cues at each gap, within a bounded window.

The decision at a gap depends on the CONTEXT lines on either side, the profile and the settings alone, so that a block
of a source gives what the whole source gives. Scores are sums of integers.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple

from clean.document import CONTEXT
from clean.errors import UsageError
from clean.settings import Split
from clean.stages.split.counts import Counts, Place, count
from clean.stages.split.cues import NAMES, RIVALS, WINDOW, Cues, Gains, candidates, lexical_cues, plain_cues
from clean.stages.split.profile import SAMPLE, Profile
from clean.stages.split.units import Units


class Gap(NamedTuple):
    """A gap that was judged: the line after it, its score (above the threshold: a boundary), and the cues seen.

    Where it is `certain` no score decided: an export layout did, the topics, or a long way with nothing above.
    """

    line: int
    score: int
    cues: Cues
    boundary: bool
    certain: bool = False

    @classmethod
    def sure(cls, line: int, why: str) -> Gap:
        """A boundary that no score decided."""
        return cls(line, 0, {why: 1}, boundary=True, certain=True)


def find_boundaries(
    lines: list[str],
    marks: bytearray,
    usual: Profile,
    settings: Split,
    first: int,
    last: int,
    compiled: bool = False,
) -> list[int]:
    """The lines in `[first, last)` at which a story starts; lines outside are context, CONTEXT on a side are enough.

    The first line of the whole source is none of them, unless nothing but blank lines stands before it for a window.
    Compiled code counts words the same, and pays for tens of megabytes.
    """
    return [gap.line for gap in judge_gaps(lines, marks, usual, settings, first, last, compiled) if gap.boundary]


def judge_gaps(
    lines: list[str],
    marks: bytearray,
    usual: Profile,
    settings: Split,
    first: int,
    last: int,
    compiled: bool = False,
    slack: int = 0,
) -> list[Gap]:
    """The gaps in `[first, last)` that anything speaks for, with their scores; see `find_boundaries`.

    Left out are those that come nowhere near the threshold: not within `slack` points of it, whatever the words say.
    """
    units = Units(lines, marks, usual.width)
    if settings.mode not in ("headlines", "topic"):
        raise UsageError("unknown split.mode", settings.mode, "", 'it is "headlines" or "topic"')
    if settings.mode == "topic":
        from clean.stages.split.topic import topic_boundaries

        found = (units.first[k] for k in topic_boundaries(units))
        return [Gap.sure(line, "topic") for line in found if first <= line < last]
    near = [k for k in candidates(units) if first - CONTEXT <= units.first[k] < last + CONTEXT]
    scored = _best_hidden(_score(units, near, usual, settings, compiled, slack))
    cut = [not usual.one and _stands(scored, i, settings.threshold) for i in range(len(scored))]
    judged = [gap._replace(boundary=stands) for (_, gap), stands in zip(scored, cut, strict=True)]
    judged += [Gap.sure(line, "alone") for line in _lonely(units)]
    return sorted((gap for gap in judged if first <= gap.line < last), key=attrgetter("line"))


def holds_one(lines: list[str], marks: bytearray, usual: Profile, settings: Split) -> bool:
    """Whether these lines, all that a source has, are one story: no gap in them is above `settings.evidence`.

    The search ends at the first gap that is: in a file of several stories, right behind the first of them.
    """
    if settings.mode != "headlines" or len(lines) > SAMPLE:
        return False
    units = Units(lines, marks, usual.width)
    weights = read_weights(settings.weights)
    gains = Gains.of(weights)
    for k in candidates(units):
        seen = plain_cues(units, k, usual)
        if seen is None:
            continue
        score = weights["bias"] + _weighed(seen[1], weights)
        if score + gains.most(*seen) > settings.evidence:
            words = lexical_cues(seen[0], count(units, seen[0], usual.common), usual, seen[1])
            if score + _weighed(words, weights) > settings.evidence:
                return False
    return True


def _score(
    units: Units, gaps: list[int], usual: Profile, settings: Split, compiled: bool, slack: int
) -> list[tuple[int, Gap]]:
    """The gaps with their scores, those left out that no words could bring near the threshold or over it."""
    weights = read_weights(settings.weights)
    gains = Gains.of(weights)
    hopeful: list[tuple[Place, Cues, int]] = []
    for k in gaps:
        seen = plain_cues(units, k, usual)
        if seen is not None:
            score = weights["bias"] + _weighed(seen[1], weights)
            # One of a run of hidden gaps stays, lest the run become two, which may have a story begin in each.
            if seen[1]["hidden"] or score + gains.most(*seen) > settings.threshold - slack:
                hopeful.append((*seen, score))
    counts = _counts(units, [place for place, _, _ in hopeful], usual.common, compiled)
    scored = []
    for (place, found, score), counted in zip(hopeful, counts, strict=True):
        words = lexical_cues(place, counted, usual, found)
        total = score + _weighed(words, weights)
        shown = {name: value for name, value in (found | words).items() if value}
        scored.append((place.unit, Gap(units.first[place.unit], total, shown, total > settings.threshold)))
    return scored


def _weighed(found: Cues, weights: dict[str, int]) -> int:
    return sum([weights[name] * value for name, value in found.items() if value])


def _counts(units: Units, places: list[Place], common: frozenset[str], compiled: bool) -> Iterable[Counts]:
    if not compiled:
        return (count(units, place, common) for place in places)
    from clean.stages.split.windows import count_all

    return count_all(units.text, units.size, places, common)


def _best_hidden(scored: list[tuple[int, Gap]]) -> list[tuple[int, Gap]]:
    """Of the gaps between plain paragraphs that a tail below makes candidates, the best one: a story begins once."""
    kept: list[tuple[int, Gap]] = []
    run: list[tuple[int, Gap]] = []
    for item in (*scored, None):
        if item and "hidden" in item[1].cues and (not run or item[0] == run[-1][0] + 1):
            run.append(item)
            continue
        if run:
            kept.append(max(run, key=lambda one: (one[1].score, -one[0])))
        run = []
        if item and "hidden" in item[1].cues:
            run = [item]
        elif item:
            kept.append(item)
    return kept


def _stands(scored: list[tuple[int, Gap]], i: int, threshold: int) -> bool:
    """Whether a gap is above the threshold and no neighbour one unit on is better; of equals the first stands."""
    k, gap = scored[i]
    if gap.score <= threshold:
        return False
    for other, rival in scored[max(0, i - 1) : i + 2]:
        near = abs(other - k) == 1 and abs(rival.line - gap.line) <= RIVALS
        if near and (rival.score, -rival.line) > (gap.score, -gap.line):
            return False
    return True


def _lonely(units: Units) -> list[int]:
    """Units with nothing but blank lines and furniture for a window before them, which is as sure as it gets."""
    previous = (-1, *units.last[:-1])
    return [line for line, above in zip(units.first, previous, strict=False) if line - above > WINDOW]


@cache
def read_weights(path: str) -> dict[str, int]:
    """Weight by cue, with `bias`: those of the package, or of a JSON file of the same form."""
    where = Path(path) if path else files("clean.stages.split") / "weights.json"
    try:
        weights = json.loads(where.read_text("utf-8"))["weights"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UsageError("cannot read weights", path, str(error), "make them with eval/fit_split.py") from error
    missing = [name for name in ("bias", *NAMES) if not isinstance(weights.get(name), int)]
    if missing:
        raise UsageError("weights are missing", path, ", ".join(missing), "make them with eval/fit_split.py")
    return {name: weights[name] for name in ("bias", *NAMES)}
