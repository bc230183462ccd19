"""How two articles relate."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

EXACT, REPRINT, NEAR, CONTAINED = "exact", "reprint", "near", "contained"

# Where several fit a pair, or an article has several survivors, the first of these is told.
PRECEDENCE = (EXACT, REPRINT, NEAR, CONTAINED)

# The rule that removes an article for its relation.
RULES = {EXACT: "exact-duplicate", REPRINT: "reprint", NEAR: "near-duplicate", CONTAINED: "contained"}


@dataclass(frozen=True, slots=True)
class Fields:
    """What else is looked at, a list entry an article, in source order."""

    headlines: Sequence[str]
    datelines: Sequence[str]
    bylines: Sequence[str]
    dates: Sequence[str]
    sources: Sequence[str]

    def relation_of_copies(self, one: int, other: int) -> str:
        """Of two articles of the same words: `exact` if headline, dateline, byline are the same too, or `reprint`."""
        columns = (self.headlines, self.datelines, self.bylines)
        same = all(column[one] == column[other] or fold(column[one]) == fold(column[other]) for column in columns)
        return EXACT if same else REPRINT


def fold(text: str) -> str:
    """A field without case, punctuation and spacing."""
    return "".join(filter(str.isalnum, text.casefold()))
