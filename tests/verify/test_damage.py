"""`clean verify` finds every chance damage."""

from __future__ import annotations

import contextlib
import itertools
import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from clean.errors import CleanError, DataError, OutputError
from clean.flow.telling import silent
from clean.pipeline import Job, run
from clean.proof.restore import restore
from clean.settings import Settings
from tests.support import folder_of
from tests.tally import Tally
from tests.verify.runs import ASIDE, AUDIT, MANIFEST, OUT, clean, findings

pytestmark = pytest.mark.usefixtures("folder")


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
