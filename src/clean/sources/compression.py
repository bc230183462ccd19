"""Opening a source: plain, gzip, zstd, bzip2 or xz bytes, as a stream of decompressed chunks in bounded memory.

All four formats may hold several members (frames, streams) one after another. A stream that ends early, is corrupt,
goes on with something else after its last member, or unpacks to absurdly much, is an error that names the byte; never a
shorter result. The decompressor objects are driven directly: file-like readers (`zstandard`'s above all) take a
truncated file for a complete one, and those of the standard library pass over what stands after the last member.

zstd is `compression.zstd` of Python 3.14, and its backport before: the one binding with the interface of `bz2` and
`lzma`, whose `eof` tells the end of a frame.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Protocol

from clean.errors import DataError, InputError, StreamError
from clean.settings import Read
from clean.sources.find import STDIN

CHUNK = 1 << 20
"""Most bytes a chunk holds, and that a decompressor makes at once: what bounds the memory of a bomb."""

FEED = 1 << 14
"""Bytes of compressed data handed over at once: so near does an error tell its place. Each member's end copies what is
left of them, so that a file of many small members is not to be fed in large pieces."""

RATIO_FLOOR = 10_000_000
"""Bytes that may come out before the ratio is judged: a small file of blank lines is no bomb."""


class Decompressor(Protocol):
    """One member's decompressor, as `bz2` and `lzma` have it."""

    @property
    def eof(self) -> bool: ...
    @property
    def needs_input(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: bytes, max_length: int = -1) -> bytes: ...


class _Gzip:
    """`zlib`'s decompressor with the interface of the others."""

    def __init__(self) -> None:
        import zlib

        self._inflate = zlib.decompressobj(wbits=31)  # 16 + 15: a gzip header and trailer, the checksum verified
        self.needs_input = True

    @property
    def eof(self) -> bool:
        return self._inflate.eof

    @property
    def unused_data(self) -> bytes:
        return self._inflate.unused_data

    def decompress(self, data: bytes, max_length: int = -1) -> bytes:
        made = self._inflate.decompress(self._inflate.unconsumed_tail + data, max_length)
        # A full buffer may leave more to come even where all the input is taken.
        self.needs_input = len(made) < max_length and not self._inflate.unconsumed_tail
        return made


def _gzip(_window: int) -> Decompressor:
    return _Gzip()  # looks back 32 KB, always


def _bzip2(_window: int) -> Decompressor:  # works in blocks of at most 900 KB
    from bz2 import BZ2Decompressor

    return BZ2Decompressor()


def _xz(window: int) -> Decompressor:
    from lzma import FORMAT_XZ, LZMADecompressor

    return LZMADecompressor(FORMAT_XZ, memlimit=window + (1 << 20))  # the decoder's own tables are under 1 MiB


def _zstd(window: int) -> Decompressor:
    if sys.version_info >= (3, 14):
        from compression.zstd import DecompressionParameter, ZstdDecompressor
    else:
        from backports.zstd import DecompressionParameter, ZstdDecompressor
    decompressor: Decompressor = ZstdDecompressor(
        options={DecompressionParameter.window_log_max: max(10, min(31, window.bit_length() - 1))}
    )
    return decompressor


@dataclass(frozen=True, slots=True)
class _Format:
    name: str
    make: Callable[[int], Decompressor]
    magic: bytes
    member: str  # what the format calls a part that stands for itself
    padding: int  # zero bytes that may follow the last member count in multiples of this; 0: none may


_FORMATS = {
    "gz": _Format(
        "gzip", _gzip, b"\x1f\x8b", "member", 1
    ),  # tape blocks are filled up with zeros; gzip passes over them
    "zst": _Format("zstd", _zstd, b"", "frame", 0),  # no magic here: skippable frames have sixteen others
    "bz2": _Format("bzip2", _bzip2, b"BZh", "stream", 0),
    "xz": _Format("xz", _xz, b"\xfd7zXZ\x00", "stream", 4),  # stream padding, xz file format 1.2.1, section 2.2
}


def open_stream(
    source: Path | BinaryIO, compression: str = "", settings: Read | None = None, name: str = ""
) -> Iterator[bytes]:
    """The source's decompressed bytes, in chunks of at most `CHUNK`.

    `source` is a path, or an open binary stream (standard input); `compression` is `gz`, `zst`, `bz2`, `xz` or nothing;
    `name` is what messages call it.

    Raises InputError when it cannot be opened, StreamError when reading fails, DataError when what is compressed is
    cut off, corrupt, too large by `settings`, or followed by something else.
    """
    name = name or (str(source) if isinstance(source, Path) else STDIN)
    raw = _read(source, name)
    if not compression:
        return raw
    return _decompress(raw, _FORMATS[compression], settings or Read(), name)


def _read(source: Path | BinaryIO, name: str) -> Iterator[bytes]:
    if not isinstance(source, Path):
        yield from _chunks(source, name)
        return
    try:
        stream = source.open("rb", buffering=0)
    except OSError as error:
        raise InputError("cannot read", name, error.strerror or str(error)) from error
    with stream:
        before = _state(stream)
        yield from _chunks(stream, name)
        if _state(stream) != before:
            raise DataError("the input changed while it was read", name, hint="run again when it is complete")


def _state(stream: BinaryIO) -> tuple[int, int]:
    """Size and last change of a file; nothing of a pipe, which changes by being read."""
    state = os.fstat(stream.fileno())
    return (state.st_size, state.st_mtime_ns) if stat.S_ISREG(state.st_mode) else (0, 0)


