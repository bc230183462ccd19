"""The whole of `clean check`: files in, findings out."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from clean import config
from clean.check.baseline import read_baseline, write_baseline
from clean.check.duplicates import find_duplicates
from clean.check.files import Checked, File, examine
from clean.check.finding import Finding
from clean.check.mend import mend
from clean.check.selection import applied, selected
from clean.engines import cores, run_calls
from clean.errors import UsageError
from clean.flow.batch import BatchMaker
from clean.flow.reading import open_source
from clean.settings import Settings
from clean.sinks.atomic import remove_stale
from clean.sources.compression import open_stream
from clean.sources.find import STDIN, Source, check_readable, find_sources, shown
from clean.sources.json_files import settle

GROUP = 64
"""Files of a call: as many as `clean run` takes together, for the same reason."""

LARGE = 2_000_000
"""Bytes from which worker processes pay: they take some 0.3 s to start, in which 2 MB are checked."""


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line asks for."""

    fix: bool = False
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    config: Path | None = None
    baseline: Path | None = None
    write_baseline: bool = False
    jobs: int = 1  # 0: one a core


@dataclass(slots=True)
class Outcome:
    """What was found, sorted, how many files were read, and what was mended in which."""

    files: int
    findings: list[Finding]
    mended: list[tuple[str, Counter[str]]]

    @property
    def exit_code(self) -> int:
        """1 where something was found or mended."""
        return 1 if self.findings or self.mended else 0


def check(arguments: Sequence[str], options: Options) -> Outcome:
    """Check the files that the arguments name (folders stand for the files below them).

    Raises UsageError for rules and settings that are none, InputError for files that cannot be read.
    """
    if options.write_baseline and options.baseline is None:
        raise UsageError("no file to write", "--write-baseline", hint="name it with --baseline FILE")
    rules = selected(options.select, options.ignore)
    known = read_baseline(options.baseline) if options.baseline and not options.write_baseline else None
    if options.fix and any(map(is_stdin, arguments)):
        raise UsageError("cannot mend", "standard input", hint="name a file")
    files = find_files(arguments, rules, options.config)
    if options.fix:  # a file that a killed run had mended is not written again
        remove_stale(Path(os.path.realpath(file.path)) for file in files)
    checked = list(_checked(files, options))
    dedupe = Folders(options.config).of(Path("here"))
    found = sorted([*(one for each in checked for one in each.findings), *find_duplicates(files, checked, dedupe)])
    mended = [(each.facts.name, each.mended) for each in checked if each.mended]
    if options.write_baseline and options.baseline is not None:
        write_baseline(options.baseline, found)
        found = []
    elif known is not None and options.baseline is not None:
        found = known.new(found, options.baseline)
    return Outcome(len(files), found, mended)


def find_files(arguments: Sequence[str], rules: frozenset[str], settings_file: Path | None) -> list[File]:
    """The files to check, each once, sorted by name, with the settings of its folder."""
    settings = Folders(settings_file)
    files: dict[str, File] = {}
    for argument in arguments:
        if is_stdin(argument):
            own = settings.of(Path(STDIN))
            data = b"".join(open_source(Source(STDIN, None, "txt"), own))
            files[""] = File(STDIN, Path(STDIN), "txt", "", own, applied(rules, own), data)
            continue
        for source in find_sources([f"./{argument}" if argument == "-" else argument], ()).sources:
            if source.path is None:
                continue
            check_readable(source)
            own = settings.of(source.path)
            form = settle(source).format
            name = shown(source.path)
            name = f"./{name}" if name == STDIN else name  # which standard input is called
            file = File(name, source.path, form, source.compression, own, applied(rules, own))
            files.setdefault(os.path.realpath(source.path), file)
    return sorted(files.values(), key=lambda file: file.name)


def is_stdin(argument: str) -> bool:
    """Whether an argument stands for standard input: hooks may be given a file of the name `-`."""
    return argument == "-" and not os.path.lexists(argument)


class Folders:
    """Settings by folder: those of the nearest settings file, or of the one that is named."""

    def __init__(self, named: Path | None) -> None:
        self._named = config.load(named) if named else None
        self._by_folder: dict[Path, Settings] = {}
        self._by_file: dict[Path | None, Settings] = {None: Settings()}

    def of(self, path: Path) -> Settings:
        """The settings for a file."""
        if self._named is not None:
            return self._named
        folder = Path(os.path.abspath(path)).parent
        if folder not in self._by_folder:
            place = config.find(folder)
            if place not in self._by_file:
                self._by_file[place] = config.load(place)
            self._by_folder[folder] = self._by_file[place]
        return self._by_folder[folder]


def _checked(files: list[File], options: Options) -> Iterator[Checked]:
    """Each file's findings, in order, worked out by several processes where that pays."""
    size = sum(os.stat(file.path).st_size if file.data is None else len(file.data) for file in files)
    jobs = (options.jobs or cores()) if size > LARGE and len(files) > 1 else 1
    group = min(GROUP, -(-len(files) // jobs))
    calls = (
        (None, partial(check_files, files[at : at + group], options.fix)) for at in range(0, len(files), group or 1)
    )
    for _, results in run_calls(calls, jobs):
        yield from results


def check_files(files: Iterable[File], fix: bool) -> list[Checked]:
    """Check, and mend if asked for, some files."""
    return [check_file(file, fix) for file in files]


def check_file(file: File, fix: bool) -> Checked:
    """Check, and mend if asked for, one file."""
    data = file.data
    if data is None:
        data = b"".join(open_stream(file.path, file.compression, file.settings.read, shown(file.path)))
    examined = examine(file, data)
    mended: Counter[str] = Counter()
    if fix and not file.compression:
        examined, mended = mend(file, data, examined)
    maker = BatchMaker(file.name, file.settings)  # signed later, all at once: one by one costs twice as much
    for article in examined.articles:
        maker.add_article(article)
    return Checked(examined.facts, examined.findings, maker.done(), mended)
