"""The shapes that mojibake has: what UTF-8 looks like when it is read as another encoding.

ftfy tries ten single-byte encodings in turn (`ftfy.chardata.CHARMAP_ENCODINGS`). Whatever it repairs therefore holds
either a C1 control character or the characters of a UTF-8 sequence as seen through one of the ten: a lead byte and as
many continuation bytes as it asks for. It also repairs sequences of which a byte was lost: byte A0 to a space
(`ftfy.chardata.ALTERED_UTF8_RE`), any to U+FFFD or "?" (`LOSSY_UTF8_RE`). And it repairs nothing that has no sign of
badness (`ftfy.badness.BADNESS_RE`). A line without these is left alone by ftfy, and need not be shown to it.
tests/stages/normalize/test_gate.py holds all of it against ftfy.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

# ftfy's encodings, by the names of Python's codecs. In those of Windows it fills the holes with the C1 controls and
# takes U+FFFD and "?" for lost bytes; in all but Mac Roman it takes a space for byte A0.
WINDOWS = ("cp1252", "cp1251", "cp1250", "cp1253", "cp1254", "cp1257")
ENCODINGS = (*WINDOWS, "latin-1", "iso8859-2", "mac-roman", "cp437")

# Lead bytes of sequences of two (C0: Java's NUL, which ftfy reads as well), three and four.
LEADS_2, LEADS_3, LEADS_4 = range(0xC0, 0xE0), range(0xE0, 0xF0), range(0xF0, 0xF5)
CONTINUATIONS = range(0x80, 0xC0)
# Those after which ftfy takes a space for A0, or for the first of them "?" for any byte.
BEFORE_SPACE_2, BEFORE_SPACE_3, BEFORE_SPACE_4 = bytes.fromhex("c2c3c5ced0d9"), range(0xE0, 0xE4), range(0xF0, 0xF1)
BEFORE_QUESTION_2 = range(0xC2, 0xC4)

# Signs of badness, without which nothing is bad: Latin-1's signs and capitals, the capitals and œ of Latin Extended-A,
# ƒ, spacing accents, tonos, Ђ, Ґ, quotes that open, daggers, the bullet, currency, mathematics, lozenge and box
# drawings, Apple's logo, U+FFFD. They say something beside another character beyond ASCII; the LONELY ones also alone.
SIGNS = (
    "\u0080-\u00de\u00f7ĀĂĄĆČĎĐĒĖĘĚĞĢİĪĶĹĻĽŁŃŅŇŌŐŒœŘŚŞŠŢŤŪŮŰŲŸŹŻŽƒ\u02c6\u02c7\u02d8\u02db\u02dc\u02dd\u0384\u0385"
    "\u0402\u0490\u2018\u201a\u201c-\u201e\u2020-\u2022\u2030\u2039\u203a\u2044\u20a7\u20ac\u2116\u2122\u2200-\u22ff"
    "\u2310\u2320\u2321\u2500-\u259f\u25ca\uf8ff\ufffd"
)
LONELY = "\x80-\x9fÂÃŒœ"
SIGN = re.compile(f"[{SIGNS}]")
TELLTALE = re.compile(f"[{SIGNS}](?:(?<=[{LONELY}])|(?=[^\\x00-\\x7f])|(?<=[^\\x00-\\x7f].))", re.DOTALL)

LOST = "\ufffd?"  # what stands for a lost byte, beside a space for A0

C1_CONTROL = re.compile("[\x80-\x9f]")


def characters(encoding: str, codes: Iterable[int]) -> str:
    """What the bytes of a single-byte encoding stand for; holes are Latin-1, as browsers have it."""
    read = [(code, bytes([code]).decode(encoding, "replace")) for code in codes]
    return "".join(chr(code) if char == "\ufffd" else char for code, char in read)


def one_of(chars: str) -> str:
    """A character class of some characters."""
    return "[" + re.escape("".join(sorted(set(chars)))) + "]"


def _whole(encoding: str) -> list[str]:
    """Sequences as they are."""
    follows = one_of(characters(encoding, CONTINUATIONS))
    return [
        f"(?<={one_of(characters(encoding, leads))}){follows}{{{count}}}"
        for count, leads in enumerate((LEADS_2, LEADS_3, LEADS_4), 1)
    ]


def _spaced(encoding: str) -> list[str]:
    """Sequences in which a space stands for byte A0."""
    if encoding == "mac-roman":
        return []
    two, three, four = (one_of(characters(encoding, c)) for c in (BEFORE_SPACE_2, BEFORE_SPACE_3, BEFORE_SPACE_4))
    k = one_of(characters(encoding, CONTINUATIONS))
    return [f"(?<={two})[ ]", f"(?<={three})(?:[ ]{k}|{k}[ ])", f"(?<={four})(?:[ ]{k}{k}|{k}[ ]{k}|{k}{k}[ ])"]


def _lossy(encoding: str) -> list[str]:
    """Sequences in which U+FFFD or a question mark stands for some byte."""
    if encoding not in WINDOWS:
        return []
    question, two, three, four = (
        one_of(characters(encoding, leads)) for leads in (BEFORE_QUESTION_2, LEADS_2, LEADS_3, LEADS_4)
    )
    k = one_of(characters(encoding, CONTINUATIONS) + LOST)
    return [f"(?<={question})[?]", f"(?<={two})\ufffd", f"(?<={three}){k}{{2}}", f"(?<={four}){k}{{3}}"]


def _leads() -> str:
    return one_of("".join(characters(encoding, range(0xC0, 0xF5)) for encoding in ENCODINGS))


@cache
def shape() -> re.Pattern[str]:
    """A lead character and what must follow it in one and the same encoding.

    Made when first needed, like the shadow's: 60 ms each, which a clean text need not wait for.
    """
    forms = [form for encoding in ENCODINGS for form in (*_whole(encoding), *_spaced(encoding), *_lossy(encoding))]
    follows = one_of("".join(characters(encoding, CONTINUATIONS) for encoding in ENCODINGS) + " " + LOST)
    # The first class lets the engine run to the next lead character, the second stops at nearly all of those at once.
    return re.compile(f"{_leads()}(?={follows})(?:{'|'.join(forms)})")


@cache
def shadow_shape() -> re.Pattern[str]:
    """What is left of any shape when all of ASCII is taken out of a line."""
    forms = [form for encoding in ENCODINGS for form in _whole(encoding)]
    for encoding in ENCODINGS:
        if encoding == "mac-roman":
            continue
        longer = (*LEADS_3, *LEADS_4) if encoding in WINDOWS else (*BEFORE_SPACE_3, *BEFORE_SPACE_4)
        follows = one_of(characters(encoding, CONTINUATIONS))
        forms.append(f"(?<={one_of(characters(encoding, longer))}){follows}")
        forms.append(f"(?<={one_of(characters(encoding, BEFORE_SPACE_2))})")
    return re.compile(f"{_leads()}(?:{'|'.join(forms)})|\ufffd")
