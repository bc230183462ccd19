"""Variants of made files: what real files hold and the development pools hardly do.

Subheads, datelines above stories whose headline stands below, stories that come twice, and stories of a few lines. Each
takes the lines of a file and its gold stories (dicts with 1-based, inclusive `start` and `end`) and gives both anew.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from clean.news.words import UNSPACED

Story = dict[str, Any]
COPIED = 0.3  # of the stories come again
_BODY, _BODY_UNSPACED = 60, 25  # letters of the shortest lines that are paragraphs for certain


def varied(name: str, lines: list[str], stories: list[Story], rng: random.Random) -> tuple[list[str], list[Story]]:
    """The file in the variant of this name; as it is for the empty one."""
    if name == "dateline":
        with_datelines(lines, stories, rng)
    if name in ("again", "brief"):
        blocks = [Block(lines[story["start"] - 1 : end], story) for story, end in _ends(lines, stories)]
        blocks = _with_copies(blocks, rng) if name == "again" else _cut_short(blocks, rng)
        return _joined(lines[: stories[0]["start"] - 1], blocks)
    return lines, stories


@dataclass
class Block:
    """A story's lines with those up to the next one, and its gold."""

    lines: list[str]
    story: Story

    @property
    def size(self) -> int:
        """How many of the lines are the story's own."""
        return int(self.story["end"]) - int(self.story["start"]) + 1


def _ends(lines: list[str], stories: list[Story]) -> Iterator[tuple[Story, int]]:
    starts = [story["start"] - 1 for story in stories[1:]]
    return zip(stories, [*starts, len(lines)], strict=True)


def _joined(lines: list[str], blocks: list[Block]) -> tuple[list[str], list[Story]]:
    """The lines of the blocks in a row, and their gold where it stands now."""
    out, stories = list(lines), list[Story]()
    for block in blocks:
        stories.append({**block.story, "start": len(out) + 1, "end": len(out) + block.size})
        out += block.lines
    return out, stories


def _with_copies(blocks: list[Block], rng: random.Random) -> list[Block]:
    """Some stories come twice, right below or later; half of the copies have another headline."""
    out: list[Block] = []
    for block in blocks:
        out.append(block)
        if rng.random() < COPIED:
            again = Block(list(block.lines), dict(block.story))
            if block.story["headline"] and again.lines[0] == block.story["headline"] and rng.random() < 0.5:
                words = subhead(max(again.lines, key=len), 0.5, rng)
                again.lines = [words if line == block.lines[0] else line for line in again.lines]
                again.story["headline"] = words
            out.insert(len(out) if rng.random() < 0.5 else rng.randint(1, len(out)), again)
    return out


def _is_paragraph(line: str) -> bool:
    return len(line) >= (_BODY_UNSPACED if UNSPACED.search(line[:20]) else _BODY)


def _cut_short(blocks: list[Block], rng: random.Random) -> list[Block]:
    """Stories of one to three paragraphs each; in most files that have datelines all of one place."""
    import concat
    import feeds

    town, local = rng.choice(feeds.TOWNS).upper(), rng.random() < 0.6
    form = rng.choice(("{0} - ", "{0}: ", "{0} (" + rng.choice(concat.AGENCIES) + ") - ", "{0}, Tarsova -- "))
    for block in blocks:
        if local and block.story["layout"] == "dateline":
            dateline = concat.DATELINE.match(block.lines[1][:90])
            block.lines[1] = form.format(town) + block.lines[1][dateline.end() if dateline else 0 :]
        paragraphs = [n for n, line in enumerate(block.lines[1 : block.size], 1) if _is_paragraph(line)]
        end = paragraphs[: rng.randint(1, 3)][-1:] or [block.size - 1]
        block.lines[end[0] + 1 : block.size] = []
        block.story = {**block.story, "end": block.story["start"] + end[0]}
    return blocks


def with_datelines(lines: list[str], stories: list[Story], rng: random.Random) -> None:
    """A dateline before most stories' first paragraph, in stories whose headline stands below, or that have none."""
    import concat

    for story in stories:
        if story["layout"] in ("tail", "nohead") and rng.random() < 0.8:
            first = story["start"] - 1
            if not concat.DATELINE.match(lines[first][:90]):
                lines[first] = concat.placed(lines[first], rng)


def with_subheads(lines: list[str], stories: list[Story], rng: random.Random) -> tuple[list[str], list[Story]]:
    """The lines with a few words of a paragraph as a subhead before it, every few paragraphs of most stories."""
    added: dict[int, str] = {}
    for story in stories:
        if rng.random() < 0.15:
            continue
        every, style, numbered = rng.choice((1, 2, 3, 4)), rng.random(), rng.random() < 0.2
        for line in range(story["start"] + every, story["end"] - 1, every):
            if len(lines[line]) >= 60 and len(lines[line - 1]) >= 60 and rng.random() < 0.8:
                words = subhead(lines[line], style, rng)
                added[line] = f"{len(added) % 9 + 1}. {words}" if numbered else words
    out: list[str] = []
    place: list[int] = []
    for line, text in enumerate(lines):
        out += [added[line]] if added.get(line) else []
        place.append(len(out))
        out.append(text)
    moved = [{**story, "start": place[story["start"] - 1] + 1, "end": place[story["end"] - 1] + 1} for story in stories]
    return out, moved


def subhead(text: str, style: float, rng: random.Random) -> str:
    """One to nine words of a text, in the case of a headline, a title or capitals."""
    if UNSPACED.search(text[:20]):
        start = rng.randrange(max(1, len(text) // 2))
        return text[start : start + rng.randint(3, 14)].strip("。、「」 ")
    words = text.split()
    count = rng.choice((1, 1, 2, 2, 3, 3, 4, 5, 6, 7, 9))
    start = rng.randrange(max(1, min(len(words) - count, 25)))
    found = " ".join(words[start : start + count]).strip('.,;:"“”() ')
    if style < 0.15:
        return found.upper()
    if style < 0.35:
        return found.title()
    return found[:1].upper() + found[1:] + ("?" if style < 0.4 else "")
