"""Outputs written for a test, what lies in the folder, and calls that fail."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from clean.sinks.atomic import Outputs

A = Path("a")
B = Path("b")


def held() -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(Path().iterdir()) if path.is_file()}


def write(data: Mapping[Path, bytes | None]) -> None:
    """Write and publish files; None is one that is retired."""
    with Outputs() as outputs:
        for path, content in data.items():
            file = outputs.open(path)
            if content is None:
                file.retire()
            else:
                file.write(content)
        outputs.publish()


def failing(name: str, number: int, error: int) -> Callable[..., Any]:
    """A function of `os` that fails with an error when it is called for the so many-th time, counted from 0."""
    whole = getattr(os, name)
    calls = iter(range(1000))

    def call(*arguments: Any, **more: Any) -> Any:
        if next(calls) == number:
            raise OSError(error, os.strerror(error))
        return whole(*arguments, **more)

    return call
