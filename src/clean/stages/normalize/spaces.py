"""Blanks at the ends of a line and runs of them inside it."""

from __future__ import annotations

import re

from clean.document import Edit

RUN = re.compile("\t[\t ]*+| [\t ]++")


def find_indentation(text: str) -> list[Edit]:
    """Blanks before the first character of a line."""
    depth = len(text) - len(text.lstrip(" \t"))
    return [Edit(0, depth, "", "indentation")] if depth else []


def find_trailing_spaces(text: str) -> list[Edit]:
    """Blanks after the last character of a line."""
    length = len(text.rstrip(" \t"))
    return [Edit(length, len(text), "", "trailing-spaces")] if length < len(text) else []


def find_extra_spaces(text: str) -> list[Edit]:
    """Runs of blanks, and tabs; one space stays of each."""
    if "  " not in text and "\t" not in text:
        return []
    return [Edit(*run.span(), " ", "extra-spaces") for run in RUN.finditer(text)]
