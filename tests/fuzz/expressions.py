"""Every regular expression that the program compiles, found by running it; a program, which prints them as JSON.

`python -m tests.fuzz.expressions` wraps the compiler of `re` before anything of `clean` is imported, and then has all
of it at work: so expressions that are put together from tables, and those inside functions, are found too. A call of
`re` in the source that was never reached is named as well, so that none is missed.
"""

from __future__ import annotations

import ast
import base64
import contextlib
import importlib
import json
import pkgutil
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

ASSUMED = {"news/layouts/layout.py": {"fullmatch", "match"}}
"""How expressions are used that were made and never asked: a layout's are for whole lines."""

COMPILE = re._compile  # type: ignore[attr-defined]
CALLS = {f"re.{name}" for name in "compile match fullmatch search sub subn split findall finditer".split()} | {"lazy"}


class Watched:
    """An expression that notes how it is used: only from a text's start, or all over it."""

    def __init__(self, pattern: re.Pattern[Any], uses: set[str]) -> None:
        self._pattern = pattern
        self._uses = uses

    def __getattr__(self, name: str) -> Any:
        if name in {"match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer"}:
            self._uses.add(name)
        return getattr(self._pattern, name)


class Found(NamedTuple):
    """An expression, its flags, and where it is compiled: file in the package and line."""

    pattern: str | bytes
    flags: int
    file: str
    line: int


def watch(folder: Path) -> dict[Found, set[str]]:
    """Where every expression goes that a file below the folder compiles from now on, with how it is used."""
    found: dict[Found, set[str]] = {}

    def compile_and_note(pattern: Any, flags: int, above: int = 2) -> Any:
        if isinstance(pattern, Watched):
            return pattern
        compiled = COMPILE(pattern, flags)
        frame = sys._getframe(above)  # 1 is the function of `re` that was called
        file = Path(frame.f_code.co_filename)
        if file.is_relative_to(folder) and not isinstance(pattern, re.Pattern):
            place = str(file.relative_to(folder)), frame.f_lineno
            uses = found.setdefault(Found(compiled.pattern, compiled.flags, *place), set())
            return Watched(compiled, uses)
        return compiled

    re._compile = compile_and_note  # type: ignore[attr-defined]
    patterns = importlib.import_module("clean.patterns")
    patterns.lazy = lambda pattern, flags=0: compile_and_note(  # type: ignore[attr-defined]
        pattern() if callable(pattern) else pattern, flags, 2
    )
    return found


def call_sites(folder: Path) -> Iterator[tuple[str, range]]:
    """Every call of a function of `re` below the folder: its file and lines."""
    for path in sorted(set(folder.rglob("*.py")) - {folder / "patterns.py"}):  # compiles what others write
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in CALLS:
                yield str(path.relative_to(folder)), range(node.lineno, (node.end_lineno or node.lineno) + 1)


def at_work() -> None:
    """Have every module imported, and inputs of all kinds read, restored, learnt from, checked and mended."""
    import clean

    for module in pkgutil.walk_packages(clean.__path__, "clean."):
        if module.name != "clean.airflow":  # needs what is seldom installed, and has no expressions
            importlib.import_module(module.name)
    from clean.check import Options, check
    from clean.errors import DataError
    from clean.flow.telling import silent
    from clean.pipeline import Job, learn, run
    from clean.settings import Settings
    from clean.sinks.forms import shards, whole_of
    from clean.stages.split.cohesion.characters import classes
    from tests.fuzz.making import make, settings_of
    from tests.support import folder_of

    classes()  # which only large inputs ask for
    shards(Path("o.jsonl"))
    whole_of(Path("o-00000-of-00001.jsonl"))
    for number in range(INPUTS):
        name, data = make(number)
        settings = settings_of(number)
        with folder_of({name: data}), contextlib.suppress(DataError):
            run(Job((name,), Path("o.out"), Path("u.out")), settings, silent)
            learn(Job((name,), Path("l.out")), settings, silent)
            run(Job((name,), Path("o.out"), boilerplate=Path("l.out")), settings, silent)
            check([name], Options(fix=True))
    for export in sorted(EXPORTS.glob("*/input.txt")):  # some layouts make expressions of what they find
        with folder_of({"a.txt": export.read_bytes()}):
            run(Job(("a.txt",), Path("o.out")), Settings(), silent)


EXPORTS = Path(__file__).resolve().parents[2] / "fixtures" / "layouts"

INPUTS = 200
"""Inputs after which every call of `re` was reached, twice over."""


def main() -> None:
    folder = Path(__file__).resolve().parents[2] / "src" / "clean"
    found = watch(folder)
    at_work()
    lines = {(one.file, one.line) for one in found}
    missed = [f"{file}:{at.start}" for file, at in call_sites(folder) if not any((file, n) in lines for n in at)]
    places: dict[tuple[str | bytes, int], str] = {}
    uses: dict[tuple[str | bytes, int], set[str]] = {}
    for one in sorted(found, key=repr):
        places[one.pattern, one.flags] = f"{one.file}:{one.line}"
        uses.setdefault((one.pattern, one.flags), set()).update(
            found[one] or ASSUMED.get(one.file, {"search", "match", "fullmatch"})
        )
    told = [
        {
            "where": where,
            "uses": sorted(uses[pattern, flags]),
            "flags": flags,
            "is_bytes": isinstance(pattern, bytes),
            "pattern": base64.b64encode(pattern).decode() if isinstance(pattern, bytes) else pattern,
        }
        for (pattern, flags), where in places.items()
    ]
    sys.stdout.write(json.dumps({"expressions": told, "missed": missed}))


if __name__ == "__main__":
    main()
