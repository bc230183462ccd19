"""OUT: the rows of the articles kept, in the form that its name asks for, in one file or in shards."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, groupby, islice, pairwise
from pathlib import Path
from typing import Protocol

from clean.errors import OutputError, UsageError
from clean.sinks.atomic import OutputFile, Outputs
from clean.sinks.compress import compressor
from clean.sinks.forms import Form, form_of, shard_name, shards
from clean.sources.find import shown

MOST_SHARDS = 900
"""Each is held open until all are published, and a process may usually have 1,024 files open."""


@dataclass(frozen=True, slots=True)
class Sharding:
    """Into how many files the rows go, or how many bytes of rows go into each; with neither, one file."""

    count: int = 0
    size: int = 0

    def __bool__(self) -> bool:
        return bool(self.count or self.size)

    @classmethod
    def of(cls, count: int, size: str) -> Sharding:
        """As the options have it, the size as `500MB` or "" for none; UsageError for a size that holds nothing."""
        from clean.config import size_in_bytes

        sharding = cls(count, size_in_bytes(size) if size != "" else 0)
        if size != "" and not sharding.size:
            raise UsageError("shard size must be 1 or more", size)
        return sharding

    def check(self) -> None:
        """Raise UsageError for what cannot be."""
        if self.count and self.size:
            raise UsageError("both --shards and --shard-size", hint="give one of the two")
        if self.count < 0:
            raise UsageError("shards must be 0 or more", str(self.count))
        if self.count > MOST_SHARDS:
            raise _too_many()

    def deal(self, rows: Iterator[bytes], count: int) -> Iterator[Iterator[bytes]]:
        """The `count` rows, some for each file, in order; each file's must be taken before the next is asked for.

        They are given some together, and given on one by one where there are several files.
        """
        if self:
            rows = chain.from_iterable(some.splitlines(keepends=True) for some in rows)
        if self.count:
            ends = [number * count // self.count for number in range(self.count + 1)]
            yield from (islice(rows, end - begin) for begin, end in pairwise(ends))
        elif self.size and count:
            yield from (shard for _, shard in groupby(rows, _Filling(self.size)))
        else:
            yield rows


ONE_FILE = Sharding()


class _Filling:
    """The number of the file that a row goes into: the next one where it would make this one larger than `size`."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._number = self._held = 0

    def __call__(self, line: bytes) -> int:
        if self._held and self._held + len(line) > self._size:
            self._number, self._held = self._number + 1, 0
        self._held += len(line)
        return self._number


class Out:
    """OUT's files. They are published before all other outputs but the first, which makes the set complete."""

    def __init__(self, path: Path, sharding: Sharding, outputs: Outputs, no_clobber: bool = False) -> None:
        sharding.check()
        self.path = path
        self._form = form_of(path)
        self._sharding = sharding
        self._outputs = outputs
        if self._form.rows == "parquet":
            from clean.sinks.parquet import require

            require(path)
        if sharding and no_clobber and os.path.lexists(path):
            raise OutputError("will not overwrite", shown(path), "it exists, and --no-clobber is given")
        self.files = [self._open(no_clobber)]

    def _open(self, no_clobber: bool = False) -> OutputFile:
        """A further file, which as a shard gets its name when their number is known."""
        if not self._sharding:
            return self._outputs.open(self.path, no_clobber)
        likely = next(iter(shards(self.path)), shard_name(self.path, 0, 1))
        return self._outputs.open(likely, no_clobber, kin=self.path, vacates=True)

    def write(self, rows: Iterator[bytes], count: int) -> str:
        """Write `count` rows, given some together as lines of JSON; gives their SHA-256, which no form changes."""
        digest = hashlib.sha256()
        for number, shard in enumerate(self._sharding.deal(rows, count)):
            if number == MOST_SHARDS:
                raise _too_many()
            if number:
                self.files.append(self._open())
            writer = _writer(self.files[-1], self._form)
            for lines in shard:
                digest.update(lines)
                writer.write(lines)
            writer.close()
            if self._sharding:
                self.files[-1].finish()  # gives its buffer up
        if self._sharding:
            self._name()
        return digest.hexdigest()

    def _name(self) -> None:
        """Give the shards their names; shards of a run before, and an OUT in one file, go."""
        names = [shard_name(self.path, number, len(self.files)) for number in range(len(self.files))]
        before = [path for path in (self.path, *shards(self.path)) if os.path.lexists(path)]
        for file, name in zip(self.files, names, strict=True):
            file.rename(name)
        for path in before:
            if path not in names:
                stale = self._open()
                stale.rename(path)
                stale.retire()


class Writer(Protocol):
    """What puts rows, given as lines of JSON, into a file."""

    def write(self, lines: bytes) -> None: ...
    def close(self) -> None: ...


class Lines:
    """Rows as they are, one after another, compressed or not."""

    def __init__(self, file: OutputFile, compression: str) -> None:
        self._file = file
        self._compressor = compressor(compression)

    def write(self, lines: bytes) -> None:
        self._file.write(self._compressor.compress(lines))

    def close(self) -> None:
        """Write what the compressor holds."""
        self._file.write(self._compressor.flush())


def _writer(file: OutputFile, form: Form) -> Writer:
    if form.rows == "parquet":
        from clean.sinks.parquet import ParquetRows

        return ParquetRows(file)
    return Lines(file, form.compression)


def _too_many() -> UsageError:
    return UsageError("too many shards", why=f"at most {MOST_SHARDS}", hint="give fewer, or a larger --shard-size")
