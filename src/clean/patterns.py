"""Regular expressions that are compiled when they are first used.

All patterns of the program take 150 ms to compile, as long as it takes to clean a small file, which needs few of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, cast


class _Lazy:
    """A pattern that becomes one of `re` at its first use; each method is looked up once."""

    def __init__(self, pattern: str | Callable[[], str], flags: int) -> None:
        self._pattern, self._flags = pattern, flags

    @property
    def _written(self) -> tuple[str, int]:
        return self._pattern if isinstance(self._pattern, str) else self._pattern(), self._flags

    def __getattr__(self, name: str) -> Any:
        value = getattr(re.compile(*self._written), name)
        setattr(self, name, value)
        return value


def lazy(pattern: str | Callable[[], str], flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives, compiled at its first use; and put together then, where a function does that."""
    return cast("re.Pattern[str]", _Lazy(pattern, flags))
