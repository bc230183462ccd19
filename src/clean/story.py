"""What was read out of one story: its fields, and what becomes of each of its lines."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from clean.document import Edit

if TYPE_CHECKING:
    from clean.news.dateline import Dateline


@dataclass(slots=True, kw_only=True)
class StoryFields:
    """What is told of a story beside its text; `date` is ISO 8601, `metadata` all that has no field of its own."""

    headline: str = ""
    byline: str = ""
    dateline: str = ""
    agency: str = ""
    date: str = ""
    highlights: list[str] = field(default_factory=list)
    metadata: dict[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class Story(StoryFields):
    """The fields of a story and the fate of its lines, counted from 0 at the story's first line.

    `marks[i]` is a `Mark`; the lines still `BODY` make the text. `rules[i]` names the rule of a line that is taken out
    and whose mark alone does not say it. `edits[i]` are edits inside line i, in characters of the line as the stages
    before left it (a dateline taken off its paragraph). `joins[i]` is what stands between body line i and the next
    one in place of a line break: `" "` or `""`. `dated` is the line that the date comes from, or that has one which is
    not certain by itself.
    """

    marks: bytearray
    rules: dict[int, str] = field(default_factory=dict)
    edits: dict[int, list[Edit]] = field(default_factory=dict)
    joins: dict[int, str] = field(default_factory=dict)
    dated: str = ""

    def take_dateline(self, found: Dateline, line: int, start: int = 0) -> None:
        """Cut the dateline off the paragraph that it opens, from character `start` on; fields that are known stay."""
        self.dateline = self.dateline or found.written
        self.agency = self.agency or found.agency
        self.date = self.date or found.date
        self.byline = self.byline or found.byline
        cut = Edit(start, start + found.end, "", "dateline")
        self.edits[line] = sorted([*self.edits.get(line, []), cut])
