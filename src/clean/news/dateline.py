"""What a dateline says."""

from __future__ import annotations

from typing import NamedTuple


class Dateline(NamedTuple):
    """The dateline as written (place and date, no agency, no closing dash), its agency, ISO date, where it ends, and
    the reporter whom it names. `weak` is one that a name before a colon or a dash would look like: `ANNA: `.
    """

    written: str
    agency: str
    date: str
    end: int
    byline: str = ""
    weak: bool = False

    @property
    def certain(self) -> bool:
        """Whether it has an agency or a date: no speaker's name and no label has."""
        return bool(self.agency or any(map(str.isdigit, self.written)))
