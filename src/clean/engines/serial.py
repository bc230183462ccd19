"""The engine that does one thing after another: the reference for all others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

Owner = TypeVar("Owner")

Call = Callable[[], Any]
"""A pure function of nothing, which can be sent to another process."""


def run_calls(calls: Iterable[tuple[Owner, Call | None]]) -> Iterator[tuple[Owner, Any]]:
    """Each call's result beside its owner, in the order of the calls; None where there is no call.

    At no time is more than one call held.
    """
    for owner, call in calls:
        yield owner, call() if call is not None else None
