"""`clean verify`: it finds every damage, and none where there is none."""

from __future__ import annotations

import contextlib
import itertools
import json
import os
import random
import threading
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import pytest

from clean.errors import CleanError, DataError, OutputError, UsageError
from clean.pipeline import Job, run
from clean.progress import silent
from clean.restore import restore
from clean.seal import BLANK, unsealed
from clean.settings import Settings
from clean.verify import verify
from tests.support import folder_of
from tests.tally import Tally

FEED = """\
PORT ARDEN: The harbour master told the council that the winter storm had closed the ferry line for a week in all.
The council will vote on a new bridge in spring, and the mayorâ€™s budget has money for it, the mayor’s office said.

Harbour master asks council for a bridge after winter storm
Harbour master asks council for a bridge after winter storm
- Ferry line closed for a week

MARLOW: A second  story tells of the museum, which found a painting behind a wall that nobody had opened in years.
The painting will be shown from May, said the director, who called it the find of a lifetime.


"""
FILES = {
    "a.txt": FEED.encode(),
    "b.txt": FEED.replace("week in all", "whole week").encode("cp1252").replace(b"\n", b"\r\n"),
    "c.jsonl": b'{"text": 3}\n{"text": "Fine here.", "x": 1}\n{"title": "T", "text": "One line.\\nAnd two."}\n',
    "d.csv": 'headline,text\nOne,"First, with a comma.\nSecond line."\n'.encode("utf-8-sig"),
    "e.txt": b"\x89PNG\r\n\x1a\n\x00\x00",
    "f.txt": b"",
    "g.txt": FEED.encode("utf-16"),
}
OUT, AUDIT, MANIFEST, ASIDE = "o.jsonl", "u.jsonl", "o.jsonl.manifest.json", "o.quarantine.jsonl"


def clean(has_manifest: bool = False, **more: object) -> None:
    job = Job(tuple(FILES), Path(OUT), Path(AUDIT), has_manifest=has_manifest, **more)  # type: ignore[arg-type]
    run(job, Settings(), silent)


@pytest.fixture(autouse=True)
def folder() -> Iterator[Path]:
    """The working folder: the inputs, and what a run made of them, without a manifest."""
    with folder_of(FILES) as place:
        clean()
        yield place


def findings(*inputs: str) -> list[str]:
    return verify(Path(OUT), Path(AUDIT), inputs).findings


# ------------------------------------------------------------------ nothing is found where nothing is wrong


@pytest.mark.parametrize("has_manifest", [False, True])
def test_what_a_run_writes_is_well(has_manifest: bool) -> None:
    clean(has_manifest)
    verdict = verify(Path(OUT), Path(AUDIT), list(FILES))
    assert verdict.findings == []
    assert (verdict.articles, verdict.sources, verdict.bytes) == (5, 7, sum(map(len, FILES.values())))
    assert verdict.changes == len(Path(AUDIT).read_bytes().splitlines()) - 1
    assert verify(Path(OUT)).findings == []
    assert verify(Path("f.txt")).findings == []  # an OUT without a row


def test_an_audit_through_a_pipe_has_the_same_bytes(folder: Path) -> None:
    os.mkfifo("pipe")
    held: list[bytes] = []
    reader = threading.Thread(target=lambda: held.append((folder / "pipe").read_bytes()))
    reader.start()
    run(Job(tuple(FILES), Path("other.jsonl"), Path("pipe")), Settings(), silent)
    reader.join()
    assert held == [Path(AUDIT).read_bytes()]


def test_the_seal_is_the_hash_of_the_audit_with_a_blank_in_its_place() -> None:
    first, *rest = Path(AUDIT).read_bytes().splitlines(keepends=True)
    seal = json.loads(first)["audit_sha256"]
    blank = first.replace(seal.encode(), BLANK.encode())
    assert unsealed(first, "audit_sha256") == (seal, blank)
    assert sha256(blank + b"".join(rest)).hexdigest() == seal


@pytest.mark.parametrize("line", [b"", b"{}", b'{"a_sha256":"', b'{"a_sha256":"%s' % (b"f" * 64), b'{"a_sha256":""}'])
def test_no_seal(line: bytes) -> None:
    assert unsealed(line, "a_sha256") == ("", line)


# ------------------------------------------------------------------ chance damage, without a manifest


def flip_bit(data: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(len(data))
    return data[:place] + bytes([data[place] ^ 1 << chance.randrange(8)]) + data[place + 1 :]


def cut(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data))]


def append(data: bytes, chance: random.Random) -> bytes:
    return data + chance.choice((b"\n", b"x", data[-200:], bytes(512)))


def lines_changed(data: bytes, chance: random.Random) -> bytes:
    """A line left out, twice, or in another's place."""
    lines = data.splitlines(keepends=True)
    one, other = chance.sample(range(len(lines)), 2)
    kind = chance.randrange(3)
    if kind == 0:
        del lines[one]
    elif kind == 1:
        lines.insert(one, lines[one])
    else:
        lines[one], lines[other] = lines[other], lines[one]
    return b"".join(lines)


def zeros(data: bytes, chance: random.Random) -> bytes:
    """A gap as a disk leaves it."""
    place, size = chance.randrange(len(data)), chance.choice((1, 16, 512))
    return (data[:place] + bytes(size) + data[place + size :])[: len(data)]


