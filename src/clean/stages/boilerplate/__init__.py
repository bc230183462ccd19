"""Boilerplate: formulaic lines, separators and blank lines; page furniture; lines repeated over the corpus.

`mark_lines` judges each line of a document alone, `mark_page` the lines of one story together. Nothing is taken out
here: lines are marked, with the rule that says why.
"""

from __future__ import annotations

from clean.stages.boilerplate.lines import mark_lines
from clean.stages.boilerplate.page import mark_page

__all__ = ["mark_lines", "mark_page"]
