"""Compressed sources: read whole or not at all, within bounds."""

from __future__ import annotations

import bz2
import contextlib
import gzip
import io
import lzma
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clean.errors import CleanError, DataError, InputError, StreamError
from clean.settings import Read
from clean.sources.compression import CHUNK, open_stream

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

NEWS = "".join(f"Line {n}: the council’s vote on the harbour was put off again.\n" for n in range(60)).encode()

COMPRESS: dict[str, Callable[[bytes], bytes]] = {
    "gz": gzip.compress,
    "zst": zstd.compress,
    "bz2": bz2.compress,
    "xz": lzma.compress,
}

each_compression = pytest.mark.parametrize("compression", COMPRESS)


def checked_zstd(data: bytes) -> bytes:
    """A frame with a checksum, as the `zstd` command makes it."""
    return zstd.compress(data, options={zstd.CompressionParameter.checksum_flag: 1})


def read(data: bytes, compression: str = "", settings: Read | None = None) -> bytes:
    return b"".join(open_stream(io.BytesIO(data), compression, settings, "dump"))


@each_compression
def test_members_follow_one_another(compression: str) -> None:
    compress = COMPRESS[compression]
    assert read(compress(NEWS[:100]) + compress(b"") + compress(NEWS[100:]), compression) == NEWS


@each_compression
def test_every_cut_is_an_error_that_names_the_byte(compression: str) -> None:
    compress = COMPRESS[compression]
    first = compress(NEWS[:1000])
    whole = first + compress(NEWS[1000:])
    for size in set(range(len(whole))) - {len(first)}:
        with pytest.raises(DataError) as caught:
            read(whole[:size], compression)
        assert caught.value.exit_code == 65
        assert f"byte {size}" in str(caught.value) or (size == 0 and "empty" in str(caught.value))
    assert read(first, compression) == NEWS[:1000]


@pytest.mark.parametrize("compression", ["gz", "bz2", "xz", "zst"])
def test_a_flipped_bit_is_never_read_as_something_else(compression: str) -> None:
    whole = (COMPRESS | {"zst": checked_zstd})[compression](NEWS)
    for place in range(len(whole)):
        broken = bytearray(whole)
        broken[place] ^= 0x10
        with contextlib.suppress(DataError):
            assert read(bytes(broken), compression) == NEWS  # a bit of the header that says nothing


@pytest.mark.parametrize(
    ("compression", "tail", "allowed"),
    [
        ("gz", b"\0" * 512, True),
        ("gz", b"\0\0x", False),
        ("gz", b"\n", False),
        ("gz", b"garbage", False),
        ("xz", b"\0" * 8, True),
        ("xz", b"\0" * 3, False),
        ("xz", b"garbage", False),
        ("zst", b"\0" * 8, False),
        ("zst", b"garbage", False),
        ("zst", b"\x50\x2a\x4d\x18\x03\0\0\0abc", True),
        ("zst", b"\x50\x2a\x4d\x18\x03\0\0\0ab", False),
        ("bz2", b"\0" * 8, False),
        ("bz2", b"garbage", False),
    ],
)
def test_what_follows_the_last_member_is_reported(compression: str, tail: bytes, allowed: bool) -> None:
    whole = COMPRESS[compression](NEWS)
    if allowed:
        assert read(whole + tail, compression) == NEWS
        return
    with pytest.raises(DataError) as caught:
        read(whole + tail, compression)
    assert str(len(whole)) in str(caught.value)


@each_compression
@pytest.mark.parametrize("data", [b"", b"Plain text that was never compressed.\n", b"\0\0\0\0"])
def test_what_is_not_compressed_is_no_empty_source(compression: str, data: bytes) -> None:
    with pytest.raises(DataError):
        read(data, compression)


@each_compression
def test_a_bomb_stops_early_and_in_small_chunks(compression: str) -> None:
    bomb = COMPRESS[compression](bytes(60_000_000))
    sizes: list[int] = []
    with pytest.raises(DataError, match="bomb"):
        sizes.extend(map(len, open_stream(io.BytesIO(bomb), compression)))
    assert max(sizes) <= CHUNK
    assert sum(sizes) <= 40_000_000


