"""Settings from a file: `clean.toml`, or `[tool.newsclean]` in `pyproject.toml`, the nearest one upward."""

from __future__ import annotations

import dataclasses
import difflib
import tomllib
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import Any

from clean.errors import InputError, UsageError
from clean.rules import ALWAYS, STAGE_OF, STAGES
from clean.settings import Settings
from clean.sources.find import shown

TABLES = tuple(field.name for field in dataclasses.fields(Settings) if field.name != "skip")


def load(config: Path | None, skip: Iterable[str] = (), off: Iterable[str] = (), encoding: str = "") -> Settings:
    """The settings of a run: the defaults, a settings file (the one named, or the nearest), and the command line."""
    path = config or find(Path.cwd())
    tables = _read(path) if path else {}
    where = shown(path) if path else ""
    rules = tables.pop("rules", {})
    run = tables.pop("run", {})
    _known(rules, ("off",), f"{where}: rules")
    _known(run, ("skip",), f"{where}: run")
    _known(tables, TABLES, where, extra=("rules", "run"))
    skipped = frozenset(known_stage(name) for name in [*_names(run, "skip", f"{where}: run"), *skip])
    switched_off = [known_rule(name) for name in [*_names(rules, "off", f"{where}: rules"), *off]]
    if encoding and isinstance(told := tables.get("read", {}), Mapping):
        tables["read"] = {**told, "encoding": encoding}
    parts = {name: _table(name, tables.get(name, {}), where, switched_off) for name in TABLES}
    return Settings(skip=skipped, **parts)


def find(folder: Path) -> Path | None:
    """The nearest settings file from a folder upward."""
    for place in (folder, *folder.parents):
        if (path := place / "clean.toml").is_file():
            return path
        if (path := place / "pyproject.toml").is_file() and "newsclean" in _tool(path):
            return path
    return None


def known_stage(name: str) -> str:
    """The stage of this name, or UsageError naming the nearest."""
    return _one_of(name, STAGES, "stage")


def known_rule(name: str) -> str:
    """The rule of this name that can be switched off, or UsageError."""
    _one_of(name, STAGE_OF, "rule")
    if name in ALWAYS:
        raise UsageError(f"rule {name} cannot be turned off", why="it tells of what was read")
    return name


def _read(path: Path) -> dict[str, Any]:
    table = _toml(path)
    if path.name == "pyproject.toml":
        table = _tool(path).get("newsclean", {})
    if not isinstance(table, Mapping):
        raise UsageError("wrong setting", f"{shown(path)}: tool.newsclean", "it must be a table")
    return dict(table)


def _tool(path: Path) -> Mapping[str, Any]:
    """The tables of tools in a `pyproject.toml`."""
    tool = _toml(path).get("tool", {})
    return tool if isinstance(tool, Mapping) else {}


def _toml(path: Path) -> dict[str, Any]:
    try:
        with open(path, "rb") as stream:
            return tomllib.load(stream)
    except OSError as error:
        raise InputError("cannot read settings", shown(path), error.strerror or str(error)) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError("settings are not TOML", shown(path), str(error)) from error


def _table(name: str, values: object, where: str, off: Collection[str]) -> Any:
    """One stage's settings out of its table of the file."""
    from pydantic import TypeAdapter, ValidationError  # only where there is a file: 60 ms

    kind = type(getattr(Settings(), name))
    fields = [field.name for field in dataclasses.fields(kind)]
    if not isinstance(values, Mapping):
        raise UsageError("wrong setting", f"{where}: {name}", "it must be a table")
    _known(values, [field for field in fields if field != "off"], f"{where}: {name}")
    own = frozenset(rule for rule in off if STAGE_OF[rule] == name)
    extra = {"off": own} if "off" in fields else {}
    if not values:
        return kind(**extra)
    try:
        return TypeAdapter(kind).validate_python({**values, **extra})
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(str(part) for part in (name, *first["loc"]))
        raise UsageError("wrong setting", f"{where}: {key}", first["msg"]) from error


def _known(values: object, names: Collection[str], where: str, extra: Collection[str] = ()) -> None:
    for key in values if isinstance(values, Mapping) else ():
        if key not in names and key not in extra:
            raise UsageError("unknown setting", f"{where}: {key}", hint=nearest(key, [*names, *extra]))


def _names(table: object, key: str, where: str) -> list[str]:
    if not isinstance(table, Mapping):
        raise UsageError("wrong setting", where, "it must be a table")
    values = table.get(key, [])
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        raise UsageError("wrong setting", f"{where}: {key}", "it must be a list of names")
    return values


def _one_of(name: str, names: Iterable[str], what: str) -> str:
    if name not in (known := list(names)):
        raise UsageError(f"unknown {what}", name, hint=nearest(name, known))
    return name


def size_in_bytes(text: str) -> int:
    """A size such as 512M or 2G (powers of 1024), or a bare number of bytes."""
    factors = {"K": 1 << 10, "M": 1 << 20, "G": 1 << 30}
    number, factor = text.upper().removesuffix("B"), 1
    if number[-1:] in factors:
        number, factor = number[:-1], factors[number[-1]]
    if not number.isascii() or not number.isdecimal():
        raise UsageError("not a size", text, hint="sizes are like 512M or 2G")
    return int(number) * factor


def nearest(name: str, names: Iterable[str]) -> str:
    """A hint that names what was probably meant."""
    known = sorted(names)
    close = difflib.get_close_matches(name, known, n=1, cutoff=0.5)
    return f"did you mean {close[0]}?" if close else f"known are {', '.join(known)}"
