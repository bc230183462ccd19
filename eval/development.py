"""Where the development data lies: beside the checkout. What needs it says so where it is absent."""

from __future__ import annotations

from pathlib import Path

SHARED = Path(__file__).resolve().parents[2] / "shared"
DATA = SHARED / "data"
SCORERS = SHARED / "eval"
POOLS = ("bbc", "wikinews", "wcxb", "arabic", "japanese")
"""What weights are fitted on."""
LAYOUTS = ("plain", "blank", "tail", "repeat", "byline", "dateline", "footer", "wrapped", "ocr", "mixed")
"""What `score_split.py` makes files in."""


def lies_here(*needed: Path) -> bool:
    """Whether the data is there, with these files or folders of it; says so where it is not."""
    if all(map(Path.exists, (SCORERS, *needed))):
        return True
    print("no development data beside the checkout (../shared): what needs it is not measured")
    return False