@each_compression
def test_blank_lines_are_no_bomb_and_bounds_can_be_set(compression: str) -> None:
    blank = b"\n" * 5_000_000
    assert read(COMPRESS[compression](blank), compression) == blank
    with pytest.raises(DataError, match="more than 4000000 bytes"):
        read(COMPRESS[compression](blank), compression, Read(max_size=4_000_000))
    large = b"\n" * 12_000_000
    assert len(read(COMPRESS[compression](large), compression, Read(max_ratio=1_000_000))) == len(large)


def wide_zstd() -> bytes:
    compressor = zstd.ZstdCompressor(options={zstd.CompressionParameter.window_log: 28})
    return compressor.compress(b"news") + compressor.flush()


@pytest.mark.parametrize(
    ("compression", "data", "window"),
    [("zst", wide_zstd(), 1 << 27), ("xz", lzma.compress(NEWS, preset=9), 1 << 24)],
)
def test_a_window_above_the_limit_is_refused(compression: str, data: bytes, window: int) -> None:
    with pytest.raises(DataError, match="window"):
        read(data, compression, Read(max_window=window))
    assert read(data, compression, Read(max_window=1 << 28))


@pytest.mark.parametrize("compression", ["", *COMPRESS])
@given(data=st.binary(max_size=300), step=st.integers(1, 50))
def test_the_size_of_reads_changes_nothing(compression: str, data: bytes, step: int) -> None:
    class Slow(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            return super().read(min(step, size or step))

    packed = COMPRESS[compression](data) if compression else data
    assert b"".join(open_stream(Slow(packed), compression)) == data


@each_compression
def test_many_small_members(compression: str) -> None:
    member = COMPRESS[compression](b"Rain.\n")
    assert read(member * 20_000, compression) == b"Rain.\n" * 20_000


@each_compression
@given(data=st.binary(max_size=60), begun=st.integers(0, 40))
def test_any_bytes_are_read_or_refused(compression: str, data: bytes, begun: int) -> None:
    with contextlib.suppress(DataError):
        read(COMPRESS[compression](NEWS)[:begun] + data, compression)


def test_what_cannot_be_opened_is_an_input_error(tmp_path: Path) -> None:
    for path, why in ((tmp_path / "none.gz", "No such file"), (tmp_path, "directory")):
        with pytest.raises(InputError, match=why) as caught:
            list(open_stream(path, "gz"))
        assert caught.value.exit_code == 66


class Failing(io.RawIOBase):
    """A disk that fails after some bytes."""

    def __init__(self, data: bytes) -> None:
        self._pieces: Iterator[bytes] = iter([data])

    def read(self, _size: int = -1) -> bytes:
        for piece in self._pieces:
            return piece
        raise OSError(5, os.strerror(5))


@pytest.mark.parametrize("compression", ["", *COMPRESS])
def test_a_failing_disk_is_a_stream_error(compression: str) -> None:
    data = COMPRESS[compression](NEWS)[:50] if compression else NEWS
    with pytest.raises(StreamError, match="Input/output error") as caught:
        list(open_stream(Failing(data), compression, name="dump"))  # type: ignore[arg-type]
    assert caught.value.exit_code == 74


def test_errors_are_the_users_words(tmp_path: Path) -> None:
    path = tmp_path / "dump.txt.gz"
    path.write_bytes(gzip.compress(NEWS)[:-4])
    with pytest.raises(CleanError) as caught:
        list(open_stream(path, "gz"))
    assert str(caught.value).startswith(f"broken input: {path}: cut off at byte ")
    assert caught.value.hint


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the peak of memory is read from Linux's /proc")
def test_memory_stays_bounded(tmp_path: Path) -> None:
    path = tmp_path / "large.txt.gz"
    with gzip.open(path, "wb", compresslevel=1) as stream:
        for _ in range(200):
            stream.write(NEWS * 400)
    program = """
import sys
from pathlib import Path
from clean.sources.compression import open_stream
print(sum(map(len, open_stream(Path(sys.argv[1]), "gz"))))
print(next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM")))
"""
    done = subprocess.run([sys.executable, "-c", program, path], check=True, capture_output=True, text=True)
    size, kilobytes = map(int, done.stdout.split())
    assert size == 200 * 400 * len(NEWS)
    assert kilobytes < 60_000
