"""HTML entities: `&amp;`, `&eacute;`, `&#8217;`, `&#x2019;` become what they stand for.

Only those that end in a semicolon, so that "this&not that" stays. Unlike ftfy's default this does not depend on
whether a `<` stands somewhere before: a line is decoded whatever its neighbours are.
"""

from __future__ import annotations

import html
import re
from functools import cache

from clean.document import Edit

# An ampersand that was escaped over and over (`&amp;amp;quot;`) is taken at once. 24 letters hold all names but
# `&CounterClockwiseContourIntegral;`, as in ftfy.
ENTITY = re.compile(r"&(?:(?:amp|#38|#x26);)*#?[0-9A-Za-z]{1,24};")
ESCAPED_AMPERSAND = re.compile(r"&(?:(?:amp|#38|#x26);)++")


def find_entities(text: str) -> list[Edit]:
    """The entities of a line, each with what it stands for."""
    if "&" not in text:
        return []
    edits = []
    for match in ENTITY.finditer(text):
        char = decode(match[0])
        if char != match[0]:
            edits.append(Edit(match.start(), match.end(), char, "html-entity"))
    return edits


def decode(entity: str) -> str:
    """What an entity stands for, a space in place of a line break; itself where it is none."""
    entity = ESCAPED_AMPERSAND.sub("&", entity)
    if not entity.startswith("&#"):
        return _names().get(entity, entity).replace("\n", " ")
    char = html.unescape(entity)
    return entity if ";" in char else char.replace("\n", " ").replace("\r", " ")


@cache
def _names() -> dict[str, str]:
    """The names of HTML 5 and, as in ftfy, names in capitals that HTML does not have (`P&EACUTE;REZ`)."""
    from html.entities import html5

    names = {f"&{name}": char for name, char in html5.items() if name.endswith(";")}
    capitals = {name.upper(): char.upper() for name, char in names.items() if name == name.lower()}
    return {name: char for name, char in capitals.items() if html.unescape(name) == name} | names
