"""OUT: the rows of the articles kept, in the form that its name asks for."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from clean.forms import form_of
from clean.sinks.atomic import OutputFile
from clean.sinks.compress import compressor


def write_rows(file: OutputFile, rows: Iterable[bytes]) -> str:
    """Write rows, each a line of JSON; gives the SHA-256 of the lines as hex, which is the same for every form."""
    digest = hashlib.sha256()
    packed = compressor(form_of(file.path).compression)
    for line in rows:
        digest.update(line)
        file.write(packed.compress(line))
    file.write(packed.flush())
    return digest.hexdigest()
