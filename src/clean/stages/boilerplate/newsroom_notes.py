"""Notes of an agency to newsrooms below a story: with dpa from `dpa-Notizblock` to the initials of who wrote it.

Addresses, places and telephone numbers stand there, which are not for publication.
"""

from __future__ import annotations

from itertools import takewhile

from clean.document import BODY, Document
from clean.news.datelines import read_dateline
from clean.news.formulaic.shapes import fold
from clean.news.signoffs import signs

RULE = "wire-sign-off"
_LABEL = "notizblock"
_SIGNED = "dpa "  # how the last line begins: "dpa abc xx def"
LONGEST = 250  # characters: where no one may print something until when takes 120
MOST = 24  # lines; a dozen as a rule


def mark_notes(document: Document) -> None:
    """Have the lines below such a label go with it, down to the initials; where none are near, only the label goes."""
    lines = document.lines
    labels = [line for line, rule in document.rules.items() if rule == RULE and fold(lines[line]).endswith(_LABEL)]
    for label in labels:
        below = list(
            takewhile(lambda line: not _is_story(lines[line]), range(label + 1, min(label + MOST, len(lines))))
        )
        last = next((line for line in below if lines[line].startswith(_SIGNED) and signs(lines[line].strip())), -1)
        document.take_out((line for line in range(label + 1, last + 1) if document.marks[line] == BODY), RULE)


def _is_story(line: str) -> bool:
    """Whether a line is of a story: it opens with a dateline, or is longer than any note."""
    return len(line) > LONGEST or read_dateline(line) is not None
