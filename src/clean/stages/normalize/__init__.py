"""The stage `normalize`: single lines repaired, each change an audited edit.

A line is repaired for what stands in it and for nothing else, so the result does not depend on its neighbours, and a
line in its normal form stays as it is. No line gains or loses a line break.
"""

from __future__ import annotations

from clean.document import Document
from clean.settings import Normalize
from clean.stages.normalize.gate import suspects
from clean.stages.normalize.repair import repair_line, rules_of
from clean.stages.normalize.tags import part_blocks

__all__ = ["normalize", "part_blocks"]


def normalize(document: Document, settings: Normalize) -> None:
    """Bring the lines of a document to their normal form."""
    rules = rules_of(settings)
    for line in suspects(document.lines, settings, document.utf8):
        document.change(line, repair_line(document.lines[line], rules))
