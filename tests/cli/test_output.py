"""What a command writes and prints, and what a failure leaves behind."""

from __future__ import annotations

import gzip
import json
import os
import re
from pathlib import Path

import pytest

from tests.command import STORY, Ended, clean, names


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


TEXT_IS = "in clean.toml, [fields] text = {} names the field that holds the text"
LINES = "one object a line is read; jq -c '.[]' FILE > FILE.jsonl makes lines of an array, jq -c '.' of objects"
AUDIT = "that is the audit of another run, and holds no articles: leave it out of what is read"

HINTS = [
    (b'{"text": "Fine here."}\n{"body": "Rain."}\n', ""),
    (b'{"text": 3}\n', ""),
    (b'{"text": "a"},\n', ""),
    (b"{}\n", TEXT_IS.format('"NAME"')),
    (b'{"id": 7}\n', TEXT_IS.format('"NAME"') + '; here are "id"'),
    (b'{"title": "Rain", "body": "Fine here."}\n' * 2, TEXT_IS.format('"body"') + '; here are "title", "body"'),
    (b'{"' + b"n" * 40 + b'": ""}\n', TEXT_IS.format(f'"{"n" * 30}…"') + f'; here are "{"n" * 30}…"'),
    (b'{"text": {"html": "Fine here."}}\n', TEXT_IS.format('"text.html"') + '; here are "text.html"'),
    (
        b'{"title": "Rain", "lines": ["Fine.", "Here."], "n": [1]}\n' * 2,
        TEXT_IS.format('"lines"') + '; here are "title", "lines", "n"',
    ),
    (
        b'{"title": "Rain", "data": {"id": 1, "body": "Fine here.", "tags": {}}}\n' * 2,
        TEXT_IS.format('"data.body"') + '; here are "title", "data.id", "data.body", "data.tags"',
    ),
    (
        b'{"1":1,"2":2,"3":3,"4":4,"5":5,"6":6,"7":7,"8":8,"9":"a"}\n',
        TEXT_IS.format('"9"') + '; here are "1", "2", "3", "4", "5", "6", "7", "8", …',
    ),
    (b'{\n"text": "Fine here."\n}\n', LINES),
    (b'[\n{"text": "Fine here."},\n{"text": "Rain."}\n]\n', LINES),
    (b'{"clean": "0.1.0", "audit_sha256": "0"}\n', AUDIT),
    (b'{"source": "a.txt", "start_byte": 0, "rule": "byline"}\n', AUDIT),
    (b'{"source": "a.txt", "start_byte": 0, "raw_base64": "e30K"}\n', AUDIT.replace("audit", "quarantine")),
    (b'{"text": "caf\xe9"}\n', "if that is no damage, --encoding NAME tells what the file is in"),
]


@pytest.mark.parametrize(("rows", "hint"), HINTS)
def test_who_has_most_set_aside_is_told_what_would_help(rows: bytes, hint: str) -> None:
    Path("b.jsonl").write_bytes(rows)
    ended = clean("run", "b.jsonl", "-o", "o.jsonl")
    assert ended.code == 3
    assert "".join(re.findall("hint: (.*)\n", ended.err)) == hint


def test_what_would_help_a_source_is_told_among_others_that_are_read() -> None:
    Path("d").mkdir()
    Path("d/a.jsonl").write_bytes(b'{"text": "Fine here."}\n{"text": 3}\n{"text": "Rain."}\n')
    Path("d/b.jsonl").write_bytes(b'{"body": "Rain."}\n')
    Path("d/c.jsonl").write_bytes(b'{"content": "Snow."}\n')
    ended = clean("run", "d", "-o", "o.jsonl")
    assert ended.code == 3
    assert ended.err.endswith(
        "set aside: 3 records that could not be read, first d/a.jsonl:2: text: not a string\n"
        "hint: d/b.jsonl: " + TEXT_IS.format('"body"') + '; here are "body"\n'
    )


LONG = "The ferry captain told the council that the storm had closed the harbour for a week. " * 20
EACH = "hint: {}: 12 lines of 1.7 KB on average, 1 article: if each line is a story, set split.mode to lines"


@pytest.mark.parametrize(
    ("text", "config", "hint"),
    [
        (LONG[:-1] + "\n", "", ""),
        (f"{LONG}\n" * 9, "", ""),
        (f"{LONG[:1400]}\n" * 12, "", ""),
        (f"{LONG}\n" * 12, "mode = 'lines'", ""),
        (f"{LONG}\n" * 12, "", EACH.format("b.txt")),
    ],
)
def test_lines_that_may_be_stories_are_told(text: str, config: str, hint: str) -> None:
    Path("b.txt").write_text(text, encoding="utf-8")
    Path("c.toml").write_text(f"[split]\n{config}\n", encoding="utf-8")
    last = clean("run", "b.txt", "-o", "o.jsonl", "--config", "c.toml").err.splitlines()[-1]
    assert (last if last.startswith("hint: ") else "") == hint


def test_what_cannot_be_read_is_set_aside() -> None:
    Path("b.jsonl").write_bytes(b'{"text": 3}\n{"text": "Fine here."}\n')
    ended = clean("run", "b.jsonl", "-o", "o.jsonl", "--audit", "u.jsonl")
    assert ended.code == 3
    assert ended.err.endswith("set aside: 1 record that could not be read, first b.jsonl:1: text: not a string\n")
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
