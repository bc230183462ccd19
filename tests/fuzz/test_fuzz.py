"""Inputs of every format, damaged at random: none crashes or hangs the program, and each comes back byte for byte."""

from __future__ import annotations

import bz2
import contextlib
import gzip
import importlib
import json
import lzma
import os
import pkgutil
import random
import re
import resource
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from unittest.mock import patch

import pytest

import clean
from clean.errors import DataError
from clean.pipeline import Job, run
from clean.progress import silent
from clean.restore import restore
from clean.settings import Settings
from clean.sources.find import plain_name
from clean.verify import verify
from tests.support import folder_of

pytestmark = pytest.mark.fuzz

COUNT = int(os.environ.get("NEWSCLEAN_FUZZ", "10000"))
TOGETHER = 10
"""Inputs of a run: what starting and ending it costs is shared."""

PATIENCE = 60
"""Seconds after which a run of some KB hangs."""

STORIES = [
    "PORT ARDEN: The harbour master told the council that the storm had closed the ferry line for a week in all.",
    "MARLOW (AP) - A painting was found behind a wall that nobody had opened in years, the museumâ€™s director said.",
    "Harbour master asks council for a bridge",
    "Harbour master asks council for a bridge",
    "- Ferry line closed for a week",
    "By Nora Quist",
    "12 March 2026",
    "* * *",
    "© 2026 The Marlow Courier. All rights reserved.",
    "Read more: https://example.org/a?b=c",
    "",
    "",
    "Zürich – «Łódź» São Tomé “quoted” S&amp;P 5&nbsp;% \u200b\ufeff\u00ad e\u0301 ﬁ Ａ １２",
    "Москва. Сегодня в городе открылся новый мост, сообщила мэрия.",
    "東京で新しい橋が開通した。市長は「大きな一歩だ」と述べた。",
    "LEXISNEXIS 1 of 2 DOCUMENTS",
    "LENGTH: 250 words",
    "From MAILER-DAEMON Mon Jan  1 00:00:00 2026",
    "Page 3",
]
SPICE = [
    b"\x00",
    b"\xff",
    b"\r",
    b"\n",
    b"\r\n",
    b"\x85",
    b"\xe2\x80\xa8",
    b'"',
    b"\\",
    b",",
    b"{",
    b"}",
    b"\xed\xa0\x80",
    b"\x1b[31m",
    b"&lt;",
    b"\xc3",
    b" " * 50,
    b"-" * 80,
    b"\xef\xbb\xbf",
    b"\xff\xfe",
    b"<p>",
    b"\x1a",
]


def lines(chance: random.Random) -> list[str]:
    return [chance.choice(STORIES) for _ in range(chance.randrange(1, 25))]


def as_text(chance: random.Random) -> tuple[str, bytes]:
    codec = chance.choice(
        ["utf-8"] * 4 + ["utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-32", "cp1251", "shift_jis"]
    )
    return ".txt", chance.choice(["\n", "\n", "\r\n", "\r"]).join(lines(chance)).encode(codec, "replace")


def as_jsonl(chance: random.Random) -> tuple[str, bytes]:
    rows = []
    for _ in range(chance.randrange(1, 5)):
        row: dict[str, object] = {chance.choice(["text", "text", "text", "body"]): "\n".join(lines(chance))}
        for key in chance.sample(["title", "headline", "byline", "date", "highlights", "metadata", "span", "x"], 3):
            row[key] = chance.choice([chance.choice(STORIES), 3, 1.5, None, [], ["a", "b"], {}, {"a": [1]}, "", True])
        rows.append(json.dumps(row, ensure_ascii=chance.random() < 0.5))
    return chance.choice([".jsonl", ".ndjson"]), "\n".join(rows).encode()


def as_table(chance: random.Random) -> tuple[str, bytes]:
    suffix, mark = chance.choice([(".csv", ","), (".tsv", "\t")])
    quoted = ['"' + "\n".join(lines(chance)).replace('"', '""') + '"' for _ in range(chance.randrange(1, 5))]
    rows = [
        mark.join(["title", "text", "x"]),
        *(mark.join([chance.choice(STORIES[3:7]), text, "1"]) for text in quoted),
    ]
    return suffix, chance.choice(["\n", "\r\n"]).join(rows).encode()


def as_bytes(chance: random.Random) -> tuple[str, bytes]:
    return chance.choice([".txt", ".jsonl", ".csv"]), chance.randbytes(chance.randrange(300))


MAKERS = (as_text, as_text, as_jsonl, as_table, as_bytes)
COMPRESS: tuple[tuple[str, Callable[[bytes], bytes]], ...] = (
    (".gz", gzip.compress),
    (".bz2", bz2.compress),
    (".xz", lzma.compress),
)


def damaged(data: bytes, chance: random.Random) -> bytes:
    """The bytes after some damage: bits flipped, bytes put in, left out, doubled, cut off."""
    for _ in range(chance.choice((0, 1, 1, 2, 5))):
        place, end = sorted(chance.randrange(len(data) + 1) for _ in range(2))
        kind = chance.randrange(6)
        if kind == 0 and place < len(data):
            data = data[:place] + bytes([data[place] ^ 1 << chance.randrange(8)]) + data[place + 1 :]
        elif kind == 1:
            data = data[:place] + chance.choice(SPICE) * chance.choice((1, 1, 3)) + data[place:]
        elif kind == 2:
            data = data[:place] + data[min(end, place + 20) :]
        elif kind == 3:
            data = data[:end] + data[place:]
        elif kind == 4:
            data = data[:end]
        else:
            data = data[place:]
    return data


