"""Titles of other stories below what announces them: `Related stories`, and a line each.

Line rules judge a line alone, and such a title looks like the headline of the next story.
"""

from __future__ import annotations

from itertools import takewhile

from clean.document import BODY, Document, Mark
from clean.news.bylines import read_byline
from clean.news.dates import heads_date, is_dated
from clean.news.formulaic.read_more import ANNOUNCING, SUBHEADS
from clean.news.headlines import headline_shape
from clean.stages.boilerplate.shapes import DECORATION, alike

RULE = "read-more"
STOPS = (".", ".”", '."', "।", "。")
COLONS = ":\uff1a"
MOST = 16  # lines below what announces them: eight titles with their dates. More are a page of headlines
DECK = 70  # letters: a longer last line below another is the deck of its headline


def mark_pointed(document: Document) -> None:
    """Have the titles right below a line that announces other stories go as it does, up to a story's own headline. What
    announces nothing but the text below it stays.
    """
    marks, rules = document.marks, document.rules
    for label in [line for line, rule in rules.items() if rule == RULE]:
        said = document.lines[label]
        if _folded(said) in SUBHEADS and _heads_text(document.lines, marks, label):
            marks[label] = BODY
            del rules[label]
        for line in _pointed(document.lines, marks, label + 1) if _announces(said) else ():
            marks[line], rules[line] = Mark.BOILERPLATE, RULE


def _announces(line: str) -> bool:
    return line.rstrip()[-1:] in COLONS or _folded(line) in ANNOUNCING


def _folded(line: str) -> str:
    return alike(line).strip(DECORATION).strip().casefold()


def _heads_text(lines: list[str], marks: bytearray, label: int) -> bool:
    """Whether right below a line, or a blank line below it, stands a sentence."""
    below = label + 1 + (marks[label + 1 : label + 2] == bytes([Mark.BLANK]))
    return below < len(lines) and marks[below] == BODY and lines[below].rstrip().endswith(STOPS)


def _pointed(lines: list[str], marks: bytearray, first: int) -> range:
    """The lines from `first` on that are titles, dates among them, but for the head of a story that begins there: its
    headline has a paragraph or a byline below it.
    """
    within = range(first, min(first + MOST + 1, len(lines)))
    last = first + sum(1 for _ in takewhile(lambda line: marks[line] == BODY and _is_title(lines[line]), within))
    if last > first + MOST or last == first:
        return range(0)
    beyond = range(last, min(last + MOST, len(lines)))  # no further, for a block may end behind it
    following = next((line for line in beyond if marks[line] != Mark.BLANK), None)
    if following is None or marks[following] != BODY or _is_title(lines[following]):
        return range(first, last)
    if following > last > first + 1 and not read_byline(lines[following]):
        return range(first, last)  # no headline stands right below another, and apart from its text
    return range(first, _head(lines, first, last))


def _head(lines: list[str], first: int, last: int) -> int:
    """Where the head begins that ends before line `last`: with the last title of these, or the one above its deck."""
    head = max((line for line in range(first, last) if not _is_date(lines[line])), default=first)
    above = lines[head - 1] if head > first else ""
    return head - 1 if len(lines[head]) > max(DECK, len(above)) and above and not _is_date(above) else head


def _is_title(line: str) -> bool:
    return _is_date(line) or (headline_shape(line.strip()) and not read_byline(line))


def _is_date(line: str) -> bool:
    return is_dated(line.strip()) or heads_date(line.strip())
