"""Inputs as they are named on the command line."""

from __future__ import annotations

import gzip
import json
import os
from pathlib import Path

import pytest

from clean.sources.encodings import SAMPLE
from tests.command import STORY, Ended, assert_told_in_one_line, clean, names


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


RECORD = '{"text": "The council will vote on a new bridge in spring."}'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("text", ["[\n" + RECORD + "\n]\n", f"[{RECORD}]", " \n[]", "[" * 9])
def test_an_array_is_told_of(text: str, encoding: str) -> None:
    Path("b.json").write_text(text, encoding=encoding)
    assert clean("run", "b.json", "-o", "o.jsonl") == Ended(
        66,
        "",
        "clean: error: cannot read: b.json: it holds an array, where one object a line is read\n"
        "hint: make lines of it, jq -c '.[]' FILE > FILE.jsonl, or read it as text with --input-format txt\n",
    )
    assert names() == ["a.txt", "b.json"]


@pytest.mark.parametrize("text", ['{\n  "text": "The council votes."\n}\n', "{", "{\n"])
@pytest.mark.parametrize("command", [("run", "-o", "o.jsonl"), ("check",)])
def test_an_object_over_several_lines_is_told_of(text: str, command: tuple[str, ...]) -> None:
    Path("b.json.gz").write_bytes(gzip.compress(text.encode()))
    assert clean(*command, "b.json.gz") == Ended(
        66,
        "",
        "clean: error: cannot read: b.json.gz: it holds one value, where one object a line is read\n"
        "hint: make lines of it, jq -c '.' FILE > FILE.jsonl, or read it as text with --input-format txt\n",
    )


