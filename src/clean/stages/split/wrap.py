"""Hard-wrapped lines: which line runs on into the next one, and with what between them.

A line was broken by a program when the next line's first word would not have fitted behind it. Where nearly every
line that has a neighbour below is like that, and no line is longer than a page is wide, the text is hard-wrapped.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from clean.news.words import UNSPACED

MAX_WIDTH = 110  # terminals and wire services wrap at 60 to 80 columns, mail at up to 100
MIN_WIDTH = 40
_SLACK = 4  # columns by which old typesetters stayed below the width
_FEWEST = 8  # sentences that run over a line end, before a source with long lines counts as wrapped in part
_SHARE = 0.75  # of the lines with a neighbour below; paragraphs' last lines make up the rest where none is blank


def runs_on(line: str, following: str, width: int) -> bool:
    """Whether the first word of the following line would not have fitted behind this line; neither is overlong.

    In a script without blanks a character is a word. A line said twice was not broken.
    """
    words = following.split(None, 1)
    if not line or not words or len(line) > width or len(following) > width or line == following:
        return False
    first = 1 if UNSPACED.match(following) else len(words[0])
    return len(line) + 1 + first > width - _SLACK


def wrap_width(lines: Sequence[str]) -> int:
    """The width at which these lines, or some of the stories among them, were wrapped; 0 when none was.

    Lines that are no content are empty here.
    """
    longest = max(map(len, lines), default=0)
    if longest < MIN_WIDTH:
        return 0
    if longest <= MAX_WIDTH:
        neighbours = [(a, b) for a, b in pairwise(lines) if a and b]
        return longest if _are_full(neighbours, longest) else 0
    # Where only some stories are wrapped, sentences that run over a line end tell of it: no capital begins the next.
    broken = [
        (a, b)
        for a, b in pairwise(lines)
        if b and not b[0].isupper() and a[-1:].isalpha() and len(a) <= MAX_WIDTH >= len(b)
    ]
    if len(broken) < _FEWEST:
        return 0
    sizes = sorted(len(a) for a, _ in broken)
    width = sizes[len(sizes) - 1 - len(sizes) // 50]
    return width if width >= MIN_WIDTH and _are_full(broken, width) else 0


def _are_full(neighbours: list[tuple[str, str]], width: int) -> bool:
    full = sum(runs_on(a, b, width) for a, b in neighbours)
    return full >= 3 and full >= _SHARE * len(neighbours)


def joint(line: str, following: str) -> str:
    """What stood between two lines before they were broken: nothing after a hyphen or in a script without blanks."""
    if line[-1:] == "-" and line[-2:-1].isalnum() and following[:1].isalnum():
        return ""
    return "" if UNSPACED.match(line[-1:]) and UNSPACED.match(following[:1]) else " "
