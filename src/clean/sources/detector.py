"""Which legacy encoding bytes are in, judged over a short list of those that news really comes in.

The double-byte encodings of East Asia are told by their structure: which characters a decoding is made of, where
another encoding read as this one gives rare characters and broken pairs. A few bad bytes do not matter, unlike to
detectors that rule an encoding out at the first byte it does not have. Single-byte encodings are told by the language
models of `chardet`, imported when they are needed, and asked only about encodings that the bytes allow.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import NamedTuple

FALLBACK = "cp1252"
"""What a few bytes that are no UTF-8 most likely are in news: an accent or a curly quote from a Windows newsroom."""

BEYOND_ASCII = bytes(range(128, 256))

MOST = 200_000
"""Bytes looked at: more change no answer."""


class DoubleByte(NamedTuple):
    """A double-byte encoding: its characters in bytes, and the lead bytes of those that everyday text is made of.

    Of `names`, codecs that have more and more characters, the first is taken that has most of the text's (Big5 of
    Windows, then of Hong Kong). `kana` are those lead bytes that Japanese alone is full of; none for other languages.
    """

    names: tuple[str, ...]
    character: re.Pattern[bytes]
    everyday: frozenset[int]
    trail: int  # lowest second byte of an everyday character
    kana: frozenset[int] = frozenset()


def _leads(*ranges: tuple[int, int]) -> frozenset[int]:
    return frozenset(lead for first, last in ranges for lead in range(first, last + 1))


# In this order: Korean text is made of characters that would be everyday ones in GB 2312 and Big5 too, and Japanese
# text can be told by its kana. Everyday characters are: kana and JIS level 1, Hangul of KS X 1001, level 1 of GB 2312
# and of Big5, and the punctuation of each.
DOUBLE_BYTE = (
    DoubleByte(
        ("cp932",),
        re.compile(rb"[\x81-\x9f\xe0-\xfc][\x40-\x7e\x80-\xfc]|[\x80-\xff]"),
        _leads((0x81, 0x83), (0x88, 0x97)),
        0x40,
        _leads((0x82, 0x83)),
    ),
    DoubleByte(
        ("euc_jp", "euc_jis_2004"),
        re.compile(rb"[\xa1-\xfe]{2}|\x8e[\xa1-\xdf]|\x8f[\xa1-\xfe]{2}|[\x80-\xff]"),
        _leads((0xA1, 0xA1), (0xA3, 0xA5), (0xB0, 0xCF)),
        0xA1,
        _leads((0xA4, 0xA5)),
    ),
    DoubleByte(
        ("cp949",),
        re.compile(rb"[\x81-\xfe][A-Za-z\x81-\xfe]|[\x80-\xff]"),
        _leads((0xA1, 0xA3), (0xB0, 0xC8)),
        0xA1,
    ),
    DoubleByte(
        ("gb18030",),
        re.compile(rb"[\x81-\xfe][\x40-\x7e\x80-\xfe]|[\x81-\xfe][0-9][\x81-\xfe][0-9]|[\x80-\xff]"),
        _leads((0xA1, 0xA1), (0xA3, 0xA3), (0xB0, 0xD7)),
        0xA1,
    ),
    DoubleByte(
        ("big5", "cp950", "big5hkscs"),
        re.compile(rb"[\x81-\xfe][\x40-\x7e\xa1-\xfe]|[\x80-\xff]"),
        _leads((0xA1, 0xA1), (0xA4, 0xC6)),
        0x40,
    ),
)

EVERYDAY = 0.85
"""Share of everyday characters that an encoding's own text has (0.93 to 1 on sentences of ours in each), and text of
another read as it has not (0.3 to 0.75)."""

KANA = 0.1
"""Share of kana in Japanese: half in news, a fifth in tables of names; 0 in Chinese and Korean read as Japanese."""

PAIRS = 4
"""Characters below which a double-byte encoding is not told from accents that happen to stand side by side."""

SINGLE_BYTE = (
    "cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258",
    "iso8859-2", "iso8859-5", "iso8859-7", "iso8859-15",
    "koi8-r", "koi8-u", "mac_roman", "mac_cyrillic", "cp866", "cp874",
    "cp437", "cp850", "cp852",  # DOS, in archives of the nineties
)  # fmt: skip
"""ISO 8859-1, -8 and -9 are not here: cp1252, cp1255 and cp1254 are the same with more characters."""

SIBLINGS = {"iso8859-2": "cp1250", "iso8859-7": "cp1253", "iso8859-15": "cp1252"}
"""ISO 8859 → the Windows encoding that has the same letters, some of them in other places."""

STRAY = b"\x81\x83\x88\x8d\x8f\x90\x98\x9d\xff"
"""Bytes that are nothing, or hardly ever used, in the Windows encodings of Europe: a few of them are damage."""

MAC = "mac-roman"

AFTER = re.compile(rb"[a-z,.!?][\x80-\xff]")

FITTING = frozenset(("Ll", "Lo", "Pd", "Pe", "Pf", "Pi", "Po", "So", "Zs"))
"""Unicode categories of what may follow a small letter: a small letter, punctuation, a trade mark, a space."""

INSIDE_WORD = re.compile(rb"(?<=[A-Za-z])[\x80-\xff](?=[a-z])")

EVIDENCE = 3
"""Bytes beyond ASCII below which nothing is guessed."""


def detect_legacy(data: bytes, enough: int = EVIDENCE) -> tuple[str, str]:
    """The encoding of text that is not UTF-8, and in words what decided.

    With fewer than `enough` bytes beyond ASCII nothing is guessed.
    """
    data = data[:MOST]
    beyond = beyond_ascii(data)
    if beyond < enough:
        return _windows_or_mac(data, FALLBACK), "too little to tell"
    for encoding in DOUBLE_BYTE:
        if share := everyday_share(data, encoding):
            name = min(encoding.names, key=lambda name: data.decode(name, "replace").count("\ufffd"))
            return name, f"{share:.0%} everyday characters"
    return _single_byte(data, beyond)


def beyond_ascii(data: bytes) -> int:
    """Bytes that are not ASCII."""
    return len(data) - len(data.translate(None, BEYOND_ASCII))


def everyday_share(data: bytes, encoding: DoubleByte) -> float:
    """How much of the text is everyday characters if it is in this encoding; 0 when it is not."""
    found = Counter(encoding.character.findall(data))
    characters = found.total()
    broken = sum(count for character, count in found.items() if len(character) == 1)
    if characters - broken < PAIRS or broken > max(characters // 50, 1):
        return 0
    everyday = sum(
        count
        for character, count in found.items()
        if character[0] in encoding.everyday and len(character) == 2 and character[1] >= encoding.trail
    )
    kana = sum(count for character, count in found.items() if character[0] in encoding.kana)
    if everyday < EVERYDAY * characters or (encoding.kana and kana < KANA * characters):
        return 0
    return everyday / characters


def _single_byte(data: bytes, beyond: int) -> tuple[str, str]:
    import chardet

    counts = Counter(data)
    tolerated = max(beyond // 50, 1)
    stray = bytes(byte for byte in STRAY if counts[byte] <= tolerated)
    clean = data.translate(None, stray)
    if beyond_ascii(clean) < EVIDENCE:
        return FALLBACK, "damage, and too little to tell"
    foreign = {name: _foreign(name, counts, stray) for name in SINGLE_BYTE}
    # chardet itself rules out what has a byte that is nothing, but takes the control characters of ISO 8859.
    allowed = [name for name in SINGLE_BYTE if foreign[name] <= (tolerated if name.startswith("iso") else 0)]
    if not allowed:
        return FALLBACK, "no encoding has all these bytes"
    found = chardet.detect(clean, include_encodings=allowed, compat_names=False, no_match_encoding=allowed[0])
    name = found["encoding"]
    if name is None:
        return FALLBACK, "no language recognised"
    name = _windows_or_mac(clean, name) if name in (FALLBACK, MAC) else _sibling(name, clean)
    return name, f"language model, confidence {found['confidence']:.2f}"


def _foreign(name: str, counts: Counter[int], stray: bytes) -> int:
    """How many of the bytes are no characters of the encoding, or control characters."""
    texts = ((byte, bytes([byte]).decode(name, "replace")) for byte in range(128, 256) if byte not in stray)
    return sum(counts[byte] for byte, text in texts if text == "\ufffd" or "\x80" <= text <= "\x9f")


def _windows_or_mac(data: bytes, likely: str) -> str:
    """Windows or Mac OS for the few accents and quotes of Western text: where fewer of them are out of place.

    What is an apostrophe in the one is a capital in the other, which does not stand behind a small letter.
    """
    return min((likely, MAC, FALLBACK), key=lambda name: _misplaced(data, name))


def _misplaced(data: bytes, name: str) -> int:
    count = 0
    for pair, times in Counter(AFTER.findall(data)).items():
        character = pair[1:].decode(name, "replace")
        fits = unicodedata.category(character) in FITTING if pair[:1].isalpha() else not character.isalpha()
        count += 0 if fits else times
    return count


def _sibling(name: str, data: bytes) -> str:
    """Of an encoding of ISO 8859 and its Windows sibling the one whose letters stand inside words.

    The models tell languages, and these two share theirs. A byte from 0x80 to 0x9F is a character in Windows alone.
    """
    pair = next((pair for pair in SIBLINGS.items() if name in pair), None)
    if not pair:
        return name
    votes = Counter[str]()
    for byte, count in Counter(INSIDE_WORD.findall(data)).items():
        letters = [sibling for sibling in pair if byte.decode(sibling, "replace").isalpha()]
        votes.update(dict.fromkeys(letters, count) if len(letters) == 1 else {})
    iso, windows = pair
    votes[windows] += len(data) - len(data.translate(None, bytes(range(0x80, 0xA0))))
    if votes[iso] == votes[windows]:
        high = data.translate(None, bytes(range(0xA0)))
        return windows if high.decode(iso, "replace") == high.decode(windows, "replace") else name
    return max(pair, key=lambda sibling: votes[sibling])
