"""`clean restore` as a command."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.command import CLEAN, STORY, Ended, assert_told_in_one_line, clean, names


@pytest.fixture
def pair() -> None:
    """OUT and audit of a run in which something was changed."""
    Path("a.txt").write_text(STORY + "\n\nMARLOW: A second  story, with two spaces in it.\n\n\n", encoding="utf-8")
    assert clean("run", "a.txt", "-o", "o.jsonl", "--audit", "u.jsonl", "-q") == Ended(0, "", "")


@pytest.mark.usefixtures("pair")
def test_restore_of_a_pair_that_does_not_belong_together() -> None:
    Path("other.jsonl").write_bytes(Path("o.jsonl").read_bytes().replace(b"ferry", b"Ferry"))
    ended = clean("restore", "other.jsonl", "u.jsonl", "--to", "r")
    assert ended == Ended(
        65,
        "",
        "clean: error: OUT and audit do not belong together: other.jsonl: its SHA-256 is not the audit's\n"
        "hint: one of the two files was changed after the run\n",
    )
    assert not Path("r").exists()


def test_restore_of_more_sources_than_files_may_be_open() -> None:
    Path("many").mkdir()
    for number in range(80):
        Path(f"many/{number}.txt").write_text(f"A dam of {number} metres is to be built.\n", encoding="utf-8")
    assert clean("run", "many", "-o", "o.jsonl", "--audit", "u.jsonl", "-q").code == 0
    limited = ["prlimit", "--nofile=64", *CLEAN, "restore", "o.jsonl", "u.jsonl", "--to", "r", "-q"]
    done = subprocess.run(limited, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert all(Path(f"r/many/{n}.txt").read_bytes() == Path(f"many/{n}.txt").read_bytes() for n in range(80))


@pytest.mark.usefixtures("pair")
def test_restore_of_a_truncated_audit() -> None:
    audit = Path("u.jsonl").read_bytes()
    lines = audit.splitlines(keepends=True)
    assert len(lines) > 2
    for cut in (b"", audit[:50], audit[:-20], *(b"".join(lines[:end]) for end in range(1, len(lines)))):
        Path("cut.jsonl").write_bytes(cut)
        ended = clean("restore", "o.jsonl", "cut.jsonl", "--to", "r")
        assert ended.code == 65, cut
        assert_told_in_one_line(ended.err)
        assert not Path("r/a.txt").exists()


@pytest.mark.usefixtures("pair")
@pytest.mark.parametrize(("place", "why"), [("a.txt", "File exists"), ("a.txt/r", "Not a directory")])
def test_restore_to_what_is_no_folder(place: str, why: str) -> None:
    ended = clean("restore", "o.jsonl", "u.jsonl", "--to", place)
    assert ended == Ended(73, "", f"clean: error: cannot create: {place}: {why}\n")


@pytest.mark.usefixtures("pair")
@pytest.mark.parametrize("name", ["../a.txt", "/elsewhere/a.txt", "x/../../a.txt", "", "x//y"])
def test_restore_does_not_leave_its_folder(name: str) -> None:
    for file in ("o.jsonl", "u.jsonl"):
        text = Path(file).read_text(encoding="utf-8").replace('"a.txt"', json.dumps(name))
        Path(file).write_text(text, encoding="utf-8")
    header, *edits = Path("u.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)
    told = json.loads(header)
    told["out_sha256"] = subprocess.run(
        ["sha256sum", "o.jsonl"], capture_output=True, text=True, check=True
    ).stdout.split()[0]
    Path("u.jsonl").write_text(json.dumps(told) + "\n" + "".join(edits), encoding="utf-8")
    before = names("..")
    ended = clean("restore", "o.jsonl", "u.jsonl", "--to", "r")
    assert ended.code == 73
    assert ended.err.endswith("the name leads out of the folder\n")
    assert names("..") == before