DAMAGES: tuple[Callable[[bytes, random.Random], bytes], ...] = (flip_bit, flip_bit, cut, append, lines_changed, zeros)


SMALL = {
    "a.txt": b"ARDEN: Rain  fell on the town all day.\r\nThe ferry stayed in port.\n",
    "b.jsonl": b'{"text": 3}\n{"text": "Fine here."}\n',
    "c.txt": b"\x89PNG\r\n\x1a\n\x00\x00",
}
WRITTEN = (OUT, AUDIT, ASIDE, MANIFEST)


@pytest.fixture
def small() -> Iterator[tuple[str, ...]]:
    """A folder of few bytes, in which all kinds of files stand that a run writes; the names of all."""
    with folder_of(SMALL):
        run(Job(tuple(SMALL), Path(OUT), Path(AUDIT), has_manifest=True), Settings(), silent)
        assert findings(*SMALL) == []
        yield (*SMALL, *WRITTEN)


def is_found() -> bool:
    """Whether `clean verify` finds anything, or cannot read the files at all."""
    try:
        return bool(findings(*SMALL))
    except CleanError:
        return True


def damages(data: bytes, bits: int) -> Iterator[tuple[str, bytes]]:
    """Every byte with so many of its bits flipped one by one, every cut, every line left out or told twice."""
    for place, byte in enumerate(data):
        for bit in range(bits):
            flipped = byte ^ 1 << (place + bit) % 8
            yield f"bit {(place + bit) % 8} of byte {place}", data[:place] + bytes([flipped]) + data[place + 1 :]
        yield f"cut to {place} bytes", data[:place]
    lines = data.splitlines(keepends=True)
    for number in range(len(lines)):
        yield f"line {number} left out", b"".join(lines[:number] + lines[number + 1 :])
        yield f"line {number} twice", b"".join(lines[: number + 1] + lines[number:])


@pytest.mark.parametrize("bits", [1, pytest.param(8, marks=pytest.mark.faults)])
def test_every_damage_is_found(bits: int, small: tuple[str, ...], tally: Tally) -> None:
    for name in small:
        whole = Path(name).read_bytes()
        for what, damaged in damages(whole, bits):
            Path(name).write_bytes(damaged)
            with tally.attempt("damages to files", f"{name}: {what}") as note:
                assert is_found()
                note("found")
        Path(name).write_bytes(whole)
    assert findings(*SMALL) == []


@pytest.mark.parametrize("name", [*SMALL, *WRITTEN])
def test_a_missing_file_is_found(name: str, small: tuple[str, ...]) -> None:
    assert name in small
    Path(name).unlink()
    assert is_found()


@pytest.mark.parametrize(("one", "other"), list(itertools.combinations([*SMALL, *WRITTEN], 2)))
def test_swapped_files_are_found(one: str, other: str, small: tuple[str, ...]) -> None:
    assert {one, other} <= set(small)
    Path(one).rename("third")
    Path(other).rename(one)
    Path("third").rename(other)
    assert is_found()


@pytest.mark.parametrize("name", WRITTEN)
def test_a_file_of_another_run_is_found(name: str, small: tuple[str, ...]) -> None:
    assert name in small
    held = {file: Path(file).read_bytes() for file in WRITTEN}
    Path("b.jsonl").write_bytes(b'{"text": 4}\n{"text": "Fine there."}\n')
    run(Job(tuple(SMALL), Path(OUT), Path(AUDIT), has_manifest=True), Settings(), silent)
    Path("b.jsonl").write_bytes(SMALL["b.jsonl"])
    assert findings(*SMALL) == ["b.jsonl: the file is not the one that was read"]
    Path(name).write_bytes(held[name])
    assert is_found()


@pytest.mark.parametrize("with_manifest", [False, True])
def test_chance_damage_is_always_found(with_manifest: bool) -> None:
    clean(with_manifest)
    chance = random.Random(8)
    names = [OUT, AUDIT, ASIDE, MANIFEST] if with_manifest else [OUT, AUDIT, ASIDE]
    whole = {name: Path(name).read_bytes() for name in names}
    missed = []
    for number in range(500):
        name, damage = chance.choice([OUT, AUDIT, *names]), DAMAGES[number % len(DAMAGES)]
        if damage is lines_changed and whole[name].count(b"\n") < 2:
            damage = flip_bit
        damaged = damage(whole[name], chance)
        if damaged == whole[name]:
            continue
        Path(name).write_bytes(damaged)
        if not findings():
            missed.append((name, damage.__name__))
        Path(name).write_bytes(whole[name])
    assert missed == []
    assert findings() == []


def test_damage_never_ends_in_a_traceback(folder: Path) -> None:
    chance = random.Random(9)
    whole = {name: Path(name).read_bytes() for name in (OUT, AUDIT)}
    for number in range(300):
        name = chance.choice((OUT, AUDIT))
        damaged = DAMAGES[number % len(DAMAGES)](whole[name], chance)
        Path(name).write_bytes(damaged)
        with contextlib.suppress(DataError, OutputError):  # OutputError for names that lead out of the folder
            restore(Path(OUT), Path(AUDIT), folder / "back")
        Path(name).write_bytes(whole[name])


# ------------------------------------------------------------------ edits by someone who puts the hashes right


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
