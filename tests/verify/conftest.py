"""What most tests of `verify` stand in: a folder with the inputs and what a run made of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support import folder_of
from tests.verify.runs import FILES, clean


@pytest.fixture
def folder() -> Iterator[Path]:
    """The working folder: the inputs, and what a run made of them, without a manifest."""
    with folder_of(FILES) as place:
        clean()
        yield place
