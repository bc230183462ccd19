"""`clean verify`: it finds forgeries and files of other runs, and nothing where nothing is wrong."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import pytest

from clean.audit.seal import BLANK, unsealed
from clean.errors import CleanError, UsageError
from clean.flow.telling import silent
from clean.pipeline import Job, run
from clean.proof.verify import verify
from clean.settings import Settings
from tests.support import pipe_read
from tests.verify.runs import ASIDE, AUDIT, FILES, MANIFEST, OUT, clean, findings

pytestmark = pytest.mark.usefixtures("folder")


@pytest.mark.parametrize("has_manifest", [False, True])
def test_what_a_run_writes_is_well(has_manifest: bool) -> None:
    clean(has_manifest)
    verdict = verify(Path(OUT), Path(AUDIT), list(FILES))
    assert verdict.findings == []
    assert (verdict.articles, verdict.sources, verdict.bytes) == (5, 7, sum(map(len, FILES.values())))
    assert verdict.changes == len(Path(AUDIT).read_bytes().splitlines()) - 1
    assert verify(Path(OUT)).findings == []
    assert verify(Path("f.txt")).findings == []  # an OUT without a row


def test_an_audit_through_a_pipe_has_the_same_bytes() -> None:
    with pipe_read("pipe") as held:
        run(Job(tuple(FILES), Path("other.jsonl"), Path("pipe")), Settings(), silent)
    assert held == [Path(AUDIT).read_bytes()]


def test_the_seal_is_the_hash_of_the_audit_with_a_blank_in_its_place() -> None:
    first, *rest = Path(AUDIT).read_bytes().splitlines(keepends=True)
    seal = json.loads(first)["audit_sha256"]
    blank = first.replace(seal.encode(), BLANK.encode())
    assert unsealed(first, "audit_sha256") == (seal, blank)
    assert sha256(blank + b"".join(rest)).hexdigest() == seal


@pytest.mark.parametrize("first", [b"", b"{}\n", b"[\n"])
def test_no_more_is_checked_where_an_audit_does_not_tell_of_its_run(first: bytes) -> None:
    clean()
    rest = Path(AUDIT).read_bytes().partition(b"\n")[2]
    Path(AUDIT).write_bytes(first + rest)
    verdict = verify(Path(OUT), Path(AUDIT), [*FILES])
    assert verdict.findings[-2:] == [
        f"{AUDIT}: the first line, which tells of the run, is missing or damaged: no more can be checked",
        f"{AUDIT}: its SHA-256 is not the one in its first line: it was changed",
    ]
    assert (verdict.articles, verdict.sources, verdict.bytes) == (5, 0, 0)


@pytest.mark.parametrize("line", [b"", b"{}", b'{"a_sha256":"', b'{"a_sha256":"%s' % (b"f" * 64), b'{"a_sha256":""}'])
def test_no_seal(line: bytes) -> None:
    assert unsealed(line, "a_sha256") == ("", line)


def test_a_broken_source_says_nothing_of_the_next() -> None:
    clean()
    rows = Path(OUT).read_bytes().splitlines(keepends=True)
    Path(OUT).write_bytes(b"".join(rows[1:]))
    assert [json.loads(row)["source"] for row in rows[:2]] == ["a.txt", "a.txt"]
    found = verify(Path(OUT), Path(AUDIT), list(FILES)).findings
    assert [finding for finding in found if "restore" in finding] == [
        "cannot restore: a.txt: nothing accounts for bytes 0 to 177"
    ]


def test_changes_out_of_order_are_told() -> None:
    clean()
    first, *rest = Path(AUDIT).read_bytes().splitlines(keepends=True)
    row = {**json.loads(first)}
    Path(AUDIT).write_bytes(sealed(row, b"".join(reversed(rest))))
    assert f"{AUDIT}: the changes are not in the order of their bytes" in verify(Path(OUT), Path(AUDIT)).findings


def sealed(first: dict[str, object], rest: bytes) -> bytes:
    """An audit whose own hash is right."""
    head = json.dumps(first | {"audit_sha256": BLANK}, separators=(",", ":"), ensure_ascii=False).encode() + b"\n"
    return head.replace(BLANK.encode(), sha256(head + rest).hexdigest().encode()) + rest


def forge(out: Callable[[str], str] = str, audit: Callable[[str], str] = str) -> None:
    """Change OUT and the audit's changes, and put all hashes right."""
    Path(OUT).write_text(out(Path(OUT).read_text(encoding="utf-8")), encoding="utf-8", newline="")
    first, rest = Path(AUDIT).read_text(encoding="utf-8").split("\n", 1)
    header = json.loads(first) | {"out_sha256": sha256(Path(OUT).read_bytes()).hexdigest()}
    Path(AUDIT).write_bytes(sealed(header, audit(rest).encode()))


