"""Compressing what is written: a stream of bytes in, the same bytes out for the same input, in bounded memory."""

from __future__ import annotations

import sys
from typing import Protocol


class Compressor(Protocol):
    """As `bz2` and `lzma` have it."""

    def compress(self, data: bytes, /) -> bytes: ...
    def flush(self) -> bytes: ...


class Plain:
    """Compresses nothing."""

    def compress(self, data: bytes, /) -> bytes:
        return data

    def flush(self) -> bytes:
        """Nothing is held back."""
        return b""


def compressor(name: str) -> Compressor:
    """A new stream's compressor: `gz`, `zst`, `bz2`, `xz`, or "" for none.

    Levels are those that the tools have unasked. None writes a time or a name; all write a checksum.
    """
    if name == "gz":
        import zlib

        return zlib.compressobj(6, wbits=31)  # 16 + 15: a gzip header, in which zlib leaves the time 0
    if name == "zst":
        return _zstd()
    if name == "bz2":
        from bz2 import BZ2Compressor

        return BZ2Compressor(9)
    if name == "xz":
        from lzma import LZMACompressor

        return LZMACompressor(preset=6)
    return Plain()


def _zstd() -> Compressor:
    if sys.version_info >= (3, 14):
        from compression.zstd import CompressionParameter, ZstdCompressor
    else:
        from backports.zstd import CompressionParameter, ZstdCompressor
    made: Compressor = ZstdCompressor(
        options={CompressionParameter.compression_level: 3, CompressionParameter.checksum_flag: 1}
    )
    return made
