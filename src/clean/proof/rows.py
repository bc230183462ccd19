"""OUT read back: its rows as the lines of JSON that they were written from, whatever its form."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from clean.errors import DataError, InputError, StreamError
from clean.settings import Read
from clean.sinks.forms import form_of, shard_count, shard_name, shards
from clean.sources.compression import open_stream
from clean.sources.find import shown

UNJUDGED = Read(max_ratio=1 << 62, max_size=1 << 62)
"""How far OUT may unpack: as far as the run that wrote it went, which judged its inputs."""


def out_lines(out: Path) -> Iterator[bytes]:
    """The rows of OUT as lines, each with its line feed; those of its shards one after another.

    Raises InputError or StreamError where it cannot be read, DataError where it is broken or a shard is missing.
    """
    form = form_of(out)
    for path in parts(out):
        if form.rows == "parquet":
            from clean.sinks.parquet import read_lines, require

            require(path)
            with opened(path) as stream:
                yield from read_lines(stream, shown(path))
        elif form.compression:
            yield from _lines(open_stream(path, form.compression, UNJUDGED, shown(path)))
        else:
            yield from file_lines(path)


def parts(out: Path) -> list[Path]:
    """The files that OUT is: itself, or its shards in order; DataError where these are not one whole set."""
    found = [] if os.path.exists(out) else shards(out)
    if not found:
        return [out]
    count = shard_count(found[-1])
    whole = [shard_name(out, number, count) for number in range(count)]
    if not set(found) <= set(whole):
        names = f"{len(found)} of them, from {found[0].name} to {found[-1].name}"
        raise DataError("its shards are not one whole set", shown(out), shown(names), hint="run again")
    if missing := sorted({*whole} - {*found}):
        more = f" and {len(missing) - 1:,} more" if len(missing) > 1 else ""
        raise DataError("not all of its shards are there", shown(out), f"{shown(missing[0].name)}{more} missing")
    return found


def require_files(*paths: Path) -> None:
    """InputError for a pipe or a device: it gives what it has once, and is read twice."""
    for path in paths:
        if os.path.exists(path) and not os.path.isfile(path) and not os.path.isdir(path):
            raise InputError("cannot read", shown(path), "not a file, and it is read twice", "write it to a file first")


def file_lines(path: Path) -> Iterator[bytes]:
    """The lines of a file, each with its line feed; InputError or StreamError where it cannot be read."""
    with opened(path) as stream:
        try:
            yield from stream
        except OSError as error:
            raise StreamError("reading failed", shown(path), error.strerror or str(error)) from error


def opened(path: Path) -> BinaryIO:
    """A file that a run wrote, to be read; InputError where it cannot be opened."""
    try:
        return open(path, "rb")
    except OSError as error:
        raise InputError("cannot read", shown(path), error.strerror or str(error)) from error


def _lines(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """The lines in a stream, each with its line feed but perhaps the last."""
    held: list[bytes] = []
    for chunk in chunks:
        first, *others = chunk.split(b"\n")
        held.append(first)
        if others:
            yield b"".join(held) + b"\n"
            yield from (line + b"\n" for line in others[:-1])
            held = [others[-1]]
    if rest := b"".join(held):
        yield rest
