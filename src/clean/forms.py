"""The form of OUT, by its name: rows as lines of JSON, plain or compressed."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Literal, NamedTuple

from clean.sources.find import COMPRESSIONS


class Form(NamedTuple):
    """How the rows are written, and by what they are compressed ("": nothing)."""

    rows: Literal["jsonl"]
    compression: str = ""


def form_of(out: Path) -> Form:
    """The form that OUT's name asks for; a name that says nothing is one of plain lines."""
    return Form("jsonl", COMPRESSIONS.get(out.suffix.lower(), ""))


def base_name(out: Path) -> str:
    """OUT's name without the suffixes of its form: what the files beside it are named after.

    >>> base_name(Path("out.jsonl.zst")), base_name(Path("out.txt"))
    ('out', 'out.txt')
    """
    name = out.name
    for known in (COMPRESSIONS, (".jsonl",)):
        stem, suffix = os.path.splitext(name)
        name = stem if suffix.lower() in known else name
    return name
