"""Blocks of lines that say whom to ask, as press releases have them: `Media contact:`, and a name, a title, a number.

Line rules know an address and its label; the name and the firm between them look like any short lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from clean.document import BODY, Document, Mark
from clean.patterns import lazy
from clean.settings import Boilerplate
from clean.stages.boilerplate.shapes import MAIL, fold

RULE = "contact-line"
MOST = 9  # lines from the label to an address: a name, a title, a firm, a street, a town, numbers
LONGEST = 100  # characters of one
SENTENCE = ".!?。"
WORDS = 6  # of a sentence
_LABEL = lazy(
    r"""(?:
      (?:(?:media|press|investors?|news|editorial|company|corporate|sales|pr)\s){0,2}contacts?
        (?:\s(?:information|info|details|person))?
    | (?:media|press|investors?|public)(?:\s(?:relations|enquiries|inquiries|office))?
    | for\s(?:more|further|additional)\sinformation(?:,?\s(?:please\s)?contact)?
    | (?:presse)?kontakt(?:\sfür\s\w+)? | ansprechpartner(?:in)? | rückfragen(?:\san)? | rückfragehinweis
    | contacts?\s(?:presse|médias?) | relations\s(?:presse|médias) | contactos?(?:\sde\sprensa)?
    | contatos?(?:\s(?:de|para\sa)\simprensa)? | assessoria\sde\simprensa | contatt[oi](?:\sstampa)? | ufficio\sstampa
    | perscontact | press?kontakt | yhteystiedot | контакты(?:\sдля\s\w+)? | пресс-служба | контактна\sособа
    | (?:basın\s)?iletişim(?:i|\sbilgileri)?
    )(?::.*)?""",
    re.VERBOSE,
)
_CALLED = ("conta", "kontak", "контакт", "iletişim")  # what a label without a colon says: `Media` may be a section
_COLONS = (":", "\uff1a")
_NUMBER = lazy(r"(?:[^\W\d_]{1,12}[.:]?\s?){0,2}[+(]?\d[\d\s()./+-]{5,}")  # "Phone: (555) 555-0142"


def mark_contacts(document: Document, settings: Boilerplate) -> None:
    """Have the lines between a label of a contact and an address go with them."""
    if RULE in settings.off:
        return
    lines, marks, rules = document.lines, document.marks, document.rules
    addressed = [line for line in with_sign(document) if len(lines[line]) <= LONGEST and MAIL.search(lines[line])]
    for line in sorted({*addressed, *(line for line, rule in rules.items() if rule == RULE)}):
        for part in _block(lines, marks, line):
            marks[part], rules[part] = Mark.BOILERPLATE, RULE


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
    step = 1 + (address > 0 and marks[address - 1] == Mark.BLANK)
    label = _label(lines, marks, address, 1)
    if label < 0 and step > 1:
        label = _label(lines, marks, address, step)
    if label < 0:
        return range(0)
    below = range(address + step, min(len(lines), address + step * MOST), step)
    numbers = sum(1 for _ in takewhile(lambda line: _NUMBER.fullmatch(lines[line].strip()), below))
    return range(label, address + step * numbers + 1)


def _label(lines: list[str], marks: bytearray, address: int, step: int) -> int:
    """The line of the label above an address and other short lines, each so many lines above the other; -1 for none."""
    for line in range(address, max(-1, address - step * MOST), -step):
        if marks[line] == Mark.BLANK:
            return line - 1 if line and _is_label(lines[line - 1]) else -1
        if line < address and _is_label(lines[line]):
            return line
        if not _is_short(lines[line]) or marks[line] not in (BODY, Mark.BOILERPLATE):
            return -1
    return -1


def _is_short(line: str) -> bool:
    """Whether a line is no sentence: `Example Foods Inc.` is none."""
    bare = line.strip()
    return 0 < len(bare) <= LONGEST and (bare[-1] not in SENTENCE or len(bare.split()) < WORDS)


def _is_label(line: str) -> bool:
    folded = fold(line) if len(line) <= LONGEST else ""
    if not folded or not _LABEL.fullmatch(folded):
        return False
    return ":" in folded or line.rstrip().endswith(_COLONS) or any(said in folded for said in _CALLED)
