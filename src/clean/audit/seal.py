"""The hash that a file carries of itself, so that a changed bit in it is found without any other file.

It stands in the file's first line, and is the SHA-256 of the whole file with `BLANK` in its place.
"""

from __future__ import annotations

BLANK = "0" * 64
"""What stands in the hash's place while it is not known."""


def unsealed(first: bytes, key: str) -> tuple[str, bytes]:
    """The hash that a first line carries as the JSON field `key`, "" for none, and the line as it was hashed.

    >>> unsealed(b'{"a_sha256":"%s"}' % (b"f" * 64), "a_sha256") == ("f" * 64, b'{"a_sha256":"%s"}' % (b"0" * 64))
    True
    """
    head, name, rest = first.partition(f'"{key}":"'.encode())
    if not name or rest[len(BLANK) : len(BLANK) + 1] != b'"':
        return "", first
    return rest[: len(BLANK)].decode("ascii", "replace"), head + name + BLANK.encode() + rest[len(BLANK) :]
