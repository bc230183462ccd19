"""Every knob, with its default and the reason for it: one frozen dataclass a stage, given to that stage alone.

`clean.toml`, or `[tool.newsclean]` in `pyproject.toml`, may set any of them; see `config.py` for how it is read.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Normalize:
    """Repair of single lines."""

    off: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """Formulaic lines, separators, blank runs; later, lines repeated over the corpus."""

    off: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Split:
    """Where stories begin, and what their lines are."""

    off: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Dedupe:
    """When two articles are the same, and which of them stays."""

    off: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings of a run; `skip` names the stages left out."""

    skip: frozenset[str] = frozenset()
    normalize: Normalize = field(default_factory=Normalize)
    boilerplate: Boilerplate = field(default_factory=Boilerplate)
    split: Split = field(default_factory=Split)
    dedupe: Dedupe = field(default_factory=Dedupe)
