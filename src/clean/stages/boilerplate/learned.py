r"""Learned lines, and the text file in which they can be read, edited and used again.

The file is UTF-8, a line each, the fields parted by tabs: the folder whose sources have the line (`*`: all sources),
the place (`head` or `tail`), in how many different articles it was found, and the line, folded as it is compared. Blank
lines and lines that begin with `#` are left out. A backslash stands before what would be misread: `\t` a tab, `\n` a
line feed, `\r` a carriage return, `\*` a folder named `*`, `\\` a backslash.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from clean.errors import DataError

PLACES = ("head", "tail")
TITLE = """\
# Lines that stand at the head or tail of many different articles, learned by clean.
# Delete a row to keep its line, add one to take a line out. The fields are parted by tabs:
# folder (* for all)\tplace (head or tail)\tarticles\tline
"""
EVERYWHERE = "*"
ESCAPED = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})
MEANT = {"\\\\": "\\", "\\t": "\t", "\\n": "\n", "\\r": "\r", "\\*": "*", "\\#": "#"}
ESCAPE = re.compile(r"\\.?")


class Repeated(NamedTuple):
    """A learned line: its folder (None: all), its place, how many different articles had it, the line as folded."""

    folder: str | None
    place: str
    articles: int
    line: str


class Sides(NamedTuple):
    """The lines that go at an article's head, and at its tail, as folded."""

    head: frozenset[str]
    tail: frozenset[str]


def fold_line(line: str) -> str:
    """A line as it is compared: case and the space around it do not count; within, `normalize` has seen to it."""
    return line.strip().casefold()


@dataclass(frozen=True)
class Learned:
    """Learned lines, in the order of their folder (those for all folders first), place and text."""

    lines: tuple[Repeated, ...] = ()
    _placed: dict[tuple[str | None, str], frozenset[str]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        lines = sorted(self.lines, key=lambda line: (line.folder is not None, line.folder or "", line.place, line.line))
        placed: dict[tuple[str | None, str], set[str]] = {}
        for line in lines:
            placed.setdefault((line.folder, line.place), set()).add(line.line)
        object.__setattr__(self, "lines", tuple(lines))
        object.__setattr__(self, "_placed", {place: frozenset(found) for place, found in placed.items()})

    def sides(self, folder: str) -> Sides:
        """What goes from the articles of a folder: its own lines and those learned for all."""
        own, common = ([self._placed.get((scope, place), frozenset()) for place in PLACES] for scope in (folder, None))
        return Sides(own[0] | common[0], own[1] | common[1])

    def as_file(self) -> bytes:
        """The lines as a text file's bytes."""
        return (TITLE + "".join(map(row_of, self.lines))).encode("utf-8", "surrogatepass")

    def write(self, path: Path) -> None:
        """Write the lines as a text file."""
        path.write_bytes(self.as_file())

    @classmethod
    def read(cls, path: Path) -> Learned:
        """The lines of such a file; DataError, naming the row, for one that is not of this form."""
        rows = enumerate(decode(path).split("\n"), start=1)
        return cls(tuple(line_of(row, f"{path}:{number}") for number, row in rows if row.strip() and row[0] != "#"))


def decode(path: Path) -> str:
    """The text of such a file; DataError, naming the line, where it is not UTF-8, as editors may save it."""
    data = path.read_bytes()
    try:
        return data.decode("utf-8-sig", "surrogatepass")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise DataError(
            "not a learned line", f"{path}:{line}", "not in UTF-8", hint="save the file as UTF-8"
        ) from error


def row_of(line: Repeated) -> str:
    """A learned line as a row of the file."""
    folder = EVERYWHERE if line.folder is None else line.folder.translate(ESCAPED)
    if line.folder is not None and folder[:1] in {"*", "#"}:
        folder = f"\\{folder}"
    return f"{folder}\t{line.place}\t{line.articles}\t{line.line.translate(ESCAPED)}\n"


def line_of(row: str, where: str) -> Repeated:
    """A row of the file as a learned line."""
    fields = row.removesuffix("\r").split("\t")
    if len(fields) != 4 or fields[1] not in PLACES or not fields[2].isdecimal():
        raise DataError(
            "not a learned line", where, "a row is folder, head or tail, a number and the line, parted by tabs"
        )
    folder, place, articles, line = fields
    return Repeated(
        None if folder == EVERYWHERE else meant(folder, where), place, int(articles), fold_line(meant(line, where))
    )


def meant(text: str, where: str) -> str:
    """A field without its escapes."""
    unknown = [escape for escape in ESCAPE.findall(text) if escape not in MEANT]
    if unknown:
        raise DataError("not a learned line", where, f"{unknown[0]} is no escape", hint="write a backslash as two")
    return ESCAPE.sub(lambda escape: MEANT[escape[0]], text)
