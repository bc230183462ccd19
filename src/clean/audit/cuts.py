"""Where sources were cut into stories, and what spoke for it: columns, and the lines of the audit that tell of them."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from clean.rules import STAGE_OF

RULE = "boundary"

PER_LINE = 1000
"""Boundaries on a line of the audit: one each would be 130 bytes, 6 % of a story of usual length. So many on one are 13
to 18 bytes each with the names of the cues; more on one would save nothing, and nobody could read the line."""

_CERTAIN = -(1 << 62)  # stands for no score


@dataclass(slots=True)
class Cuts:
    """Boundaries of one source in order: the byte and line (from 1) at which a story begins, the score, and the cues
    that spoke for it, as a number into `cues`.
    """

    places: array[int] = field(default_factory=lambda: array("q"))
    lines: array[int] = field(default_factory=lambda: array("q"))
    scores: array[int] = field(default_factory=lambda: array("q"))
    reasons: array[int] = field(default_factory=lambda: array("q"))
    cues: dict[tuple[str, ...], int] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.places)

    def add(self, place: int, line: int, score: int | None, cues: tuple[str, ...]) -> None:
        """The next boundary; one without a score is certain."""
        self.places.append(place)
        self.lines.append(line)
        self.scores.append(_CERTAIN if score is None else score)
        self.reasons.append(self.cues.setdefault(cues, len(self.cues)))

    def extend(self, other: Cuts) -> None:
        """The boundaries of the next block."""
        renumbered = [self.cues.setdefault(cues, len(self.cues)) for cues in other.cues]
        self.places += other.places
        self.lines += other.lines
        self.scores += other.scores
        self.reasons.extend(renumbered[reason] for reason in other.reasons)

    def rows(self, source_name: str, place: tuple[int, int] | None = None) -> Iterator[dict[str, Any]]:
        """The lines of the audit, each with columns for some boundaries; they stand at this byte and line."""
        if not self:
            return
        place = place or (self.places[0], self.lines[0])
        known = list(self.cues)
        for first in range(0, len(self), PER_LINE):
            some = slice(first, first + PER_LINE)
            cues = list(dict.fromkeys(self.reasons[some]))
            number = {reason: place for place, reason in enumerate(cues)}
            yield {
                **_place(source_name, *place),
                "lines": self.lines[some].tolist(),
                "scores": [None if score == _CERTAIN else score for score in self.scores[some]],
                "cues": [list(known[reason]) for reason in cues],
                "cues_of": [number[reason] for reason in self.reasons[some]],
            }


def _place(source_name: str, place: int, line: int) -> dict[str, Any]:
    return {
        "source": source_name,
        "start_byte": place,
        "end_byte": place,
        "start_line": line,
        "end_line": line,
        "stage": STAGE_OF[RULE],
        "rule": RULE,
    }


def flaw_of_row(row: dict[str, Any], raw: bytes) -> str:
    """What is wrong with a line of the audit that tells of boundaries; "" if nothing is."""
    import orjson

    if list(row) != [*_place("", 0, 0), "lines", "scores", "cues", "cues_of"]:
        return "not as a run writes it"
    lines, scores, cues, cues_of = row["lines"], row["scores"], row["cues"], row["cues_of"]
    if not (_are(int, lines) and _are(int, cues_of) and _are(int | None, scores) and _are(list, cues)):
        return "the columns are not of numbers and names"
    if not all(_are(str, names) for names in cues):
        return "cues that are no names"
    if not 0 < len(lines) == len(scores) == len(cues_of) or lines != sorted(lines):
        return "the columns do not belong together"
    if list(dict.fromkeys(cues_of)) != list(range(len(cues))):
        return "the cues are not those of the boundaries"
    right = {**row, **_place(row["source"], row["start_byte"], row["start_line"])}
    return "" if orjson.dumps(right, option=orjson.OPT_APPEND_NEWLINE) == raw else "not as a run writes it"


def _are(kind: Any, values: object) -> bool:
    return isinstance(values, list) and all(isinstance(value, kind) and not isinstance(value, bool) for value in values)


def is_boundary(row: dict[str, Any]) -> bool:
    """Whether a line of the audit tells of boundaries, and not of a change."""
    return row.get("rule") == RULE
