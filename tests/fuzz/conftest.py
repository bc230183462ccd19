"""Many made and damaged inputs: slow, so they are left out unless asked for (`make fuzz`)."""

from __future__ import annotations

import pytest


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "fuzz: many made and damaged inputs; `make fuzz`")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave them out, unless they are asked for."""
    if "fuzz" in str(config.getoption("markexpr")):
        return
    slow = [item for item in items if item.get_closest_marker("fuzz")]
    items[:] = [item for item in items if item not in slow]
    config.hook.pytest_deselected(items=slow)
