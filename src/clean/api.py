"""`clean` from Python: what the command line does, with the articles as rows in hand (`docs/python.md`).

`clean` itself hands these names on, and imports this module when one of them is first asked for.
"""

from __future__ import annotations

import os
import weakref
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, Self, get_args, get_origin, get_type_hints, overload

from clean.contract import Row
from clean.errors import UsageError

if TYPE_CHECKING:
    import pyarrow as pa

    from clean.console.report import Report
    from clean.flow.corpus import Corpus
    from clean.pipeline import Job
    from clean.settings import Settings
    from clean.sources.find import Source

StrPath = str | os.PathLike[str]
Tables = Mapping[str, Mapping[str, Any]]
"""Settings as `clean.toml` has them: `{"dedupe": {"near": 0.7}, "rules": {"off": ["byline"]}}`."""


def arrow_schema() -> pa.Schema:
    """The columns of articles, for what cannot know them from a few: `datasets`, say (`docs/python.md`).

    Raises MissingPart where pyarrow is not installed.
    """
    from clean.sinks.parquet import require, schema

    require("an Arrow schema")
    return schema()


class Articles(Sequence[Row]):
    """The articles of a run, in order: a sequence of rows, which are made when they are asked for.

    What is not in memory lies in a file without a name, which is gone with this object, or when it is closed.
    `report` has the counts of the run.
    """

    def __init__(self, corpus: Corpus, report: Report) -> None:
        self.report = report
        self._corpus = corpus
        self._kept = array("Q", (place for place in range(len(corpus.shelf)) if place not in corpus.removals))
        self.close = weakref.finalize(self, corpus.shelf.close)
        """Give up what is stored; no row can be made afterwards."""

    def __len__(self) -> int:
        return len(self._kept)

    @overload
    def __getitem__(self, place: int) -> Row: ...
    @overload
    def __getitem__(self, place: slice) -> list[Row]: ...
    def __getitem__(self, place: int | slice) -> Row | list[Row]:
        if isinstance(place, slice):
            return [self._row(article) for article in self._kept[place]]
        return self._row(self._kept[place])

    def __iter__(self) -> Iterator[Row]:
        return map(self._row, self._kept)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<{self.report.lines()[0]}>"

    def _row(self, article: int) -> Row:
        from clean.sinks.jsonl import row
        from clean.sources.records import exact_json

        self._check_open()
        made: Row = exact_json(row(self._corpus, article))
        return made

    def _check_open(self) -> None:
        if not self.close.alive:
            raise ValueError("these articles are closed")

    def changes(self) -> Iterator[dict[str, Any]]:
        """Every change, in order, as a line of the audit has it (`docs/output.md`)."""
        import orjson

        from clean.sinks.jsonl import audit_lines

        self._check_open()
        for lines in audit_lines(self._corpus):
            yield from map(orjson.loads, lines.splitlines())


def run(
    *inputs: StrPath,
    out: StrPath | None = None,
    audit: StrPath | None = None,
    skip: Iterable[str] = (),
    off: Iterable[str] = (),
    jobs: int = 0,
    config: StrPath | None = None,
    settings: Tables | None = None,
    boilerplate: StrPath | None = None,
    input_format: str = "",
    encoding: str = "",
    layout: str = "",
    manifest: bool = False,
    max_loss: float = 1.0,
    memory: str = "",
    work_dir: StrPath | None = None,
    shards: int = 0,
    shard_size: str = "",
    no_clobber: bool = False,
) -> Articles:
    """Clean files, folders and globs, as `clean run` does with the options of the same names.

    With `out`, the files that the command writes are written, whole or not at all; without it nothing is. `settings`
    are the tables of a settings file, in place of one; else `config` names the file, or the nearest one counts. The run
    is over when this returns: only then is it known which articles are duplicates.

    Raises the errors of `clean.errors`.
    """
    _check_types(run, locals())
    from clean import config as configuration
    from clean.config import size_in_bytes
    from clean.flow.store import MEMORY
    from clean.pipeline import Job, find_inputs
    from clean.sinks.atomic import STDOUT
    from clean.sinks.out import Sharding

    _check(inputs, out, audit, manifest, max_loss, jobs)
    told = configuration.load(_told(config, settings), _names(skip), _names(off), encoding, layout)
    job = Job(
        tuple(os.fspath(each) for each in inputs),
        Path(out) if out is not None else STDOUT,
        Path(audit) if audit is not None else None,
        jobs=jobs,
        input_format=input_format,
        dry_run=out is None,
        no_clobber=no_clobber,
        boilerplate=Path(boilerplate) if boilerplate is not None else None,
        work_dir=Path(work_dir) if work_dir is not None else None,
        memory=size_in_bytes(memory) if memory else MEMORY,
        has_manifest=manifest,
        max_loss_share=max_loss,
        sharding=Sharding.of(shards, shard_size),
    )
    return _cleaned(find_inputs(job).sources, job, told)


