"""Input that is no news: nothing but line ends, one line without end, records that are none.

It is bounded what of it is held at a time; here the bounds are made small, so that few bytes reach them.
"""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import pytest

from clean import pipeline
from clean.errors import DataError
from clean.flow import reading, work
from clean.flow.telling import silent
from clean.pipeline import Job, run
from clean.settings import Read, Settings
from tests.support import check, clean, folder_of

STORY = "Bridge closed\n\nThe harbour bridge was closed on Friday, officials said.\nIt stays closed for weeks.\n"

LONG: list[tuple[str, bytes]] = [
    ("line feeds", b"\n" * 400),
    ("carriage returns and line feeds", b"\r\n" * 400),
    ("blank lines", b" \n" * 400),
    ("blank lines in a story", (STORY + "\n" * 300 + STORY).encode()),
    ("one line again and again", b"The mayor said that the bridge would open.\n" * 60),
    ("lines of one character", "".join(f"{chr(0x4E00 + n)}\n" for n in range(200)).encode()),
    ("lines of one character in UTF-16", ("\ufeff" + "a\nb\n" * 100).encode("utf-16-le")),
    ("separators", b"-----\n" * 100),
    ("mojibake", "It wasnâ€™t cafÃ© time, he said.\n".encode() * 60),
    ("no line end", b"x" * 3000),
    ("no line end at last", b"\n" * 100 + b"x" * 900),
]


@pytest.mark.parametrize("data", [data for _, data in LONG], ids=[name for name, _ in LONG])
def test_what_is_too_long_for_a_story_is_cut_alike_for_all_blocks(data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same bytes for all blocks and processes, and the source comes back."""
    monkeypatch.setattr(work, "LINES", 40)
    monkeypatch.setattr(work, "BYTES", 600)
    monkeypatch.setattr(pipeline, "LARGE", 0)
    monkeypatch.setattr(reading, "SAMPLE", 500)
    check(clean({"a.txt": data}), {"a.txt": data})
    made = set()
    with folder_of({"a.txt": data}) as folder:
        for jobs, block in ((1, 50), (1, 700), (1, 1 << 20), (2, 333)):
            job = Job(("a.txt",), folder / "o.jsonl", folder / "o.audit.jsonl", jobs=jobs, memory=0)
            run(job, Settings(read=Read(block=block)), silent)
            made.add((job.out.read_bytes(), *(folder / "o.audit.jsonl").read_bytes().splitlines()[1:]))
    assert len(made) == 1


def test_a_boundary_says_that_length_made_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(work, "LINES", 40)
    made = clean({"a.txt": b"\n" * 100})
    assert [(row["lines"], row["scores"], row["cues"]) for row in made.boundaries] == [
        ([41, 81], [None, None], [["length"]])
    ]
    assert made.rules() == [("blank-lines", 1, 40), ("blank-lines", 41, 80), ("trailing-blank-lines", 81, 100)]


def test_no_story_is_cut_where_none_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(work, "LINES", 3)
    made = clean({"a.txt": STORY.encode() * 3}, Settings(skip=frozenset({"split"})))
    assert len(made.rows) == 1


ERROR = "broken input: {}: a line or a record has more than 100 bytes"

BEYOND: list[tuple[str, bytes]] = [
    ("a.txt", STORY.encode() + b"x" * 100 + b"\n" + STORY.encode()),  # with its ending it is longer
    ("a.txt", b"x" * 101),
    ("a.txt", ("\ufeff" + "x" * 51).encode("utf-16-le")),
    ("a.jsonl", json.dumps({"text": "x" * 100}).encode()),
    ("a.csv", b'id,text\n1,"' + b"one line\n" * 12 + b'"\n'),
    ("a.csv", b'id,text\n1,"' + b"one line\n" * 2000),
]


@pytest.mark.parametrize(("name", "data"), BEYOND)
@pytest.mark.parametrize("block", [7, 100, 1 << 20])
def test_a_line_that_is_too_long_ends_the_run(name: str, data: bytes, block: int) -> None:
    with pytest.raises(DataError) as told:
        clean({name: data}, Settings(read=Read(max_line=100, block=block)))
    assert str(told.value) == ERROR.format(name)
    assert told.value.hint == "perhaps a quote is not closed; raise `max_line` in the settings if the file is trusted"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", b"x" * 100),
        ("a.txt", b"x" * 99 + b"\n" + b"x" * 98 + b"\r\n"),
        ("a.csv", b'id,text\n1,"' + b"one line\n" * 10 + b'"\n'),
    ],
)
@pytest.mark.parametrize("block", [7, 100, 1 << 20])
def test_a_line_that_is_as_long_as_may_be_is_read(name: str, data: bytes, block: int) -> None:
    made = clean({name: data}, Settings(read=Read(max_line=100, block=block)))
    check(made, {name: data})
    assert made.rows


def test_a_binary_file_is_set_aside_in_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "PIECE", 1000)
    data = bytes(range(256)) * 9 + b"\0" * 100
    files = {"a.txt": data, "b.txt": STORY.encode()}
    made = clean(files)
    check(made, files)
    assert [(row["start_byte"], row["end_byte"], row["line"]) for row in made.aside] == [
        (0, 1000, 1),
        (1000, 2000, 1),
        (2000, 2404, 1),
    ]
    assert made.report.set_aside == 3
    assert made.report.first_aside.startswith("a.txt:1: a binary file: ")


def test_records_that_cannot_be_read_may_be_many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lines of the audit and of the quarantine file beyond the memory are read back from the work folder."""
    monkeypatch.chdir(tmp_path)
    data = b"x\n\n" * 500 + b'{"text":"One story."}\n' + b"\ny\n" * 500
    Path("a.jsonl").write_bytes(data)
    made = []
    for memory in (0, 1 << 30):
        job = Job(("a.jsonl",), Path("o.jsonl"), Path("o.audit.jsonl"), memory=memory)
        report = run(job, dataclasses.replace(Settings(), read=Read(block=100)), silent)
        assert (report.set_aside, report.first_aside.split(": ")[:2]) == (1000, ["a.jsonl:1", "not JSON"])
        made.append([Path(name).read_bytes() for name in ("o.jsonl", "o.audit.jsonl", "o.quarantine.jsonl")])
    assert made[0] == made[1]
    check(clean({"a.jsonl": data}), {"a.jsonl": data})
