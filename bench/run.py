"""How fast `clean` is, held against `wc -w` and others on the same text, and how well it does what it does so fast.

Times of a shared machine mean little, ratios more: so the commands of a table run in turn, round after round, and the
median of the rounds is shown, by the clock and of the processors (`cpu`). `docs/performance.md` tells how to read it.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from bench import others
from bench.corpus import FOLDER, Corpus, corpus
from bench.duplicates import table
from bench.measure import Command, FailedError, in_turn, once
from bench.quality import scores
from bench.stages import seconds_of_stages
from bench.tables import MB, costs, peak, ratio, show

CLEAN = str(Path(sys.executable).with_name("clean"))


def clean(text: Corpus, work: Path, jobs: int) -> Command:
    """`clean run` with its audit over a corpus, whose folder is the working folder."""
    out, audit = str(work / "out.jsonl"), str(work / "audit.jsonl")
    words = [CLEAN, "run", "files", "-o", out, "--audit", audit, "--jobs", str(jobs), "-q"]
    return Command(words, text.folder, text.bytes)


def count_words(text: Corpus) -> Command:
    """`wc -w` over the same files."""
    return Command(["wc", "-w", *map(str, text.files)], text.folder, text.bytes)


def start_up(work: Path, chosen: argparse.Namespace) -> None:
    """What `clean --help` and a run on 5 KB cost, beside Python itself."""
    small = work / "small.txt"
    text = corpus(1, chosen.seed).files[0].read_bytes()
    small.write_bytes(text[: text.index(b"\n", 5_000) + 1])
    python = [sys.executable, "-c"]
    commands = {
        "python -c pass": [*python, "pass"],
        "import typer, numpy": [*python, "import typer, numpy"],
        "clean --help": [CLEAN, "--help"],
        "clean run, 5 KB": [CLEAN, "run", str(small), "-o", str(work / "small.jsonl"), "-q"],
    }
    # Short runs vary more than long ones: twice as many of them.
    taken = in_turn({name: Command(words, work) for name, words in commands.items()}, 2 * chosen.runs + 1)
    bare, imports = taken["python -c pass"].wall, taken["import typer, numpy"].wall
    rows = {
        name: (
            f"{1000 * cost.wall:.0f}",
            f"{1000 * cost.cpu:.0f}",
            f"{cost.wall / bare:.1f}",
            f"{cost.wall / imports:.2f}",
        )
        for name, cost in taken.items()
    }
    show("start-up", ("ms", "cpu ms", "to pass", "to imports"), rows)


def whole(work: Path, chosen: argparse.Namespace) -> None:
    """The whole of `clean run`, on one core and two, beside `wc -w`."""
    text = corpus(chosen.mb, chosen.seed)
    commands = {"wc -w": count_words(text), **{f"clean run --jobs {jobs}": clean(text, work, jobs) for jobs in (1, 2)}}
    costs(f"{text.bytes / MB:.0f} MB, {text.stories:,} stories", commands, in_turn(commands, chosen.runs), "wc -w")


def quality(work: Path, chosen: argparse.Namespace) -> None:
    """How much of what was planted was found, and how much of what was found was planted."""
    text = corpus(chosen.mb, chosen.seed)
    once(clean(text, work, 2))
    rows = {
        score.name: (
            f"{score.planted:,}",
            ratio(score.found, score.planted),
            f"{score.findings:,}" if score.findings else "-",
            ratio(score.right, score.findings),
        )
        for score in scores(text, work / "out.jsonl", work / "audit.jsonl")
    }
    show("planted", ("number", "recall", "findings", "precision"), rows)


def stages(work: Path, chosen: argparse.Namespace) -> None:
    """What each stage costs on one core, articles signed by compiled code and by numpy."""
    text = corpus(chosen.mb, chosen.seed)
    out = work / "stages.jsonl"
    taken = seconds_of_stages(text.folder, out, compiled=True, runs=chosen.runs)
    taken["together"] = sum(taken.values())
    taken["sign, by numpy"] = seconds_of_stages(text.folder, out, compiled=False, runs=1)["sign"]
    size = text.bytes / MB
    rows = {
        stage: (f"{1000 * seconds / size:.1f}", ratio(size, seconds), ratio(seconds, taken["together"]))
        for stage, seconds in taken.items()
    }
    show(f"stages, one core, {size:.0f} MB", ("cpu ms/MB", "MB/s", "share"), rows)


def peers(work: Path, chosen: argparse.Namespace) -> None:
    """The others, on a tenth of the size; those that cannot be installed are left out."""
    text = corpus(max(1, chosen.mb // 10), chosen.seed)
    stories = work / "stories"
    others.cut_stories(text, stories)
    commands = {
        "wc -w": count_words(text),
        "clean run --jobs 1": clean(text, work, 1),
        "clean run --jobs 2": clean(text, work, 2),
        "ftfy + datasketch, a script": others.plain(stories, work),
    }
    try:
        commands["datatrove MinHash, 2 tasks"] = others.datatrove(stories, work)
    except (OSError, subprocess.CalledProcessError) as error:
        print(f"(datatrove is left out, for it could not be installed: {error})")
    costs(f"others, {text.bytes / MB:.0f} MB", commands, in_turn(commands, chosen.runs), "clean run --jobs 2")


def growth(work: Path, chosen: argparse.Namespace) -> None:
    """Time and memory per MB as the corpus grows: one run of each size, on two cores."""
    rows = {}
    for megabytes in [*chosen.growth, *([1000] if chosen.large else [])]:
        text = corpus(megabytes, chosen.seed)
        size = text.bytes / MB
        counted = min(once(count_words(text)).wall for _ in range(2))
        cost = once(clean(text, work, 2), watch=True)
        rows[f"{size:.0f} MB, {text.stories:,} stories"] = (
            f"{cost.wall:.1f}",
            f"{1000 * cost.wall / size:.0f}",
            f"{1000 * cost.cpu / size:.0f}",
            peak(cost.together),
            f"{cost.together / text.stories:,.0f}",
            f"{cost.wall / counted:.1f}",
        )
    show("growth, --jobs 2", ("s", "ms/MB", "cpu ms/MB", "all MB", "bytes/story", "to wc -w"), rows)


def duplicates(_: Path, chosen: argparse.Namespace) -> None:
    """Dedupe alone: what an article costs among ten thousand and more, and where all are alike."""
    columns = ("sign µs", "find µs", "copies", "recall", "precision", "peak MB")
    show("dedupe, an article", columns, table(chosen.seed, chosen.large))


PARTS: dict[str, Callable[[Path, argparse.Namespace], None]] = {
    "start": start_up,
    "run": whole,
    "quality": quality,
    "stages": stages,
    "peers": peers,
    "growth": growth,
    "duplicates": duplicates,
}


def options() -> argparse.ArgumentParser:
    """The command line."""
    known = argparse.ArgumentParser("bench", description=__doc__, epilog="As: make bench ARGS='run quality --mb 100'")
    known.add_argument("parts", nargs="*", metavar="PART", help=f"tables to make: {', '.join(PARTS)} (default: all)")
    known.add_argument("--mb", type=int, default=10, help="size of the corpus; the others get a tenth (default 10)")
    known.add_argument("--runs", type=int, default=3, help="counted runs of each command (default 3)")
    known.add_argument("--growth", type=int, nargs="+", default=[1, 10, 100], help="sizes in MB (default 1 10 100)")
    known.add_argument("--large", action="store_true", help="let it grow to 1 GB, and to a million articles")
    known.add_argument("--seed", type=int, default=7, help="another seed makes another corpus (default 7)")
    return known


def main() -> None:
    """Make the tables asked for."""
    known = options()
    chosen = known.parse_args()
    if unknown := set(chosen.parts) - set(PARTS):
        known.error(f"no such part: {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}")
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=FOLDER) as name:
        for number, part in enumerate(chosen.parts or PARTS):
            print("\n" * (number > 0), end="")
            try:
                PARTS[part](Path(name), chosen)
            except FailedError as error:
                sys.exit(f"bench: {part}: {error}")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
