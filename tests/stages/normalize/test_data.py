"""What ftfy and Unicode hold to be right, on their own cases, and the gate on real news; needs the development data."""

from __future__ import annotations

import json
import lzma
import sys
import unicodedata
from pathlib import Path
from typing import Any

import ftfy
import pytest
from ftfy.fixes import uncurl_quotes

from clean.document import Document
from clean.rules import STAGE_OF
from clean.settings import Normalize
from clean.stages.normalize import normalize
from clean.stages.normalize.gate import suspects
from clean.stages.normalize.repair import repair_line, rules_of

OPTIONS = ftfy.TextFixerConfig(
    unescape_html=True, uncurl_quotes=False, fix_character_width=False, fix_latin_ligatures=False, fix_line_breaks=False
)
RULES = frozenset(rule for rule, stage in STAGE_OF.items() if stage == "normalize")
# What ftfy leaves to others.
BLANKS = Normalize(off=frozenset({"exotic-spaces", "indentation", "trailing-spaces", "extra-spaces"}))


def repaired(line: str, settings: Normalize) -> str:
    document = Document([line], [0, 1])
    normalize(document, settings)
    return document.lines[0]


def cases(shared: Path, name: str) -> list[dict[str, Any]]:
    loaded: list[dict[str, Any]] = json.loads((shared / "data" / "ftfy" / f"{name}.json").read_text(encoding="utf-8"))
    return loaded


def rows(path: Path) -> list[str]:
    return lzma.decompress(path.read_bytes()).decode().split("\n")


def alike(one: str, other: str) -> bool:
    """Up to the shape of quotes."""
    return uncurl_quotes(one) == uncurl_quotes(other)


@pytest.mark.parametrize("name", ["in-the-wild", "synthetic", "negative", "language-names", "known-failures"])
def test_where_ftfy_is_right_so_are_we(shared: Path, name: str) -> None:
    worse = []
    for case in cases(shared, name):
        if alike(ftfy.fix_text(case["original"], OPTIONS), case["fixed"]):
            whole = repaired(case["original"], Normalize())
            if not alike(repaired(case["original"], BLANKS), case["fixed"]) or not alike(
                " ".join(whole.split()), " ".join(case["fixed"].split())
            ):
                worse.append(case["label"])
    assert worse == []


def test_mojibake_of_the_wild_and_of_the_laboratory_is_repaired(shared: Path) -> None:
    both = cases(shared, "in-the-wild") + cases(shared, "synthetic")
    right = sum(alike(repaired(case["original"], BLANKS), case["fixed"]) for case in both)
    assert right >= 0.97 * len(both)


def test_what_only_looks_like_mojibake_is_untouched(shared: Path) -> None:
    for case in cases(shared, "negative"):
        kept = uncurl_quotes(case["original"]) == case["fixed"]
        assert alike(repaired(case["original"], BLANKS), case["fixed"])
        assert not kept or repaired(case["original"], BLANKS) == case["original"]


def test_composition_is_that_of_unicode(shared: Path) -> None:
    only = Normalize(off=RULES - {"unicode-form"})
    exact = checked = 0
    for row in rows(shared / "data" / "unicode" / "NormalizationTest.txt.xz"):
        if not row[:1].isalnum() or row.startswith("@"):
            continue
        texts = ["".join(chr(int(code, 16)) for code in column.split()) for column in row.split(";")[:5]]
        if any(unicodedata.category(char) == "Cn" for text in texts for char in text):
            continue  # newer than the Unicode of this Python
        _, c2, _, c4, _ = texts
        checked += 1
        exact += [repaired(text, only) for text in texts] == [c2, c2, c2, c4, c4]
    assert checked > 15_000
    assert exact == checked, (sys.version, unicodedata.unidata_version)


def test_naughty_strings_come_out_clean_and_stay_so(shared: Path) -> None:
    for text in json.loads((shared / "data" / "unicode" / "blns.json").read_text(encoding="utf-8")):
        for line in text.splitlines():
            once = repaired(line, Normalize())
            assert repaired(once, Normalize()) == once
            once.encode()
            assert not set(once) & set("\n\r\v\f\x85\u2028\u2029")


@pytest.mark.parametrize("pool", ["arabic", "bbc", "german", "japanese", "wcxb", "wikinews"])
def test_with_the_gate_and_without_it_real_news_comes_out_the_same(shared: Path, pool: str) -> None:
    rules = rules_of(Normalize())
    lines = []
    for row in rows(shared / "data" / "pools" / f"{pool}.jsonl.xz"):
        story = json.loads(row or "{}")
        lines += [
            line for text in (story.get("headline", ""), *story.get("paragraphs", ())) for line in text.splitlines()
        ]
    lines = lines[:: max(1, len(lines) // 4000)]
    named = set(suspects(lines, Normalize()))
    passed = [line for i, line in enumerate(lines) if i not in named]
    assert [line for line in passed if repair_line(line, rules)] == []
    assert [line for line in passed if ftfy.fix_text(line, OPTIONS) != line] == []
