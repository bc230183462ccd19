"""Tests that break things while the program runs: slow, so they are left out unless asked for (`make test-faults`).

Each counts what it tried; the counts are printed at the end.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest

COUNTS: pytest.StashKey[Counter[str]] = pytest.StashKey()


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "faults: breaks things while the program runs; `make test-faults`")
    config.stash[COUNTS] = Counter()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the slow ones out, unless they are asked for."""
    if "faults" in str(config.getoption("markexpr")):
        return
    slow = [item for item in items if item.get_closest_marker("faults")]
    items[:] = [item for item in items if item not in slow]
    config.hook.pytest_deselected(items=slow)


@pytest.fixture
def count(request: pytest.FixtureRequest) -> Iterator[Counter[str]]:
    """Where a test counts what it tried."""
    counts: Counter[str] = Counter()
    yield counts
    request.config.stash[COUNTS].update(counts)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Print the counts."""
    if counts := config.stash[COUNTS]:
        terminalreporter.section("what was tried")
        for name, number in sorted(counts.items()):
            terminalreporter.write_line(f"{number:6,}  {name}")
