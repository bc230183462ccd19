"""Whether two articles open alike: the lead of one stands in the other.

What follows up a story has a new lead over the old background. A copy that a page's menus, links and comments surround
has the same one, and so has a story that grew at its end.
"""

from __future__ import annotations

LEAD = 60  # letters and digits: a dozen English words, two lines of Japanese; shorter openings are shared by chance


def fold(text: str) -> str:
    """A text without case, punctuation and spacing."""
    return "".join(filter(str.isalnum, text.casefold()))


def share_lead(one: str, other: str) -> bool:
    """Whether the lead of either text stands in the other; both are folded."""
    return min(len(one), len(other)) >= LEAD and (one[:LEAD] in other or other[:LEAD] in one)
