"""Output files that appear whole or not at all.

Each is written to a temporary file in its own folder, flushed to the disk, and renamed over its name when all of them
are complete, the most important last (the recipe of restic's local backend and of SQLite's atomic commit). What is no
regular file (a pipe, a device, standard output) is written as it comes.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import signal
import stat
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from clean.errors import OutputError, StreamError
from clean.sources.find import shown

STDOUT = Path("-")


class OutputFile:
    """One output: `write` bytes to it, `finish` it, `publish` it; `discard` takes back what is not published."""

    def __init__(self, path: Path, no_clobber: bool = False) -> None:
        self.path = path
        self._temporary: Path | None = None
        self._stream = self._open(no_clobber)

    def _open(self, no_clobber: bool) -> BinaryIO:
        if self.path == STDOUT:
            if sys.stdout is None:
                raise StreamError("cannot write", "standard output", "it is closed")
            return sys.stdout.buffer
        if no_clobber and os.path.lexists(self.path):
            raise OutputError("will not overwrite", shown(self.path), "it exists, and --no-clobber is given")
        try:
            mode = _mode(self.path)
            if mode is None or stat.S_ISREG(mode):
                return self._open_temporary(Path(os.path.realpath(self.path)), mode)
            if stat.S_ISDIR(mode):
                raise OutputError("cannot write", shown(self.path), "it is a folder")
            return open(self.path, "wb")
        except OSError as error:
            raise OutputError("cannot create", shown(self.path), reason(error)) from error

    def _open_temporary(self, final: Path, mode: int | None) -> BinaryIO:
        if mode is not None and not os.access(final, os.W_OK):
            raise OutputError("cannot write", shown(self.path), "Permission denied")
        remove_stale(final)
        handle, name = tempfile.mkstemp(prefix=f".{final.name[:100]}.", suffix=".tmp", dir=final.parent)
        self._temporary, self._final = Path(name), final
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)  # tells a later run that this one is alive
        os.fchmod(handle, stat.S_IMODE(mode) if mode is not None else 0o666 & ~_umask())
        return open(handle, "wb", buffering=1 << 20)

    def write(self, data: bytes) -> None:
        with self._failing():
            self._stream.write(data)

    @property
    def can_amend(self) -> bool:
        """Whether what was written can still be changed: until it is published, and not in a pipe."""
        return self._temporary is not None

    def amend(self, place: int, data: bytes) -> None:
        """Put other bytes of the same number in the place of some that were written."""
        with self._failing():
            self._stream.flush()
            os.pwrite(self._stream.fileno(), data, place)

    def finish(self) -> None:
        """Have everything on the disk; after this only the renaming can fail."""
        with self._failing():
            self._stream.flush()
            if self._temporary is not None:
                os.fsync(self._stream.fileno())

    def publish(self) -> None:
        """Give the file its name."""
        if self._temporary is None:
            return
        with self._failing():
            os.replace(self._temporary, self._final)
            self._temporary = None
            sync_folder(self._final.parent)

    def remove(self) -> None:
        """Take away what an earlier run left under this name."""
        if self._temporary is not None:
            with self._failing():
                self._final.unlink(missing_ok=True)

    def discard(self) -> None:
        """Take away what was not published."""
        if self._temporary is not None:
            self._temporary.unlink(missing_ok=True)
            self._temporary = None
        if self.path != STDOUT:
            with contextlib.suppress(OSError):  # what could not be written was told of where it was written
                self._stream.close()

    @contextlib.contextmanager
    def _failing(self) -> Iterator[None]:
        """OSErrors told as what they are: writing failed, and the previous file is left as it was."""
        try:
            yield
        except BrokenPipeError:
            raise
        except OSError as error:
            hint = "the previous file, if any, is unchanged" if self._temporary is not None else ""
            raise StreamError("cannot write", shown(self.path), reason(error), hint=hint) from error


class Outputs:
    """The outputs of one run; leaving the block without `publish` leaves every one as it was before."""

    def __init__(self) -> None:
        self._files: list[OutputFile] = []
        self._needless: list[OutputFile] = []

    def open(self, path: Path, no_clobber: bool = False) -> OutputFile:
        """A new output; they are published in the order in which they are opened, reversed: the first one last."""
        with _signals_held():  # one between the making of a file and its noting would leave it behind
            file = OutputFile(path, no_clobber)
            self._files.append(file)
        return file

    def drop(self, file: OutputFile) -> None:
        """Give up an output that turned out to be needless; one that an earlier run left goes when this is published."""
        self._files.remove(file)
        self._needless.append(file)

    def publish(self) -> None:
        """Give all of them their names; those dropped are gone."""
        for file in self._files:
            file.finish()
        for file in self._needless:
            file.remove()
        for file in reversed(self._files):
            file.publish()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for file in self._files + self._needless:
            file.discard()


@contextlib.contextmanager
def _signals_held() -> Iterator[None]:
    """Have the signals that end a program wait until the block is done."""
    held = signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGHUP, signal.SIGINT, signal.SIGTERM))
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, held)


def remove_stale(final: Path) -> None:
    """Remove temporary files that a killed run left beside `final`; one that a living run holds is locked."""
    for path in final.parent.glob(f".{_escaped(final.name[:100])}.*.tmp"):
        try:
            with open(path, "rb") as handle:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                path.unlink(missing_ok=True)
        except (BlockingIOError, FileNotFoundError, PermissionError):
            continue  # alive, already gone, or not ours to remove


def sync_folder(folder: Path) -> None:
    """Have a renaming on the disk. Some file systems do not know how (EINVAL); the renaming itself is done."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        with contextlib.suppress(OSError):
            os.fsync(handle)
    finally:
        os.close(handle)


def reason(error: OSError) -> str:
    """Why an operation failed, in the system's words."""
    return error.strerror or str(error)


def _mode(path: Path) -> int | None:
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return None


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _escaped(name: str) -> str:
    """A file name in which no character means anything to `glob`."""
    return "".join(f"[{char}]" if char in "*?[" else char for char in name)
