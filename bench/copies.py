"""Duplicates to plant: what becomes of a story on its way into another paper."""

from __future__ import annotations

import random

from bench.prose import Story

KINDS = ("exact", "near", "reprint", "contained")


def copy(story: Story, kind: str, other: Story, chance: random.Random) -> Story:
    """A copy of a story; `other` is one to borrow words from."""
    headline, body = story
    if kind == "reprint":
        return Story(_rewritten(headline, other), body)
    if kind == "near":
        changed = [_edited(line, chance) if chance.random() < 0.35 else line for line in body]
        return Story(headline, [*changed, other.paragraphs[0]])
    if kind == "contained":
        return Story(headline, body[: max(3, len(body) // 3)])
    return story


def fits(story: Story) -> bool:
    """Whether all kinds can be made of it: long enough that some changes leave it a near duplicate."""
    return len(story.paragraphs) >= 6


def _rewritten(headline: str, other: Story) -> str:
    """Another headline for the same story: its words turned around, and one that is new."""
    first, *rest = headline.split()
    return " ".join([*rest, "as", first, other.headline.split()[-1]]).capitalize()


def _edited(line: str, chance: random.Random) -> str:
    """The line with one word replaced by another of its words."""
    words = line.split(" ")
    words[chance.randrange(len(words) - 1)] = chance.choice(words).strip(".,“”").lower() or "and"
    return " ".join(words)
