"""Which lines of a block can need repair at all, found at hundreds of MB/s.

Clean text is never touched line by line. The block's text is asked a few questions as a whole; what it is made of (the
few distinct characters that are left when plain ASCII is taken out) says which further questions are worth asking of
its lines. A line that no rule would change may be named; one that a rule would change always is.
"""

from __future__ import annotations

from collections.abc import Iterable
from unicodedata import is_normalized

from clean.settings import Normalize
from clean.stages.normalize.encodings import UTF8_SHAPE
from clean.stages.normalize.entities import ENTITY
from clean.stages.normalize.forms import DASH, DOUBLE_QUOTE, FULL_WIDTH, SINGLE_QUOTE

PLAIN = bytes([0x0A, *range(0x20, 0x7F)])

# Above this a line is asked once whether all of it is printable, instead of once for each odd character of the block.
FEW = 6


def suspects(lines: list[str], settings: Normalize) -> list[int]:
    """The lines, in order, that a rule may have to change."""
    block = "\n".join(lines)
    found = {i for i, line in enumerate(lines) if line.strip() is not line}
    if "  " in block:
        found.update(i for i, line in enumerate(lines) if "  " in line)
    if "&" in block and ENTITY.search(block):
        found.update(i for i, line in enumerate(lines) if "&" in line and ENTITY.search(line))
    if odd := set(block.encode("utf-8", "surrogatepass").translate(None, PLAIN).decode("utf-8", "surrogatepass")):
        found.update(_odd_lines(lines, odd, settings))
    return sorted(found)


def _odd_lines(lines: list[str], odd: set[str], settings: Normalize) -> Iterable[int]:
    """The lines with something wrong beyond plain ASCII; `odd` are all such characters of the block."""
    unprintable = [char for char in odd if not char.isprintable() or char == "\ufffc"]
    if len(unprintable) > FEW:
        yield from (i for i, line in enumerate(lines) if not line.isprintable() or "\ufffc" in line)
    else:
        for char in unprintable:
            yield from (i for i, line in enumerate(lines) if char in line)
    beyond = [(i, line) for i, line in enumerate(lines) if not line.isascii()]
    yield from (i for i, line in beyond if UTF8_SHAPE.search(line))
    if any(_may_compose(char) for char in odd):
        yield from (i for i, line in beyond if not is_normalized("NFC", line))
    if any("\uff01" <= char <= "\uff5e" for char in odd):
        yield from (i for i, line in beyond if FULL_WIDTH.search(line))
    for wanted, pattern in (
        (settings.quotes == "straight", SINGLE_QUOTE),
        (settings.quotes == "straight", DOUBLE_QUOTE),
        (settings.dashes == "hyphen", DASH),
    ):
        if wanted and any(map(pattern.match, odd)):
            yield from (i for i, line in beyond if pattern.search(line))


def _may_compose(char: str) -> bool:
    """Whether a text with this character may be not in NFC: none below U+0300 changes it, nor does punctuation."""
    return char >= "\u0300" and not "\u2010" <= char <= "\u205e" and char != "€"
