"""Hard-wrapped lines: which line runs on into the next one, and with what between them.

A line was broken by a program when the next line's first word would not have fitted behind it. Where nearly every
line that has a neighbour below is like that, and no line is longer than a page is wide, the text is hard-wrapped.
"""

from __future__ import annotations

from collections.abc import Sequence

from clean.news.words import UNSPACED

MAX_WIDTH = 110  # terminals and wire services wrap at 60 to 80 columns, mail at up to 100
MIN_WIDTH = 40
_SLACK = 4  # columns by which old typesetters stayed below the width
_SHARE = 0.75  # of the lines with a neighbour below; paragraphs' last lines make up the rest where none is blank


def runs_on(line: str, following: str, width: int) -> bool:
    """Whether the first word of the following line would not have fitted behind this line."""
    return bool(line and following) and len(line) + 1 + len(following.split(None, 1)[0]) > width - _SLACK


def wrap_width(lines: Sequence[str]) -> int:
    """The width at which these lines were wrapped, or 0 when they are not."""
    width = max(map(len, lines), default=0)
    if not MIN_WIDTH <= width <= MAX_WIDTH:
        return 0
    neighbours = [(a, b) for a, b in zip(lines, lines[1:]) if a and b]
    full = sum(runs_on(a, b, width) for a, b in neighbours)
    return width if full >= 3 and full >= _SHARE * len(neighbours) else 0


def joint(line: str, following: str) -> str:
    """What stood between two lines before they were broken: nothing after a hyphen or in a script without blanks."""
    if line[-1:] == "-" and line[-2:-1].isalnum() and following[:1].isalnum():
        return ""
    return "" if UNSPACED.match(line[-1:]) and UNSPACED.match(following[:1]) else " "