def make(number: int) -> tuple[str, bytes]:
    """An input: its name and bytes, the same for the same number."""
    chance = random.Random(number)
    suffix, data = chance.choice(MAKERS)(chance)
    data = damaged(data, chance)
    if chance.random() < 0.1:
        ending, compress = chance.choice(COMPRESS)
        suffix, data = suffix + ending, compress(data)
        if chance.random() < 0.5:
            data = damaged(data, chance)
    return f"{number}{suffix}", data


@contextlib.contextmanager
def patience(seconds: int) -> Iterator[None]:
    """TimeoutError in what takes longer."""

    def stop(*_: object) -> None:
        raise TimeoutError(f"not done after {seconds} s")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def clean_all(files: dict[str, bytes], settings: Settings) -> None:
    """Run, verify and restore."""
    with folder_of(files) as folder, patch("os.fsync"), patience(PATIENCE):
        run(Job(tuple(files), Path("o.out"), Path("u.out")), settings, silent)
        assert verify(Path("o.out"), Path("u.out"), list(files)).findings == []
        restore(Path("o.out"), Path("u.out"), folder / "back")
        for name, data in files.items():
            if plain_name(name) == name:
                assert (folder / "back" / name).read_bytes() == data


SETTINGS = (
    Settings(),
    Settings(),
    Settings(skip=frozenset({"split"})),
    Settings(skip=frozenset({"normalize", "dedupe"})),
)


def test_damaged_inputs(capsys: pytest.CaptureFixture[str]) -> None:
    counts: Counter[str] = Counter()
    for first in range(0, COUNT, TOGETHER):
        files = dict(make(number) for number in range(first, min(COUNT, first + TOGETHER)))
        settings = SETTINGS[first // TOGETHER % len(SETTINGS)]
        for name in [name for name in files if plain_name(name) != name]:  # each of these may be refused as a whole
            try:
                clean_all({name: files.pop(name)}, settings)
                counts["compressed inputs read and verified"] += 1
            except DataError:
                counts["compressed inputs refused as broken, nothing written"] += 1
        clean_all(files, settings)
        counts["inputs read, verified and restored byte for byte"] += len(files)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    counts["MB of memory at most"] = peak
    with capsys.disabled():
        sys.stdout.write("".join(f"\n{count:6,}  {name}" for name, count in sorted(counts.items())) + "\n")
    assert counts.total() - peak == COUNT
    assert peak < 1000


# ------------------------------------------------------------------ regular expressions

ATTACKS = [
    "a",
    " ",
    "\n",
    "1,",
    "1.",
    "A",
    "A. ",
    "a-",
    "-",
    "- ",
    "http://",
    "&",
    "&amp;",
    "(",
    "()",
    '"',
    '""',
    "a@",
    "a.",
    "\u0301",
    "é",
    "—",
    "By ",
    "By A ",
    "Jan 1 ",
    "1/",
    ": ",
    "Aa ",
    "AB ",
    "\x1b[",
    "\t",
    ";",
    "<",
    "#",
    "_",
    "|",
    "*",
]
SMALL, LARGE = 5_000, 20_000


def inside(value: object, depth: int = 3) -> Iterator[re.Pattern[str]]:
    """The expressions for text in a value, and in the tables and tuples it is made of."""
    if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
        yield value
    elif depth and isinstance(value, dict | list | tuple | set | frozenset):
        for part in value.values() if isinstance(value, dict) else value:
            yield from inside(part, depth - 1)


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Every compiled expression for text that a module has, with its place."""
    seen: set[str] = set()
    for module in pkgutil.walk_packages(clean.__path__, "clean."):
        for name, value in vars(importlib.import_module(module.name)).items():
            for number, pattern in enumerate(inside(value)):
                if pattern.pattern not in seen:
                    seen.add(pattern.pattern)
                    yield f"{module.name}.{name}[{number}]", pattern


def seconds(pattern: re.Pattern[str], text: str) -> float:
    """The least time of three that it takes to look for a pattern all over a text."""
    times = []
    for _ in range(3):
        begin = time.perf_counter()
        for _match in pattern.finditer(text):
            pass
        pattern.match(text)
        pattern.fullmatch(text)
        times.append(time.perf_counter() - begin)
    return min(times)


def test_no_expression_takes_more_than_in_proportion(capsys: pytest.CaptureFixture[str]) -> None:
    found = dict(patterns())
    slow = []
    for name, pattern in found.items():
        for attack in ATTACKS:
            for end in ("", "!", "\n"):
                small, large = ((attack * (size // len(attack)) + end) for size in (SMALL, LARGE))
                with patience(PATIENCE):
                    taken = seconds(pattern, large)
                # Four times the text may take four times as long; 16 would be quadratic. What is quick is not told.
                if taken > 0.02 and taken > 9 * seconds(pattern, small):
                    slow.append(
                        f"{name} {pattern.pattern[:60]!r} on {attack!r}{end!r}: {taken:.2f} s for {LARGE} characters"
                    )
    with capsys.disabled():
        sys.stdout.write(f"\n{len(found):6,}  expressions, each against {3 * len(ATTACKS)} attacks\n")
    assert len(found) > 20
    assert slow == []
