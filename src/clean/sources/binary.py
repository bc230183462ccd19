"""Telling a binary file from text: it is set aside whole, never cut into lines."""

from __future__ import annotations

from clean.sources.encodings import BYTE_ORDER_MARKS, unreadable, wide_encoding

MAGIC = (
    (b"\x1f\x8b", "gzip data"),
    (b"\x28\xb5\x2f\xfd", "zstd data"),
    (b"\xfd7zXZ\x00", "xz data"),
    (b"BZh91AY&SY", "bzip2 data"),
    (b"PK\x03\x04", "a zip file (or a document of an office program)"),
    (b"PK\x05\x06", "an empty zip file"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip file"),
    (b"Rar!\x1a\x07", "a RAR file"),
    (b"%PDF-", "a PDF file"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a document of an old office program"),
    (b"{\\rtf", "an RTF document"),
    (b"PAR1\x15", "a Parquet file"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
)
"""How files begin that turn up beside news text, by the formats' own specifications."""

LOOK = 1 << 16
"""Bytes looked at for control characters; a binary file shows them at once."""

TEXT_CONTROLS = b"\b\t\n\v\f\r\x1b"
"""Control characters that old text files hold: overstrikes, tabs, line and page ends, terminal escapes."""

CONTROLS = bytes(byte for byte in (*range(32), 127) if byte not in TEXT_CONTROLS)

SHARE = 20
"""One control character in this many bytes makes a file binary. Random bytes have one in 10; a text with a gap of zero
bytes in it (a disk that was full) has fewer, and loses only them."""

WIDE_SHARE = 10
"""One character that is none in this many makes a file binary that begins with a byte order mark of UTF-16 or UTF-32;
random code units have one in 7."""


def binary_kind(sample: bytes) -> str:
    """What a source that begins with `sample` is, in words, when it is binary; "" for text in any encoding.

    >>> binary_kind(b"%PDF-1.7 ..."), binary_kind(b"Rain was heavy.")
    ('a PDF file', '')
    """
    for magic, kind in MAGIC:
        if sample.startswith(magic):
            return kind
    look = sample[:LOOK]
    bom, marked = next(((bom, name) for bom, name in BYTE_ORDER_MARKS if look.startswith(bom)), (b"", "utf-8"))
    if marked != "utf-8":
        text = look[len(bom) :].decode(marked, "replace")
        return f"binary data behind a mark of {marked}" if unreadable(text) * WIDE_SHARE > len(text) else ""
    controls = len(look) - len(look.translate(None, CONTROLS))
    if controls * SHARE <= len(look) or wide_encoding(look):
        return ""
    return f"binary data ({controls} control characters in its first {len(look)} bytes)"
