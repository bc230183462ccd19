"""What several tests need: a run of the pipeline in a folder of files, the checks that hold for every run, and where a
text is cut.
"""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

from clean.console.report import Report
from clean.flow.telling import silent
from clean.pipeline import Job, run
from clean.proof.restore import restore
from clean.settings import Settings, Split
from clean.sources.find import plain_name
from clean.stages.split import Profile, judge_gaps
from clean.stages.split.block.units import Units

Row = dict[str, Any]

FIELDS = ("headline", "text", "byline", "dateline", "agency", "date", "highlights")
"""What is read from a story, place and relations aside."""


@dataclass(frozen=True, slots=True)
class Result:
    """What a run wrote, and what `clean restore` makes of it."""

    rows: list[Row]
    header: Row
    edits: list[Row]
    boundaries: list[Row]
    aside: list[Row]
    report: Report
    restored: dict[str, bytes]

    def sizes(self) -> dict[str, int]:
        """Bytes of each source."""
        return {facts["name"]: facts["bytes"] for facts in self.header["sources"]}

    def fields(self) -> list[Row]:
        """The fields of each row."""
        return [{name: row[name] for name in FIELDS} for row in self.rows]

    def rules(self) -> list[tuple[str, int, int]]:
        """Rule, first and last line of each edit."""
        return [(edit["rule"], edit["start_line"], edit["end_line"]) for edit in self.edits]


def clean(files: Mapping[str, bytes], settings: Settings | None = None, inputs: Sequence[str] = ()) -> Result:
    """Run the pipeline over files (all of them, or those named) in a folder of their own."""
    with folder_of(files) as folder:
        return clean_here(folder, tuple(inputs) or tuple(files), settings or Settings())


@contextlib.contextmanager
def folder_of(files: Mapping[str, bytes]) -> Iterator[Path]:
    """A folder that holds these files, and is the working folder."""
    with tempfile.TemporaryDirectory() as name, contextlib.chdir(name):
        for file, data in files.items():
            Path(file).parent.mkdir(parents=True, exist_ok=True)
            Path(file).write_bytes(data)
        yield Path(name)


@contextlib.contextmanager
def pipe_read(name: str) -> Iterator[list[bytes]]:
    """A pipe that is read meanwhile; behind the `with` all that came through it is in the list."""
    os.mkfifo(name)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(Path(name).read_bytes()))
    reader.start()
    yield read
    reader.join()


def clean_here(folder: Path, inputs: tuple[str, ...], settings: Settings) -> Result:
    """Run the pipeline over inputs below a folder, which is the working folder; outputs go to `.out` in it."""
    place = folder / ".out"
    place.mkdir(exist_ok=True)
    job = Job(inputs, place / "out.jsonl", place / "audit.jsonl")
    with patch("os.fsync"):  # half the time of a small run; what it is for, no test here can see
        report = run(job, settings, silent)
        assert job.audit is not None
        assert job.quarantine is not None
        header, *told = read_rows(job.audit)
        names = restore(job.out, job.audit, place / "restored")
    return Result(
        read_rows(job.out),
        header,
        [row for row in told if row["rule"] != "boundary"],
        [row for row in told if row["rule"] == "boundary"],
        read_rows(job.quarantine) if job.quarantine.exists() else [],
        report,
        {name: (place / "restored" / name).read_bytes() for name in names},
    )


def boundaries(
    lines: list[str],
    marks: bytearray,
    usual: Profile,
    settings: Split,
    first: int = 0,
    last: int | None = None,
    compiled: bool = False,
) -> list[int]:
    """The lines in `[first, last)`, or among all of these, at which a story starts."""
    units = Units(lines, marks, usual.width, compiled)
    gaps = judge_gaps(units, usual, settings, first, len(lines) if last is None else last)
    return [gap.line for gap in gaps if gap.boundary]


def read_rows(path: Path) -> list[Row]:
    """The objects of a JSON Lines file, every line of which ends in a line feed."""
    data = path.read_bytes()
    assert not data or data.endswith(b"\n")
    return [json.loads(line) for line in data.split(b"\n")[:-1]]


def check(result: Result, files: Mapping[str, bytes]) -> None:
    """What holds for every run: sources come back, spans tile, removals name what is kept, ids are unique."""
    assert result.restored == {plain_name(name): data for name, data in files.items()}
    check_tiling(result)
    check_duplicates(result)
    ids = [row["id"] for row in result.rows]
    assert len(set(ids)) == len(ids)
    places = [(row["source"], row["span"]["start_byte"], row["span"]["part"]) for row in result.rows]
    assert places == sorted(places)


def check_tiling(result: Result) -> None:
    """Rows and what the audit has outside them cover each source exactly once; inside a row, edits are in order."""
    for name, size in result.sizes().items():
        spans = sorted({(row["span"]["start_byte"], row["span"]["end_byte"]) for row in of(result.rows, name)})
        outside = list(spans)
        inside: list[tuple[int, int]] = []
        for edit in of(result.edits, name):
            span = (edit["start_byte"], edit["end_byte"])
            holders = [row for row in spans if row[0] <= span[0] and span[1] <= row[1]]
            (inside if holders else outside).append(span)
        assert_tiles(sorted(set(outside)), size)
        whole = set(inside) - set(spans)
        assert all(end <= start for (_, end), (start, _) in zip(sorted(whole), sorted(whole)[1:], strict=False))


def of(rows: list[Row], source: str) -> list[Row]:
    """The rows of one source."""
    return [row for row in rows if row["source"] == source]


def assert_tiles(spans: list[tuple[int, int]], size: int) -> None:
    """The spans follow each other from 0 to `size` without a gap."""
    place = 0
    for start, end in spans:
        assert (start, end > start or size == 0) == (place, True), f"{spans} do not tile [0, {size})"
        place = end
    assert place == size, f"{spans} do not tile [0, {size})"


def check_duplicates(result: Result) -> None:
    """Every removed duplicate names a kept article, which names it, with the same relation and similarity."""
    kept = {row["id"]: row for row in result.rows}
    told = [edit for edit in result.edits if edit["stage"] == "dedupe"]
    assert all(edit["duplicate_of"] in kept and 0 < edit["similarity"] <= 1 for edit in told)
    of_edits = sorted(
        (
            edit["duplicate_of"],
            edit["source"],
            edit["start_line"],
            edit["end_line"],
            edit["relation"],
            edit["similarity"],
        )
        for edit in told
    )
    of_rows = sorted(
        (row["id"], twin["source"], twin["start_line"], twin["end_line"], twin["relation"], twin["similarity"])
        for row in result.rows
        for twin in row["duplicates"]
    )
    assert of_edits == of_rows
