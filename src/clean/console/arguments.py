"""Values of the command line that need no reading.

Since its version 0.29 typer has pydantic read every value, None and defaults too, and to load it takes nearly as long
as numpy does: a fifth of a run on a small file. Text is what options of text want, a number's default is a number, and
of counts the plain ones are read here, for `--jobs 2` is given to many runs.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from clean.errors import UsageError


def read_less(command: Any) -> None:
    """Have a command of typer, and those below it, take values as they are where they are what is wanted.

    A version of typer that reads values by other means is left to it.
    """
    theirs = command.get_params

    def get_params(ctx: Any) -> list[Any]:
        params: list[Any] = theirs(ctx)  # with --help, which is no other way to be had
        for param in params:
            reader = getattr(param, "get_runtime_param", None)
            if reader is not None and hasattr(param, "type_descriptor") and not isinstance(reader, _Reader):
                param.get_runtime_param = _Reader(reader)
        return params

    command.get_params = get_params
    for below in getattr(command, "commands", {}).values():
        read_less(below)


class _Reader:
    """Reads the values of one parameter, as typer does where they are to be read."""

    def __init__(self, theirs: Callable[[], Any]) -> None:
        self._theirs = theirs

    def __call__(self) -> _Reader:
        return self

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:
        """The value as the command wants it; UsageError for a file without a name, for `Path("")` is this folder."""
        if value == "" and (param.type_descriptor.annotation is Path or param.name == "out"):
            raise UsageError("the name is empty", param.opts[-1], hint="name a file")
        if value is None:
            return () if param.multiple or param.nargs == -1 else None
        for taken in as_it_is(value, param.type_descriptor.annotation):
            return taken
        return self._theirs().coerce(value, param=param, ctx=ctx)


def as_it_is(value: Any, wanted: Any) -> list[Any]:
    """The value as an option of this type takes it, alone in a list; nothing where it must be read, or is wrong."""
    if isinstance(value, list | tuple):
        return [list(value)] if wanted == list[str] and all(map(_is_text, value)) else []
    if not isinstance(value, str):
        return [value] if wanted in (bool, int) and type(value) is wanted else []
    if wanted is Path and _is_text(value) and (os.access(value, os.R_OK) or not os.path.exists(value)):
        return [Path(value)]
    if wanted is int and _is_count(value):
        return [int(value)]
    return [value] if wanted is str and _is_text(value) else []


def _is_count(value: str) -> bool:
    """Whether it is a number from 1 to 999,999 in plain digits: no option wants more than 1, or less than a million."""
    return value.isascii() and value.isdigit() and len(value) < 7 and value[0] != "0"


def _is_text(value: Any) -> bool:
    """Whether it is text, and no name of bytes that are none."""
    return isinstance(value, str) and not any("\ud800" <= char <= "\udfff" for char in value)
