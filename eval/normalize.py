"""How well lines are repaired and paragraphs joined, on ftfy's and Unicode's own cases and on the development data.

A case of ftfy counts as right up to the shape of quotes, with the rules for blanks off, since ftfy keeps these. News of
a paragraph a line must have no line joined; the same news wrapped at a width must come back.
"""

from __future__ import annotations

import json
import lzma
import textwrap
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import ftfy
from development import DATA, lies_here
from ftfy.fixes import uncurl_quotes

from clean.document import Document
from clean.rules import STAGE_OF
from clean.settings import Normalize
from clean.stages.normalize import normalize
from clean.stages.normalize.gate import suspects
from clean.stages.normalize.repair import repair_line, rules_of
from clean.stages.split.fields.paragraphs import find_joins

OPTIONS = ftfy.TextFixerConfig(
    unescape_html=True, uncurl_quotes=False, fix_character_width=False, fix_latin_ligatures=False, fix_line_breaks=False
)
BLANKS = Normalize(off=frozenset({"exotic-spaces", "indentation", "trailing-spaces", "extra-spaces"}))
ONLY_FORM = Normalize(
    off=frozenset(rule for rule, stage in STAGE_OF.items() if stage == "normalize") - {"unicode-form"}
)
POOLS = ("arabic", "bbc", "german", "japanese", "wcxb", "wikinews")
STORIES = 300  # of a pool that are wrapped


def repaired(line: str, settings: Normalize) -> str:
    """A line after the stage."""
    document = Document([line], [0, 1])
    normalize(document, settings)
    return document.lines[0]


def rows(path: Path) -> list[str]:
    """The lines of a compressed file."""
    return lzma.decompress(path.read_bytes()).decode().split("\n")


def stories(pool: str) -> Iterator[list[str]]:
    """The paragraphs of each story, without blanks beside them."""
    for row in filter(None, rows(DATA / "pools" / f"{pool}.jsonl.xz")):
        lines = [" ".join(line.split()) for text in json.loads(row)["paragraphs"] for line in text.splitlines()]
        yield list(filter(None, lines))


def mojibake() -> None:
    """Ours and ftfy's share of ftfy's cases."""
    print(f"{'cases of ftfy':<24}{'cases':>8}{'ours':>8}{'ftfy':>8}{'worse':>8}")
    for name in ("in-the-wild", "synthetic", "negative", "language-names", "known-failures"):
        cases = json.loads((DATA / "ftfy" / f"{name}.json").read_text(encoding="utf-8"))
        wanted = [uncurl_quotes(case["fixed"]) for case in cases]
        ours = [uncurl_quotes(repaired(case["original"], BLANKS)) for case in cases]
        theirs = [uncurl_quotes(ftfy.fix_text(case["original"], OPTIONS)) for case in cases]
        right = [a == b for a, b in zip(ours, wanted, strict=True)]
        plain = [a == b for a, b in zip(theirs, wanted, strict=True)]
        worse = sum(b and not a for a, b in zip(right, plain, strict=True))
        print(f"{name:<24}{len(cases):>8}{sum(right):>8}{sum(plain):>8}{worse:>8}")


def unicode() -> None:
    """NFC against the standard's test, and the naughty strings."""
    exact = checked = 0
    for row in rows(DATA / "unicode" / "NormalizationTest.txt.xz"):
        if row[:1].isalnum():
            texts = ["".join(chr(int(code, 16)) for code in column.split()) for column in row.split(";")[:5]]
            if not any(unicodedata.category(char) == "Cn" for text in texts for char in text):
                _, second, _, fourth, _ = texts
                checked += 1
                exact += [repaired(text, ONLY_FORM) for text in texts] == [second, second, second, fourth, fourth]
    print(f"\nNFC exact: {exact} of {checked} rows known to Unicode {unicodedata.unidata_version}")
    naughty = [
        line for text in json.loads((DATA / "unicode" / "blns.json").read_text("utf-8")) for line in text.split("\n")
    ]
    once = [repaired(line.replace("\r", ""), Normalize()) for line in naughty]
    stable = sum(repaired(line, Normalize()) == line for line in once)
    print(f"naughty strings: {stable} of {len(naughty)} lines settled after one pass")


def gate() -> None:
    """The lines that the gate lets pass though a rule, or ftfy, would change them."""
    print(f"\n{'gate':<24}{'lines':>8}{'named':>8}{'missed':>8}{'by ftfy':>8}")
    rules = rules_of(Normalize())
    for pool in POOLS:
        lines = [line for story in stories(pool) for line in story]
        named = set(suspects(lines, Normalize()))
        passed = [line for i, line in enumerate(lines) if i not in named]
        missed = sum(bool(repair_line(line, rules)) for line in passed)
        sample = passed[:: max(1, len(passed) // 5000)]
        by_ftfy = sum(ftfy.fix_text(line, OPTIONS) != line for line in sample)
        print(f"{pool:<24}{len(lines):>8}{len(named):>8}{missed:>8}{by_ftfy:>8}")


def wrap(paragraphs: list[str], width: int, wide: bool) -> list[str]:
    """The lines of paragraphs broken at a width, with a blank line after each."""
    if wide:
        pieces = [[text[i : i + width] for i in range(0, len(text), width)] for text in paragraphs]
    else:
        pieces = [textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False) for text in paragraphs]
    return [line for piece in pieces for line in [*piece, ""]]


def join(lines: list[str]) -> list[str]:
    """The paragraphs that the stage makes of lines."""
    joins = find_joins(lines, [i for i, line in enumerate(lines) if line])
    text = "".join(line + joins.get(i, "\n") for i, line in enumerate(lines))
    return [line for line in text.split("\n") if line]


def paragraphs() -> None:
    """Joins where there is nothing to join, and the share of paragraphs that come back after wrapping."""
    widths = (35, 60, 72, 100)
    print(f"\n{'paragraphs':<24}{'stories':>8}{'joined':>8}" + "".join(f"{f'at {width}':>8}" for width in widths))
    for pool in POOLS:
        known = list(stories(pool))
        wide = pool == "japanese"
        joined = sum(join(story) != story for story in known)
        long = [
            [text.replace(" ", "") for text in story] if wide else story for story in known if len("".join(story)) > 600
        ]
        shares = []
        for width in widths:
            good = total = 0
            for story in long[:STORIES]:
                back = join(wrap(story, width // 2 if wide else width, wide))
                good += sum(a == b for a, b in zip(back, story, strict=False)) if len(back) == len(story) else 0
                total += len(story)
            shares.append(good / total)
        print(f"{pool:<24}{len(known):>8}{joined:>8}" + "".join(f"{share:>8.3f}" for share in shares))


def main() -> None:
    """Print the four tables."""
    if not lies_here():
        return
    mojibake()
    unicode()
    gate()
    paragraphs()


if __name__ == "__main__":
    main()
