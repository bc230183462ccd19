"""Pools that no weights have been fitted on, scored by the command as it ships."""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from development import LAYOUTS, SCORERS, lies_here

HERE = Path(__file__).resolve().parent


def judge(about: str, write_pools: Callable[[Path], list[str]], *needed: Path) -> int:
    """Have pools written into a folder (`NAME.jsonl.xz`; their names come back) from files `needed` for it, and score
    the command on them; how the scorer ended.
    """
    parser = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=16, help="files per pool and layout")
    parser.add_argument("--layout", nargs="+", default=list(LAYOUTS))
    options = parser.parse_args()
    if not lies_here(*needed):
        return 0
    place = HERE.parent / ".eval" / Path(sys.argv[0]).stem  # the scorer reads pools from a folder beside its own
    shutil.copytree(SCORERS, place / "eval", dirs_exist_ok=True)
    folder = place / "data" / "pools"
    folder.mkdir(parents=True, exist_ok=True)
    words = ["--files", str(options.files), "--layout", *options.layout, "--pools", *write_pools(folder)]
    return subprocess.run([sys.executable, place / "eval" / "score_split.py", *words], check=False).returncode
