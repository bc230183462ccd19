"""Wrong use, each with its whole message and its exit code (DESIGN 6 and 8)."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from tests.command import Ended, assert_told_in_one_line, clean, names

SUFFIXES = ".txt .text .jsonl .ndjson .csv .tsv .txt.gz .txt.zst .txt.bz2 .txt.xz"

WRONG = [
    # inputs
    ("run nope.txt -o o.jsonl", 66, "cannot read: nope.txt: No such file or directory", None),
    (
        "run d -o o.jsonl",
        66,
        "no file to read: d: the folder holds none of the known suffixes",
        f"known are {SUFFIXES}",
    ),
    ("run *.nope -o o.jsonl", 66, "no file to read: *.nope: nothing matches", None),
    (f"run {'n' * 300} -o o.jsonl", 66, f"cannot read: {'n' * 300}: No such file or directory", None),
    ("run d/x.txt/y.txt -o o.jsonl", 66, "cannot read: d/x.txt/y.txt: No such file or directory", None),
    (
        "run a.txt a.txt.gz -o o.jsonl",
        2,
        "two inputs would be restored as one file: a.txt and a.txt.gz",
        "leave one out",
    ),
    ("run a.txt -o o.jsonl --input-format xml", 2, "unknown input format: xml", "known are csv, jsonl, tsv, txt"),
    ("run a.txt -o o.jsonl --encoding foo", 2, "no such encoding: foo", "names like utf-8, cp1252, koi8-r, shift_jis"),
    ("run a.parquet -o o.jsonl", 69, "cannot read Parquet: a.parquet: this version does not", "convert it to JSONL"),
    # outputs
    ("run a.txt -o no/o.jsonl", 73, "cannot create: no/o.jsonl: No such file or directory", None),
    ("run a.txt -o a.txt/o.jsonl", 73, "cannot create: a.txt/o.jsonl: Not a directory", None),
    ("run a.txt --output=", 2, "the name is empty: --output", "name a file"),
    ("run a.txt -o out.jsonl --audit=", 2, "the name is empty: --audit", "name a file"),
    ("run a.txt -o d", 73, "cannot write: d: it is a folder", None),
    (f"run a.txt -o {'n' * 300}", 73, f"cannot create: {'n' * 300}: File name too long", None),
    ("run a.txt -o o.jsonl --work-dir no", 73, "cannot write into: no: it is no folder", None),
    ("run a.txt -o a.txt", 2, "the output is also an input: a.txt", "write to another file with -o"),
    ("run a.txt -o o.jsonl --audit a.txt", 2, "the output is also an input: a.txt", "write to another file with -o"),
    ("run a.txt -o o --summary-json a.txt", 2, "the output is also an input: a.txt", "write to another file with -o"),
    ("run a.txt -o o.jsonl --audit o.jsonl", 2, "two outputs are one file: o.jsonl", "give each a name of its own"),
    ("run a.txt -o o --audit d/../o", 2, "two outputs are one file: d/../o", "give each a name of its own"),
    ("run a.txt -o o --summary-json ./o", 2, "two outputs are one file: o", "give each a name of its own"),
    ("run a.txt -o /dev/full", 74, "cannot write: /dev/full: No space left on device", None),
    ("run a.txt -o o.jsonl --audit /dev/full", 74, "cannot write: /dev/full: No space left on device", None),
    ("run a.txt -o old --no-clobber", 73, "will not overwrite: old: it exists, and --no-clobber is given", None),
    (
        "run a.txt -o o --no-clobber --audit old",
        73,
        "will not overwrite: old: it exists, and --no-clobber is given",
        None,
    ),
    (
        "run a.txt -o o -q --no-clobber --summary-json old",
        73,
        "will not overwrite: old: it exists, and --no-clobber is given",
        None,
    ),
    # words
    ("run a.txt -o o.jsonl --skip nomalize", 2, "unknown stage: nomalize", "did you mean normalize?"),
    ("run a.txt -o o.jsonl --layout proqest", 2, "unknown layout: proqest", "did you mean proquest?"),
    ("config --encoding foo", 2, "no such encoding: foo", "names like utf-8, cp1252, koi8-r, shift_jis"),
    ("run a.txt -o o.jsonl --off mojibak", 2, "unknown rule: mojibak", "did you mean mojibake?"),
    ("run a.txt -o o.jsonl --off binary", 2, "rule binary cannot be turned off: it tells of what was read", None),
    ("run a.txt -o o.jsonl --nope", 2, "No such option: --nope", "clean run --help tells how"),
    ("run a.txt", 2, "Missing option '-o' / '--output'.", "clean run --help tells how"),
    ("run -o o.jsonl", 2, "Missing argument 'INPUT'.", "clean run --help tells how"),
    ("frob", 2, "No such command 'frob'.", "clean --help tells how"),
    ("explain mojibak", 2, "unknown rule: mojibak", "did you mean mojibake?"),
    ("explain xyzzy", 2, "unknown rule: xyzzy", "clean explain lists them"),
    ("check a.txt --ignore xyzzy", 2, "unknown rule: xyzzy", "clean explain lists them"),
    ("run a.txt -o o.jsonl --off xyzzy", 2, "unknown rule: xyzzy", "clean explain lists them"),
    # settings
    ("run a.txt -o o --config nope.toml", 66, "cannot read settings: nope.toml: No such file or directory", None),
    ("run a.txt -o o --config d", 66, "cannot read settings: d: Is a directory", None),
    # restore
    ("restore nope a.txt --to r", 65, None, None),
    ("restore a.txt nope --to r", 66, "cannot read: nope: No such file or directory", None),
    ("restore a.txt d --to r", 66, "cannot read: d: Is a directory", None),
    ("restore a.txt old --to r", 65, "not an audit: old: it is empty", None),
]


@pytest.mark.parametrize(("command", "code", "message", "hint"), WRONG, ids=[case[0][:60] for case in WRONG])
def test_wrong_use(command: str, code: int, message: str | None, hint: str | None, folder: Path) -> None:
    Path("d").mkdir()
    Path("old").touch()
    Path("a.parquet").write_bytes(b"PAR1")
    Path("a.txt.gz").write_bytes(gzip.compress(b"other"))
    before = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    ended = clean(*command.split())
    if message is not None:
        assert ended.err == f"clean: error: {message}\n" + (f"hint: {hint}\n" if hint else "")
    assert (ended.code, ended.out) == (code, "")
    assert_told_in_one_line(ended.err)
    assert {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()} == before


@pytest.mark.parametrize("command", [("run", "-o", "o.jsonl"), ("check",), ("boilerplate", "learn", "-o", "o.txt")])
def test_an_empty_name_is_not_the_working_folder(command: tuple[str, ...]) -> None:
    ended = clean(*command, "a.txt", "")
    told = "clean: error: an input has no name\nhint: perhaps a variable of the shell is not set\n"
    assert ended == Ended(2, "", told)
    assert names() == ["a.txt"]


def test_a_wrong_setting_is_told_in_one_line_with_its_place() -> None:
    Path("clean.toml").write_text("[read]\nblok = 3\n", encoding="utf-8")
    told = "clean: error: unknown setting: clean.toml:2: read.blok\nhint: did you mean read.block?\n"
    assert clean("run", "a.txt", "-o", "o.jsonl") == Ended(2, "", told)
    assert names() == ["a.txt", "clean.toml"]


def test_settings_that_are_not_ours_are_passed_over() -> None:
    Path("pyproject.toml").write_text("tool = 3\n", encoding="utf-8")
    assert clean("run", "a.txt", "-q", "-o", "o.jsonl") == Ended(0, "", "")
