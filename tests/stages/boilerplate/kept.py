"""Which lines a rule leaves that looks at lines together."""

from __future__ import annotations

from collections.abc import Callable

from clean.document import Document, Mark
from clean.settings import Boilerplate
from clean.stages.boilerplate import mark_lines


def kept_by(rule: Callable[[Document, Boilerplate], None], lines: list[str], off: frozenset[str]) -> list[str]:
    """The lines that stay behind the line rules and this one, without the blank ones."""
    document = Document(lines, list(range(len(lines) + 1)))
    document.marks = bytearray(len(lines))
    settings = Boilerplate(off=off)
    mark_lines(document, settings)
    rule(document, settings)
    gone = (Mark.BOILERPLATE, Mark.BLANK)
    return [line for line, mark in zip(lines, document.marks, strict=True) if mark not in gone]
