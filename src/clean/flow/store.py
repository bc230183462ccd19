"""Bytes that are too many to be held: in memory as long as there are few, then in a file without a name."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from clean.errors import StreamError
from clean.sources.find import shown

MEMORY = 256_000_000
"""Bytes of rows and audit kept in memory before they go to a file: what a run of 200 MB needs."""

WAITING = 1 << 24
"""Bytes that are written together once there is a file, and read together where there may be very many."""

AHEAD = 1 << 16
"""Bytes that are read at once where one asks for what follows, as whoever goes through all articles does: some twenty
articles, so that nineteen of them need no call of the system. A read as near as that behind the last one follows it."""


class Store:
    """Bytes that are added at the end and read anywhere; beyond `memory` bytes they lie in a file without a name.

    The file is gone with the process, however that ends. It is read call by call and not mapped: pages of a mapped file
    count as the process's memory, all of them once all were looked at.
    """

    def __init__(self, folder: Path | None, memory: int = MEMORY) -> None:
        self._folder = folder
        self._memory = memory
        self._buffer = bytearray()
        self._file: IO[bytes] | None = None
        self._written = 0  # bytes that lie in the file, where they stay; those behind them are in the buffer
        self._ahead, self._ahead_from = b"", 0  # what was last read of the file, and from where
        self.size = 0

    def append(self, data: bytes | bytearray | memoryview) -> int:
        """Add bytes at the end; gives where they begin."""
        start = self.size
        self._buffer += data
        self.size += len(data)
        if len(self._buffer) > self._memory:
            self._write()
        return start

    def _write(self) -> None:
        with self._failing("cannot write into", "name a folder with more room: --work-dir"):
            if self._file is None:
                self._file = tempfile.TemporaryFile(dir=self._folder, prefix=".clean.")  # noqa: SIM115  see close
                self._memory = min(self._memory, WAITING)
            self._file.write(self._buffer)
            self._file.flush()
        self._written = self.size
        self._buffer.clear()

    def read(self, start: int, size: int) -> bytes:
        """`size` bytes from `start` on."""
        if start >= self._written:
            start -= self._written
            return bytes(memoryview(self._buffer)[start : start + size])
        there = self._read_file(start, min(size, self._written - start))
        return there if len(there) == size else there + bytes(memoryview(self._buffer)[: size - len(there)])

    def parts(self, start: int, end: int) -> Iterator[bytes]:
        """The bytes `[start, end)`, some at a time."""
        return (self.read(place, min(WAITING, end - place)) for place in range(start, end, WAITING))

    def _read_file(self, start: int, size: int) -> bytes:
        if size > AHEAD:
            return self._call(start, size)
        begin = start - self._ahead_from
        if not 0 <= begin <= len(self._ahead) - size:
            follows = 0 <= begin < len(self._ahead) + AHEAD
            self._ahead = self._call(start, min(AHEAD, self._written - start) if follows else size)
            self._ahead_from, begin = start, 0
        return self._ahead[begin : begin + size]

    def _call(self, start: int, size: int) -> bytes:
        data = b""
        with self._failing("cannot read from", ""):
            while self._file is not None and len(data) < size:  # one call gives 2 GB at most
                more = os.pread(self._file.fileno(), size - len(data), start + len(data))
                if not more:
                    raise OSError(errno.EIO, "the file has become shorter")
                data = data + more if data else more
        return data

    @contextlib.contextmanager
    def _failing(self, what: str, hint: str) -> Iterator[None]:
        """OSErrors told as what they are: the folder is full, say."""
        try:
            yield
        except OSError as error:
            where = shown(self._folder or tempfile.gettempdir())
            raise StreamError(what, where, error.strerror or str(error), hint=hint) from error

    def close(self) -> None:
        """Give the bytes up."""
        self._buffer, self._ahead = bytearray(), b""
        if self._file is not None:
            with contextlib.suppress(OSError):  # a full disk was told of by whoever wrote; nothing here is wanted now
                self._file.close()
