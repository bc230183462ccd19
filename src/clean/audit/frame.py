"""What restore knows of an article's lines without being told: what all lines of their source share, and the forms of
headline, dateline and highlights.
"""

from __future__ import annotations

from dataclasses import dataclass

from clean.audit.change import Change


@dataclass(frozen=True, slots=True)
class Frame:
    """What all lines of a source share: its name, codec, line ending and format."""

    name: str
    encoding: str
    line_ending: str
    format: str = "txt"


def opening(dateline: str, agency: str) -> str:
    """The canonical form in which a dateline opens its paragraph: `CITY: ` or `CITY (Agency) - `. An agency alone has
    none: it may be named behind the last sentence as well.
    """
    if not dateline:
        return ""
    return f"{dateline} ({agency}) - " if agency else f"{dateline}: "


def content(headline: str, text: str, dateline: str, agency: str, changes: list[Change], line_ending: str) -> str:
    """An article's lines as they follow each other in the source, before its changes are taken back.

    The headline is left out where a change places it, the dateline where a change of that rule tells how it stood.
    """
    placed = {rule for change in changes for rule in change.rules}
    first = f"{headline}{line_ending}" if headline and "headline" not in placed else ""
    if not text:
        return first
    start = "" if "dateline" in placed else opening(dateline, agency)
    return f"{first}{start}{text.replace(chr(10), line_ending)}{line_ending}"


def field_lines(headline: str, highlights: list[str], line_ending: str) -> dict[str, list[str]]:
    """By rule, the lines that a change without a `before` stands for, one each: the headline, and `- ` highlights."""
    return {
        "headline": [f"{headline}{line_ending}"],
        "highlight": [f"- {highlight}{line_ending}" for highlight in highlights],
    }
