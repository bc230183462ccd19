"""Output files that appear whole or not at all.

Each is written to a temporary file in its own folder, flushed to the disk, and renamed over its name when all of them
are complete, the most important last (the recipe of restic's local backend and of SQLite's atomic commit). What is no
regular file (a pipe, a device, standard output) is written as it comes.
"""

from __future__ import annotations

import contextlib
import errno
import fcntl
import hashlib
import os
import signal
import stat
import sys
import tempfile
import threading
from collections import defaultdict
from collections.abc import Iterable, Iterator
from io import BufferedWriter, RawIOBase
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Self

from clean.errors import OutputError, StreamError
from clean.sources.find import shown

STDOUT = Path("-")

NO_LINKS = (errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK)
"""How file systems without hard links answer (link(2)): there the previous files cannot be kept while publishing."""

NO_FOLDER_SYNC = (errno.EINVAL, errno.EOPNOTSUPP, errno.ENOSYS)
"""How file systems answer that cannot flush a folder (fsync(2))."""


class OutputFile:
    """One output: `write` bytes to it, `finish` it, `publish` it; `discard` takes back what is not published."""

    def __init__(self, path: Path, no_clobber: bool = False, kin: Path | None = None, vacates: bool = False) -> None:
        """`kin` is what the temporary file is named after, in place of `path`; `vacates` is told at `vacate`."""
        self.path = path
        self.vacates = vacates
        self._kin = kin or path
        self._temporary: Path | None = None
        self._previous: Path | None = None  # what stood there, until all outputs of the run are published
        self._is_new = self._is_published = self._retired = self._is_released = False
        self._stream: BinaryIO | RawIOBase = self._open(no_clobber)

    def _open(self, no_clobber: bool) -> BinaryIO:
        if self.path == STDOUT:
            if sys.stdout is None:
                raise StreamError("cannot write", "standard output", "it is closed")
            return sys.stdout.buffer
        mode = check_place(self.path, no_clobber)
        try:
            if mode is None or stat.S_ISREG(mode):
                return self._open_temporary(Path(os.path.realpath(self.path)), mode)
            return open(self.path, "wb")
        except OSError as error:
            raise OutputError("cannot create", shown(self.path), reason(error)) from error

    def _open_temporary(self, final: Path, mode: int | None) -> BinaryIO:
        kin = final if self._kin == self.path else final.with_name(self._kin.name)
        remove_stale([kin])
        handle, name = tempfile.mkstemp(prefix=f".{kin.name[:100]}.", suffix=".tmp", dir=final.parent)
        self._temporary, self._final = Path(name), final
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)  # tells a later run that this one is alive
            os.fchmod(handle, stat.S_IMODE(mode) if mode is not None else 0o666 & ~_umask())
            return open(handle, "wb", buffering=1 << 20)
        except BaseException:  # no memory for the buffer, too
            self._temporary.unlink(missing_ok=True)
            with contextlib.suppress(OSError):  # `open` closes what it could not make a stream of
                os.close(handle)
            raise

    def rename(self, path: Path) -> None:
        """Take another name in the same folder, under which it will be published."""
        self.path = path
        self._final = self._final.with_name(path.name)

    def write(self, data: bytes) -> None:
        try:  # several times an article: a `with` takes longer than the writing
            self._stream.write(data)
        except OSError:
            with self._failing():
                raise

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
        if self._retired or self._is_released:
            return
        with self._failing():
            self._stream.flush()
            if self._temporary is not None:
                os.fsync(self._stream.fileno())
                if isinstance(self._stream, BufferedWriter):
                    self._stream = self._stream.detach()  # of many files each buffer counts; the lock stays

    def release(self) -> None:
        """Be finished, and hold no handle: of a run's sources there may be more than files that can be open.

        The lock goes with it, so that whoever writes a file of this name at the same time may take the temporary one
        for stale; publishing then fails.
        """
        self.finish()
        if self._temporary is not None:
            self._is_released = True
            self._stream.close()

    def digest(self) -> tuple[int, str]:
        """Size and SHA-256 of what was finished, read back from where it lies."""
        with self._failing(), open(self._temporary or self.path, "rb") as stream:
            return os.fstat(stream.fileno()).st_size, hashlib.file_digest(stream, "sha256").hexdigest()

    def retire(self) -> None:
        """Write nothing after all: once published, there is no file of this name, a previous one neither."""
        if self._temporary is not None:
            self._retired = True
            self._temporary.unlink(missing_ok=True)
            self._stream.close()

    def vacate(self) -> None:
        """Have the previous file out of the way, before anything of the run is published.

        So it is with what stands for more than itself: where a manifest stands, all it tells of is there, and shards of
        two runs never stand side by side.
        """
        if self._temporary is not None:
            with self._failing():
                self._keep_previous(self._temporary, away=True)
                sync_folder(self._final.parent)

    def publish(self) -> None:
        """Give the file its name."""
        if self._temporary is None:
            return
        with self._failing():
            if not (self._previous or self._is_new):
                self._keep_previous(self._temporary, away=self._retired)
            if not self._retired:
                os.replace(self._temporary, self._final)
            self._temporary = None
            self._is_published = True
            sync_folder(self._final.parent)

    def _keep_previous(self, temporary: Path, away: bool) -> None:
        """Have the previous file under another name until all outputs are published; `away`: under it alone."""
        name = temporary.with_suffix(".old.tmp")
        try:
            (os.rename if away else os.link)(self._final, name)
            self._previous = name
        except FileNotFoundError:
            self._is_new = True
        except OSError as error:
            if away or error.errno not in NO_LINKS:
                raise

    def take_back(self) -> None:
        """Have what was there before under the file's name again."""
        with self._failing():
            if self._previous is not None:
                os.replace(self._previous, self._final)
                self._previous.unlink(missing_ok=True)  # where both are links to one file, renaming leaves both
                self._previous = None
            elif self._is_published and self._is_new:
                self._final.unlink(missing_ok=True)

    def discard(self) -> None:
        """Take away what is not published, and what was kept in case that publishing failed."""
        for path in (self._temporary, self._previous):
            if path is not None:
                path.unlink(missing_ok=True)
        self._temporary = self._previous = None
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
        self._folders: list[Path] = []  # those made for them, the outer ones first

    def make_folder(self, folder: Path) -> None:
        """Have a folder to write into; one that was made for this run goes again if nothing is published there."""
        try:
            with contextlib.suppress(FileNotFoundError):
                os.stat(folder)  # below a file: "Not a directory", where to make that folder would say "File exists"
            missing = [place for place in (folder, *folder.parents) if not os.path.isdir(place)]
            for place in reversed(missing):
                with _signals_held():
                    place.mkdir()
                    self._folders.append(place)
        except OSError as error:
            raise OutputError("cannot create", shown(folder), reason(error)) from error

    def open(self, path: Path, no_clobber: bool = False, kin: Path | None = None, vacates: bool = False) -> OutputFile:
        """A new output; they are published in the order in which they are opened, reversed: the first one last."""
        # A signal between the making of a file and its noting would leave it behind. A pipe is not made, and opening it
        # waits for whoever reads it, perhaps for ever.
        with contextlib.nullcontext() if _is_special(path) else _signals_held():
            file = OutputFile(path, no_clobber, kin, vacates)
            self._files.append(file)
        return file

    def publish(self) -> None:
        """Give all their names, or none: when one fails, those before it are taken back."""
        for file in self._files:
            file.finish()
        with _signals_held():
            try:
                for file in self._files:
                    if file.vacates:
                        file.vacate()
                for file in reversed(self._files):
                    file.publish()
            except BaseException:
                for file in self._files:
                    file.take_back()
                raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for file in self._files:
            file.discard()
        for folder in reversed(self._folders):
            with contextlib.suppress(OSError):  # not empty: something was published there, or is another's
                folder.rmdir()


