"""Signs around a line, as Markdown and wikis set off a headline: `# Headline`, `=== Headline ===`, `**Headline**`."""

from __future__ import annotations

from typing import NamedTuple

SIGNS = "#=*_~-"
RANKS = 6  # Markdown and wikis have no more
LONGEST = 300  # characters: no headline with its signs is longer


class Setting(NamedTuple):
    """The signs before what is set off, and where that begins and ends in its line."""

    signs: str
    start: int
    end: int


NONE = Setting("", 0, 0)


def read_setting(line: str) -> Setting:
    """How a line is set off as a whole; NONE where it is not."""
    sign = line[:1]
    if not sign or sign not in SIGNS or len(line) > LONGEST:
        return NONE
    said = line.lstrip(sign)
    rank = len(line) - len(said)
    bare = said.rstrip(sign)
    closed = len(said) - len(bare)
    if sign == "#":
        fits = said.startswith(" ")
        bare = bare if bare.endswith(" ") else said  # `# What C# can do`
    else:
        fits = closed == rank and (sign == "=" or sign * rank not in bare)  # `**Jane:** it is **so**`
    text = bare.strip()
    if not fits or rank > RANKS or not text or text[0] in SIGNS:
        return NONE
    start = line.index(text, rank)
    return Setting(sign * rank, start, start + len(text))


def is_subhead(text: str) -> bool:
    """Whether a line of a source without its headlines' signs is a heading of Markdown still."""
    return read_setting(text).signs.startswith("#")
