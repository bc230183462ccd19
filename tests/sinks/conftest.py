"""Every test of a sink stands in an empty folder."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def folder(folder: Path) -> Path:
    """The working folder, empty."""
    return folder
