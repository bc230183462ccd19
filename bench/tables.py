"""Tables on the terminal: a title, then columns of figures that are as wide as they need be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bench.measure import Command, Cost

MB = 1e6
NAME = 30  # characters of the first column
GAP = 2


def show(title: str, columns: Sequence[str], rows: Mapping[str, Sequence[str]]) -> None:
    """Print a table."""
    widths = [max(map(len, column)) + GAP for column in zip(columns, *rows.values(), strict=True)]
    for name, cells in {title: columns, **rows}.items():
        print(f"{name:<{NAME}}" + "".join(f"{cell:>{width}}" for cell, width in zip(cells, widths, strict=True)))


def costs(title: str, commands: Mapping[str, Command], taken: Mapping[str, Cost], base: str) -> None:
    """Print what commands took, their time per MB held against that of `base`."""
    unit = taken[base].wall / commands[base].bytes
    show(
        title,
        ("s", "cpu s", "MB/s", "largest MB", "all MB", f"to {base}"),
        {
            name: (
                f"{cost.wall:.2f}",
                f"{cost.cpu:.2f}",
                f"{commands[name].bytes / MB / cost.wall:.2f}",
                peak(cost.largest),
                peak(cost.together),
                f"{cost.wall / commands[name].bytes / unit:.1f}",
            )
            for name, cost in taken.items()
        },
    )


def peak(size: int) -> str:
    """A peak of memory in MB, where it is known."""
    return f"{size / MB:.0f}" if size else "-"


def ratio(part: float, whole: float) -> str:
    """A share, to three places."""
    return f"{part / whole:.3f}" if whole else "-"
