"""Hard-wrapped lines: which line runs on into the next one, and with what between them.

A line was broken by a program when the next line's first word would not have fitted behind it. Where nearly every
line that has a neighbour below is like that, and no line is longer than a page is wide, the text is hard-wrapped.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise

from clean.news.headlines import has_wire_mark
from clean.news.words import UNSPACED

MAX_WIDTH = 110  # terminals and wire services wrap at 60 to 80 columns, mail at up to 100
MIN_WIDTH = 40
_SLACK = 4  # columns by which old typesetters stayed below the width
_FEWEST = 3  # lines that run on: two may be chance
_SHARE = 0.75  # of the lines with a neighbour below; paragraphs' last lines make up the rest where none is blank
# Lines broken at one width, and their share of all that may have been, from which some stories of a source are wrapped:
# of 974 files of the development pools without such a story one passes, of 75 with one 65 do. Short stories have few
# such lines: by the second pair 45 more of 158 files with a wrapped one are found, none of 388 without.
_PARTLY = ((5, 0.5), (3, _SHARE))


def runs_on(line: str, following: str, width: int) -> bool:
    """Whether the first word of the following line would not have fitted behind this line; neither is overlong.

    In a script without blanks a character is a word. A line said twice was not broken, nor is one that a headline's
    mark begins a part of the line above.
    """
    if not line or not following.strip() or len(line) > width or len(following) > width or line == following:
        return False
    return len(line) + 1 + _first(following) > width - _SLACK and not has_wire_mark(following)


def _first(line: str) -> int:
    """Letters of a line's first word."""
    return 1 if UNSPACED.match(line) else len(line.split(None, 1)[0])


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
    return _partly_wrapped(
        [
            (a, b)
            for a, b in pairwise(lines)
            if b.strip() and not b[0].isupper() and a[-1:].isalpha() and len(a) <= MAX_WIDTH >= len(b)
        ]
    )


def _partly_wrapped(broken: list[tuple[str, str]]) -> int:
    """The width at which most of these lines run on (see `runs_on`), the least of several; 0 when too few do."""
    # Of how many lines run on at each width: up where a line begins to, down where it no longer does.
    steps = [0] * (MAX_WIDTH + 2)
    for line, following in broken:
        low = max(len(line), len(following), MIN_WIDTH)
        high = min(len(line) + _first(following) + _SLACK, MAX_WIDTH)
        if low <= high and line != following:
            steps[low] += 1
            steps[high + 1] -= 1
    full = list(accumulate(steps))
    most = max(full)
    enough = any(most >= max(fewest, share * len(broken)) for fewest, share in _PARTLY)
    return full.index(most) if enough else 0


def _are_full(neighbours: list[tuple[str, str]], width: int) -> bool:
    full = sum(runs_on(a, b, width) for a, b in neighbours)
    return full >= _FEWEST and full >= _SHARE * len(neighbours)


def joint(line: str, following: str) -> str:
    """What stood between two lines before they were broken: nothing after a hyphen or in a script without blanks."""
    if line[-1:] == "-" and line[-2:-1].isalnum() and following[:1].isalnum():
        return ""
    return "" if UNSPACED.match(line[-1:]) and UNSPACED.match(following[:1]) else " "


def unwrapped(lines: Sequence[str]) -> str:
    """The lines of one paragraph as the one line that they were broken from."""
    return "".join([lines[0], *(joint(above, line) + line for above, line in pairwise(lines))])
