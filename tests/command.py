"""`clean` as a command: how it is called, and how it ended."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

CLEAN = (sys.executable, "-m", "clean")

STORY = (
    "DUNMERE: The ferry captain told the council that the storm had closed the harbour for a week.\n"
    "The council will vote on a new bridge in spring.\n"
)


class Ended(NamedTuple):
    """How a command ended."""

    code: int
    out: str
    err: str


def clean(*arguments: str, stdin: str | None = None) -> Ended:
    """Run `clean` in the working folder."""
    done = subprocess.run(
        [*CLEAN, *arguments],
        input=stdin or "",
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    return Ended(done.returncode, done.stdout, done.stderr)


def names(place: Path | str = ".") -> list[str]:
    """The files and folders there, hidden ones too."""
    return sorted(path.name for path in Path(place).iterdir())


def assert_told_in_one_line(err: str) -> None:
    first, *rest = err.splitlines()
    assert first.startswith("clean: error: ")
    assert len(rest) <= 1
    assert all(line.startswith("hint: ") for line in rest)
    assert "Traceback" not in err
    assert "internal" not in err
