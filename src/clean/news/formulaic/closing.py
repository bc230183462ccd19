"""The sentence below a story that stands at the end of its last paragraph: `… he said. Contact the writer at @`."""

from __future__ import annotations

from clean.news.formulaic.shapes import DECORATION, Table, promising, rule_of

CLOSING = frozenset({"wire-sign-off", "contact-line", "copyright-line"})  # rules of lines that stand below stories
LAST = 200  # characters of a paragraph in which its last sentence is looked for: as much as a contact line may have
SENTENCE_ENDS = (". ", "? ", "! ", '" ', "” ", ") ", "。", "！", "۔ ", "। ", "؟ ")
_ASCII_ENDS = tuple(filter(str.isascii, SENTENCE_ENDS))


def closing(paragraph: str, shapes: Table) -> int:
    """Where the last sentence of a paragraph begins that newspapers print below a story; 0 where it is none of these.

    `… he said. Contact the writer at jane@example.org` may stand so where each paragraph is a line.
    """
    least = max(0, len(paragraph) - LAST)
    ends = _ASCII_ENDS if paragraph.isascii() else SENTENCE_ENDS
    start = max([place + len(end) for end in ends if (place := paragraph.rfind(end, least)) >= 0], default=0)
    core = paragraph[start:].strip(DECORATION) if start else ""
    return start if core and promising(core, shapes) and rule_of(paragraph[start:], shapes) in CLOSING else 0
