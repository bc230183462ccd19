"""Blocks of lines that say whom to ask, as press releases have them: `Media contact:`, and a name, a title, a number.

Line rules know an address and its label; the name and the firm between them look like any short lines. The labels are
a table (`news/formulaic/contact_line.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from clean.document import BODY, Document, Mark
from clean.news.bylines import read_byline
from clean.news.formulaic.contact_line import CALLED, LONE, NAMED
from clean.news.formulaic.shapes import MAIL, fold
from clean.news.headlines import COLONS, FULL_STOPS
from clean.patterns import lazy
from clean.settings import Boilerplate

RULE = "contact-line"
MOST = 9  # lines, the label and the address among them: a name, a title, a firm, a street, a town, numbers
LONGEST = 100  # characters of one
SENTENCE = FULL_STOPS | frozenset("!?！？؟")
WORDS = 6  # of a sentence
NAME = 4  # of a person's name, between one address and the next
# In small letters, of three and more: "Head of the press office", "Director of news, culture and the arts".
SMALL, SMALL_LISTED = 2, 4
QUOTES = frozenset('"“”„«»「」')
UNSPACED = frozenset("。．！？")  # what ends sentences whose words cannot be counted
_LABEL = lazy(lambda: rf"(?:{'|'.join(NAMED.values())})(?::.*)?|{LONE}", re.VERBOSE)
_NUMBER = lazy(r"(?:[^\W\d_]{1,12}[.:]?\s?){0,2}[+(]?\d[\d\s()./+-]{5,}")  # "Phone: (555) 555-0142"


def mark_contacts(document: Document, settings: Boilerplate) -> None:
    """Have the lines between a label of a contact and an address go with them."""
    if RULE in settings.off:
        return
    lines, marks = document.lines, document.marks
    addressed = [line for line in with_sign(document) if len(lines[line]) <= LONGEST and MAIL.search(lines[line])]
    for line in sorted({*addressed, *(line for line, rule in document.rules.items() if rule == RULE)}):
        # Blank lines stay: a second person's address would not see the label through them.
        document.take_out((part for part in _block(lines, marks, line) if marks[part] != Mark.BLANK), RULE)


def with_sign(document: Document) -> Iterator[int]:
    """The lines with the sign of an address, looked for in all at once where they stand as they were read: a tenth of
    the time.
    """
    utf8, line, place = document.utf8, 0, 0
    if not utf8:
        yield from (line for line, text in enumerate(document.lines) if "@" in text)
        return
    yield from (line for line in document.edits if "@" in document.lines[line])
    while (found := utf8.find(b"@", place)) >= 0:
        line += utf8.count(b"\n", place, found)
        yield line
        place = utf8.find(b"\n", found)
        if place < 0:
            return


def _block(lines: list[str], marks: bytearray, address: int) -> range:
    """The lines of a block with an address: from its label on, and numbers right below. A blank line may stand below
    the label, or between all of them.
    """
    label = _label(lines, marks, address, 1)
    if label < 0:
        label = _label(lines, marks, address, 2)
    return range(label, _numbers_end(lines, marks, address)) if label >= 0 else range(0)


def _label(lines: list[str], marks: bytearray, address: int, step: int) -> int:
    """The line of the label above an address and other short lines, each so many lines above the other; -1 for none."""
    for line in range(address, max(-1, address - step * MOST), -step):
        if marks[line] == Mark.BLANK:
            return line - 1 if _is_label(lines[line - 1]) else -1
        if line < address and _is_label(lines[line]):
            return line
        if not _is_part(lines[line], marks[line]) or (step > 1 and marks[line - 1] != Mark.BLANK):
            return -1
        if line < address and "@" in lines[line] and not all(map(_is_named, lines[line + 1 : address])):
            return -1  # a headline below a block, and its author's address
    return -1


def _numbers_end(lines: list[str], marks: bytearray, address: int) -> int:
    """The line behind an address and the numbers below it, all of them apart or none."""
    step = 1 + (marks[address + 1 : address + 2] == bytes([Mark.BLANK]))
    below = range(address + step, min(len(lines), address + step * MOST), step)
    joined = takewhile(lambda line: step == 1 or marks[line - 1] == Mark.BLANK, below)
    numbers = sum(1 for _ in takewhile(lambda line: _NUMBER.fullmatch(lines[line].strip()), joined))
    return address + step * numbers + 1


def _is_part(line: str, mark: int) -> bool:
    """Whether a line can stand in a block: it is no sentence (`Example Foods Inc.` is none), and no byline, for below
    that an address is the author's.
    """
    bare = line.strip()
    if mark not in (BODY, Mark.BOILERPLATE) or not 0 < len(bare) <= LONGEST:
        return False
    if bare[-1] in SENTENCE and (bare[-1] in UNSPACED or len(bare.split()) >= WORDS):
        return False
    return not _is_said(bare) and not read_byline(bare)


def _is_said(line: str) -> bool:
    """Whether a line has quotes, or as many words in small letters as no name, title or street has."""
    small = sum(len(word) > 2 and word.islower() for word in line.split())
    return small > (SMALL_LISTED if "," in line else SMALL) or not QUOTES.isdisjoint(line)


def _is_named(line: str) -> bool:
    return len(line.split()) <= NAME


def _is_label(line: str) -> bool:
    if len(line) > LONGEST or not (any(colon in line for colon in COLONS) or any(map(line.casefold().count, CALLED))):
        return False
    folded = fold(line)
    if not folded or not _LABEL.fullmatch(folded):
        return False
    return ":" in folded or line.rstrip()[-1:] in COLONS or any(said in folded for said in CALLED)
