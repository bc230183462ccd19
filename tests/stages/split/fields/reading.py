"""A story to read, with what stands above and below it."""

from __future__ import annotations

from clean.document import BODY
from clean.settings import Split
from clean.stages.split import read_story
from clean.story import Story

HEADLINE = "Council votes to rebuild harbour wall"
BODY_LINES = [
    "The council of Port Elden met on Monday and voted for a new harbour wall, which will cost four million crowns.",
    "The vote was close, with nine members against the plan and eleven for it, the clerk said.",
    "Work will begin in spring and last for two years, during which ferries will land at the old pier.",
]
FOLIO = "The Elden Post, 4 March 2019, page 3"


def read(lines: list[str], off: str = "") -> Story:
    return read_story(lines, bytearray(len(lines)), Split(off=frozenset({off} if off else ())))


def text(lines: list[str], story: Story) -> list[str]:
    return [line for line, mark in zip(lines, story.marks, strict=True) if mark == BODY]
