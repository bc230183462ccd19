"""The tables of a settings file and their keys, as `clean.toml` has them."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import Any

from clean.settings import Settings, knob


@dataclass(frozen=True, slots=True)
class Run:
    """The run as a whole."""

    skip: tuple[str, ...] = knob((), "Stages left out: normalize, boilerplate, split, dedupe.")


@dataclass(frozen=True, slots=True)
class Rules:
    """Rules of any stage."""

    off: tuple[str, ...] = knob((), "Rules turned off; `clean explain` lists them.")


TABLES: dict[str, Any] = {
    "run": Run,
    "rules": Rules,
    **{each.name: each.default_factory for each in dataclasses.fields(Settings) if each.name != "skip"},
}
"""What each table is read into. Rules are turned off, and stages left out, in tables of their own for all stages."""


def keys(table: str) -> dict[str, dataclasses.Field[Any]]:
    """The keys of a table, in order."""
    return {each.name: each for each in dataclasses.fields(TABLES[table]) if "description" in each.metadata}
