"""What a run has read, as a rule for Make (`cc -MD -MP` writes such files)."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from clean.errors import UsageError
from clean.sources.find import shown

NO_NAME = "\t\n\r|();"
"""What no name in a rule can hold, however it is written: tried with GNU make 4.3."""

EQUALS = "clean.equals"
"""The variable that stands for an equals sign, which would make the rule one. `date=2024-05-01/` is a common folder."""


def depfile(target: Path, read: Iterable[Path]) -> bytes:
    """The rule by which `target` depends on what was read; each of that is a target without a recipe.

    So Make goes on when one of them is gone, and makes the target anew. Raises UsageError for a name that no rule can
    hold.
    """
    names = list(dict.fromkeys(map(_name, read)))
    spelt = f"{EQUALS} := =\n" if any("=" in name for name in (str(target), *names)) else ""
    rule = " \\\n ".join([_target(_name(target)) + ":", *map(_escaped, names)]) + "\n"
    return os.fsencode(spelt + rule + "".join(f"\n{_target(name)}:\n" for name in names))


def _name(path: Path) -> str:
    name = os.fspath(path)
    if bad := [char for char in NO_NAME if char in name]:
        raise UsageError("no name for a depfile", shown(path), f"it has {bad[0]!r}")
    if name.endswith("\\"):
        raise UsageError("no name for a depfile", shown(path), "it ends in a backslash")
    return f"./{name}" if name.startswith("~") else name


def _target(name: str) -> str:
    """A name where a target stands: there a percent sign makes a pattern."""
    return _escaped(name, " #:*?[%")


def _escaped(name: str, special: str = " #:*?[") -> str:
    r"""A name as GNU make reads it: backslashes count only before what they protect, and are doubled there.

    >>> print(_escaped("a b$#c"))
    a\ b$$\#c
    """
    written = ""
    for char in name:
        if char in special:
            written += "\\" * (len(written) - len(written.rstrip("\\"))) + "\\"
        written += {"$": "$$", "=": f"$({EQUALS})"}.get(char, char)
    return written
