"""Speed of reading and `normalize` on one core, from bytes to repaired documents, with plain ftfy beside it.

The text is news in lines of some 240 bytes of which no two are the same: sentences of the development data where it
lies beside the checkout, else made-up ones. It is measured as it is, with every quote curly, and with one line in ten
turned to mojibake. Times are of the processor, the best of some runs; ftfy gets the first lines of the same text only.
"""

from __future__ import annotations

import argparse
import csv
import lzma
import random
import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import ftfy

from clean.settings import Normalize
from clean.sources.encodings import detect
from clean.sources.lines import blocks, read_lines
from clean.stages.normalize import normalize

ARTICLES = Path(__file__).resolve().parents[2] / "shared" / "data" / "newsarticles.csv.xz"
LINE = 240
CHUNK = 1 << 20
FTFY_SHARE = 100  # ftfy gets a hundredth of the text: it is that much slower

OPENING = re.compile(r"(?<!\w)(['\"])(?=\w)")
CURLY = str.maketrans({"'": "’", '"': "”"})


def sentences() -> list[str]:
    """Sentences of news, real ones where there are some."""
    if not ARTICLES.is_file():
        return made_up()
    csv.field_size_limit(1 << 30)
    with lzma.open(ARTICLES, "rt", encoding="utf-8", errors="replace") as rows:
        texts = [row["text"] or "" for row in csv.DictReader(rows)]
    return [part.strip() for text in texts for part in re.split(r"(?<=[.!?])\s+", text) if part.strip()]


def made_up() -> list[str]:
    """Sentences of invented words, one in five of them in quotes."""
    chance = random.Random(11)
    words = ["".join(chance.choices("etaoinshrdlucmfwyp", k=chance.randint(2, 10))) for _ in range(20_000)]
    plain = [" ".join(chance.choices(words, k=chance.randint(6, 30))).capitalize() + "." for _ in range(80_000)]
    return [f'"{text}" said {chance.choice(words)}\'s {chance.choice(words)}.' if i % 5 == 0 else text
            for i, text in enumerate(plain)]  # fmt: skip


def lines(size: int) -> list[str]:
    """About `size` characters in lines of some 240, no two the same."""
    chance = random.Random(3)
    known = sentences()
    made: set[str] = set()
    while size > 0:
        line = chance.choice(known)
        while len(line) < LINE - 40:
            line += " " + chance.choice(known)
        if line not in made:
            made.add(line)
            size -= len(line) + 1
    return sorted(made)


def curly(line: str) -> str:
    """A line with typographic quotes in place of the typewriter's."""
    return OPENING.sub(lambda quote: "‘" if quote[1] == "'" else "“", line).translate(CURLY)


def mojibake(line: str) -> str:
    """A line of UTF-8 read as Windows-1252."""
    return line.encode().decode("sloppy-windows-1252")


def read_and_normalize(raw: bytes) -> int:
    """What is measured; the number of lines that were changed."""
    encoding = detect(raw[:CHUNK])
    chunks: Iterator[bytes] = (raw[i : i + CHUNK] for i in range(0, len(raw), CHUNK))
    changed = 0
    for block in blocks(chunks, encoding):
        document = read_lines(block, encoding)
        normalize(document, Normalize())
        changed += len(document.edits)
    return changed


def seconds(work: Callable[[], object], runs: int) -> float:
    """The processor's time for the best of some runs."""
    taken = []
    for _ in range(runs):
        begin = time.process_time()
        work()
        taken.append(time.process_time() - begin)
    return min(taken)


def measure(name: str, text: list[str], runs: int) -> None:
    """Print one line of the table."""
    raw = ("\n".join(text) + "\n").encode()
    part = "\n".join(text[: len(text) // FTFY_SHARE + 1])
    size, sample = len(raw) / 1e6, len(part.encode()) / 1e6
    ours = size / seconds(lambda: read_and_normalize(raw), runs)
    plain = sample / seconds(lambda: ftfy.fix_text(part), runs)
    print(f"{name:<36}{size:>6.0f}{read_and_normalize(raw):>10}{ours:>10.0f}{plain:>10.1f}")


def main() -> None:
    """Measure the three kinds of text."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--mb", type=int, default=100)
    options.add_argument("--runs", type=int, default=3)
    chosen = options.parse_args()
    text = lines(chosen.mb * 1_000_000)
    quoted = [curly(line) for line in text]
    print(f"{'reading and normalize, one core':<36}{'MB':>6}{'changed':>10}{'MB/s':>10}{'ftfy':>10}")
    measure("as it is", text, chosen.runs)
    measure("every quote curly", quoted, chosen.runs)
    mixed = [line if i % 10 else mojibake(quoted[i]) for i, line in enumerate(text)]
    measure("one line in ten mojibake", mixed, chosen.runs)
    mixed = [line if i % 10 else mojibake(line) for i, line in enumerate(quoted)]
    measure("the same, the rest with curly quotes", mixed, chosen.runs)


if __name__ == "__main__":
    main()
