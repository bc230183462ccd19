"""Whether there is the memory that the program cannot do without, asked before anything that needs it is loaded."""

from __future__ import annotations

NUMPY = 120_000_000
"""Bytes of memory that loading numpy takes. Its OpenBLAS ends the program where it gets none, with code 1 and no word
of ours; so we ask first. Measured with `prlimit --as`: 100 MB are enough at most times, but not at all."""


def check_memory() -> None:
    """Raise MemoryError where numpy could not be loaded; to be called before it is."""
    import mmap

    try:
        mmap.mmap(-1, NUMPY).close()
    except OSError as error:
        raise MemoryError from error
