"""What all tests share: hypothesis without deadlines, the project's files, which tests are slow, and their counts."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.tally import Tally

ROOT = Path(__file__).resolve().parents[1]

# A shared machine may stall at any moment, so no example is timed. In CI the same examples are tried every time, so
# that a change is judged by what it changed; elsewhere new ones are looked for.
settings.register_profile("local", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "local")


SLOW = {
    "faults": "breaks things while the program runs; `make test-faults`",
    "fuzz": "many made and damaged inputs; `make fuzz`",
}
"""Marks of the tests that are left out unless they are asked for by `-m`."""

TALLY = pytest.StashKey[Tally]()


def pytest_configure(config: pytest.Config) -> None:
    for name, what in SLOW.items():
        config.addinivalue_line("markers", f"{name}: {what}")
    config.addinivalue_line("markers", "harm: means harm and is quick, so that it is among the ordinary tests too")
    config.stash[TALLY] = Tally()
    # What a shell starts in the background ignores Ctrl-C, and so would the programs that the tests interrupt.
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the slow ones out, unless they are asked for."""
    left = [name for name in SLOW if name not in str(config.getoption("markexpr"))]
    slow = [item for item in items if any(map(item.get_closest_marker, left))]
    items[:] = [item for item in items if item not in slow]
    config.hook.pytest_deselected(items=slow)


@pytest.fixture
def tally(request: pytest.FixtureRequest) -> Iterator[Tally]:
    """Where a test counts what it tried and what broke; the test fails if anything did."""
    tally = Tally()
    yield tally
    request.config.stash[TALLY].add(tally)
    assert not tally.broken, "\n".join(tally.told)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Print the counts of the slow tests, where any ran."""
    tally = config.stash[TALLY]
    if tally.tried and config.getoption("markexpr"):
        terminalreporter.section("what was tried, and what broke")
        for line in tally.lines():
            terminalreporter.write_line(line)


def pytest_addoption(parser: pytest.Parser) -> None:
    """An option of tests/test_fixtures.py."""
    parser.addoption("--update-fixtures", action="store_true", help="write the fixtures' expected output anew")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder, empty."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of development data beside the checkout; a test that needs it is skipped where it is absent."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("no development data beside the checkout")
    return folder
