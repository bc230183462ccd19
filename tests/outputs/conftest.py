"""Every test of a form of OUT stands in a folder with the inputs and OUT as lines."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.outputs.runs import FILES, clean
from tests.support import folder_of


@pytest.fixture(autouse=True)
def folder() -> Iterator[Path]:
    """The working folder: the inputs, and OUT and its audit as lines."""
    with folder_of(FILES) as place:
        clean("plain.jsonl")
        yield place
