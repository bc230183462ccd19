"""What `clean verify` says of the lines of OUT and of the audit, and of the numbers in the manifest."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from clean.audit.seal import BLANK
from clean.flow.telling import silent
from clean.pipeline import Job, run
from clean.proof.verify import Kept, Told, read_kept, read_told, verify
from clean.settings import Settings
from tests.support import folder_of

FILES = {
    "a.txt": b"ARDEN: Rain fell on the  town all day, and the river rose.\n\nThe ferry stayed in port.\n",
    "b.jsonl": b'{"text": 3}\n{"text": "Fine here."}\n{"text": "Fine here."}\n',
}


@pytest.fixture
def written() -> Iterator[None]:
    """The working folder: what a run wrote, with all that it can write."""
    with folder_of(FILES):
        run(Job(tuple(FILES), Path("o.jsonl"), Path("u.jsonl"), has_manifest=True), Settings(), silent)
        yield


def in_out() -> tuple[list[str], Kept]:
    kept = Kept()
    return list(read_kept(Path("o.jsonl"), kept)), kept


def in_audit() -> tuple[list[str], Told]:
    told = Told()
    return list(read_told(Path("u.jsonl"), told)), told


@pytest.mark.usefixtures("written")
def test_what_is_read_is_counted() -> None:
    (wrong, kept), (odd, told) = in_out(), in_audit()
    assert (wrong, odd) == ([], [])
    assert kept.count == len(Path("o.jsonl").read_bytes().splitlines()) == kept.base_ids.total()
    assert sorted(kept.ids.values()) == list(range(1, kept.count + 1))
    lines = [json.loads(line) for line in Path("u.jsonl").read_bytes().splitlines()[1:]]
    assert told.count == len(lines)
    assert told.in_order
    assert kept.in_order
    assert told.flawed | kept.flawed == set()
    assert kept.twins == told.twins
    assert kept.twins.total() == len([line for line in lines if "duplicate_of" in line]) == 1
    assert [change.rule for _, change in told.asides] == ["set-aside"]


def test_changes_of_one_place_are_in_order() -> None:
    with folder_of({"a.jsonl": b'{"text": "Two  changes  of a record have its place."}\n'}):
        run(Job(("a.jsonl",), Path("o.jsonl"), Path("u.jsonl")), Settings(), silent)
        odd, told = in_audit()
    assert (odd, told.in_order, told.rules["extra-spaces"]) == ([], True, 2)


Edit = Callable[[list[str]], list[str]]
OUT_EDITS: list[tuple[str, Edit, list[str]]] = [
    ("the end cut off", lambda lines: [*lines[:-1], lines[-1][:-1]], ["o.jsonl: the last line is cut off"]),
    ("an array", lambda lines: [*lines, "[]\n"], ["o.jsonl:3: not an object"]),
    ("another headline", lambda lines: [lines[0].replace('"headline":"', '"headline":"X'), lines[1]],
     ["o.jsonl:1: the id is not that of headline and text"]),
    ("twice", lambda lines: [lines[0], *lines], [
        "o.jsonl:2: the id is not that of headline and text",
        "o.jsonl:2: the id is that of line 1 too",
        "o.jsonl:2: the row is out of order",
    ]),
    ("turned round", lambda lines: lines[::-1], ["o.jsonl:2: the row is out of order"]),
]  # fmt: skip


@pytest.mark.usefixtures("written")
@pytest.mark.parametrize(("edit", "expected"), [case[1:] for case in OUT_EDITS], ids=[case[0] for case in OUT_EDITS])
def test_lines_of_out(edit: Edit, expected: list[str]) -> None:
    lines = Path("o.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)
    assert len(lines) == 2
    Path("o.jsonl").write_text("".join(edit(lines)), encoding="utf-8")
    assert in_out()[0] == expected


def test_a_line_that_is_not_json_is_told_with_what_the_parser_says() -> None:
    with folder_of({"o.jsonl": b"{\n"}):
        (finding,), kept = in_out()
        assert finding.startswith("o.jsonl:1: not JSON: ")
        assert kept.count == 1


def test_an_out_that_is_broken_is_told() -> None:
    with folder_of({"o.jsonl.gz": b"\x1f\x8b\x08\x00"}):
        assert verify(Path("o.jsonl.gz")).findings == [
            "broken input: o.jsonl.gz: cut off at byte 4, inside the gzip member that begins at byte 0"
        ]


def test_kept_articles_of_one_text_have_ids_of_their_own() -> None:
    with folder_of({"b.jsonl": b'{"text": "Fine here."}\n' * 3}):
        run(Job(("b.jsonl",), Path("o.jsonl")), Settings(skip=frozenset({"dedupe"})), silent)
        wrong, kept = in_out()
        assert (wrong, kept.count, len(kept.ids)) == ([], 3, 3)


SEAL = "u.jsonl: its SHA-256 is not the one in its first line: it was changed"
BOUNDARY = {"source": "a.txt", "start_byte": 0, "end_byte": 0, "start_line": 1, "end_line": 1, "stage": "split",
            "rule": "boundary", "lines": [3], "scores": [5], "cues": [["dateline"]], "cues_of": [0]}  # fmt: skip
CHANGE = {"source": "a.txt", "start_byte": 0, "end_byte": 1, "start_line": 1, "end_line": 1, "stage": "boilerplate",
          "rule": "separator", "before": "-"}  # fmt: skip


def as_line(row: object) -> str:
    return json.dumps(row, separators=(",", ":")) + "\n"


AUDIT_LINES = [
    (as_line(CHANGE), ""),
    (as_line(BOUNDARY), ""),
    (as_line(CHANGE | {"stage": "split"}), "not as a run writes it"),
    (as_line(CHANGE | {"rule": "nonesuch"}), "unknown rule: nonesuch"),
    (as_line({key: CHANGE[key] for key in CHANGE if key != "start_byte"}), "'start_byte' is missing"),
    (as_line(CHANGE | {"similarity": "x"}), "similarity is no float"),
    (as_line(CHANGE | {"similarity": 1}), "similarity is no float"),
    (as_line(CHANGE | {"similarity": [1.0]}), "similarity is no float"),
    (as_line(CHANGE | {"before": 3}), "before is no str"),
    (as_line(BOUNDARY | {"lines": [3, 4]}), "the columns do not belong together"),
    (as_line([]), "'list' object has no attribute 'get'"),
]


@pytest.mark.usefixtures("written")
@pytest.mark.parametrize(("line", "finding"), AUDIT_LINES, ids=range(len(AUDIT_LINES)))
def test_lines_of_the_audit(line: str, finding: str) -> None:
    with Path("u.jsonl").open("a", encoding="utf-8") as stream:
        number = len(Path("u.jsonl").read_bytes().splitlines()) + 1
        stream.write(line)
    assert in_audit()[0] == [*([f"u.jsonl:{number}: {finding}"] if finding else []), SEAL]


@pytest.mark.usefixtures("written")
def test_an_audit_without_its_first_line_or_last_byte() -> None:
    whole = Path("u.jsonl").read_bytes()
    Path("u.jsonl").write_bytes(whole[:-1])
    (damage, *rest), _ = in_audit()
    assert damage.startswith("u.jsonl:")
    assert rest == ["u.jsonl: the last line is cut off", SEAL]
    none = "u.jsonl: the first line, which tells of the run, is missing or damaged: no more can be checked"
    Path("u.jsonl").write_bytes(b"")
    assert in_audit()[0] == [none, SEAL]
    Path("u.jsonl").write_bytes(b"[]\n")
    assert in_audit()[0] == ["u.jsonl:1: not an object", none, SEAL]


@pytest.mark.usefixtures("written")
def test_a_boundary_is_no_change_and_its_source_is_known() -> None:
    lines = Path("u.jsonl").read_text(encoding="utf-8")
    Path("u.jsonl").write_text(lines + as_line(BOUNDARY | {"source": "x.txt"}), encoding="utf-8")
    assert in_audit()[1].cuts["x.txt"] == [3]
    assert "x.txt" not in in_audit()[1].sources
    Path("o.jsonl.manifest.json").unlink()
    assert verify(Path("o.jsonl"), Path("u.jsonl")).findings == [
        SEAL,
        "o.jsonl.manifest.json: written by the run, and missing",
        "x.txt: not among the sources of the audit",
    ]


@pytest.mark.usefixtures("written")
def test_a_change_of_no_source_is_told() -> None:
    *lines, last = Path("u.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)
    change = as_line({"source": "x.txt"} | {k: v for k, v in json.loads(lines[1]).items() if k != "source"})
    Path("u.jsonl").write_text("".join([*lines, last, change]), encoding="utf-8")
    Path("o.jsonl.manifest.json").unlink()
    assert verify(Path("o.jsonl"), Path("u.jsonl")).findings == [
        SEAL,
        "o.jsonl.manifest.json: written by the run, and missing",
        "x.txt: not among the sources of the audit",
    ]


def test_rows_out_of_order_account_for_their_bytes() -> None:
    with folder_of({"a.txt": b"Rain fell on Arden.\n", "b.txt": b"Snow fell on Port Elden.\n"}):
        run(Job(("a.txt", "b.txt"), Path("o.jsonl"), Path("u.jsonl")), Settings(), silent)
        lines = Path("o.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)
        Path("o.jsonl").write_text("".join(lines[::-1]), encoding="utf-8")
        findings = verify(Path("o.jsonl"), Path("u.jsonl")).findings
    assert findings == [
        "o.jsonl:2: the row is out of order",
        "o.jsonl: its SHA-256 is not the one in u.jsonl: it was changed, or is of another run",
    ]


def test_a_row_of_no_source_hides_none_of_those_behind_it() -> None:
    with folder_of({"a.txt": b"Rain fell on Arden.\n", "b.txt": b"Snow fell on Port Elden.\n"}):
        run(Job(("a.txt", "b.txt"), Path("o.jsonl"), Path("u.jsonl")), Settings(), silent)
        text = Path("o.jsonl").read_text(encoding="utf-8")
        Path("o.jsonl").write_text(text.replace('"source":"a.txt"', '"source":"aa.txt"'), encoding="utf-8")
        _, *findings = verify(Path("o.jsonl"), Path("u.jsonl")).findings
    assert findings == [
        "aa.txt: not among the sources of the audit",
        "cannot restore: a.txt: nothing accounts for bytes 0 to 20",
    ]


@pytest.mark.usefixtures("written")
def test_sources_in_another_order() -> None:
    first, rest = Path("u.jsonl").read_text(encoding="utf-8").split("\n", 1)
    head = json.loads(first)
    head |= {"sources": head["sources"][::-1], "audit_sha256": BLANK}
    line = as_line(head)
    seal = sha256((line + rest).encode()).hexdigest()
    Path("u.jsonl").write_text(line.replace(BLANK, seal) + rest, encoding="utf-8")
    Path("o.jsonl.manifest.json").unlink()
    assert verify(Path("o.jsonl"), Path("u.jsonl")).findings == [
        "o.jsonl.manifest.json: written by the run, and missing",
        "u.jsonl:1: the sources are not in the order of their names, each once",
    ]


# ------------------------------------------------------------------ the manifest


def forge_manifest(**values: Any) -> None:
    """Change what the manifest says, and put its hash right."""
    path = Path("o.jsonl.manifest.json")
    line = as_line(json.loads(path.read_bytes()) | values | {"manifest_sha256": BLANK})
    path.write_text(line.replace(BLANK, sha256(line.encode()).hexdigest()), encoding="utf-8")


COUNTS = ("articles", "sources", "bytes", "duplicates", "set_aside")


@pytest.mark.usefixtures("written")
@pytest.mark.parametrize("name", COUNTS)
def test_counts_of_the_manifest(name: str) -> None:
    counts = json.loads(Path("o.jsonl.manifest.json").read_bytes())["counts"]
    forge_manifest(counts=counts)
    assert verify(Path("o.jsonl"), Path("u.jsonl"), list(FILES)).findings == []
    forge_manifest(counts=counts | {name: counts[name] + 1})
    assert verify(Path("o.jsonl"), Path("u.jsonl")).findings == [
        f"o.jsonl.manifest.json: {name}: {counts[name] + 1}, by the files {counts[name]}"
    ]
    alone = verify(Path("o.jsonl")).findings
    assert len(alone) == (name == "articles")


@pytest.mark.usefixtures("written")
@pytest.mark.parametrize(
    ("name", "by_files"),
    [
        ("relations", "{'exact': 1}"),
        ("rules", "{'extra-spaces': 1, 'blank-lines': 1, 'set-aside': 1, 'record': 1}"),
    ],
)
def test_counts_by_name_of_the_manifest(name: str, by_files: str) -> None:
    counts = json.loads(Path("o.jsonl.manifest.json").read_bytes())["counts"]
    forge_manifest(counts=counts | {name: {}})
    assert verify(Path("o.jsonl"), Path("u.jsonl")).findings == [
        f"o.jsonl.manifest.json: {name}: {{}}, by the files {by_files}"
    ]


@pytest.mark.usefixtures("written")
def test_a_manifest_of_another_run_or_none() -> None:
    path = Path("o.jsonl.manifest.json")
    inputs = json.loads(path.read_bytes())["inputs"]
    forge_manifest(settings="0", inputs=inputs[::-1])
    assert verify(Path("o.jsonl"), Path("u.jsonl")).findings == [
        "o.jsonl.manifest.json: other settings than the audit's",
        "o.jsonl.manifest.json: other inputs than the audit's",
    ]
    assert verify(Path("o.jsonl")).findings == []
    path.write_bytes(b"[]")
    assert verify(Path("o.jsonl"), Path("u.jsonl")).findings == ["o.jsonl.manifest.json: not an object"]