@contextlib.contextmanager
def _signals_held() -> Iterator[None]:
    """Have the signals that end a program wait until the block is done.

    Their handlers wait, and no mask: that would be this thread's alone, and a signal goes to any (OpenBLAS has some).
    """
    if threading.current_thread() is not threading.main_thread():
        yield  # handlers run in the main thread alone
        return
    heard: list[int] = []
    before: dict[signal.Signals, Any] = {}
    try:
        for number in (signal.SIGHUP, signal.SIGINT, signal.SIGTERM):
            if signal.getsignal(number) not in (signal.SIG_IGN, None):
                before[number] = signal.signal(number, lambda number, _: heard.append(number))
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        for late in heard:
            signal.raise_signal(late)


def check_place(path: Path, no_clobber: bool = False) -> int | None:
    """The mode of the file that stands where an output goes, None if there is none; OutputError where none can go."""
    if path == STDOUT:
        return None
    if no_clobber and os.path.lexists(path):
        raise OutputError("will not overwrite", shown(path), "it exists, and --no-clobber is given")
    try:
        mode = _mode(path)
        if mode is None:
            os.stat(os.path.dirname(os.path.realpath(path)))
    except OSError as error:
        raise OutputError("cannot create", shown(path), reason(error)) from error
    if mode is not None and stat.S_ISDIR(mode):
        raise OutputError("cannot write", shown(path), "it is a folder")
    if mode is not None and stat.S_ISREG(mode) and not os.access(path, os.W_OK):
        raise OutputError("cannot write", shown(path), os.strerror(errno.EACCES))
    return mode


def remove_stale(finals: Iterable[Path]) -> None:
    """Remove temporary files that a killed run left beside these; one that a living run holds is locked."""
    folders: defaultdict[Path, set[str]] = defaultdict(set)
    for final in finals:
        folders[final.parent].add(f".{final.name[:100]}")
    for folder, kin in folders.items():
        with contextlib.suppress(PermissionError):  # a folder that may be written to but not listed
            for name in os.listdir(folder):
                if name.endswith(".tmp") and _kin(name) in kin:
                    _remove_unlocked(folder / name)


def _kin(temporary: str) -> str:
    """What a temporary file is named after, behind its dot."""
    return temporary.removesuffix(".tmp").removesuffix(".old").rpartition(".")[0]


def _remove_unlocked(path: Path) -> None:
    try:
        with open(path, "rb") as handle:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            path.unlink()
    except (BlockingIOError, FileNotFoundError, PermissionError):
        return  # alive, already gone, or not ours to remove


def sync_folder(folder: Path) -> None:
    """Have a renaming on the disk. Where that is not known or not allowed, the renaming itself is done."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except PermissionError:
        return  # a folder that may be written to but not listed
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in NO_FOLDER_SYNC:
            raise
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


def _is_special(path: Path) -> bool:
    """Whether something stands there that is neither a file nor a folder: a pipe, a device."""
    return os.path.exists(path) and not (os.path.isfile(path) or os.path.isdir(path))


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
