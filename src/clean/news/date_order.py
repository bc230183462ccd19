"""Whether a source writes 12/03/2024 with the day first or the month: by those of its dates that show it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from clean.patterns import lazy

DateOrder = Literal["", "day", "month"]
"""What stands first in a date of numbers; "" where that is not known."""

_FEWEST = 2  # dates that show it: one may be a slip, or of another country
_NUMBERS = lazy(r"(?<![\w./-])(\d\d?)([/-])(\d\d?)\2(?:1[89]|20)\d\d(?![\w/-])")
# Looked for first: few lines have one, and each number is half a date. As two patterns, which take a twenty-fifth of
# the time of one that begins with either sign.
_YEARS = lazy(r"/(?:1[89]|20)"), lazy(r"-(?:1[89]|20)")
_BEFORE = range(3, 6)  # characters from a date's beginning to its year
_MONTHS = 12


def date_order(lines: Iterable[str]) -> DateOrder:
    """What stands first in the dates of these lines: two and more say so, and none says otherwise."""
    days = months = 0
    text = "\n".join(lines)
    begins = (year.start() - back for years in _YEARS for year in years.finditer(text) for back in _BEFORE)
    for found in filter(None, (_NUMBERS.match(text, begin) for begin in begins if begin >= 0)):
        first, second = int(found[1]), int(found[3])
        days += _MONTHS < first <= 31 and 0 < second <= _MONTHS
        months += _MONTHS < second <= 31 and 0 < first <= _MONTHS
    if min(days, months) or max(days, months) < _FEWEST:
        return ""
    return "day" if days else "month"
