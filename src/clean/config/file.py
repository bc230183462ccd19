"""A settings file: which one it is, what it holds, and on which line each key stands."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from clean.errors import InputError, UsageError
from clean.sources.find import shown

PROJECT = "pyproject.toml"
TOOL = ("tool", "newsclean")
"""The table of a `pyproject.toml` that is ours."""

AT_LINE = re.compile(r" \(at line (\d+), column \d+\)$")
"""How tomllib ends a message."""

TOKEN = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"{3,5}'  # one or two quotes may stand right before the last three
    r"|'''(?:[^']|'(?!''))*'{3,5}"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'[^'\n]*'|#[^\n]*|[][{}\n]",
    re.DOTALL,
)
"""What tells where a statement ends: brackets and line ends that stand in no string and no comment (TOML 1.0)."""


@dataclass(frozen=True)
class SettingsFile:
    """A settings file's tables, its text, and the table of the text that they are."""

    path: Path
    tables: Mapping[str, Any] = field(default_factory=dict)
    text: str = ""
    within: tuple[str, ...] = ()

    @classmethod
    def read(cls, path: Path) -> SettingsFile:
        """The settings of a file; UsageError when it is not TOML, InputError when it cannot be read."""
        text = _text(path)
        tables, within = _parsed(path, text), TOOL if path.name == PROJECT else ()
        own = _tool(tables).get("newsclean", {}) if within else tables
        file = cls(path, own if isinstance(own, Mapping) else {}, text, within)
        if not isinstance(own, Mapping):
            raise UsageError("wrong setting", f"{file.place()}: {'.'.join(within)}", "it must be a table")
        return file

    def place(self, *keys: str | int) -> str:
        """`path:line` of a key, or of what it stands in; the path alone where no line has it."""
        for size in range(len(keys), -1, -1):
            if line := self._lines.get((*self.within, *keys[:size])):
                return f"{self.name}:{line}"
        return self.name

    def at(self, *keys: str | int) -> str:
        """`path:line: table.key`, as messages have it."""
        return f"{self.place(*keys)}: {'.'.join(map(str, keys))}"

    @property
    def name(self) -> str:
        """The path as messages have it: from the working folder where it lies below it."""
        return _name(self.path)

    @cached_property
    def _lines(self) -> dict[tuple[str | int, ...], int]:
        return lines_of_keys(self.text)


def find(folder: Path) -> Path | None:
    """The nearest settings file from a folder upward."""
    for place in (folder, *folder.parents):
        if (path := place / "clean.toml").is_file():
            return path
        if (path := place / PROJECT).is_file() and "newsclean" in _tool(_parsed(path, _text(path))):
            return path
    return None


def lines_of_keys(text: str) -> dict[tuple[str | int, ...], int]:
    """The line, from 1, on which each table and key of a TOML text first stands.

    The parser tells no lines, so it is given one statement at a time, a key with its value or the head of a table.
    """
    lines: dict[tuple[str | int, ...], int] = {}
    table: tuple[str, ...] = ()
    for first, statement in _statements(text):
        paths = list(_paths(tomllib.loads(statement)))
        if statement.lstrip().startswith("["):
            table = paths[-1]
        else:
            paths = [(*table, *path) for path in paths]
        for path in paths:
            lines.setdefault(path, first)
    return lines


def _statements(text: str) -> Iterator[tuple[int, str]]:
    """The statements of a TOML text, and the line on which each begins: they end with a line, outside brackets."""
    start, first, depth = 0, 1, 0
    for token in TOKEN.finditer(f"{text}\n"):
        if token[0] in ("[", "{"):
            depth += 1
        elif token[0] in ("]", "}"):
            depth -= 1
        elif token[0] == "\n" and not depth:
            statement = text[start : token.end()]
            yield first, statement
            start, first = token.end(), first + statement.count("\n")


def _paths(table: Mapping[str, Any]) -> Iterator[tuple[str, ...]]:
    """The path of each key in a table and in the tables below it, outer ones first."""
    for key, value in table.items():
        yield (key,)
        if isinstance(value, Mapping):
            yield from ((key, *path) for path in _paths(value))


def _name(path: Path) -> str:
    here = Path.cwd()
    return shown(path.relative_to(here) if path.is_relative_to(here) else path)


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")  # Windows editors write the mark
    except OSError as error:
        raise InputError("cannot read settings", _name(path), error.strerror or str(error)) from error
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise UsageError("settings are not TOML", f"{_name(path)}:{line}", "not in UTF-8") from error


def _parsed(path: Path, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        why = str(error)
        line = f":{found[1]}" if (found := AT_LINE.search(why)) else ""
        raise UsageError("settings are not TOML", f"{_name(path)}{line}", AT_LINE.sub("", why)) from error


def _tool(tables: Mapping[str, Any]) -> Mapping[str, Any]:
    """The tables of tools in a `pyproject.toml`."""
    tool = tables.get("tool", {})
    return tool if isinstance(tool, Mapping) else {}
