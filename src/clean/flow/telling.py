"""What is told of a run while it goes on, to whoever hears: a bar, a log, nobody."""

from __future__ import annotations

from collections.abc import Callable

Tell = Callable[[str, int], None]
"""Hears of each step: what it is (a stage, `total` for the bytes to read, `articles`), and how much of it."""


def silent(stage: str, size: int) -> None:
    """Hears of each step, and says nothing."""
