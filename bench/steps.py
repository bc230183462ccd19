"""What the steps of a run with several jobs cost: by the clock, of the processor that the parent has, and its workers.

`python -m bench.steps --mb 100 --jobs 2`. What the parent has while its workers have nothing is what they wait for; on
a machine with other work the processor's times still tell of it. Compiled code must be there from a run before.
"""

from __future__ import annotations

import argparse
import contextlib
import resource
import tempfile
import time
from pathlib import Path

from bench.corpus import corpus
from bench.stages import REST, Clock, timed

STEPS = {
    "load the compiled code": ("_signing",),
    "read to articles": ("read",),
    "repeated lines": ("remove_repeated_lines",),
    "duplicates": ("find_duplicates", "name_articles"),
    "rows and audit": ("Sinks.write",),
}
"""The functions of each step, in `clean.pipeline`."""


def steps(folder: Path, out: Path, jobs: int) -> dict[str, tuple[float, ...]]:
    """For each step of a run over `files` in a folder the seconds of the clock, of the parent and of its workers."""
    from clean import pipeline
    from clean.console.running import spare
    from clean.flow.telling import silent
    from clean.settings import Settings

    spare()
    with contextlib.chdir(folder), contextlib.ExitStack() as stack:
        clocks = [Clock(now) for now in (time.monotonic, time.process_time, _of_workers)]
        for step, names in STEPS.items():
            for name in names:
                timed(stack, clocks, step, f"clean.pipeline.{name}")
        pipeline.run(pipeline.Job(("files",), out, out.with_suffix(".audit.jsonl"), jobs=jobs), Settings(), silent)
        for clock in clocks:
            clock.switch(REST)
    return {step: tuple(clock.seconds[step] for clock in clocks) for step in (*STEPS, REST)}


def _of_workers() -> float:
    """Seconds of the processor that children had which have ended, as all those of a step have at its end."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mb", type=int, default=100)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--seed", type=int, default=7)
    chosen = parser.parse_args()
    text = corpus(chosen.mb, chosen.seed)
    with tempfile.TemporaryDirectory(dir=text.folder.parent) as work:
        taken = steps(text.folder, Path(work) / "out.jsonl", chosen.jobs)
    print(f"{'':24}{'clock':>8}{'parent':>8}{'workers':>8}")
    for step, seconds in taken.items():
        print(f"{step:24}" + "".join(f"{one:8.2f}" for one in seconds))


if __name__ == "__main__":
    main()
