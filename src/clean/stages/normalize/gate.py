"""Which lines of a block can need repair at all, found at hundreds of MB/s.

Clean text is never touched line by line. The block's text is asked a few questions as a whole; then all of plain ASCII
is taken out of it at once, and what remains of each line, its shadow, is short and mostly empty. Lines whose shadows
are empty or hold but the common quotes and dashes are done with; shadows, and after them lines, are asked the rest.
A line that no rule would change may be named; one that a rule would change always is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from unicodedata import category, is_normalized

from clean.document import VECTOR
from clean.settings import Normalize
from clean.stages.normalize.encodings import SIGN, TELLTALE, one_of, shadow_shape, shape
from clean.stages.normalize.entities import ENTITY
from clean.stages.normalize.forms import DASH, DOUBLE_QUOTE, EAST_ASIAN, FULL_WIDTH, SINGLE_QUOTE
from clean.stages.normalize.mojibake import is_bad
from clean.stages.normalize.tags import MAY_MARK

PLAIN = bytes(range(0x20, 0x7F))

# Quotes, dashes and the ellipsis of English typography. No mojibake consists of these alone, and none of the rules that
# are always on changes them. Their bytes are taken out of the shadows where no other character is made of these bytes.
QUIET = "‘’“”–—…"
QUIET_BYTES = bytes(sorted(set(QUIET.encode())))


def suspects(lines: list[str], settings: Normalize, raw: bytes = b"") -> list[int]:
    """The lines, in order, that a rule may have to change; `raw` are they in UTF-8, if that is at hand already."""
    # Encoded before they are joined: one curly quote would make the whole text two bytes a character.
    raw = raw or b"\n".join([line.encode("utf-8", "surrogatepass") for line in lines])
    found = set(_spaced(lines, raw))
    found.update(i for i in _having(b"&", raw) if ENTITY.search(lines[i]))
    found.update(i for bracket in (b"<", b">") for i in _having(bracket, raw) if MAY_MARK.search(lines[i]))
    rest = raw.translate(None, PLAIN)
    if rest.strip(b"\n"):
        found.update(_odd_lines(lines, rest, settings))
    return sorted(found)


def _having(byte: bytes, raw: bytes) -> Iterator[int]:
    """The lines in which a byte stands; `raw` are they in UTF-8, parted by line feeds."""
    line = seen = 0
    while (place := raw.find(byte, seen)) >= 0:
        line += raw.count(b"\n", seen, place)
        yield line
        seen = raw.find(b"\n", place)
        if seen < 0:
            return


PIECE = 1 << 16
"""Bytes looked at together: arrays of so many stay in the cache. For those of a whole block the system is asked for
memory each time, which took four fifths of the time."""


def _spaced(lines: list[str], raw: bytes) -> list[int]:
    """The lines with a space at an end, or two side by side, some more than once; other blanks are not plain ASCII, or
    not printable.

    `raw` are the lines in UTF-8, parted by line feeds.
    """
    if len(raw) < VECTOR:
        return [i for i, line in enumerate(lines) if "  " in line or line[:1] == " " or line[-1:] == " "]
    import numpy as np

    found: list[int] = []
    line = 0
    for start in range(0, len(raw), PIECE):
        end = start + PIECE
        around = raw[start - 1 : start] or b"\n", raw[start:end], raw[end : end + 1] or b"\n"
        codes = np.frombuffer(b"".join(around), np.uint8)
        blank, feed = codes == ord(" "), codes == ord("\n")
        places = np.flatnonzero(blank[1:-1] & (blank[:-2] | feed[:-2] | feed[2:]))
        if len(places):
            found += (line + np.searchsorted(np.flatnonzero(feed[1:-1]), places)).tolist()
        line += int(np.count_nonzero(feed[1:-1]))
    return found


def _odd_lines(lines: list[str], rest: bytes, settings: Normalize) -> Iterator[int]:
    """The lines with something wrong beyond plain ASCII; `rest` are their shadows, each with its line end.

    Every question is first asked of the distinct characters, of which there are few.
    """
    text = rest.decode("utf-8", "surrogatepass")
    odd = set(text) - {"\n"}
    shadows = text.split("\n")
    typography = [pattern for pattern in _typography(settings) if any(map(pattern.match, odd))]
    kept = [i for i, remains in enumerate(_loud(rest, shadows, odd, bool(typography))) if remains]
    if not all(map(str.isprintable, odd)) or "\ufffc" in odd:
        yield from (i for i in kept if not shadows[i].isprintable() or "\ufffc" in shadows[i])
    if any(map(SIGN.match, odd)):
        yield from (i for i in kept if _may_be_mojibake(lines[i], shadows[i]))
    if composing := "".join(sorted(filter(may_compose, odd))):
        pattern = re.compile(one_of(composing))
        yield from (i for i in kept if pattern.search(shadows[i]) and not is_normalized("NFC", lines[i]))
    if any(map(FULL_WIDTH.match, odd)):
        yield from (i for i in kept if FULL_WIDTH.search(shadows[i]) and not EAST_ASIAN.search(shadows[i]))
    for pattern in typography:
        yield from (i for i in kept if pattern.search(shadows[i]))


def _loud(rest: bytes, shadows: list[str], odd: set[str], typography: bool) -> Sequence[bytes | str]:
    """The shadows without the quiet characters, where nothing is asked about these and no other vanishes with them."""
    if typography or any(_is_hidden(char) for char in odd):
        return shadows
    return rest.translate(None, QUIET_BYTES).split(b"\n")


def _may_be_mojibake(line: str, shadow: str) -> bool:
    """Whether ftfy may change a line, C1 controls apart, which are not printable. The cheapest question comes first."""
    return bool(TELLTALE.search(shadow) and shadow_shape().search(shadow) and shape().search(line) and is_bad(line))


def _is_hidden(char: str) -> bool:
    """Whether a character would vanish together with the quiet ones."""
    return char not in QUIET and not char.encode("utf-8", "surrogatepass").translate(None, QUIET_BYTES)


def may_compose(char: str) -> bool:
    """Whether a text with this character may be not in NFC: by itself, or because it joins a character before it."""
    return char > "\u02ff" and (
        category(char)[0] == "M"
        or "\u1160" <= char <= "\u11ff"  # vowels and finals of Hangul
        or "\U00016d63" <= char <= "\U00016d6a"  # vowels of Kirat Rai, since Unicode 16
        or not is_normalized("NFC", char)
    )


def _typography(settings: Normalize) -> list[re.Pattern[str]]:
    """What is looked for when typewriter quotes or dashes are asked for."""
    quotes = [SINGLE_QUOTE, DOUBLE_QUOTE] if settings.quotes == "straight" else []
    return quotes + ([DASH] if settings.dashes == "hyphen" else [])
