"""Whether two articles open alike: the lead of one stands in the other.

What follows up a story has a new lead over the old background. A copy that a page's menus, links and comments surround
has the same one, and so has a story that grew at its end.
"""

from __future__ import annotations

from typing import NamedTuple

from clean.news.headlines import CLOSED

LEAD = 60  # letters and digits: a dozen English words, two lines of Japanese; shorter openings are shared by chance
# A text of fewer leads than this is an opening and little more: a column's standing first words say nothing of it.
LEADS = 4


class Opening(NamedTuple):
    """A text without case, punctuation and spacing, and its lead: of all of it, and of its first line of sentences."""

    folded: str
    lead: str
    sentence: str


_NEITHER = bytes(code for code in range(128) if not chr(code).isalnum())


def fold(text: str) -> str:
    """A text without case, punctuation and spacing; of ASCII, as bytes, in a tenth of the time."""
    if text.isascii():
        return text.lower().encode().translate(None, _NEITHER).decode()
    return "".join(filter(str.isalnum, text.casefold()))


def opening(text: str) -> Opening:
    """How a text opens. Above its sentences a page may have menus, and a feed its date and place."""
    folded = fold(text)
    lines = (fold(line) for line in text.split("\n") if CLOSED.search(line[-8:]))
    sentence = next((line[:LEAD] for line in lines if len(line) >= LEAD), "")
    return Opening(folded, folded[:LEAD], sentence or folded[:LEAD])


def share_lead(one: Opening, other: Opening) -> bool:
    """Whether a lead of either text stands in the other."""
    if min(len(one.folded), len(other.folded)) < LEADS * LEAD:
        return False
    return any(lead in text.folded for text, by in ((one, other), (other, one)) for lead in (by.lead, by.sentence))
