"""Every command is called in a folder with one small source in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.command import STORY


@pytest.fixture(autouse=True)
def folder(folder: Path) -> Path:
    """The working folder, with one small source in it."""
    Path("a.txt").write_text(STORY, encoding="utf-8")
    return folder
