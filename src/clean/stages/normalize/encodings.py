"""The shapes that mojibake has: what UTF-8 looks like when it is read as another encoding, and what decides with it.

ftfy tries ten single-byte encodings in turn (`ftfy.chardata.CHARMAP_ENCODINGS`). Whatever it repairs therefore holds
either a C1 control character or the characters of a UTF-8 sequence as seen through one of the ten: a lead byte and as
many continuation bytes as it asks for. A line without either is left alone by ftfy, and need not be shown to it.
tests/stages/test_normalize_gate.py holds this against ftfy itself.
"""

from __future__ import annotations

import re

# ftfy's encodings, by the names of Python's codecs. In those of Windows ftfy fills the holes with the C1 controls, and
# takes U+FFFD and "?" for a byte that was lost; a space may stand for byte A0 in all of them but Mac Roman.
WINDOWS = ("cp1252", "cp1251", "cp1250", "cp1253", "cp1254", "cp1257")
OTHERS = ("latin-1", "iso8859-2", "mac-roman", "cp437")

LEADS = {2: (0xC0, 0xE0), 3: (0xE0, 0xF0), 4: (0xF0, 0xF5)}  # C0: Java's NUL, which ftfy reads as well


def characters(encoding: str, start: int, end: int) -> str:
    """What the bytes `[start, end)` of a single-byte encoding stand for; holes are Latin-1, as browsers have it."""
    read = [bytes([byte]).decode(encoding, "replace") for byte in range(start, end)]
    return "".join(chr(start + i) if char == "\ufffd" else char for i, char in enumerate(read))


def continuations(encoding: str) -> str:
    """What may stand for a continuation byte."""
    space = "" if encoding == "mac-roman" else " "
    lost = "\ufffd?" if encoding in WINDOWS else ""
    return characters(encoding, 0x80, 0xC0) + space + lost


def one_of(chars: str) -> str:
    """A character class of some characters."""
    return "[" + re.escape("".join(sorted(set(chars)))) + "]"


def _shapes() -> str:
    encodings = WINDOWS + OTHERS
    leads = one_of("".join(characters(encoding, 0xC0, 0xF5) for encoding in encodings))
    follows = one_of("".join(map(continuations, encodings)))
    forms = [
        f"(?<={one_of(characters(encoding, *bounds))}){one_of(continuations(encoding))}{{{length - 1}}}"
        for encoding in encodings
        for length, bounds in LEADS.items()
    ]
    # The first class lets the engine run to the next lead character, the second stops nearly all of those at once.
    return f"{leads}(?={follows})(?:{'|'.join(forms)})"


UTF8_SHAPE = re.compile(_shapes())
C1_CONTROL = re.compile("[\x80-\x9f]")


def may_be_mojibake(text: str) -> bool:
    """Whether ftfy could change the encoding of a text at all."""
    return not text.isascii() and bool(UTF8_SHAPE.search(text) or C1_CONTROL.search(text))