def _chunks(stream: BinaryIO, name: str) -> Iterator[bytes]:
    while True:
        try:
            chunk = stream.read(CHUNK)
        except OSError as error:
            raise StreamError("reading failed", name, error.strerror or str(error)) from error
        if not chunk:
            return
        yield chunk


class _Input:
    """Compressed bytes, handed out in pieces of at most `FEED`; what was not used of them can be put back."""

    def __init__(self, chunks: Iterator[bytes]) -> None:
        self._chunks = chunks
        self._chunk = b""
        self._next = 0  # place in the chunk
        self.position = 0  # in the source, of the byte that `take` gives next

    def take(self) -> bytes:
        """The next bytes, b"" at the end."""
        if self._next == len(self._chunk):
            self._chunk, self._next = next(self._chunks, b""), 0
        piece = self._chunk[self._next : self._next + FEED]
        self._next += len(piece)
        self.position += len(piece)
        return piece

    def put_back(self, unused: bytes) -> None:
        """Take back the end of what was handed out."""
        if len(unused) > self._next:  # it began in the chunk before
            self._chunk, self._next = unused + self._chunk[self._next :], len(unused)
        self._next -= len(unused)
        self.position -= len(unused)


def _decompress(raw: Iterator[bytes], form: _Format, settings: Read, name: str) -> Iterator[bytes]:
    data = _Input(raw)
    made = members = 0
    while _another_member(data, form, name, members):
        for chunk in _member(data, form, settings, name):
            made += len(chunk)
            _judge(made, data.position, settings, name)
            yield chunk
        members += 1


def _another_member(data: _Input, form: _Format, name: str, members: int) -> bool:
    """Whether a member begins here; False at the end of the data, zero bytes that the format allows passed over."""
    start = data.position
    head = data.take()
    while head and len(head) < 6 and (more := data.take()):  # the longest magic is 6 bytes
        head += more
    if not head and not members:
        raise DataError("broken input", name, f"empty: a {form.name} file has at least one {form.member}")
    if members and form.padding and head[:1] == b"\0":
        return _only_padding(data, head, start, form, name)
    data.put_back(head)
    if head and not _may_start(head, form):
        raise _garbage(name, start, form) if members else _not_compressed(name, form)
    return bool(head)


def _may_start(head: bytes, form: _Format) -> bool:
    if not form.magic:
        skippable = head[1:4] == b"\x2a\x4d\x18"[: len(head) - 1] and head[0] >> 4 == 5
        return skippable or b"\x28\xb5\x2f\xfd".startswith(head[:4])
    return form.magic.startswith(head[: len(form.magic)])


def _only_padding(data: _Input, head: bytes, start: int, form: _Format, name: str) -> bool:
    while head:
        if head.count(0) != len(head):
            raise _garbage(name, start, form)
        head = data.take()
    if (data.position - start) % form.padding:
        raise _garbage(name, start, form)
    return False


def _member(data: _Input, form: _Format, settings: Read, name: str) -> Iterator[bytes]:
    """The chunks of the member that begins where `data` is."""
    decompressor = form.make(settings.max_window)
    start = data.position
    while not decompressor.eof:
        before = data.position
        piece = data.take() if decompressor.needs_input else b""
        if decompressor.needs_input and not piece:
            why = f"cut off at byte {data.position}, inside the {form.name} {form.member} that begins at byte {start}"
            raise DataError("broken input", name, why, "get the file again")
        try:
            chunk = decompressor.decompress(piece, CHUNK)
        except Exception as error:  # zlib.error, OSError, lzma.LZMAError, ZstdError: named by no common class
            raise _corrupt(error, name, form, start, before, data.position) from error
        if chunk:
            yield chunk
    data.put_back(decompressor.unused_data)


def _corrupt(error: Exception, name: str, form: _Format, start: int, first: int, last: int) -> DataError | StreamError:
    if isinstance(error, MemoryError):
        return StreamError("reading failed", name, "out of memory")
    reason = str(error)
    if "emory" in reason and ("sage limit" in reason or "requires too much" in reason):
        why = f"its {form.name} window is larger than the limit"
        return DataError("broken input", name, why, "raise `max_window` in the settings if the file is trusted")
    where = f"between bytes {first} and {last}" if first > start else f"before byte {last}"
    return DataError("broken input", name, f"corrupt {form.name} data {where}: {reason}", "get the file again")


def _garbage(name: str, position: int, form: _Format) -> DataError:
    why = f"something else follows the last {form.member}, from byte {position} on"
    return DataError("broken input", name, why, f"if it is not wanted, keep the first {position} bytes alone")


def _not_compressed(name: str, form: _Format) -> DataError:
    return DataError("broken input", name, f"not {form.name} data, though its name says so", "rename the file")


def _judge(made: int, taken: int, settings: Read, name: str) -> None:
    """Stop at a decompression bomb."""
    if made > settings.max_size:
        why = f"unpacks to more than {settings.max_size} bytes"
        raise DataError("broken input", name, why, "raise `max_size` in the settings if the file is trusted")
    if made > RATIO_FLOOR and made > settings.max_ratio * taken:
        why = f"unpacks to more than {settings.max_ratio} times its size (a decompression bomb?), at byte {taken}"
        raise DataError("broken input", name, why, "raise `max_ratio` in the settings if the file is trusted")