def test_hashes_put_right_are_right() -> None:
    before = Path(AUDIT).read_bytes()
    forge()
    assert Path(AUDIT).read_bytes() == before


class Forgery(NamedTuple):
    """An edit of OUT or of the audit, and a part of what is found."""

    finding: str
    out: tuple[str, str] = ("", "")
    audit: tuple[str, str] = ("", "")


FORGERIES = [
    Forgery("a.txt: what is restored is not what was read", audit=('"before":"â€™"', '"before":"â€œ"')),
    Forgery("c.jsonl: what is restored is not what was read", audit=("eyJ0ZXh0IjogM30K", "eyJ0ZXh0IjogNH0K")),
    Forgery("the id is not that of headline and text", out=("find of a lifetime", "find of the lifetime")),
    Forgery("the id is not that of headline and text", out=('"id":"', '"id":"0')),
    Forgery("the lines of a row are not at its bytes", out=('"start_line":1,', '"start_line":2,')),
    Forgery("the lines of a change are not at its bytes", audit=('"start_line":5,', '"start_line":4,')),
    Forgery("OUT does not have there what the audit says", audit=('"after":"’"', '"after":"‘"')),
    Forgery("not as a run writes it", audit=('"stage":"normalize"', '"stage":"split"')),
    Forgery("not as a run writes it", audit=('"rule":"mojibake",', '"rule":"mojibake" ,')),
    Forgery("unknown rule: mojibak", audit=('"rule":"mojibake"', '"rule":"mojibak"')),
    Forgery("is not named alike by", audit=('"relation":"near"', '"relation":"exact"')),
    Forgery("which is not kept", audit=('"duplicate_of":"', '"duplicate_of":"0')),
    Forgery("by the audit", out=('"relation":"near"', '"relation":"contained"')),
    Forgery("keys missing or unknown: byline", out=('"byline":"",', "")),
    Forgery("the keys are in another order", out=('"byline":"","dateline":"",', '"dateline":"","byline":"",')),
    Forgery("span: part is no int", out=('"part":1', '"part":"1"')),
    Forgery("not JSON", out=('{"id"', '{id"')),
    Forgery("not among the sources of the audit", out=('"source":"d.csv"', '"source":"x.csv"')),
    Forgery("are not set aside alike", audit=('"rule":"set-aside"', '"rule":"record"')),
]


@pytest.mark.parametrize("forgery", FORGERIES, ids=lambda one: one.finding[:40])
def test_forgeries_are_found_by_working_out_again(forgery: Forgery) -> None:
    assert forgery.out[0] in Path(OUT).read_text(encoding="utf-8")
    assert forgery.audit[0] in Path(AUDIT).read_text(encoding="utf-8")
    forge(
        lambda text: text.replace(*forgery.out, 1) if forgery.out[0] else text,
        lambda text: text.replace(*forgery.audit, 1) if forgery.audit[0] else text,
    )
    assert any(forgery.finding in finding for finding in findings()), findings()


def test_rows_left_out_twice_or_out_of_order() -> None:
    lines = Path(OUT).read_text(encoding="utf-8").splitlines(keepends=True)
    whole = Path(OUT).read_bytes(), Path(AUDIT).read_bytes()
    for changed, finding in (
        (lines[1:], "nothing accounts for bytes"),
        ([lines[0], *lines], "the id is that of line 1 too"),
        ([lines[1], lines[0], *lines[2:]], "the row is out of order"),
    ):
        forge(lambda _, changed=changed: "".join(changed))  # type: ignore[misc]
        assert any(finding in found for found in findings()), finding
        Path(OUT).write_bytes(whole[0])
        Path(AUDIT).write_bytes(whole[1])


# ------------------------------------------------------------------ files swapped, missing, changed


def test_files_of_two_runs() -> None:
    whole = Path(OUT).read_bytes()
    run(Job(("a.txt",), Path("other.jsonl"), Path("other-audit.jsonl")), Settings(), silent)
    assert verify(Path("other.jsonl"), Path("other-audit.jsonl")).findings == []
    finding = f"other.jsonl: its SHA-256 is not the one in {AUDIT}: it was changed, or is of another run"
    assert finding in verify(Path("other.jsonl"), Path(AUDIT)).findings
    Path(OUT).write_bytes(Path(AUDIT).read_bytes())
    assert findings()
    Path(OUT).write_bytes(whole)
    assert findings() == []


