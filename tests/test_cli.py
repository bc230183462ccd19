"""The command line: what it prints, what it leaves behind, and how it ends (DESIGN 6 and 8)."""

from __future__ import annotations

import gzip
import json
import os
import shlex
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from clean import __version__
from clean.examples import EXAMPLES

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


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder, with one small source in it."""
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(STORY, encoding="utf-8")
    return tmp_path


def names(place: Path | str = ".") -> list[str]:
    """The files and folders there, hidden ones too."""
    return sorted(path.name for path in Path(place).iterdir())


# ------------------------------------------------------------------ wrong use, each with its whole message

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


def assert_told_in_one_line(err: str) -> None:
    first, *rest = err.splitlines()
    assert first.startswith("clean: error: ")
    assert len(rest) <= 1
    assert all(line.startswith("hint: ") for line in rest)
    assert "Traceback" not in err
    assert "internal" not in err


def test_a_wrong_setting_is_told_in_one_line_with_its_place() -> None:
    Path("clean.toml").write_text("[read]\nblok = 3\n", encoding="utf-8")
    told = "clean: error: unknown setting: clean.toml:2: read.blok\nhint: did you mean read.block?\n"
    assert clean("run", "a.txt", "-o", "o.jsonl") == Ended(2, "", told)
    assert names() == ["a.txt", "clean.toml"]


def test_settings_that_are_not_ours_are_passed_over() -> None:
    Path("pyproject.toml").write_text("tool = 3\n", encoding="utf-8")
    assert clean("run", "a.txt", "-q", "-o", "o.jsonl") == Ended(0, "", "")


# ------------------------------------------------------------------ help, version, rules


def test_without_arguments_the_help_is_shown() -> None:
    ended = clean()
    assert (ended.code, ended.err) == (2, "")
    assert ended.out == clean("--help").out
    assert ended.out.startswith("Usage: clean ")


COMMANDS = [name for name in EXAMPLES if name]


@pytest.mark.parametrize("command", EXAMPLES)
def test_help_has_examples_and_fits_a_terminal(command: str) -> None:
    learn = ["learn"] if command == "boilerplate" else []
    ended = clean(*command.split(), *learn, "--help")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.endswith("  Examples:\n" + "".join(f"    {example}\n" for example in EXAMPLES[command]))
    assert max(map(len, ended.out.splitlines())) <= 80
    if not command:
        assert [name for name in COMMANDS if f"\n  {name} " not in ended.out] == []
        assert "..." not in ended.out.partition("Commands:")[2]


def test_the_examples_of_the_help_run(folder: Path) -> None:
    (folder / "clean").write_text(
        f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m clean "$@"\n', encoding="utf-8"
    )
    (folder / "clean").chmod(0o755)
    for name in ("input.txt", "news.txt", "dump/a.txt", "corpus/a.txt"):
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text(STORY, encoding="utf-8")
    Path("feed.txt.gz").write_bytes(gzip.compress(STORY.encode()))
    environment = {**os.environ, "PATH": f"{folder}{os.pathsep}{os.environ['PATH']}"}
    for example in [example for command in COMMANDS for example in EXAMPLES[command]]:
        done = subprocess.run(["bash", "-c", example], env=environment, capture_output=True, text=True, check=False)
        assert (done.returncode, "error" in done.stderr) == (0, False), f"{example}: {done.stderr}"


def test_version() -> None:
    assert clean("--version") == Ended(0, f"clean {__version__}\n", "")


def test_explain() -> None:
    page = clean("explain", "mojibake")
    assert (page.code, page.err) == (0, "")
    assert page.out.startswith("# mojibake\n")
    every = clean("explain")
    assert every.code == 0
    assert "normalize   mojibake\n" in every.out


# ------------------------------------------------------------------ inputs


def test_two_inputs_of_one_name(folder: Path) -> None:
    for name in ("p", "q"):
        Path(name).mkdir()
        Path(name, "x.txt").write_text(STORY, encoding="utf-8")
    os.chdir(folder / "p")
    ended = clean("run", "x.txt", "../q/x.txt", "-o", "o.jsonl")
    assert ended == Ended(
        2, "", "clean: error: two inputs have one name: x.txt\nhint: run from a folder that holds both\n"
    )


def test_a_file_named_twice_is_read_once(folder: Path) -> None:
    os.link("a.txt", "b.txt")
    ended = clean("run", "b.txt", "a.txt", "./a.txt", str(folder), "-o", "-", "-q")
    assert (ended.code, ended.err) == (0, "")
    (row,) = map(json.loads, ended.out.splitlines())
    assert row["source"] == "a.txt"


def test_a_folder_is_read_but_for_hidden_files_and_the_run_s_own_outputs() -> None:
    Path("sub").mkdir()
    for name in (".hidden.txt", "sub/b.txt", "sub/c.pdf"):
        Path(name).write_text(STORY, encoding="utf-8")
    command = (
        "run",
        ".",
        "-q",
        "-o",
        "o.jsonl",
        "--audit",
        "audit.jsonl",
        "--summary-json",
        "s.jsonl",
        "--skip",
        "dedupe",
    )
    assert clean(*command).code == 0
    first = Path("o.jsonl").read_bytes()
    assert [json.loads(line)["source"] for line in first.splitlines()] == ["a.txt", "sub/b.txt"]
    assert clean(*command).code == 0
    assert Path("o.jsonl").read_bytes() == first


def test_standard_input_and_output() -> None:
    ended = clean("run", "-", "-o", "-", stdin=STORY)
    assert ended.code == 0
    row = json.loads(ended.out)
    assert (row["source"], row["dateline"]) == ("stdin", "DUNMERE")
    assert ended.err.startswith("1 article from 1 source (143 bytes), 0 duplicates removed\n")


@pytest.mark.parametrize("order", [("-", "stdin"), ("stdin", "-")])
def test_a_file_named_stdin_beside_standard_input(order: tuple[str, str]) -> None:
    Path("stdin").write_text("a file\n", encoding="utf-8")
    ended = clean("run", *order, "-o", "-", stdin=STORY)
    assert ended.code == 2
    assert ended.err.startswith("clean: error: two inputs have one name: stdin\n")


@pytest.mark.parametrize("cut", [5, 40, -1])
def test_a_compressed_file_that_is_cut_off(cut: int) -> None:
    Path("b.txt.gz").write_bytes(gzip.compress(STORY.encode() * 50)[:cut])
    ended = clean("run", "b.txt.gz", "-o", "o.jsonl")
    assert ended.code == 65
    assert_told_in_one_line(ended.err)
    assert ended.err.startswith("clean: error: broken input: b.txt.gz: ")
    assert names() == ["a.txt", "b.txt.gz"]


def test_control_characters_in_names_are_written_as_escapes() -> None:
    ended = clean("run", "n\x1b[31m\nx.txt", "-o", "o.jsonl")
    assert ended == Ended(66, "", "clean: error: no file to read: n\\x1b[31m\\nx.txt: nothing matches\n")
    Path("e\x1b[31m\n.txt").write_text(STORY, encoding="utf-8")
    assert clean("run", "e\x1b[31m\n.txt", "-o", "o.jsonl", "--audit", "u.jsonl", "-q") == Ended(0, "", "")
    restored = clean("restore", "o.jsonl", "u.jsonl", "--to", "r")
    assert restored == Ended(0, "", "r/e\\x1b[31m\\n.txt\n")
    assert Path("r/e\x1b[31m\n.txt").read_text(encoding="utf-8") == STORY


# ------------------------------------------------------------------ outputs


def test_dry_run_writes_nothing() -> None:
    ended = clean("run", "a.txt", "-o", "o.jsonl", "--audit", "u.jsonl", "--dry-run")
    assert (ended.code, ended.out) == (0, "")
    assert ended.err.startswith("1 article from 1 source")
    assert names() == ["a.txt"]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("-o", "no/o.jsonl"), "cannot create: no/o.jsonl: No such file or directory"),
        (("-o", "o.jsonl", "--audit", "a.txt/u.jsonl"), "cannot create: a.txt/u.jsonl: Not a directory"),
        (("-o", "."), "cannot write: .: it is a folder"),
        (
            ("-o", "o.jsonl", "--audit", "b.txt", "--no-clobber"),
            "will not overwrite: b.txt: it exists, and --no-clobber is given",
        ),
    ],
)
def test_a_dry_run_tells_what_could_not_be_written(words: tuple[str, ...], message: str) -> None:
    Path("b.txt").write_text(STORY, encoding="utf-8")
    told = Ended(73, "", f"clean: error: {message}\n")
    assert clean("run", "a.txt", *words) == told
    assert clean("run", "a.txt", *words, "--dry-run") == told
    assert names() == ["a.txt", "b.txt"]


def test_quiet_says_nothing() -> None:
    assert clean("run", "a.txt", "-o", "o.jsonl", "-q") == Ended(0, "", "")
    assert names() == ["a.txt", "o.jsonl"]


def test_the_summary_as_json() -> None:
    Path("b.txt").write_text(STORY + "\n\n", encoding="utf-8")
    assert clean("run", "a.txt", "b.txt", "-o", "o.jsonl", "-q", "--summary-json", "s.json").code == 0
    summary = json.loads(Path("s.json").read_bytes())
    counts = {name: summary[name] for name in ("sources", "bytes", "articles", "duplicates", "set_aside", "relations")}
    assert counts == {
        "sources": 2,
        "bytes": 2 * len(STORY) + 2,
        "articles": 1,
        "duplicates": 1,
        "set_aside": 0,
        "relations": {"exact": 1},
    }
    assert summary["rules"] == {"trailing-blank-lines": 1}


def test_what_cannot_be_read_is_set_aside() -> None:
    Path("b.jsonl").write_bytes(b'{"text": 3}\n{"text": "Fine here."}\n')
    ended = clean("run", "b.jsonl", "-o", "o.jsonl", "--audit", "u.jsonl")
    assert ended.code == 3
    assert ended.err.endswith("set aside: 1 record that could not be read\n")
    assert json.loads(Path("o.quarantine.jsonl").read_bytes()) == {
        "source": "b.jsonl",
        "start_byte": 0,
        "end_byte": 12,
        "line": 1,
        "error": "text: not a string",
        "raw_base64": "eyJ0ZXh0IjogM30K",
    }
    assert clean("restore", "o.jsonl", "u.jsonl", "--to", "r", "-q") == Ended(0, "", "")
    assert Path("r/b.jsonl").read_bytes() == Path("b.jsonl").read_bytes()


def test_records_nested_too_deeply_are_set_aside() -> None:
    lines = [f'{{"text": "x", "m": {"[" * depth}{"]" * depth}}}' for depth in (150, 300, 1000, 100_000)]
    Path("b.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    ended = clean("run", "b.jsonl", "-o", "o.jsonl", "-q")
    assert ended == Ended(3, "", "")
    assert len(Path("o.jsonl").read_bytes().splitlines()) == 1
    assert len(Path("o.quarantine.jsonl").read_bytes().splitlines()) == 3


def test_nothing_is_made_beside_a_device() -> None:
    Path("b.jsonl").write_bytes(b"[]\n")
    assert clean("run", "b.jsonl", "-o", os.devnull, "-q") == Ended(3, "", "")
    assert not list(Path(os.devnull).parent.glob("*quarantine*"))


def test_a_failed_run_leaves_the_previous_files() -> None:
    assert clean("run", "a.txt", "-o", "o.jsonl", "--audit", "u.jsonl", "-q").code == 0
    before = [Path(name).read_bytes() for name in ("o.jsonl", "u.jsonl")]
    Path("b.txt.gz").write_bytes(gzip.compress(STORY.encode() * 50)[:40])
    assert clean("run", "a.txt", "b.txt.gz", "-o", "o.jsonl", "--audit", "u.jsonl").code == 65
    assert [Path(name).read_bytes() for name in ("o.jsonl", "u.jsonl")] == before
    assert names() == ["a.txt", "b.txt.gz", "o.jsonl", "u.jsonl"]


# ------------------------------------------------------------------ restore


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


# ------------------------------------------------------------------ closed pipes and signals


def test_a_closed_pipe_ends_quietly() -> None:
    Path("big.txt").write_text("".join(f"ARDEN: Story {n} is another one.\n" for n in range(20_000)), encoding="utf-8")
    shell = shutil.which("bash")
    assert shell is not None
    line = f'{sys.executable} -m clean run big.txt -q -o - --skip dedupe | head -c 1; echo "${{PIPESTATUS[0]}}"'
    done = subprocess.run([shell, "-c", line], capture_output=True, text=True, timeout=60, check=False)
    assert (done.stdout, done.stderr) == ("{0\n", "")


@pytest.fixture
def waiting() -> Iterator[subprocess.Popen[bytes]]:
    """A run that waits for more input."""
    command = [*CLEAN, "run", "-", "-o", "o.jsonl", "--audit", "u.jsonl"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdin is not None
        process.stdin.write(STORY.encode())
        process.stdin.flush()
        end = time.monotonic() + 30
        while not list(Path().glob(".u.jsonl.*")) and time.monotonic() < end:
            time.sleep(0.01)
        yield process
        process.kill()


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_the_run_and_leaves_nothing(number: signal.Signals, waiting: subprocess.Popen[bytes]) -> None:
    assert len(names()) > 1
    waiting.send_signal(number)
    out, err = waiting.communicate(timeout=30)
    assert waiting.returncode == -number
    assert (out, err) == (b"", b"")
    assert names() == ["a.txt"]


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_a_run_that_waits_for_the_reader_of_a_pipe(number: signal.Signals) -> None:
    os.mkfifo("u")
    command = [*CLEAN, "run", "a.txt", "-o", "o.jsonl", "--audit", "u", "-q"]
    with subprocess.Popen(command, stderr=subprocess.PIPE) as process:
        end = time.monotonic() + 30
        while not list(Path().glob(".o.jsonl.*")) and time.monotonic() < end:
            time.sleep(0.01)
        time.sleep(0.2)  # OUT's temporary file is there; the audit's pipe is opened next
        process.send_signal(number)
        try:
            assert process.communicate(timeout=30)[1] == b""
        finally:
            process.kill()
    assert process.returncode == -number
    assert names() == ["a.txt", "u"]


SWALLOWED = """
import os, signal, time
from clean.sinks.atomic import OutputFile
class Ending:
    def __del__(self):
        os.kill(os.getpid(), signal.SIGTERM)
def write(self, data):
    Ending()
    time.sleep(60)
OutputFile.write = write
from clean.running import main
main()
"""
"""`clean`, which is asked to end where Python swallows exceptions, as it also does in hooks around a fork."""


def test_a_signal_that_python_swallows_ends_it_nonetheless(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A story.\n", encoding="utf-8")
    command = [sys.executable, "-c", SWALLOWED, "run", "a.txt", "-o", "out.jsonl"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, timeout=50, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (-signal.SIGTERM, b"", b"")
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]
