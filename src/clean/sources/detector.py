"""Which legacy encoding bytes are in, judged over a short list of those that news really comes in."""

from __future__ import annotations

CANDIDATES = (
    "cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258",
    "iso8859-2", "iso8859-5", "iso8859-7", "iso8859-9", "iso8859-15",
    "koi8-r", "koi8-u", "mac_roman", "mac_cyrillic", "cp866", "cp874",
    "cp932", "euc-jp", "cp949", "gb18030", "big5",
)  # fmt: skip

EVIDENCE = 3
"""Bytes beyond ASCII below which nothing is guessed."""

MOST = 200_000
"""Bytes looked at: more change no answer."""


def detect_legacy(data: bytes) -> tuple[str, str]:
    """The encoding of bytes that are not UTF-8, and in words what decided."""
    import chardet

    beyond = sum(map(data.count, range(128, 256)))
    if beyond < EVIDENCE:
        return "cp1252", f"too little evidence: {beyond} bytes"
    found = chardet.detect(data[:MOST], include_encodings=CANDIDATES, compat_names=False, no_match_encoding="cp1252")
    return str(found["encoding"]), f"detected, confidence {found['confidence']:.2f}"
