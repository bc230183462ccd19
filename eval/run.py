"""Accuracy: this folder's own measurements, then the scorers on the development data where it lies beside the checkout.

Each script is run with `CLEAN` set to the `clean` of the Python that runs this one. Names given on the command line
pick scripts (`make eval ARGS=split`).
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from development import SCORERS, lies_here

HERE = Path(__file__).resolve().parent

NOT_RUN = (Path(__file__).name, "fit_split.py", "development.py", "held_out.py", "variants.py", "feeds.py")
"""This script, the one that `leave_one_out.py` calls, and modules."""


def scripts(wanted: list[str]) -> list[Path]:
    """Our own scripts, then the scorers, each in the order of their names."""
    own = sorted(path for path in HERE.glob("*.py") if path.name not in NOT_RUN)
    found = [*own, *sorted(SCORERS.glob("score_*.py"))]
    return [path for path in found if not wanted or any(word in path.stem for word in wanted)]


def main(wanted: list[str]) -> int:
    """Run the scripts one by one; the number of those that failed."""
    lies_here()  # says so where it does not: our own scripts run all the same
    clean = Path(sys.executable).with_name("clean")
    failed = 0
    for script in scripts(wanted):
        print(f"\n== {script.name}", flush=True)
        done = subprocess.run([sys.executable, script], env={**os.environ, "CLEAN": str(clean)}, check=False)
        failed += done.returncode != 0
    return failed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
