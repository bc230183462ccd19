"""The stage `normalize`: lines repaired, each change an audited edit.

A line is repaired for what stands in it, so that one in its normal form stays as it is. What hangs on its neighbours is
markup over several lines alone. No line gains or loses a line break.
"""

from __future__ import annotations

from clean.document import Document
from clean.settings import Normalize
from clean.stages.normalize.gate import suspects
from clean.stages.normalize.repair import Group, repair_line, rules_of
from clean.stages.normalize.spanning import find_spanning
from clean.stages.normalize.tags import MAY_MARK, RULE, part_blocks

__all__ = ["normalize", "normalize_each", "part_blocks"]


def normalize(document: Document, settings: Normalize) -> None:
    """Bring the lines of a document, which stand one below the other, to their normal form."""
    rules = rules_of(settings)
    asked = _repair(document, settings, rules)
    if RULE in settings.off:
        return
    for line, edits in find_spanning(document.lines, [i for i in asked if MAY_MARK.search(document.lines[i])]).items():
        document.change(line, edits)
        document.change(line, repair_line(document.lines[line], rules))


def normalize_each(document: Document, settings: Normalize) -> None:
    """Bring lines that have nothing to do with each other to their normal form."""
    _repair(document, settings, rules_of(settings))


def _repair(document: Document, settings: Normalize, rules: list[Group]) -> list[int]:
    """Repair lines for what stands in them; which were asked."""
    asked = suspects(document.lines, settings, document.utf8)
    for line in asked:
        document.change(line, repair_line(document.lines[line], rules))
    return asked