def test_inputs_are_held_against_the_audit() -> None:
    assert findings("a.txt") == [
        f"{name}: read by the run, not among the inputs given" for name in FILES if name != "a.txt"
    ]
    Path("a.txt").write_bytes(FILES["a.txt"] + b"\n")
    Path("new.txt").write_bytes(b"new")
    assert findings(*FILES, "new.txt") == [
        "a.txt: the file is not the one that was read",
        "new.txt: not among the sources of the audit",
    ]


def test_what_was_set_aside_must_be_there() -> None:
    Path(ASIDE).unlink()
    assert findings() == [f"{ASIDE}: written by the run, and missing"]


def test_the_manifest_tells_of_all_files() -> None:
    clean(has_manifest=True)
    manifest = json.loads(Path(MANIFEST).read_bytes())
    assert [(entry["role"], entry["name"]) for entry in manifest["outputs"]] == [
        ("out", OUT),
        ("audit", AUDIT),
        ("quarantine", ASIDE),
    ]
    for entry in (*manifest["outputs"], *manifest["inputs"]):
        data = Path(entry["name"]).read_bytes()
        assert (entry["bytes"], entry["sha256"]) == (len(data), sha256(data).hexdigest())
    assert [entry["name"] for entry in manifest["inputs"]] == list(FILES)
    assert manifest["counts"]["articles"] == 5
    before = Path(MANIFEST).read_bytes()
    clean(has_manifest=True)
    assert Path(MANIFEST).read_bytes() == before


def test_what_is_no_file_is_not_read_to_its_end() -> None:
    clean(has_manifest=True)
    Path(AUDIT).rename("elsewhere")
    os.mkfifo(AUDIT)
    assert verify(Path(OUT)).findings == [f"{AUDIT}: written by the run, and missing"]


@pytest.mark.parametrize("name", [OUT, AUDIT])
def test_what_can_be_read_but_once_is_refused(name: str) -> None:
    clean()
    Path(name).unlink()
    os.mkfifo(name)
    told = f"cannot read: {name}: not a file, and it is read twice"
    with pytest.raises(CleanError, match=f"^{re.escape(told)}") as caught:
        verify(Path(OUT), Path(AUDIT))
    assert (caught.value.exit_code, caught.value.hint) == (66, "write it to a file first")


@pytest.mark.parametrize("name", [OUT, AUDIT, ASIDE])
def test_a_missing_file_is_found_by_the_manifest(name: str) -> None:
    clean(has_manifest=True)
    Path(name).rename("elsewhere")
    if name == ASIDE:
        assert f"{ASIDE}: written by the run, and missing" in findings()
    elif name == AUDIT:
        assert verify(Path(OUT)).findings == [f"{AUDIT}: written by the run, and missing"]
    else:
        with pytest.raises(CleanError) as caught:
            findings()
        assert caught.value.exit_code == 66


def test_an_audit_forged_with_all_its_hashes_is_found_by_the_manifest() -> None:
    clean(has_manifest=True)
    first, rest = Path(AUDIT).read_text(encoding="utf-8").split("\n", 1)
    Path(AUDIT).write_bytes(sealed(json.loads(first) | {"clean": "9"}, rest.encode()))
    assert findings() == [f"{AUDIT}: its SHA-256 is not the manifest's: it was changed, or is of another run"]


def test_files_of_a_run_before_are_taken_away() -> None:
    clean(has_manifest=True)
    run(Job(("a.txt",), Path(OUT), Path(AUDIT)), Settings(), silent)
    assert not Path(MANIFEST).exists()
    assert not Path(ASIDE).exists()
    assert findings("a.txt") == []


def test_a_missing_manifest_is_told_by_the_audit() -> None:
    clean(has_manifest=True)
    Path(MANIFEST).unlink()
    assert findings() == [f"{MANIFEST}: written by the run, and missing"]
    assert verify(Path(OUT)).findings == []  # nothing tells of it


@pytest.mark.parametrize(("old", "new"), [('"line":1', '"line":2'), ('"error":"', '"error":"not ')])
def test_what_the_quarantine_file_says_is_held_by_the_audit(old: str, new: str) -> None:
    Path(ASIDE).write_text(Path(ASIDE).read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    assert findings() == [f"{ASIDE}: its SHA-256 is not the one in the audit: it was changed, or is of another run"]


def test_there_is_no_manifest_of_a_pipe() -> None:
    with pytest.raises(UsageError, match="no manifest without a file"):
        run(Job(("a.txt",), Path("-"), has_manifest=True), Settings(), silent)
