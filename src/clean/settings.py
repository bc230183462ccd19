"""Every knob, with its default and the reason for it: one frozen dataclass a stage, given to that stage alone.

`clean.toml`, or `[tool.newsclean]` in `pyproject.toml`, may set any of them; see `config.py` for how it is read.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Read:
    """Opening and decoding sources."""

    encoding: str = ""  # what the sources are in, whatever they look like; "" decides for each source from its bytes
    # Decompressed bytes for one compressed byte: news text has 3 to 6, a dump of which every story stands there 50 times
    # some 200 at the utmost, files made to do harm 1,000 (gzip) to 600,000 (bzip2).
    max_ratio: int = 250
    max_size: int = 1 << 40  # decompressed bytes of one source: far above any dump, below what never ends
    max_window: int = 1 << 27  # bytes a decompressor may look back: what zstd takes unasked, twice what xz -9 needs


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
    # "headlines" cuts where a story's head or tail is seen; "topic" by lexical cohesion alone, for text without any.
    mode: str = "headlines"
    # Score a boundary must reach, in the weights' units (100 to a factor e of odds). Above 0, even odds, because a
    # story cut in two is worse than two left together.
    threshold: int = 0
    # Another weights file than the one in the package; "" is the package's own.
    weights: str = ""


@dataclass(frozen=True, slots=True)
class Dedupe:
    """When two articles are the same, and which of them stays."""

    off: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings of a run; `skip` names the stages left out."""

    skip: frozenset[str] = frozenset()
    read: Read = field(default_factory=Read)
    normalize: Normalize = field(default_factory=Normalize)
    boilerplate: Boilerplate = field(default_factory=Boilerplate)
    split: Split = field(default_factory=Split)
    dedupe: Dedupe = field(default_factory=Dedupe)
