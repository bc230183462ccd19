"""The settings of a run: the defaults, a settings file, and the command line, the later going before the earlier."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from clean.config.file import SettingsFile, find
from clean.config.names import known_encoding, known_layout, known_rule, known_stage, nearest
from clean.config.tables import TABLES, keys
from clean.errors import UsageError
from clean.rules import STAGE_OF
from clean.settings import Settings

DEFAULT = "default"

WORDS = (
    ("Input should", "it must"),
    ("a valid dictionary", "a table"),
    ("a valid tuple", "a list"),
    ("a valid integer", "an integer"),
    ("a valid ", "a "),
)
"""What pydantic says, and TOML's words for it."""


class Value(NamedTuple):
    """What a key is set to, and where: `default`, `clean.toml:3`, `--skip`."""

    value: Any
    origin: str


@dataclass(frozen=True, slots=True)
class Effective:
    """What is in force, by table and key, as a settings file would say it."""

    tables: dict[str, dict[str, Value]]

    def settings(self) -> Settings:
        """The settings as the stages have them."""
        plain = {name: {key: each.value for key, each in table.items()} for name, table in self.tables.items()}
        skip, off = plain.pop("run")["skip"], plain.pop("rules")["off"]
        for stage in {STAGE_OF[rule] for rule in off}:
            plain[stage]["off"] = frozenset(rule for rule in off if STAGE_OF[rule] == stage)
        return Settings(skip=frozenset(skip), **{name: TABLES[name](**values) for name, values in plain.items()})


def load(
    config: Path | Mapping[str, Any] | None,
    skip: Iterable[str] = (),
    off: Iterable[str] = (),
    encoding: str = "",
    layout: str = "",
) -> Settings:
    """The settings of a run: the defaults, a settings file (the one named, or the nearest), and the command line.

    In place of a file there may be the tables that one would hold.
    """
    return effective(config, skip, off, encoding, layout).settings()


def effective(
    config: Path | Mapping[str, Any] | None,
    skip: Iterable[str] = (),
    off: Iterable[str] = (),
    encoding: str = "",
    layout: str = "",
) -> Effective:
    """What `load` goes by, with its origins.

    Raises UsageError for what no setting can be, InputError when the file cannot be read.
    """
    file = _file(config)
    tables = from_file(file) if file is not None else {name: _values(name, TABLES[name](), {}) for name in TABLES}
    _add(tables["run"], "skip", [known_stage(name) for name in skip], "--skip")
    _add(tables["rules"], "off", [known_rule(name) for name in off], "--off")
    if encoding:
        tables["read"]["encoding"] = Value(known_encoding(encoding), "--encoding")
    if layout:
        known_layout(layout, tables["split"]["layouts"].value)
        tables["split"]["layout"] = Value(layout, "--layout")
    return Effective(tables)


def _file(config: Path | Mapping[str, Any] | None) -> SettingsFile | None:
    if isinstance(config, Mapping):
        return SettingsFile(Path("settings"), config)
    path = config or find(Path.cwd())
    return SettingsFile.read(path) if path else None


def _add(table: dict[str, Value], key: str, names: list[str], option: str) -> None:
    """Names from the command line come on top of those in the file."""
    if names:
        before = table[key]
        origin = option if before.origin == DEFAULT else f"{before.origin}, {option}"
        table[key] = Value(tuple(dict.fromkeys([*before.value, *names])), origin)


def from_file(file: SettingsFile) -> dict[str, dict[str, Value]]:
    """All values, by table and key, where a file sets some; UsageError for what no setting can be."""
    for name, table in file.tables.items():
        if name not in TABLES:
            raise UsageError("unknown setting", file.at(name), hint=_meant(name, "", TABLES))
        if not isinstance(table, Mapping):
            raise UsageError("wrong setting", file.at(name), "it must be a table")
        for key in table:
            if key not in keys(name):  # whatever it is: tables given from Python may have keys of any type
                raise UsageError("unknown setting", file.at(name, key), hint=_meant(key, f"{name}.", keys(name)))
    tables = {name: _table(file, name) for name in TABLES}
    _check_names(file, tables)
    return tables


def _meant(key: str, within: str, known: Iterable[str]) -> str:
    """A hint for a key that its table does not have: a table that has it, or else the nearest key."""
    owners = [name for name in TABLES if key in keys(name)]
    return (
        f"did you mean {owners[0]}.{key}?" if owners else nearest(f"{within}{key}", [within + name for name in known])
    )


def _table(file: SettingsFile, name: str) -> dict[str, Value]:
    """One table of the file, checked."""
    told = file.tables.get(name)
    if not told:
        return _values(name, TABLES[name](), {})
    from pydantic import TypeAdapter, ValidationError  # only where there is a file: 60 ms

    try:
        made = TypeAdapter(TABLES[name]).validate_python(dict(told))
    except ValidationError as error:
        first = error.errors()[0]
        raise UsageError("wrong setting", file.at(name, *first["loc"]), _in_our_words(first["msg"])) from error
    return _values(name, made, {key: file.place(name, key) for key in told})


def _in_our_words(message: str) -> str:
    for theirs, ours in WORDS:
        message = message.replace(theirs, ours)
    return message


def _values(name: str, made: object, origins: Mapping[str, str]) -> dict[str, Value]:
    return {key: Value(getattr(made, key), origins.get(key, DEFAULT)) for key in keys(name)}


def _check_names(file: SettingsFile, tables: dict[str, dict[str, Value]]) -> None:
    """Raise UsageError for names in the file that say nothing: of rules, stages, encodings, layouts."""
    for name in tables["rules"]["off"].value:
        known_rule(name, file.at("rules", "off"))
    for name in tables["run"]["skip"].value:
        known_stage(name, file.at("run", "skip"))
    with _told_at(file, "read", "encoding"):
        known_encoding(tables["read"]["encoding"].value)
    own, layout = tables["split"]["layouts"].value, tables["split"]["layout"].value
    for name, table in own.items():
        from clean.news.layouts.layout import parse

        with _told_at(file, "split", "layouts", name):
            parse(name, table)
    known_layout(layout, own, file.at("split", "layout"))


@contextlib.contextmanager
def _told_at(file: SettingsFile, *place: str) -> Iterator[None]:
    """Have an error say where in the file its reason stands."""
    try:
        yield
    except UsageError as error:
        why = str(error).removeprefix("wrong setting: ")
        raise UsageError("wrong setting", file.at(*place), why, error.hint) from error
