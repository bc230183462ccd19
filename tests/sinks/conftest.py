"""Every test of a sink stands in an empty folder."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import chdir
from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def folder(tmp_path: Path) -> Iterator[Path]:
    """The working folder, empty."""
    with chdir(tmp_path):
        yield tmp_path
