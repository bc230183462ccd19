"""The engine that does one thing after another: the reference for all others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Protocol, TypeVar

Owner = TypeVar("Owner")
Part = TypeVar("Part")
Result = TypeVar("Result")

Call = Callable[[], Any]
"""A pure function of nothing, which can be sent to another process."""


class Spread(Protocol):
    """What does some work on many parts, and gives the results in their order: `map`, or what does as `map` does.

    The work may look at anything, and changes nothing that the results do not tell of.
    """

    def __call__(self, work: Callable[[Part], Result], parts: Sequence[Part], /) -> Iterator[Result]: ...


def run_calls(calls: Iterable[tuple[Owner, Call | None]]) -> Iterator[tuple[Owner, Any]]:
    """Each call's result beside its owner, in the order of the calls; None where there is no call.

    At no time is more than one call held.
    """
    for owner, call in calls:
        yield owner, call() if call is not None else None
