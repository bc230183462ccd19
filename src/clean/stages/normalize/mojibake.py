"""Mojibake undone: text that was decoded with the wrong encoding, once or several times, wholly or in part.

ftfy decides what is mojibake and what it was. Here stands only what makes it quick: its test for badness is asked of
the characters that can be bad and not of the whole line, and the two commonest misreadings (Latin-1, Windows-1252) are
tried as ftfy tries them, on those characters alone. The result is that of `ftfy.fix_encoding` followed by
`ftfy.fixes.fix_c1_controls`, character by character, but for closing quotes that were cut short.
"""

from __future__ import annotations

import re

from clean.document import Edit
from clean.stages.normalize.difference import narrow
from clean.stages.normalize.encodings import C1_CONTROL, TELLTALE, shape

# Everything that ftfy takes for a sign of mojibake is a run of characters beyond ASCII with at most REACH characters of
# ASCII before it ("[a-z]\\s?[ÃÂ][ ]") and after it ("ГўВЂВ.[A-Za-z ]"). Runs that share these are looked at together.
REACH = 2
BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+(?:[\x00-\x7f]{1,4}[^\x00-\x7f]+)*")

CESU_8 = re.compile(b"\xed[\xa0-\xaf][\x80-\xbf]\xed[\xb0-\xbf][\x80-\xbf]")

# What ftfy reads as bytes of UTF-8: characters beyond ASCII, and in their midst or after them the space and the
# question mark that stand for lost bytes.
PIECE = re.compile(r"[^\x00-\x7f](?:[^\x00-\x7f]| |\?)*")


# Windows-1252 has no character for the last byte of ”, so strict programs drop it. ftfy takes the space after it for
# that byte and gives a dagger; where quotes are opened the same way, we know better. A no-break space behind it is a
# byte of a character: of the dagger, or of what was broken several times.
OPENING_QUOTE = "â€œ"
CUT_CLOSING_QUOTE = re.compile(r"â€(?=[ \t,.;:!)]|$)")


def find_mojibake(text: str) -> list[Edit]:
    """What to change in a line so that its mojibake is undone."""
    if text.isascii() or not (C1_CONTROL.search(text) or (TELLTALE.search(text) and shape().search(text))):
        return []
    whole = CUT_CLOSING_QUOTE.sub("â€\x9d", text) if OPENING_QUOTE in text else text
    return narrow(text, fix(whole))


def fix(text: str) -> str:
    """What ftfy makes of a text's encoding."""
    import ftfy
    from ftfy.fixes import fix_c1_controls

    while is_bad(text):
        plain = _read_as_utf8(text)
        if plain is None:
            text = ftfy.fix_encoding(text)
            break
        if plain == text:
            break
        text = plain
    return fix_c1_controls(text) if C1_CONTROL.search(text) else text


def is_bad(text: str) -> bool:
    """`ftfy.badness.is_bad`, asked only around characters that can be bad."""
    if not TELLTALE.search(text):
        return False
    from ftfy.badness import BADNESS_RE

    runs = (run.span() for run in BEYOND_ASCII.finditer(text))
    return any(BADNESS_RE.search(text, max(start - REACH, 0), end + REACH) for start, end in runs)


def _read_as_utf8(text: str) -> str | None:
    """A text that is UTF-8 read as Latin-1 or Windows-1252, read rightly; None where it is not.

    The first two rounds of `ftfy._fix_encoding_one_step_and_explain`, which takes what fits first.
    """
    # What follows "à" decides whether ftfy keeps its space (A_GRAVE_WORD_RE), and a U+001A that it takes Windows-1252.
    if "Ã " in text or "\x1a" in text or "\n" in text:
        return _decode(text)
    spans = [piece.span() for piece in PIECE.finditer(text)]
    decoded = _decode("\n".join([text[start:end] for start, end in spans]))
    if decoded is None:
        return None
    parts: list[str] = []
    place = 0
    for (start, end), piece in zip(spans, decoded.split("\n"), strict=True):
        parts += text[place:start], piece
        place = end
    return "".join(parts) + text[place:]


def _join_surrogates(raw: bytes) -> bytes:
    """CESU-8 as UTF-8, as ftfy's codec `utf-8-variants` has it, but in time that is linear in the length."""
    if b"\xed" not in raw:
        return raw
    return CESU_8.sub(
        lambda pair: (
            pair[0].decode("utf-8", "surrogatepass").encode("utf-16", "surrogatepass").decode("utf-16").encode()
        ),
        raw,
    )


def _decode(text: str) -> str | None:
    """Text that is UTF-8, CESU-8 or Java's UTF-8 read as Latin-1 or Windows-1252, read rightly."""
    from ftfy.chardata import ALTERED_UTF8_RE
    from ftfy.fixes import replace_lossy_sequences, restore_byte_a0

    for encoding in ("latin-1", "sloppy-windows-1252"):
        try:
            raw = text.encode(encoding)
        except UnicodeEncodeError:
            continue
        if ALTERED_UTF8_RE.search(raw):
            raw = restore_byte_a0(raw)
        if encoding != "latin-1" and (b"\x1a" in raw or b"?" in raw):
            raw = replace_lossy_sequences(raw)
        try:
            return _join_surrogates(raw.replace(b"\xc0\x80", b"\x00")).decode()
        except UnicodeDecodeError:
            continue
    return None
