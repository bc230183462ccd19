"""Drawn lines, without a word: rules across the page, ellipses, the stars of a review."""

from __future__ import annotations

DRAWN = " \t-–—−‐‑_=~*#+•·●○■□▪▫◆◇★☆►▶▸▹→⇒»›<>|/\\.…†‡※❖"  # no brackets: a lone one ends a list or a program
STARS = "★☆"
_ELLIPSIS = " .…"  # a short line of these is what a quoted text leaves out,
_LEADERS = 5  # a longer one a rule drawn across the page
_RATED = range(2, 7)  # so many of them, in a line of their own, are what a critic gives,
_FEWER = 3  # of which so many full ones part stories as well


def is_separator(drawn: str) -> bool:
    """Whether a line of drawn signs is one: all but an ellipsis, for words left out, and the stars of a review."""
    if len(drawn) in _RATED and not drawn.strip(STARS) and (STARS[1] in drawn or len(drawn) > _FEWER):
        return False
    return len(drawn) > _LEADERS or bool(drawn.strip(_ELLIPSIS))


def is_drawn_around(line: str) -> bool:
    """Whether a line has two drawn signs or more at either end: `### 7 ###`; `- 7 -` is a page, or a part of a poem."""
    return not (line[:2] + line[-2:]).strip(DRAWN.lstrip())
