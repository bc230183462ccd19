"""Mastheads of printed newspapers: the name, `Vol. 12 No. 3`, the date, above the first story of an issue.

The name goes, and the lines of dates, volumes, numbers and prices: the date is the issue's, and of no story more than
of another.
"""

from __future__ import annotations

import re

from clean.document import BODY, Document, Mark
from clean.news.dates import around_date
from clean.news.papers import PAPER_WORDS, is_paper
from clean.patterns import lazy
from clean.settings import Boilerplate

RULE = "page-furniture"
MOST = 5  # lines: a name, a motto or a town, volume and number, a date, a price
LONGEST = 90  # characters of one
SENTENCE = ".!?"
# How a line of volumes and numbers begins, by two letters: any other line is asked no more.
OPENERS = frozenset("vo is no nr nº n° № ja jg an añ es fo si ge".split())
# Words of newspapers' names that headlines have too, enough beside a volume or number, and a date: those that stand
# first or second, and those that stand last. `Star player leaves club` is none, nor `Council Review Begins`.
_FIRST = frozenset("daily weekly sunday saturday evening morning".split())
_LAST = frozenset(
    """news daily weekly monthly press review reporter standard record star sun leader citizen bulletin
    register""".split()
)
_SMALL = 3  # letters: `of`, `and`; longer words of a name are capitalised
# Possessive: what one piece has taken no other is tried on.
_NUMBERS = lazy(
    r"""
    (?: (?:vol(?:ume|umen)?|issue|iss|nos?|nr|num(?:ber|ero|éro)?|n[º°]|№|jahrgang|jg|year|année|año|ano|anno|edition
          |ausgabe|édition|edición|edição|pages?)[.:]?\s?(?:\#\s?)?(?:\d[\d.,/–-]*+|[ivxlc]++(?!\w))
      | (?:established|est|founded|since|gegr(?:ündet)?|fondée?|fundad[oa])\.?\s(?:in\s|en\s|em\s)?\d{4}(?!\d)
      | issn:?\s[\d-]++x?
      | [$€£₹]\s?\d+(?:[.,]\d\d)? | \d+(?:[.,]\d\d)?\s?(?:[$€£¢]|cents|euros?)
      | [\s|,.;:·•*/–—-]
    )++""",
    re.IGNORECASE | re.VERBOSE,
)


def mark_mastheads(document: Document, settings: Boilerplate) -> None:
    """Have the name of a newspaper go, and volumes and numbers, where a certain date stands with them."""
    if RULE in settings.off:
        return
    lines, marks = document.lines, document.marks
    short = ((line, text) for line, text in enumerate(lines) if len(text) <= LONGEST)
    opened = (line for line, text in short if text[:2].casefold().rstrip() in OPENERS)
    for line in filter(lambda line: _tells_issue(lines[line]), opened):
        block = _block(lines, marks, line)
        if not _is_name(lines[block.start]):
            continue
        if dated := {part for part in block if _is_dated(lines[part])}:
            document.take_out({block.start, *dated, *(part for part in block if _tells_issue(lines[part]))}, RULE)


def _block(lines: list[str], marks: bytearray, line: int) -> range:
    """The short lines around one, with no blank line between."""
    first, last = line, line
    while line - first < MOST and first and _is_short(lines[first - 1], marks[first - 1]):
        first -= 1
    while last - line < MOST and last + 1 < len(lines) and _is_short(lines[last + 1], marks[last + 1]):
        last += 1
    return range(first, last + 1)


def _is_short(line: str, mark: int) -> bool:
    bare = line.strip()
    return mark in (BODY, Mark.BOILERPLATE) and 0 < len(bare) <= LONGEST and bare[-1] not in SENTENCE


def _tells_issue(line: str) -> bool:
    """Whether a line holds nothing but volumes, numbers, prices, perhaps a date: not a date alone."""
    around = around_date(line) if len(line) <= LONGEST else ""
    told = line if around is None else around
    return any(map(str.isalnum, told)) and _NUMBERS.fullmatch(told) is not None


def _is_dated(line: str) -> bool:
    """Whether a line holds nothing but a date that is certain, perhaps with volumes, numbers, prices."""
    around = around_date(line) if len(line) <= LONGEST else None
    return around is not None and _NUMBERS.fullmatch(around) is not None


def _is_name(line: str) -> bool:
    """Whether a line can be a newspaper's name."""
    words = line.split()
    if not 1 < len(words) <= PAPER_WORDS or not all(map(str.isalpha, words)):
        return False
    if is_paper(words):
        return True
    if any(word[0].islower() and len(word) > _SMALL for word in words):
        return False
    return words[-1].casefold() in _LAST or any(word.casefold() in _FIRST for word in words[:2])
