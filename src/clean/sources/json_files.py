"""Files named `.json`: lines of objects, as many dumps are, or one value, whose records are not cut out of it.

Spans are of whole lines, which those of an array's records are not; `jq` makes lines of them.
"""

from __future__ import annotations

from codecs import BOM_UTF8
from dataclasses import replace
from pathlib import Path

from clean.errors import InputError
from clean.settings import Read
from clean.sources.compression import open_stream
from clean.sources.encodings import SAMPLE, detect
from clean.sources.find import Source, shown

LONGEST = SAMPLE // 2
"""Bytes of a first line, seen in part perhaps, beyond which it is a whole object (a broadcast's transcript, say): that
of one set out over several lines is its brace, seldom more. What is UTF-16 in 4 MB is half as much in UTF-8."""


def settle(source: Source) -> Source:
    """The source with its format by what a file named `.json` begins with: `jsonl` for lines of objects, `txt` for
    what is no JSON.

    Raises InputError for an array, and for an object over several lines.
    """
    if source.format != "json":
        return source
    if source.path is None or not source.path.is_file():
        return replace(source, format="txt")
    head = beginning(source.path, source.compression).partition(b"\n")[0]
    if head[:1] not in (b"[", b"{"):
        return replace(source, format="txt")
    if head[:1] == b"{" and (len(head) > LONGEST or is_object(head)):
        return replace(source, format="jsonl")
    kind, each = ("an array", ".[]") if head[:1] == b"[" else ("one value", ".")
    raise InputError(
        "cannot read",
        shown(source.path),
        f"it holds {kind}, where one object a line is read",
        hint=f"make lines of it, jq -c '{each}' FILE > FILE.jsonl, or read it as text with --input-format txt",
    )


def beginning(path: Path, compression: str) -> bytes:
    """What a file begins with, in UTF-8, from the first line with anything on it: so much that it holds this line, if
    the first megabytes do.
    """
    read, held = b"", b""
    for chunk in open_stream(path, compression, Read(), shown(path)):
        read += chunk
        held = _in_utf8(read).lstrip()
        if len(read) > SAMPLE or (held and (b"\n" in held or held[:1] != b"{")):
            break
    return held


def _in_utf8(beginning: bytes) -> bytes:
    """What a file begins with without its byte order mark; UTF-16, as PowerShell writes it, and UTF-32 as UTF-8."""
    if b"\0" not in beginning[:4]:  # a brace or a bracket comes first, if not a byte order mark
        return beginning.removeprefix(BOM_UTF8)
    encoding = detect(beginning)
    return beginning.removeprefix(encoding.bom).decode(encoding.name, "replace").encode()


def is_object(line: bytes) -> bool:
    """Whether a line is an object in JSON."""
    from clean.sources.records import loads

    try:
        return isinstance(loads(line), dict)
    except ValueError:
        return False
