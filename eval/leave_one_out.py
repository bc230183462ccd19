"""Splitting judged by the command itself on pools its weights have never seen.

For each development pool the boundary model is fitted on the others (`fit_split.py --folder`, under `.eval/`), and the
command is scored with these weights. Without the development data beside the checkout there is nothing to judge.

    python eval/leave_one_out.py [--files N] [--pools bbc ...]
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

from development import LAYOUTS, POOLS, SCORERS, lies_here

HERE = Path(__file__).resolve().parent
SCORER = SCORERS / "score_split.py"


def main() -> int:
    """Fit without each pool, and score it; the number of pools that could not be scored."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=15, help="files per pool and layout")
    parser.add_argument("--pools", nargs="+", default=list(POOLS), choices=POOLS)
    options = parser.parse_args()
    if not lies_here():
        return 0
    folder = HERE.parent / ".eval" / "weights"
    subprocess.run([sys.executable, HERE / "fit_split.py", "--folder", folder], check=True)
    failed = 0
    for pool in options.pools:
        config = folder / f"{pool}.toml"
        config.write_text(f'[split]\nweights = "{(folder / pool).with_suffix(".json").as_posix()}"\n', "utf-8")
        print(f"\n-- {pool}, fitted on the others", flush=True)
        words = ["--files", str(options.files), "--config", config, "--layout", *LAYOUTS, "--pools", pool]
        failed += subprocess.run([sys.executable, SCORER, *words], check=False).returncode != 0
    return failed


if __name__ == "__main__":
    sys.exit(main())