@pytest.mark.parametrize(("text", "form"), [
    (f"{RECORD}\n{RECORD}\n", "jsonl"), (f"\n {RECORD}", "jsonl"), (STORY, "txt"), ("", "txt"),
])  # fmt: skip
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be"])
def test_json_that_is_lines_is_read_as_lines_and_what_is_no_json_as_text(text: str, form: str, encoding: str) -> None:
    Path("b.json").write_text(text, encoding=encoding)
    ended = clean("run", "b.json", "-o", "o.jsonl", "--audit", "u.jsonl", "-q")
    assert ended == Ended(0, "", "")
    header = json.loads(Path("u.jsonl").read_text(encoding="utf-8").splitlines()[0])
    assert header["sources"][0]["format"] == form
    assert clean("verify", "o.jsonl", "u.jsonl", "b.json", "-q") == Ended(0, "", "")
    assert clean("restore", "o.jsonl", "u.jsonl", "--to", "r", "-q") == Ended(0, "", "")
    assert Path("r/b.json").read_text(encoding=encoding) == text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_first_line_may_be_longer_than_what_its_file_is_judged_by(encoding: str) -> None:
    long = json.dumps({"title": "A long day", "text": "The council votes. " * (SAMPLE // 16)})
    Path("b.json").write_text(f"{long}\n{RECORD}\n", encoding=encoding)
    assert clean("run", "b.json", "-o", "o.jsonl", "-q") == Ended(0, "", "")
    rows = [json.loads(line) for line in Path("o.jsonl").read_bytes().splitlines()]
    assert [row["span"]["start_line"] for row in rows] == [1, 2]


def test_an_array_may_be_read_as_text() -> None:
    Path("b.json").write_text(f"[{RECORD}]\n", encoding="utf-8")
    assert clean("run", "b.json", "--input-format", "txt", "-o", "o.jsonl", "--audit", "u.jsonl", "-q").code == 0
    assert clean("verify", "o.jsonl", "u.jsonl", "b.json", "-q") == Ended(0, "", "")


def test_what_is_read_as_text_and_looks_otherwise_is_told() -> None:
    Path("b.txt").write_text(f"{RECORD}\n", encoding="utf-8")
    told = "read as text, though it looks otherwise: b.txt (JSON: --input-format jsonl)"
    assert clean("run", "b.txt", "-o", "o.jsonl").err.splitlines()[-1] == told
    assert told not in clean("run", "b.txt", "--input-format", "txt", "-o", "o.jsonl").err


def test_what_is_passed_over_in_folders_is_told() -> None:
    for name in ("feed/b.txt", "feed/.hidden.pdf", "feed/d.json", "feed/sub/c.pdf", "feed/README", "feed/e.parquet"):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(STORY.upper(), encoding="utf-8")
    told = "passed over: 4 files of unknown suffix: feed/README, feed/d.json, feed/e.parquet; 1 more"
    ended = clean("run", "feed", "-o", "feed/out.jsonl", "--summary-json", "feed/summary.json")
    assert ended.code == 0
    assert ended.err.splitlines()[-1] == told
    assert clean("run", "feed", "-o", "feed/out.jsonl", "--summary-json", "feed/summary.json", "-q").err == ""
    assert "passed over" not in clean("run", "a.txt", "feed/README", "-o", "o.jsonl").err


def test_links_to_folders_are_told_of_and_not_followed() -> None:
    Path("feed").mkdir()
    Path("elsewhere").mkdir()
    Path("feed/b.txt").write_text(STORY, encoding="utf-8")
    Path("elsewhere/c.txt").write_text(STORY.upper(), encoding="utf-8")
    for name, target in (("feed/2019", "../elsewhere"), ("feed/.2020", "../elsewhere"), ("feed/notes", "nothing")):
        Path(name).symlink_to(target)
    ended = clean("run", "feed", "-o", "o.jsonl")
    assert ended.err.splitlines()[-2:] == [
        "passed over: 1 file of unknown suffix: feed/notes",
        "passed over: 1 link to a folder: feed/2019",
    ]
    Path("feed/2021.txt").symlink_to("../elsewhere")
    ended = clean("run", "feed", "-o", "o.jsonl")
    assert ended.err.splitlines()[-1] == "passed over: 2 links to folders: feed/2019, feed/2021.txt"
    assert ended.err.startswith("1 article from 1 source")


def test_a_link_to_nothing_in_a_folder_is_a_missing_input() -> None:
    Path("feed").mkdir()
    Path("feed/b.txt").write_text(STORY, encoding="utf-8")
    os.mkfifo("feed/pipe.txt")
    Path("feed/a.txt").symlink_to("pipe.txt")  # would be read for ever
    assert clean("run", "feed", "-o", "o.jsonl").code == 0
    Path("feed/c.txt").symlink_to("gone.txt")
    err = "clean: error: cannot read: feed/c.txt: No such file or directory\nhint: it is a link to gone.txt\n"
    assert clean("run", "feed", "-o", "o.jsonl") == Ended(66, "", err)
    assert clean("check", "feed") == Ended(66, "", err)


def test_shards_of_a_run_before_are_left_out_of_folders() -> None:
    Path("feed").mkdir()
    Path("feed/b.txt").write_text(STORY, encoding="utf-8")
    told = "1 article from 1 source"
    assert clean("run", "feed", "-o", "feed/o.jsonl", "--shards", "2").err.startswith(told)
    assert clean("run", "feed", "-o", "feed/o.jsonl", "--shards", "3").err.startswith(told)
    assert clean("run", "feed", "-o", "feed/o.jsonl").err.startswith(told)
    assert clean("run", "feed", "-o", "feed/other.jsonl").err.startswith("1 article from 5 sources")
    merged = clean("run", "feed/o-00000-of-00003.jsonl", "feed/o-00001-of-00003.jsonl", "-o", "feed/o.jsonl")
    assert merged.err.startswith("0 articles from 2 sources")
    assert clean("run", "feed/o-*.jsonl", "-o", "feed/o.jsonl").err.startswith("1 article from 3 sources")


def test_check_reads_standard_input() -> None:
    ended = clean("check", "-", stdin="Ferry captain asks for a bridge\nNobody  on the island had fresh bread.\n")
    assert (ended.code, ended.err) == (1, "1 finding in 1 of 1 file\n")
    assert ended.out.startswith("stdin:2:7: extra-spaces ")
    assert clean("check", "-") == Ended(0, "", "")
    err = "clean: error: cannot mend: standard input\nhint: name a file\n"
    assert clean("check", "-", "--fix", stdin=STORY) == Ended(2, "", err)
    Path("-").write_text("a \n", encoding="utf-8")
    assert clean("check", "-", stdin=STORY).out == "-:1:2: trailing-spaces blanks at the end of the line\n"
