"""From INPUT arguments to sources: files, folders, globs and standard input, each named once and sorted by name."""

from __future__ import annotations

import glob
import os
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from clean.errors import InputError, MissingPart, UsageError

FORMATS = {
    ".txt": "txt",
    ".text": "txt",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".tsv": "tsv",
}
STDIN = "stdin"
"""The name of standard input as a source."""
COMPRESSIONS = {".gz": "gz", ".zst": "zst", ".bz2": "bz2", ".xz": "xz"}
FORMAT_NAMES = tuple(sorted(set(FORMATS.values())))


@dataclass(frozen=True, slots=True)
class Source:
    """One input: its name in the output, where it is, its format (`json`: `settle` tells) and compression ("": none).

    One without a path is standard input, or `data` that is in memory.
    """

    name: str
    path: Path | None
    format: str
    compression: str = ""
    data: bytes | None = None


class PassedOver(NamedTuple):
    """Names of what is not read of folders: files whose suffix is not known, and links to folders."""

    unknown: list[str]
    links: list[str]


class Found(NamedTuple):
    """The sources that arguments name, sorted by name, and what was passed over."""

    sources: list[Source]
    passed_over: PassedOver


def find_sources(
    inputs: Sequence[str], outputs: Collection[Path], input_format: str = "", old: Collection[Path] = ()
) -> Found:
    """What the arguments name; the run's own outputs are left out of folders and globs, `old` ones of folders.

    Raises InputError for what is missing or unreadable, UsageError for an input that is also an output and for two
    files of one name.
    """
    found: dict[str, Source] = {}
    passed_over = PassedOver([], [])
    seen: dict[tuple[int, int], str] = {}
    own = {_real(path) for path in outputs}
    left_out = own | {_real(path) for path in old}
    for argument in inputs:
        for path, name, named in _expand(argument, own, left_out, passed_over):
            if path is None:
                if found.setdefault(name, Source(name, None, input_format or "txt")).path is not None:
                    raise UsageError("two inputs have one name", name, hint=ONE_NAME_HINT)
                continue
            identity = _identity(path)
            if named and (_real(path) in own):
                raise UsageError("the output is also an input", shown(path), hint="write to another file with -o")
            if seen.get(identity, "") > name:  # of the names of one file the first counts, whatever the order
                del found[seen.pop(identity)]
            if identity in seen:
                continue
            seen[identity] = name
            if name in found:
                raise UsageError("two inputs have one name", name, hint=ONE_NAME_HINT)
            found[name] = _source(path, name, input_format)
    _check_restorable(found)
    return Found(sorted(found.values(), key=lambda source: source.name), passed_over)


def _check_restorable(names: Iterable[str]) -> None:
    """Raise UsageError for a file and its compressed form: restored, both would have one name."""
    seen: dict[str, str] = {}
    for name in sorted(names):
        other = seen.setdefault(plain_name(name), name)
        if other != name:
            raise UsageError("two inputs would be restored as one file", f"{other} and {name}", hint="leave one out")


def check_readable(source: Source) -> None:
    """Raise InputError where the source cannot be opened: known before the work, not after hours of it."""
    if source.path is None:
        return
    try:
        if source.path.is_file():  # opening a pipe to try it would take its reader away
            with open(source.path, "rb"):
                pass
    except OSError as error:
        raise InputError("cannot read", shown(source.path), error.strerror or str(error)) from error


def known_format(name: str) -> str:
    """The format of this name, as `--input-format` has it; "" stands for what the files' names tell."""
    if name and name not in FORMAT_NAMES:
        raise UsageError("unknown input format", name, hint=f"known are {', '.join(FORMAT_NAMES)}")
    return name


