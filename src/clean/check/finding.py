"""A finding: a place in a file, the rule, and what is the matter there."""

from __future__ import annotations

from hashlib import blake2b
from typing import NamedTuple

SHOWN = 60
"""Characters of a text that a message shows: with a path before it, a line on a wide terminal."""


class Finding(NamedTuple):
    """Line and column count from 1, the column in characters of the line; `last_line` is the last one concerned.

    `key` tells the finding again when lines were added above it: a hash of what stands there.
    """

    path: str
    line: int
    column: int
    rule: str
    message: str
    last_line: int
    key: str


class Found(NamedTuple):
    """A finding in the lines of one text: line and character count from 0, `text` is what stands there."""

    line: int
    char: int
    rule: str
    message: str
    last: int
    text: str


def key_of(text: str) -> str:
    """The hash by which a finding is known again; 64 bits are enough among the findings of one file."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def quoted(text: str) -> str:
    """A text in quotes, cut to what a message has room for."""
    return f'"{text}"' if len(text) <= SHOWN else f'"{text[: SHOWN - 1]}…"'
