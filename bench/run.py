"""Speed: what starting costs beside starting Python, and what cleaning costs beside counting words.

Times of a shared machine mean little; the ratios do. So every command is run in turn with those that it is compared
with, and the median of its runs is taken. `--runs N` and `--mb N` set how often, and how much text.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

CLEAN = str(Path(sys.executable).with_name("clean"))
PLACES = ("LONDON", "NAIROBI", "BERLIN", "LIMA", "JAKARTA", "OSLO")


def news(size: int) -> str:
    """About `size` characters of made-up stories, no two alike, the same at every call."""
    chance = random.Random(7)
    letters = "etaoinshrdlucmfwypvbgk"
    words = ["".join(chance.choices(letters, range(22, 0, -1), k=chance.randint(2, 11))) for _ in range(20_000)]
    weights = [1 / (rank + 3) for rank in range(len(words))]  # Zipf's law: a few words make most of a text
    parts: list[str] = []
    while size > 0:
        drawn = iter(chance.choices(words, weights, k=500))
        headline = " ".join(next(drawn) for _ in range(9)).capitalize()
        # 12 paragraphs of 38 words: a news story's usual shape, at lines of 240 bytes
        paragraphs = [" ".join(next(drawn) for _ in range(38)).capitalize() + "." for _ in range(12)]
        story = "\n".join([headline, f"{chance.choice(PLACES)}: {paragraphs[0]}", *paragraphs[1:], "", ""])
        parts.append(story)
        size -= len(story)
    return "".join(parts)


def seconds(commands: dict[str, list[str]], runs: int) -> dict[str, float]:
    """The median time of each command, over runs in turn; the first turn fills the caches and is not counted."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    for turn in range(runs + 1):
        for name, command in commands.items():
            begin = time.perf_counter()
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            if turn:
                times[name].append(time.perf_counter() - begin)
    return {name: median(taken) for name, taken in times.items()}


def start_up(folder: Path, runs: int) -> None:
    """Print what `clean --help` and a run on 5 KB cost, as ratios."""
    small = folder / "small.txt"
    small.write_text(news(5_000), encoding="utf-8")
    python = [sys.executable, "-c"]
    taken = seconds(
        {
            "python -c pass": [*python, "pass"],
            "import typer, numpy": [*python, "import typer, numpy"],
            "clean --help": [CLEAN, "--help"],
            "clean run, 5 KB": [CLEAN, "run", str(small), "-o", str(folder / "small.jsonl")],
        },
        runs,
    )
    bare, imports = taken["python -c pass"], taken["import typer, numpy"]
    print(f"{'start-up':<24}{'ms':>8}{'to pass':>10}{'to imports':>12}")
    for name, value in taken.items():
        print(f"{name:<24}{value * 1000:>8.0f}{value / bare:>10.1f}{value / imports:>12.2f}")


def throughput(folder: Path, megabytes: int, runs: int) -> None:
    """Print what a run on made-up news costs beside `wc -w` on the same file."""
    large = folder / "large.txt"
    large.write_text(news(megabytes * 1_000_000), encoding="utf-8")
    run = [CLEAN, "run", str(large), "-o", str(folder / "large.jsonl")]
    taken = seconds({"wc -w": ["wc", "-w", str(large)], "clean run": run}, runs)
    size = large.stat().st_size / 1e6
    print(f"\n{f'throughput, {size:.0f} MB':<24}{'s':>8}{'MB/s':>10}{'to wc -w':>12}")
    for name, value in taken.items():
        print(f"{name:<24}{value:>8.2f}{size / value:>10.1f}{value / taken['wc -w']:>12.1f}")


def main() -> None:
    """Measure and print both tables."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--runs", type=int, default=7)
    options.add_argument("--mb", type=int, default=10)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as name:
        start_up(Path(name), chosen.runs)
        throughput(Path(name), chosen.mb, min(chosen.runs, 3))


if __name__ == "__main__":
    main()
