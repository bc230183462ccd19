"""Page scripts: lines of a program or a style sheet that stood in a web page and were saved with its text.

A line is one when it names what only a browser knows and is as dense with the signs of statements as no sentence is: in
the pages of the development data a fifteenth to a fourth of such a line, and of no line of a story a thirtieth.
"""

from __future__ import annotations

from clean.patterns import lazy

BRACE = "{"
"""Stands in nearly every such line, and in hardly any other: one look tells which lines are worth a second."""

BROWSER = lazy(
    r"\b(?:document|window|navigator)\.[a-z_]|getElement|addEventListener|innerHTML|createElement|appendChild"
    r"|!\[CDATA\[|\.push\(|googletag|adsbygoogle|jQuery|\$\(['\"]|\bnew (?:Array|Image)\b"
    r"|!important|@media\b|\dpx;|font-size:|display:"
)
SIGNS = "=;{}()[]&|+"
STATEMENTS = 3  # semicolons and braces: fewer are a figure of speech, or one line of a listing that a story explains
DENSITY = 20  # characters to a sign of them, at most


def is_script(line: str) -> bool:
    """Whether a line is part of a page's program or style sheet."""
    if line.count(";") + line.count("{") + line.count("}") < STATEMENTS or not BROWSER.search(line):
        return False
    return sum(map(line.count, SIGNS)) * DENSITY >= len(line)
