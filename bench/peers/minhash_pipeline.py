"""datatrove's MinHash pipeline as its documentation has it, on two cores: signatures, buckets, clusters, filter.

Run by a Python that has datatrove, as `python minhash_pipeline.py FOLDER WORK`: the folder holds the stories, one a
line, in as many files as there are tasks; the work folder must be new.
"""

# mypy: disable-error-code=import-not-found
from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from datatrove.executor import LocalPipelineExecutor
from datatrove.pipeline.dedup import MinhashDedupBuckets, MinhashDedupCluster, MinhashDedupFilter, MinhashDedupSignature
from datatrove.pipeline.dedup.minhash import MinhashConfig
from datatrove.pipeline.readers import JsonlReader
from datatrove.pipeline.writers.jsonl import JsonlWriter

TASKS = 2
CONFIG = MinhashConfig()  # its defaults: 5-grams, 14 buckets of 8


def run(work: Path, step: str, tasks: int, steps: list[Any]) -> None:
    """One step of the pipeline."""
    LocalPipelineExecutor(steps, tasks=tasks, workers=min(TASKS, tasks), logging_dir=str(work / "logs" / step)).run()


def main(folder: Path, work: Path) -> None:
    """All four steps, one after the other."""
    signatures, buckets, removed = (str(work / name) for name in ("signatures", "buckets", "removed"))
    reader = JsonlReader(str(folder))
    run(work, "signatures", TASKS, [reader, MinhashDedupSignature(signatures, config=CONFIG)])
    run(work, "buckets", CONFIG.num_buckets, [MinhashDedupBuckets(signatures, buckets, config=CONFIG)])
    run(work, "clusters", 1, [MinhashDedupCluster(buckets, removed, config=CONFIG)])
    run(work, "filter", TASKS, [reader, MinhashDedupFilter(removed), JsonlWriter(str(work / "out"))])


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
