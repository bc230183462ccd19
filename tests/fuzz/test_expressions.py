"""No regular expression of the program takes more time than in proportion to the text."""

from __future__ import annotations

import base64
import json
import re
import subprocess
import sys
import time
from collections.abc import Collection
from typing import Any

import pytest

from tests.fuzz.attacks import attacks
from tests.tally import Tally, broken_if, patience

SMALL, LARGE = 2_000, 16_000
"""Characters: eight times the text may take eight times as long; 64 times would be quadratic."""

GROWTH = 24
"""Times as long from which it is not in proportion: halfway, on the scale of doublings, between 8 and 64."""

QUICK = 0.01
"""Seconds of the processor that need no second look: 600 ns a character, where none that is sound takes 200."""


def seconds(pattern: re.Pattern[Any], text: Any, uses: Collection[str]) -> float:
    """The processor's time to use a pattern on a text as the program does: at its start, on all of it, all over it."""
    begin = time.thread_time()
    if "match" in uses:
        pattern.match(text)
    if "fullmatch" in uses:
        pattern.fullmatch(text)
    if not {"match", "fullmatch"}.issuperset(uses):
        pattern.sub("" if isinstance(text, str) else b"", text)
    return time.thread_time() - begin


def growth(pattern: re.Pattern[Any], attack: tuple[str, str, str], uses: Collection[str] = ("search",)) -> float:
    """How many times as long the large text takes as the small one; 0 where it is quick."""
    small, large = (_text(pattern, *attack, size) for size in (SMALL, LARGE))
    if seconds(pattern, large, uses) < QUICK:
        return 0
    least = [min(seconds(pattern, text, uses) for _ in range(3)) for text in (small, large)]
    return least[1] / max(least[0], 1e-6)


def _text(pattern: re.Pattern[Any], lead: str, pump: str, end: str, size: int) -> str | bytes:
    text = lead + pump * (size // len(pump)) + end
    return text if isinstance(pattern.pattern, str) else text.encode("latin-1", "replace")


ENDLESS = [r"(a+)+b", r"(?:a|aa)+$", r"(?:\w*,?)*x", r"[\w.]+[\w-]+:"]  # the last is cubic: minutes
BAD = [r"\w+@", r"\s+$", rb"\d+%"]
GOOD = [r"\w+", r"a{1,40}@", r"\s++", r"[^\W_]+", r"(?:a|b)*", rb"\r\n?|\n", r"(?<!\s)\s+$"]


@pytest.mark.parametrize("expression", BAD)
def test_what_backtracks_is_seen(expression: str | bytes) -> None:
    pattern: re.Pattern[Any] = re.compile(expression)
    assert any(growth(pattern, attack) > GROWTH for attack in attacks(pattern))


@pytest.mark.parametrize("expression", ENDLESS)
def test_what_would_never_end_is_seen(expression: str) -> None:
    pattern = re.compile(expression)
    with pytest.raises(TimeoutError), patience(1):
        assert all(growth(pattern, attack) < 1000 for attack in attacks(pattern))


@pytest.mark.parametrize("expression", GOOD)
def test_what_does_not_backtrack_is_not(expression: str | bytes) -> None:
    pattern: re.Pattern[Any] = re.compile(expression)
    assert [attack for attack in attacks(pattern) if growth(pattern, attack) > GROWTH] == []


@pytest.fixture(scope="module")
def found() -> dict[str, Any]:
    """All expressions of the program, and the calls of `re` that were not reached."""
    command = [sys.executable, "-m", "tests.fuzz.expressions"]
    told: dict[str, Any] = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    return told


def test_every_expression_is_known(found: dict[str, Any]) -> None:
    assert found["missed"] == []
    assert len(found["expressions"]) > 200


@pytest.mark.fuzz
def test_no_expression_takes_more_than_in_proportion(found: dict[str, Any], tally: Tally) -> None:
    for told in found["expressions"]:
        raw = base64.b64decode(told["pattern"]) if told["is_bytes"] else told["pattern"]
        pattern: re.Pattern[Any] = re.compile(raw, told["flags"])
        for attack in attacks(pattern):
            with tally.attempt("attacks on regular expressions", (told["where"], raw, attack)) as note, patience():
                times = growth(pattern, attack, told["uses"])
                broken_if(times > GROWTH, "hangs", f"{times:.0f} times as long for 8 times the text")
                note()
        with tally.attempt("regular expressions", told["where"]) as note:
            note()