def shown(path: Path | str) -> str:
    """A path as text that is valid UTF-8, undecodable bytes written as escapes."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _expand(
    argument: str, own: Collection[str], left_out: Collection[str], passed_over: PassedOver
) -> Iterator[tuple[Path | None, str, bool]]:
    """Path, name, and whether it was named itself, of each file an argument stands for."""
    path = Path(argument)
    if not argument:  # to Path it is the working folder
        raise UsageError("an input has no name", hint="perhaps a variable of the shell is not set")
    if argument == "-":
        yield None, STDIN, True
    elif os.path.isdir(path):  # False for a name too long, where Path.is_dir raises
        yield from _folder(path, left_out, passed_over)
    elif os.path.lexists(path):
        yield path, _name(path), True
    elif glob.has_magic(argument):
        yield from _matches(argument, own)
    else:
        raise InputError("cannot read", shown(path), "No such file or directory")


def _folder(folder: Path, left_out: Collection[str], passed_over: PassedOver) -> Iterator[tuple[Path, str, bool]]:
    files = []
    for path in _walk(folder):
        if path.is_dir():
            passed_over.links.append(_name_below(folder, path))
        elif _real(path) in left_out:
            continue
        elif _known(path):
            files.append(path)
        else:
            passed_over.unknown.append(_name_below(folder, path))
    if not files:
        raise InputError(
            "no file to read", shown(folder), "the folder holds none of the known suffixes", hint=SUFFIX_HINT
        )
    for path in files:
        yield path, _name_below(folder, path), False


def _name_below(folder: Path, path: Path) -> str:
    """The name of a file in a folder that was named: below the working folder its path from there."""
    below = _below_here(path)
    return below or shown(Path(folder.resolve().name) / path.relative_to(folder)).replace(os.sep, "/")


def _matches(pattern: str, own: Collection[str]) -> Iterator[tuple[Path, str, bool]]:
    paths = [Path(match) for match in sorted(glob.glob(pattern, recursive=True))]
    files = [path for path in paths if path.is_file() and _real(path) not in own]
    if not files:
        raise InputError("no file to read", shown(pattern), "nothing matches")
    for path in files:
        yield path, _name(path), False


def _walk(folder: Path) -> Iterator[Path]:
    """The files below a folder, and links to folders, which are not followed, so that no loop is; hidden ones left out.

    A link to nothing is one of them: what is missing is told of as any other file.
    """

    def fail(error: OSError) -> None:
        raise InputError("cannot read", shown(error.filename), error.strerror or str(error))

    for place, folders, files in os.walk(folder, onerror=fail):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        links = [name for name in folders if os.path.islink(os.path.join(place, name))]
        for name in sorted([*files, *links]):
            path = Path(place, name)
            if not name.startswith(".") and (path.is_file() or path.is_dir() or not path.exists()):
                yield path


def _known(path: Path) -> bool:
    return format_of(path.name)[0] != ""


def format_of(name: str) -> tuple[str, str]:
    """Format and compression by a file's name; "" for a suffix that is not known."""
    stem, suffix = os.path.splitext(name.lower())
    compression = COMPRESSIONS.get(suffix, "")
    if compression:
        suffix = os.path.splitext(stem)[1]
    return FORMATS.get(suffix, ""), compression


def plain_name(name: str) -> str:
    """A source's name without the suffix of its compression."""
    stem, suffix = os.path.splitext(name)
    return stem if suffix.lower() in COMPRESSIONS else name


def _source(path: Path, name: str, input_format: str) -> Source:
    known, compression = format_of(path.name)
    if path.suffix.lower() == ".parquet" and not input_format:
        raise MissingPart("cannot read Parquet", shown(path), "this version does not", hint="convert it to JSONL")
    plain = Path(path.name).stem if compression else path.name
    unknown = "json" if plain.lower().endswith(".json") else "txt"
    return Source(name, path, input_format or known or unknown, compression)


def _name(path: Path) -> str:
    """A file's name in the output: its path below the working folder, or else its base name."""
    return _below_here(path) or shown(path.name)


def _below_here(path: Path) -> str:
    try:
        return shown(Path(os.path.abspath(path)).relative_to(Path.cwd())).replace(os.sep, "/")
    except ValueError:
        return ""


def _identity(path: Path) -> tuple[int, int]:
    try:
        stat = path.stat()
    except OSError as error:
        hint = f"it is a link to {shown(os.readlink(path))}" if os.path.islink(path) else ""
        raise InputError("cannot read", shown(path), error.strerror or str(error), hint=hint) from error
    return stat.st_dev, stat.st_ino


def _real(path: Path) -> str:
    return os.path.realpath(path)


ONE_NAME_HINT = "run from a folder that holds both"
SUFFIX_HINT = "known are " + " ".join([*FORMATS, *(f".txt{suffix}" for suffix in COMPRESSIONS)])