def articles(
    text: str | bytes,
    *,
    skip: Iterable[str] = (),
    off: Iterable[str] = (),
    config: StrPath | None = None,
    settings: Tables | None = None,
    layout: str = "",
) -> Articles:
    """The articles in a text, as if it were a `.txt` file of the name `text`; bytes are decoded as a file's are.

    Raises UsageError for settings that cannot be.
    """
    data = _encoded(text)
    _check_types(articles, {"skip": skip, "off": off, "config": config, "settings": settings, "layout": layout})
    from clean import config as configuration
    from clean.pipeline import Job
    from clean.sinks.atomic import STDOUT
    from clean.sources.find import Source

    told = configuration.load(_told(config, settings), _names(skip), _names(off), layout=layout)
    if isinstance(text, str):
        told = replace(told, read=replace(told.read, encoding="utf-8"))
    return _cleaned([Source("text", None, "txt", data=data)], Job((), STDOUT, dry_run=True), told)


def _encoded(text: str | bytes) -> bytes:
    if not isinstance(text, str | bytes):  # None, say, of a table's cell that is empty
        raise UsageError("not text", type(text).__name__, "it is neither str nor bytes")
    try:
        return text.encode("utf-8") if isinstance(text, str) else text
    except UnicodeEncodeError as error:
        why = f"a surrogate at character {error.start + 1}"
        raise UsageError("not text", why=why, hint="give the bytes that it was decoded from") from error


def _cleaned(sources: list[Source], job: Job, settings: Settings) -> Articles:
    from clean.flow.shelf import Shelf
    from clean.flow.telling import silent
    from clean.pipeline import clean_sources

    shelf = Shelf(job.work_folder, job.memory)
    try:
        return Articles(*clean_sources(sources, job, settings, silent, shelf))
    except BaseException:
        shelf.close()
        raise


def _check_types(function: Callable[..., object], given: dict[str, Any]) -> None:
    """Raise UsageError where an argument is of another type than the function says."""
    hints = get_type_hints(function)
    for name, told in given.items():
        kinds = get_args(hints[name]) if isinstance(hints[name], UnionType) else (hints[name],)
        plain = tuple(get_origin(kind) or kind for kind in kinds)
        for value in told if name == "inputs" else (told,):
            if not isinstance(value, (*plain, int) if float in plain else plain):
                names = " or ".join(kind.__name__ for kind in plain if kind is not NoneType)
                listed = name == "inputs" and isinstance(value, list | tuple)
                hint = "give each for itself: clean.run(*inputs)" if listed else ""
                raise UsageError("wrong argument", name, f"it must be {names}, not {type(value).__name__}", hint=hint)


def _check(
    inputs: tuple[StrPath, ...], out: StrPath | None, audit: StrPath | None, manifest: bool, loss: float, jobs: int
) -> None:
    """Raise UsageError for what no run can be asked for."""
    if not inputs:
        raise UsageError("nothing to read", hint="name files, folders or globs")
    if out is None and (audit is not None or manifest):
        raise UsageError("no audit or manifest without OUT", hint="give out= as well, or use .changes() and .report")
    if any(path is not None and os.fspath(path) == "-" for path in (out, audit)):
        raise UsageError("no standard output here", hint="leave out= away, and take the articles")
    if not 0 <= loss <= 1:
        raise UsageError("max_loss must be 0 to 1", str(loss))
    if jobs < 0:
        raise UsageError("jobs must be 0 or more", str(jobs))


def _told(config: StrPath | None, settings: Tables | None) -> Path | Tables | None:
    """Where the settings stand."""
    if config is not None and settings is not None:
        raise UsageError("both config and settings", hint="settings stand in place of a file: give one of the two")
    return settings if config is None else Path(config)


def _names(names: Iterable[str]) -> list[str]:
    """Names of stages or rules; one alone may be given as it is."""
    listed = [names] if isinstance(names, str) else list(names)
    for name in listed:
        if not isinstance(name, str):
            raise UsageError("not a name", str(name), "names of stages and rules are str")
    return listed
